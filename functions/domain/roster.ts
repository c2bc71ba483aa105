import * as z from "zod/mini";
import { codeFrom, freeCode, plainOf } from "./alike.ts";
import { Kind, needed, placesIn } from "./heading.ts";
import { Role } from "./person.ts";
import {
  type Fault,
  faultsOf,
  isCode,
  type LineFault,
  type RosterLine,
  roleOf,
  told,
} from "./roster-line.ts";
import { Instant, Slug } from "./text.ts";

/** One person or unit ready to be written. */
export const Entry = z.object({
  id: Slug,
  name: z.string(),
  role: z.optional(Role),
  unit: z.optional(Slug),
  agency: z.optional(Slug),
});
export type Entry = z.output<typeof Entry>;

/** Who is there already: units with every name they have borne, people with the unit they belong to. */
export type There = {
  units: Names;
  people: ReadonlyMap<string, { name: string; unit?: string | undefined }>;
};
type Names = ReadonlyMap<string, readonly string[]>;

export const mostRows = 20_000;

/**
 * Reads a table of rows, the first of which names the columns. Every fault of every row is told, with the likely repair;
 * only a table without faults gives entries that may be written. A unit that is there already under the same name, and a
 * person of the same name and unit, is `kept` as they are.
 */
export function rosterFrom(kind: Kind, rows: readonly (readonly string[])[], there: There) {
  const [head = [], ...body] = rows;
  const places = placesIn(kind, head);
  const faults: Fault[] = needed[kind]
    .filter((column) => !places.has(column))
    .map((column) => ({ row: 1, column, fault: "column-missing", value: head.join(", ") }));
  if (body.length > mostRows)
    faults.push({ row: mostRows + 2, column: "", fault: "too-many-rows", value: String(body.length) });
  if (faults.length > 0) return { faults, entries: [], kept: 0 };

  const lines = body.map((cells) =>
    Object.fromEntries(Array.from(places, ([column, place]) => [column, cells[place] ?? ""])),
  );
  const found = faultsAmong(kind, lines, there);
  if (found.faults.length > 0) return { ...found, entries: [] };
  return { ...found, entries: lines.filter(saysSomething).map((line) => entryFrom(line, there)) };
}

/** What is wrong in the lines of a table, whose rows begin below a heading. What is wrong with a line by itself may be known. */
export function faultsAmong(
  kind: Kind,
  lines: readonly RosterLine[],
  there: There,
  known = (line: RosterLine): readonly LineFault[] => faultsOf(kind, line),
) {
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  let kept = 0;
  for (const [at, line] of lines.entries()) {
    if (!saysSomething(line)) continue;
    const row = at + 2;
    const own = known(line);
    for (const fault of own) faults.push({ row, ...fault });
    const { id = "", name = "", unit = "" } = line;
    if (kind === "people" && unit !== "" && unitOf(there, unit) === undefined)
      faults.push({ row, column: "unit", fault: "unknown-unit", value: told(unit) });
    if (id === "") continue;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, row);
    if (own.some(({ column, fault }) => column === "id" && fault === "bad-code")) continue;
    const isThere = there[kind].has(id);
    if (first === undefined && isThere && isThem(kind, line, there)) kept += 1;
    else if (first !== undefined || isThere) {
      const isTaken = (code: string) => seen.has(code) || there[kind].has(code);
      const mend = freeCode(codeFrom(id) || codeFrom(name), isTaken);
      const fault = first === undefined ? ("taken" as const) : ("duplicate" as const);
      faults.push({ row, column: "id", fault, value: told(id), mend, ...(first && { first }) });
    }
  }
  return { faults, kept };
}

const saysSomething = (line: RosterLine) => Object.values(line).some((cell) => cell.trim() !== "");

/** Whether a line whose code is somebody's means just them. */
function isThem(kind: Kind, { id = "", name = "", unit = "" }: RosterLine, there: There): boolean {
  const isSame = (known: string) => plainOf(known) === plainOf(name);
  if (kind === "units") return there.units.get(id)?.some(isSame) ?? false;
  const known = there.people.get(id);
  return known !== undefined && isSame(known.name) && known.unit === unitOf(there, unit);
}

function entryFrom(
  { id = "", name = "", role = "", unit = "", agency = "" }: RosterLine,
  there: There,
): Entry {
  const meant = roleOf(role);
  const place = unitOf(there, unit);
  return {
    id,
    name,
    ...(meant && { role: meant }),
    ...(place && { unit: place }),
    ...(agency && { agency }),
  };
}

/** A unit by its code or by any name that is no other unit's. */
export const unitOf = ({ units }: There, word: string): string | undefined =>
  units.has(word) ? word : namesIn(units).get(plainOf(word));

/** A council has tens of thousands: they are taken apart once, however often they are asked for. */
const takenApart = new WeakMap<Names, ReadonlyMap<string, string | undefined>>();
function namesIn(units: Names): ReadonlyMap<string, string | undefined> {
  const known = takenApart.get(units) ?? unitsByName(units);
  takenApart.set(units, known);
  return known;
}

function unitsByName(units: Names): Map<string, string | undefined> {
  const by = new Map<string, string | undefined>();
  for (const [id, names] of units)
    for (const name of new Set([id, ...names].map(plainOf))) by.set(name, by.has(name) ? undefined : id);
  return by;
}

/**
 * An import as a whole: rows are written under its id, unseen, and become current by one conditional write. A killed
 * one is gone on with, or undone.
 */
export const Import = z.object({
  import: Slug,
  kind: Kind,
  state: z.enum(["staged", "applying", "current", "undone"]),
  digest: z.string(),
  count: z.int(),
  done: z.int(),
  by: z.string(),
  at: Instant,
});
export type Import = z.output<typeof Import>;

/** As many entries as one write may carry. */
export const Stage = z.object({ import: Slug, digest: z.string(), no: z.int(), entries: z.array(Entry) });
export const stageSize = 500;
