import { isDeepStrictEqual } from "node:util";
import { expectAwards } from "#domain/award.ts";
import { expectPhase } from "#domain/calendar.ts";
import { type Cluster, expectFree, expectOffices, isThere } from "#domain/cluster.ts";
import { pageOfCluster } from "#domain/public-address.ts";
import { stateOf } from "#domain/publication.ts";
import { refuse } from "#domain/refuse.ts";
import { expectSeen, savedOver } from "#domain/saved.ts";
import { isBegun } from "#domain/sheet.ts";
import { replace } from "#lib/op.ts";
import type { Handlers } from "#lib/serve.ts";
import type { Table } from "#lib/table.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { placeUnits } from "../members.ts";
import { schemeIn } from "../standings.ts";
import { visible } from "../visible.ts";

type Part = Pick<
  Handlers<typeof api.units, Context, Found>,
  "listClusters" | "readCluster" | "saveCluster" | "removeCluster" | "placeUnits"
>;

const changed = refuse("cluster/changed-meanwhile");

/** Who is grouped with whom in a year, and what each cluster settles for itself. */
export const clusters: Part = {
  async listClusters({ year, table }) {
    return (await table.list(items.cluster, year, { eventual: true })).filter(isThere);
  },

  readCluster: async ({ cluster }) => cluster,

  async saveCluster({ year, clusterId, body: { seen, ...body }, caller, now, table }) {
    expectOffices(body);
    expectAwards(body.quota);
    const [was, units, within, scheme] = await Promise.all([
      table.read(items.cluster, { year: year.year, cluster: clusterId }),
      table.readMany(
        items.unit,
        body.members.map((unit) => ({ unit })),
      ),
      body.within === undefined
        ? undefined
        : table.read(items.cluster, { year: year.year, cluster: body.within }),
      body.scheme === undefined ? undefined : schemeIn(table, { ...body, year: year.year }),
    ]);
    const known = new Set((await visible(table, units)).map(({ unit }) => unit));
    const unknown = body.members.filter((unit) => !known.has(unit));
    if (unknown.length > 0) throw refuse("unit/unknown", { unit: unknown[0], units: unknown });
    if (body.within !== undefined && (!isOuter(within) || body.within === clusterId))
      throw refuse("cluster/unknown", { cluster: body.within });
    if (body.scheme !== undefined && !scheme) throw refuse("scheme/not-published", body.scheme);

    const cluster = {
      ...body,
      year: year.year,
      cluster: clusterId,
      calendar: body.calendar ?? was?.calendar ?? year.calendar,
      moves: was?.moves ?? [],
      notAssigned: was?.notAssigned ?? {},
      ...(was?.crossCheck && { crossCheck: was.crossCheck }),
      ...(was?.announced && { announced: was.announced }),
    };
    // The same said once more, behind a lost answer, is the same saving.
    if (was && isDeepStrictEqual({ ...cluster, saved: was.saved }, was)) return was;
    expectSeen(was && isThere(was) ? was : undefined, seen, "cluster/changed-meanwhile");
    if (was && body.calendar && !isDeepStrictEqual(body.calendar, was.calendar))
      expectPhase({ ...was.calendar, closed: year.calendar.closed }, now, ["covenant"]);

    const saved = { ...cluster, saved: savedOver(was, { by: caller.person, at: now }) };
    await table.write(replace(items.cluster, was, saved, changed));
    return saved;
  },

  async removeCluster({ year, clusterId, body: { seen }, caller, now, table }) {
    const was = await table.read(items.cluster, { year: year.year, cluster: clusterId });
    if (!was) throw refuse("cluster/unknown", { cluster: clusterId });
    if (!isThere(was)) return {};
    expectSeen(was, seen, "cluster/changed-meanwhile");
    expectFree(was, await restingOn(table, was));
    const { head: _head, ...rest } = was;
    const hand = { by: caller.person, at: now };
    const removed = { ...rest, members: [], deputies: [], removed: hand, saved: savedOver(was, hand) };
    await table.write(replace(items.cluster, was, removed, changed));
    return {};
  },

  placeUnits: ({ year, body: { places, from }, caller, now, table }) =>
    placeUnits(table, year.year, { places, from, hand: { by: caller.person, at: now } }),
};

const isOuter = (cluster: Cluster | undefined) =>
  cluster !== undefined && isThere(cluster) && cluster.kind === "cụm";

/** What has been done in a cluster, as far as it stands in the way of taking it away; the last of each kind is enough. */
async function restingOn(table: Table, { year, cluster, announced }: Cluster) {
  const at = { year, cluster };
  const [covenant, poll, conference, contribution, evidence, publication, sheets, inner] = await Promise.all([
    table.last(items.signature, at),
    table.last(items.poll, at),
    table.last(items.conferenceOf, at),
    table.last(items.contribution, at),
    table.last(items.evidence, at),
    table.read(items.publication, { year, page: pageOfCluster(cluster) }),
    table.list(items.sheet, at),
    table.list(items.cluster, { year }),
  ]);
  return {
    covenant: covenant !== undefined,
    sheets: evidence !== undefined || sheets.some(isBegun),
    poll: poll !== undefined,
    conference: conference !== undefined,
    movements: contribution !== undefined,
    publication: publication !== undefined && stateOf(publication) !== "withdrawn",
    announced: announced !== undefined,
    inner: inner.some((each) => isThere(each) && each.within === cluster),
  };
}
