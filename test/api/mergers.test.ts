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
  year,
} from "../world.ts";

let clerk: Caller;
let as: (unit: string) => Caller;
let cluster: string;
const next = year + 1;
const claimed = { [langSon]: 8, [tuyenQuang]: 7, [haGiang]: 6, [caoBang]: 5, [bacKan]: 9 };

beforeAll(async () => {
  ({ clerk, as } = await theCouncil());
  const at = await aCluster(clerk, "scoring");
  ({ cluster } = at);
  for (const [unit, points] of Object.entries(claimed)) {
    await as(unit).scoring.saveClaims({ ...at, unit, body: { changes: { "1.1": { now: points } } } });
    await as(unit).scoring.submitSheet({ ...at, unit, body: { leaveBlank: ["1.2", "1.3", "1.4"] } });
  }
  for (const [unit, successor, since] of [
    [bacKan, haGiang, next],
    [haGiang, caoBang, next],
    [tuyenQuang, langSon, next + 1],
  ] as const)
    await clerk.units.mergeUnit({ unit, body: { successor, since } });
  moveTo(days.closed);
  await clerk.closing.closeYear({ yearNo: year });
  moveTo("2027-04-02 08:01");
  await clerk.closing.closeYear({ yearNo: year });
  const { kind, name } = await clerk.units.readCluster({ year, cluster });
  await clerk.units.saveCluster({
    year: next,
    clusterId: cluster,
    body: { kind, name, members: [langSon, tuyenQuang, caoBang] },
  });
});

test("beside a member stands the best of last year's places of those who went into it, and whose it was", async () => {
  const { lastYear } = await clerk.scoring.readRanking({ year: next, cluster });
  expect(lastYear.find(({ unit }) => unit === caoBang)).toMatchObject({ rank: 1, total: 9, as: bacKan });
});

test("who goes into another only later keeps its own place until then", async () => {
  const { lastYear } = await clerk.scoring.readRanking({ year: next, cluster });
  expect(lastYear.filter(({ unit }) => unit !== caoBang)).toEqual([
    { unit: langSon, rank: 2, total: 8, rate: 20 },
    { unit: tuyenQuang, rank: 3, total: 7, rate: 17.5 },
  ]);
});
