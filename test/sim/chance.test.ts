import { expect, test } from "vitest";
import { chanceOf, luckOf } from "./chance.ts";
import { faultsOf } from "./faults.ts";

const step = "3 PUT /api/halls/a/b/polls/c/ballot";

test("a fault is a hash of what it happens to: the same whenever and in whatever order it is asked for", () => {
  const actors = Array.from({ length: 200 }, (_, at) => `d-${at} phone`);
  const struck = (order: readonly string[]) => {
    const faults = faultsOf(luckOf(7), "high");
    faults.turn(true);
    const found = order.filter((actor) => faults.strikes("answer lost", actor, step));
    return { found: found.toSorted(), seen: faults.seen() };
  };
  expect(struck(actors)).toEqual(struck(actors.toReversed()));
  expect(struck(actors).found.length).toBeGreaterThan(5);
});

test("another seed, kind, actor or step has another chance", () => {
  const chances = [
    chanceOf(1, "killed", "clerk", "1"),
    chanceOf(2, "killed", "clerk", "1"),
    chanceOf(1, "stale", "clerk", "1"),
    chanceOf(1, "killed", "chair", "1"),
    chanceOf(1, "killed", "clerk", "2"),
  ];
  expect(new Set(chances).size).toBe(5);
  expect(chanceOf(1, "killed", "clerk", "1")).toBe(chances[0]);
});

test("chances are spread evenly", () => {
  const chances = Array.from({ length: 10_000 }, (_, at) => chanceOf(at, "any"));
  for (const edge of [0.1, 0.5, 0.9]) {
    const share = chances.filter((one) => one < edge).length / chances.length;
    expect(Math.abs(share - edge)).toBeLessThan(0.02);
  }
});

test("nothing goes wrong before it is said that it may", () => {
  const faults = faultsOf(luckOf(7), "high");
  const actors = Array.from({ length: 200 }, (_, at) => `d-${at}`);
  expect(actors.filter((actor) => faults.strikes("answer lost", actor, step))).toEqual([]);
  expect(faults.seen()).toEqual({});
});
