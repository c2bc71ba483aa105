import { expect, test } from "vitest";
import { baseOf, decide, decisionsOf, nextRoundOf, percentOf, tallyOf } from "#domain/count.ts";
import type { Poll, Rule } from "#domain/poll.ts";
import { papersOf, pollOf, ruleOf, shareOf } from "./polls.ts";

/*
 * The rules to the letter, each case worked out by hand. A letter is a candidate, a group of letters a paper, `.` a
 * blank one, `x` a name that is not on the ballot, `-` no to every name; `6-2` is a hall of six members with two away. What came of it is
 * told as the minutes would: what counted, what the shares are taken of, the shares in per cent, who passes, who is tied.
 */
type Change = Omit<NonNullable<Parameters<typeof ruleOf>[1]>, "quorum"> & {
  quorum?: string;
  names?: string;
  decided?: string;
  /** From the worthiest on, equals in brackets. */
  worth?: string;
};

function told(spoken: string, change: Change, hall: string, read: string): string {
  const { quorum: asked, names = "abc", decided, worth = "", ...more } = change;
  const candidates = Array.from(names);
  const quorum: Rule["quorum"] = asked === undefined ? null : { of: "members", ...shareOf(asked) };
  const rule = ruleOf(spoken, { quorum, ...more });
  const [entitled = 0, away = 0] = hall.split("-").map(Number);
  const present = entitled - away;
  const tally = tallyOf({ candidates, rule }, { entitled, present, issued: present }, papersOf(read));
  const places = worth.match(/\(\w+\)|\w/g) ?? [];
  const { passed, tied } = decide(
    { candidates, rule, seats: rule.seats, ...(decided !== undefined && { decided: Array.from(decided) }) },
    tally,
    { worthOf: (id) => -places.findIndex((place) => place.includes(id)) },
  );
  const base = baseOf(rule, tally);
  const shares = candidates.map((id) => `${id} ${percentOf(tally.votes[id] ?? 0, base)}`).join(", ");
  const no = candidates.map((id) => `${id} ${tally.against?.[id]}`).join(", ");
  const against = tally.against ? `, against ${no}` : "";
  const counted = `${tally.valid} valid, ${tally.blank} blank, of ${base}: ${shares}${against}`;
  const ends = `→ ${passed.join("") || "-"}${tied.length > 0 ? ` tied ${tied.join("")}` : ""}`;
  return `${tally.quorum ? "" : "no quorum, "}${counted} ${ends}`;
}

const times = (count: number, paper: string) => `${paper} `.repeat(count);

