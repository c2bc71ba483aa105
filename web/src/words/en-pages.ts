import type { Row } from "../pages/ranking/ranking.svelte.ts";
import { capital, kindOf, plural } from "./english.ts";
import type { Format } from "./format.ts";
import { sentenceEn } from "./rule-en.ts";
import type { appraisal as viAppraisal } from "./vi-appraisal.ts";
import type {
  closing as viClosing,
  movements as viMovements,
  polls as viPolls,
  ranking as viRanking,
} from "./vi-pages.ts";

export const appraisal: typeof viAppraisal = {
  title: (unit) => `Appraise ${unit}`,
  states: {
    blank: "The unit submitted no sheet; the appraisal begins from a blank one.",
    filling: "The unit has not submitted; what it began does not count.",
    submitted: "Submitted, waiting to be appraised.",
    returned: "Returned, waiting for the unit to submit again.",
    review: "Under appraisal.",
    final: "The sheet is final.",
  },
  units: "Units",
  own: (unit) => `${unit} is not among them: a unit does not appraise its own sheet.`,
  claim: "Claimed",
  finding: "Appraised",
  claimBy: (...said) => ["Claimed by the unit", ...said].join(", "),
  claimed: (points) => `The unit claims ${points} points, lines that compare units not among them.`,
  progress: (found, of, differing) =>
    `${found} of ${of} lines appraised, ${differing} differ from the claim.`,
  unreasoned: (codes) => `Line ${codes.slice(0, 6).join(", ")} needs a reason before it is sent.`,
  needsReason: "Differs from the claim, needs a reason",
  explained: "Explained by the unit",
  reason: "Reason, where it differs",
  reasonDue: "Reason for the difference, needed",
  agree: "Agree with the claim",
  next: "Next line",
  readOnly: "Read only.",
  finish: "Make final",
  finishTitle: (unit) => `Make the sheet of ${unit} final`,
  finishHow: "After this there are no more findings and explanations. The points shown are those that rank.",
  giveBack: "Return the sheet",
  returnTitle: (unit) => `Return the sheet to ${unit}`,
  returnReason: "Why, as the unit will read it",
};

const partName = (code: string, title: string) =>
  code === "+" ? "bonus and deductions" : title || `part ${code}`;

function because(
  { rank, equals, over, under }: Row,
  nameOf: (unit: string) => string,
  format: Format,
): string {
  if (equals.length > 0) return `Equal to ${equals.map(nameOf).join(", ")}, sharing rank ${rank}.`;
  if (under) {
    const worst = under.parts.toSorted((a, b) => a.points - b.points)[0];
    const most =
      worst && worst.points < 0
        ? `, most of it in ${partName(worst.code, worst.title)} (${format.number(worst.points)})`
        : "";
    return `${format.number(Math.abs(under.by))} points behind ${nameOf(under.unit)}${most}.`;
  }
  if (!over) return "";
  const best = over.parts
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 2);
  const thanks = best
    .map(({ code, title, points }) => `${partName(code, title)} (+${format.number(points)})`)
    .join(" and ");
  return `${format.number(over.by)} points ahead of ${nameOf(over.unit)}${thanks ? `, by ${thanks}` : ""}.`;
}

export const ranking: typeof viRanking = {
  title: (year) => `Ranking ${year}`,
  basis: (byRate, total, phase) =>
    `${phase === "scoring" ? "Claimed" : "Appraised"} points, of ${total}.${byRate ? " Ranked by the rate of assigned points, since some lines are not assigned." : ""}`,
  hidden: "Not announced: for now only the head, the deputies and the standing office can read it.",
  announce: "Announce the ranking",
  announceTitle: "Announce the ranking to the cluster",
  announceHow: "From now on every unit of the cluster reads points and ranks. It cannot be taken back.",
  notYet: "The ranking is not announced.",
  notYetHow:
    "The cluster head or the standing office announces it when the appraisal is done. A unit's own points are on its sheet.",
  print: "Print on A4",
  places: "Ranks",
  rank: "Rank",
  unit: "Unit",
  total: "Total",
  rate: "Rate",
  shared: "shared",
  because,
  plot: (is, was, year) => `${was === undefined ? "" : `${was} in ${year - 1}, `}${is} in ${year}`,
  moved: (places) => (places === 0 ? "same rank" : places > 0 ? `up ${places}` : `down ${-places}`),
  inherited: (unit, year) => `In ${year} it stood as ${unit}, which has gone into it since.`,
  why: (points) => `Why ${points} points?`,
  bonus: "Bonus, deductions",
  part: (code) => `Part ${code}`,
  claimed: "Claimed",
  appraised: "Appraisal",
  assigned: "Assigned",
  line: (code) => `Line ${code}.`,
  lastYear: (year) => String(year),
  thisYear: (year) => String(year),
  rules: "Rules",
  tieTitle: "Equals share a rank",
  tieHow: (rows, partedBy) => {
    const tie = rows.find(({ equals }) => equals.length > 0);
    const next = tie && rows.find(({ rank }) => rank > tie.rank);
    const skipped =
      tie && next
        ? `${capital(plural(tie.equals.length + 1, "unit"))} are at rank ${tie.rank}, so the next rank is ${next.rank}. `
        : "";
    return `${skipped}${partedBy.length > 0 ? `The cluster parts equals by line ${partedBy.join(", ")}; here these are equal too.` : "The cluster named no line to part equals by."}`;
  },
};

