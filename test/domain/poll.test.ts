import { expect, test } from "vitest";
import { expectPapers, expectState, faultIn, type Poll, Rule, ruleOf as ruleIn } from "#domain/poll.ts";
import { fits, refusal } from "./given.ts";
import { pollOf, ruleOf } from "./polls.ts";

const rule = ruleOf("> 1/2 of members", { choose: { min: 1, max: 2 } });

test.for<[string, string, Partial<Rule>, string | undefined, ReturnType<typeof faultIn>]>([
  ["one", "a", {}, "b", undefined],
  ["two", "ab", {}, "c", undefined],
  ["three, one more than allowed", "abc", {}, "d", "too-many"],
  ["none, where one has to be chosen", "", {}, "d", "too-few"],
  ["none, where none need be", "", { choose: { min: 0, max: 2 } }, "d", undefined],
  ["one, where it takes two", "a", { choose: { min: 2, max: 2 } }, "d", "too-few"],
  ["one name twice", "aa", {}, "d", "twice"],
  ["a name that was added", "ax", {}, "d", "unknown-name"],
  ["an added name among too many", "abcx", {}, "d", "unknown-name"],
  ["the own unit, where it may be", "a", { ownUnit: true }, "a", undefined],
  ["the own unit, where it may not", "ab", { ownUnit: false }, "b", "own-unit"],
  ["another, where the own may not be", "ab", { ownUnit: false }, "c", undefined],
  ["by nobody known, where the own may not be", "ab", { ownUnit: false }, undefined, undefined],
])("an answer with %s", ([, choose, change, own, fault]) => {
  const poll = { candidates: ["a", "b", "c", "d"], rule: { ...rule, ...change } };
  expect(faultIn(poll, Array.from(choose), own)).toBe(fault);
});

test.for(Object.keys(rule))("a rule that leaves out %s is none", (field) => {
  expect(fits(Rule, rule)).toBe(true);
  expect(fits(Rule, Object.fromEntries(Object.entries(rule).filter(([name]) => name !== field)))).toBe(false);
});

test.for<[string, object]>([
  ["both more than and at least", { threshold: { base: "members", moreThan: "1/2", atLeast: "1/2" } }],
  ["neither more than nor at least", { threshold: { base: "members" } }],
  ["a share that is no fraction", { threshold: { base: "members", moreThan: "0.5" } }],
  ["a share above all", { threshold: { base: "members", moreThan: "3/2" } }],
  ["a base nobody knows", { threshold: { base: "voters", moreThan: "1/2" } }],
  ["a quorum of those present", { quorum: { of: "present", atLeast: "2/3" } }],
  ["a quorum with both signs", { quorum: { of: "members", atLeast: "2/3", moreThan: "1/2" } }],
  ["a quorum with neither", { quorum: { of: "members" } }],
  ["no seat", { seats: 0 }],
  ["half a seat", { seats: 1.5 }],
  ["nobody to be chosen", { choose: { min: 0, max: 0 } }],
  ["less at the most than at the least", { choose: { min: 3, max: 2 } }],
  ["a tie by age", { tie: "age" }],
  ["passers-by as voters", { voter: "guest" }],
  ["a field nobody knows", { colour: "red" }],
])("no rule has %s", ([, change]) => {
  expect(fits(Rule, { ...rule, ...change })).toBe(false);
});

test.for(["draft", "open", "counted", "void"] as const)(
  "a poll that is %s does what that state allows alone",
  (state) => {
    expect(() => expectState(pollOf("flag", { state }), state)).not.toThrow();
    const others = (["draft", "open", "counted", "void"] as const).filter((other) => other !== state);
    expect(() => expectState(pollOf("flag", { state }), ...others)).toThrow(
      refusal("poll/not-now", { poll: "flag", state }),
    );
  },
);

test("without its rule a poll does nothing", () => {
  expect(() => ruleIn(pollOf("flag"))).toThrow(refusal("poll/no-rule", { poll: "flag" }));
  expect(ruleIn(pollOf("flag", { rule }))).toBe(rule);
});

const entitled = ["a", "b", "c", "d"];
const secret = pollOf("flag", { state: "open", rule, entitled, absent: ["d"] });
const open: Poll = { ...secret, rule: { ...rule, secret: false } };
const unnamed = (count: number) => Array.from({ length: count }, () => ({}));
const by = (...names: string[]) => names.map((name) => ({ by: name }));

test.for<[string, Poll, { by?: string }[], string[], ReturnType<typeof refusal> | undefined]>([
  ["secret, without names", secret, unnamed(3), [], undefined],
  [
    "secret, more than are present",
    secret,
    unnamed(4),
    [],
    refusal("poll/papers-differ", { present: 3, collected: 4 }),
  ],
  [
    "secret, with a name",
    secret,
    [...unnamed(2), ...by("a")],
    [],
    refusal("poll/papers-differ", { named: 1, papers: 3 }),
  ],
  ["open, each with a name", open, by("a", "b", "c"), [], undefined],
  [
    "open, one without a name",
    open,
    [...by("a"), ...unnamed(1)],
    [],
    refusal("poll/papers-differ", { named: 1, papers: 2 }),
  ],
  ["open, of somebody absent", open, by("a", "d"), [], refusal("poll/not-present", { unit: "d" })],
  ["open, of somebody from outside", open, by("x"), [], refusal("poll/not-present", { unit: "x" })],
  ["open, twice of one", open, by("a", "b", "a"), [], refusal("poll/already-cast", { unit: "a" })],
  [
    "open, of one who answered on the phone",
    open,
    by("b"),
    ["b"],
    refusal("poll/already-cast", { unit: "b" }),
  ],
  ["open, beside the phones of others", open, by("b"), ["a", "c"], undefined],
  [
    "secret, with the phones more than are present",
    secret,
    unnamed(2),
    ["a", "b"],
    refusal("poll/papers-differ", { present: 3, collected: 4 }),
  ],
  ["none at all", secret, [], [], undefined],
  [
    "before it opened",
    pollOf("flag", { rule }),
    unnamed(1),
    [],
    refusal("poll/papers-differ", { present: 0 }),
  ],
])("papers %s", ([, poll, papers, answered, refused]) => {
  const act = () => expectPapers(poll, papers, answered);
  if (refused) expect(act).toThrow(refused);
  else expect(act).not.toThrow();
});
