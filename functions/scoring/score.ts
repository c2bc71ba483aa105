import type { Caller } from "#domain/caller.ts";
import { type Cluster, notAssignedTo } from "#domain/cluster.ts";
import { rowOf } from "#domain/ranking.ts";
import { refuse } from "#domain/refuse.ts";
import type { Scheme } from "#domain/scheme.ts";
import { type Author, blankSheet, countedOf, reviewed, type Sheet, stateOf } from "#domain/sheet.ts";
import { digestOf } from "#lib/digest.ts";
import { revisionOf } from "#lib/kept.ts";
import { create, type Op, put, replace } from "#lib/op.ts";
import type { Table } from "#lib/table.ts";
import { untilWritten } from "#lib/write.ts";
import { items } from "../items.ts";

export const at = ({ year, cluster }: Cluster, unit: string) => ({ year, cluster, unit });

/** Whole seconds are what a sheet keeps. */
export const authorOf = (caller: Caller, now: string): Author => ({
  by: caller.person,
  at: `${now.slice(0, 19)}.000Z`,
});

export const seenBy = (scheme: Scheme, cluster: Cluster, unit: string) => ({
  unit,
  table: scheme.table,
  notAssigned: notAssignedTo(cluster, unit),
});

export const claimsOn = (sheet: Sheet) =>
  Object.fromEntries(
    Object.entries(sheet.lines).flatMap(([code, { claim }]) => (claim ? [[code, claim.value]] : [])),
  );

export function lastTouched(sheet: Sheet): { at?: string } {
  const times = [
    sheet.sealed?.at,
    sheet.returned?.at,
    ...Object.values(sheet.lines).map(({ claim }) => claim?.at),
  ];
  const last = times
    .filter((time) => time !== undefined)
    .toSorted()
    .at(-1);
  return last ? { at: last } : {};
}

/** The row a sheet gives on the scoreboard. */
export function scoreOf(sheet: Sheet, scheme: Scheme, cluster: Cluster) {
  const { unit } = sheet;
  const counted = countedOf(sheet, seenBy(scheme, cluster, unit));
  const drafted = sheet.stage === "claiming" && !sheet.sealed;
  const shown = drafted ? { ...counted, claims: claimsOn(sheet) } : counted;
  return {
    ...rowOf(shown, scheme.table, cluster.rules.partedBy),
    ...at(cluster, unit),
    no: sheet.no,
    state: stateOf(sheet),
    filled: Object.values(sheet.lines).filter(({ claim }) => claim).length,
    at: lastTouched(sheet).at ?? "2020-01-01T00:00:00.000Z",
    digest: digestOf(sheet),
  };
}

/** Nearly never thrown, and made once: an error that is made looks at who called, which takes its time at every save. */
export const lost = refuse("sheet/changed-meanwhile");

/** A version is saved over itself; one that another follows is kept beside it in the same write. */
export const saved = (was: Sheet | undefined, sheet: Sheet): Op[] => [
  replace(items.sheet, was, sheet, lost),
  ...(was && was.no !== sheet.no ? [create(items.version, was, lost)] : []),
];

/** Changes a sheet as it stands; whoever loses a race starts again from what stands then. */
export async function change(
  table: Table,
  key: { year: number; cluster: string; unit: string },
  rule: (sheet: Sheet) => Sheet,
) {
  return untilWritten(lost, async () => {
    const was = await table.read(items.sheet, key);
    const sheet = rule(was ?? blankSheet(key));
    await table.write(...saved(was, sheet));
    return { sheet, seen: revisionOf(was) + 1, at: new Date(Date.now()).toISOString() };
  });
}

/** In review: the submitted version stays as it is, and what is found stands on the next. */
export async function changeInReview(
  table: Table,
  scheme: Scheme,
  cluster: Cluster,
  unit: string,
  rule: (sheet: Sheet) => Sheet,
) {
  const changed = await change(table, at(cluster, unit), (sheet) => rule(reviewed(sheet, digestOf)));
  await table.write(put(items.row, scoreOf(changed.sheet, scheme, cluster)));
  return changed;
}
