import type { Kind } from "#domain/heading.ts";
import { capital, counted } from "./english.ts";
import type { importing as vietnamese } from "./vi-importing.ts";

const number = new Intl.NumberFormat("en-GB").format;
const things = (kind: Kind, count: number) =>
  kind === "units" ? (count === 1 ? "unit" : "units") : count === 1 ? "person" : "people";
const many = (count: number) => (count <= 10 ? counted(count) : number(count));
const rows = (count: number) => `${number(count)} ${count === 1 ? "row" : "rows"}`;
const cells = (count: number) => `${number(count)} ${count === 1 ? "cell" : "cells"}`;

export const importing: typeof vietnamese = {
  titles: { units: "Import units", people: "Import people" },
  kinds: { units: "Units", people: "People" },
  ledeNone: {
    units: "Bring in the whole list of units at once.",
    people: "Bring in the whole list of people at once.",
  },
  how: "The file is read on this device. Nothing is sent before you have seen it.",
  choose: "Choose an Excel or CSV file",
  drop: "or drop a file here",
  paste: "Or paste a table copied from Excel or Word",
  pasteHow: "Copy the row with the column names too.",
  template: "Download a template",
  pasted: "the pasted table",
  rows: (count, sheet) => (sheet ? `${rows(count)}, sheet “${sheet}”` : rows(count)),
  other: "Another file",
  sheet: "The file has several sheets. Which one?",
  columnsTitle: "Which column is what",
  columns: {
    units: { id: "Id of the unit", name: "Name of the unit", role: "", unit: "", agency: "" },
    people: { id: "User name", name: "Full name", role: "Role", unit: "Unit", agency: "Agency of a field" },
  },
  noColumn: "None",
  made: { units: "None, made from the name", people: "None, made from the name" },
  column: (no, heading) => heading || `Column ${no}`,
  everyRole: "Everybody in the file is",
  nameFirst: "Choose the column of names first.",

  lede: (kind, good) =>
    good === 0 ? "No row can come in yet." : `${capital(many(good))} ${things(kind, good)} can come in now.`,
  toSee: (count) => `${many(count)} ${count === 1 ? "row" : "rows"}`,
  left: "",
  toSeeEnd: "to look at.",
  nothingWritten: "Nothing is written yet. Mend them here, or bring in the good ones first.",
  tried: "Checked by the server; nothing is written.",
  trying: "The server is checking.",
  good: "good",
  wrong: "with faults",
  repeats: "repeated",
  kept: "there already, kept",
  strip: (all, good, wrong, repeats) =>
    `${rows(all)}: ${number(good)} good, ${number(wrong)} with faults, ${number(repeats)} repeated`,
  mendAll: (count) => `Mend ${cells(count)} at once`,
  dropRepeats: (count) => `Leave out ${rows(count)} that repeat another`,
  apart: (count) => `Give ${rows(count)} an id of their own`,
  faultsTitle: "Rows to look at",
  line: "Row",
  how_: "Repair",
  empty: "empty",
  faults: {
    "column-missing": () => "This column is missing.",
    missing: () => "This cell is empty.",
    "bad-code": () => "Small letters without marks, digits and hyphens only.",
    duplicate: ({ first }) => `The same as row ${first ?? ""}.`,
    taken: () => "This id belongs to another name in the council.",
    "unknown-unit": () => "There is no unit of this name.",
    "unknown-role": () => "There is no such role.",
    "not-composed": () => "Letters and marks are apart; a search would not find them.",
    "stray-spaces": () => "Spaces or line breaks too many.",
    "hidden-characters": () => "Hidden characters or pictures.",
    "too-long": () => "Longer than 200 characters.",
    "too-many-rows": () => "More than 20,000 rows.",
  },
  identical: (first) => `The same as row ${number(first)} in every cell.`,
  put: (text) => `Use “${text}”`,
  putAll: (text, count) => `Use “${text}” for ${rows(count)}`,
  chooseRole: "Choose a role",
  dropLine: "Leave this row out",
  more: (count) => `Show ${number(count)} more`,
  sample: "See the good rows",
  sampleOf: (shown, all) => (all > shown ? `The first ${number(shown)} of ${rows(all)}` : rows(all)),
  bringIn: (count, isAll) => `Bring in ${isAll ? "" : "the good "}${rows(count)}`,
  download: (count) => `Download ${rows(count)} to mend`,
  downloadName: "rows-to-mend",
  downloadSheet: "To mend",
  reason: "To look at",
  templateName: { units: "units", people: "people" },
  example: {
    units: [
      ["so-noi-vu", "Sở Nội vụ"],
      ["so-tai-chinh", "Sở Tài chính"],
    ],
    people: [["lo-thi-mai", "Lò Thị Mai", "scorer", "Sở Nội vụ", ""]],
  },

  written: (kind, done, of) => `${number(done)} of ${number(of)} ${things(kind, of)} written`,
  secondsLeft: (seconds) =>
    `About ${number(seconds)} ${seconds === 1 ? "second" : "seconds"} left. Please keep this page open.`,
  unseen:
    "Nobody sees anything before the last row is written. If the network fails, it can be gone on with; nothing is lost or doubled.",
  goOn: "Go on",
  cameIn: (kind, count) => `${number(count)} ${things(kind, count)} came in.`,
  undo: "Undo",
  undone: "Undone; nothing of this import is left.",
  next: { units: "See the units", people: "Make their slips" },
  unfinished: (kind, count) =>
    `An import of ${number(count)} ${things(kind, count)} is not finished; nobody sees it yet.`,
  giveUp: "Give it up",
  meanwhile:
    "The council’s data changed meanwhile, and some rows fit no longer. They were checked again; please look below.",
};
