import { isOver, type MovementPage, numbersOf } from "#domain/public-page.ts";
import { isAnnounced, type Obstacle, type PartName } from "#domain/publication.ts";
import { refuse } from "#domain/refuse.ts";
import type { Year } from "#domain/year.ts";
import { dayAt } from "#lib/day.ts";
import type { Table } from "#lib/table.ts";
import { items } from "../items.ts";
import { namer } from "./names.ts";

type Asked = { year: Year; cluster: string; movement: string; now: string };
type Head = Omit<MovementPage, "page" | "cluster" | "movement" | "goal" | "figures" | "units">;
type Made = { whole: MovementPage; open: Partial<Record<PartName, Obstacle>> };

/** One movement with every number of it, once it is over. */
export async function movementFor(
  table: Table,
  { year, cluster: id, movement: name, now }: Asked,
  head: Head,
): Promise<Made> {
  const at = { year: year.year, cluster: id, movement: name };
  const [cluster, movement, contributions] = await Promise.all([
    table.read(items.cluster, at),
    table.read(items.movement, at),
    table.list(items.contribution, at),
  ]);
  if (!cluster) throw refuse("cluster/unknown", { cluster: id });
  if (!movement) throw refuse("movement/unknown", { movement: name });
  const nameOf = await namer(
    table,
    year.year,
    contributions.map(({ unit }) => unit),
  );
  const announced = isAnnounced(cluster, year);
  const isRunning = !isOver(movement, { announced, today: dayAt(now) });
  const numbers = isRunning ? [] : numbersOf(contributions, nameOf);
  const obstacle = isRunning ? "still-running" : numbers.length === 0 ? "nothing-yet" : undefined;
  const { from, to, goal } = movement;
  return {
    whole: {
      page: "movement",
      ...head,
      cluster: { cluster: id, name: cluster.name },
      movement: { movement: name, name: movement.name, ...(from && { from }), ...(to && { to }) },
      ...(goal && { goal }),
      figures: numbers.map(({ byUnit: _, ...figure }) => figure),
      units: numbers.map(({ metric, measure, byUnit }) => ({ metric, measure, byUnit })),
    },
    open: {
      ...(!goal && { goal: "no-goal" }),
      ...(obstacle && { figures: obstacle, units: obstacle }),
    },
  };
}
