import type { Cluster } from "#domain/cluster.ts";
import { notAssignedTo } from "#domain/cluster.ts";
import { type Decision, decisionsOf } from "#domain/count.ts";
import type { Poll } from "#domain/poll.ts";
import { type Row, rowOf, type Standing, standingsOf } from "#domain/ranking.ts";
import { refuse } from "#domain/refuse.ts";
import type { Scheme } from "#domain/scheme.ts";
import { countedOf } from "#domain/sheet.ts";
import type { Table } from "#lib/table.ts";
import { items } from "./items.ts";

/** A published version never changes, so a process reads it once. */
const published = new Map<string, Scheme>();
const mostKept = 200;

/** The table of criteria a cluster works with, or undefined while it has none. */
export async function schemeIn(
  table: Table,
  { year, scheme: chosen }: Pick<Cluster, "year" | "scheme">,
): Promise<Scheme | undefined> {
  if (!chosen) return undefined;
  const key = { year, ...chosen };
  const name = [table.root, key.year, key.scheme, key.no].join("#");
  const known = published.get(name);
  if (known) return known;
  const scheme = await table.read(items.scheme, { ...key, year: key.year ?? year });
  if (!scheme?.published) return undefined;
  if (published.size >= mostKept) published.clear();
  published.set(name, scheme);
  return scheme;
}

export async function expectScheme(table: Table, cluster: Cluster): Promise<Scheme> {
  const scheme = await schemeIn(table, cluster);
  if (!scheme) throw refuse("scheme/not-published", { cluster: cluster.cluster });
  return scheme;
}

/** Everybody's totals and ranks as they are now, from the scoreboard alone; a member without a row has blank lines. */
export async function standingsIn(table: Table, cluster: Cluster): Promise<Standing[]> {
  const [scheme, rows] = await Promise.all([
    schemeIn(table, cluster),
    table.list(items.row, cluster, { eventual: true }),
  ]);
  return standingsFrom(scheme, rows, cluster);
}

export function standingsFrom(
  scheme: Scheme | undefined,
  rows: readonly Row[],
  cluster: Cluster,
): Standing[] {
  const criteria = scheme?.table ?? { groups: [], bonus: [], deductions: [] };
  const { partedBy } = cluster.rules;
  const byUnit = new Map(rows.map((row) => [row.unit, row]));
  const all = cluster.members.map((unit) => {
    const blank = () =>
      rowOf(
        countedOf(undefined, { unit, table: criteria, notAssigned: notAssignedTo(cluster, unit) }),
        criteria,
        partedBy,
      );
    return byUnit.get(unit) ?? blank();
  });
  return standingsOf(criteria, all, { notAssigned: (unit) => notAssignedTo(cluster, unit), partedBy });
}

/** What every counted poll came to; equals are parted by rank where their rule says so. */
export function decisionsFrom(polls: readonly Poll[], standings: readonly Standing[]): Map<string, Decision> {
  const ranks = new Map(standings.map(({ unit, rank }) => [unit, rank]));
  return decisionsOf(polls, (unit) => -(ranks.get(unit) ?? Number.POSITIVE_INFINITY));
}
