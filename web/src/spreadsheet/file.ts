import { rowsIn } from "../cells.ts";
import { type FileFault, plainTable, saysSomething, type Table, Unreadable } from "./table.ts";
import { workbookIn } from "./workbook.ts";
import { directoryOf } from "./zip.ts";

/** What a file begins with tells what it is, whatever its name ends in. */
const beginnings: readonly (readonly [FileFault | "zip" | "ole", readonly number[]])[] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["ole", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["picture", [0x89, 0x50, 0x4e, 0x47]],
  ["picture", [0xff, 0xd8, 0xff]],
  ["picture", [0x47, 0x49, 0x46, 0x38]],
  ["picture", [0x42, 0x4d]],
  ["picture", [0x52, 0x49, 0x46, 0x46]],
  ["picture", [0x49, 0x49, 0x2a, 0x00]],
];

/** Every table in a file that has something in it, each up to so many rows; or why there is none to read. */
export async function tablesIn(bytes: Uint8Array, mostRows: number): Promise<Table[]> {
  if (bytes.length === 0) throw new Unreadable("empty");
  const [kind] = beginnings.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte)) ?? [];
  if (kind === "zip") return expectSome(await zipped(bytes, mostRows));
  if (kind === "ole") throw new Unreadable(oleFault(bytes));
  if (kind !== undefined) throw new Unreadable(kind);
  const text = textIn(bytes);
  if (/^\uFEFF?\s*<\?xml\s/.test(text))
    throw new Unreadable(
      text.includes("schemas-microsoft-com:office:spreadsheet") ? "old-excel" : "other-office",
    );
  const rows = rowsIn(text);
  const left = rows.slice(mostRows).filter(saysSomething).length;
  return expectSome([{ ...plainTable("", rows.slice(0, mostRows)), left }]);
}

function expectSome(tables: Table[]): Table[] {
  const some = tables.filter(({ rows, left }) => left > 0 || rows.some(saysSomething));
  if (some.length === 0) throw new Unreadable("empty");
  return some;
}

async function zipped(bytes: Uint8Array, mostRows: number): Promise<Table[]> {
  const entries = directoryOf(bytes);
  if (!entries) throw new Unreadable("damaged");
  if (typeof DecompressionStream === "undefined") throw new Unreadable("old-browser");
  return workbookIn(entries, mostRows);
}

/** The container of Office before 2007; a new file that is locked comes in it too. */
function oleFault(bytes: Uint8Array): FileFault {
  const names = new TextDecoder("utf-16le").decode(bytes.subarray(0, bytes.length & ~1));
  if (names.includes("EncryptedPackage")) return "password";
  return /Workbook|Book/.test(names) ? "old-excel" : "other-office";
}

/** UTF-8 or UTF-16 where it says so or is it; else the letters Windows had for Vietnamese before. */
function textIn(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  // A byte of nothing is in no text.
  if (bytes.includes(0)) throw new Unreadable("no-table");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // No UTF-8: an older program wrote it. That alphabet has its marks apart, whoever typed.
    return new TextDecoder("windows-1258").decode(bytes).normalize("NFC");
  }
}