// biome-ignore format: it is read in columns
const cases: [rule: string, change: Change, hall: string, papers: string, told: string][] = [
  // More than and at least; of the members, of those present, of the valid ballots.
  ["> 1/2 of members", {}, "5", "a a a b .", "5 valid, 1 blank, of 5: a 60, b 20, c 0 → a"],
  ["> 1/2 of members", {}, "5", "a a b b .", "5 valid, 1 blank, of 5: a 40, b 40, c 0 → -"],
  ["> 1/2 of members", {}, "4", "a a b .", "4 valid, 1 blank, of 4: a 50, b 25, c 0 → -"],
  ["≥ 1/2 of members", {}, "4", "a a b .", "4 valid, 1 blank, of 4: a 50, b 25, c 0 → a"],
  ["> 1/2 of members", {}, "5-2", "a a a", "3 valid, 0 blank, of 5: a 60, b 0, c 0 → a"],
  ["> 1/2 of members", {}, "5-2", "a a b", "3 valid, 0 blank, of 5: a 40, b 20, c 0 → -"],
  ["> 1/2 of present", {}, "5-2", "a a b", "3 valid, 0 blank, of 3: a 66.7, b 33.3, c 0 → a"],
  ["> 1/2 of present", {}, "6-2", "a a b", "3 valid, 0 blank, of 4: a 50, b 25, c 0 → -"],
  ["≥ 1/2 of present", {}, "6-2", "a a b", "3 valid, 0 blank, of 4: a 50, b 25, c 0 → a"],
  ["> 1/2 of cast", {}, "6-2", "a a b", "3 valid, 0 blank, of 3: a 66.7, b 33.3, c 0 → a"],
  ["≥ 2/3 of members", {}, "6", "a a a a b b", "6 valid, 0 blank, of 6: a 66.7, b 33.3, c 0 → a"],
  ["> 2/3 of members", {}, "6", "a a a a b b", "6 valid, 0 blank, of 6: a 66.7, b 33.3, c 0 → -"],
  ["≥ 2/3 of members", {}, "7", "a a a a b b b", "7 valid, 0 blank, of 7: a 57.1, b 42.9, c 0 → -"],
  ["≥ 2/3 of members", {}, "7", "a a a a a b b", "7 valid, 0 blank, of 7: a 71.4, b 28.6, c 0 → a"],
  ["≥ 7/10 of members", {}, "10", `${times(7, "a")}b b b`, "10 valid, 0 blank, of 10: a 70, b 30, c 0 → a"],
  ["> 7/10 of members", {}, "10", `${times(7, "a")}b b b`, "10 valid, 0 blank, of 10: a 70, b 30, c 0 → -"],
  ["≥ 4/5 of members", {}, "5", "a a a a b", "5 valid, 0 blank, of 5: a 80, b 20, c 0 → a"],
  ["> 4/5 of members", {}, "5", "a a a a b", "5 valid, 0 blank, of 5: a 80, b 20, c 0 → -"],
  ["≥ 9/10 of members", {}, "10", `${times(9, "a")}b`, "10 valid, 0 blank, of 10: a 90, b 10, c 0 → a"],
  ["≥ 9/10 of members", {}, "9", `${times(8, "a")}b`, "9 valid, 0 blank, of 9: a 88.9, b 11.1, c 0 → -"],
  ["≥ 1/1 of present", {}, "4-1", "a a a", "3 valid, 0 blank, of 3: a 100, b 0, c 0 → a"],
  ["≥ 1/1 of members", {}, "4-1", "a a a", "3 valid, 0 blank, of 4: a 75, b 0, c 0 → -"],
  ["> 1/1 of members", {}, "3", "a a a", "3 valid, 0 blank, of 3: a 100, b 0, c 0 → -"],
  ["> 0/1 of members", {}, "5", "a . . . .", "5 valid, 4 blank, of 5: a 20, b 0, c 0 → a"],

  // No rounding decides: a third as it is written, half of a large hall by one vote.
  ["≥ 333333/999999 of cast", {}, "3", "a . .", "3 valid, 2 blank, of 3: a 33.3, b 0, c 0 → a"],
  ["> 1/3 of cast", {}, "3", "a . .", "3 valid, 2 blank, of 3: a 33.3, b 0, c 0 → -"],
  ["> 1/2 of members", {}, "2000", times(1000, "a"), "1000 valid, 0 blank, of 2000: a 50, b 0, c 0 → -"],
  ["> 1/2 of members", {}, "2000", times(1001, "a"), "1001 valid, 0 blank, of 2000: a 50.1, b 0, c 0 → a"],
  ["> 1/2 of members", {}, "1999", times(1000, "a"), "1000 valid, 0 blank, of 1999: a 50, b 0, c 0 → a"],
  ["> 0/1 of members", {}, "16", "a", "1 valid, 0 blank, of 16: a 6.3, b 0, c 0 → a"],

  // The quorum: enough of the members in the hall, or nobody passes whatever the papers say.
  ["> 1/2 of present", { quorum: "≥ 2/3" }, "6-2", "a a a b", "4 valid, 0 blank, of 4: a 75, b 25, c 0 → a"],
  ["> 1/2 of present", { quorum: "> 2/3" }, "6-2", "a a a b", "no quorum, 4 valid, 0 blank, of 4: a 75, b 25, c 0 → -"],
  ["> 1/2 of present", { quorum: "≥ 2/3" }, "5-2", "a a a", "no quorum, 3 valid, 0 blank, of 3: a 100, b 0, c 0 → -"],
  ["> 1/2 of present", { quorum: "≥ 2/3" }, "5-1", "a a a b", "4 valid, 0 blank, of 4: a 75, b 25, c 0 → a"],
  ["> 1/2 of present", { quorum: "> 1/2" }, "4-2", "a a", "no quorum, 2 valid, 0 blank, of 2: a 100, b 0, c 0 → -"],
  ["> 1/2 of present", { quorum: "≥ 1/2" }, "4-2", "a a", "2 valid, 0 blank, of 2: a 100, b 0, c 0 → a"],
  ["> 1/2 of present", { quorum: "≥ 1/1" }, "3", "a a b", "3 valid, 0 blank, of 3: a 66.7, b 33.3, c 0 → a"],
  ["> 1/2 of present", { quorum: "≥ 1/1" }, "3-1", "a a", "no quorum, 2 valid, 0 blank, of 2: a 100, b 0, c 0 → -"],
  ["> 1/2 of cast", {}, "9-8", "a", "1 valid, 0 blank, of 1: a 100, b 0, c 0 → a"],
  ["≥ 0/1 of present", { quorum: "≥ 0/1" }, "4-4", "", "0 valid, 0 blank, of 0: a 0, b 0, c 0 → -"],

  // Blank papers are valid and weigh on the base; invalid ones do neither, but for those present they were.
  ["> 1/2 of cast", {}, "6", "a a . . x", "4 valid, 2 blank, of 4: a 50, b 0, c 0 → -"],
  ["≥ 1/2 of cast", {}, "6", "a a . . x", "4 valid, 2 blank, of 4: a 50, b 0, c 0 → a"],
  ["> 1/2 of cast", {}, "6", "a a . x x", "3 valid, 1 blank, of 3: a 66.7, b 0, c 0 → a"],
  ["> 1/2 of present", {}, "6", "a a a x x x", "3 valid, 0 blank, of 6: a 50, b 0, c 0 → -"],
  ["> 1/2 of cast", {}, "4", ". . . .", "4 valid, 4 blank, of 4: a 0, b 0, c 0 → -"],
  ["≥ 0/1 of cast", {}, "4", "x x x x", "0 valid, 0 blank, of 0: a 0, b 0, c 0 → -"],
  ["≥ 0/1 of members", {}, "3", ". . .", "3 valid, 3 blank, of 3: a 0, b 0, c 0 → - tied abc"],
  ["> 1/2 of members", {}, "4", "", "0 valid, 0 blank, of 4: a 0, b 0, c 0 → -"],
  ["> 1/2 of cast", { choose: { min: 1 } }, "4", "a a . .", "2 valid, 0 blank, of 2: a 100, b 0, c 0 → a"],
  ["> 1/2 of members", {}, "4", "a a a ab", "3 valid, 0 blank, of 4: a 75, b 0, c 0 → a"],
  ["> 1/2 of cast", { choose: { max: 2 } }, "3", "aa a b", "2 valid, 0 blank, of 2: a 50, b 50, c 0 → -"],
  ["> 1/2 of cast", { choose: { max: 2 } }, "3", "ax a a", "2 valid, 0 blank, of 2: a 100, b 0, c 0 → a"],

  // Several of many: most votes first, as many as there are seats, and no more than reach the threshold.
  ["> 1/2 of members", { seats: 2, choose: { max: 2 } }, "5", "ab ab ac bc a", "5 valid, 0 blank, of 5: a 80, b 60, c 40 → ab"],
  ["> 1/2 of members", { seats: 2, choose: { max: 2 } }, "5", "ac ac bc ab c", "5 valid, 0 blank, of 5: a 60, b 40, c 80 → ca"],
  ["> 1/2 of members", { seats: 2, choose: { max: 2 } }, "5", "ab ab ac bc c", "5 valid, 0 blank, of 5: a 60, b 60, c 60 → - tied abc"],
  ["> 1/2 of members", { seats: 2, choose: { max: 2 } }, "4", "ab a a b", "4 valid, 0 blank, of 4: a 75, b 50, c 0 → a"],
  ["> 1/2 of cast", { seats: 2, choose: { min: 2, max: 2 } }, "4", "ab a b .", "1 valid, 0 blank, of 1: a 100, b 100, c 0 → ab"],
  ["> 1/2 of members", { choose: { max: 3 } }, "3", "abc abc a", "3 valid, 0 blank, of 3: a 100, b 66.7, c 66.7 → a"],
  ["> 1/2 of members", { seats: 3, choose: { max: 2 } }, "3", "ab ab a", "3 valid, 0 blank, of 3: a 100, b 66.7, c 0 → ab"],

  // Each candidate by yes or no: no to all is an answer against each, a blank paper is none and weighs on the base alone.
  ["≥ 2/3 of cast", { yesNo: true, seats: 3, choose: { max: 3 } }, "6", "abc ab ab a - abc", "6 valid, 0 blank, of 6: a 83.3, b 66.7, c 33.3, against a 1, b 2, c 4 → ab"],
  ["≥ 2/3 of cast", { yesNo: true, seats: 3, choose: { max: 3 } }, "6", "abc ab ab a . abc", "6 valid, 1 blank, of 6: a 83.3, b 66.7, c 33.3, against a 0, b 1, c 3 → ab"],
  ["> 1/2 of present", { yesNo: true, names: "a" }, "5", "a a a - -", "5 valid, 0 blank, of 5: a 60, against a 2 → a"],
  ["> 1/2 of present", { yesNo: true, names: "a" }, "5", "a a a - .", "5 valid, 1 blank, of 5: a 60, against a 1 → a"],
  ["> 1/2 of present", { yesNo: true, names: "a" }, "5", "a a - - -", "5 valid, 0 blank, of 5: a 40, against a 3 → -"],
  ["> 1/2 of cast", { yesNo: true, names: "a" }, "4", "a a - .", "4 valid, 1 blank, of 4: a 50, against a 1 → -"],
  ["> 1/2 of cast", { yesNo: true, names: "a" }, "4", "a a - x", "3 valid, 0 blank, of 3: a 66.7, against a 1 → a"],
  ["> 1/2 of cast", { yesNo: true, names: "ab", choose: { max: 2 } }, "3", "- - -", "3 valid, 0 blank, of 3: a 0, b 0, against a 3, b 3 → -"],
  ["> 1/2 of cast", { yesNo: true, names: "ab", choose: { max: 2 } }, "3", ". . .", "3 valid, 3 blank, of 3: a 0, b 0, against a 0, b 0 → -"],
  ["> 1/2 of cast", { yesNo: true, names: "ab", choose: { min: 1, max: 2 } }, "4", "a ab - .", "2 valid, 0 blank, of 2: a 100, b 50, against a 0, b 1 → a"],
  ["> 1/2 of members", { yesNo: true, seats: 2, choose: { max: 3 } }, "5", "abc abc abc ab a", "5 valid, 0 blank, of 5: a 100, b 80, c 60, against a 0, b 1, c 2 → ab"],
  ["> 1/2 of members", {}, "4", "a a a -", "4 valid, 1 blank, of 4: a 75, b 0, c 0 → a"],

  // Equals across the last seat.
  ["> 1/3 of members", {}, "4", "a a b b", "4 valid, 0 blank, of 4: a 50, b 50, c 0 → - tied ab"],
  ["> 1/2 of members", {}, "4", "a a b b", "4 valid, 0 blank, of 4: a 50, b 50, c 0 → -"],
  ["≥ 1/2 of members", { seats: 2 }, "4", "a a b b", "4 valid, 0 blank, of 4: a 50, b 50, c 0 → ab"],
  ["≥ 1/3 of members", { seats: 2, choose: { max: 2 } }, "4", "ab ac ab ac", "4 valid, 0 blank, of 4: a 100, b 50, c 50 → a tied bc"],
  ["> 1/3 of members", { tie: "chair" }, "4", "a a b b", "4 valid, 0 blank, of 4: a 50, b 50, c 0 → - tied ab"],
  ["> 1/3 of members", { tie: "chair", decided: "b" }, "4", "a a b b", "4 valid, 0 blank, of 4: a 50, b 50, c 0 → b"],
  ["> 1/3 of members", { tie: "chair", decided: "c" }, "4", "a a b b", "4 valid, 0 blank, of 4: a 50, b 50, c 0 → - tied ab"],
  ["> 1/3 of members", { tie: "lot", decided: "a" }, "4", "a a b b", "4 valid, 0 blank, of 4: a 50, b 50, c 0 → a"],
  ["> 1/3 of members", { tie: "second-round", decided: "a" }, "4", "a a b b", "4 valid, 0 blank, of 4: a 50, b 50, c 0 → - tied ab"],
  ["≥ 1/3 of members", { tie: "lot", decided: "b", seats: 2, choose: { max: 2 } }, "4", "ab ac ab ac", "4 valid, 0 blank, of 4: a 100, b 50, c 50 → ab"],
  ["> 1/3 of members", { tie: "higher-total", worth: "ba" }, "4", "a a b b", "4 valid, 0 blank, of 4: a 50, b 50, c 0 → b"],
  ["> 1/3 of members", { tie: "higher-total", worth: "(ab)" }, "4", "a a b b", "4 valid, 0 blank, of 4: a 50, b 50, c 0 → - tied ab"],
  ["> 1/3 of members", { tie: "higher-total", worth: "ba" }, "5", "a a a b b", "5 valid, 0 blank, of 5: a 60, b 40, c 0 → a"],
  ["≥ 1/2 of cast", { tie: "higher-total", worth: "c(ab)", seats: 2, choose: { max: 3 } }, "2", "abc abc", "2 valid, 0 blank, of 2: a 100, b 100, c 100 → c tied ab"],
];

