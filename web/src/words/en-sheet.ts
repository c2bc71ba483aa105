import type { Input } from "#domain/points.ts";
import type { Line } from "#domain/scheme.ts";
import type { Fault } from "../pages/sheet/entry.ts";
import { counted, plural } from "./english.ts";
import type { Format } from "./format.ts";
import type { sheet as vi } from "./vi-sheet.ts";

function step(from: number, below: number | undefined, of: "rate" | "count", format: Format): string {
  const unit = of === "rate" ? "\u00a0%" : "";
  if (below === undefined) return `from ${format.number(from)}${unit}`;
  if (of === "count")
    return below - from === 1 ? format.number(from) : `${format.number(from)}–${format.number(below - 1)}`;
  return from === 0
    ? `below ${format.number(below)}${unit}`
    : `${format.number(from)}–${format.number(below)}${unit}`;
}

const timesOf = (count: number, format: Format) => (count === 1 ? "once" : `${format.number(count)} times`);

function written(line: Line, input: Input | undefined, format: Format): string {
  if (input === undefined) return "Blank";
  if (typeof input === "boolean") return input ? "Met" : "Not met";
  if (typeof input === "number") {
    if (line.kind === "deduction" || line.way.way === "per-time") return timesOf(input, format);
    return line.way.way === "steps" && line.way.of === "rate" ? format.percent(input) : format.number(input);
  }
  if ("plus" in input) return `plus ${timesOf(input.plus, format)}, minus ${timesOf(input.minus, format)}`;
  return input.target === undefined
    ? format.number(input.result)
    : `${format.number(input.result)} of ${format.number(input.target)} planned`;
}

function because(line: Line, input: Input | undefined, most: string, format: Format): string {
  const { number } = format;
  if (line.kind === "deduction") {
    const rule = `Each time takes off ${number(line.points)} points.`;
    return typeof input === "number"
      ? `${timesOf(input, format)} takes off ${number(input * line.points)} points. ${rule}`
      : rule;
  }
  const { way } = line;
  switch (way.way) {
    case "judged":
      return input === undefined
        ? `Judged from 0 to ${most} points.`
        : `Judged at ${number(input as number)} of at most ${most} points.`;
    case "steps": {
      if (typeof input !== "number") return `Points by steps, ${most} at the most.`;
      const up = way.steps.toSorted((a, b) => a.from - b.from);
      const at = up.findLastIndex(({ from }) => from <= input);
      const here = up[at];
      if (!here) return `${written(line, input, format)} reaches no step: 0 of ${most} points.`;
      return `${written(line, input, format)} is on the step ${step(here.from, up[at + 1]?.from, way.of, format)}: ${number(here.points)} of ${most} points.`;
    }
    case "ratio": {
      if (typeof input !== "object" || !("result" in input) || !input.target)
        return `Result by plan, times ${most} points.`;
      const over = input.result > input.target && !way.uncapped ? ` Above the plan it stays ${most}.` : "";
      return `${written(line, input, format)} is ${format.percent(Math.round((10_000 * input.result) / input.target) / 100)}, times ${most} points.${over}`;
    }
    case "target-and-leader":
      return `Half for reaching the plan, half by the unit that passed it furthest. Worked out when the whole cluster has given its figures; ${most} at the most.`;
    case "share-of-best":
      return `The result by the cluster's best, times ${most} points. Worked out when the whole cluster has given its figures.`;
    case "yes-no":
      return input === true
        ? `Met: ${most} points.`
        : input === false
          ? `Not met: 0 of ${most} points.`
          : `${most} points if met.`;
    case "per-time": {
      const rule = `${number(way.points)} points each time, ${most} at the most.`;
      return typeof input === "number"
        ? `${timesOf(input, format)} by ${number(way.points)} is ${number(input * way.points)}. ${rule}`
        : rule;
    }
    case "plus-minus": {
      const rule = `${number(way.plus)} for each plus, ${number(way.minus)} off for each minus, between ${number(way.min)} and ${number(way.max)}.`;
      if (typeof input !== "object" || !("plus" in input)) return rule;
      return `Plus ${timesOf(input.plus, format)} and minus ${timesOf(input.minus, format)} is ${number(input.plus * way.plus - input.minus * way.minus)}. ${rule}`;
    }
  }
}

function fieldName(line: Line, field: string): string {
  if (field === "result") return "Result";
  if (field === "target")
    return line.kind !== "deduction" && line.way.way === "target-and-leader"
      ? "Target, if one was set"
      : "Target";
  if (field === "plus") return "Times plus";
  if (field === "minus") return "Times minus";
  if (line.kind === "deduction" || line.way.way === "per-time") return "Times";
  if (line.way.way === "steps") return line.way.of === "rate" ? "Rate reached, %" : "Number";
  return "Points";
}

function faultIn(fault: Fault, typed: string, format: Format): string {
  switch (fault.why) {
    case "no-number":
      return `“${typed}” is not a number yet. For example: 74.5`;
    case "two-ways":
      return `${typed} can be read in two ways. Which is meant:`;
    case "above":
      return `${typed} is above the maximum ${format.number(fault.most)}.${fault.meant === undefined ? "" : ` Was ${format.typed(fault.meant)} meant?`}`;
    case "below":
      return "This cannot be negative.";
    case "not-whole":
      return "This is a whole number.";
    case "too-fine":
      return `At most ${plural(fault.decimals, "decimal")}.`;
    case "no-target":
      return "The target is missing.";
    case "no-result":
      return "The result is missing.";
    case "target-zero":
      return "The target must be above 0.";
  }
}

