import type { Table } from "#lib/table.ts";
import { items } from "./items.ts";

/**
 * Imports that are current, and when that was asked. A process asks again after a while: one that nothing rests on yet
 * may be undone.
 */
const current = new Map<string, number>();
const trustedFor = 20_000;

const nameOf = (table: Table, id: string) => `${table.root}#${id}`;
const isTrusted = (table: Table, id: string) =>
  Math.abs(Date.now() - (current.get(nameOf(table, id)) ?? Number.NEGATIVE_INFINITY)) < trustedFor;

type Imported = { import?: string | undefined };

/** What an import brought is seen from the one write on that made the import current; until then it is not there. */
export async function visible<T extends Imported>(table: Table, things: readonly T[]): Promise<T[]> {
  const asked = new Set(things.flatMap((thing) => (thing.import === undefined ? [] : [thing.import])));
  const unsure = Array.from(asked).filter((id) => !isTrusted(table, id));
  const found = await table.readMany(
    items.import,
    unsure.map((id) => ({ import: id })),
  );
  for (const { import: id, state } of found)
    if (state === "current") current.set(nameOf(table, id), Date.now());
    else forget(table, id);
  return things.filter((thing) => thing.import === undefined || current.has(nameOf(table, thing.import)));
}

export const forget = (table: Table, id: string) => current.delete(nameOf(table, id));

export async function ifVisible<T extends Imported>(
  table: Table,
  thing: T | undefined,
): Promise<T | undefined> {
  return thing?.import === undefined ? thing : (await visible(table, [thing]))[0];
}
