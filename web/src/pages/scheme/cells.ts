/** A cell as it was copied: its text, how far it is set in, and whether it is bold. */
export type Cell = { readonly text: string; readonly indent: number; readonly isBold: boolean };
export type Cells = readonly (readonly Cell[])[];

export const cellOf = (text: string, indent = 0, isBold = false): Cell => ({
  text: text
    .normalize("NFC")
    .replace(/[\s\u00a0]+/g, " ")
    .trim(),
  indent,
  isBold,
});

const setIn = (text: string) => /^[\s\u00a0]*/.exec(text)?.[0].length ?? 0;

/** Text as spreadsheets put it on the clipboard: a tab between cells; a cell with line breaks stands in quotes. */
export function cellsOfText(text: string): Cells {
  const rows: Cell[][] = [[]];
  const parts = text
    .replace(/\r\n?/g, "\n")
    .matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/g);
  for (const [whole, quoted, plain = "", end] of parts) {
    if (whole === "" && rows.at(-1)?.length === 0) break;
    const cell = quoted?.replaceAll('""', '"') ?? plain;
    rows.at(-1)?.push(cellOf(cell, setIn(cell)));
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return filled(rows);
}

/** What a spreadsheet file has in its cells; a cell that covers several rows says it in the first. */
export const cellsOfRows = (rows: readonly (readonly string[])[]): Cells =>
  filled(rows.map((row) => row.map((text) => cellOf(text, setIn(text)))));

/**
 * A table as word processors and spreadsheets put it on the clipboard. Its styles say what is set in and what is bold;
 * they are read under names the browser does not act on, since a page of ours may not bring styles of its own.
 */
export function cellsOfPage(html: string): Cells {
  const quiet = html
    .replace(/<!--|-->/g, "")
    .replace(/<(\/?)style\b/gi, "<$1x-style")
    .replace(/\sstyle\s*=/gi, " data-style=");
  const page = new DOMParser().parseFromString(quiet, "text/html");
  const table = Array.from(page.querySelectorAll("table")).toSorted(
    (a, b) => b.querySelectorAll("tr").length - a.querySelectorAll("tr").length,
  )[0];
  if (!table) return [];
  const styles = stylesIn(page);
  const rows: Cell[][] = [];
  for (const [at, row] of Array.from(table.querySelectorAll("tr")).entries()) {
    const cells = rowAt(rows, at);
    let column = 0;
    for (const box of Array.from(row.querySelectorAll<HTMLTableCellElement>(":scope > td, :scope > th"))) {
      while (cells[column]) column += 1;
      const cell = cellIn(box, styles);
      for (let down = 0; down < Math.min(box.rowSpan, 500); down += 1)
        for (let along = 0; along < Math.min(box.colSpan, 50); along += 1)
          rowAt(rows, at + down)[column + along] = down + along === 0 ? cell : cellOf("");
      column += Math.min(box.colSpan, 50);
    }
  }
  return filled(rows.map((row) => Array.from(row, (cell) => cell ?? cellOf(""))));
}

function rowAt(rows: Cell[][], at: number): Cell[] {
  const row = rows[at] ?? [];
  rows[at] = row;
  return row;
}

function cellIn(box: HTMLElement, styles: ReadonlyMap<string, string>): Cell {
  const parts = [box, ...Array.from(box.querySelectorAll<HTMLElement>("*"))];
  const style = parts
    .map((part) => `${styles.get(part.className) ?? ""};${part.getAttribute("data-style") ?? ""}`)
    .join(";");
  const indent = /mso-char-indent-count:\s*(\d+)/.exec(style)?.[1];
  const points = /(?:padding-left|margin-left|text-indent):\s*(\d+)/.exec(style)?.[1];
  const isBold = /font-weight:\s*(bold|[6-9]00)/.test(style) || box.querySelector("b, strong") !== null;
  const text = box.textContent ?? "";
  return cellOf(
    text,
    indent ? Number(indent) : Math.round(Number(points ?? 0) / 9) || setIn(text.replace(/\n/g, "")),
    isBold,
  );
}

/** Spreadsheets say how a cell looks by a class of the page. */
function stylesIn(page: Document): ReadonlyMap<string, string> {
  const sheets = Array.from(page.querySelectorAll("x-style"), ({ textContent }) => textContent ?? "").join(
    "\n",
  );
  return new Map(
    Array.from(sheets.matchAll(/\.(xl\d+)\s*\{([^}]*)\}/g), ([, name = "", body = ""]) => [name, body]),
  );
}

/** Without rows that say nothing, all of one width. */
function filled(rows: readonly (readonly Cell[])[]): Cells {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  return rows
    .filter((row) => row.some(({ text }) => text !== ""))
    .map((row) => Array.from({ length: width }, (_, at) => row[at] ?? cellOf("")));
}
