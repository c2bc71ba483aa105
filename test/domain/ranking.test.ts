import fc from "fast-check";
import { expect, test } from "vitest";
import {
  assignedOf,
  type Counted,
  linePointsOf,
  placesBefore,
  ranked,
  rateOf,
  rowOf,
  standingsOf,
} from "#domain/ranking.ts";
import { linesOf, maximumOf, type Table } from "#domain/scheme.ts";
import { nothing, tableOf } from "./given.ts";

const table = tableOf({
  groups: [
    {
      code: "I",
      criteria: [
        { code: "1.1", way: { way: "judged", max: 10 } },
        { code: "1.2", way: { way: "target-and-leader", max: 10 } },
        { code: "1.3", way: { way: "share-of-best", max: 10 } },
      ],
    },
  ],
  bonus: [
    { code: "T1", way: { way: "per-time", points: 1, limit: 5 } },
    { code: "T2", way: { way: "judged", max: 7 }, aboveTotal: true },
  ],
  deductions: [{ code: "P1", points: 8 }],
});

type Unit = { unit: string; counts: Counted["counts"]; claims?: Counted["claims"]; not?: string[] };
const counted = ({ unit, counts, claims = counts, not = [] }: Unit): Counted => ({
  unit,
  counts,
  claims,
  notAssigned: new Set(not),
});

/** The ranking of a cluster from its rows alone. */
function standings(units: Unit[], partedBy: string[] = [], of: Table = table) {
  const all = units.map(counted);
  const not = new Map(all.map((each) => [each.unit, each.notAssigned]));
  const rows = all.map((each) => rowOf(each, of, partedBy));
  return standingsOf(of, rows, { notAssigned: (unit) => not.get(unit) ?? nothing, partedBy });
}

const judged = (unit: string, points: number, more: Counted["counts"] = {}) => ({
  unit,
  counts: { "1.1": points, ...more },
});

test("equal totals share a rank, and the next one counts those before it: 1-2-2-4", () => {
  const ranks = standings([judged("a", 4), judged("b", 7), judged("c", 9), judged("d", 7)]);
  expect(ranks.map(({ unit, rank }) => [unit, rank])).toEqual([
    ["c", 1],
    ["b", 2],
    ["d", 2],
    ["a", 4],
  ]);
});

test("bonuses add, deductions take away, and a total may be below nothing", () => {
  const [first, second] = standings([judged("a", 9, { T1: 9, T2: 6.5 }), judged("b", 5, { P1: 2 })]);
  expect(first).toMatchObject({ unit: "a", total: 20.5, assigned: 35, rate: 58.57 });
  expect(second).toMatchObject({ unit: "b", total: -11, rate: -31.43, rank: 2 });
});

test("what is claimed is reckoned among claims, what counts among what counts", () => {
  const [lead, next] = standings([
    { unit: "a", claims: { "1.3": { result: 50 } }, counts: { "1.3": { result: 100 } } },
    { unit: "b", claims: { "1.3": { result: 100 } }, counts: { "1.3": { result: 25 } } },
  ]);
  expect(lead).toMatchObject({ unit: "a", claimed: 5, total: 10 });
  expect(next).toMatchObject({ unit: "b", claimed: 10, total: 2.5 });
});

test("684 of 700 is a rate of 97.71, and 13 of 15 one of 86.67", () => {
  expect(rateOf(68_400, 70_000)).toBe(9771);
  expect(rateOf(1300, 1500)).toBe(8667);
  expect(rateOf(1300, 0)).toBe(0);
  expect(rateOf(-500, 100_000)).toBe(-50);
});

test("where anything is not assigned to anybody, rates decide; else totals", () => {
  const units = [judged("a", 10, { "1.3": { result: 5 } }), judged("b", 9, { "1.3": { result: 1 } })];
  expect(standings(units).map(({ unit, total }) => [unit, total])).toEqual([
    ["a", 20],
    ["b", 11],
  ]);
  const [first, second] = standings([units[0] as Unit, { ...judged("b", 9), not: ["1.2", "1.3", "T1"] }]);
  expect(first).toMatchObject({ unit: "b", total: 9, assigned: 10, rate: 90, rank: 1 });
  expect(second).toMatchObject({ unit: "a", total: 20, assigned: 35, rate: 57.14, rank: 2 });
});

test("rates that print alike share a rank", () => {
  const sheet = (unit: string, n: number) => ({
    unit,
    claimed: n,
    total: n,
    assigned: 100_000,
    rate: rateOf(n, 100_000),
    parting: [],
  });
  expect(ranked([sheet("a", 66_666), sheet("b", 66_676)], true).map(({ rank }) => rank)).toEqual([1, 2]);
  const fine = (unit: string, n: number) => ({
    ...sheet(unit, n),
    assigned: 10_000_000,
    rate: rateOf(n, 10_000_000),
  });
  expect(ranked([fine("a", 6_666_600), fine("b", 6_666_640)], true).map(({ rank }) => rank)).toEqual([1, 1]);
});

