import { capital, counted, plural } from "./english.ts";
import type { covenant as viCovenant } from "./vi-covenant.ts";

const named = (units: readonly string[]) =>
  units.length <= 3 ? units.join(", ") : capital(plural(units.length, "unit"));

export const covenant: typeof viCovenant = {
  title: (year) => `Emulation covenant ${year}`,
  sentence: (signed, of) =>
    signed === 0
      ? "The covenant is written; nobody has signed yet."
      : signed === of
        ? `All ${plural(of, "unit")} have signed.`
        : `${capital(counted(signed))} of ${plural(of, "unit")} signed.`,
  none: (year) => `No covenant for ${year}.`,
  noneHow: "The cluster head or the standing office writes it, then the units sign.",
  lastHand: (by, at) => `Last changed ${at} by ${by}.`,
  targets: "Targets",
  noTargets: "This covenant has no targets in figures.",
  target: "What",
  measure: "Measure",
  value: "Value",
  common: "For all",
  reached: (unit) => `What ${unit} reached`,
  targetOf: (value) => `Target ${value}`,
  signatures: "Signatures",
  signedAt: (at) => `Signed ${at}`,
  unsigned: "Not signed",
  fallen: (at) => `Signed the earlier text ${at}, not this one`,
  live: "This list keeps itself up to date.",
  toSign: (unit) => `Read and sign for ${unit}`,
  ownFallen: (unit) =>
    `The covenant was changed after ${unit} signed. Please read the new text and sign again; the old signature does not count for it.`,
  toDraft: "Write or change",
  write: "Write the covenant",
  print: "Print on A4",
  results: {
    title: "Results against the covenant",
    how: "The upright mark is what was promised. Each unit enters its own figures; they are not appraised points.",
    of: (percent) => `${percent} of what was promised`,
    bar: (unit, reached, promised) => `${unit} reached ${reached}, promised ${promised}`,
    noPromise: "nothing to compare with",
    notSaid: (units) => `Nothing entered yet: ${units.join(", ")}.`,
    nobody: "No unit has entered results yet.",
  },
  ceremony: {
    title: "Signing on the big screen",
    how: (year) =>
      `The screen of the conference shows every unit and who has signed the ${year} covenant; each unit signs on its own phone, and its name lights up a few seconds later.`,
    show: "Show the signing",
    shown: "The screen shows the signing.",
    open: "Open the big screen",
    none: "No conference is open to show it.",
    make: "Prepare a conference",
    point: "Signing the emulation covenant",
  },
  signing: {
    title: (unit) => `Sign the covenant for ${unit}`,
    sentence: "Please read the whole covenant, then sign at its end.",
    code: (code) => `Code of this text: ${code}.`,
    codeHow:
      "The code is worked out from every letter. Change one letter and the code differs, and this signature does not count for the changed text.",
    promise: (unit) => `By signing, ${unit} takes on this covenant. A signature is not taken back.`,
    hold: (unit) => `Hold to sign for ${unit}`,
    holdHow: "Hold for about two seconds, by finger, mouse, space bar or Enter.",
    holding: "Signing, please keep holding.",
    letGo: "Let go too early; not signed.",
    type: "Cannot hold the button? Type the name",
    typeLabel: (unit) => `Type ${unit}, with or without marks`,
    typed: (unit) => `Sign for ${unit}`,
    done: (unit, at) => `${unit} signed at ${at}.`,
    others: (count) =>
      count === 0 ? "The whole cluster has signed." : `${capital(plural(count, "unit"))} still to sign.`,
    back: "Back to the covenant",
    changed: "The covenant was changed while you were reading. This is the new text; please read it again.",
    not: "It cannot be signed here.",
    notHow: "Each unit signs with its own account, while the covenant or the year's work is under way.",
  },
  drafting: {
    title: (year) => `Write the covenant ${year}`,
    sentence: "Saved as you type; the whole cluster reads what is saved.",
    motto: "Motto",
    text: "Text",
    textHow: "Opening words, what is emulated in, common promises. Line breaks stay.",
    targets: "Targets",
    targetNo: (no) => `Target ${no}`,
    measure: "Measure",
    value: "For all",
    each: "Another figure for each unit",
    eachHow: "Left blank, the common figure holds.",
    add: "Add a target",
    remove: (no) => `Remove target ${no}`,
    up: (no) => `Move target ${no} up`,
    down: (no) => `Move target ${no} down`,
    removed: (text) => `Removed “${text}”.`,
    undo: "Undo",
    noText: "The target has a figure but no words.",
    view: "See what will be signed",
    signedTitle: (units) => `Signed by ${named(units)} as it stands.`,
    signedHow: (units) =>
      `Any change makes another text: the signatures of ${units.join(", ")} do not count for it and have to be given again.`,
    signedOpen: "I understand, open it for changes",
    merged: (by) => `${by} has just changed it too. The changes do not touch and were put together.`,
    clash: (part) => `Two people changed ${part}. Choose one; the other is not lost until you do.`,
    parts: { motto: "the motto", text: "the text", targets: "the targets" },
    mine: "On this device",
    theirs: (by, at) => `Saved by ${by} ${at}`,
    takeMine: "Take this one",
    takeTheirs: "Take the other",
    empty: "(empty)",
    paste: "Paste targets from Excel",
    pasteLabel: "Paste from Excel",
    pasteHow:
      "Three columns: what, measure, value. With a heading row, a column with a unit's name is that unit's own figure.",
    read: (rows, faulty) =>
      `${capital(plural(rows, "target"))} read${faulty > 0 ? `, ${plural(faulty, "line")} to look at` : ""}.`,
    line: "Line",
    fault: "To look at",
    faults: {
      "no-text": "No words.",
      "no-number": (text) => `“${text}” is not a number.`,
      "two-ways": (text) => `“${text}” can be read in two ways; please write 1250 or 1.25.`,
      "too-fine": (text) => `“${text}” has more than four decimals.`,
    },
    take: (count) => `Add ${plural(count, "target")}`,
    not: "The covenant cannot be changed now.",
  },
};
