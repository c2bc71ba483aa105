import { beforeAll, describe, expect, test } from "vitest";
import {
  aCluster,
  bacKan,
  type Caller,
  caoBang,
  days,
  found,
  haGiang,
  join,
  langSon,
  local,
  members,
  moveTo,
  theCouncil,
  tuyenQuang,
  year,
} from "../world.ts";

let clerk: Caller;
let teller: Caller;
let auditor: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, as, teller } = await theCouncil());
  auditor = await join(clerk, "thanh-tra", { name: "Thanh tra", role: "auditor" });
});
const submit = (at: { year: number; cluster: string }, unit: string) =>
  as(unit).scoring.submitSheet({ ...at, unit, body: { leaveBlank: ["1.1", "1.2", "1.3", "1.4"] } });

describe("a reminder", () => {
  test("goes to all who are late, and to nobody twice a day however often and by whomever it is asked", async () => {
    const at = await aCluster(clerk, "scoring");
    await submit(at, langSon);
    await Promise.all([1, 2, 3].map(() => clerk.rotation.remind({ ...at, body: {} })));
    await as(tuyenQuang).rotation.remind({ ...at, body: {} });
    const { units } = await clerk.rotation.readProgress(at);
    expect(units.filter(({ reminded }) => reminded).map(({ unit }) => unit)).toEqual(
      members.filter((unit) => unit !== langSon),
    );
    await expect(clerk.rotation.remind({ ...at, body: {} })).resolves.toEqual({ reminded: [] });
    moveTo("2026-12-11 08:00");
    const { reminded } = await as(langSon).rotation.remind({ ...at, body: { units: [haGiang, langSon] } });
    expect(reminded).toEqual([haGiang]);
  });

  test("is seen by the unit and by whoever leads, and by no other member", async () => {
    const at = await aCluster(clerk, "scoring");
    await clerk.rotation.remind({ ...at, body: { units: [haGiang] } });
    const seen = async (caller: Caller) =>
      (await caller.rotation.readProgress(at)).units.filter(({ reminded }) => reminded).length;
    expect(await seen(as(haGiang))).toBe(1);
    expect(await seen(as(langSon))).toBe(1);
    expect(await seen(auditor)).toBe(1);
    expect(await seen(as(caoBang))).toBe(0);
    expect(await seen(teller)).toBe(0);
  });

  test("is told of all clusters of a year in one answer, of each as it is told by itself, and of no other's", async () => {
    const one = await aCluster(clerk, "scoring");
    const other = await aCluster(clerk, "scoring", { members: [langSon], deputies: [] });
    const gone = await aCluster(clerk, "scoring");
    await clerk.units.removeCluster({ year, clusterId: gone.cluster, body: {} });
    await clerk.rotation.remind({ ...one, body: { units: [haGiang] } });
    const told = async (caller: Caller) =>
      new Map((await caller.rotation.listProgress({ year })).map(({ cluster, ...rest }) => [cluster, rest]));
    for (const caller of [clerk, auditor, teller, as(langSon), as(haGiang)])
      expect((await told(caller)).get(one.cluster)).toEqual(await caller.rotation.readProgress(one));
    expect((await told(as(langSon))).get(other.cluster)).toEqual(await clerk.rotation.readProgress(other));
    expect((await told(as(haGiang))).has(other.cluster)).toBe(false);
    expect((await told(clerk)).has(gone.cluster)).toBe(false);
  });

  test("is about the signature while the covenant is to be signed", async () => {
    const at = await aCluster(clerk, "covenant");
    await expect(clerk.rotation.remind({ ...at, body: {} })).resolves.toEqual({ reminded: [] });
    const { digest } = await clerk.rotation.saveCovenant({ ...at, body: { targets: [] } });
    await as(bacKan).rotation.signCovenant({ ...at, digest, unit: bacKan });
    await clerk.rotation.remind({ ...at, body: {} });
    const { units } = await clerk.rotation.readProgress(at);
    expect(units.find(({ unit }) => unit === bacKan)).toMatchObject({ signed: true });
    expect(units.filter(({ owes, reminded }) => owes === "signature" && reminded)).toHaveLength(4);
  });

  test("comes from the clerk or the head, and not when the vote has begun", async () => {
    const at = await aCluster(clerk, "scoring");
    for (const caller of [as(caoBang), auditor, teller])
      await expect(caller.rotation.remind({ ...at, body: {} })).rejects.toMatchObject({
        code: "caller/not-allowed",
      });
    moveTo(days.voting);
    await expect(clerk.rotation.remind({ ...at, body: {} })).rejects.toMatchObject({ code: "phase/not-now" });
  });
});

