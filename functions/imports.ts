import { refuse } from "#domain/refuse.ts";
import { type Entry, type Import, type Kind, rosterFrom, stageSize } from "#domain/roster.ts";
import { rowsIn } from "#lib/csv.ts";
import { digestOf } from "#lib/digest.ts";
import { put, replace } from "#lib/op.ts";
import type { Table } from "#lib/table.ts";
import { items } from "./items.ts";
import { visible } from "./visible.ts";

/** A request answers within the gateway's patience; what is not written by then the next request goes on with. */
const patience = 5_000;
/** As many things as are written at once. */
const breadth = 25;

type Asked = { kind: Kind; csv: string; only?: "try" | undefined; by: string; at: string };

/** Checks every row, and keeps what may be written under the import's id. The same table again is the same import. */
export async function stage(table: Table, id: string, { kind, csv, only, by, at }: Asked) {
  const rows = rowsIn(csv);
  if (!rows) throw refuse("import/no-table");
  const units = await visible(table, await table.list(items.unit, {}, { eventual: true }));
  const { entries, faults } = rosterFrom(kind, rows, new Set(units.map(({ unit }) => unit)));
  const count = Math.max(0, rows.length - 1);
  if (faults.length > 0 || only === "try") return { count, faults };

  const was = await table.read(items.import, { import: id });
  const digest = digestOf([kind, entries]);
  if (was?.digest === digest && was.state !== "undone") return { import: was, count, faults };
  if (was && was.state !== "undone") throw refuse("import/changed-meanwhile", { import: id });
  for (let first = 0, no = 1; first < entries.length; first += stageSize, no += 1)
    await table.write(
      put(items.stage, { import: id, digest, no, entries: entries.slice(first, first + stageSize) }),
    );
  const staged: Import = {
    import: id,
    kind,
    state: "staged",
    digest,
    count: entries.length,
    done: 0,
    by,
    at,
  };
  await table.write(replace(items.import, was, staged, refuse("import/changed-meanwhile")));
  return { import: staged, count, faults };
}

/** Writes what is staged, each thing still unseen; the last write makes all of it seen at once. */
export async function apply(table: Table, id: string): Promise<Import> {
  const was = await expectImport(table, id);
  if (was.state === "current") return was;
  if (was.state === "undone") throw refuse("import/unknown", { import: id });
  const until = Date.now() + patience;
  const bringIn = await writerOf(table, was);
  let done = was.done;
  for await (const { entries } of table.each(
    items.stage,
    { import: id, digest: was.digest },
    { after: stageBehind(done) },
  )) {
    for (let first = 0; first < entries.length; first += breadth)
      await Promise.all(entries.slice(first, first + breadth).map(bringIn));
    done += entries.length;
    if (Date.now() > until) break;
  }
  const state = done >= was.count ? "current" : "applying";
  const progress: Import = { ...was, state, done };
  await table.write(replace(items.import, was, progress, refuse("import/changed-meanwhile")));
  return progress;
}

/** What was written stays unseen for good. */
export async function undo(table: Table, id: string): Promise<Import> {
  const was = await expectImport(table, id);
  if (was.state === "current") throw refuse("import/already-current", { import: id });
  const undone: Import = { ...was, state: "undone" };
  await table.write(replace(items.import, was, undone, refuse("import/changed-meanwhile")));
  return undone;
}

/**
 * Writes one entry, not yet seen. Whoever is there already and seen stays as they are, and so does what this import
 * wrote before it was killed; what an undone import left is taken over.
 */
async function writerOf(
  table: Table,
  { import: id, kind, at }: Import,
): Promise<(entry: Entry) => Promise<void>> {
  const lost = refuse("import/changed-meanwhile");
  if (kind === "units") {
    const there = await table.list(items.unit, {});
    const taken = new Set((await visible(table, there)).map(({ unit }) => unit));
    const left = new Map(there.map((unit) => [unit.unit, unit]));
    return async ({ id: unit, name }) => {
      const was = left.get(unit);
      if (taken.has(unit) || was?.import === id) return;
      const thing = { unit, import: id, names: [{ name, since: Number(at.slice(0, 4)) }] };
      await table.write(replace(items.unit, was, thing, lost));
    };
  }
  const there = await table.list(items.person, {});
  const taken = new Set((await visible(table, there)).map(({ person }) => person));
  const left = new Map(there.map((person) => [person.person, person]));
  return async ({ id: person, role = "scorer", ...rest }) => {
    const was = left.get(person);
    if (taken.has(person) || was?.import === id) return;
    await table.write(replace(items.person, was, { person, ...rest, role, active: true, import: id }, lost));
  };
}

const stageBehind = (done: number) =>
  done === 0 ? "" : String(Math.floor(done / stageSize)).padStart(7, "0");

async function expectImport(table: Table, id: string): Promise<Import> {
  const found = await table.read(items.import, { import: id });
  if (!found) throw refuse("import/unknown", { import: id });
  return found;
}
