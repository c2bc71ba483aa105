import { capital, kindOf, plural } from "./english.ts";
import { sentenceEn } from "./rule-en.ts";
import type { closing as viClosing, polls as viPolls } from "./vi-pages.ts";

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
  toPolls: "Open the cluster's conference",
  toNext: (year) => `The clusters of ${year} are set up. See the calendar of ${year}`,
  because: (code) =>
    code.startsWith("poll")
      ? "A poll is open: count it or make it void, then try again."
      : "Something is unfinished: open the cluster, see what is to do, then try again.",
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
