import type { Kind } from "#domain/heading.ts";
import { refuse } from "#domain/refuse.ts";
import { type Entry, type Import, rosterFrom, stageSize, type There } from "#domain/roster.ts";
import { rowsIn } from "#lib/csv.ts";
import { digestOf } from "#lib/digest.ts";
import { put, replace } from "#lib/op.ts";
import type { Table } from "#lib/table.ts";
import { items } from "./items.ts";
import { forget, visible } from "./visible.ts";

/** A request answers while whoever waits still believes in it; what is not written by then the next goes on with. */
const patience = 2_000;
/** As many things as are written at once. */
const breadth = 25;

/** More faults than anybody mends by hand; an answer has to fit what a function may give. */
const mostFaults = 10_000;

type Asked = { kind: Kind; csv: string; only?: "try" | undefined; by: string; at: string };

/** Checks every row, and keeps what may be written under the import's id. The same table again is the same import. */
export async function stage(table: Table, id: string, { kind, csv, only, by, at }: Asked) {
  const rows = rowsIn(csv);
  if (!rows) throw refuse("import/no-table");
  const { entries, faults, kept } = rosterFrom(kind, rows, await thereIn(table, kind));
  const checked = { count: Math.max(0, rows.length - 1), kept, faults: faults.slice(0, mostFaults) };
  if (faults.length > 0 || only === "try") return checked;

  const was = await table.read(items.import, { import: id });
  const digest = digestOf([kind, entries]);
  if (was?.digest === digest && was.state !== "undone") return { import: was, ...checked };
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
  return { import: staged, ...checked };
}

/** Who is there and seen. People matter only to people. */
async function thereIn(table: Table, kind: Kind): Promise<There> {
  const [units, people] = await Promise.all([
    table.list(items.unit, {}, { eventual: true }),
    kind === "people" ? table.list(items.person, {}, { eventual: true }) : [],
  ]);
  return {
    units: new Map(
      (await visible(table, units)).map(({ unit, names }) => [unit, names.map(({ name }) => name)]),
    ),
    people: new Map((await visible(table, people)).map(({ person, name, unit }) => [person, { name, unit }])),
  };
}

/** Writes what is staged, each thing still unseen; the last write makes all of it seen at once. */
export async function apply(table: Table, id: string): Promise<Import> {
  const was = await expectImport(table, id);
  if (was.state === "current") return was;
  if (was.state === "undone") throw refuse("import/unknown", { import: id });
  const until = Date.now() + patience;
  const bringIn = await writerOf(table, was);
  let done = was.done;
  const stages = table.each(items.stage, { import: id, digest: was.digest }, { after: stageBehind(done) });
  for await (const { entries } of stages) {
    for (const some of partsOf(entries.slice(done % stageSize))) {
      await Promise.all(some.map(bringIn));
      done += some.length;
      if (Date.now() > until) break;
    }
    if (Date.now() > until) break;
  }
  const state = done >= was.count ? "current" : "applying";
  const progress: Import = { ...was, state, done };
  await table.write(replace(items.import, was, progress, refuse("import/changed-meanwhile")));
  return progress;
}

/** What was written is unseen again, for good. Of what came in already, nothing may have been used since. */
export async function undo(table: Table, id: string): Promise<Import> {
  const was = await expectImport(table, id);
  if (was.state === "current") {
    const used = was.kind === "units" ? await usedUnits(table, id) : await usedPeople(table, id);
    if (used.length > 0) throw refuse("import/in-use", { import: id, count: used.length, first: used[0] });
  }
  const undone: Import = { ...was, state: "undone" };
  await table.write(replace(items.import, was, undone, refuse("import/changed-meanwhile")));
  forget(table, id);
  return undone;
}

/** A unit is used once it has somebody, another name, a heir, or a place in a cluster. */
async function usedUnits(table: Table, id: string): Promise<string[]> {
  const [units, people, years] = await Promise.all([
    table.list(items.unit, {}),
    table.list(items.person, {}),
    table.list(items.year, {}),
  ]);
  const clusters = await Promise.all(years.map(({ year }) => table.list(items.cluster, { year })));
  const used = new Set([
    ...(await visible(table, people)).flatMap(({ unit }) => unit ?? []),
    ...units.flatMap(({ successor }) => successor?.unit ?? []),
    ...clusters.flat().flatMap(({ members }) => members),
  ]);
  return units
    .filter((unit) => unit.import === id)
    .filter(({ unit, names, successor }) => used.has(unit) || names.length > 1 || successor !== undefined)
    .map(({ unit }) => unit);
}

/** Somebody has done nothing yet who has never come in. */
async function usedPeople(table: Table, id: string): Promise<string[]> {
  const [people, slips] = await Promise.all([table.list(items.person, {}), table.list(items.slip, {})]);
  const came = new Set(slips.filter(({ cameAt }) => cameAt !== undefined).map(({ person }) => person));
  return people
    .filter((person) => person.import === id && came.has(person.person))
    .map(({ person }) => person);
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

const partsOf = (entries: readonly Entry[]) =>
  Array.from({ length: Math.ceil(entries.length / breadth) }, (_, at) =>
    entries.slice(at * breadth, (at + 1) * breadth),
  );

const stageBehind = (done: number) =>
  done === 0 ? "" : String(Math.floor(done / stageSize)).padStart(7, "0");

async function expectImport(table: Table, id: string): Promise<Import> {
  const found = await table.read(items.import, { import: id });
  if (!found) throw refuse("import/unknown", { import: id });
  return found;
}