describe("a notice", () => {
  const save = (notice: string, body: { title: string; cluster?: string }) =>
    clerk.rotation.saveNotice({ year, notice, body });
  const titles = async (caller: Caller) =>
    (await caller.rotation.listNotices({ year })).map(({ title }) => title);

  test("for all is read by all, one for a cluster by its members and the council's own people", async () => {
    const at = await aCluster(clerk, "running", { members: [langSon, caoBang], deputies: [] });
    await save("cho-tat-ca", { title: "Nộp báo cáo quý" });
    moveTo("2026-06-01 09:00");
    await save("cho-cum", { title: "Họp cụm", cluster: at.cluster });
    expect(await titles(as(caoBang))).toEqual(["Họp cụm", "Nộp báo cáo quý"]);
    expect(await titles(as(haGiang))).toEqual(["Nộp báo cáo quý"]);
    expect(await titles(auditor)).toContain("Họp cụm");
  });

  test("once withdrawn is gone from the units, and comes back by undoing it", async () => {
    await save("rut-lai", { title: "Nhầm ngày" });
    const withdraw = (withdrawn: boolean) =>
      clerk.rotation.withdrawNotice({ year, notice: "rut-lai", body: { withdrawn } });
    expect(await withdraw(true)).toEqual(await withdraw(true));
    expect(await titles(as(haGiang))).not.toContain("Nhầm ngày");
    expect(await titles(clerk)).toContain("Nhầm ngày");
    await withdraw(false);
    expect(await titles(as(haGiang))).toContain("Nhầm ngày");
  });

  test("is the clerk's alone to write, is for a cluster there is, and one not there is not withdrawn", async () => {
    await expect(
      as(langSon).rotation.saveNotice({ year, notice: "cua-cum-truong", body: { title: "Không" } }),
    ).rejects.toMatchObject({ code: "caller/not-allowed" });
    await expect(save("cum-la", { title: "Cụm lạ", cluster: "khong-co" })).rejects.toMatchObject({
      code: "cluster/unknown",
    });
    await expect(
      clerk.rotation.withdrawNotice({ year, notice: "khong-co", body: { withdrawn: true } }),
    ).rejects.toMatchObject({ code: "notice/unknown" });
  });

  test("changed by many at once is changed by one of them", async () => {
    await save("nhieu-tay", { title: "Không" });
    const ends = await Promise.allSettled(
      ["một", "hai", "ba", "bốn", "năm", "sáu"].map((title) => save("nhieu-tay", { title })),
    );
    const codes = ends.flatMap((end) => (end.status === "rejected" ? [end.reason.code] : []));
    expect(codes.length).toBeGreaterThan(0);
    expect(new Set(codes)).toEqual(new Set(["notice/changed-meanwhile"]));
  });
});

describe("units put into clusters", () => {
  test("are in the one named and in no other, whoever moves others at the same time", async () => {
    const a = await aCluster(clerk, "covenant");
    const b = await aCluster(clerk, "covenant", { members: [langSon], deputies: [] });
    const place = (unit: string) => clerk.units.placeUnits({ year, body: { places: { [unit]: b.cluster } } });
    await Promise.all([place(haGiang), place(caoBang), place(bacKan)]);
    const [from, to] = await Promise.all([clerk.units.readCluster(a), clerk.units.readCluster(b)]);
    expect(to.members.toSorted()).toEqual([bacKan, caoBang, haGiang, langSon]);
    expect(from.members).not.toContain(haGiang);
  });

  test("of another council, or known to nobody, are not put anywhere", async () => {
    const { cluster } = await aCluster(clerk, "covenant");
    const other = await found("noi-khac");
    await other.units.saveUnit({ unit: "xa-la", body: { name: "Xã lạ", since: year } });
    await expect(
      clerk.units.placeUnits({ year, body: { places: { "xa-la": cluster } } }),
    ).rejects.toMatchObject({ code: "unit/unknown", about: { units: ["xa-la"] } });
  });

  test("touch as many clusters at once as one write can hold, and no more", async () => {
    moveTo(days.covenant);
    const places: Record<string, string> = {};
    for (let no = 0; no < 51; no++) {
      const [unit, clusterId] = [`xa-${no}`, `khoi-dong-${no}`];
      await clerk.units.saveUnit({ unit, body: { name: `Xã số ${no}`, since: year } });
      await clerk.units.saveCluster({
        ...{ year, clusterId },
        body: { kind: "khối", name: clusterId, members: [] },
      });
      places[unit] = clusterId;
    }
    await expect(clerk.units.placeUnits({ year, body: { places } })).rejects.toMatchObject({
      code: "cluster/too-many-at-once",
    });
    const { "xa-0": _, ...fewer } = places;
    expect(await clerk.units.placeUnits({ year, body: { places: fewer } })).toHaveLength(50);
  });
});

