export type Place = { row: number; column: number };
type Keys = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">;

/** Rows a page key passes. */
const page = 8;

/** Where a key leads in a grid, as in any spreadsheet; nowhere for other keys. */
export function stepFrom(
  { row, column }: Place,
  { key, ctrlKey, metaKey }: Keys,
  { rows, columns }: { rows: number; columns: number },
): Place | undefined {
  const far = ctrlKey || metaKey;
  const within = (at: number, count: number) => Math.min(Math.max(at, 0), Math.max(count - 1, 0));
  const to = (r: number, c: number) => ({ row: within(r, rows), column: within(c, columns) });
  switch (key) {
    case "ArrowUp":
      return to(far ? 0 : row - 1, column);
    case "ArrowDown":
      return to(far ? rows : row + 1, column);
    case "ArrowLeft":
      return to(row, far ? 0 : column - 1);
    case "ArrowRight":
      return to(row, far ? columns : column + 1);
    case "Home":
      return to(far ? 0 : row, 0);
    case "End":
      return to(far ? rows : row, columns);
    case "PageUp":
      return to(row - page, column);
    case "PageDown":
      return to(row + page, column);
    default:
      return undefined;
  }
}
