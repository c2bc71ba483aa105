import { beforeAll, describe, expect, test } from "vitest";
import type { Quota } from "#domain/quota.ts";
import { timesSaved } from "#domain/saved.ts";
import {
  aCluster,
  bacKan,
  type Caller,
  calendar,
  caoBang,
  haGiang,
  join,
  langSon,
  local,
  members,
  moveTo,
  theCouncil,
  year,
} from "../world.ts";

let clerk: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, as } = await theCouncil());
});

const basis = { legalBasis: "Hướng dẫn 12/HD-HĐTĐKT", validFrom: "2026-01-01" };
const guidance: Quota = [
  { award: "CO_CP", most: { percent: 20, of: "clusters" }, ...basis },
  { award: "CO_BT", most: { number: 1 }, ...basis },
  { award: "BK_BT", most: { percent: 50, of: "remaining" }, ...basis },
];
const open = (body: Partial<Parameters<Caller["rotation"]["openYear"]>[0]["body"]>, who = clerk) =>
  who.rotation.openYear({ yearNo: year, body: { calendar, ...body } });
const theYear = async (who = clerk) => (await who.units.readMe({})).years.find((each) => each.year === year);

describe("the council's guidance on how many may be proposed", () => {
  test("is saved with its year by the clerk, seen by every unit, and outlives a saving that does not speak of it", async () => {
    await open({ quota: guidance });
    await open({ motto: "Đoàn kết, sáng tạo" });
    expect(await theYear(as(haGiang))).toMatchObject({ quota: guidance, motto: "Đoàn kết, sáng tạo" });
    await expect(open({ quota: [] }, as(langSon))).rejects.toMatchObject({ code: "caller/not-allowed" });
  });

  test("is of awards the catalogue knows, each on a legal ground", async () => {
    const [first] = guidance;
    if (!first) throw new Error("There is a first share.");
    await expect(open({ quota: [{ ...first, award: "CO_LA" }] })).rejects.toMatchObject({
      code: "award/unknown",
      about: { award: "CO_LA" },
    });
    await expect(open({ quota: [{ ...first, legalBasis: " " }] })).rejects.toMatchObject({ status: 400 });
    await expect(open({ quota: [{ ...first, most: { percent: 101, of: "units" } }] })).rejects.toMatchObject({
      status: 400,
    });
  });

  test("is not written over by who has not seen it", async () => {
    const seen = timesSaved(await theYear());
    await open({ quota: guidance.slice(0, 1), seen });
    await expect(open({ quota: [], seen })).rejects.toMatchObject({
      code: "year/changed-meanwhile",
      about: { by: "thuong-truc" },
    });
  });
});

test("a cluster may differ from the guidance, for the year it was said of", async () => {
  const own: Quota = [{ award: "CO_BT", most: { number: 3 }, ...basis }];
  const { cluster } = await aCluster(clerk, "running", { quota: own });
  expect(await as(bacKan).units.readCluster({ year, cluster })).toMatchObject({ quota: own });
  const body = { kind: "cụm" as const, name: "Cụm", members, quota: [{ ...own[0], award: "CO_LA" }] };
  await expect(
    clerk.units.saveCluster({ year, clusterId: cluster, body: body as never }),
  ).rejects.toMatchObject({ code: "award/unknown" });
});

describe("what all clusters propose", () => {
  test("is told of units, without what was taken back, to whoever serves the council and no unit", async () => {
    const [one, other] = [await aCluster(clerk, "voting"), await aCluster(clerk, "voting")];
    const nominate = (at: typeof one, nomination: string, award: string, recipient: object) =>
      clerk.nominations.nominate({
        ...at,
        nomination,
        body: { award, recipient: recipient as { unit: string } },
      });
    await nominate(one, "co-1", "CO_CP", { unit: haGiang });
    await nominate(other, "co-2", "CO_CP", { unit: caoBang });
    await nominate(other, "ca-nhan", "BK_BT", { unit: caoBang, person: "Hoàng Văn Sinh" });
    await nominate(other, "nham", "BK_BT", { unit: bacKan });
    await clerk.nominations.withdrawNomination({ ...other, nomination: "nham", body: { reason: "Nhầm." } });

    const member = await join(clerk, "uy-vien", { name: "Ủy viên", role: "member" });
    const told = await member.nominations.listProposed({ year });
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([
        { cluster: one.cluster, award: "CO_CP", unit: haGiang },
        { cluster: other.cluster, award: "CO_CP", unit: caoBang },
      ]),
    );
    await expect(as(langSon).nominations.listProposed({ year })).rejects.toMatchObject({
      code: "caller/not-allowed",
    });
  });
});

test("being over what the guidance says stops nobody, and the year after begins without it", async () => {
  ({ clerk, as } = await theCouncil("vhttdl-sang-nam"));
  await open({ quota: [{ award: "CO_BT", most: { number: 1 }, ...basis }] });
  const at = await aCluster(clerk, "voting", { quota: [] });
  for (const unit of [haGiang, caoBang])
    await as(langSon).nominations.nominate({
      ...at,
      nomination: `co-${unit}`,
      body: { award: "CO_BT", recipient: { unit } },
    });
  expect(await clerk.nominations.listProposed({ year })).toHaveLength(2);

  const later = Object.fromEntries(
    Object.entries(calendar).map(([phase, at]) => [
      phase,
      String(at).replace(/^\d+/, (no) => `${Number(no) + 1}`),
    ]),
  ) as typeof calendar;
  await clerk.rotation.openYear({ yearNo: year + 1, body: { calendar: later } });
  moveTo("2027-04-02 08:00");
  await local.runSchedules("Closing");
  const next = await clerk.units.readCluster({ year: year + 1, cluster: at.cluster });
  expect(next.members).toEqual(members);
  expect(next).not.toHaveProperty("quota");
});