describe("the trail", () => {
  const all = { from: "2026-01-01", to: "2027-12-31" };

  test("of a cluster tells who did what on which day, from histories, sheets and signatures alike", async () => {
    const at = await aCluster(clerk, "covenant");
    const { digest } = await clerk.rotation.saveCovenant({ ...at, body: { targets: [] } });
    moveTo("2026-03-02 09:00");
    await as(bacKan).rotation.signCovenant({ ...at, digest, unit: bacKan });
    moveTo(days.scoring);
    await clerk.rotation.remind({ ...at, body: { units: [haGiang] } });
    moveTo("2026-12-10 09:00");
    await submit(at, haGiang);
    moveTo("2026-12-10 10:00");
    await clerk.scoring.returnSheet({ ...at, unit: haGiang, body: { reason: "Thiếu" } });
    moveTo("2026-12-10 11:00");
    await submit(at, haGiang);
    moveTo(days.voting);
    const poll = (candidate: string) =>
      clerk.ballots.savePoll({ ...at, poll: "co", body: { for: "head", candidates: [candidate] } });
    await poll(haGiang);
    moveTo("2027-01-17 08:30");
    await poll(caoBang);
    const deeds = await auditor.rotation.readTrail({ ...at, ...all });
    expect(deeds.map(({ did, by, key, no }) => [did, by, key["unit"] ?? key["poll"], no])).toEqual([
      ["ballots.savePoll", "thuong-truc", "co", 2],
      ["ballots.savePoll", "thuong-truc", "co", 1],
      ["scoring.submitSheet", haGiang, haGiang, 2],
      ["scoring.returnSheet", "thuong-truc", haGiang, 2],
      ["scoring.submitSheet", haGiang, haGiang, 1],
      ["rotation.remind", "thuong-truc", haGiang, undefined],
      ["rotation.signCovenant", bacKan, bacKan, undefined],
      ["rotation.saveCovenant", "thuong-truc", undefined, 1],
    ]);
    const day = { from: "2026-12-10", to: "2026-12-10" };
    expect(await clerk.rotation.readTrail({ ...at, ...day })).toHaveLength(4);
  });

  test("of a year has its clusters, tables and notices; the council's has units, people and years", async () => {
    const { cluster } = await aCluster(clerk, "covenant");
    const ofYear = await clerk.rotation.readYearTrail({ year, ...all });
    expect(ofYear.find(({ key }) => key["cluster"] === cluster)).toMatchObject({
      did: "units.saveCluster",
      kind: "cluster",
      title: expect.stringContaining("Cụm thi đua số"),
    });
    expect(new Set(ofYear.map(({ kind }) => kind))).toEqual(new Set(["cluster", "scheme", "notice"]));
    const ofCouncil = await clerk.rotation.readCouncilTrail(all);
    expect(new Set(ofCouncil.map(({ kind }) => kind))).toEqual(
      new Set(["council", "person", "slip", "unit", "year"]),
    );
    expect(JSON.stringify(ofCouncil)).not.toContain("Cán bộ thi đua");
  });

  test("comes to one figure a night, which goes on from the one before", async () => {
    await local.runSchedules();
    moveTo("2027-01-19 08:00");
    await local.runSchedules();
    const [last, before] = await auditor.rotation.listRoots({});
    expect(last?.day).toBe("2027-01-19");
    expect(last?.root).toMatch(/^[0-9a-f]{64}$/);
    expect(last?.root).not.toBe(before?.root);
    await expect(as(langSon).rotation.listRoots({})).rejects.toMatchObject({ code: "caller/not-allowed" });
  });

  test("is read by the clerk and the auditor and nobody else", async () => {
    const at = await aCluster(clerk, "covenant");
    for (const caller of [as(langSon), teller])
      for (const read of [
        () => caller.rotation.readTrail({ ...at, ...all }),
        () => caller.rotation.readYearTrail({ year, ...all }),
        () => caller.rotation.readCouncilTrail(all),
      ])
        await expect(read()).rejects.toMatchObject({ code: "caller/not-allowed" });
  });
});
