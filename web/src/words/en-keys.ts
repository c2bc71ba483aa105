import { plural } from "./english.ts";
import type { count as viCount, keys as viKeys } from "./vi-keys.ts";

const on = (no: number) => ["", "the first phone", "the second phone", "paper"][no] ?? "";

export const keys: typeof viKeys = {
  title: "Tellers",
  lede: (isMade, isRehearsed, kept) =>
    !isMade
      ? "The keys of the ballot box are not made."
      : !isRehearsed
        ? "The keys are made and must be tried."
        : kept === undefined
          ? "The keys were tried; boxes can be opened."
          : `The keys were tried. This device keeps share ${kept}.`,
  steps: "Steps",
  names: {
    make: "Make keys, hand out shares",
    keep: "Keep a share on this device",
    rehearse: "Try the keys",
    open: "Open and count",
    destroy: "Destroy the shares",
  },
  fingerprint: "Fingerprint of the keys",
  noKeys: "The keys are not made.",
  toMake: "To the making of keys",
  makeTitle: "Make the keys of the ballot box",
  makeHow:
    "The keys are made on this device and split in three shares. Any two open a box, one alone does not. The server never has a share.",
  makeSteps: [
    "Head teller and secretary are here, each with a phone signed in; this device can print.",
    "Shares 1 and 2 are scanned by the two phones.",
    "Share 3 is printed and sealed in an envelope.",
    "Then this device forgets all three.",
  ],
  used: "These keys were used for a poll, so they are not made again.",
  madeBefore:
    "There are keys already. Making them again ends the shares handed out, and everything is tried again.",
  make: "Make the keys on this device",
  makeAgain: "Make the keys again",
  shareTitle: (no) => `Share ${no}: ${on(no)}`,
  shareHow: (no) =>
    `On ${on(no)}: open this conference, go to Tellers, choose “Keep a share on this device” and scan. Let nobody else photograph the screen.`,
  asText: "Cannot scan? Use text",
  asTextHow: "Copy this line to the other device. Never send it over a network.",
  scanned: "The other device has it, next share",
  keepHere: "Keep this share on this device",
  printHow:
    "Print one sheet, see that the code is sharp, put it in an envelope, seal it and sign across the flap.",
  print: "Print share 3",
  printed: "Printed and sealed",
  handedOut: "All three shares are handed out",
  handedOutHow: "This device keeps none. Note the fingerprint: the big screen and the record show it too.",
  toRehearsal: "To the trial of the keys",
  keepTitle: "Keep a share on this device",
  keepHow:
    "Scan the share shown on the device that made the keys. It stays on this device and is sent nowhere.",
  pasteShare: "Or paste the share as text",
  pastePiece: "Or paste the text",
  kept: (no) => `This device keeps share ${no}, one of those published.`,
  keptHow: "Do not clear the browser's data, nor lend this device, until the count is over.",
  faults: {
    stranger: "This is no share of a key. Scan the right code.",
    damaged: "Not read whole, or a wrong letter. Scan again.",
    unknown: "This share does not belong to the keys of this conference; perhaps to earlier ones.",
    elsewhere: "This slice belongs to another conference.",
    twice: "This share is here already. Another one is needed.",
    "other-poll": "This slice belongs to another poll. Choose the right one on the other device.",
  },
  rehearseTitle: "Try the keys with all three pairs",
  rehearseHow:
    "One device gathers the three shares one after another and tries each pair. A phone hands over only the slice for trying, never its whole share. No poll opens before all pairs were tried.",
  pair: (pair) => `Shares ${pair.replace("-", " and ")}`,
  pairOpens: "open",
  pairFails: "do not open",
  pairWaits: "not tried",
  gather: "Try on this device",
  give: "Show this device's slice to another",
  giveHow: "Show this screen to the device that tries.",
  giveDone: "Done",
  trySlice: (no) => `Slice of share ${no} for trying`,
  wanted: (no) => `Show share ${no}`,
  wantedPhone:
    "On a phone that keeps a share: go to Try the keys, choose “Show this device's slice”, and scan it here. In any order.",
  wantedPaper:
    "Open the envelope, scan the code on paper and seal it again. This device keeps only the slice for trying.",
  rehearsed: "All three pairs open. Any one share may be lost and the count still works.",
  stillKept: (no) => `This device still keeps share ${no}.`,
  failed: "A pair does not open. Gather again; if it still does not, make the keys again.",
  gatherAgain: "Gather again",
  openTitle: "Open the box and count",
  openHow: "A box opens only after it is sealed. Two devices read it apart; what both read is the result.",
  keepsNone: "This device keeps no share. It can still count, with slices scanned from two other places.",
  toPapers: "Hand out papers",
  toCount: "Count on this device",
  showSlice: "Show the slice to another device",
  sliceHow: (title) => `This slice opens the box “${title}” and no other.`,
  slice: (no) => `Slice of share ${no}`,
  toMinutes: "Record",
  noneSecret: "The programme has no secret ballot.",
  destroyTitle: "Destroy the shares",
  destroyHow:
    "After the record is signed. With two shares destroyed nobody opens a box of this conference again.",
  destroyEarly: (count) =>
    `${count} not announced yet. If shares are destroyed now, no further box can be opened.`,
  onThisDevice: "On this device",
  onOther: "To be destroyed where it is kept",
  destroy: "Destroy this share",
  paperDestroyed: "The paper is destroyed",
  destroyed: "Destroyed",
  destroySure: (no) => `Destroy share ${no}?`,
  destroySureHow: "This cannot be undone. From now on this conference opens no further box.",
};

