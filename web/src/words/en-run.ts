import type { run as viRun } from "./vi-run.ts";

export const run: typeof viRun = {
  title: "Chair",
  lede: (step, title, points) =>
    points === 0
      ? "There is no programme."
      : step === "not-begun"
        ? "The conference has not begun."
        : step === "over"
          ? "The conference is over."
          : title,
  noAgenda: "There is no programme.",
  noAgendaHow: "Add points under Programme, then come back.",
  screen: "Open the big screen in another window",
  agenda: "Programme",
  shows: { covenant: "Covenant", "next-head": "Next year's head" },
  go: "Go to",
  held: "A ballot box is open. Close it before moving on.",
  notBegun: (present, of) => `${present} of ${of} delegates have checked in. Screen and phones will follow.`,
  begin: (title) => `Begin: ${title}`,
  over: "The conference is over. Records and codes can still be seen.",
  lost: "This point names a poll that is no longer there.",
  "no-rule": "This poll has no rule yet, so it cannot open.",
  toRule: "State the rule",
  draft: "Preparing shows the question, the names and the rule on screen and phones; nobody can vote yet.",
  prepare: "Prepare the vote",
  meter: (present, entitled) => `${present} of ${entitled} who may vote are present`,
  needed: (needed) => `At least ${needed} must be present.`,
  noQuorum: "The rule asks for no quorum.",
  small: (entitled) =>
    `There are only ${entitled} ballots: figures may tell who chose whom. Better announce only passed or not passed.`,
  minutes: "Closes by itself after how many minutes",
  minutesHow: "Left blank, the chair closes it.",
  minutesFault: "Write a number of minutes, such as 5.",
  open: "Open the vote",
  short: (missing) =>
    `${missing} short of a quorum. Wait for more, or open all the same; then nobody passes.`,
  openAnyway: "Open without a quorum",
  inBox: (of) => `of ${of} ballots in the box`,
  counted: (count, of) => `${count} of ${of} ballots in the box`,
  atOpening: (present, entitled, isEnough) =>
    `At opening ${present} of ${entitled} were present, ${isEnough ? "a quorum" : "no quorum"}.`,
  closesIn: (seconds) =>
    `Closes by itself in ${seconds >= 60 ? `${Math.floor(seconds / 60)} min ` : ""}${seconds % 60} s.`,
  close: "Close the vote",
  sealing: "The box is closed.",
  sealingHow: (left) =>
    left > 0 ? `Waiting ${left} s for ballots under way, then it is sealed.` : "Being sealed.",
  sealed: (envelopes, papers) =>
    `${envelopes} ballots from phones${papers > 0 ? ` and ${papers} on paper` : ""} are sealed.`,
  sealedHow: "The tellers open the box on two devices. When both read the same, the result appears here.",
  toCount: "To the count",
  countedHow: "Two devices read the same. So far only the chair and the tellers see it.",
  how: "How it is announced",
  howWhy: "Few ballots, or all alike: figures tell what each one chose.",
  howFirst: "First choose how it is announced.",
  ways: { passed: "Only passed or not passed", figures: "The figures of each name" },
  show: "Announce the result",
  lot: (free) => `The lot takes ${free} of the equals`,
  chairs: (free) => `The chair takes ${free} of the equals`,
  decide: "Record the decision",
  equal: "Some are equal; the rule asks for a further round.",
  nobody: "Nobody passed.",
  secondRound: (round) => `Add round ${round} to the programme`,
  roundTitle: (title, round) => `${title.replace(/, round \d+$/, "")}, round ${round}`,
  toMinutes: "See the count record",
  next: (title) => `Next: ${title}`,
  end: "End the conference",
  void: "Make the poll void",
  voidTitle: "Make this poll void?",
  voidHow:
    "This cannot be undone. The box is never opened; the reason goes on record. The poll may be held again.",
  reason: "Reason",
  again: "Hold it again",
};
