import { beforeAll, describe, expect, test } from "vitest";
import { timesSaved } from "#domain/saved.ts";
import {
  aCluster,
  at,
  bacKan,
  type Caller,
  calendar,
  caoBang,
  type days,
  haGiang,
  join,
  langSon,
  members,
  moveTo,
  theCouncil,
  tuyenQuang,
  year,
} from "../world.ts";

let lan: Caller;
let minh: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk: lan, as } = await theCouncil());
  minh = await join(lan, "minh", { name: "Trần Văn Minh", role: "clerk" });
});

const settings = { kind: "cụm" as const, name: "Cụm", members };
type Settings = Parameters<Caller["units"]["saveCluster"]>[0]["body"];
const save = (who: Caller, at: { year: number; cluster: string }, body: Settings) =>
  who.units.saveCluster({ year: at.year, clusterId: at.cluster, body });

describe("what one clerk saves of a cluster", () => {
  test("is not written over by another who has not seen it, and they hear who it was and when", async () => {
    const here = await aCluster(lan, "covenant");
    const seen = timesSaved(await lan.units.readCluster(here));
    moveTo("2026-03-03 09:00");
    await save(minh, here, { ...settings, head: caoBang, seen });
    await expect(save(lan, here, { ...settings, head: haGiang, seen })).rejects.toMatchObject({
      code: "cluster/changed-meanwhile",
      about: { by: "minh", at: at("2026-03-03 09:00") },
    });
    const now = await lan.units.readCluster(here);
    expect(now).toMatchObject({ head: caoBang, saved: { by: "minh" } });
    await save(lan, here, { ...settings, head: haGiang, seen: timesSaved(now) });
    expect(await minh.units.readCluster(here)).toMatchObject({ head: haGiang, saved: { by: "thuong-truc" } });
  });

  test("said once more behind a lost answer is the same saving", async () => {
    const here = await aCluster(lan, "covenant");
    const seen = timesSaved(await lan.units.readCluster(here));
    const body = { ...settings, name: "Cụm miền núi", seen };
    const first = await save(lan, here, body);
    expect(await save(lan, here, body)).toEqual(first);
    const clusterId = "lap-moi";
    const made = await save(lan, { year, cluster: clusterId }, { ...settings, seen: 0 });
    expect(await save(lan, { year, cluster: clusterId }, { ...settings, seen: 0 })).toEqual(made);
  });

  test("stays where another thought there was no such cluster yet", async () => {
    const here = await aCluster(lan, "covenant");
    await expect(save(minh, here, { ...settings, name: "Cụm khác", seen: 0 })).rejects.toMatchObject({
      code: "cluster/changed-meanwhile",
    });
  });
});

describe("a unit that one clerk put somewhere", () => {
  test("is not moved by another who saw it elsewhere; other units are moved as before", async () => {
    const a = await aCluster(lan, "covenant");
    const b = await aCluster(lan, "covenant", { members: [langSon], deputies: [] });
    const c = await aCluster(lan, "covenant", { members: [tuyenQuang], head: tuyenQuang, deputies: [] });
    const place = (who: Caller, unit: string, to: string, from: string | null) =>
      who.units.placeUnits({ year, body: { places: { [unit]: to }, from: { [unit]: from } } });
    await place(minh, haGiang, b.cluster, a.cluster);
    await expect(place(lan, haGiang, c.cluster, a.cluster)).rejects.toMatchObject({
      code: "unit/placed-meanwhile",
      about: { unit: haGiang, cluster: expect.stringContaining("Cụm thi đua số"), by: "minh" },
    });
    await place(lan, caoBang, c.cluster, a.cluster);
    // The same move again, behind a lost answer, has been made already.
    expect(await place(lan, caoBang, c.cluster, a.cluster)).toEqual([]);
    expect((await lan.units.readCluster(b)).members).toEqual([langSon, haGiang]);
    expect((await lan.units.readCluster(c)).members).toEqual([tuyenQuang, caoBang]);
    await expect(place(lan, bacKan, c.cluster, null)).rejects.toMatchObject({
      code: "unit/placed-meanwhile",
    });
  });
});

describe("a day that one clerk moved", () => {
  const move = (who: Caller, here: { year: number; cluster: string }, starts: string, was: string) =>
    who.rotation.moveDeadline({
      ...here,
      body: { phase: "review", starts: at(starts), was, reason: "Mưa lũ" },
    });

  test("in a cluster is not moved by another who saw the day before it", async () => {
    const here = await aCluster(lan, "scoring");
    await move(minh, here, "2026-12-27 17:00", calendar.review);
    await expect(move(lan, here, "2026-12-24 17:00", calendar.review)).rejects.toMatchObject({
      code: "phase/moved-meanwhile",
      about: { phase: "review", is: at("2026-12-27 17:00"), by: "minh" },
    });
    await move(lan, here, "2026-12-27 17:00", calendar.review);
    const { moves } = await lan.units.readCluster(here);
    expect(moves.map(({ by }) => by)).toEqual(["minh"]);
    await move(lan, here, "2026-12-24 17:00", at("2026-12-27 17:00"));
  });

  test("in a year is not moved by another who saw the days before it", async () => {
    const open = (who: Caller, seen: number, change: Partial<typeof calendar>) =>
      who.rotation.openYear({
        yearNo: 2031,
        body: { calendar: { ...calendar, ...change }, reason: "Công văn 12", seen },
      });
    const opened = await open(lan, 0, {});
    const seen = timesSaved(opened);
    const later = { closed: at("2027-04-15 17:00") };
    moveTo("2026-03-05 10:00");
    await open(minh, seen, later);
    await expect(open(lan, seen, { closed: at("2027-05-01 17:00") })).rejects.toMatchObject({
      code: "year/changed-meanwhile",
      about: { by: "minh", at: at("2026-03-05 10:00") },
    });
    expect(await open(lan, seen, later)).toMatchObject({ calendar: { closed: later.closed } });
  });
});

