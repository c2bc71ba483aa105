import { plural } from "./english.ts";
import type { openPapers as viPapers } from "./vi-open-papers.ts";

export const openPapers: typeof viPapers = {
  title: "Enter a paper",
  how: "This poll is open: a paper bears the delegate's name. Find the name, mark what the paper says, then enter it.",
  forGood:
    "Once entered it is in the box: it cannot be changed or taken back, and that delegate's phone can no longer vote.",
  enter: "Enter the paper",
  has: { paper: "Has a paper", letter: "Has written" },
  sheetOf: (name) => `The paper of ${name}`,
  marks: "Names chosen on the paper",
  marksYesNo: "Names answered yes",
  yesNoHow: "A name that is not marked here is entered as no.",
  own: "The rule does not let a unit choose itself, so theirs is not listed.",
  tooMany: (most) =>
    `The rule allows ${plural(most, "name")} at the most. Ask the delegate to write it anew.`,
  tooFew: (least) => `The rule asks for ${plural(least, "name")} at least. Ask the delegate to add to it.`,
  came: "It came",
  ways: { paper: "On paper", letter: "By letter", phone: "By phone" },
  submit: (said) => `Enter: ${said}`,
  blank: "blank",
  noToAll: "no to all names",
  leave: "Not now",
  entered: (name, said) => `The paper of ${name} is in: ${said}.`,
  listHead: (count) => (count === 0 ? "No paper entered yet" : `${plural(count, "paper")} entered`),
};
