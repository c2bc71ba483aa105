import fc from "fast-check";
import { expect, test } from "vitest";
import { type Input, isRelative, pointsOn } from "#domain/points.ts";
import { type Line, maximumOf, type Way } from "#domain/scheme.ts";
import { lineWith } from "./given.ts";

const points = (way: Way, input: Input | undefined, peers: readonly Input[] = []) =>
  pointsOn(lineWith(way), input, peers) / 100;

const rate: Way = {
  way: "steps",
  of: "rate",
  steps: [
    { from: 60, points: 3 },
    { from: 80, points: 4 },
    { from: 0, points: 2 },
  ],
};
const faults: Way = {
  way: "steps",
  of: "count",
  steps: [8, 6, 4, 0].map((given, from) => ({ from, points: given })),
};
const from60: Way = { way: "steps", of: "rate", steps: [{ from: 60, points: 3 }] };
const ratio: Way = { way: "ratio", max: 10 };
const bounded: Way = { way: "plus-minus", plus: 1, minus: 2, min: -4, max: 3 };
const perTime: Way = { way: "per-time", points: 2, limit: 9 };

test.for<[Way, Input, number]>([
  [{ way: "judged", max: 5 }, 4.75, 4.75],
  [{ way: "judged", max: 5 }, 0, 0],
  [rate, 100, 4],
  [rate, 180, 4],
  [rate, 80, 4],
  [rate, 79.999999, 3],
  [rate, 60, 3],
  [rate, 59.99, 2],
  [rate, 0, 2],
  [from60, 59.99, 0],
  [faults, 0, 8],
  [faults, 1, 6],
  [faults, 2, 4],
  [faults, 3, 0],
  [faults, 30, 0],
  [ratio, { result: 90, target: 100 }, 9],
  [ratio, { result: 100, target: 100 }, 10],
  [ratio, { result: 130, target: 100 }, 10],
  [ratio, { result: 1, target: 3 }, 3.33],
  [ratio, { result: 2, target: 3 }, 6.67],
  [ratio, { result: 0, target: 3 }, 0],
  [{ ...ratio, uncapped: true }, { result: 130, target: 100 }, 13],
  [{ ...ratio, uncapped: false }, { result: 130, target: 100 }, 10],
  [{ way: "yes-no", points: 5 }, true, 5],
  [{ way: "yes-no", points: 5 }, false, 0],
  [perTime, 0, 0],
  [perTime, 4, 8],
  [perTime, 5, 9],
  [perTime, 1_000_000, 9],
  [bounded, { plus: 2, minus: 0 }, 2],
  [bounded, { plus: 3, minus: 0 }, 3],
  [bounded, { plus: 9, minus: 0 }, 3],
  [bounded, { plus: 1, minus: 1 }, -1],
  [bounded, { plus: 0, minus: 2 }, -4],
  [bounded, { plus: 0, minus: 3 }, -4],
  [bounded, { plus: 10, minus: 3 }, 3],
])("%o with %o gives %d", ([way, input, given]) => {
  expect(points(way, input)).toBe(given);
});

test("a blank line gives nothing, even where the least is above it", () => {
  expect(points({ ...bounded, min: 1, max: 3 }, undefined)).toBe(0);
  expect(points(ratio, undefined)).toBe(0);
});

test("a deduction takes its points off each time, and is never minus nothing", () => {
  const line: Line = { kind: "deduction", code: "P1", points: 0.5, by: "declared" };
  expect(pointsOn(line, 3)).toBe(-150);
  expect(pointsOn(line, 0)).toBe(0);
});

test.for<[Way, Input, number]>([
  [{ way: "ratio", max: 1.01 }, { result: 1, target: 2 }, 0.51],
  [{ way: "ratio", max: 0.15 }, { result: 1, target: 30 }, 0.01],
  [{ way: "ratio", max: 2.01 }, { result: 1, target: 2 }, 1.01],
  [{ way: "ratio", max: 10 }, { result: 0.1004, target: 0.2 }, 5.02],
  [{ way: "ratio", max: 10 }, { result: 8.575, target: 100 }, 0.86],
  [{ way: "ratio", max: 10 }, { result: 8.5749, target: 100 }, 0.86],
  [{ way: "ratio", max: 10 }, { result: 8.5449, target: 100 }, 0.85],
])("%o with %o is rounded once, half away from zero: %d", ([way, input, given]) => {
  expect(points(way, input)).toBe(given);
});

test("an absolute way keeps inside its bounds whatever is entered, and looks at no peers", () => {
  const counts = fc.record({ plus: fc.nat(50), minus: fc.nat(50) });
  const others = fc.array(fc.record({ result: fc.nat(), target: fc.nat() }));
  fc.assert(
    fc.property(counts, fc.nat(100), others, (both, count, peers) => {
      expect(points(bounded, both, peers)).toBe(Math.max(-4, Math.min(3, both.plus - 2 * both.minus)));
      expect(points(perTime, count, peers)).toBe(Math.min(9, 2 * count));
      expect(points(rate, count, peers) * 100).toBeLessThanOrEqual(maximumOf(rate));
    }),
  );
});

test("only ways that compare the units wait for the others' figures", () => {
  const kinds: Way["way"][] = ["target-and-leader", "share-of-best"];
  for (const way of [rate, ratio, bounded, perTime, { way: "yes-no", points: 1 } as const])
    expect(isRelative(lineWith(way))).toBe(false);
  for (const way of kinds) expect(isRelative(lineWith({ way, max: 10 } as Way))).toBe(true);
  expect(isRelative({ kind: "deduction", code: "P1", points: 1, by: "clerk" })).toBe(false);
});
