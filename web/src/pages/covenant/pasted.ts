import { cellsIn } from "../../cells.ts";
import { folded } from "../conference/roll.svelte.ts";
import type { Row } from "./typed.ts";

const isHeading = ([first = "", second = ""]: readonly string[]) =>
  /^(stt|so tt|tt|noi dung|chi tieu|tieu chi|what|target)/.test(folded(first)) ||
  /^(noi dung|chi tieu)/.test(folded(second));

/**
 * Targets from a table as a spreadsheet copies it: words, measure, figure. A column of numbers before the words is
 * left out; under a heading, a column with a unit's name holds that unit's own figures.
 */
export function rowsFrom(text: string, units: ReadonlyMap<string, string>): Row[] {
  const cells = cellsIn(text);
  const [first = []] = cells;
  const heading = isHeading(first) ? first : undefined;
  const body = heading ? cells.slice(1) : cells;
  const isNumbered = body.length > 0 && body.every(([no = ""]) => /^\d*\.?$/.test(no));
  const from = isNumbered ? 1 : 0;
  const columnOf = (at: number) => units.get(folded(heading?.[at] ?? ""));
  return body.map((row) => {
    const own = row.flatMap((cell, at) => {
      const unit = at > from + 1 ? columnOf(at) : undefined;
      return unit !== undefined && cell !== "" ? [[unit, cell] as const] : [];
    });
    const value = columnOf(from + 2) === undefined ? (row[from + 2] ?? "") : "";
    return { text: row[from] ?? "", measure: row[from + 1] ?? "", value, byUnit: Object.fromEntries(own) };
  });
}
