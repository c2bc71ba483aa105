import { type Merged, type Note, noted } from "./table.ts";

/** What the reader does not tell of a sheet is read from its file; tags may carry a prefix. */
export type Cut = { xml: string; left: number };

/** As far as `ZZ`: beyond lies what somebody touched by accident, and every row would be as wide. */
const farCells = /<(?:\w+:)?c\s[^>]*\br="[A-Z]{3,}\d+"[^>]*?(?:\/>|>.*?<\/(?:\w+:)?c>)/gs;

/** A sheet without what lies beyond so many rows: one stray cell in the last row would be a table of a million. */
export function cut(sheet: string, mostRows: number): Cut {
  const xml = sheet.replace(farCells, "");
  let no = 0;
  for (const { 0: tag, index } of xml.matchAll(/<(?:\w+:)?row\b[^>]*>/g)) {
    no = Number(/\sr="(\d+)"/.exec(tag)?.[1] ?? no + 1);
    if (no <= mostRows) continue;
    const end = xml.slice(index).search(/<\/(?:\w+:)?sheetData>/);
    const beyond = end < 0 ? "" : xml.slice(index, index + end);
    const rows = beyond.match(/<(?:\w+:)?row\b[^>]*[^/]>.*?<\/(?:\w+:)?row>/gs) ?? [];
    const left = rows.filter((row) => /<(?:\w+:)?[vt][\s>]/.test(row)).length;
    return { xml: xml.slice(0, index) + xml.slice(index + beyond.length), left };
  }
  return { xml, left: 0 };
}

const columnOf = (letters: string) =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Cells that cover several rows. Those that only cover columns are titles, and say nothing of the rows below. */
export function mergedIn(xml: string): Merged[] {
  return Array.from(xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g))
    .map(([, column = "", row, to]) => ({
      column: columnOf(column),
      row: Number(row) - 1,
      to: Number(to) - 1,
    }))
    .filter(({ row, to }) => to > row);
}

/** Formulas count by what they came to when the file was saved; some programs save no such value. */
export function formulasIn(xml: string): Note[] {
  const found = { formulas: [] as string[], "no-values": [] as string[], errors: [] as string[] };
  for (const [, attributes = "", content = ""] of xml.matchAll(
    /<(?:\w+:)?c\s([^>]*[^/])>(.*?)<\/(?:\w+:)?c>/gs,
  )) {
    const isFormula = /<(?:\w+:)?f[\s>/]/.test(content);
    const isError = /\bt="e"/.test(attributes);
    if (!isFormula && !isError) continue;
    const hasValue = /<(?:\w+:)?v[^>]*>[^<]/.test(content);
    const kind = isError ? "errors" : hasValue || /\bt="str"/.test(attributes) ? "formulas" : "no-values";
    found[kind].push(/\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? "");
  }
  return [
    ...noted("formulas", found.formulas),
    ...noted("no-values", found["no-values"]),
    ...noted("errors", found.errors),
  ];
}
