import type { AnyItem } from "#lib/item.ts";
import type { Table } from "#lib/table.ts";
import { namesIn } from "#lib/template.ts";
import { items } from "./items.ts";

type Kinds = Record<string, AnyItem>;
type Found = { name: string; kind: AnyItem; thing: object };

/** Whatever has a history, by what its partition is named after; sheets are a chain of versions. */
const kept: Kinds = items;
const chained = Object.keys(kept).filter((name) => kept[name]?.chained || name === "sheet");

/** Partitions are named after things that have a history themselves, so that all of them are found from the top. */
const below: Record<string, readonly string[]> = {
  year: ["year"],
  cluster: ["year", "cluster"],
  conferenceOf: ["conference"],
  poll: ["year", "cluster", "poll"],
};

/**
 * Everything with a history that is found from one place on, and what is asked for besides. `stopAt` names the kinds
 * whose own partitions are left alone.
 */
export async function* thingsIn(
  table: Table,
  key: object,
  how: { also?: readonly string[]; stopAt?: readonly string[] } = {},
): AsyncGenerator<Found> {
  const here = Object.keys(key).join();
  const partitions = Map.groupBy([...chained, ...(how.also ?? [])], (name) => kept[name]?.in ?? "");
  for (const [template, names] of partitions) {
    if (namesIn(template).join() !== here) continue;
    const kinds = Object.fromEntries(names.map((name) => [name, kept[name] as AnyItem]));
    for (const [name, things] of Object.entries(await table.gather(kinds, key)))
      for (const thing of things) {
        yield { name, kind: kinds[name] as AnyItem, thing };
        const next = how.stopAt?.includes(name) ? undefined : below[name]?.map((part) => [part, thing[part]]);
        if (next) yield* thingsIn(table, Object.fromEntries(next), how);
      }
  }
}
