import { parse } from "csv-parse/sync";

/** The cells of a text as a spreadsheet wrote it, with comma, semicolon or tab between them; undefined where it is no such text. */
export function rowsIn(text: string): string[][] | undefined {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch {
    // The parser's words are about bytes; whoever imports is told that the file is no table.
    return undefined;
  }
}

/** Vietnamese spreadsheets part cells by semicolons, since the comma is the decimal mark. */
function delimiterOf(text: string): string {
  const [head = ""] = text.split(/\r?\n/, 1);
  const counts = [",", ";", "\t"].map((mark) => [mark, head.split(mark).length] as const);
  return counts.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ",";
}
