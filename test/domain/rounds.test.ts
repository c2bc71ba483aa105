import { expect, test } from "vitest";
import { decisionsOf, electedAs, electedOf, nextRoundOf } from "#domain/count.ts";
import { type Poll, roundsOf } from "#domain/poll.ts";
import { pollOf, ruleOf } from "./polls.ts";

/** A counted poll: `5433` are the votes of a, b, c and d, of nine members. */
function counted(
  poll: string,
  votes: string,
  { seats = 1, ...change }: Partial<Poll> & { seats?: number } = {},
): Poll {
  const all = Object.fromEntries(["a", "b", "c", "d"].map((id, at) => [id, Number(votes[at])]));
  const tally = {
    entitled: 9,
    present: 9,
    issued: 9,
    collected: 9,
    valid: 9,
    blank: 0,
    votes: all,
    quorum: true,
  };
  return pollOf(poll, { rule: ruleOf("> 1/3 of members", { seats }), tally, ...change });
}
const head = (poll: string, votes: string, change: Partial<Poll> = {}) => {
  const { award: _, ...one } = counted(poll, votes, { for: "head", ...change });
  return one;
};
const deputy = (poll: string, votes: string, change: Partial<Poll> & { seats?: number } = {}) => {
  const { award: _, ...one } = counted(poll, votes, { for: "deputy", ...change });
  return one;
};
const told = (polls: Poll[], worthOf: (unit: string) => number = () => 0) =>
  Object.fromEntries(
    Array.from(decisionsOf(polls, worthOf), ([poll, { passed, tied }]) => [
      poll,
      [passed.join(""), tied.join("")],
    ]),
  );

test("the rounds of one question are those for the same purpose and award, in order, void ones aside", () => {
  const second = pollOf("flag-2", { round: 2 });
  const polls = [
    second,
    pollOf("other", { award: "BK_BT" }),
    pollOf("head", { for: "head" }),
    pollOf("spoilt", { state: "void" }),
    pollOf("flag"),
  ];
  expect(roundsOf(second, polls).map(({ poll }) => poll)).toEqual(["flag", "flag-2"]);
});

test("a further round is among the tied, for the seats still free, and who passes is added", () => {
  const first = counted("flag", "5440", { seats: 2 });
  const second = counted("flag-2", "0540", { seats: 2, round: 2, candidates: ["b", "c"] });
  expect(told([second, first])).toEqual({ flag: ["a", "bc"], "flag-2": ["b", ""] });
  const decisions = decisionsOf([first, second], () => 0);
  expect(nextRoundOf([first], decisions)).toEqual({ candidates: ["b", "c"], seats: 1 });
  expect(electedAs("nomination", [second, first], decisions, "CO_BT")).toEqual(["a", "b"]);
  expect(electedAs("nomination", [first, second], decisions, "BK_BT")).toEqual([]);
});

test("where nobody passed and nobody is tied, a further round is among all", () => {
  const first = counted("flag", "3321");
  expect(
    nextRoundOf(
      [first],
      decisionsOf([first], () => 0),
    ),
  ).toEqual({ candidates: ["a", "b", "c", "d"], seats: 1 });
});

test("where somebody passed and nobody is tied, there is nobody left for a further round", () => {
  const first = counted("flag", "5300", { seats: 2 });
  expect(
    nextRoundOf(
      [first],
      decisionsOf([first], () => 0),
    ),
  ).toEqual({ candidates: [], seats: 1 });
});

test("a third round is among the tied of the second, for what both left", () => {
  const rounds = [
    counted("flag", "5444", { seats: 3 }),
    counted("flag-2", "0544", { seats: 3, round: 2 }),
    counted("flag-3", "0045", { seats: 3, round: 3 }),
  ];
  expect(told(rounds.toReversed())).toEqual({
    flag: ["a", "bcd"],
    "flag-2": ["b", "cd"],
    "flag-3": ["d", ""],
  });
});

test("equals across the last seat are parted by worth where the rule says so", () => {
  const rule = ruleOf("> 1/3 of members", { tie: "higher-total" });
  expect(told([counted("flag", "4400", { rule })], (unit) => (unit === "b" ? 2 : 1))).toEqual({
    flag: ["b", ""],
  });
});

test("polls that are not counted decide nothing", () => {
  expect(
    told((["draft", "open", "void"] as const).map((state) => counted(state, "9000", { state }))),
  ).toEqual({});
});

test.for<[string, Poll[], { head: string | null; deputies: string[] }]>([
  [
    "one head and two deputies",
    [head("h", "5400"), deputy("p", "0540", { seats: 2 })],
    { head: "a", deputies: ["b", "c"] },
  ],
  [
    "the head is left out before deputies' seats are filled",
    [head("h", "5400"), deputy("p", "5440", { seats: 2 })],
    { head: "a", deputies: ["b", "c"] },
  ],
  [
    "also where deputies were counted first",
    [deputy("p", "5440", { seats: 2 }), head("h", "5400")],
    { head: "a", deputies: ["b", "c"] },
  ],
  [
    "also where the head came in a second round",
    [deputy("p", "5040"), head("h", "4400"), head("h2", "5400", { round: 2, candidates: ["a", "b"] })],
    { head: "a", deputies: ["c"] },
  ],
  ["no head elected", [head("h", "3333"), deputy("p", "5000")], { head: null, deputies: ["a"] }],
  ["no poll at all", [], { head: null, deputies: [] }],
  ["a flag is no office", [counted("flag", "9000")], { head: null, deputies: [] }],
  ["two deputies at most", [deputy("p", "5654", { seats: 3 })], { head: null, deputies: ["b", "a"] }],
])("next year's offices: %s", ([, polls, offices]) => {
  expect(
    electedOf(
      polls,
      decisionsOf(polls, () => 0),
    ),
  ).toEqual(offices);
});
