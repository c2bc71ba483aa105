import type { Rule } from "#domain/poll.ts";
import type { Luck } from "./chance.ts";
import { units } from "./house.ts";

/** What a phone and its owner do, besides voting. */
export const habits = [
  "plain",
  "double tap",
  "reload",
  "second tab",
  "second phone",
  "third device",
  "silent",
  "late",
  "kiosk",
  "spoiled",
  "absent",
  "paper",
  "changes mind",
] as const;
export type Habit = (typeof habits)[number];
export type Delegate = { delegate: string; name: string; unit?: string };
export type Story = ReturnType<typeof storyOf>;

/** Up to here a hall does everything that can go wrong among people. */
const small = 200;
/** What costs a sending more than voting does. */
const odd = new Set<Habit>(["reload", "second tab", "second phone", "third device", "silent"]);

/**
 * In a larger hall about as many do odd things as in one of fifty, not as many of a hundred. What people do everywhere
 * (tapping twice, coming late, asking for paper) stays as frequent.
 */
const isOddHere = (luck: Luck, voters: number, delegate: string) =>
  voters <= small || luck.is(50 / voters, "odd", delegate);

/** What this seed tells of the day: who comes, how they vote, what goes wrong among people. */
export function storyOf(luck: Luck, voters: number) {
  // A vote by unit is one of seven, however many sit in the hall.
  const isByUnit = voters <= small && luck.is(0.25, "voter");
  const isSecret = luck.is(0.88, "secret");
  const mayChange = isSecret && luck.is(0.2, "mayChange");
  const candidates = luck.shuffled(units, "candidates").slice(0, luck.between(2, 6, "how many"));
  const most = luck.between(1, Math.min(2, candidates.length), "most");
  const isYesNo = luck.is(0.15, "yes or no");
  const base = luck.pick(["members", "present", "cast"] as const, "base");
  const rule: Rule = {
    secret: isSecret,
    voter: isByUnit ? "unit" : "delegate",
    ownUnit: true,
    quorum: luck.is(0.5, "quorum") ? { of: "members", atLeast: "2/3" } : null,
    threshold: luck.pick(
      [
        { base, moreThan: "1/2" },
        { base, moreThan: "1/2" },
        { base, atLeast: "2/3" },
        { base, moreThan: "1/3" },
      ],
      "threshold",
    ),
    choose: isYesNo ? { min: 0, max: candidates.length } : { min: luck.is(0.7, "blank") ? 0 : 1, max: most },
    seats: luck.between(1, 2, "seats"),
    tie: luck.pick(["second-round", "chair", "lot"] as const, "tie"),
    publish: luck.is(0.8, "publish") ? "figures" : "passed",
    ...(mayChange && { mayChange }),
    ...(luck.is(0.3, "written") && { written: true as const }),
    ...(isYesNo && { yesNo: true as const }),
  };
  const delegates = Array.from({ length: voters }, (_, at): Delegate => {
    const unit = units[at];
    return { delegate: `d-${at + 1}`, name: `Đại biểu ${at + 1}`, ...(unit && { unit }) };
  });
  const span = voters > 200 ? 60_000 : luck.between(20_000, 40_000, "span");
  const habitOf = ({ delegate }: Delegate): Habit => {
    const chance = luck.between(0, 99, "habit", delegate);
    const steps: [number, Habit][] = [
      [8, "absent"],
      [18, "double tap"],
      [25, "reload"],
      [31, "second tab"],
      [38, "second phone"],
      [41, "third device"],
      [53, "silent"],
      [66, "late"],
      [70, "kiosk"],
      [73, "spoiled"],
      [79, "paper"],
      [84, "changes mind"],
    ];
    const habit = steps.find(([most]) => chance < most)?.[1] ?? "plain";
    return odd.has(habit) && !isOddHere(luck, voters, delegate) ? "plain" : habit;
  };
  /** Names by turns, so that halves and ties come up; sometimes none, sometimes two. */
  const choiceOf = (delegate: string, sealing: number): string[] => {
    if (rule.choose.min === 0 && luck.is(0.1, "blank", delegate, sealing)) return [];
    const turn =
      Number(delegate.slice(2)) + (sealing === 1 ? 0 : luck.between(0, 5, "other", delegate, sealing));
    const place = turn % Math.min(candidates.length, 3);
    const one = candidates[place] as string;
    const two = candidates[(place + 1) % candidates.length] as string;
    return most > 1 && luck.is(0.4, "two", delegate, sealing) ? [one, two] : [one];
  };
  const plain = delegates.find((one) => habitOf(one) === "plain");
  const idle = delegates.find((one) => habitOf(one) === "absent");
  const isTwice = isSecret && !mayChange && !isByUnit && luck.is(0.15, "copied");
  return {
    rule,
    candidates,
    delegates,
    span,
    habitOf,
    /** Whether whoever asks for paper tries the phone at the very moment. */
    triesBoth: ({ delegate }: Delegate) =>
      luck.is(0.5, "paper and phone", delegate) && isOddHere(luck, voters, delegate),
    hasVote: ({ unit }: Delegate) => !isByUnit || unit !== undefined,
    closing: luck.pick(["hand", "clock"] as const, "closing"),
    twoRolls: luck.is(0.3, "two rolls"),
    twoChairs: luck.is(0.4, "two chairs"),
    isVoided: luck.is(0.12, "voided"),
    /** One delegate sends the envelope of another as their own. */
    copies: isTwice && plain && idle ? { from: plain.delegate, by: idle.delegate } : undefined,
    misreads: luck.is(0.3, "misreads"),
    crashes: luck.is(0.15, "crashes"),
    reissued: luck.is(0.5, "re-issued") ? luck.pick(delegates, "re-issued to").delegate : undefined,
    comesEarly: ({ delegate }: Delegate) =>
      luck.is(luck.is(0.25, "thin hall") ? 0.5 : 0.85, "early", delegate),
    /** Some vote and were never seen at the door. */
    comesLate: ({ delegate }: Delegate) => luck.is(0.6, "comes late", delegate),
    opening: (time: string, delegate: string) => {
      // Papers too are asked for at the last moment.
      const isUrgent = time === "late" || (time === "paper" && luck.is(0.4, "late paper", delegate));
      return isUrgent
        ? span + luck.between(-3_000, 4_000, "starts", delegate)
        : luck.between(200, span - 2_000, "starts", delegate);
    },
    /** Any of the first so many names, by lot. */
    lotOf: (delegate: string, sealing: number, most: number) =>
      candidates[luck.between(0, most - 1, "lot", delegate, sealing)] as string,
    choiceOf,
    /** What is on a paper: names, no to all, or nothing that is marked. */
    paperOf(holder: string, sealing: number): readonly string[] | "blank" {
      return isYesNo && luck.is(0.35, "nothing marked", holder) ? "blank" : choiceOf(holder, sealing);
    },
    /** Two tellers have the same paper before them, and may read it differently. */
    twoTellers: ({ delegate }: Delegate) => luck.is(0.5, "two tellers", delegate),
    readsOtherwise: ({ delegate }: Delegate) => luck.is(0.4, "reads otherwise", delegate),
  };
}
