import type { Handlers } from "#lib/serve.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { deedsIn } from "../trail.ts";

type Part = Pick<
  Handlers<typeof api.rotation, Context, Found>,
  "readCouncilTrail" | "readYearTrail" | "readTrail"
>;

/** The trail is read a part at a time, so that one request never reads more than one cluster's year. */
export const trails: Part = {
  readCouncilTrail: ({ from, to, table }) => deedsIn(table, {}, { from, to }, ["year"]),

  readYearTrail: ({ year: { year }, from, to, table }) => deedsIn(table, { year }, { from, to }, ["cluster"]),

  readTrail: ({ cluster: { year, cluster }, from, to, table }) =>
    deedsIn(table, { year, cluster }, { from, to }),
};
