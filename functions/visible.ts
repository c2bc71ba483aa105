import type { Table } from "#lib/table.ts";
import { items } from "./items.ts";

/** Imports that became current stay so: a process asks once. */
const current = new Set<string>();

type Imported = { import?: string | undefined };

/** What an import brought is seen from the one write on that made the import current; until then it is not there. */
export async function visible<T extends Imported>(table: Table, things: readonly T[]): Promise<T[]> {
  const asked = new Set(things.flatMap((thing) => (thing.import === undefined ? [] : [thing.import])));
  const unknown = Array.from(asked).filter((id) => !current.has(`${table.root}#${id}`));
  for (const known of await table.readMany(
    items.import,
    unknown.map((id) => ({ import: id })),
  ))
    if (known.state === "current") current.add(`${table.root}#${known.import}`);
  return things.filter((thing) => thing.import === undefined || current.has(`${table.root}#${thing.import}`));
}

export async function ifVisible<T extends Imported>(
  table: Table,
  thing: T | undefined,
): Promise<T | undefined> {
  return thing?.import === undefined ? thing : (await visible(table, [thing]))[0];
}
