import { type Cluster, expectPlaced, isThere, placed } from "#domain/cluster.ts";
import { refuse } from "#domain/refuse.ts";
import { savedOver } from "#domain/saved.ts";
import { replace } from "#lib/op.ts";
import type { Table } from "#lib/table.ts";
import { untilWritten } from "#lib/write.ts";
import { items } from "./items.ts";
import { visible } from "./visible.ts";

/** A cluster and its last link: two of the hundred things one write may hold. */
const mostAtOnce = 50;

type Places = Readonly<Record<string, string | null>>;
type Placing = { places: Places; from: Places | undefined; hand: { by: string; at: string } };

/** Puts units into the clusters named, all in one write, so that none is ever in two or lost on the way. */
export async function placeUnits(
  table: Table,
  year: number,
  { places, from = {}, hand }: Placing,
): Promise<Cluster[]> {
  const known = await visible(
    table,
    await table.readMany(
      items.unit,
      Object.keys(places).map((unit) => ({ unit })),
    ),
  );
  const units = new Set(known.map(({ unit }) => unit));
  const unknown = Object.keys(places).filter((unit) => !units.has(unit));
  if (unknown.length > 0) throw refuse("unit/unknown", { unit: unknown[0], units: unknown });

  const lost = refuse("cluster/changed-meanwhile");
  return untilWritten(lost, async () => {
    const clusters = (await table.list(items.cluster, { year })).filter(isThere);
    expectPlaced(clusters, places, from);
    const was = new Map(clusters.map((cluster) => [cluster.cluster, cluster]));
    const changed = placed(clusters, places).map((cluster) => ({
      ...cluster,
      saved: savedOver(was.get(cluster.cluster), hand),
    }));
    if (changed.length > mostAtOnce) throw refuse("cluster/too-many-at-once", { most: mostAtOnce });
    if (changed.length > 0)
      await table.write(
        ...changed.map((cluster) => replace(items.cluster, was.get(cluster.cluster), cluster, lost)),
      );
    return changed;
  });
}
