import type { Question } from "../hall.ts";
import type { Words } from "./vi.ts";

type Rule = Question["rule"];

const numerals = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const counted = (count: number) => numerals[count] ?? String(count);
const names = (count: number) => `${counted(count)} ${count === 1 ? "name" : "names"}`;
const ballots = (count: number) => `${count} ${count === 1 ? "ballot" : "ballots"}`;
const shares: Record<string, string> = {
  ">1/2": "more than half",
  "≥1/2": "at least half",
  ">2/3": "more than two thirds",
  "≥2/3": "at least two thirds",
  ">3/4": "more than three quarters",
  "≥3/4": "at least three quarters",
  "≥1/1": "all",
};
const shareIn = ({ moreThan, atLeast = "0/1" }: Rule["threshold"]) =>
  moreThan === undefined
    ? (shares[`≥${atLeast}`] ?? `at least ${atLeast}`)
    : (shares[`>${moreThan}`] ?? `more than ${moreThan}`);
const baseIn = ({ threshold, voter }: Rule) =>
  threshold.base === "cast"
    ? "of the valid ballots"
    : threshold.base === "present"
      ? `of the ${voter === "unit" ? "units" : "delegates"} present`
      : voter === "unit"
        ? "of the cluster’s units"
        : "of the delegates called";
const chooseIn = ({ choose: { min, max }, yesNo }: Rule) =>
  yesNo
    ? "yes or no to each name"
    : min === max || max === 1
      ? `choose ${names(max)}`
      : min <= 1
        ? `choose up to ${names(max)}`
        : `choose ${counted(min)} to ${names(max)}`;

