import * as z from "zod/mini";
import { compare, type Exact, exact, hundredthsOf, over, pointsOf, rounded, times } from "./exact.ts";
import { type Input, isRelative, pointsOn } from "./points.ts";
import { type Line, linesOf, maximumOf, shareOf, type Table } from "./scheme.ts";
import { YearNo } from "./year-no.ts";

/** What counts of one unit: an input for each line that has one, and the lines it is not assigned. */
export type Counted = {
  unit: string;
  claims: Readonly<Record<string, Input>>;
  /** The finding where there is one, else the claim. */
  counts: Readonly<Record<string, Input>>;
  notAssigned: ReadonlySet<string>;
};

export type Standing = {
  unit: string;
  claimed: number;
  total: number;
  assigned: number;
  rate: number;
  rank: number;
};

/** Points of every assigned line, in hundredths, by unit and code. */
export function linePointsOf(table: Table, units: readonly Counted[], of: "claims" | "counts") {
  const lines = Array.from(linesOf(table).values());
  const peers = new Map(
    lines.filter(isRelative).map((line) => [
      line.code,
      units.flatMap((unit) => {
        const input = unit.notAssigned.has(line.code) ? undefined : unit[of][line.code];
        return input === undefined ? [] : [input];
      }),
    ]),
  );
  return new Map(
    units.map((unit) => [
      unit.unit,
      new Map(
        lines
          .filter(({ code }) => !unit.notAssigned.has(code))
          .map((line) => [line.code, pointsOn(line, unit[of][line.code], peers.get(line.code))]),
      ),
    ]),
  );
}

/**
 * A unit's row on the scoreboard: what its own lines come to, in hundredths, and the inputs of those lines
 * that are compared with others'. All rows of a cluster give its ranking without a sheet being read.
 */
export type Row = Omit<Counted, "notAssigned"> & { claimed: number; total: number };

export function rowOf(counted: Counted, table: Table, partedBy: readonly string[]): Row {
  const lines = Array.from(linesOf(table).values());
  const isCompared = new Set(
    lines.filter((line) => isRelative(line) || partedBy.includes(line.code)).map(({ code }) => code),
  );
  const compared = (inputs: Counted["counts"]) =>
    Object.fromEntries(Object.entries(inputs).filter(([code]) => isCompared.has(code)));
  return {
    unit: counted.unit,
    claimed: provisionalOf(counted, table, "claims"),
    total: provisionalOf(counted, table, "counts"),
    claims: compared(counted.claims),
    counts: compared(counted.counts),
  };
}

/** Points on a unit's own lines as far as they can be known without the others' figures, in hundredths. */
export function provisionalOf(counted: Counted, table: Table, of: "claims" | "counts"): number {
  return Array.from(linesOf(table).values())
    .filter((line) => !isRelative(line) && !counted.notAssigned.has(line.code))
    .reduce((sum, line) => sum + pointsOn(line, counted[of][line.code]), 0);
}

/**
 * Everybody's totals and ranks. Rates decide where anything is not assigned to anybody, else totals.
 * Equals share a rank, unless the cluster names lines by which they are parted, the first that differs deciding.
 */
export function standingsOf(
  table: Table,
  rows: readonly Row[],
  {
    notAssigned,
    partedBy,
  }: { notAssigned: (unit: string) => ReadonlySet<string>; partedBy: readonly string[] },
): Standing[] {
  const units = rows.map((row) => ({ ...row, notAssigned: notAssigned(row.unit) }));
  const claimed = linePointsOf(table, units, "claims");
  const counted = linePointsOf(table, units, "counts");
  const relative = Array.from(linesOf(table).values())
    .filter(isRelative)
    .map(({ code }) => code);
  const sumOf = (points: ReadonlyMap<string, number> | undefined) =>
    relative.reduce((sum, code) => sum + (points?.get(code) ?? 0), 0);

  const rankings = units.map((row) => {
    const points = counted.get(row.unit);
    const total = row.total + sumOf(points);
    const assigned = assignedOf(table, row.notAssigned);
    return {
      unit: row.unit,
      claimed: row.claimed + sumOf(claimed.get(row.unit)),
      total,
      assigned,
      rate: rateOf(total, assigned),
      parting: partedBy.map((code) => points?.get(code) ?? 0),
    };
  });
  return ranked(
    rankings,
    units.some((row) => row.notAssigned.size > 0),
  );
}