test("there are enough cases, and no two are the same", () => {
  expect(new Set(cases.map((one) => JSON.stringify(one))).size).toBe(cases.length);
  expect(cases.length).toBeGreaterThanOrEqual(60);
});

test.for(cases)("%s %o, a hall of %s, papers %j: %s", ([rule, change, hall, read, expected]) => {
  expect(told(rule, change, hall, read)).toBe(expected);
});

/** Rounds of one question by their papers, and what they come to: who stands in each, for how many seats, who passes. */
function rounds(spoken: string, change: Change, hall: string, ...reads: string[]): string {
  const { quorum: asked, names = "abc", ...more } = change;
  const [entitled = 0, away = 0] = hall.split("-").map(Number);
  const rule = ruleOf(spoken, more);
  const held: Poll[] = [];
  const said = reads.map((read, at) => {
    const before = nextRoundOf(
      held,
      decisionsOf(held, () => 0),
    );
    const candidates = at === 0 ? Array.from(names) : before.candidates;
    const seats = at === 0 ? rule.seats : before.seats;
    const figures = { entitled, present: entitled - away, issued: entitled - away };
    const tally = tallyOf({ candidates, rule }, figures, papersOf(read));
    held.push(pollOf(`vong-${at + 1}`, { rule, candidates, round: at + 1, tally }));
    const { passed = [], tied = [] } = decisionsOf(held, () => 0).get(`vong-${at + 1}`) ?? {};
    const end = `${passed.join("") || "-"}${tied.length > 0 ? ` tied ${tied.join("")}` : ""}`;
    return `${candidates.join("")} for ${seats} → ${end}`;
  });
  return said.join("; ");
}

