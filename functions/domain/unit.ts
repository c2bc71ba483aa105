import * as z from "zod/mini";
import { refuse } from "./refuse.ts";
import { Name, Slug, Title } from "./text.ts";
import { YearNo } from "./year-no.ts";

/** A collective that takes part. Names change and units merge; old years keep the old name. */
export const Unit = z.object({
  unit: Slug,
  /** The import it came with: seen only once that is current. */
  import: z.optional(Slug),
  names: z.array(z.object({ name: Name, since: YearNo })).check(z.minLength(1)),
  /** Into which unit it went, from which year on. */
  successor: z.optional(z.object({ unit: Slug, since: YearNo, legalBasis: z.optional(Title) })),
});
export type Unit = z.output<typeof Unit>;

/** The name a unit bore in a year; before its first name is known, that one. */
export function nameIn({ names }: Unit, year: number): string {
  return (names.findLast(({ since }) => since <= year) ?? names[0])?.name ?? "";
}

/** A new name from a year on; the same name again changes nothing, another in the same year replaces it. */
export function renamed(unit: Unit, name: string, since: number): Unit {
  const names = unit.names.filter((each) => each.since !== since);
  if (nameIn({ ...unit, names: names.length ? names : unit.names }, since) === name && names.length)
    return { ...unit, names };
  return { ...unit, names: [...names, { name, since }].toSorted((a, b) => a.since - b.since) };
}

/**
 * Where a unit's history goes on: itself, or the unit it went into, or the one that went into. In a year, only
 * mergers up to then count.
 */
export function heirOf(
  id: string,
  units: ReadonlyMap<string, Unit>,
  year = Number.POSITIVE_INFINITY,
): string {
  const successor = units.get(id)?.successor;
  return successor === undefined || successor.since > year ? id : heirOf(successor.unit, units, year);
}

/** A successor that is known and does not lead back to the unit itself. */
export function expectSuccessor(id: string, successor: string, units: ReadonlyMap<string, Unit>) {
  if (!units.has(successor)) throw refuse("unit/unknown", { unit: successor });
  for (let next: string | undefined = successor; next !== undefined; next = units.get(next)?.successor?.unit)
    if (next === id) throw refuse("unit/successor-circle", { unit: id, successor });
}
