import { afterAll, beforeAll, expect, test } from "vitest";
import { askEngine, putRaw, type RawItem, rawItemsOf, watchedEngine } from "../watched-engine.ts";
import type { Caller } from "../world.ts";

// Whoever tampers goes to the engine itself, past everything that is ours.
const engine = await watchedEngine();
process.env["AWS_ENDPOINT_URL_DYNAMODB"] = engine.direct;
const { aCluster, days, haGiang, langSon, local, moveTo, theCouncil } = await import("../world.ts");
process.env["TABLE_NAME"] = local.tableName;
const { faultsKept } = await import("#functions/audit.ts");
afterAll(() => engine.stop());

let clerk: Caller;
let as: (unit: string) => Caller;
let kept: RawItem[];
beforeAll(async () => {
  ({ clerk, as } = await theCouncil());
  const cluster = await aCluster(clerk, "scoring");
  const at = { ...cluster, unit: haGiang };
  await as(haGiang).scoring.saveClaims({
    ...at,
    body: { changes: { "1.1": { now: 9 }, "1.2": { now: 70 } } },
  });
  await as(haGiang).scoring.submitSheet({ ...at, body: { leaveBlank: ["1.3", "1.4"] } });
  moveTo(days.review);
  await as(langSon).scoring.saveFindings({
    ...at,
    body: { findings: { "1.1": { value: 8, reason: "Thiếu." } } },
  });
  await as(langSon).scoring.announceRanking(cluster);
  await clerk.units.saveUnit({ unit: haGiang, body: { name: "Sở Văn hóa Hà Giang", since: 2027 } });
  await clerk.units.saveUnit({
    unit: haGiang,
    body: { name: "Sở Văn hóa và Du lịch Hà Giang", since: 2027 },
  });
  kept = await rawItemsOf(engine.direct, local.tableName, "vhttdl");
});

test("what nobody touched holds, from the first write on", async () => {
  const { histories, links, sheets, faults } = await faultsKept();
  expect(faults).toEqual([]);
  expect(sheets).toBe(1);
  expect(links).toBeGreaterThan(histories);
});

const named = (beginning: string, of = (_: RawItem) => true) => {
  const found = kept.find((item) => `${item["pk"]?.S}|${item["sk"]?.S}`.includes(beginning) && of(item));
  if (!found) throw new Error(`Nothing is kept at ${beginning}.`);
  return found;
};
const put = (item: RawItem) => putRaw(engine.direct, local.tableName, [item]);
const remove = ({ pk, sk }: RawItem) =>
  askEngine(engine.direct, "DeleteItem", { TableName: local.tableName, Key: { pk, sk } });
const unit = () => named("vhttdl#UNITS|UNIT#ha-giang");
const link = (no: number) => named(`#HISTORY#UNIT#ha-giang|${String(no).padStart(7, "0")}`);

test.for<[string, () => RawItem, (item: RawItem) => Promise<unknown>]>([
  ["a name changed in place", unit, (item) => put({ ...item, names: { L: [] } as never })],
  ["a thing gone, its history left", unit, remove],
  ["a link gone", () => link(2), remove],
  ["an author changed in a link", () => link(1), (item) => put({ ...item, by: { S: "ai-do" } })],
  [
    "a time changed in a link",
    () => link(2),
    (item) => put({ ...item, at: { S: "2026-01-01T00:00:00.000Z" } }),
  ],
  [
    "a link in the place of another",
    () => link(2),
    (item) => put({ ...item, ...named("#HISTORY#UNIT#ha-giang|0000001"), sk: item["sk"] ?? {} }),
  ],
  [
    "a claim changed on a submitted sheet",
    () => named("|VERSION#ha-giang#0000001"),
    (item) => put({ ...item, c: { S: item["c"]?.S?.replace("1.1:9:", "1.1:10:") ?? "" } }),
  ],
  ["a finding changed", () => named("|SHEET#ha-giang"), (item) => put({ ...item, f: { L: [] } as never })],
  ["a version gone", () => named("|VERSION#ha-giang#0000001"), remove],
  ["a sheet gone", () => named("|SHEET#ha-giang"), remove],
])("%s is found", async ([, of, tamper]) => {
  const item = of();
  await tamper(item);
  const { faults } = await faultsKept();
  await put(item);
  expect(faults).toHaveLength(1);
  expect((await faultsKept()).faults).toEqual([]);
});