// biome-ignore format: it is read in columns
test.for<[rule: string, change: Change, hall: string, papers: string[], told: string]>([
  ["≥ 1/3 of members", {}, "5", ["a a b b c", "a a a b b"], "abc for 1 → - tied ab; ab for 1 → a"],
  ["> 1/2 of members", {}, "5", ["a a b b c", "b b b a ."], "abc for 1 → -; abc for 1 → b"],
  ["> 1/2 of members", {}, "5", ["a a b b c", "a a b b c"], "abc for 1 → -; abc for 1 → -"],
  ["≥ 1/3 of members", {}, "4", ["a a b b", "a a b b", "a a b ."], "abc for 1 → - tied ab; ab for 1 → - tied ab; ab for 1 → a"],
  ["≥ 1/3 of members", { seats: 2, choose: { max: 2 } }, "4", ["ca cb ca cb", "a a a b"], "abc for 2 → c tied ab; ab for 1 → a"],
  ["≥ 1/3 of members", { seats: 2, choose: { max: 2 } }, "4", ["ca cb ca cb", "ab ab ab a"], "abc for 2 → c tied ab; ab for 1 → a"],
  ["> 1/2 of members", { seats: 2, choose: { max: 2 } }, "5", ["ab ab a ac c", ""], "abc for 2 → a;  for 1 → -"],
  ["> 1/2 of members", {}, "5", ["a a a b b", ""], "abc for 1 → a;  for 0 → -"],
])("rounds of %s %o, a hall of %s, papers %j: %s", ([rule, change, hall, reads, expected]) => {
  expect(rounds(rule, change, hall, ...reads)).toBe(expected);
});
