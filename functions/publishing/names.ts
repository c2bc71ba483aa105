import { nameIn } from "#domain/unit.ts";
import type { Table } from "#lib/table.ts";
import { items } from "../items.ts";
import { visible } from "../visible.ts";

/** Names of units as they were in that year. */
export async function namer(
  table: Table,
  year: number,
  ids: readonly string[],
): Promise<(unit: string) => string> {
  const asked = new Set(ids.filter((id) => id !== ""));
  const found = await table.readMany(
    items.unit,
    Array.from(asked, (unit) => ({ unit })),
  );
  const names = new Map((await visible(table, found)).map((unit) => [unit.unit, nameIn(unit, year)]));
  return (unit) => names.get(unit) ?? unit;
}