const listed = (codes: readonly string[]) =>
  codes.length > 8 ? `${codes.slice(0, 8).join(", ")} and ${codes.length - 8} more` : codes.join(", ");

export const sheet: typeof vi = {
  ways: {
    judged: "Judged, up to a maximum",
    steps: "By steps",
    ratio: "Ratio of result to plan",
    "target-and-leader": "Target and leader",
    "share-of-best": "Share of the best",
    "yes-no": "Met or not met",
    "per-time": "Per time, with a limit",
    "plus-minus": "Plus and minus",
    deduction: "Deduction",
  },
  step,
  written,
  because,
  fieldName,
  fault: faultIn,
  lede: (phase, deadline, isOver) =>
    phase === "covenant" || phase === "running"
      ? "Score sheet. Self-scoring has not begun."
      : phase === "closed"
        ? "Score sheet. The year is closed."
        : phase === "voting" || phase === "counting"
          ? "Score sheet. Self-scoring and appraisal are over."
          : isOver
            ? `Score sheet. Self-scoring ended at ${deadline}.`
            : `Score sheet. Self-scoring until ${deadline}.`,
  parts: "Parts of the sheet",
  part: (code, title) => (code === "+" ? "Bonus, deductions" : title ? `${code}. ${title}` : `Part ${code}`),
  criterion: "Criterion",
  papers: "Evidence",
  papersShort: "pieces of evidence",
  lacking: "none",
  noPapers: "No evidence yet.",
  addPaper: "Give the number of a paper",
  removePaper: (number) => `Remove ${number}`,
  paperNumber: "Document number",
  paperDate: "Date",
  paperTitle: "Subject",
  savePaper: "Keep it",
  claim: "Claimed",
  counts: "Counts",
  sum: "Total",
  sumOf: (filled, of, waiting) =>
    `${filled} of ${of} lines.${waiting > 0 ? ` Not added yet: ${plural(waiting, "line")} comparing units.` : ""}`,
  submit: "Submit the sheet",
  submitTitle: "Submit the score sheet",
  submitHow: (points) =>
    `The sheet claims ${points} points. Once submitted it cannot be changed, unless the standing office returns it.`,
  leaveBlank: (count) =>
    `Leave ${count === 1 ? "this line" : `these ${counted(count)} lines`} blank, at 0 points`,
  leaveAndSubmit: "Leave blank and submit",
  notYet: "Not yet",
  missing: (codes) =>
    `${codes.length === 1 ? "One line is" : `${codes.length} lines are`} blank: ${listed(codes)}.`,
  toBlank: "To the next blank line",
  nextBlank: (count) => `Next blank line (${count})`,
  filledOf: (filled, of) => `${filled} of ${plural(of, "line")} filled in`,
  wasShort: (year) => `${year}:`,
  notAssigned: "Not assigned to this unit",
  conflict: "Two people changed this line. Choose one value.",
  conflictShort: "Two values, choose one",
  toConflict: (count) => `To the line with two values (${count})`,
  mine: "Typed on this device",
  cleared: "Cleared by somebody else",
  keepMine: "Keep this device's",
  keepTheirs: "Take the other",
  theirPapers: "Somebody else's just now",
  faulty: "Not right yet, not sent",
  found: (_isNobody, reason) => (reason ? `Appraisal: ${reason}` : "Confirmed by the appraisal"),
  othersEnter: (line) =>
    line.kind !== "deduction" && line.agency !== undefined
      ? "Entered by the agency of that field"
      : "Entered by the standing office alone",
  waits: "Worked out with the whole cluster's figures",
  waitsFilled: "Filled in; worked out with the whole cluster's",
  each: (points) => points,
  bar: (points, most, before) =>
    `${points} of ${most} points${before === undefined ? "" : `, ${before} the year before`}`,
  barBlank: (most) => `no points yet, at most ${most}`,
  yesNo: "Result",
  yes: "Met",
  no: "Not met",
  write: (number) => `Write ${number}`,
  how: "How is it worked out?",
  why: (points) => `Why ${points} points?`,
  ladder: "Steps",
  rule: "Rule",
  ruleOf: (title, code) => `${title}, line ${code}`,
  way: "Way of scoring",
  author: "Entered by",
  findingBy: (name, at) => `Appraised, ${name}, ${at}`,
  explanation: "The unit's explanation",
  explain: "Explanation",
  explainHow: "Goes with the sheet to the appraisers and the standing office.",
  yearBefore: (year) => `Year ${year}`,
  before: (line, { input, points }, format) =>
    points === undefined
      ? written(line, input, format)
      : `${format.number(points)} points, ${written(line, input, format).toLowerCase()}`,
  returned: (at) => `The sheet was returned ${at}. Why:`,
  isIn: (at) => `The sheet was submitted${at ? ` at ${at}` : ""}.`,
  isInHow: "It is locked for the appraisal. To change it, ask the standing office to return it.",
  isFinal: "The sheet is final after the appraisal.",
  mayExplain: "The sheet is being appraised. Open a line to read the finding and to explain.",
  notOwn: (state) => `Read only: a unit fills in its own sheet. ${state}.`,
  stranded: (count) =>
    `${count === 1 ? "One change" : `${count} changes`} on this device did not go out before the sheet was locked.`,
  strandedLine: (change) =>
    change.of === "claim"
      ? `Line ${change.code}: ${Object.values(change.fields).join(" / ")}`
      : change.of === "papers"
        ? `Line ${change.code}: ${change.papers.map(({ number }) => number).join(", ")}`
        : `Line ${change.code}: ${change.text}`,
  forget: "Read, let it go",
};