export const count: typeof viCount = {
  title: "Count",
  notYet: "The box is not sealed.",
  notYetHow: "The chair closes the vote; some seconds later the box is sealed and can be opened here.",
  done: "The count is done.",
  toMinutes: "See the record",
  steps: "Steps of the count",
  names: { slices: "Two slices", papers: "Papers", read: "Open the box", send: "Send the result" },
  headings: {
    slices: "Take two slices of the key",
    papers: "Read the papers",
    read: "Open the box on this device",
    send: "This device read",
    sent: "Sent",
  },
  slices: (count) =>
    count === 0
      ? "Scan this poll's slice from a phone that keeps a share: Tellers, Open and count, “Show the slice”. The paper will do too."
      : "One slice is here. Scan another, from another device or from paper.",
  paste: "Or paste the text",
  wrongKey: "These two slices do not open the box. Scan both again.",
  papersHow: (expected) =>
    `${plural(expected, "paper was", "papers were")} handed out. One reads, one types, sheet by sheet.`,
  paper: (no, of) => `Sheet ${no} of ${of}`,
  blankIs: (isValid) => (isValid ? "No name is a blank ballot." : "No name is against the rule."),
  outOfRule: "Against the rule: this sheet will count as invalid.",
  addPaper: "Take this sheet",
  addBlank: "Take a blank sheet",
  yesNoHow: "Mark only the names answered yes; the others are no.",
  addNoToAll: "Take: no to all names",
  noToAll: "No to all names",
  addInvalid: "Invalid",
  invalid: "Invalid",
  blank: "Blank",
  typed: "All papers are in, go on",
  fewer: (count) => `Only ${count} came back, go on`,
  takeBack: "Take the last one back",
  read: (envelopes, papers) =>
    `${plural(envelopes, "ballot")} from phones${papers > 0 ? ` and ${papers} on paper` : ""}. The box is opened on this device only; no key is sent.`,
  open: "Open and count",
  opened: (opened, of) => `${opened} of ${of} opened`,
  readingCaption: (envelopes, papers) =>
    `${envelopes} from phones${papers > 0 ? `, ${papers} on paper` : ""}`,
  candidate: "Name",
  votes: "Votes",
  blanks: "Blank",
  invalids: "Invalid",
  collected: "Collected",
  sendHow: "Do not read these figures out. Send them, then a second device reads apart.",
  send: "Send this device's result",
  sent: (devices, isAgreed, isVoid) =>
    isAgreed
      ? "Two devices read the same."
      : isVoid
        ? "Three devices read differently; the poll is void."
        : devices === 1
          ? "The first device has sent."
          : "Two devices read differently.",
  sentHow: (devices, isAgreed, isVoid) =>
    isAgreed
      ? "The chair has the result and will announce it."
      : isVoid
        ? "Ask the chair to hold the poll again."
        : devices === 1
          ? "Now another device opens the box and reads it again."
          : "A third device reads. The two that agree decide.",
};
