import type { Draft, Target } from "#domain/covenant.ts";
import { exact, rounded } from "#domain/exact.ts";
import { numberFrom } from "../../number.ts";

/** A target while it is typed: figures as text. */
export type Row = { text: string; measure: string; value: string; byUnit: Record<string, string> };
type RowFault = { why: "no-text" | "no-number" | "two-ways" | "too-fine"; text: string };
/** A covenant while it is typed. */
export type Typed = { motto: string; text: string; targets: Row[] };

const decimals = 4;
export const blank = (): Row => ({ text: "", measure: "", value: "", byUnit: {} });

const isBlank = ({ text, measure, value, byUnit }: Row) =>
  [text, measure, value, ...Object.values(byUnit)].every((each) => each.trim() === "");

/** Why a line cannot be sent as it is. */
export function faultsOf(row: Row): RowFault[] {
  if (isBlank(row)) return [];
  const figures = [row.value, ...Object.values(row.byUnit)].filter((each) => each.trim() !== "");
  const wordless: RowFault[] = row.text.trim() === "" ? [{ why: "no-text", text: "" }] : [];
  return [...wordless, ...figures.flatMap(figureFaults)];
}

function figureFaults(text: string): RowFault[] {
  const read = numberFrom(text);
  if ("fault" in read) return [{ why: read.fault, text }];
  const isFine = rounded(exact(read.number), decimals) / 10 ** decimals === read.number;
  return isFine ? [] : [{ why: "too-fine", text }];
}

export function typedOf(draft: Draft | undefined, typed: (number: number) => string): Typed {
  const rowOf = ({ text, measure = "", value, byUnit = {} }: Target): Row => ({
    text,
    measure,
    value: value === undefined ? "" : typed(value),
    byUnit: Object.fromEntries(Object.entries(byUnit).map(([unit, own]) => [unit, typed(own)])),
  });
  return { motto: draft?.motto ?? "", text: draft?.text ?? "", targets: (draft?.targets ?? []).map(rowOf) };
}

/** Lines that say nothing are left out; figures that are none yet do not come here. */
export function draftOf({ motto, text, targets }: Typed): Draft {
  return {
    ...(motto.trim() && { motto: motto.trim() }),
    ...(text.trim() && { text: text.trim() }),
    targets: targets.filter((row) => !isBlank(row)).map(targetOf),
  };
}

function targetOf({ text, measure, value, byUnit }: Row): Target {
  const common = figureIn(value);
  const own = Object.entries(byUnit).flatMap(([unit, typed]) => {
    const number = figureIn(typed);
    return number === undefined ? [] : [[unit, number] as const];
  });
  return {
    text: text.trim(),
    ...(measure.trim() && { measure: measure.trim() }),
    ...(common !== undefined && { value: common }),
    ...(own.length > 0 && { byUnit: Object.fromEntries(own) }),
  };
}

function figureIn(typed: string): number | undefined {
  const read = numberFrom(typed);
  return typed.trim() === "" || "fault" in read ? undefined : read.number;
}
