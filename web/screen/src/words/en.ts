import { enoughOf } from "#domain/enough.ts";
import type { Poll, Rule, Share } from "#domain/poll.ts";
import type { Format } from "../../../src/words/format.ts";
import { saidOf } from "../share.ts";
import type { Words } from "./vi.ts";

const shareIn = (share: Share, format: Format) => {
  if (share.moreThan === "1/2") return "more than half";
  return `${share.moreThan === undefined ? "at least" : "more than"} ${saidOf(share, format.percent)}`;
};
/** The share that passes, and of what. */
const shareOf = ({ threshold, voter }: Rule, format: Format) => {
  const whom = voter === "unit" ? "units" : "delegates";
  const bases = { members: `of all ${whom}`, present: `of ${whom} present`, cast: "of valid ballots" };
  return `${shareIn(threshold, format)} ${bases[threshold.base]}`;
};
const wins: Record<Poll["for"], string> = {
  nomination: "nominated",
  head: "elected",
  deputy: "elected",
  rehearsal: "passed",
};

const needs = (rule: Rule, format: Format, of: number | undefined) =>
  of === undefined
    ? shareOf(rule, format)
    : `at least ${format.number(enoughOf(rule.threshold, of))} of ${format.number(of)} votes`;

export const en: Words = {
  connecting: "Connecting to the conference",
  connectingHow: "The screen appears as soon as it is reached.",
  nowhere: "This conference was not found",
  nowhereHow: "Please check the link, or ask the standing office.",
  demo: "Demo",
  lost: (at) => `No network since ${at}, showing what was known`,

  opensAt: (when) => `Opens at ${when}`,
  until: "In",
  soon: "Delegates, please take your seats",
  checkIn: (self) =>
    self ? "Please open your delegate card on your phone to check in." : "Please check in at the front desk.",
  days: (days) => (days === 1 ? "1 day" : `${days} days`),
  present: "delegates present",
  presentOf: (of) => `of ${of} delegates present`,
  tried: "test votes cast",
  triedOf: (of) => `of ${of} test votes cast`,
  welcome: "Welcome",

  agenda: "Programme",
  done: "done",
  point: (no, of) => `Item ${no} of ${of}`,

  round: (round) => `Round ${round}`,
  rule: ({ rule, for: purpose, candidates }, format, of) => {
    const { min, max } = rule.choose;
    const some = min === max || max === 1 ? `choose ${max}` : `choose up to ${max}`;
    const chosen = rule.yesNo ? "yes or no to each unit" : some;
    const voter = rule.voter === "unit" ? "one vote a unit" : "one vote a delegate";
    const isFew = rule.seats > 1 && rule.seats < candidates.length;
    const seats = isFew ? `, the ${rule.seats} with most votes` : "";
    return [
      `${rule.secret ? "Secret ballot" : "Open vote"}, ${voter}, ${chosen}.`,
      `To be ${wins[purpose]}: ${needs(rule, format, of)}${seats}.`,
    ];
  },
  readyNow: "About to open",
  quorumNeeds: (least) => `Quorum ${least}`,
  quorumReached: "reached, the poll may open",
  quorumMissing: (more) => `${more} missing`,
  noQuorum: "No quorum required",

  inBox: "ballots in the box",
  inBoxOf: (of) => `of ${of} ballots in the box`,
  join: "Scan to open your ballot",
  joinHow: "then type the 8 characters on your card. Paper ballots at the tellers' desk.",
  joinName: "QR code that opens the ballot",
  openedWith: (present, of, least) => `${present}/${of} present, quorum ${least} reached`,
  openedShort: (present, of, least) => `${present}/${of} present, quorum ${least} not reached`,
  openedFree: (present, of) => `${present}/${of} present at opening`,
  openNow: "Voting",
  fingerprint: (code) => `Box key ${code}`,

  over: "Voting has ended",
  overHow: "A few seconds for ballots on their way, then the box is sealed.",
  sealed: "Sealed",
  sealedHow: "The tellers are opening the box. The result appears when the chair announces it.",
  inSealed: "ballots in the box",
  sealedName: (count) => `${count} ballots in the sealed box`,
  root: (code) => `Seal ${code}`,

  standings: (purpose) => ({ passed: wins[purpose], tied: "tied", "not-passed": "not passed" }),
  votes: (votes, of) => `${votes} of ${of} votes`,
  verdict: { "no-quorum": "No quorum: the vote does not stand.", nobody: "Nobody has passed." },
  tie: (names, tie, round) =>
    ({
      "second-round": `${names} are tied: round ${round + 1} follows.`,
      "higher-total": `${names} are tied in votes and in rank.`,
      chair: `${names} are tied: the chair decides.`,
      lot: `${names} are tied: lots are drawn.`,
    })[tie],
  papers: ({ issued, collected, valid }, format) =>
    `Collected ${format.number(collected)}/${format.number(issued)}, valid ${format.number(valid)}`,
  dashed: "Dashed line:",
  share: (rule, format) => shareOf(rule, format),
  passedOnly: (rule, format) => `To pass: ${shareOf(rule, format)}`,
  told: (question, passed) => `${question}: ${passed}.`,

  void: "This vote has been cancelled",
  voidHow:
    "What is in the box is not opened and not counted. Please wait for the chair to call the vote again.",
  voidBecause: (reason) => `Reason: ${reason.replace(/[.\s]*$/, ".")}`,

  nextHead: ({ cluster }) => `Head of ${cluster}`,
  nextDeputies: () => "Deputy heads",
  nobodyYet: "Not elected yet",
  nextFoot: "By the published results",

  covenant: "Signing the emulation covenant",
  signed: "signed",
  notSigned: "not signed yet",
  signedOf: "units have signed",
  allSigned: (of) => `All ${of} units have signed the covenant`,

  ended: "The conference has ended",
  endedHow: "Thank you for being here.",

  page: (no, of) => `Page ${no} of ${of}`,
  ring: (count, of, what, need) => `${count} of ${of} ${what}${need === undefined ? "" : `, quorum ${need}`}`,
  tools: { full: "Full screen (F)", theme: "Light or dark (D)" },
};