/** The most a unit can reach on the lines assigned to it, in hundredths. */
export function assignedOf(table: Table, notAssigned: ReadonlySet<string>): number {
  return Array.from(linesOf(table).values())
    .filter(({ code }) => !notAssigned.has(code))
    .reduce((sum, line) => sum + shareOf(line), 0);
}

/** 100 × total ÷ assigned, in hundredths of a per cent; nothing when nothing is assigned. */
export function rateOf(total: number, assigned: number): number {
  return assigned === 0 ? 0 : rounded(over(times(exact(100), exact(total)), exact(assigned)), 2);
}

type Unranked = Omit<Standing, "rank"> & { parting: readonly number[] };

/** Puts ranks 1-2-2-4 on rows in hundredths, and gives them back as people read them. */
export function ranked(rows: readonly Unranked[], byRate: boolean): Standing[] {
  const worth = (row: Unranked) => [byRate ? row.rate : row.total, ...row.parting];
  const before = (a: Unranked, b: Unranked) => {
    const [ours, theirs] = [worth(a), worth(b)];
    const at = ours.findIndex((value, place) => value !== theirs[place]);
    return at < 0 ? 0 : (theirs[at] ?? 0) - (ours[at] ?? 0);
  };
  return rows
    .toSorted((a, b) => before(a, b) || (a.unit < b.unit ? -1 : 1))
    .map((row) => ({
      unit: row.unit,
      claimed: pointsOf(row.claimed),
      total: pointsOf(row.total),
      assigned: pointsOf(row.assigned),
      rate: pointsOf(row.rate),
      rank: 1 + rows.filter((other) => before(other, row) < 0).length,
    }));
}

/** Where today's members stood before: of a unit and those that went into it the best placed, and `as` whom. */
export function placesBefore(
  members: readonly string[],
  before: readonly Placed[],
  heir: (unit: string) => string,
): (Placed & { as?: string })[] {
  return members.flatMap((unit) => {
    const [best] = before
      .filter((place) => heir(place.unit) === unit)
      .toSorted((a, b) => a.rank - b.rank || Number(b.unit === unit) - Number(a.unit === unit));
    return best ? [{ ...best, unit, ...(best.unit !== unit && { as: best.unit }) }] : [];
  });
}

/** The first band a unit reaches: its rate, and no assigned criterion below the floor; bands stand from the highest. */
export function bandOf(
  table: Table,
  {
    rate,
    points,
    notAssigned,
  }: { rate: number; points: ReadonlyMap<string, number>; notAssigned: ReadonlySet<string> },
): string | undefined {
  const criteria = Array.from(linesOf(table).values()).filter(
    (line): line is Line & { kind: "criterion" } => line.kind === "criterion" && !notAssigned.has(line.code),
  );
  const bands = (table.bands ?? []).toSorted((a, b) => b.from - a.from);
  return bands.find(
    ({ from, floor = 0 }) =>
      rate >= from &&
      criteria.every(
        (line) => compare(partOf(points.get(line.code) ?? 0, maximumOf(line.way)), exact(floor)) >= 0,
      ),
  )?.title;
}

/** Points of a line in per cent of its maximum; a line worth nothing is full. */
function partOf(points: number, maximum: number): Exact {
  return maximum <= 0 ? exact(100) : over(times(exact(100), exact(points)), exact(maximum));
}

/** A page of the council's ranking: every unit of some clusters with its total and rank, packed to be read by the thousand. */
export const RankingPage = z.object({ year: YearNo, no: z.int(), packed: z.string() });

export type Placed = Pick<Standing, "unit" | "total" | "rate" | "rank">;

/** `cum-4=lang-son:94950:9495:2,…` in hundredths, clusters parted by semicolons. */
export function packPlaces(clusters: readonly { cluster: string; standings: readonly Placed[] }[]): string {
  const place = ({ unit, total, rate, rank }: Placed) =>
    [unit, hundredthsOf(total), hundredthsOf(rate), rank].join(":");
  return clusters.map(({ cluster, standings }) => `${cluster}=${standings.map(place).join(",")}`).join(";");
}

export function unpackPlaces(packed: string): { cluster: string; standings: Placed[] }[] {
  return packed.split(";").map((part) => {
    const [cluster = "", places = ""] = part.split("=");
    const standings = places
      .split(",")
      .filter(Boolean)
      .map((place) => {
        const [unit = "", total, rate, rank] = place.split(":");
        return { unit, total: pointsOf(Number(total)), rate: pointsOf(Number(rate)), rank: Number(rank) };
      });
    return { cluster, standings };
  });
}
