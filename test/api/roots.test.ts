import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { askEngine, putRaw, type RawItem, rawItemsOf, watchedEngine } from "../watched-engine.ts";
import type { Caller } from "../world.ts";

// Whoever tampers goes to the engine itself, past everything that is ours.
const engine = await watchedEngine();
process.env["AWS_ENDPOINT_URL_DYNAMODB"] = engine.direct;
const { aCluster, found, haGiang, local, members, moveTo, theCouncil } = await import("../world.ts");
process.env["TABLE_NAME"] = local.tableName;
const { faultsKept } = await import("#functions/audit.ts");
afterAll(() => engine.stop());

const council = "vhttdl";
const kept = () => rawItemsOf(engine.direct, local.tableName, council);
const nameOf = ({ pk, sk }: RawItem) => `${pk?.S}|${sk?.S}`;
const remove = ({ pk, sk }: RawItem) =>
  askEngine(engine.direct, "DeleteItem", { TableName: local.tableName, Key: { pk, sk } });
/** Everything as it then was: what came since is gone, what changed since is as before. */
async function cutBackTo(then: readonly RawItem[], of: (name: string) => boolean) {
  const there = new Set(then.map(nameOf));
  for (const item of await kept()) if (of(nameOf(item)) && !there.has(nameOf(item))) await remove(item);
  await putRaw(
    engine.direct,
    local.tableName,
    then.filter((item) => of(nameOf(item))),
  );
}
const night = (day: string) => {
  moveTo(`${day} 01:30`);
  return local.runSchedules("Roots");
};
const rootNow = async () => (await faultsKept()).roots.find((one) => one.council === council);

let clerk: Caller;
let as: (unit: string) => Caller;
let at: Awaited<ReturnType<typeof aCluster>>;
const name = (text: string) => clerk.units.saveUnit({ unit: haGiang, body: { name: text, since: 2027 } });

/** The same evening: before the last changes, and after the night that gathered them. */
let before: RawItem[];
let after: RawItem[];
beforeAll(async () => {
  ({ clerk, as } = await theCouncil());
  at = await aCluster(clerk, "scoring");
  const poll = { ...at, poll: "cum-truong" };
  const candidates = members.slice(0, 2);
  await clerk.ballots.savePoll({ ...poll, body: { for: "head", candidates } });
  await clerk.nominations.decide({
    year: at.year,
    decision: "qd-1",
    body: { award: "CO_BT", recipient: { unit: haGiang }, outcome: "awarded" },
  });
  await clerk.nominations.revoke({
    ...{ year: at.year, decision: "qd-1" },
    body: { does: "revoked", number: "77/QĐ", date: "2026-12-10", reason: "Kê khai sai." },
  });
  await name("Sở Văn hóa Hà Giang");
  await night("2026-12-11");
  const sheet = { ...at, unit: haGiang };
  await as(haGiang).scoring.saveClaims({ ...sheet, body: { changes: { "1.1": { now: 9 } } } });
  before = await kept();

  await as(haGiang).scoring.submitSheet({ ...sheet, body: { leaveBlank: ["1.2", "1.3", "1.4"] } });
  await name("Sở Văn hóa và Du lịch Hà Giang");
  await name("Sở VHTTDL Hà Giang");
  await clerk.rotation.moveDeadline({
    ...at,
    body: { phase: "review", starts: "2026-12-27T10:00:00.000Z", reason: "Bão." },
  });
  await night("2026-12-12");
  after = await kept();
});
beforeEach(() => cutBackTo(after, () => true));

