import { type Caller, mayRead, officesOf } from "#domain/caller.ts";
import { type Cluster, isThere, notAssignedTo } from "#domain/cluster.ts";
import { refuse } from "#domain/refuse.ts";
import { owedBy } from "#domain/reminder.ts";
import { linesOf } from "#domain/scheme.ts";
import { stateOf } from "#domain/sheet.ts";
import { phaseOf, type Year } from "#domain/year.ts";
import { dayAt } from "#lib/day.ts";
import { create } from "#lib/op.ts";
import type { Handlers } from "#lib/serve.ts";
import type { Table } from "#lib/table.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { schemeIn } from "../standings.ts";

type Part = Pick<Handlers<typeof api.rotation, Context, Found>, "readProgress" | "listProgress" | "remind">;

/** Clusters that are read at once. */
const atOnce = 12;

export const reminders: Part = {
  async readProgress({ year, cluster, caller, now, table }) {
    const progress = await progressIn(table, { year, cluster, now });
    return asSeenBy(caller, cluster, progress);
  },

  async listProgress({ year, caller, now, table }) {
    const clusters = (await table.list(items.cluster, { year: year.year }, { eventual: true })).filter(
      (cluster) => isThere(cluster) && mayRead(caller, cluster),
    );
    const all: (Progress & { cluster: string })[] = [];
    for (let first = 0; first < clusters.length; first += atOnce)
      all.push(...(await Promise.all(clusters.slice(first, first + atOnce).map(seenIn))));
    return all;

    async function seenIn(cluster: Cluster) {
      const progress = await progressIn(table, { year, cluster, now });
      return { cluster: cluster.cluster, ...asSeenBy(caller, cluster, progress) };
    }
  },

  /** Each once a day; who owes nothing, or was reminded today, is passed over. */
  async remind({ year, cluster, body: { units }, caller, now, table }) {
    const { year: yearNo, cluster: id } = cluster;
    const day = dayAt(now);
    const progress = await progressIn(table, { year, cluster, now });
    const late = progress.units.flatMap(({ unit, owes, reminded }) =>
      owes && (units?.includes(unit) ?? true) && (!reminded || dayAt(reminded) !== day)
        ? [{ unit, owes }]
        : [],
    );
    const lost = refuse("cluster/changed-meanwhile");
    await Promise.all(
      late.map(async ({ unit, owes }) => {
        const reminder = { year: yearNo, cluster: id, unit, day, of: owes, by: caller.person, at: now };
        await table.write(create(items.reminder, reminder, lost)).catch((error) => {
          // Somebody else did it at the same moment: the unit is reminded, which is what was wanted.
          if (error !== lost) throw error;
        });
      }),
    );
    return { reminded: late.map(({ unit }) => unit) };
  },
};

type Progress = Awaited<ReturnType<typeof progressIn>>;

/** That somebody was reminded is between them and whoever leads. */
function asSeenBy(caller: Caller, cluster: Cluster, progress: Progress): Progress {
  const offices = officesOf(caller, { cluster });
  if (offices.has("head") || offices.has("clerk") || offices.has("auditor")) return progress;
  const units = progress.units.map((unit) => {
    const { reminded: _reminded, ...rest } = unit;
    return caller.unit === unit.unit ? unit : rest;
  });
  return { ...progress, units };
}

async function progressIn(
  table: Table,
  { year, cluster, now }: { year: Year; cluster: Cluster; now: string },
) {
  const at = { year: cluster.year, cluster: cluster.cluster };
  const [scheme, sheets, covenant, reminded] = await Promise.all([
    schemeIn(table, cluster),
    table.list(items.sheet, at, { eventual: true }),
    table.read(items.covenant, at, { eventual: true }),
    table.list(items.reminder, at),
  ]);
  const signatures = covenant
    ? await table.list(items.signature, { ...at, digest: covenant.digest }, { eventual: true })
    : [];
  const phase = phaseOf(year, cluster.calendar, now);
  const signed = new Set(signatures.map(({ unit }) => unit));
  const sheetOf = new Map(sheets.map((sheet) => [sheet.unit, sheet]));
  // Names of one unit end in the day, so that the last one read is the latest.
  const last = new Map(reminded.map(({ unit, at }) => [unit, at]));
  const codes = scheme
    ? Array.from(linesOf(scheme.table).values()).flatMap(({ kind, code }) =>
        kind === "deduction" ? [] : [code],
      )
    : [];
  const units = cluster.members.map((unit) => {
    const sheet = sheetOf.get(unit);
    const notAssigned = notAssignedTo(cluster, unit);
    const lines = codes.filter((code) => !notAssigned.has(code));
    const standing = { state: stateOf(sheet), signed: signed.has(unit) };
    const owes = owedBy(standing, { phase, hasCovenant: covenant !== undefined });
    return {
      ...{ unit, ...standing },
      filled: lines.filter((code) => sheet?.lines[code]?.claim !== undefined).length,
      of: lines.length,
      ...(owes && { owes }),
      ...(last.has(unit) && { reminded: last.get(unit) }),
    };
  });
  return { phase, hasCovenant: covenant !== undefined, announced: cluster.announced !== undefined, units };
}
