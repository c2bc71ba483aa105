import { expect, test } from "vitest";
import { faultIn } from "#domain/points.ts";
import type { Way } from "#domain/scheme.ts";
import { lineWith } from "./given.ts";

const rate: Way = { way: "steps", of: "rate", steps: [{ from: 0, points: 2 }] };
const faults: Way = { way: "steps", of: "count", steps: [{ from: 0, points: 8 }] };
const ratio: Way = { way: "ratio", max: 10 };
const bounded: Way = { way: "plus-minus", plus: 1, minus: 2, min: -4, max: 3 };
const perTime: Way = { way: "per-time", points: 2, limit: 9 };

test.for<[Way | "deduction", unknown]>([
  [{ way: "judged", max: 5 }, 5.01],
  [{ way: "judged", max: 5 }, -0.01],
  [{ way: "judged", max: 5 }, 1.005],
  [{ way: "judged", max: 5 }, "5"],
  [{ way: "judged", max: 5 }, null],
  [rate, -1],
  [rate, 1e30],
  [faults, 1.5],
  [faults, -1],
  [ratio, { result: 5 }],
  [ratio, { result: 5, target: 0 }],
  [ratio, { result: -5, target: 5 }],
  [ratio, { result: 5.00001, target: 5 }],
  [ratio, { result: 5, target: 5, colour: "red" }],
  [
    { way: "target-and-leader", max: 10 },
    { result: 5, target: 0 },
  ],
  [{ way: "target-and-leader", max: 10 }, { target: 5 }],
  [
    { way: "share-of-best", max: 10 },
    { result: 5, target: 5 },
  ],
  [{ way: "share-of-best", max: 10 }, 5],
  [{ way: "yes-no", points: 5 }, 1],
  [perTime, 1.5],
  [perTime, 1_000_001],
  [bounded, { plus: 1 }],
  [bounded, { plus: 1, minus: 0.5 }],
  ["deduction", 0.5],
  ["deduction", -1],
  ["deduction", true],
])("%o does not take %o", ([way, input]) => {
  const line =
    way === "deduction" ? ({ kind: way, code: "P1", points: 1, by: "clerk" } as const) : lineWith(way);
  expect(faultIn(line, input)).toEqual(expect.any(String));
});

test.for<[Way, unknown]>([
  [{ way: "judged", max: 5 }, 5],
  [rate, 180.5],
  [rate, 66.666666666667],
  [faults, 0],
  [ratio, { result: 0, target: 0.0001 }],
  [{ way: "target-and-leader", max: 10 }, { result: 5 }],
  [bounded, { plus: 0, minus: 0 }],
])("%o takes %o", ([way, input]) => {
  expect(faultIn(lineWith(way), input)).toBeUndefined();
});

test("what is above the maximum is told with the maximum", () => {
  expect(faultIn(lineWith({ way: "judged", max: 4 }), 5)).toBe("5 is above the maximum 4");
});
