import { type Merged, notedMerged, type Table } from "./table.ts";

/** The largest table of a page, as it lies on the clipboard or was saved under another name; its looks are left behind. */
export function tableInPage(html: string): Table | undefined {
  // Styles would be refused one by one, and say nothing.
  const bare = html.replace(/<style\b.*?<\/style>/gis, "").replace(/\sstyle=("[^"]*"|'[^']*')/gi, "");
  const tables = Array.from(new DOMParser().parseFromString(bare, "text/html").querySelectorAll("table"));
  const [largest] = tables.toSorted((a, b) => b.rows.length - a.rows.length);
  if (!largest) return undefined;

  const rows: string[][] = Array.from(largest.rows, () => []);
  const merged: Merged[] = [];
  const isTaken = new Set<string>();
  for (const [y, row] of Array.from(largest.rows).entries()) {
    let x = 0;
    for (const cell of row.cells) {
      while (isTaken.has(`${y} ${x}`)) x += 1;
      const to = Math.min(y + cell.rowSpan, rows.length) - 1;
      for (let below = y; below <= to; below += 1)
        for (let beside = x; beside < x + cell.colSpan; beside += 1) isTaken.add(`${below} ${beside}`);
      put(rows[y] ?? [], x, textOf(cell));
      if (to > y) merged.push({ row: y, column: x, to });
      x += cell.colSpan;
    }
  }
  return { name: "", rows, merged, notes: notedMerged(merged), left: 0 };
}

function put(row: string[], at: number, text: string) {
  while (row.length < at) row.push("");
  row[at] = text;
}

/** Lines of the page are none of the cell; a break within it is. */
function textOf(cell: HTMLTableCellElement): string {
  for (const line of cell.querySelectorAll("br")) line.replaceWith(" ");
  return (cell.textContent ?? "").replace(/[\r\n\t ]+/g, " ").trim();
}
