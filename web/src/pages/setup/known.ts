import { plainOf } from "#domain/alike.ts";
import type { Kind } from "#domain/heading.ts";
import { type There, unitOf } from "#domain/roster.ts";
import type { RosterLine as Cells } from "#domain/roster-line.ts";
import type { Roster } from "./roster.svelte.ts";

/** What is there already, and whose code a line means that names no code. */
export type Known = { there: There; codeOf: (cells: Cells) => string | undefined };

/** Whom lines may mean who are there: a unit by any of its names, somebody by name and unit. */
export function knownFrom(kind: Kind, { units, people }: Pick<Roster, "units" | "people">): Known {
  const there = {
    units: new Map(units.map(({ unit, names }) => [unit, names.map(({ name }) => name)])),
    people: new Map(people.map(({ person, name, unit }) => [person, { name, unit }])),
  };
  const key = ({ name = "", unit = "" }: Cells) => `${plainOf(name)} ${unitOf(there, unit) ?? ""}`;
  let byKey: ReadonlyMap<string, string> | undefined;
  const personOf = (cells: Cells) => {
    byKey ??= new Map(people.map(({ person, name, unit = "" }) => [key({ name, unit }), person]));
    return byKey.get(key(cells));
  };
  return { there, codeOf: kind === "units" ? ({ name = "" }) => unitOf(there, name) : personOf };
}
