import { heirOfCluster, obstacleOf, pageOf } from "#domain/closing.ts";
import type { Cluster } from "#domain/cluster.ts";
import { electedOf } from "#domain/count.ts";
import { refuse } from "#domain/refuse.ts";
import { heirOf, type Unit } from "#domain/unit.ts";
import type { Year } from "#domain/year.ts";
import { digestOf } from "#lib/digest.ts";
import { create, replace } from "#lib/op.ts";
import type { Table } from "#lib/table.ts";
import { items } from "../items.ts";
import { decisionsFrom, schemeIn, standingsFrom } from "../standings.ts";

const gathered = {
  sheets: items.sheet,
  rows: items.row,
  covenants: items.covenant,
  signatures: items.signature,
  movements: items.movement,
  contributions: items.contribution,
  polls: items.poll,
  nominations: items.nomination,
  succession: items.succession,
};

/** One cluster: its page, and the cluster of the year after. Tells why not, where it cannot be closed. */
export async function closeCluster(
  table: Table,
  cluster: Cluster,
  { next, mergers }: { next: Year; mergers: ReadonlyMap<string, Unit> },
) {
  const [lived, scheme] = await Promise.all([table.gather(gathered, cluster), schemeIn(table, cluster)]);
  const standings = standingsFrom(scheme, lived.rows, cluster);
  const decisions = decisionsFrom(lived.polls, standings);
  const succession = lived.succession[0] ?? electedOf(lived.polls, decisions);
  const obstacle = obstacleOf(lived);
  if (obstacle) return obstacle;

  const [covenant] = lived.covenants;
  const page = pageOf(
    {
      ...lived,
      cluster,
      standings,
      succession,
      covenant,
      signatures: lived.signatures.filter(({ digest }) => digest === covenant?.digest),
      sheets: lived.sheets,
      polls: lived.polls.map((poll) => ({
        ...poll,
        ...(decisions.get(poll.poll) ?? { passed: [], tied: [] }),
      })),
    },
    digestOf,
  );
  const snapshot = {
    year: cluster.year,
    cluster: cluster.cluster,
    page,
    digest: digestOf({ page, scheme: scheme?.table ?? null }),
    bound: digestOf(lived.sheets),
  };
  if (!(await table.read(items.snapshot, cluster, { eventual: true })))
    await table.write(create(items.snapshot, snapshot, refuse("year/changed-meanwhile")));
  if (cluster.members.length > 0)
    await passOn(
      table,
      heirOfCluster(cluster, next, succession, (unit) => heirOf(unit, mergers)),
    );
  return undefined;
}

/** The cluster of the year after: made, or, where it stands already, given its head and deputies. */
async function passOn(table: Table, heir: Cluster) {
  const there = await table.read(items.cluster, heir);
  const lost = refuse("cluster/changed-meanwhile");
  if (!there) return table.write(create(items.cluster, heir, lost));
  if (there.head !== undefined || heir.head === undefined || !there.members.includes(heir.head)) return;
  const deputies = heir.deputies.filter((unit) => there.members.includes(unit));
  await table.write(replace(items.cluster, there, { ...there, head: heir.head, deputies }, lost));
}
