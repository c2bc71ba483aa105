import * as z from "zod/mini";
import { Role } from "./person.ts";
import { Instant, Slug } from "./text.ts";

/** What a file may bring in, and the columns each needs. The words at the head of a column may be said in several ways. */
export const Kind = z.enum(["units", "people"]);
export type Kind = z.output<typeof Kind>;

const columns: Record<Kind, Record<string, readonly string[]>> = {
  units: { id: ["ma", "id", "code"], name: ["ten", "name", "don vi"] },
  people: {
    id: ["ma", "id", "ten dang nhap", "user"],
    name: ["ho ten", "ten", "name"],
    role: ["vai tro", "role"],
    unit: ["don vi", "ma don vi", "unit"],
    agency: ["co quan", "agency"],
  },
};
const needed: Record<Kind, readonly string[]> = { units: ["id", "name"], people: ["id", "name", "role"] };

export type FaultCode =
  | "column-missing"
  | "missing"
  | "bad-code"
  | "duplicate"
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
});
export type Fault = { row: number; column: string; fault: FaultCode; value: string; mend?: string };

/** One person or unit ready to be written. */
export const Entry = z.object({
  id: Slug,
  name: z.string(),
  role: z.optional(Role),
  unit: z.optional(Slug),
  agency: z.optional(Slug),
});
export type Entry = z.output<typeof Entry>;

/** Vietnamese words for a role, as people write them in a table. */
const roles: Record<string, z.output<typeof Role>> = {
  "chuyen vien": "clerk",
  "cham diem": "scorer",
  "can bo cham diem": "scorer",
  "lanh dao": "leader",
  "kiem phieu": "teller",
  "co quan chuyen mon": "agency",
  "uy vien": "member",
  "kiem tra": "auditor",
};

const mostRows = 20_000;

/**
 * Reads a table of rows, the first of which names the columns. Every fault of every row is told, with the likely repair;
 * only a table without faults gives entries that may be written. `knownUnits` are those there already.
 */
export function rosterFrom(
  kind: Kind,
  rows: readonly (readonly string[])[],
  knownUnits: ReadonlySet<string>,
) {
  const [head = [], ...body] = rows;
  const places = placesIn(kind, head);
  const faults: Fault[] = needed[kind]
    .filter((column) => !places.has(column))
    .map((column) => ({ row: 1, column, fault: "column-missing" as const, value: head.join(", ") }));
  if (body.length > mostRows)
    faults.push({ row: mostRows + 2, column: "", fault: "too-many-rows", value: String(body.length) });
  if (faults.length > 0) return { faults, entries: [] };

  const seen = new Map<string, number>();
  const entries = body.flatMap((cells, at) => {
    const row = at + 2;
    const raw = Object.fromEntries(Array.from(places, ([column, place]) => [column, cells[place] ?? ""]));
    if (Object.values(raw).every((cell) => cell.trim() === "")) return [];
    faults.push(...faultsInRow(kind, row, raw, { seen, knownUnits }));
    return [entryFrom(raw)];
  });
  return faults.length > 0 ? { faults, entries: [] } : { faults, entries };
}

function placesIn(kind: Kind, head: readonly string[]): Map<string, number> {
  const folded = head.map((word) => plainOf(word));
  return new Map(
    Object.entries(columns[kind]).flatMap(([column, words]) => {
      const place = folded.findIndex((word) => words.includes(word));
      return place < 0 ? [] : [[column, place] as const];
    }),
  );
}

type Known = { seen: Map<string, number>; knownUnits: ReadonlySet<string> };

function faultsInRow(
  kind: Kind,
  row: number,
  raw: Record<string, string>,
  { seen, knownUnits }: Known,
): Fault[] {
  const faults: Fault[] = [];
  const say = (column: string, fault: FaultCode, mend?: string) =>
    faults.push({ row, column, fault, value: (raw[column] ?? "").slice(0, 200), ...(mend && { mend }) });

  for (const [column, cell] of Object.entries(raw)) {
    const mended = cell.normalize("NFC").trim().replace(/ {2,}/g, " ");
    if (cell !== cell.normalize("NFC")) say(column, "not-composed", mended);
    else if (cell !== mended) say(column, "stray-spaces", mended);
    if (/[\p{Cc}\p{Cf}\p{Co}]/u.test(cell)) say(column, "hidden-characters");
    if (cell.length > 200) say(column, "too-long");
    if (cell.trim() === "" && needed[kind].includes(column)) say(column, "missing");
  }
  const { id = "", role = "", unit = "", agency = "" } = raw;
  if (id !== "" && z.safeParse(Slug, id).error) say("id", "bad-code", slugOf(id));
  if (id !== "" && seen.has(id)) say("id", "duplicate");
  seen.set(id, row);
  if (kind === "units") return faults;

  const meant = roleOf(role);
  if (role !== "" && !meant) say("role", "unknown-role");
  if (unit !== "" && !knownUnits.has(unit)) say("unit", "unknown-unit");
  if ((meant === "scorer" || meant === "leader") && unit === "") say("unit", "missing");
  if (meant === "agency" && agency === "") say("agency", "missing");
  return faults;
}

function entryFrom(raw: Record<string, string>): Entry {
  const { id = "", name = "", role = "", unit = "", agency = "" } = raw;
  const meant = roleOf(role);
  return { id, name, ...(meant && { role: meant }), ...(unit && { unit }), ...(agency && { agency }) };
}

function roleOf(word: string): z.output<typeof Role> | undefined {
  const { data } = z.safeParse(Role, word);
  return data ?? roles[plainOf(word)];
}

/** Small letters without marks: how words are compared, and how a code is proposed. */
function plainOf(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().trim();
}

const slugOf = (word: string) =>
  plainOf(word)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);

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
