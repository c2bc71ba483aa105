import type { Phase } from "#domain/calendar.ts";
import type { Left } from "../left.ts";
import { capital, counted, kindOf, leftIn, plural } from "./english.ts";
import type { Part, Standing, board as vi } from "./vi-board.ts";

/** Who has done what: nobody, all, or how many of how many. */
const whoHas = (count: number, of: number, done: string) =>
  count === 0
    ? `No unit has ${done} yet.`
    : count === of
      ? `All ${plural(of, "unit")} have ${done}.`
      : `${capital(counted(count))} of ${plural(of, "unit")} ${count === 1 ? "has" : "have"} ${done}.`;
const within = (left: Left, what: string): Part[] =>
  left ? [{ text: leftIn(left), strong: true }, { text: ` left ${what}. ` }] : [];

function sentence(board: Standing, left: Left): Part[] {
  const all = board.members.length;
  const year = board.place.year.year;
  switch (board.phase) {
    case "covenant":
      return [
        ...within(left, "to sign the covenant"),
        { text: whoHas(board.covenant.signatures.length, all, "signed") },
      ];
    case "running":
      return [...within(left, "until self-scoring begins"), { text: `The year ${year} is under way.` }];
    case "scoring":
      return [...within(left, "for self-scoring"), { text: whoHas(board.in.length, all, "submitted") }];
    case "review":
      return [
        ...within(left, "for the appraisal"),
        {
          text: board.announced
            ? "The ranking is announced."
            : whoHas(board.final.length, all, "a final sheet"),
        },
      ];
    case "voting":
      return [{ text: "The cluster is voting. " }, ...within(left, "until the count")];
    case "counting":
      return [
        ...within(left, "until the year closes"),
        { text: board.announced ? "The ranking is announced." : "The ranking is not announced." },
      ];
    case "closed":
      return [{ text: `The year ${year} is closed. Its figures stay as they are.` }];
  }
}

const then: Record<Phase, (at: string) => string> = {
  covenant: (at) => `To be signed by ${at}. Then the year's work begins.`,
  running: (at) => `Self-scoring begins at ${at}.`,
  scoring: (at) => `It ends at ${at}. Then the sheets lock and the appraisal begins.`,
  review: (at) => `The appraisal lasts until ${at}. Then the cluster meets and votes.`,
  voting: (at) => `Counting begins at ${at}.`,
  counting: (at) => `The year closes at ${at}. Nothing can be changed after that.`,
  closed: () => "",
};

export const board: typeof vi = {
  notes: "Also reported",
  sentence,
  whatThen: (phase, at) => then[phase](at),
  deeds: "What to do",
  deed: {
    sign: () => "Read and sign the covenant",
    fill: () => "Fill in the unit's sheet",
    appraise: (unit) => `Appraise ${unit}`,
    announce: () => "See and announce the ranking",
    close: () => "Close the year",
  },
  thread: "The phases of the year",
  until: (day) => `until ${day}`,
  from: (day) => `from ${day}`,
  progress: "Progress by unit",
  withPapers: "with evidence",
  withoutPapers: "without evidence",
  blank: "blank",
  bonus: "Bonus",
  noScheme: "The cluster has no scoring scheme yet. Scoring begins when the council clerk publishes one.",
  head: (kind) => `${capital(kindOf(kind))} head`,
  deputy: () => "Deputy head",
  filled: (filled, of) => `${filled} of ${of} lines filled in`,
  states: {
    blank: () => "Not begun",
    filling: (at) => (at ? `Filling in, ${at}` : "Filling in"),
    stopped: (_at, day) => `Untouched since ${day}`,
    submitted: (at) => `Submitted ${at}`,
    returned: (at) => `Returned ${at}`,
    review: () => "Under appraisal",
    final: (at) => `Final ${at}`,
  },
  returned: (reason) => `Why it was returned: ${reason}`,
  claims: "Claimed points",
  provisional: (maximum, hasBefore) =>
    `Provisional, of ${maximum} points, not appraised.${hasBefore ? " The upright mark is last year's total." : ""}`,
  claimed: (unit, points, before) => `${unit} ${points} points${before ? `, ${before} the year before` : ""}`,
  notIn: (units, list, of) =>
    `${units.length > 3 ? `${capital(plural(units.length, "unit"))} have` : `${list(units)} ${units.length > 1 ? "have" : "has"}`} not submitted. Ranks are shown when all ${counted(of)} sheets are in.`,
  relativeLater: "Lines that compare units are added when units are ranked.",
  due: "What is due",
  begins: {
    covenant: "The year opens",
    running: "Covenant to be signed",
    scoring: "Self-scoring begins",
    review: "Self-scoring ends",
    voting: "Appraisal ends",
    counting: "Counting",
    closed: "The year closes",
  },
  moreThan: "more than",
  sinceLast: (metric, year) => `on ${year}, ${metric.toLowerCase()}.`,
  noContribution: "No contribution on record.",
  allMovements: (count) => (count > 1 ? `See all ${counted(count)} movements` : "See the movement"),
  covenantOf: (year) => `Covenant ${year}`,
  signed: (signed, of, targets) =>
    `${signed} of ${of} units have signed${targets > 0 ? ` ${plural(targets, "target")}` : ""}.`,
  unsigned: (units, list) =>
    units.length > 3
      ? `${capital(plural(units.length, "unit"))} have not signed.`
      : `Not signed: ${list(units)}.`,
  readCovenant: "Read the covenant",
  noCovenant:
    "There is no covenant yet. The cluster head or the council clerk writes it in the year's first phase.",
};
