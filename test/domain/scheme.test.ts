import fc from "fast-check";
import { expect, test } from "vitest";
import { expectSound, linesOf, maximumOf, shareOf, Table, type Way, warningsOf } from "#domain/scheme.ts";
import { fits, lineWith, refusal, tableOf, tableWith } from "./given.ts";

const judged = (max: number) => ({ way: "judged" as const, max });
const steps = (of: "rate" | "count", ...pairs: [from: number, points: number][]) => ({
  way: "steps" as const,
  of,
  steps: pairs.map(([from, points]) => ({ from, points })),
});

const whole = {
  total: 25,
  groups: [
    { code: "I", criteria: [{ code: "1.1", way: judged(10) }] },
    { code: "II", criteria: [{ code: "2.1", way: steps("rate", [0, 2], [80, 10], [60, 7]) }] },
  ],
  bonus: [
    { code: "T1", way: judged(5) },
    { code: "T2", way: judged(100), aboveTotal: true },
  ],
  deductions: [{ code: "P1", points: 8 }],
};

test("a table whose criteria and bonuses inside the total add up to it is sound", () => {
  expect(() => expectSound(tableOf(whole))).not.toThrow();
  expect(() => expectSound(tableOf({ ...whole, total: undefined }))).not.toThrow();
});

test.for([24.99, 25.01, 125, 0])("a total of %d where the lines come to 25 differs", (total) => {
  expect(() => expectSound(tableOf({ ...whole, total }))).toThrow(
    refusal("scheme/total-differs", { total, sum: 25 }),
  );
});

test("halves and hundredths add up without a rest", () => {
  const table = tableWith(...Array.from({ length: 10 }, () => judged(0.1)));
  expect(() => expectSound({ ...table, total: 1 })).not.toThrow();
});

test.for([
  [
    "in its own group",
    "1.1",
    { groups: [{ code: "I", criteria: [1, 2].map(() => ({ code: "1.1", way: judged(5) })) }] },
  ],
  [
    "in another group",
    "1.1",
    { groups: ["I", "II"].map((code) => ({ code, criteria: [{ code: "1.1", way: judged(5) }] })) },
  ],
  ["among the bonuses", "1.1", { ...whole, bonus: [{ code: "1.1", way: judged(5) }] }],
  ["among the deductions", "T2", { ...whole, deductions: [{ code: "T2", points: 1 }] }],
] as const)("a code that stands a second time %s is refused", ([, line, table]) => {
  expect(() => expectSound(tableOf(structuredClone(table) as never))).toThrow(
    refusal("scheme/code-twice", { line }),
  );
});

test("two steps from the same value are refused, wherever they stand", () => {
  const table = tableWith(judged(5), steps("count", [0, 8], [2, 4], [1, 6], [2, 3]));
  expect(() => expectSound(table)).toThrow(refusal("scheme/steps-overlap", { line: "1.2", from: 2 }));
});

test("lines stand in the order of the table: criteria, bonuses, deductions", () => {
  expect(Array.from(linesOf(tableOf(whole)).keys())).toEqual(["1.1", "2.1", "T1", "T2", "P1"]);
});

test.for<[Way, number]>([
  [judged(9.5), 950],
  [{ way: "ratio", max: 10 }, 1000],
  [{ way: "target-and-leader", max: 10 }, 1000],
  [{ way: "share-of-best", max: 10 }, 1000],
  [steps("rate", [0, 2], [80, 4], [60, 3]), 400],
  [{ way: "yes-no", points: 5 }, 500],
  [{ way: "per-time", points: 2, limit: 10 }, 1000],
  [{ way: "plus-minus", plus: 1, minus: 2, min: -4, max: 3 }, 300],
])("the most that %o can give is %d hundredths", ([way, most]) => {
  expect(maximumOf(way)).toBe(most);
  expect(shareOf(lineWith(way))).toBe(most);
});

test("deductions and bonuses above the total have no part of it", () => {
  const lines = linesOf(tableOf(whole));
  expect(Array.from(lines.values(), shareOf)).toEqual([1000, 1000, 500, 0, 0]);
});

test("any table is sound under the sum of its own lines and under no other", () => {
  const maxima = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(maxima, fc.integer({ min: 1, max: 500 }), (all, off) => {
      const table = tableWith(...all.map((hundredths) => judged(hundredths / 100)));
      const total = all.reduce((sum, one) => sum + one, 0);
      expect(() => expectSound({ ...table, total: total / 100 })).not.toThrow();
      expect(() => expectSound({ ...table, total: (total + off) / 100 })).toThrow();
    }),
  );
});

test.for([
  ["a gap below the lowest step", steps("rate", [60, 3], [80, 4]), [["no-step-below", 60]]],
  ["a higher rate that gives less", steps("rate", [0, 5], [60, 3], [80, 4]), [["steps-fall", 60]]],
  ["a count that is not whole", steps("count", [0, 8], [1.5, 4]), [["count-not-whole", 1.5]]],
  ["nothing, where steps rise from zero in any order", steps("rate", [80, 4], [0, 2], [60, 3]), []],
  ["nothing, where more faults give less", steps("count", [0, 8], [1, 6], [2, 4], [3, 0]), []],
  ["nothing, where two steps give the same", steps("rate", [0, 2], [50, 2]), []],
] as const)("the editor is warned of %s", ([, way, warnings]) => {
  expect(warningsOf(tableWith(way)).map(({ warning, at }) => [warning, at])).toEqual(warnings);
});

test.for([
  ["a code with a space", { groups: [{ code: "I", criteria: [{ code: "1 1", way: judged(5) }] }] }],
  [
    "a code with a mark that parts things",
    { groups: [{ code: "I", criteria: [{ code: "1:1", way: judged(5) }] }] },
  ],
  [
    "a code of 21 characters",
    { groups: [{ code: "I", criteria: [{ code: "1".repeat(21), way: judged(5) }] }] },
  ],
  ["a field nobody knows", { groups: [], colour: "red" }],
  [
    "a way nobody knows",
    { groups: [{ code: "I", criteria: [{ code: "1", way: { way: "guessed", max: 5 } }] }] },
  ],
  ["a maximum below nothing", { groups: [{ code: "I", criteria: [{ code: "1", way: judged(-1) }] }] }],
  ["a maximum of three decimals", { groups: [{ code: "I", criteria: [{ code: "1", way: judged(1.005) }] }] }],
  ["steps without a step", { groups: [{ code: "I", criteria: [{ code: "1", way: steps("rate") }] }] }],
  [
    "a least above the most",
    {
      groups: [
        {
          code: "I",
          criteria: [{ code: "1", way: { way: "plus-minus", plus: 1, minus: 1, min: 4, max: 3 } }],
        },
      ],
    },
  ],
] as const)("no table has %s", ([, table]) => {
  expect(fits(Table, table)).toBe(false);
});

test("codes are the issuer's own", () => {
  for (const code of ["2.1.3", "1-CT1a", "Mục_4", "5(a)", "Đ1/2"])
    expect(fits(Table, { groups: [{ code: "I", criteria: [{ code, way: judged(5) }] }] })).toBe(true);
});
