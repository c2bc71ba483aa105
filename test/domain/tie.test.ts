import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "#domain/count.ts";
import type { Rule } from "#domain/poll.ts";
import { ruleOf } from "./polls.ts";

const candidates = ["a", "b", "c", "d"];

type Case = {
  votes: string;
  seats: number;
  tie: Rule["tie"];
  decided?: string;
  worth?: string;
  leftOut?: string;
};

/** `5433` are the votes of a, b, c and d; `worth` names them from the worthiest on, equals in brackets. */
function decided({ votes, seats, tie, decided: named, worth = "", leftOut = "" }: Case) {
  const tally = {
    entitled: 9,
    present: 9,
    issued: 9,
    collected: 9,
    valid: 9,
    blank: 0,
    votes: Object.fromEntries(candidates.map((id, at) => [id, Number(votes[at])])),
    quorum: true,
  };
  const places = worth.match(/\(\w+\)|\w/g) ?? [];
  const { passed, tied } = decide(
    {
      candidates,
      rule: ruleOf("≥ 1/3 of members", { tie, seats }),
      seats,
      ...(named !== undefined && { decided: Array.from(named) }),
    },
    tally,
    { worthOf: (id) => -places.findIndex((place) => place.includes(id)), leftOut: Array.from(leftOut) },
  );
  return { passed: passed.join(""), tied: tied.join("") };
}

test.for<[string, Case, string, string]>([
  ["most votes first", { votes: "3456", seats: 4, tie: "second-round" }, "dcba", ""],
  ["no more than there are seats", { votes: "3456", seats: 2, tie: "second-round" }, "dc", ""],
  ["seats stay empty below the threshold", { votes: "3222", seats: 3, tie: "second-round" }, "a", ""],
  ["equals above the last seat are no tie", { votes: "5530", seats: 2, tie: "second-round" }, "ab", ""],
  ["equals that fit are no tie", { votes: "5330", seats: 3, tie: "second-round" }, "abc", ""],
  ["equals below the threshold are no tie", { votes: "5220", seats: 2, tie: "second-round" }, "a", ""],
  ["two for one seat", { votes: "5500", seats: 1, tie: "second-round" }, "", "ab"],
  ["the one above passes, the equals are tied", { votes: "3530", seats: 2, tie: "second-round" }, "b", "ac"],
  ["three for two seats", { votes: "4440", seats: 2, tie: "second-round" }, "", "abc"],
  ["all equal for one", { votes: "3333", seats: 1, tie: "second-round" }, "", "abcd"],
  [
    "a second round takes no word of the chair",
    { votes: "5500", seats: 1, tie: "second-round", decided: "a" },
    "",
    "ab",
  ],
  ["the chair's word", { votes: "5500", seats: 1, tie: "chair", decided: "b" }, "b", ""],
  ["the lot", { votes: "3530", seats: 2, tie: "lot", decided: "c" }, "bc", ""],
  ["the lot for two of three", { votes: "4440", seats: 2, tie: "lot", decided: "ca" }, "ac", ""],
  ["nothing decided yet", { votes: "5500", seats: 1, tie: "chair" }, "", "ab"],
  ["nobody named", { votes: "5500", seats: 1, tie: "lot", decided: "" }, "", "ab"],
  ["a name that is no equal", { votes: "5530", seats: 1, tie: "chair", decided: "c" }, "", "ab"],
  ["more names than seats", { votes: "5500", seats: 1, tie: "chair", decided: "ba" }, "a", ""],
  ["a word that was not needed", { votes: "5430", seats: 1, tie: "chair", decided: "b" }, "a", ""],
  ["the higher total", { votes: "5500", seats: 1, tie: "higher-total", worth: "ba" }, "b", ""],
  [
    "the higher total after the votes",
    { votes: "3530", seats: 2, tie: "higher-total", worth: "cab" },
    "bc",
    "",
  ],
  ["equal totals too", { votes: "5500", seats: 1, tie: "higher-total", worth: "(ab)" }, "", "ab"],
  [
    "the surely inside pass, the rest of the equals are tied",
    { votes: "4440", seats: 2, tie: "higher-total", worth: "c(ab)" },
    "c",
    "ab",
  ],
  [
    "the surely outside are out",
    { votes: "4444", seats: 2, tie: "higher-total", worth: "c(ab)d" },
    "c",
    "ab",
  ],
  [
    "equal totals that fit pass",
    { votes: "4444", seats: 3, tie: "higher-total", worth: "c(ab)d" },
    "cab",
    "",
  ],
  [
    "a total does not lift above the votes",
    { votes: "5400", seats: 1, tie: "higher-total", worth: "ba" },
    "a",
    "",
  ],
  [
    "who holds a better office is left out",
    { votes: "5430", seats: 1, tie: "second-round", leftOut: "a" },
    "b",
    "",
  ],
  ["and ends a tie by it", { votes: "5500", seats: 1, tie: "second-round", leftOut: "a" }, "b", ""],
  [
    "and leaves the seat empty where nobody else is",
    { votes: "5200", seats: 1, tie: "second-round", leftOut: "a" },
    "",
    "",
  ],
  ["no seats left", { votes: "5400", seats: 0, tie: "second-round" }, "", ""],
])("%s", ([, one, passed, tied]) => {
  expect(decided(one)).toEqual({ passed, tied });
});

test("without a quorum nobody passes and nobody is tied", () => {
  const tally = {
    entitled: 2,
    present: 2,
    issued: 2,
    collected: 2,
    valid: 2,
    blank: 0,
    votes: { a: 1, b: 1 },
    quorum: false,
  };
  const rule = ruleOf("≥ 1/2 of members");
  expect(decide({ candidates, rule, seats: 1 }, tally, { worthOf: () => 0 })).toEqual({
    passed: [],
    tied: [],
  });
});

const ways = fc.constantFrom<Rule["tie"]>("second-round", "higher-total", "chair", "lot");
const poll = fc.record({
  votes: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }).map((all) => all.join("")),
  seats: fc.integer({ min: 1, max: 4 }),
  tie: ways,
  decided: fc.subarray(candidates).map((all) => all.join("")),
  worth: fc.constantFrom("abcd", "d(bc)a", "(abcd)", "(ab)(cd)"),
});

test("nobody passes with fewer votes than somebody who does not, and never more than there are seats", () => {
  fc.assert(
    fc.property(poll, (one) => {
      const { passed, tied } = decided(one);
      const votes = (id: string) => Number(one.votes[candidates.indexOf(id)]);
      const others = candidates.filter((id) => !passed.includes(id));
      for (const id of passed)
        for (const other of others) expect(votes(id)).toBeGreaterThanOrEqual(votes(other));
      expect(passed.length).toBeLessThanOrEqual(one.seats);
      expect(Array.from(passed).filter((id) => tied.includes(id))).toEqual([]);
      if (tied) expect(passed.length + tied.length).toBeGreaterThan(one.seats);
      if (tied) expect(new Set(Array.from(tied, votes)).size).toBe(1);
    }),
  );
});
