import { beforeAll, expect, test } from "vitest";
import {
  aCluster,
  bacKan,
  type Caller,
  caoBang,
  days,
  haGiang,
  langSon,
  moveTo,
  theCouncil,
  tuyenQuang,
} from "../world.ts";

let clerk: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, as } = await theCouncil());
});

const claims = { "1.1": { now: 9 }, "1.2": { now: 74 }, "1.4": { now: true } } as const;
type At = { year: number; cluster: string };
const handIn = async (at: At, unit: string) => {
  await as(unit).scoring.saveClaims({ ...at, unit, body: { changes: claims } });
  await as(unit).scoring.submitSheet({ ...at, unit, body: { leaveBlank: ["1.3"] } });
};
const find = (who: string | Caller, at: At, unit: string, value = 8) =>
  (typeof who === "string" ? as(who) : who).scoring.saveFindings({
    ...at,
    unit,
    body: { findings: { "1.1": { value, reason: "Thiếu báo cáo quý III." } } },
  });
const pairs = { [langSon]: tuyenQuang, [tuyenQuang]: haGiang, [haGiang]: caoBang, [caoBang]: bacKan };

test("a member that was assigned finds on the sheet of another, and stands in the place of head and deputies", async () => {
  const at = await aCluster(clerk, "scoring");
  await handIn(at, haGiang);
  moveTo(days.review);
  await expect(find(caoBang, at, haGiang)).rejects.toMatchObject({ code: "caller/not-allowed" });
  await find(langSon, at, haGiang, 7);

  const settled = await as(langSon).scoring.settleCrossCheck({
    ...at,
    body: { appraisers: pairs, recusals: [] },
  });
  expect(settled).toMatchObject({ appraisers: pairs, recusals: [], by: langSon });
  expect((await as(bacKan).units.readCluster(at)).crossCheck).toEqual(settled);

  await find(caoBang, at, haGiang);
  const { sheet } = await as(haGiang).scoring.readSheet({ ...at, unit: haGiang });
  expect(sheet.lines["1.1"]?.cluster).toMatchObject({ value: 8, by: caoBang });
  for (const who of [langSon, tuyenQuang])
    await expect(find(who, at, haGiang)).rejects.toMatchObject({
      code: "cross-check/not-yours",
      status: 403,
      about: { unit: haGiang, appraiser: caoBang },
    });
  await expect(find(haGiang, at, haGiang)).rejects.toMatchObject({ code: "caller/not-allowed" });
  await expect(find(bacKan, at, haGiang)).rejects.toMatchObject({ code: "caller/not-allowed" });
  // The standing office finds beside it, and a unit that was given to nobody stays with the head.
  await find(clerk, at, haGiang, 7.5);
  await find(langSon, at, bacKan);
  await expect(find(caoBang, at, bacKan)).rejects.toMatchObject({ code: "caller/not-allowed" });
});

test("who appraises whom is for the head and the clerk to say, until review is over", async () => {
  const at = await aCluster(clerk, "running");
  const settle = (who: Caller) =>
    who.scoring.settleCrossCheck({ ...at, body: { appraisers: { [haGiang]: bacKan }, recusals: [] } });
  for (const unit of [haGiang, bacKan])
    await expect(settle(as(unit))).rejects.toMatchObject({ code: "caller/not-allowed" });
  for (const who of [clerk, as(langSon), as(tuyenQuang)]) await settle(who);
  moveTo(days.voting);
  await expect(settle(clerk)).rejects.toMatchObject({ code: "phase/not-now" });
});

test.for<[string, Record<string, string>, string]>([
  ["of itself", { [haGiang]: haGiang }, "office/own-sheet"],
  ["of one that is no member", { "son-la": haGiang }, "unit/unknown"],
  ["that is no member", { [haGiang]: "son-la" }, "unit/unknown"],
])("nobody is made an appraiser %s", async ([, appraisers, code]) => {
  const at = await aCluster(clerk, "running");
  await expect(
    clerk.scoring.settleCrossCheck({ ...at, body: { appraisers, recusals: [] } }),
  ).rejects.toMatchObject({ code });
  expect((await clerk.units.readCluster(at)).crossCheck).toBeUndefined();
});

test("an appraiser steps back with a reason, once, and is not named again for that unit", async () => {
  const at = await aCluster(clerk, "running");
  await clerk.scoring.settleCrossCheck({ ...at, body: { appraisers: pairs, recusals: [] } });
  const stepBack = (who: string, reason: string, unit = haGiang) =>
    as(who).scoring.stepBack({ ...at, unit, body: { reason } });
  await expect(stepBack(bacKan, "Không rảnh")).rejects.toMatchObject({ code: "caller/not-allowed" });

  const { appraisers, recusals } = await stepBack(caoBang, "Lãnh đạo hai sở là người nhà.");
  expect(appraisers).toEqual({ [langSon]: tuyenQuang, [tuyenQuang]: haGiang, [caoBang]: bacKan });
  expect(recusals).toMatchObject([{ unit: haGiang, appraiser: caoBang, by: caoBang }]);
  expect((await stepBack(caoBang, "Nói lại.")).recusals).toEqual(recusals);

  const again = (reasons: { unit: string; appraiser: string; reason: string }[]) =>
    clerk.scoring.settleCrossCheck({ ...at, body: { appraisers: pairs, recusals: reasons } });
  const said = recusals.map(({ unit, appraiser, reason }) => ({ unit, appraiser, reason }));
  await expect(again(said)).rejects.toMatchObject({
    code: "cross-check/recused",
    about: { unit: haGiang, appraiser: caoBang },
  });
  // Taken back by whoever settles it, it no longer stands in the way.
  await again([]);
});

test("a head that stepped back finds nothing there, and another deputy does", async () => {
  const at = await aCluster(clerk, "scoring");
  await handIn(at, haGiang);
  moveTo(days.review);
  await as(langSon).scoring.stepBack({ ...at, unit: haGiang, body: { reason: "Người nhà" } });
  await expect(find(langSon, at, haGiang)).rejects.toMatchObject({ code: "cross-check/recused" });
  await find(tuyenQuang, at, haGiang);
});

test("who appraises whom outlives a change of the cluster's settings", async () => {
  const at = await aCluster(clerk, "running");
  await clerk.scoring.settleCrossCheck({ ...at, body: { appraisers: pairs, recusals: [] } });
  const { kind, name, members, head, deputies, scheme } = await clerk.units.readCluster(at);
  await clerk.units.saveCluster({
    year: at.year,
    clusterId: at.cluster,
    body: { kind, name: `${name} mới`, members, deputies, ...(head && { head }), ...(scheme && { scheme }) },
  });
  expect((await clerk.units.readCluster(at)).crossCheck).toMatchObject({ appraisers: pairs });
});

test("two who settle at the same moment do not undo one another unseen", async () => {
  const at = await aCluster(clerk, "running");
  const settle = (who: Caller, appraiser: string) =>
    who.scoring.settleCrossCheck({ ...at, body: { appraisers: { [haGiang]: appraiser }, recusals: [] } });
  const outcomes = await Promise.allSettled([settle(clerk, bacKan), settle(as(langSon), caoBang)]);
  const lost = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  for (const reason of lost) expect(reason).toMatchObject({ code: "cluster/changed-meanwhile" });
  const { crossCheck } = await clerk.units.readCluster(at);
  expect([bacKan, caoBang]).toContain(crossCheck?.appraisers[haGiang]);
});