test("what has a history is gathered, wherever it is kept", async () => {
  const histories = after.filter((item) => item["l"] || nameOf(item).includes("|SHEET#"));
  const places = histories
    .map((item) => nameOf(item).replace(`${council}#`, "").replace("|", "#"))
    .map((place) => (place.includes("#SHEET#") ? place.replace(/#\d{7}$/, "") : place));
  const lines = after
    .filter((item) => nameOf(item).includes("#HEADS#"))
    .flatMap((page) => (page["lines"] as unknown as { L: { S: string }[] }).L.map(({ S }) => S));
  const gathered = new Set(lines.map((line) => line.split(" ")[2]));
  expect(new Set(places)).toEqual(gathered);
  expect(gathered.size).toBeGreaterThan(15);
});

test("a night gathers what was written since the one before, once, and continues it", async () => {
  const roots = after.filter((item) => nameOf(item).includes("#ROOTS|"));
  expect(roots.map(nameOf)).toEqual([`${council}#ROOTS|ROOT#2026-12-11`, `${council}#ROOTS|ROOT#2026-12-12`]);
  expect(roots[1]?.["count"]?.N).toBe("3");
  const was = await rootNow();
  await local.runSchedules("Roots");
  expect(await rootNow()).toEqual(was);
  await night("2026-12-13");
  expect(await rootNow()).toMatchObject({
    day: "2026-12-13",
    root: expect.not.stringMatching(was?.root ?? ""),
  });
  expect((await faultsKept()).faults).toEqual([]);
});

describe("cut back together with its history", () => {
  test.for<[string, string, string]>([
    ["a unit's name", "UNIT#ha-giang", `${council}#UNITS#UNIT#ha-giang: number 4 `],
    ["a moved deadline", "CLUSTER#cum-", `${council}#YEAR#2026#CLUSTER#cum-1: number 2 `],
    ["a submitted sheet", `#CLUSTER#2026#cum-1|`, `${council}#CLUSTER#2026#cum-1#SHEET#ha-giang: number 1 `],
  ])("%s is found by the night that gathered it", async ([, place, fault]) => {
    await cutBackTo(before, (kept) => kept.includes(place));
    const { faults } = await faultsKept();
    expect(faults).toEqual([`${fault}is not what was gathered on 2026-12-12`]);
  });

  test("a root too, it is found by whoever kept the root elsewhere", async () => {
    const root = (await rootNow())?.root ?? "";
    expect((await faultsKept([root])).faults).toEqual([]);
    await cutBackTo(before, () => true);
    expect((await faultsKept()).faults).toEqual([]);
    expect((await faultsKept([root])).faults).toEqual([`${root}: no night has this root`]);
  });
});

test.for<[string, string, (item: RawItem) => RawItem | undefined, string]>([
  ["a night gone", "ROOTS|ROOT#2026-12-11", () => undefined, "#ROOTS: link 2 does not follow 0"],
  [
    "a night's time changed",
    "ROOTS|ROOT#2026-12-12",
    (item) => {
      const link = item["link"] as unknown as { M: RawItem[string] };
      return { ...item, link: { M: { ...link.M, at: { S: "2026-12-13T00:00:00.000Z" } } } as never };
    },
    "#ROOTS: link 2 was changed",
  ],
  [
    "a head taken out of a night",
    "#HEADS#",
    (item) => ({ ...item, lines: { L: [] } as never }),
    "#ROOTS#ROOT#2026-12-1",
  ],
])("%s is found", async ([, place, tamper, fault]) => {
  const item = after.find((one) => nameOf(one).includes(place));
  if (!item) throw new Error(`Nothing is kept at ${place}.`);
  const changed = tamper(item);
  await (changed ? putRaw(engine.direct, local.tableName, [changed]) : remove(item));
  const { faults } = await faultsKept();
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
});

test("one council's trouble keeps no other from its root", async () => {
  await found("a-truoc");
  await found("z-sau");
  const broken = { pk: { S: "a-truoc#UNITS" }, sk: { S: "UNIT#hong" }, r: { N: "1" } };
  await putRaw(engine.direct, local.tableName, [broken]);
  await expect(night("2026-12-14")).rejects.toThrow();
  await remove(broken);
  const { roots } = await faultsKept();
  expect(roots.map((one) => [one.council, one.day])).toEqual(
    expect.arrayContaining([
      [council, "2026-12-14"],
      ["z-sau", "2026-12-14"],
    ]),
  );
  expect(roots.map((one) => one.council)).not.toContain("a-truoc");
});