export const en: Words = {
  language: "en",
  title: "Ballot",
  frame: { largeText: "Larger text", language: "Language", otherTicket: "Use another card" },
  unit: {
    minute: (count) => `${count} min`,
    second: (count) => `${count} s`,
  },
  help: (help) => `For help: ${help}`,
  tellers: "the tellers",

  unable: {
    title: "This device cannot vote yet.",
    insecure: "The page was opened at an address that is not secure, so the browser will not seal a ballot.",
    old: "This browser has no means of sealing a ballot.",
    next: "Please go to the tellers’ table: use the hall’s tablet or take a paper ballot. Your vote is still yours.",
  },

  code: {
    title: "Open your delegate card",
    how: "Scan the QR code on the card with the phone’s camera, or type the eight characters printed under it.",
    scanOnly:
      "Scan the QR code on the card with the phone’s camera. To type a code, scan the poster in the hall first.",
    label: "Code on the card",
    hint: "Eight letters and digits, like K7QM-4T2X. Capitals do not matter.",
    short: (count) => `A code has eight characters; this has ${count}.`,
    long: (count) => `A code has eight characters; this has ${count}.`,
    go: "Open the ballot",
    going: "Looking at the card…",
    lost: "The server could not be asked. Check the network and try again.",
  },

  opening: {
    title: "Opening the ballot.",
    lost: "No network. The page tries again by itself; leave the screen on.",
  },

  waiting: {
    title: "No poll is open.",
    now: (point) => `The conference is at: ${point}.`,
    next: (point) => `Next poll: ${point}.`,
    how: "The ballot appears here by itself; no need to reload.",
    arrive: "I am here",
    arriving: "Checking in…",
    arrived: "Checked in.",
    notArrived: "Check-in did not come through. Try again, or tell the reception desk.",
    today: (at) => `The conference begins at ${at}.`,
  },
  ended: { title: "The conference has ended.", how: "Thank you. You can close this page." },
  mine: "Your ballots today",
  older: (count) =>
    `${count === 1 ? "One earlier ballot is" : `${count} earlier ballots are`} not in the box yet. The phone keeps sending; leave this page open.`,
  notLasting:
    "This device does not let the page keep anything. Do not close it before the ballot is in the box.",
  demo: "A demo: ballots here are for trying out and count for nobody.",
  offline:
    "No network. This page is as last read; a ballot cast now is kept on the phone and sent when the network is back.",

  stamp: {
    soon: "Opens soon",
    open: (left) => (left ? `Open, ${left} left` : "Open"),
    closed: (at) => (at ? `Closed at ${at}` : "Closed"),
    counting: "Being counted",
    published: "Published",
    void: "Void",
    rehearsal: "Test vote",
  },
  round: (round) => `round ${round}`,

  rule(rule, { enough, of, isRehearsal, isAward }) {
    const secret = rule.secret ? "Secret ballot" : "Open vote with your name";
    const each = rule.voter === "unit" ? "one ballot for each unit" : "one ballot for each delegate";
    const begins = `${secret}, ${each}, ${chooseIn(rule)}`;
    if (isRehearsal) return [`${begins}. `, "A test to get used to it; it does not count.", ""];
    const seats = rule.seats > 1 ? `, ${counted(rule.seats)} seats` : "";
    const worked =
      enough === undefined
        ? "."
        : rule.threshold.base === "members"
          ? `, that is ${enough} of ${ballots(of)} or more.`
          : rule.threshold.base === "present"
            ? `; with ${of} present now, ${ballots(enough)} or more.`
            : `; if all ${ballots(of)} are valid, ${enough} or more.`;
    return [
      `${begins}${seats}; ${isAward ? "passed" : "elected"} with `,
      `${shareIn(rule.threshold)} ${baseIn(rule)}`,
      worked,
    ];
  },
  mayChange: "While it is open you may change it; the last ballot counts.",

  ballot: {
    legend: (rule) => (rule.yesNo ? "Answer for each name" : chooseIn(rule)),
    blank: "Blank ballot",
    blankHow: "choose nobody",
    yes: "Yes",
    no: "No",
    few: (more, chosen) => (chosen === 0 ? `Choose ${names(more)}` : `Choose ${counted(more)} more`),
    some: (most) => `Choose up to ${names(most)}`,
    many: (many) => `Take away ${names(many)}`,
    answers: (open) => `${open} ${open === 1 ? "name" : "names"} not answered`,
    cast: (chosen, of) =>
      chosen.length === 0
        ? "Vote: no to all"
        : chosen.length === of && of > 2
          ? `Vote for all ${counted(of)}`
          : chosen.length > 3
            ? `Vote for ${names(chosen.length)}`
            : `Vote for ${chosen.join(", ")}`,
    castBlank: "Cast a blank ballot",
    sealing: "Sealing…",
    nothingSent: "Nothing has been sent.",
    chosen: (chosen, most) => `${chosen} of at most ${most} chosen.`,
    final: "The ballot is sealed at once and cannot be changed.",
    finalOpen: "The vote is sent at once, with your name, and cannot be changed.",
    changeable: "The ballot is sealed at once. While the poll is open you may change it.",
    small: (of) =>
      `There are only ${of} ballots. If all ${of} are alike, everybody will know who chose whom.`,
    own: "Your own unit is not listed: the rule does not allow choosing it.",
    open: (name) => `Open vote: the choice is recorded with the name ${name}.`,
    rehearsal: "This is a test to get used to it. It does not count and nobody opens it.",
    keepOld: "Keep the earlier ballot",
    fault: "This device could not seal the ballot. Please take a paper ballot at the tellers’ table.",
  },

  way: {
    label: "Where your ballot is",
    steps: { kept: "Kept on this phone", sent: "Sent", sending: "Sending", in: "In the ballot box" },
    in: "Your ballot is in the box.",
    rehearsed: "The test ballot is in the box. This phone can vote.",
    kept: "The ballot is on this phone.",
    elsewhere: "This card has voted; the ballot is in the box.",
    elsewhereHow:
      "It was sent from another phone or on an earlier visit. If you have not voted, tell the tellers at once.",
    lost: "No network; the ballot is not in the box yet.",
    lostHow:
      "The phone sends again by itself; leave the screen on. However often it is sent, it counts once.",
    again: "Send again now",
    soonLate: "If it takes more than 2 minutes, take a paper ballot at the tellers’ table.",
    late: "More than 2 minutes. Please go to the tellers’ table.",
    lateHow:
      "The tellers see whether the ballot is in the box; if not, take a paper ballot. Bring this phone; it keeps sending.",
    code: "Tracking code",
    codeHow: "The code does not tell who was chosen.",
    keepCode:
      "Write the code down or photograph it. After the count, find it in the published list to see that the ballot was counted.",
    picture: "Save the code as a picture",
    change: "Change the choice",
    count: (count, of) => `${count} of ${ballots(of)} in the box.`,
    counting: "The box is closed and being counted. The result appears here and on the big screen.",
    stands: "The earlier ballot is still in the box and counts.",
  },

  closed: {
    how: "You have not voted in this poll. The result appears here and on the big screen in a few minutes.",
  },
  void: {
    title: "This poll is void.",
    how: "Ballots that were sent are not opened and do not count. If it is held again, the new ballot appears here.",
    because: (reason) => `Reason: ${reason.replace(/[.\s]*$/, ".")}`,
  },
  noVoter: {
    title: "Each unit has one ballot in this poll.",
    how: "This card stands for no unit, so it has no ballot here. If that is wrong, tell the tellers.",
  },
  outcome: {
    passed: "Passed",
    elected: "Elected",
    notPassed: "Not passed",
    tied: "Tie",
    votes: (votes, percent) => `${votes} ${votes === 1 ? "vote" : "votes"}, ${percent}`,
    sum: (collected, valid, blank) => `${collected} collected, ${valid} valid, ${blank} of them blank.`,
    noQuorum: "There was no quorum, so nobody passed.",
    onlyPassed: "The rule publishes only who passed, not the number of votes.",
    check: "Look up your ballot",
  },

  refusals: {
    "ballot/on-paper": {
      what: "You have taken a paper ballot, so a ballot from the phone is not accepted.",
      next: "Fill in and cast the paper. If you have none, tell the tellers.",
    },
    entered: {
      what: "Your paper is in the box.",
      next: "It counts, and this phone takes no other. If it is not yours, tell the tellers at once.",
    },
    "ballot/too-late": {
      what: "The box was closed before this ballot came, so it was not accepted.",
      next: "If need be, see the tellers.",
    },
    "poll/not-now": {
      what: "This poll takes no more ballots.",
      next: "This ballot does not count. If it is held again, the new ballot appears here.",
    },
    "poll/not-present": {
      what: "This card is not on the list of voters for this poll.",
      next: "If that is wrong, tell the tellers.",
    },
    "ticket/unknown": {
      what: "This card is not right, or another has taken its place.",
      next: "Check the eight characters on the card, or ask the tellers for a new one.",
    },
    "ticket/throttled": {
      what: "There were too many wrong codes within a minute.",
      next: "Wait a minute, or scan the QR code on the card instead of typing.",
    },
    "conference/unknown": {
      what: "There is no such conference.",
      next: "Scan the code on the card again, or see the tellers.",
    },
    other: {
      what: "This ballot was not accepted.",
      next: "Please go to the tellers’ table and bring this phone.",
    },
  },

  kiosk: {
    title: "Cast your vote",
    stamp: "Shared tablet",
    how: "Type the eight characters on the card, or scan its QR code into the tablet.",
    scan: "Scan with the camera",
    hold: "Hold the card’s QR code before the camera.",
    noCamera: "The camera could not be opened. Please type the eight characters on the card.",
    wiped: "The tablet forgets everything after each delegate.",
    next: (seconds) => `Back to the first page in ${seconds} s.`,
    done: "Done, next delegate please",
    copy: "Write the code down before you leave. After the count, find it in the published list to see that the ballot was counted.",
  },

  check: {
    title: "Look up a ballot",
    how: "Type the tracking code shown after voting. This page only tells whether the ballot is in the sealed box; nobody learns who was chosen.",
    poll: "Poll",
    none: "No poll of this conference has been sealed yet.",
    label: "Tracking code",
    go: "Look up",
    found: (code) => `Ballot ${code} is in the sealed box.`,
    foundCounted: "It was counted with the others on the list.",
    foundSealed: "The box is sealed and being counted.",
    missing: (code) => `Ballot ${code} is not in this box.`,
    missingHow:
      "Check the code and the poll. If it is still not found, tell the tellers at once and bring the phone you voted with.",
    notYet: "The box is not sealed yet. Look again after the poll has closed.",
    void: "This poll is void; its ballots are not counted.",
    inClear: "This was an open vote, so there are no tracking codes.",
    broken: "The list received does not fit the seal. Tell the tellers and try again.",
    sealed: (envelopes, papers) =>
      papers === 0
        ? `${ballots(envelopes)}, sealed`
        : `${ballots(envelopes)}, sealed, and ${papers} on paper`,
    inBox: "In the box",
    root: "Seal",
    rootHow: "Worked out again on this phone from the published list: it fits.",
    fingerprint: "Fingerprint of the box’s keys",
    lost: "The list could not be read. Check the network and try again.",
    back: "Back to the ballot",
  },
};
