import { capital, counted, kindOf, plural } from "./english.ts";
import type { crossCheck as viCrossCheck, matrix as viMatrix } from "./vi-matrix.ts";

export const matrix: typeof viMatrix = {
  title: (year) => `Claims and findings ${year}`,
  tabs: "Appraisal and ranking",
  tab: "Side by side",
  sentence: (differing, unfound, format) => {
    const said = (count: number, one: string, many = `${one}s`) =>
      count > 10 ? `${format.number(count)} ${many}` : plural(count, one, many);
    if (differing === 0 && unfound === 0) return "Every line is appraised and stands as claimed.";
    const apart =
      differing === 0
        ? "No finding differs from its claim"
        : `${capital(said(differing, "finding differs", "findings differ"))}`;
    return unfound === 0
      ? `${apart}; nothing waits to be appraised.`
      : `${apart}; ${said(unfound, "claim")} still to be appraised.`;
  },
  criterion: "Criterion",
  most: (points) => `at most ${points}`,
  each: (points) => `takes off ${points} each time`,
  filters: "Filter lines",
  show: "Show",
  all: "All lines",
  differing: (count) => `Differing (${count})`,
  unfound: (count) => `To be appraised (${count})`,
  section: "Part",
  allSections: "Whole table",
  rest: "Bonus, deductions",
  rows: (shown, of) => `${shown} of ${of} lines`,
  nothing: "There are no such lines.",
  nothingHow: "Choose All lines to see the whole table again.",
  foundLong: (count, of) => `${count} of ${of} lines appraised`,
  ownUnit: "your unit",
  kinds: {
    blank: "blank",
    claimed: "claimed, to be appraised",
    same: "found as claimed",
    less: "found lower than claimed",
    more: "found higher than claimed",
    apart: "found otherwise, same points",
    found: "found, not claimed",
    unassigned: "not assigned",
  },
  cell: (kind, by, papers) =>
    [kind, by, papers > 0 ? plural(papers, "paper") : ""].filter(Boolean).join(", "),
  papers: (count) => plural(count, "paper"),
  explained: "explained",
  open: (unit, code) => `${unit}, line ${code}`,
  close: "Close",
  before: "Line before",
  after: "Next line",
  lineOf: (at, of) => `Line ${at} of ${of}`,
  whole: "Open the whole sheet",
  notOwn: "This is your own unit's sheet: read only, others appraise it.",
  keys: "Arrow keys move between cells, Enter opens one, Esc closes it.",
  print: "Print on A4, landscape",
  printed: (part, of) => `Table ${part} of ${of}`,
  noScheme: "The cluster has no table of criteria yet.",
  noSchemeHow: "The clerk chooses the cluster's table of criteria.",
};

export const crossCheck: typeof viCrossCheck = {
  title: (year) => `Cross-check ${year}`,
  tab: "Cross-check",
  sentence: (given, of) =>
    given === 0
      ? "Nobody is assigned to cross-check yet."
      : given === of
        ? `All ${counted(of)} units have an appraiser.`
        : `${capital(counted(given))} of ${counted(of)} units have an appraiser.`,
  how: (kind) =>
    `The unit assigned appraises in the place of the head and deputies of the ${kindOf(kind)}. A sheet given to nobody stays with those; the standing office checks every sheet.`,
  unit: "Sheet of",
  appraiser: "Appraised by",
  state: "Sheet",
  nobody: "Nobody yet",
  byHead: (kind) => `Nobody yet: head and deputies of the ${kindOf(kind)}`,
  choose: (unit) => `Who appraises the sheet of ${unit}`,
  recused: (unit) => `${unit} (stepped back)`,
  states: {
    blank: "not begun",
    filling: "being filled in",
    submitted: "submitted",
    returned: "returned",
    review: "under appraisal",
    final: "final",
  },
  propose: "Propose a rotation",
  proposeHow: "Each unit appraises one other, another one each year, never one it stepped back from.",
  save: "Save the assignment",
  unsaved: "The assignment is not saved.",
  saved: (name, at) => `Assigned by ${name}, ${at}`,
  clear: "Assign nobody",
  toSheet: (unit) => `Appraise ${unit}`,
  ring: (pairs) => pairs.map(([appraiser, unit]) => `${appraiser} appraises ${unit}`).join("; "),
  recusals: "Recusals",
  noRecusals: "No unit has stepped back.",
  recusal: (appraiser, unit) => `${appraiser} does not appraise ${unit}`,
  by: (name, at) => `${name}, ${at}`,
  addRecusal: "Enter a recusal",
  who: "Unit that steps back",
  about: "Does not appraise",
  reason: "Reason",
  reasonHow: "For example: the leaders of both units are family. The whole cluster reads it.",
  add: "Enter",
  takeBack: (appraiser, unit) => `Take back that ${appraiser} does not appraise ${unit}`,
  stepBack: (unit) => `Step back from ${unit}`,
  stepBackTitle: (unit) => `Step back from appraising ${unit}`,
  stepBackHow: "The sheet goes back to the head until another unit is named. The reason is kept.",
  cancel: "Leave it",
};
