import type { Line } from "#domain/scheme.ts";
import type { Change, Part } from "#domain/scheme-changes.ts";
import type { Fault } from "../pages/scheme/reading.ts";
import type { Note } from "../pages/scheme/said.svelte.ts";
import type { Kind } from "../pages/scheme/typed.ts";
import { sheet } from "./en-sheet.ts";
import { capital, counted, plural } from "./english.ts";
import type { Format } from "./format.ts";
import type { scheme as vi } from "./vi-scheme.ts";

const kinds: Record<Kind, string> = {
  group: "Group",
  criterion: "Criterion",
  bonus: "Bonus",
  deduction: "Deduction",
};

function way(line: Line, most: string, format: Format): string {
  if (line.kind === "deduction") return `Each time takes off ${format.number(line.points)} points`;
  const { way } = line;
  if (way.way === "steps") {
    const up = way.steps.toSorted((a, b) => a.from - b.from);
    const steps = up.map(({ from, points }, at) => {
      const step = sheet.step(from, up[at + 1]?.from, way.of, format);
      return `${step}: ${format.number(points)}`;
    });
    return capital((way.of === "rate" ? steps.toReversed() : steps).join("; "));
  }
  const uncapped = way.way === "ratio" && way.uncapped ? " Above the plan the points go on." : "";
  return sheet.because(line, undefined, most, format).replace(/\.$/, "") + (uncapped && `.${uncapped}`);
}

function owner(line: Line): string {
  if (line.kind !== "deduction" && line.agency !== undefined) return `Scored by the agency ${line.agency}`;
  return line.by === "clerk" ? "Entered by the standing office" : "";
}

function place(line: Line): string {
  if (line.kind === "criterion") return `group ${line.group}`;
  if (line.kind === "deduction") return "deductions";
  return line.aboveTotal ? "bonus above the total" : "bonus inside the total";
}

function note(note: Note, format: Format): string {
  if ("flaw" in note)
    return note.flaw === "code-twice"
      ? `The code ${note.line} is used twice.`
      : `Two steps begin at ${format.number(note.from)}. One of them has to change.`;
  switch (note.warning) {
    case "no-step-below":
      return `A gap: below ${format.number(note.at)} there is no step, so it gives 0 points.`;
    case "steps-fall":
      return `From ${format.number(note.at)} it gives less than the step below. Is that meant?`;
    case "count-not-whole":
      return `${format.number(note.at)} is not a whole number, while these steps count.`;
    case "no-points":
      return "This line has no points yet.";
  }
}

const fields: Record<Fault["field"], string> = {
  code: "Code",
  title: "Content",
  points: "Points",
  each: "Points each time",
  minus: "Points off each time",
  least: "Fewest points",
  steps: "Step",
  agency: "Agency",
};

function fault({ field, why, at }: Fault): string {
  const name = at === undefined ? fields[field] : `${fields[field]} ${at + 1}`;
  switch (why) {
    case "missing":
      return field === "steps" && at === undefined ? "There is no step yet." : `${name}: missing.`;
    case "no-number":
      return `${name}: not a number yet. For example: 7.5`;
    case "too-fine":
      return `${name}: two decimals at the most.`;
    case "below":
      return `${name}: not below nothing.`;
    case "bad-code":
      return "A code has only letters, digits and . - _ / ( )";
    case "too-long":
      return `${name}: too long or too large.`;
    case "above-most":
      return "The fewest points are more than the most.";
    case "bad-agency":
      return "An agency's code is in small letters, joined by hyphens. For example: so-tai-chinh";
  }
}

const parts: Record<Part, string> = {
  code: "Other code",
  title: "Other content",
  place: "Other place",
  points: "Other points",
  way: "Other way of scoring",
  owner: "Other scorer",
};

function partOf(line: Line, part: Part, most: string, format: Format): string {
  switch (part) {
    case "code":
      return line.code;
    case "title":
      return line.title ?? "(blank)";
    case "place":
      return capital(place(line));
    case "points":
      return `${most} points`;
    case "way":
      return way(line, most, format);
    case "owner":
      return owner(line) || "The unit scores itself";
  }
}

function summary(changes: readonly Change[]): string {
  const count = (what: Change["what"]) => changes.filter((change) => change.what === what).length;
  const said = [
    [count("added"), "added"],
    [count("removed"), "removed"],
    [count("changed"), "changed"],
  ] as const;
  const told = said.flatMap(([no, verb]) => (no > 0 ? [`${plural(no, "line")} ${verb}`] : []));
  const rest = changes.length - said.reduce((sum, [no]) => sum + no, 0);
  if (rest > 0) told.push(`${plural(rest, "change")} of the whole`);
  return told.length === 0 ? "Nothing differs." : `${capital(told.join(", "))}.`;
}

