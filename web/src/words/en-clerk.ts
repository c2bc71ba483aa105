import type { Phase } from "#domain/calendar.ts";
import type { State } from "#domain/sheet.ts";
import type { Left } from "../left.ts";
import { capital, kindOf, leftIn, plural } from "./english.ts";
import type { clerk as vi, YearStanding } from "./vi-clerk.ts";

type Part = { text: string; strong?: boolean };
const units = (count: number) => plural(count, "unit");
const within = (left: Left, what: string): Part[] =>
  left ? [{ text: leftIn(left), strong: true }, { text: ` left ${what}. ` }] : [];

function unwritten(standing: YearStanding["standing"]): string | undefined {
  const count = standing.filter(({ progress }) => !progress.hasCovenant).length;
  return count > 0 ? `${capital(plural(count, "cluster"))} without a covenant.` : undefined;
}

function owing(late: YearStanding["late"], before = ""): Part[] {
  const signatures = late.filter(({ owes }) => owes === "signature").length;
  const have = (count: number) => `${units(count)} ${count === 1 ? "has" : "have"}`;
  const parts = [
    ...(signatures > 0 ? [`${have(signatures)} not signed the covenant`] : []),
    ...(signatures < late.length ? [`${have(late.length - signatures)} not submitted`] : []),
  ];
  return parts.length > 0 ? [{ text: `${before}${capital(parts.join(", "))}.` }] : [];
}

const either = (parts: Part[], text: string): Part[] => (parts.length > 0 ? parts : [{ text }]);

function sentence({ of, phase, standing, late }: YearStanding, left: Left, year: number): Part[] {
  if (of === 0) return [{ text: `${year} has no clusters yet.` }];
  const all = standing.flatMap(({ progress }) => progress.units);
  const done = (state: State) => all.filter((unit) => unit.state === state).length;
  switch (phase) {
    case undefined:
      return [{ text: `Emulation year ${year}.` }];
    case "covenant":
      return [
        ...within(left, "to sign the covenant"),
        ...either(owing(late), unwritten(standing) ?? "Everybody has signed."),
      ];
    case "running":
      return [...within(left, "until self-scoring"), ...either(owing(late), `${year} is under way.`)];
    case "scoring":
      return [...within(left, "for self-scoring"), ...either(owing(late), "Every unit has submitted.")];
    case "review":
      return [
        ...within(left, "for appraisal"),
        {
          text:
            done("final") === 0
              ? "No sheet is final yet."
              : `${done("final")} of ${all.length} sheets are final.`,
        },
        ...owing(late, " "),
      ];
    case "voting":
      return [{ text: "The clusters are meeting and voting." }, ...owing(late, " ")];
    case "counting":
      return [
        ...within(left, "until the year closes"),
        { text: "The clusters are counting." },
        ...owing(late, " "),
      ];
    case "closed":
      return [{ text: `${year} is closed. All figures stay as they are.` }];
  }
}

const states: Record<State, string> = {
  blank: "Not begun",
  filling: "Scoring",
  submitted: "Submitted",
  returned: "Returned, not yet submitted again",
  review: "Being appraised",
  final: "Final",
};

function done(phase: Phase, done: number, of: number) {
  if (phase === "covenant" || phase === "running") return `${done} of ${of} units have signed the covenant`;
  return phase === "scoring" ? `${done} of ${of} units have submitted` : `${done} of ${of} sheets are final`;
}

const named = (names: readonly string[], list: (names: readonly string[]) => string) =>
  names.length > 3 ? units(names.length) : list(names);

export const clerk: typeof vi = {
  title: (year) => `Emulation year ${year}`,
  sentence,
  next: (what, at) => `${what}: ${at}.`,
  toGrouping: "Set up clusters and choose members",
  remindAll: (names, list, isRest) => `${isRest ? "Also remind" : "Remind"} ${named(names, list)}`,
  remind: "Remind",
  reminded: (count) =>
    count === 0
      ? "They were reminded today already."
      : `Reminded ${units(count)}. The reminder stands on the unit's first page.`,
  remindedAt: (at) => `Reminded ${at}`,
  allReminded: "Everybody who is late was reminded today.",
  extend: "Move deadlines",
  clusters: "Clusters",
  done,
  marks: { done: "done", half: "at it", empty: "not begun" },
  without: (names, list) => `; missing: ${list(names)}`,
  headless: (kind) => `No head of the ${kindOf(kind)} yet`,
  forClusters: (names, list) => (names.length > 3 ? plural(names.length, "cluster") : list(names)),
  late: "Late",
  lateCount: (count) => `${capital(units(count))}.`,
  owes: (owed, state, filled, of) =>
    owed === "signature"
      ? "Covenant not signed"
      : `${states[state]}${of > 0 ? `, ${filled} of ${of} lines` : ""}`,
  all: (count) => `All ${count} units`,
  fewer: "Fewer",
  notices: "Notices of the standing office",
  toldBy: (name, at) => `${name}, ${at}`,
  moreNotices: (count) => `${capital(plural(count, "more notice"))}`,
  remindedYou: (owed, at) =>
    owed === "signature" ? `Please sign the covenant before ${at}.` : `Please submit the sheet before ${at}.`,
  remindedWhen: (at) => `Reminded ${at}.`,
  toReadiness: "See whether the year is ready",
  owesYou: (owed) => (owed === "signature" ? "the covenant is not signed." : "the sheet is not submitted."),
  passwords: "A unit lost its password? Make a new slip among People",
  returnedToYou: "The sheet was returned: please mend and submit it again.",
  noticesTitle: "Notices",
  noticesSentence: (count) =>
    count === 0
      ? "No notice is shown at present."
      : `${capital(plural(count, "notice"))} on the units' first pages.`,
  noticeTitle: "One sentence for the reader",
  noticeText: "More, where needed",
  noticeFor: "To",
  everybody: "All units",
  publish: "Publish the notice",
  published: (title) => `Published: ${title}`,
  withdraw: "Withdraw",
  withdrawn: (title) => `Withdrawn: ${title}`,
  withdrawnAt: (name, at) => `Withdrawn, ${name}, ${at}`,
  again: "Publish again",
  toWhom: (cluster) => (cluster ? `To ${cluster}` : "To all units"),
  noNotices: "No notices this year yet.",
  noNoticesHow: "Write one sentence above and publish it. Units see it at once on their first page.",
  deadlines: "Deadlines",
  deadlinesSentence: (moves) =>
    moves === 0 ? "No deadline has been moved." : `Deadlines were moved ${plural(moves, "time")} this year.`,
  deadlinesHow: "Moving a deadline is a decision: it has an author and a reason, and stands in the trail.",
  which: "Which deadline",
  until: "Move it to",
  why: "Reason",
  whyHow: "For example: letter 142/SVHTTDL asking for time because of the floods.",
  forWhom: "For which clusters",
  pickAll: "All clusters",
  is: (at) => `now ${at}`,
  move: (count) => (count === 0 ? "Move the deadline" : `Move it for ${plural(count, "cluster")}`),
  moving: (done, of) => `${done} of ${of} clusters moved`,
  moved: (count) => `Moved for ${plural(count, "cluster")}.`,
  undone: "The former deadline stands again.",
  undoReason: (reason) => `Undone: ${reason}`,
  missingReason: "Please give a reason.",
  missingCluster: "Please choose at least one cluster.",
  notMoved: "Could not be moved",
  decisions: "Decisions to move a deadline",
  allMoves: (count) => `All ${count}`,
  fromTo: (was, to) => `from ${was} to ${to}`,
};
