import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { Calendar, calendarAfter } from "#domain/calendar.ts";
import { heirOfCluster, type Lived, obstacleOf, pageOf, Snapshot } from "#domain/closing.ts";
import { Cluster } from "#domain/cluster.ts";
import type { Sheet } from "#domain/sheet.ts";
import type { Year } from "#domain/year.ts";
import { digestOf } from "#lib/digest.ts";
import { pollOf, ruleOf } from "./polls.ts";

const at = { by: "an", at: "2026-12-10T08:00:00.000Z" };
const key = { year: 2026, cluster: "cum-4" };
const calendar: Calendar = {
  running: "2026-03-31T17:00:00.000Z",
  scoring: "2026-11-30T17:00:00.000Z",
  review: "2026-12-20T10:00:00.000Z",
  voting: "2027-01-17T00:00:00.000Z",
  counting: "2027-01-17T09:00:00.000Z",
  closed: "2027-03-31T10:00:00.000Z",
};
const cluster = z.parse(Cluster, {
  ...key,
  kind: "cụm",
  name: "Cụm số 4",
  members: ["lang-son", "tuyen-quang", "ha-giang"],
  head: "lang-son",
  deputies: ["tuyen-quang"],
  calendar,
  scheme: { scheme: "bang", no: 1 },
  moves: [{ phase: "review", was: calendar.review, starts: calendar.review, reason: "Mưa lũ.", ...at }],
  notAssigned: { "ha-giang": ["1.2"] },
  announced: at,
  crossCheck: { appraisers: { "ha-giang": "lang-son" }, recusals: [], ...at },
  notes: ["Ghi chú."],
});

const sheet = (unit: string, value: number): Sheet => ({
  ...key,
  unit,
  no: 2,
  stage: "review",
  was: "",
  lines: {
    "1.1": { claim: { value, ...at } },
    "1.2": { claim: { value: 5, ...at }, cluster: { value: 4, reason: "Thiếu.", ...at } },
  },
});
const brought = (unit: string, value: number) => ({
  ...key,
  movement: "sach",
  contribution: `${unit}-${value}`,
  unit,
  metric: "sách",
  measure: "cuốn",
  value,
  ...at,
});
const nominated = (award: string, unit: string) => ({
  ...key,
  nomination: `n-${unit}`,
  award,
  recipient: { unit },
  ...at,
});

const lived: Lived = {
  cluster,
  standings: [{ unit: "lang-son", claimed: 9, total: 9, assigned: 20, rate: 45, rank: 1 }],
  sheets: [sheet("lang-son", 9), sheet("tuyen-quang", 8), sheet("ha-giang", 7)],
  covenant: { ...key, targets: [{ text: "Đạt", value: 100 }], digest: "d0" },
  signatures: ["lang-son", "tuyen-quang"].map((unit) => ({ ...key, digest: "d0", unit, ...at })),
  movements: ["sach", "quy"].map((movement) => ({
    ...key,
    movement,
    name: movement,
    kind: "regular" as const,
  })),
  contributions: [brought("lang-son", 5), brought("ha-giang", 6)],
  polls: [
    {
      ...pollOf("flag", { rule: ruleOf("> 1/2 of members"), answers: "d1", opened: at, counted: at }),
      passed: ["a"],
      tied: [],
    },
    { ...pollOf("head", { for: "head" }), passed: [], tied: ["a", "b"] },
  ],
  nominations: [nominated("CO_BT", "lang-son"), nominated("BK_BT", "ha-giang")],
  succession: { head: "tuyen-quang", deputies: ["ha-giang"] },
};
const bytesOf = (year: Lived) => JSON.stringify(pageOf(year, digestOf));

/** The same thing with other hands, other times, and other ids where ids are made. */
function byOthers<T>(thing: T, who: string, when: string): T {
  const made = ["contribution", "nomination"];
  return JSON.parse(JSON.stringify(thing), (name, value) =>
    name === "by"
      ? who
      : name === "at"
        ? when
        : made.includes(name) && typeof value === "string"
          ? `x${value}`
          : value,
  ) as T;
}

test("the same year lived by others, at other times, told in another order, gives the same bytes", () => {
  const order = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });
  const retold = fc.record({
    who: fc.stringMatching(/^[a-z]{2,9}$/),
    when: fc.constantFrom("2025-01-01T00:00:00.000Z", "2026-12-31T23:59:59.000Z"),
    sheets: order(lived.sheets),
    signatures: order(lived.signatures),
    movements: order(lived.movements),
    contributions: order(lived.contributions),
    polls: order(lived.polls),
    nominations: order(lived.nominations),
  });
  fc.assert(
    fc.property(retold, ({ who, when, ...orders }) => {
      expect(bytesOf(byOthers({ ...lived, ...orders }, who, when))).toBe(bytesOf(lived));
    }),
  );
});

test("a figure that was entered by mistake and withdrawn leaves nothing in the archive", () => {
  const mistaken = { ...brought("ha-giang", 600), withdrawn: { reason: "Nhập nhầm.", ...at } };
  expect(bytesOf({ ...lived, contributions: [mistaken, ...lived.contributions] })).toBe(bytesOf(lived));
});

