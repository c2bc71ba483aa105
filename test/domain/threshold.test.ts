import fc from "fast-check";
import { expect, test } from "vitest";
import { baseOf, decide, percentOf, tallyOf } from "#domain/count.ts";
import type { Rule } from "#domain/poll.ts";
import { papersOf, ruleOf, shareOf } from "./polls.ts";

const candidates = ["a", "b", "c"];

function outcome(rule: Rule, entitled: number, absent: number, read: string) {
  const present = entitled - absent;
  const tally = tallyOf({ candidates, rule }, { entitled, present, issued: present }, papersOf(read));
  const { passed, tied } = decide({ candidates, rule, seats: rule.seats }, tally, { worthOf: () => 0 });
  return { ...tally, passed: passed.join(""), tied: tied.join("") };
}

/** Rule, members, absent, papers, who passes. `x` is no candidate, so that its paper is not valid. */
test.for<[string, number, number, string, string]>([
  ["> 1/2 of members", 4, 0, "a a b .", ""],
  ["≥ 1/2 of members", 4, 0, "a a b .", "a"],
  ["> 1/2 of members", 4, 0, "a a a .", "a"],
  ["> 1/2 of members", 5, 0, "a a a b b", "a"],
  ["> 1/2 of members", 5, 0, "a a b b .", ""],
  ["≥ 1/2 of members", 5, 0, "a a b b .", ""],
  ["> 1/2 of members", 5, 1, "a a a b", "a"],
  ["> 1/2 of members", 6, 2, "a a a .", ""],
  ["≥ 1/2 of members", 6, 2, "a a a .", "a"],
  ["> 1/2 of members", 6, 2, "a a a a", "a"],
  ["> 1/2 of present", 6, 2, "a a a .", "a"],
  ["> 1/2 of present", 6, 2, "a a b .", ""],
  ["≥ 1/2 of present", 6, 2, "a a b .", "a"],
  ["> 1/2 of present", 6, 2, "a a", ""],
  ["> 1/2 of present", 6, 2, "a a a", "a"],
  ["> 1/2 of cast", 6, 2, "a a", "a"],
  ["> 1/2 of cast", 6, 0, "a a b x", "a"],
  ["> 1/2 of present", 4, 0, "a a b x", ""],
  ["> 1/2 of cast", 6, 0, "a a . .", ""],
  ["≥ 1/2 of cast", 6, 0, "a a . .", "a"],
  ["> 1/2 of cast", 6, 0, "a a . x x", "a"],
  ["> 1/2 of cast", 1, 0, "a", "a"],
  ["> 1/2 of cast", 9, 0, "a", "a"],
  ["≥ 2/3 of members", 3, 0, "a a b", "a"],
  ["> 2/3 of members", 3, 0, "a a b", ""],
  ["> 2/3 of members", 3, 0, "a a a", "a"],
  ["≥ 2/3 of members", 6, 0, "a a a a b b", "a"],
  ["> 2/3 of members", 6, 0, "a a a a b b", ""],
  ["≥ 2/3 of members", 7, 0, "a a a a b b b", ""],
  ["≥ 2/3 of members", 7, 0, "a a a a a b b", "a"],
  ["≥ 2/3 of present", 7, 1, "a a a a b b", "a"],
  ["≥ 2/3 of cast", 7, 1, "a a b x x x", "a"],
  ["> 2/3 of cast", 7, 1, "a a b x x x", ""],
  ["≥ 1/3 of members", 3, 0, "a . .", "a"],
  ["> 1/3 of members", 3, 0, "a . .", ""],
  ["≥ 3/4 of members", 4, 0, "a a a b", "a"],
  ["> 3/4 of members", 4, 0, "a a a b", ""],
  ["≥ 7/10 of members", 10, 0, "a a a a a a a b b b", "a"],
  ["> 7/10 of members", 10, 0, "a a a a a a a b b b", ""],
  ["≥ 9/10 of members", 19, 0, `${"a ".repeat(17)}b b`, ""],
  ["≥ 9/10 of members", 19, 0, `${"a ".repeat(18)}b`, "a"],
  ["≥ 1/1 of members", 3, 0, "a a a", "a"],
  ["≥ 1/1 of members", 3, 1, "a a", ""],
  ["≥ 1/1 of present", 3, 1, "a a", "a"],
  ["> 1/1 of members", 3, 0, "a a a", ""],
  ["> 0/1 of members", 5, 0, "a . . . .", "a"],
  ["> 0/1 of members", 5, 0, ". . . . .", ""],
  ["≥ 333333/999999 of cast", 3, 0, "a . .", "a"],
  ["> 1/2 of members", 0, 0, "", ""],
  ["> 1/2 of present", 4, 4, "", ""],
  ["> 1/2 of cast", 4, 0, "", ""],
  ["≥ 0/1 of cast", 4, 0, "x x x x", ""],
])("%s: of %d with %d absent, the papers %j let %j pass", ([spoken, members, absent, read, passed]) => {
  expect(outcome(ruleOf(spoken), members, absent, read)).toMatchObject({ passed, tied: "" });
});

