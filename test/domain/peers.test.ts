import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Input, pointsOn } from "#domain/points.ts";
import type { Way } from "#domain/scheme.ts";
import { lineWith } from "./given.ts";

const points = (way: Way, input: Input, peers: readonly Input[]) =>
  pointsOn(lineWith(way), input, peers) / 100;

describe("target and leader", () => {
  const way: Way = { way: "target-and-leader", max: 10 };
  const plan = [
    { result: 120, target: 100 },
    { result: 60, target: 50 },
    { result: 80, target: 80 },
  ];

  test.for<[string, Input, Input[], number]>([
    ["the leader", { result: 120, target: 100 }, plan, 10],
    ["a leader beside another", { result: 60, target: 50 }, plan, 10],
    ["at the plan", { result: 80, target: 80 }, plan, 5],
    ["everybody at the plan", { result: 80, target: 80 }, [{ result: 50, target: 50 }], 5],
    ["below the plan", { result: 40, target: 80 }, plan, 2.5],
    ["nothing done", { result: 0, target: 80 }, plan, 0],
    ["half the leader's excess", { result: 110, target: 100 }, plan, 7.5],
    ["a third of it", { result: 106, target: 100 }, [{ result: 118, target: 100 }], 6.67],
    ["a hair below the plan", { result: 99.9999, target: 100 }, plan, 5],
    ["alone above the plan", { result: 100.0001, target: 100 }, [], 10],
    ["the largest result, not the largest excess", { result: 1100, target: 1000 }, plan, 7.5],
    [
      "without a target, best of those",
      { result: 150 },
      [{ result: 150 }, { result: 100 }, { result: 75 }],
      10,
    ],
    ["without a target, half of the best", { result: 75 }, [{ result: 150 }, { result: 75 }], 5],
    ["without a target, not led by those with one", { result: 60 }, [{ result: 60 }, ...plan], 10],
    ["with a target, not led by those without", { result: 110, target: 100 }, [{ result: 9000 }], 10],
    ["without a target, while nobody has a result", { result: 0 }, [{ result: 0 }], 0],
  ])("%s", ([, own, peers, given]) => {
    expect(points(way, own, [...peers, own])).toBe(given);
  });
});

test.for<[number, number[], number]>([
  [150, [100, 75], 10],
  [100, [150, 75], 6.67],
  [50, [150], 3.33],
  [0, [150], 0],
  [0, [0], 0],
  [7, [], 10],
])("a result of %d beside %o has %d by its share of the best", ([result, others, given]) => {
  const peers = [result, ...others].map((each) => ({ result: each }));
  expect(points({ way: "share-of-best", max: 10 }, { result }, peers)).toBe(given);
});

const amount = fc.integer({ min: 0, max: 10_000_000 }).map((n) => n / 10_000);
const target = fc.integer({ min: 1, max: 10_000_000 }).map((n) => n / 10_000);
const figures = fc.array(fc.oneof(fc.record({ result: amount, target }), fc.record({ result: amount })), {
  minLength: 1,
  maxLength: 20,
});
const relative = fc.constantFrom("target-and-leader" as const, "share-of-best" as const);

test("among peers nobody gets less than nothing or more than the maximum, in whatever order they stand", () => {
  fc.assert(
    fc.property(relative, figures, fc.integer({ min: 0, max: 5000 }), (kind, peers, hundredths) => {
      const way = { way: kind, max: hundredths / 100 };
      const given = peers.map((own) => points(way, own, peers));
      expect(given.every((each) => each >= 0 && each <= way.max)).toBe(true);
      expect(peers.map((own) => points(way, own, peers.toReversed()))).toEqual(given);
    }),
  );
});

test("somebody leads: with the largest excess, or with the best result", () => {
  fc.assert(
    fc.property(relative, figures, (kind, peers) => {
      const way: Way = { way: kind, max: 10 };
      const hasLeader = peers.some(({ result, ...one }) => result > ("target" in one ? one.target : 0));
      const isAny = kind === "share-of-best" ? peers.some(({ result }) => result > 0) : hasLeader;
      const given = peers.map((own) => points(way, own, peers));
      if (isAny) expect(Math.max(...given)).toBe(10);
    }),
  );
});

test("more done is never worth less, and the plan is worth half", () => {
  const way: Way = { way: "target-and-leader", max: 10 };
  fc.assert(
    fc.property(figures, amount, amount, target, (peers, one, other, plan) => {
      const [less, more] = [one, other].toSorted((a, b) => a - b) as [number, number];
      const at = (result: number) =>
        points(way, { result, target: plan }, [...peers, { result: more, target: plan }]);
      expect(at(less)).toBeLessThanOrEqual(at(more));
      if (more > plan) expect(at(more)).toBeGreaterThanOrEqual(5);
      if (more < plan) expect(at(more)).toBeLessThanOrEqual(5);
    }),
  );
});