const [first, ...sheets] = lived.sheets as [Sheet, ...Sheet[]];
const [flag, ...polls] = lived.polls as [Lived["polls"][number]];
test.for<[string, Partial<Lived>]>([
  ["one claim", { sheets: [sheet("lang-son", 9.01), ...sheets] }],
  [
    "one finding",
    {
      sheets: [
        {
          ...first,
          lines: { ...first.lines, "1.1": { claim: { value: 9, ...at }, office: { value: 9, ...at } } },
        },
        ...sheets,
      ],
    },
  ],
  ["one reason", { sheets: [JSON.parse(JSON.stringify(first).replace("Thiếu.", "Thừa.")), ...sheets] }],
  ["one sheet less", { sheets }],
  [
    "two sheets that changed places",
    {
      sheets: [
        { ...first, unit: "ha-giang" },
        ...sheets.map((each) => (each.unit === "ha-giang" ? { ...each, unit: "lang-son" } : each)),
      ],
    },
  ],
  ["one standing", { standings: lived.standings.map((each) => ({ ...each, rank: 2 })) }],
  ["one signature less", { signatures: lived.signatures.slice(1) }],
  ["the covenant", { covenant: undefined }],
  ["one movement less", { movements: lived.movements.slice(1) }],
  ["one figure", { contributions: [brought("lang-son", 5.5), brought("ha-giang", 6)] }],
  ["who passed", { polls: [{ ...flag, passed: ["b"] }, ...polls] }],
  ["what the papers said", { polls: [{ ...flag, answers: "d2" }, ...polls] }],
  ["the rule of a poll", { polls: [{ ...flag, rule: ruleOf("≥ 1/2 of members") }, ...polls] }],
  ["one nomination less", { nominations: lived.nominations.slice(1) }],
  ["who is proposed", { nominations: [nominated("CO_BT", "ha-giang"), nominated("BK_BT", "lang-son")] }],
  ["the head of next year", { succession: { head: null, deputies: ["ha-giang"] } }],
  ["the deputies of next year", { succession: { head: "tuyen-quang", deputies: [] } }],
  ["the head of this year", { cluster: { ...cluster, head: "ha-giang" } }],
  ["what is not assigned", { cluster: { ...cluster, notAssigned: {} } }],
  ["the table it was scored by", { cluster: { ...cluster, scheme: { scheme: "bang", no: 2 } } }],
  ["a note", { cluster: { ...cluster, notes: ["Khác."] } }],
])("other bytes tell of %s", ([, change]) => {
  expect(bytesOf({ ...lived, ...change })).not.toBe(bytesOf(lived));
});

test("a page is what a snapshot keeps, and names nobody", () => {
  const page = pageOf(lived, digestOf);
  expect(z.parse(Snapshot.shape.page, page)).toEqual(page);
  expect(bytesOf(byOthers(lived, "nguyen-van-an", "2026-12-10T08:00:00.000Z"))).not.toContain(
    "nguyen-van-an",
  );
});

test("an open poll keeps a cluster from being closed, no other does", () => {
  for (const state of ["draft", "counted", "void"] as const)
    expect(obstacleOf({ polls: [pollOf("flag", { state })] })).toBeUndefined();
  expect(obstacleOf({ polls: [pollOf("a"), pollOf("b", { state: "open" })] })).toBe("poll/still-open");
  expect(obstacleOf({ polls: [] })).toBeUndefined();
});

const next: Year = { year: 2027, runs: "calendar", calendar: calendarAfter(calendar), state: "open" };
const heir = (unit: string) => (unit === "ha-giang" ? "tuyen-quang" : unit);

test("the year after begins with the same members under the new heads, and nothing of what was decided", () => {
  const after = heirOfCluster(cluster, next, lived.succession, (unit) => unit);
  expect(after).toEqual({
    year: 2027,
    cluster: "cum-4",
    kind: "cụm",
    name: "Cụm số 4",
    members: cluster.members,
    head: "tuyen-quang",
    deputies: ["ha-giang"],
    calendar: next.calendar,
    scheme: { year: 2026, scheme: "bang", no: 1 },
    rules: { partedBy: [] },
    moves: [],
    notAssigned: {},
  });
});

test("units that were merged come in as the one they went into, once, and hold one office", () => {
  const after = heirOfCluster(
    cluster,
    next,
    { head: "ha-giang", deputies: ["tuyen-quang", "lang-son"] },
    heir,
  );
  expect(after).toMatchObject({
    members: ["lang-son", "tuyen-quang"],
    head: "tuyen-quang",
    deputies: ["lang-son"],
  });
});

test("without an elected head there is none, and the table stays that of the year it was written in", () => {
  const older = { ...cluster, scheme: { year: 2025, scheme: "bang", no: 3 } };
  const after = heirOfCluster(older, next, { head: null, deputies: [] }, heir);
  expect(after).not.toHaveProperty("head");
  expect(after.scheme).toEqual({ year: 2025, scheme: "bang", no: 3 });
});

test("the days of the year after are the same days a year later", () => {
  expect(calendarAfter(calendar)).toEqual({
    running: "2027-03-31T17:00:00.000Z",
    scoring: "2027-11-30T17:00:00.000Z",
    review: "2027-12-20T10:00:00.000Z",
    voting: "2028-01-17T00:00:00.000Z",
    counting: "2028-01-17T09:00:00.000Z",
    closed: "2028-03-31T10:00:00.000Z",
  });
  const leap = { ...calendar, running: "2028-02-28T12:00:00.000Z", scoring: "2028-02-29T10:00:00.000Z" };
  expect(calendarAfter(leap)).toMatchObject({
    running: "2029-02-28T12:00:00.000Z",
    scoring: "2029-02-28T23:59:59.999Z",
  });
  expect(z.safeParse(Calendar, calendarAfter(calendar)).success).toBe(true);
});
