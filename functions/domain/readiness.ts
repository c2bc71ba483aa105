import type { Cluster } from "./cluster.ts";
import type { Person } from "./person.ts";
import type { Unit } from "./unit.ts";
import type { Year } from "./year.ts";

/** What a year needs before it can begin, in the order in which it is done. */
export const wanted = [
  "calendar",
  "units",
  "clusters",
  "placed",
  "once",
  "people",
  "access",
  "heads",
  "schemes",
  "covenants",
] as const;
export type Wanted = (typeof wanted)[number];

/** One thing a year needs: how many there should be, and which are missing; ids of units, clusters or phases. */
export type Ready = { what: Wanted; of: number; missing: readonly string[] };

export type Prepared = {
  year: Year;
  units: readonly Unit[];
  clusters: readonly Cluster[];
  people: readonly Person[];
  /** Whoever was given a slip, or has come in. */
  invited: ReadonlySet<string>;
  /** Clusters whose covenant is written. */
  covenants: ReadonlySet<string>;
};

/** Everything a year needs, each with what is missing. Only a year that is there is asked about. */
export function readinessOf({ year, units, clusters, people, invited, covenants }: Prepared): Ready[] {
  const taking = unitsIn(year.year, units);
  const alive = clusters.filter(({ members }) => members.length > 0);
  const placed = placesOf(alive);
  const able = people.filter(({ active }) => active);
  const having = new Set(able.flatMap(({ unit }) => unit ?? []));
  const reached = new Set(able.filter(({ person }) => invited.has(person)).flatMap(({ unit }) => unit ?? []));
  const missingIn = (isMissing: (cluster: Cluster) => boolean) =>
    alive.filter(isMissing).map(({ cluster }) => cluster);
  const missing: Record<Wanted, { of: number; missing: readonly string[] }> = {
    calendar: { of: 6, missing: emptyPhasesOf(year) },
    units: { of: Math.max(taking.length, 1), missing: taking.length === 0 ? [""] : [] },
    clusters: { of: Math.max(alive.length, 1), missing: alive.length === 0 ? [""] : [] },
    placed: { of: taking.length, missing: taking.filter((unit) => !placed.has(unit)) },
    once: { of: placed.size, missing: twiceIn(alive) },
    people: { of: placed.size, missing: [...placed].filter((unit) => !having.has(unit)) },
    access: {
      of: placed.size,
      missing: [...placed].filter((unit) => having.has(unit) && !reached.has(unit)),
    },
    heads: { of: alive.length, missing: missingIn(({ head }) => head === undefined) },
    schemes: { of: alive.length, missing: missingIn(({ scheme }) => scheme === undefined) },
    covenants: { of: alive.length, missing: missingIn(({ cluster }) => !covenants.has(cluster)) },
  };
  return wanted.map((what) => ({ what, ...missing[what] }));
}

/** Units that take part in a year: all but those that went into another before it. */
export const unitsIn = (year: number, units: readonly Unit[]): string[] =>
  units.filter(({ successor }) => !successor || successor.since > year).map(({ unit }) => unit);

const placesOf = (clusters: readonly Cluster[]) => new Set(clusters.flatMap(({ members }) => members));

/** A unit competes in one place: in two clusters only where the one sits inside the other. */
function twiceIn(clusters: readonly Cluster[]): string[] {
  const of = Map.groupBy(
    clusters.flatMap((cluster) => cluster.members.map((unit) => ({ unit, cluster }))),
    ({ unit }) => unit,
  );
  const isTwice = (places: { cluster: Cluster }[]) => {
    const inner = places.filter(({ cluster }) =>
      places.every((other) => other.cluster.within !== cluster.cluster),
    );
    return inner.length > 1;
  };
  return Array.from(of).flatMap(([unit, places]) => (isTwice(places) ? [unit] : []));
}

/** Phases that would end in the moment they begin. */
function emptyPhasesOf({ calendar }: Year): string[] {
  const days = Object.entries(calendar) as [keyof typeof calendar, string][];
  return days.flatMap(([phase, starts], at) => (days[at + 1]?.[1] === starts ? [phase] : []));
}