export const closing: typeof viClosing = {
  title: (year) => `Closing ${year}`,
  sentence: ({ state, done, of }, format, closes) =>
    state === "closed"
      ? "The year is closed and sealed."
      : state === "closing"
        ? `The year is being closed: ${done} of ${of} clusters.`
        : `The year closes at ${format.deadline(closes)}.`,
  what: "Closing keeps every sheet, total, rank and vote of each cluster as it is, seals the year and makes next year's clusters. What is unfinished is kept as it stands.",
  readiness: "What is unfinished",
  ready: "Ready.",
  open: {
    "not-submitted": (count) => `${capital(plural(count, "unit"))} not submitted`,
    "not-final": (count) => `${capital(plural(count, "sheet"))} not final`,
    "not-announced": () => "Ranking not announced",
    "polls-open": (count) => `${capital(plural(count, "poll"))} not counted`,
  },
  close: (year) => `Close the year ${year}`,
  byItself: (at) => `Otherwise it closes by itself at ${at}.`,
  dialogTitle: (year) => `Close the year ${year}?`,
  dialogHow: "This cannot be undone. From then on nobody changes anything in this year.",
  early: (at) => `The year is open until ${at}. Closing it now is early.`,
  underWay: "Closing the year",
  done: (done, of) => `${done} of ${of} clusters written`,
  waits: (seconds) => `Waiting ${seconds} s for what is under way.`,
  goesOn: "This page may be left; the work goes on.",
  closed: (year, at) => `The year ${year} was closed${at ? ` at ${at}` : ""}.`,
  closedHow: "Its figures stay as they are. A correction is a new record, with date and author.",
  seal: "Seal",
  sealHow: (of) =>
    `Worked out from the pages of ${plural(of, "cluster")} and the decisions. Whoever holds these can work it out again.`,
  blocked: "Could not be closed",
  because: (code) =>
    code.startsWith("poll")
      ? "A poll is open: count it or make it void, then try again."
      : "Something is unfinished: open the cluster, see what is to do, then try again.",
};

export const movements: typeof viMovements = {
  title: (year) => `Movements ${year}`,
  up: "up",
  down: "down",
  moreThan: "more than",
  since: (year) => `on ${year}`,
  noChange: "Last year's figures are not complete.",
  noContribution: "No contribution on record.",
  none: "No movement this year.",
  noneHow: "The cluster head or the standing office launches one; units record what they bring.",
};

export const polls: typeof viPolls = {
  title: (year) => `Conference ${year}`,
  none: "No poll yet.",
  noneHow: (at) => `The cluster head or the standing office prepares them. Voting begins at ${at}.`,
  noConference: "No conference yet.",
  noConferenceHow:
    "Make one to write the programme, invite delegates, vote in secret on phones and print the record.",
  makeConference: "Make a conference",
  conferenceTitle: (year) => `Year-end conference ${year}`,
  ended: (at) => `Ended at ${at}`,
  toScreen: "Big screen",
  toMinutes: "Count record",
  toCheck: "Look up a code",
  question: (purpose, award, kind) =>
    purpose === "head"
      ? `Next year's ${kindOf(kind)} head`
      : purpose === "deputy"
        ? "Next year's deputy head"
        : `Nomination${award ? `: ${award}` : ""}`,
  round: (round) => `round ${round}`,
  states: {
    draft: "Being prepared",
    ready: "About to open",
    open: "Open",
    closing: "To be counted",
    sealed: "Sealed, being counted",
    counted: "Counted",
    published: "Announced",
    void: "Void",
  },
  rule: sentenceEn,
  voided: (reason) => `Why it is void: ${reason}`,
  tally: ({ entitled, present, issued, collected, valid, quorum }) =>
    `${present} of ${entitled} members present; ${issued} ballots issued, ${collected} collected, ${valid} valid.${quorum ? "" : " The quorum was not reached."}`,
  cast: (cast, of) => `${cast} of ${of} units have voted.`,
  count: (votes) => (votes === 1 ? "1 vote" : `${votes} votes`),
  votes: (votes, percent) => `${votes} votes, ${percent}`,
  passed: "Passed",
  notPassed: "Not passed",
  tied: "Equal",
};
