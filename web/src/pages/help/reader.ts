import type { Role } from "#domain/person.ts";
import type { Reader } from "../../words/vi-help.ts";

/** Whose guide somebody reads first. Heads are officers of their unit: theirs is the second on the page. */
export const readerOf = (role: Role): Reader => readersOf[role];

const readersOf: Record<Role, Reader> = {
  clerk: "clerk",
  scorer: "officer",
  leader: "head",
  teller: "teller",
  agency: "head",
  member: "council",
  auditor: "council",
};