test("what is not assigned has no points, no maximum, and is no figure for others", () => {
  const units = [
    { unit: "a", counts: { "1.3": { result: 100 }, "1.1": 8 }, not: ["1.3"] },
    { unit: "b", counts: { "1.3": { result: 50 } } },
  ];
  const lines = linePointsOf(table, units.map(counted), "counts");
  expect(lines.get("a")?.has("1.3")).toBe(false);
  expect(lines.get("b")?.get("1.3")).toBe(1000);
  expect(assignedOf(table, new Set(["1.3", "T1", "T2", "P1"]))).toBe(2000);
});

test.for([
  [
    ["1.1"],
    [
      ["b", 1],
      ["a", 2],
      ["c", 3],
    ],
  ],
  [
    ["T2"],
    [
      ["a", 1],
      ["c", 1],
      ["b", 3],
    ],
  ],
  [
    ["T2", "1.1"],
    [
      ["a", 1],
      ["c", 2],
      ["b", 3],
    ],
  ],
  [
    ["P1"],
    [
      ["a", 1],
      ["b", 1],
      ["c", 3],
    ],
  ],
  [
    [],
    [
      ["a", 1],
      ["b", 1],
      ["c", 1],
    ],
  ],
] as const)(
  "equal totals are parted by the lines %o, the first that differs deciding",
  ([partedBy, ranks]) => {
    const units = [
      judged("a", 6, { T2: 3 }),
      judged("b", 9),
      { unit: "c", counts: { "1.1": 5, T2: 3, "1.3": { result: 1 }, P1: 1, T1: 0 } },
    ];
    const nine = tableOf({ ...table, deductions: [{ code: "P1", points: 9 }] });
    expect(standings(units, [...partedBy], nine).map(({ unit, rank }) => [unit, rank])).toEqual(ranks);
  },
);

test("a place of one's own comes before an equal one of somebody who went into it", () => {
  const place = (unit: string, rank: number) => ({ unit, rank, total: 10 - rank, rate: 0 });
  const before = [place("a", 1), place("b", 1), place("c", 3), place("d", 4)];
  const heir = (unit: string) => ({ a: "b", c: "d" })[unit] ?? unit;
  expect(placesBefore(["b", "d", "e"], before, heir)).toEqual([
    place("b", 1),
    { ...place("c", 3), unit: "d", as: "c" },
  ]);
});

test("a member without anything has blank lines and a rank", () => {
  expect(standings([judged("a", 5), { unit: "b", counts: {} }])[1]).toEqual({
    unit: "b",
    claimed: 0,
    total: 0,
    assigned: 35,
    rate: 0,
    rank: 2,
  });
});

const amount = fc.nat(10_000).map((n) => n / 100);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const inputs = fc
  .record({
    "1.1": optional(fc.nat(1000).map((n) => n / 100)),
    "1.2": optional(fc.record({ result: amount, target: fc.integer({ min: 1, max: 100 }) })),
    "1.3": optional(fc.record({ result: amount })),
    T1: optional(fc.nat(9)),
    T2: optional(fc.nat(700).map((n) => n / 100)),
    P1: optional(fc.nat(3)),
  })
  .map(
    (all) =>
      Object.fromEntries(Object.entries(all).filter(([, input]) => input !== undefined)) as Counted["counts"],
  );
const cluster = fc
  .array(fc.record({ counts: inputs, claims: inputs, not: fc.subarray(["1.1", "1.2", "1.3", "T1"]) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((units) => units.map((each, at) => ({ unit: `unit-${at}`, ...each })));

test("rows alone and whole sheets give the same totals", () => {
  fc.assert(
    fc.property(cluster, fc.subarray(["1.1", "1.3", "P1"]), (units, partedBy) => {
      const lines = {
        claims: linePointsOf(table, units.map(counted), "claims"),
        counts: linePointsOf(table, units.map(counted), "counts"),
      };
      const sum = (of: "claims" | "counts", unit: string) =>
        (lines[of]
          .get(unit)
          ?.values()
          .reduce((total, one) => total + one, 0) ?? 0) / 100;
      for (const { unit, claimed, total } of standings(units, partedBy)) {
        expect(total).toBe(sum("counts", unit));
        expect(claimed).toBe(sum("claims", unit));
      }
    }),
  );
});

test("ranks follow worth alone: each is one more than how many are ahead, in whatever order the units are told", () => {
  fc.assert(
    fc.property(cluster, (units) => {
      const all = standings(units);
      const byRate = units.some(({ not }) => not.length > 0);
      const worth = (row: (typeof all)[number]) => (byRate ? row.rate : row.total);
      for (const row of all) {
        expect(row.rank).toBe(1 + all.filter((other) => worth(other) > worth(row)).length);
      }
      expect(standings(units.toReversed())).toEqual(all);
    }),
  );
});

test("nobody reaches more than is assigned, but by bonuses above the total", () => {
  fc.assert(
    fc.property(cluster, (units) => {
      const above = maximumOf({ way: "judged", max: 7 }) / 100;
      for (const { total, assigned } of standings(units)) expect(total).toBeLessThanOrEqual(assigned + above);
    }),
  );
  expect(linesOf(table).size).toBe(6);
});
