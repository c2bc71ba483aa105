/** Why a file cannot be read at all. */
export type FileFault =
  | "too-big"
  | "picture"
  | "pdf"
  | "old-excel"
  | "password"
  | "macro"
  | "binary-excel"
  | "other-office"
  | "damaged"
  | "too-much"
  | "empty"
  | "no-table"
  | "old-browser"
  | "too-slow";

export class Unreadable extends Error {
  override readonly name = "Unreadable";
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Something in a table that was read in a way its writer should know: how often, and where first. */
export type Note = {
  note: "merged" | "formulas" | "no-values" | "errors" | "dates";
  count: number;
  first: string;
};

/** One table of a file: all rows as text, row 1 first. */
export type Table = { name: string; rows: string[][]; notes: Note[] };

/** `C5`, as a spreadsheet calls it. */
export function cellName(row: number, column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

export const noted = (note: Note["note"], cells: readonly string[]): Note[] =>
  cells[0] === undefined ? [] : [{ note, count: cells.length, first: cells[0] }];

/** A cell that covers several rows says the same in each of them. */
export function fillDown(rows: string[][], { row, column, to }: { row: number; column: number; to: number }) {
  const value = rows[row]?.[column] ?? "";
  for (let at = row + 1; at <= to; at += 1) {
    const below = rows[at];
    if (!below) continue;
    while (below.length <= column) below.push("");
    below[column] = value;
  }
}
