import readXlsxFile from "read-excel-file/universal";
import { type Cut, cut, formulasIn, mergedIn } from "./sheet-file.ts";
import { cellName, noted, notedMerged, saysSomething, type Table, Unreadable } from "./table.ts";
import { Allowance, type Entry, stored, TooMuch, unpacked } from "./zip.ts";

/** What a workbook may come to when it is unpacked: fifty times a table of five thousand rows. */
const mostUnpacked = 100_000_000;

/** Every sheet with something on it, up to so many rows. */
export async function workbookIn(entries: readonly Entry[], mostRows: number): Promise<Table[]> {
  expectPlain(entries);
  const files = await unpack(entries.filter(({ path }) => /\.(xml|rels)$/.test(path)));
  const paths = pathsIn(files);
  const sheetsByName = new Map<string, Cut>();
  for (const [name, path] of paths) {
    const sheet = cut(textOf(files, path), mostRows);
    sheetsByName.set(name, sheet);
    if (files.has(path)) files.set(path, new TextEncoder().encode(sheet.xml));
  }
  // The reader gets what is unpacked already: it would start workers of its own, and trust the sizes it is told.
  const sheets = await readXlsxFile(stored(files), { trim: false, parseNumber: written }).catch((cause) => {
    throw Object.assign(new Unreadable("damaged"), { cause });
  });
  return sheets
    .map(({ sheet, data }) => tableOf(sheet, data, sheetsByName.get(sheet) ?? { xml: "", left: 0 }))
    .filter(({ rows, left }) => left > 0 || rows.some(saysSomething));
}

function expectPlain(entries: readonly Entry[]) {
  const has = (pattern: RegExp) => entries.some(({ path }) => pattern.test(path));
  if (entries.some(({ isLocked }) => isLocked)) throw new Unreadable("password");
  if (has(/vbaProject\.bin$/i)) throw new Unreadable("macro");
  if (has(/^xl\/workbook\.bin$/)) throw new Unreadable("binary-excel");
  if (!has(/^xl\/workbook\.xml$/)) throw new Unreadable("other-office");
}

async function unpack(entries: readonly Entry[]) {
  const allowance = new Allowance(mostUnpacked);
  const files = new Map<string, Uint8Array>();
  for (const entry of entries)
    files.set(
      entry.path,
      await unpacked(entry, allowance).catch((cause) => {
        throw Object.assign(new Unreadable(cause instanceof TooMuch ? "too-much" : "damaged"), { cause });
      }),
    );
  if (/macroEnabled/.test(textOf(files, "[Content_Types].xml"))) throw new Unreadable("macro");
  return files;
}

const textOf = (files: ReadonlyMap<string, Uint8Array>, path: string) =>
  new TextDecoder().decode(files.get(path));

/** Which file holds which sheet. */
function pathsIn(files: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const attributes = (tag: string) =>
    Object.fromEntries(Array.from(tag.matchAll(/([\w:]+)="([^"]*)"/g), ([, name, value]) => [name, value]));
  const tags = (path: string, name: string) =>
    Array.from(textOf(files, path).matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, "g")), ([tag]) =>
      attributes(tag),
    );
  const targets = new Map(
    tags("xl/_rels/workbook.xml.rels", "Relationship").map(({ Id, Target = "" }) => [
      Id,
      Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`,
    ]),
  );
  return new Map(
    tags("xl/workbook.xml", "sheet").map((sheet) => [
      unescaped(sheet["name"] ?? ""),
      targets.get(sheet["r:id"]) ?? "",
    ]),
  );
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const unescaped = (text: string) =>
  text
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => entities[name] ?? "")
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) =>
      String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
    );

/** As it is written in Vietnam: a point would be taken for a mark of thousands. */
const written = (number: string) => String(Number(number)).replace(".", ",");

function tableOf(name: string, data: readonly (readonly unknown[])[], { xml, left }: Cut): Table {
  const dates: string[] = [];
  const rows = data.map((row, y) =>
    row.map((cell, x) => {
      if (!(cell instanceof Date)) return cell === null || cell === undefined ? "" : String(cell);
      dates.push(cellName(y, x));
      return dayOf(cell);
    }),
  );
  const merged = mergedIn(xml);
  return {
    name,
    rows,
    merged,
    notes: [...notedMerged(merged), ...formulasIn(xml), ...noted("dates", dates)],
    left,
  };
}

/** As it is written in Vietnam; a day in a file has no hour and no zone. */
function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