describe("a cluster", () => {
  const remove = (here: { year: number; cluster: string }, seen?: number) =>
    lan.units.removeCluster({
      year: here.year,
      clusterId: here.cluster,
      body: seen === undefined ? {} : { seen },
    });

  test("in which nothing was done is taken away, and is there again, as it was, once it is saved", async () => {
    const here = await aCluster(lan, "covenant");
    await lan.rotation.saveCovenant({ ...here, body: { targets: [] } });
    const was = await lan.units.readCluster(here);
    await remove(here, timesSaved(was));
    await remove(here, timesSaved(was));
    await expect(lan.units.readCluster(here)).rejects.toMatchObject({ code: "cluster/unknown" });
    await expect(as(haGiang).scoring.readBoard(here)).rejects.toMatchObject({ code: "cluster/unknown" });
    expect((await lan.units.listClusters({ year })).map(({ cluster }) => cluster)).not.toContain(
      here.cluster,
    );
    await expect(
      lan.units.placeUnits({ year, body: { places: { [haGiang]: here.cluster } } }),
    ).rejects.toMatchObject({ code: "cluster/unknown" });
    await expect(
      save(
        lan,
        { year, cluster: "khoi-con" },
        { kind: "khối", name: "K", members: [], within: here.cluster },
      ),
    ).rejects.toMatchObject({ code: "cluster/unknown" });
    await expect(
      lan.rotation.saveNotice({ year, notice: "n", body: { title: "Họp", cluster: here.cluster } }),
    ).rejects.toMatchObject({ code: "cluster/unknown" });

    const { kind, name, head, deputies, scheme } = was;
    await save(lan, here, {
      ...{ kind, name, members, deputies, seen: 0 },
      ...(head && { head }),
      ...(scheme && { scheme }),
    });
    const { saved: _before, ...before } = was;
    expect(await lan.units.readCluster(here)).toMatchObject(before);
    const deeds = await lan.rotation.readYearTrail({ year, from: "2026-01-01", to: "2027-12-31" });
    expect(deeds.filter(({ key }) => key["cluster"] === here.cluster).map(({ did }) => did)).toEqual([
      "units.saveCluster",
      "units.removeCluster",
      "units.saveCluster",
    ]);
  });

  test.for<
    [string, keyof typeof days, (here: { year: number; cluster: string }) => Promise<unknown>, string]
  >([
    [
      "a signed covenant",
      "covenant",
      async (here) => {
        const { digest } = await lan.rotation.saveCovenant({ ...here, body: { targets: [] } });
        await as(bacKan).rotation.signCovenant({ ...here, digest, unit: bacKan });
      },
      "covenant",
    ],
    [
      "a sheet with a claim",
      "scoring",
      (here) =>
        as(haGiang).scoring.saveClaims({
          ...here,
          unit: haGiang,
          body: { changes: { "1.1": { now: 8 } } },
        }),
      "sheets",
    ],
    [
      "a poll",
      "voting",
      (here) => lan.ballots.savePoll({ ...here, poll: "co", body: { for: "head", candidates: [haGiang] } }),
      "poll",
    ],
    [
      "a khối inside it",
      "covenant",
      (here) =>
        save(
          lan,
          { year, cluster: `${here.cluster}-khoi` },
          {
            ...{ kind: "khối", name: "Khối", members: [], within: here.cluster },
          },
        ),
      "inner",
    ],
    ["an announced ranking", "review", (here) => lan.scoring.announceRanking(here), "announced"],
  ])("with %s is not, and what stands in the way is told", async ([, phase, work, stands]) => {
    const here = await aCluster(lan, phase);
    await work(here);
    await expect(remove(here)).rejects.toMatchObject({ code: "cluster/in-use", about: { stands: [stands] } });
    expect(await lan.units.readCluster(here)).toMatchObject({ members });
  });

  test("is not taken away by whoever has not seen what was changed, nor by anybody but the clerk", async () => {
    const here = await aCluster(lan, "covenant");
    const seen = timesSaved(await lan.units.readCluster(here));
    await save(minh, here, { ...settings, seen });
    await expect(remove(here, seen)).rejects.toMatchObject({ code: "cluster/changed-meanwhile" });
    await expect(
      as(langSon).units.removeCluster({ year, clusterId: here.cluster, body: {} }),
    ).rejects.toMatchObject({ code: "caller/not-allowed" });
    await expect(remove({ year, cluster: "khong-co" })).rejects.toMatchObject({ code: "cluster/unknown" });
  });
});
