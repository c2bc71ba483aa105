import * as z from "zod/mini";
import { codeFrom, freeCode, plainOf } from "./alike.ts";
import { type Column, Kind, needed, placesIn } from "./heading.ts";
import { Role } from "./person.ts";
import { Instant, Name, Slug } from "./text.ts";

export type FaultCode =
  | "column-missing"
  | "missing"
  | "bad-code"
  | "duplicate"
  | "taken"
  | "unknown-unit"
  | "unknown-role"
  | "not-composed"
  | "stray-spaces"
  | "hidden-characters"
  | "too-long"
  | "too-many-rows";
export const Fault = z.object({
  row: z.int(),
  column: z.string(),
  fault: z.string(),
  value: z.string(),
  mend: z.optional(z.string()),
  /** The row it repeats. */
  first: z.optional(z.int()),
});
export type Fault = {
  row: number;
  column: Column | "";
  fault: FaultCode;
  value: string;
  mend?: string;
  first?: number;
};

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

/** Vietnamese words for a role, as people write them in a table. */
const roles: Record<string, Role> = {
  "chuyen vien": "clerk",
  "chuyen vien thuong truc": "clerk",
  "thuong truc": "clerk",
  "cham diem": "scorer",
  "can bo cham diem": "scorer",
  "can bo thi dua": "scorer",
  "lanh dao": "leader",
  "lanh dao don vi": "leader",
  "kiem phieu": "teller",
  "to kiem phieu": "teller",
  "co quan chuyen mon": "agency",
  "co quan chuyen nganh": "agency",
  "uy vien": "member",
  "uy vien hoi dong": "member",
  "kiem tra": "auditor",
  "kiem tra giam sat": "auditor",
  "giam sat": "auditor",
};

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

  const table = new TableOf(kind, there);
  const entries = body.flatMap((cells, at) => {
    const raw = Object.fromEntries(Array.from(places, ([column, place]) => [column, cells[place] ?? ""]));
    if (Object.values(raw).every((cell) => cell.trim() === "")) return [];
    faults.push(...table.faultsIn(at + 2, raw));
    return [table.entryFrom(raw)];
  });
  return faults.length > 0
    ? { faults, entries: [], kept: table.kept }
    : { faults, entries, kept: table.kept };
}

/** Nothing of this is hidden or a picture, so most cells need no closer look: a list has tens of thousands. */
const usual = /^[\p{Script=Latin}0-9 .,;:()/&'"–-]+$/u;

type Raw = { [column in Column]?: string };

/** One table while it is read: whom it has named so far, and what is there already. */
class TableOf {
  kept = 0;
  readonly #kind: Kind;
  readonly #there: There;
  /** A unit by its code or by any name that is no other unit's. */
  readonly #unitBy: ReadonlyMap<string, string | undefined>;
  readonly #seen = new Map<string, number>();

  constructor(kind: Kind, there: There) {
    this.#kind = kind;
    this.#there = there;
    this.#unitBy = unitsByName(there.units);
  }

  faultsIn(row: number, raw: Raw): Fault[] {
    const faults: Fault[] = [];
    const say = (column: Column, fault: FaultCode, more: { mend?: string; first?: number } = {}) =>
      faults.push({ row, column, fault, value: (raw[column] ?? "").slice(0, 200), ...more });

    for (const [name, cell] of Object.entries(raw)) {
      const column = name as Column;
      const composed = cell.normalize("NFC");
      const mend = composed.trim().replace(/\s+/g, " ");
      if (cell !== composed) say(column, "not-composed", { mend });
      else if (cell !== mend) say(column, "stray-spaces", { mend });
      if (cell.length > 200) say(column, "too-long");
      else if (mend !== "" && !usual.test(mend) && z.safeParse(Name, mend).error)
        say(column, "hidden-characters", seenIn(mend));
      if (cell.trim() === "" && needed[this.#kind].includes(column)) say(column, "missing");
    }
    this.#sayOfId(row, raw, say);
    if (this.#kind === "people") this.#sayOfPlace(raw, say);
    return faults;
  }

  entryFrom({ id = "", name = "", role = "", unit = "", agency = "" }: Raw): Entry {
    const meant = roleOf(role);
    const place = this.#unitOf(unit);
    return {
      id,
      name,
      ...(meant && { role: meant }),
      ...(place && { unit: place }),
      ...(agency && { agency }),
    };
  }

  #sayOfId(row: number, raw: Raw, say: Say) {
    const { id = "", name = "" } = raw;
    if (id === "") return;
    const others = this.#there[this.#kind];
    const free = () =>
      freeCode(codeFrom(id) || codeFrom(name), (code) => this.#seen.has(code) || others.has(code));
    const first = this.#seen.get(id);
    if (z.safeParse(Slug, id).error) {
      const mend = codeFrom(id);
      say("id", "bad-code", { ...(mend && { mend }) });
    } else if (first !== undefined) say("id", "duplicate", { first, mend: free() });
    else if (others.has(id)) {
      if (this.#isThere(raw)) this.kept += 1;
      else say("id", "taken", { mend: free() });
    }
    if (first === undefined) this.#seen.set(id, row);
  }

  #isThere({ id = "", name = "", unit = "" }: Raw): boolean {
    const isSame = (known: string) => plainOf(known) === plainOf(name);
    if (this.#kind === "units") return this.#there.units.get(id)?.some(isSame) ?? false;
    const known = this.#there.people.get(id);
    return known !== undefined && isSame(known.name) && known.unit === this.#unitOf(unit);
  }

  #sayOfPlace({ role = "", unit = "", agency = "" }: Raw, say: Say) {
    const meant = roleOf(role);
    if (role !== "" && !meant) say("role", "unknown-role");
    if (unit !== "" && this.#unitOf(unit) === undefined) say("unit", "unknown-unit");
    if ((meant === "scorer" || meant === "leader") && unit === "") say("unit", "missing");
    if (meant === "agency" && agency === "") say("agency", "missing");
    if (agency !== "" && z.safeParse(Slug, agency).error)
      say("agency", "bad-code", { mend: codeFrom(agency) });
  }

  #unitOf = (word: string) => (this.#there.units.has(word) ? word : this.#unitBy.get(plainOf(word)));
}

/** What is left of a cell without what nobody sees. */
function seenIn(cell: string) {
  const mend = cell.replace(/\p{C}/gu, "");
  return z.safeParse(Name, mend).error ? {} : { mend };
}

type Say = (column: Column, fault: FaultCode, more?: { mend?: string; first?: number }) => void;

function unitsByName(units: Names): Map<string, string | undefined> {
  const by = new Map<string, string | undefined>();
  for (const [id, names] of units)
    for (const name of new Set([id, ...names].map(plainOf))) by.set(name, by.has(name) ? undefined : id);
  return by;
}

function roleOf(word: string): Role | undefined {
  const { data } = z.safeParse(Role, word);
  return data ?? roles[plainOf(word)];
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