function sum(sum: number, total: number | undefined, { number }: Format): string {
  const lacking = Math.round(((total ?? sum) - sum) * 100) / 100;
  if (total === undefined) return `The lines add up to ${number(sum)} points.`;
  if (lacking === 0) return `The lines add up to exactly ${number(sum)} points.`;
  return lacking > 0
    ? `The lines add up to ${number(sum)}; ${number(lacking)} points are missing.`
    : `The lines add up to ${number(sum)}: ${number(-lacking)} points too many.`;
}

export const scheme: typeof vi = {
  sumTold: sum,
  kinds,
  way,
  owner,
  note,
  fault,
  parts,
  partOf,
  summary,
  change: {
    added: "Added",
    removed: "Removed",
    changed: "Changed",
    total: "Total",
    group: "Group",
    bands: "Bands",
  },
  title: (year) => `Scoring tables ${year}`,
  sentence: (published, drafts) =>
    published + drafts === 0
      ? "This year has no scoring table yet."
      : drafts === 0
        ? `${capital(plural(published, "table"))} published.`
        : published === 0
          ? `${capital(plural(drafts, "table"))} being written, none published yet.`
          : `${capital(plural(published, "table"))} published, ${counted(drafts)} being written.`,
  noneHow: "Begin from a real one, copy last year's, paste from Excel or Word, or write a new one.",
  noneFor: "The council's clerk writes and publishes scoring tables.",
  make: "Make a scoring table",
  version: (no) => `Version ${no}`,
  drafting: "being written",
  published: (day) => `Published ${day}`,
  savedBy: (name, at) => `${name} changed it ${at}`,
  linesAndTotal: (lines, total) => `${plural(lines, "line")}, ${total} points`,
  usedBy: (clusters) => `Used by ${clusters.join(", ")}.`,
  lent: "From earlier years",
  lentHow: "These clusters have chosen no table of this year, so they go by an earlier one.",
  oneFrom: (year, no) => `of ${year}, version ${no}`,
  usedByNobody: "No cluster uses it yet.",
  goOn: "Go on writing",
  begin: "Write the next version",
  look: "View and print",
  compare: "Compare",
  toList: "To the scoring tables",
  notChosen: "The cluster has no published scoring table yet.",
  notChosenHow: "The council's clerk publishes a table and chooses it for the cluster.",
  print: "Print the table",
  code: "Code",
  content: "Content",
  how: "Way of scoring",
  points: "Points",
  sum: "Sum",
  total: "Total",
  above: "above the total",
  bands: "Bands",
  band: (title, from, floor) =>
    `${title}: from ${from} of the assigned points${floor === undefined ? "" : `, no line below ${floor}`}`,
  source: "Basis",
  copiedFrom: (year, title, no) => `Copied from ${title} of ${year}, version ${no}.`,
  stamp: (no, day) =>
    day === undefined ? `Version ${no}, being written, not in force.` : `Version ${no}, published on ${day}.`,
  signs: { maker: "PREPARED BY", head: "FOR THE COUNCIL" },
  clusters: "Clusters and their scoring table",
  uses: (title, no) => (title === undefined ? "No table chosen" : `${title}, version ${no}`),
  usesThis: "Uses this version",
  use: (cluster) => `${cluster}: use this version`,
  useHow: "Sheets filled in by an older table keep what was entered; lines the new table lacks do not count.",

  makeTitle: "Make a scoring table",
  makeSentence: "Choose how to begin. Nothing is published until the clerk says so.",
  ways: {
    template: "From a real one",
    copy: "Copy one that is there",
    paste: "Paste from Excel, Word",
    file: "From an Excel file",
    empty: "Write a new one",
  },
  templateHow: "Real tables of their issuers, as far as they could be read. Choose one to look at it first.",
  templateTotal: (lines, total) =>
    `${plural(lines, "line")}${total === undefined ? "" : `, ${total} points`}`,
  noYear: "year not given",
  seen: "What could be read",
  take: "Use this table",
  copy: "Copy this table",
  copyHow: "A copy is a new draft that says what it was copied from.",
  copyNone: "There is no table to copy yet.",
  pasteHow:
    "Select the whole table in Excel or Word, copy it and paste it here. The columns for code, content and points are recognised; levels come from the numbering.",
  pasteField: "Paste the table here",
  pasteNothing: "No table was found in what was pasted.",
  fileField: "Excel or CSV file",
  fileWhich: "Worksheet",
  columns: "What each column says",
  column: (no, example) => `Column ${no}${example ? `: ${example}` : ""}`,
  noColumn: "None",
  readLines: (lines, groups, sum) =>
    `${capital(plural(lines, "line"))} in ${plural(groups, "group")}, ${sum} points together.`,
  joined: (count) =>
    `${capital(plural(count, "line"))} had a heading in between or conditions below; these went into the line's text, since a table here has two levels.`,
  differing: (code, printed, sum) => `Group ${code} says ${printed} points, its lines add up to ${sum}.`,
  doubtful: (count) => `${capital(plural(count, "line"))} to be looked at in the editor.`,
  name: "Name of the table",
  nameFor: (year) => `Scoring table ${year}`,
  start: "Make this table",
  emptyHow: "The table begins with one group and one line; Enter makes the next.",

  mayNot: "Only the council's clerk writes scoring tables, while the year is open.",
  basis: "Issued under",
  basisHow: "Number, symbol and date of the document.",
  totalField: "Total of the table",
  totalHow: "Leave it blank if the table has no total.",
  counts: (lines, bonus, deductions) =>
    [
      lines === 1 ? "1 criterion" : `${lines} criteria`,
      ...(bonus > 0 ? [`${bonus} bonus`] : []),
      ...(deductions > 0 ? [plural(deductions, "deduction")] : []),
    ].join(", "),
  lines: "Lines of the table",
  undo: "Undo",
  redo: "Redo",
  renumber: "Renumber",
  keys: "Keys",
  keysHow: [
    ["Enter", "the next line"],
    ["Tab, Shift Tab at the start of a line", "group or criterion; after Esc to the next field"],
    ["Alt and arrow up, down", "moves a line"],
    ["Backspace on a blank line", "deletes it"],
    ["Ctrl Z, Ctrl Shift Z", "undo, redo"],
  ],
  groupPlaceholder: "Name of the group",
  linePlaceholder: "What the criterion says",
  addGroup: "Add a group",
  addLine: "Add a criterion",
  addBonus: "Add a bonus",
  addDeduction: "Add a deduction",
  addBand: "Add a band",
  codeOf: (kind, code) => `Code, ${kind.toLowerCase()} ${code}`,
  titleOf: (kind, code) => `Content, ${kind.toLowerCase()} ${code}`,
  pointsOf: (code) => `Points, line ${code}`,
  openLine: (code, way) => `Way of scoring of line ${code}: ${way}`,
  kind: "Kind of line",
  wayField: "Way of scoring",
  each: "Each time gives",
  limit: "At the most",
  eachOff: "Each time takes off",
  least: "Fewest",
  highest: "Most",
  uncapped: "Above the plan the points go on",
  of: "Steps by",
  ofRate: "Rate, %",
  ofCount: "Number, faults",
  stepFrom: (no) => `Step ${no}, from`,
  stepPoints: (no) => `Step ${no}, points`,
  from: "From",
  addStep: "Add a step",
  dropStep: (no) => `Take step ${no} away`,
  who: "Who gives the points",
  byUnit: "The unit itself, then appraised",
  byClerk: "The standing office alone",
  byAgency: "The agency of its field",
  agency: "Code of the agency",
  agencyHow: "As in the agency's account, for example so-tai-chinh.",
  aboveTotal: "Comes on top of the total",
  tryIt: "Try a figure",
  tryGives: (points) => `Gives ${points} points`,
  best: "The cluster's leader",
  moveUp: "Up",
  moveDown: "Down",
  toGroup: "Make it a group",
  toLine: "Make it a criterion",
  drop: "Delete the line",
  bandTitle: "Name of the band",
  bandFrom: "From, %",
  bandFloor: "Each line from, %",
  dropBand: (title) => `Take the band ${title} away`,

  conflict: "Somebody else has just saved this table.",
  conflictBy: (name, at) =>
    `${name} saved it ${at}. What was typed on this device is still here. The difference:`,
  keepMine: "Keep what is on this device",
  keepTheirs: "Take the other one",
  conflictHow: "Either choice can be undone.",
  toConflict: "Choose which to keep",

  publish: "Publish",
  publishTitle: (no) => `Publish version ${no}`,
  publishHow:
    "A published version can never be changed; the next change is a new version. Every unit can read it at once.",
  publishFirst: (lines, sum) => `The first version: ${plural(lines, "line")}, ${sum} points.`,
  publishSince: (no) => `Compared with version ${no}:`,
  publishSinceYear: (year) => `Compared with the table of ${year}:`,
  publishNothing: "This version is published. Any change begins the next.",
  flawed: (count) => `${capital(plural(count, "line"))} to be mended.`,
  toFlaw: "To the line to be mended",
  titleMissing: "The table has no name yet.",
  warned: (count) => `${capital(plural(count, "line"))} to be looked at; it may be published all the same.`,

  changesTitle: (title) => `Changes of ${title}`,
  against: "Compared with",
  nothingBefore: "There is nothing to compare with.",
  before: "Before",
  now: "Now",
  what: "Change",
  oneOf: (year, title, no) => `${title}, version ${no}, ${year}`,
  none: "Not given",
};