test.for<[string, number, number, boolean]>([
  ["≥ 2/3", 3, 1, true],
  ["> 2/3", 3, 1, false],
  ["≥ 2/3", 4, 2, false],
  ["≥ 2/3", 4, 1, true],
  ["≥ 2/3", 6, 2, true],
  ["> 2/3", 6, 2, false],
  ["≥ 2/3", 5, 2, false],
  ["> 1/2", 4, 2, false],
  ["≥ 1/2", 4, 2, true],
  ["> 1/2", 5, 2, true],
  ["≥ 1/1", 5, 0, true],
  ["≥ 1/1", 5, 1, false],
  ["≥ 0/1", 5, 5, true],
  ["≥ 0/1", 0, 0, false],
])(
  "a quorum of %s: of %d with %d absent it is there: %s; without it nobody passes",
  ([spoken, members, absent, isThere]) => {
    const rule = ruleOf("≥ 0/1 of members", { quorum: { of: "members", ...shareOf(spoken) } });
    const { quorum, passed } = outcome(rule, members, absent, "a a a a a ".slice(0, 2 * (members - absent)));
    expect({ quorum, passed: passed.includes("a") }).toEqual({
      quorum: isThere,
      passed: isThere && members > absent,
    });
  },
);

test("no quorum asked for is a quorum", () => {
  expect(outcome(ruleOf("> 1/2 of cast"), 9, 8, "a")).toMatchObject({ quorum: true, passed: "a" });
});

test("papers are counted as they are: collected, valid, blank, and votes by candidate", () => {
  const rule = ruleOf("> 1/2 of cast", { choose: { max: 2 } });
  expect(outcome(rule, 8, 1, "ab a . x abc aa b")).toMatchObject({
    entitled: 8,
    present: 7,
    issued: 7,
    collected: 7,
    valid: 4,
    blank: 1,
    votes: { a: 2, b: 2, c: 0 },
  });
});

test("where somebody has to be chosen, an empty paper is not valid", () => {
  const rule = ruleOf("> 1/2 of cast", { choose: { min: 1 } });
  expect(outcome(rule, 3, 0, "a . .")).toMatchObject({ valid: 1, blank: 0, passed: "a" });
});

test("in an open poll a paper that names its own unit counts only where that is allowed", () => {
  const read = [
    { by: "a", choose: ["a"] },
    { by: "b", choose: ["a"] },
  ];
  const figures = { entitled: 2, present: 2, issued: 2 };
  const votes = (change: Partial<Rule>) =>
    tallyOf({ candidates, rule: ruleOf("> 1/2 of cast", change) }, figures, read).votes["a"];
  expect(votes({ secret: false, ownUnit: false })).toBe(1);
  expect(votes({ secret: false, ownUnit: true })).toBe(2);
  expect(votes({ secret: true, ownUnit: false })).toBe(2);
});

test.for([
  [4, 5, 80],
  [2, 3, 66.7],
  [1, 3, 33.3],
  [1, 16, 6.3],
  [1, 2000, 0.1],
  [1, 2001, 0],
  [0, 5, 0],
  [0, 0, 0],
  [5, 5, 100],
] as const)("%d of %d is %d per cent", ([votes, base, percent]) => {
  expect(percentOf(votes, base)).toBe(percent);
});

test.for([
  ["members", 9],
  ["present", 7],
  ["cast", 5],
] as const)("shares of %s are taken of %d", ([base, of]) => {
  const rule = ruleOf(`> 1/2 of ${base}`);
  const tally = {
    entitled: 9,
    present: 7,
    issued: 7,
    collected: 6,
    valid: 5,
    blank: 1,
    votes: {},
    quorum: true,
  };
  expect(baseOf(rule, tally)).toBe(of);
});

const bases = fc.constantFrom("members", "present", "cast");
const share = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 20 })).filter(([n, d]) => n <= d);

test("a threshold is reached exactly, without any rounding", () => {
  const counts = fc.record({
    votes: fc.nat(30),
    others: fc.nat(10),
    blank: fc.nat(5),
    invalid: fc.nat(5),
    absent: fc.nat(5),
  });
  fc.assert(
    fc.property(
      bases,
      share,
      fc.boolean(),
      counts,
      (base, [n, d], isStrict, { votes, others, blank, invalid, absent }) => {
        const read = ["a".repeat(votes), "b".repeat(others), ".".repeat(blank), "x".repeat(invalid)].flatMap(
          (all) => Array.from(all),
        );
        const entitled = read.length + absent;
        const rule = ruleOf(`${isStrict ? ">" : "≥"} ${n}/${d} of ${base}`, { seats: 3 });
        const of = { members: entitled, present: read.length, cast: votes + others + blank }[base] ?? 0;
        const isReached = of > 0 && (isStrict ? votes * d > n * of : votes * d >= n * of);
        expect(outcome(rule, entitled, absent, read.join(" ")).passed.includes("a")).toBe(isReached);
      },
    ),
  );
});

test("papers read in another order give the same result", () => {
  const paper = fc.constantFrom("a", "b", "c", "ab", "bc", "abc", ".", "x", "aa");
  fc.assert(
    fc.property(
      fc
        .array(paper, { maxLength: 12 })
        .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([one, other]) => {
        const rule = ruleOf("> 1/3 of cast", { choose: { max: 2 }, seats: 2 });
        expect(outcome(rule, 12, 0, other.join(" "))).toEqual(outcome(rule, 12, 0, one.join(" ")));
      },
    ),
  );
});
