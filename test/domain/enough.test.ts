import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "#domain/count.ts";
import { enoughOf } from "#domain/enough.ts";

test.for([
  [{ moreThan: "1/2" }, 5, 3],
  [{ moreThan: "1/2" }, 4, 3],
  [{ atLeast: "1/2" }, 4, 2],
  [{ atLeast: "2/3" }, 34, 23],
  [{ moreThan: "2/3" }, 33, 23],
  [{ atLeast: "1/1" }, 7, 7],
] as const)("%o of %d votes is %d", ([share, base, enough]) => {
  expect(enoughOf(share, base)).toBe(enough);
});

test("what a phone says is enough passes, and one vote less does not", () => {
  const share = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }), fc.boolean())
    .filter(([over, under]) => over <= under)
    .map(([over, under, isMore]) =>
      isMore ? { moreThan: `${over}/${under}` } : { atLeast: `${over}/${under}` },
    );
  const passesWith = (threshold: { moreThan: string } | { atLeast: string }, votes: number, base: number) =>
    decide(
      { candidates: ["a"], rule: { ...rule, threshold: { base: "members", ...threshold } }, seats: 1 },
      { ...tally, entitled: base, votes: { a: votes } },
      { worthOf: () => 0 },
    ).passed.length === 1;
  fc.assert(
    fc.property(share, fc.integer({ min: 1, max: 5_000 }), (threshold, base) => {
      const enough = enoughOf(threshold, base);
      if (enough <= base) expect(passesWith(threshold, enough, base)).toBe(true);
      if (enough > 0) expect(passesWith(threshold, enough - 1, base)).toBe(false);
    }),
  );
});

const rule = {
  secret: true,
  voter: "unit",
  ownUnit: true,
  quorum: null,
  choose: { min: 0, max: 1 },
  seats: 1,
  tie: "lot",
  publish: "figures",
} as const;
const tally = { present: 0, issued: 0, collected: 0, valid: 0, blank: 0, quorum: true };
