import { accessOn, monthsIn } from "#domain/access.ts";
import { dayAt } from "#lib/day.ts";
import type { Handlers } from "#lib/serve.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { deedsIn } from "../trail.ts";

type Part = Pick<
  Handlers<typeof api.rotation, Context, Found>,
  "listRoots" | "readAccess" | "readCouncilTrail" | "readYearTrail" | "readTrail"
>;

const nightsTold = 31;

/** The trail is read a part at a time, so that one request never reads more than one cluster's year. */
export const trails: Part = {
  async listRoots({ table }) {
    const roots = await table.list(items.root, {}, { eventual: true, backwards: true, most: nightsTold });
    return roots.map(({ day, count, link }) => ({ day, count, root: link.h }));
  },

  async readAccess({ from, to, table }) {
    const all = await Promise.all(
      monthsIn(from, to).map((month) => table.list(items.access, { month }, { eventual: true })),
    );
    const isOn = (instant: string) => dayAt(instant) >= from && dayAt(instant) <= to;
    return all.flat().flatMap((access) => accessOn(access, isOn) ?? []);
  },

  readCouncilTrail: ({ from, to, table }) => deedsIn(table, {}, { from, to }, ["year"]),

  readYearTrail: ({ year: { year }, from, to, table }) => deedsIn(table, { year }, { from, to }, ["cluster"]),

  readTrail: ({ cluster: { year, cluster }, from, to, table }) =>
    deedsIn(table, { year, cluster }, { from, to }),
};
