import { faultIn, type Input } from "#domain/points.ts";
import type { Line } from "#domain/scheme.ts";
import { numberFrom } from "../../number.ts";

/** What stands in the fields of a line, as it was typed. */
export type Fields = Readonly<Record<string, string>>;

/** Why what was typed is no input of this line, with what may have been meant. */
export type Fault =
  | { why: "no-number"; field: string }
  | { why: "two-ways"; field: string; readings: readonly [number, number] }
  | { why: "above"; field: string; most: number; meant?: number | undefined }
  | { why: "below"; field: string }
  | { why: "not-whole"; field: string }
  | { why: "too-fine"; field: string; decimals: number }
  | { why: "no-target" | "no-result" | "target-zero"; field: string };

export type Entered = { input: Input | null } | { fault: Fault };

const pair = ["result", "target"] as const;

/** The fields a line is entered in. */
export function fieldNamesOf(line: Line): readonly string[] {
  if (line.kind === "deduction") return ["value"];
  switch (line.way.way) {
    case "ratio":
    case "target-and-leader":
      return pair;
    case "share-of-best":
      return ["result"];
    case "plus-minus":
      return ["plus", "minus"];
    default:
      return ["value"];
  }
}

/** An input as it would have been typed. */
export function fieldsFrom(input: Input | undefined, typed: (number: number) => string): Fields {
  if (input === undefined) return {};
  if (typeof input === "boolean") return { value: input ? "yes" : "no" };
  if (typeof input === "number") return { value: typed(input) };
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [[name, typed(value)]])),
  );
}

/** What the fields come to: an input, nothing, or a fault. Whether it fits its line, the domain decides. */
export function enteredIn(line: Line, fields: Fields): Entered {
  const names = fieldNamesOf(line);
  if (names.every((name) => !fields[name]?.trim())) return { input: null };
  if (line.kind !== "deduction" && line.way.way === "yes-no") return { input: fields["value"] === "yes" };

  const numbers: Record<string, number> = {};
  for (const field of names) {
    const text = fields[field]?.trim();
    if (!text) continue;
    const read = numberFrom(text);
    if ("number" in read) numbers[field] = read.number;
    else if (read.fault === "two-ways") return { fault: { why: "two-ways", field, readings: read.readings } };
    else return { fault: { why: "no-number", field } };
  }
  const input = inputOf(line, numbers);
  if ("fault" in input) return input;
  return faultIn(line, input.input) === undefined ? input : { fault: faultOf(line, numbers) };
}

function inputOf(line: Line, numbers: Record<string, number>): { input: Input } | { fault: Fault } {
  const way = line.kind === "deduction" ? "deduction" : line.way.way;
  const { value, result, target, plus = 0, minus = 0 } = numbers as Partial<Record<string, number>>;
  if (way === "plus-minus") return { input: { plus, minus } };
  if (way !== "ratio" && way !== "target-and-leader" && way !== "share-of-best") return { input: value ?? 0 };
  if (result === undefined) return { fault: { why: "no-result", field: "result" } };
  if (target === undefined && way === "ratio") return { fault: { why: "no-target", field: "target" } };
  return { input: target === undefined ? { result } : { result, target } };
}

/** Why the domain says it does not fit, as a person would see it; the first field that is wrong. */
function faultOf(line: Line, numbers: Record<string, number>): Fault {
  const most = line.kind !== "deduction" && line.way.way === "judged" ? line.way.max : undefined;
  const isRate = line.kind !== "deduction" && line.way.way === "steps" && line.way.of === "rate";
  const isAmount = "result" in numbers || "target" in numbers;
  for (const [field, number] of Object.entries(numbers)) {
    if (number < 0) return { why: "below", field };
    if (most !== undefined && number > most)
      return { why: "above", field, most, meant: meantBy(number, most) };
    if (field === "target" && number === 0) return { why: "target-zero", field };
    const decimals = most !== undefined ? 2 : isRate ? 12 : isAmount ? 4 : 0;
    if (decimals === 0 && !Number.isInteger(number)) return { why: "not-whole", field };
    if ((String(number).split(".")[1] ?? "").length > decimals) return { why: "too-fine", field, decimals };
  }
  return { why: "no-number", field: Object.keys(numbers)[0] ?? "value" };
}

/** 52 where at most 25 can be is likely 5,2. */
const meantBy = (number: number, most: number) =>
  [number / 10, number / 100].find((less) => less <= most && Number.isInteger(less * 100));
