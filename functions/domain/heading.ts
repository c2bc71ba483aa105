import * as z from "zod/mini";
import { plainOf } from "./alike.ts";

/** What a file may bring in, and the columns each needs. The words at the head of a column may be said in several ways. */
export const Kind = z.enum(["units", "people"]);
export type Kind = z.output<typeof Kind>;

export type Column = "id" | "name" | "role" | "unit" | "agency";

/** The words at the head of a column as they are read (`plainOf`), the more telling before the shorter. */
const words: Record<Kind, Partial<Record<Column, readonly string[]>>> = {
  units: {
    id: ["ma don vi", "ma so", "ma", "ky hieu", "id", "code"],
    name: ["ten don vi", "ten co quan", "ten", "name", "don vi", "co quan", "unit"],
  },
  people: {
    id: ["ten dang nhap", "ma nguoi dung", "tai khoan", "username", "user", "ma", "id"],
    name: ["ho va ten", "ho ten", "full name", "name", "ten"],
    role: ["vai tro", "nhiem vu", "role"],
    unit: ["ma don vi", "ten don vi", "don vi cong tac", "don vi", "unit"],
    agency: ["co quan chuyen nganh", "co quan chuyen mon", "co quan", "agency"],
  },
};

export const columnsOf = (kind: Kind) => Object.keys(words[kind]) as Column[];
export const needed: Record<Kind, readonly Column[]> = {
  units: ["id", "name"],
  people: ["id", "name", "role"],
};

/** Which column of a table stands where: first by the very words, then by how a longer heading begins. */
export function placesIn(kind: Kind, head: readonly string[]): Map<Column, number> {
  const plain = head.map(plainOf);
  const places = new Map<Column, number>();
  const isFree = (place: number) => !Array.from(places.values()).includes(place);
  const match = (fits: (heading: string, word: string) => boolean) => {
    for (const column of columnsOf(kind).filter((column) => !places.has(column)))
      for (const word of words[kind][column] ?? []) {
        const place = plain.findIndex((heading, at) => isFree(at) && fits(heading, word));
        if (place < 0) continue;
        places.set(column, place);
        break;
      }
  };
  match((heading, word) => heading === word);
  match((heading, word) => heading.startsWith(`${word} `));
  return places;
}

/** Titles and dates stand above the heading in what offices send round. */
const mostAbove = 20;

/** The row that names the columns: the one in which most are recognised, the lowest of several; the first where none is. */
export function headingAt(kind: Kind, rows: readonly (readonly string[])[]): number {
  const found = rows.slice(0, mostAbove).map((row) => placesIn(kind, row).size);
  const most = Math.max(0, ...found);
  return most === 0 ? 0 : found.lastIndexOf(most);
}
