/** Why a file cannot be read at all. */
export type FileFault =
  | "too-big"
  | "picture"
  | "pdf"
  | "old-excel"
  | "web-page"
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

/** A cell that covers several rows, from its own to another. */
export type Merged = { row: number; column: number; to: number };

/** One table of a file: its rows as text, row 1 first. */
export type Table = {
  name: string;
  rows: readonly (readonly string[])[];
  merged: readonly Merged[];
  notes: readonly Note[];
  /** Rows that say something and were not read, since the table has more than are taken. */
  left: number;
};

/** Rows without anything a spreadsheet knows besides. */
export const plainTable = (name: string, rows: Table["rows"]): Table => ({
  name,
  rows,
  merged: [],
  notes: [],
  left: 0,
});

export const saysSomething = (row: readonly string[]) => row.some((cell) => cell.trim() !== "");

/** `C5`, as a spreadsheet calls it. */
export function cellName(row: number, column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

export const noted = (note: Note["note"], cells: readonly string[]): Note[] =>
  cells[0] === undefined ? [] : [{ note, count: cells.length, first: cells[0] }];

export const notedMerged = (merged: readonly Merged[]): Note[] =>
  noted(
    "merged",
    merged.map(({ row, column }) => cellName(row, column)),
  );

/** As a list is meant: a cell that covers several rows says the same in each of them. */
export function filledDown(table: Table): Table {
  const rows = table.rows.map((row) => Array.from(row));
  for (const { row, column, to } of table.merged) {
    const value = rows[row]?.[column] ?? "";
    for (const below of rows.slice(row + 1, to + 1)) {
      while (below.length <= column) below.push("");
      below[column] = value;
    }
  }
  return { ...table, rows };
}
