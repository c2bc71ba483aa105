import * as z from "zod/mini";
import { codeFrom, plainOf } from "./alike.ts";
import { type Column, type Kind, needed } from "./heading.ts";
import { Role } from "./person.ts";
import { Name, Slug } from "./text.ts";

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

/** One line as it is written, by its columns. */
export type RosterLine = { readonly [column in Column]?: string };
/** What is wrong with a line, wherever it stands. */
export type LineFault = Omit<Fault, "row">;

/** Nothing of this is hidden or a picture, so most cells need no closer look: a list has tens of thousands. */
const usual = /^[\p{Script=Latin}0-9 .,;:()/&'"–-]+$/u;

/** What is wrong with a line by itself, whoever else is in the table or there already. */
export function faultsOf(kind: Kind, line: RosterLine): LineFault[] {
  const faults: LineFault[] = [];
  const say = (column: Column, fault: FaultCode, more: { mend?: string } = {}) =>
    faults.push({ column, fault, value: told(line[column]), ...more });

  for (const [name, cell] of Object.entries(line)) {
    const column = name as Column;
    const composed = cell.normalize("NFC");
    const mend = composed.trim().replace(/\s+/g, " ");
    if (cell !== composed) say(column, "not-composed", { mend });
    else if (cell !== mend) say(column, "stray-spaces", { mend });
    if (cell.length > 200) say(column, "too-long");
    else if (mend !== "" && !usual.test(mend) && z.safeParse(Name, mend).error)
      say(column, "hidden-characters", seenIn(mend));
  }
  for (const column of needed[kind]) if ((line[column] ?? "").trim() === "") say(column, "missing");
  const { id = "", role = "", unit = "", agency = "" } = line;
  if (id !== "" && !isCode(id)) say("id", "bad-code", mendedBy(codeFrom(id)));
  if (kind === "units") return faults;

  const meant = roleOf(role);
  if (role !== "" && !meant) say("role", "unknown-role");
  if ((meant === "scorer" || meant === "leader") && unit === "") say("unit", "missing");
  if (meant === "agency" && agency === "") say("agency", "missing");
  if (agency !== "" && !isCode(agency)) say("agency", "bad-code", mendedBy(codeFrom(agency)));
  return faults;
}

/** Of a cell so much as is told of it. */
export const told = (cell = "") => cell.slice(0, 200);

export const isCode = (code: string) => z.safeParse(Slug, code).success;

const mendedBy = (mend: string) => (mend === "" ? {} : { mend });

/** What is left of a cell without what nobody sees. */
function seenIn(cell: string) {
  const mend = cell.replace(/\p{C}/gu, "");
  return z.safeParse(Name, mend).error ? {} : { mend };
}

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

export function roleOf(word: string): Role | undefined {
  const { data } = z.safeParse(Role, word);
  return data ?? roles[plainOf(word)];
}
