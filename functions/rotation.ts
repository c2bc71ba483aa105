import { isDeepStrictEqual } from "node:util";
import { expectAwards } from "#domain/award.ts";
import { expectUnmoved, moved, movesTo } from "#domain/calendar.ts";
import { type Cluster, expectMember, expectOffices } from "#domain/cluster.ts";
import { electedOf } from "#domain/count.ts";
import { signaturesUnder } from "#domain/covenant.ts";
import { refuse } from "#domain/refuse.ts";
import { dueOf, type Succession } from "#domain/rota.ts";
import { expectSeen, savedOver } from "#domain/saved.ts";
import { heirOf } from "#domain/unit.ts";
import { digestOf } from "#lib/digest.ts";
import { one } from "#lib/item.ts";
import { create, put, replace } from "#lib/op.ts";
import { passesAt } from "#lib/passing.ts";
import { serve } from "#lib/serve.ts";
import type { Table } from "#lib/table.ts";
import { api } from "./api.ts";
import { door, system } from "./identity.ts";
import { items } from "./items.ts";
import { notices } from "./rotation/notices.ts";
import { reminders } from "./rotation/reminders.ts";
import { trails } from "./rotation/trails.ts";
import { decisionsFrom, standingsIn } from "./standings.ts";

export const handler = serve("rotation", api.rotation, door, {
  ...notices,
  ...reminders,
  ...trails,

  async openYear({ yearNo, body: { reason, seen, ...body }, caller, now, table }) {
    expectAwards(body.quota);
    const was = await table.read(items.year, { year: yearNo });
    if (was && was.state !== "open") throw refuse("year/closed", { year: yearNo });
    const runs = body.runs ?? was?.runs ?? "calendar";
    const wanted = { ...was, ...body, year: yearNo, runs, state: "open" as const };
    // The same said once more, behind a lost answer, is the same saving.
    if (was && isDeepStrictEqual(wanted, was)) return was;
    expectSeen(was, seen, "year/changed-meanwhile");
    const hand = { by: caller.person, at: now };
    const moves = was ? movesTo(body.calendar, was.calendar, { reason, ...hand }) : [];
    const year = {
      ...wanted,
      ...(moves.length > 0 && { moves: [...(was?.moves ?? []), ...moves] }),
      saved: savedOver(was, hand),
    };
    // First what will be looked at, then the thing: a due date without its year is passed over.
    const due = { at: year.calendar.closed, council: caller.council, year: yearNo };
    // A demo is gone before its year ends, and leaves nothing outside itself.
    if (!passesAt(caller.council))
      await system({ by: caller.person, at: now, did: "rotation.openYear" }).write(put(items.due, due));
    await table.write(replace(items.year, was, year, refuse("year/changed-meanwhile")));
    return year;
  },

  async moveDeadline({ cluster, body: { phase, starts, reason, was }, caller, now, table }) {
    if (cluster.calendar[phase] === starts) return cluster;
    expectUnmoved(cluster, phase, was);
    const hand = { by: caller.person, at: now };
    const move = { phase, was: cluster.calendar[phase], starts, reason, ...hand };
    const calendar = moved(cluster.calendar, phase, starts);
    const moves = [...cluster.moves, move];
    const changed = { ...cluster, calendar, moves, saved: savedOver(cluster, hand) };
    await table.write(replace(items.cluster, cluster, changed, refuse("cluster/changed-meanwhile")));
    return changed;
  },

  async readCovenant({ cluster, table }) {
    const { year, cluster: id } = cluster;
    const [covenant, all, reached] = await Promise.all([
      table.read(items.covenant, { year, cluster: id }),
      table.list(items.signature, { year, cluster: id }),
      table.list(items.reached, { year, cluster: id }),
    ]);
    if (!covenant) return { signatures: [], fallen: [], reached };
    return { covenant, ...signaturesUnder(covenant.digest, all), reached };
  },

  async saveCovenant({ cluster, body: { was: from, anew, ...draft }, caller, now, table }) {
    const { year, cluster: id } = cluster;
    const was = await table.read(items.covenant, { year, cluster: id });
    const digest = digestOf(draft);
    if (was?.digest === digest) return was;
    const changed = refuse("covenant/changed-meanwhile", { digest: was?.digest });
    if (from !== undefined && from !== (was?.digest ?? null)) throw changed;
    const signed = was && (await table.last(items.signature, { year, cluster: id, digest: was.digest }));
    if (signed && !anew) throw refuse("covenant/signed-by-some", { unit: signed.unit });
    const covenant = { year, cluster: id, ...draft, digest, by: caller.person, at: now };
    await table.write(replace(items.covenant, was, covenant, changed));
    return covenant;
  },

  async signCovenant({ cluster, digest, unit, caller, now, table }) {
    const { year, cluster: id } = cluster;
    const covenant = await table.read(items.covenant, { year, cluster: id });
    if (!covenant) throw refuse("covenant/unknown");
    if (covenant.digest !== digest) throw refuse("covenant/changed-meanwhile", { digest: covenant.digest });
    const signature = { year, cluster: id, digest, unit, by: caller.person, at: now };
    await table.write(create(items.signature, signature, refuse("covenant/already-signed", { unit })));
    return {};
  },

  async saveReached({ cluster, unit, body: { values }, caller, now, table }) {
    const { year, cluster: id } = cluster;
    expectMember(cluster, unit);
    const covenant = await table.read(items.covenant, { year, cluster: id });
    if (values.length > (covenant?.targets.length ?? 0)) throw refuse("covenant/unknown");
    const was = await table.read(items.reached, { year, cluster: id, unit });
    const reached = { year, cluster: id, unit, values, by: caller.person, at: now };
    await table.write(replace(items.reached, was, reached, refuse("covenant/changed-meanwhile")));
    return {};
  },

  async readSuccession({ cluster, table }) {
    const { year, cluster: id } = cluster;
    const [elected, [succession, handover], terms, units] = await Promise.all([
      electedIn(table, cluster),
      table.readTogether(
        one(items.succession, { year, cluster: id }),
        one(items.handover, { year, cluster: id }),
      ),
      termsOf(table, cluster),
      table.list(items.unit, {}, { eventual: true }),
    ]);
    const known = new Map(units.map((unit) => [unit.unit, unit]));
    return {
      elected,
      ...(succession && { succession }),
      terms,
      due: dueOf(cluster.members, terms, (unit) => heirOf(unit, known)),
      ...(handover && { handover }),
    };
  },

  async saveSuccession({ cluster, body, caller, now, table }) {
    const { year, cluster: id } = cluster;
    expectOffices({ members: cluster.members, head: body.head ?? undefined, deputies: body.deputies });
    const was = await table.read(items.succession, { year, cluster: id });
    const succession: Succession = { year, cluster: id, ...body, by: caller.person, at: now };
    await table.write(replace(items.succession, was, succession, refuse("succession/changed-meanwhile")));
    return succession;
  },

  async recogniseSuccession({ cluster, body, caller, now, table }) {
    const { year, cluster: id } = cluster;
    const was = await table.read(items.succession, { year, cluster: id });
    if (!was) throw refuse("succession/unknown");
    const succession = { ...was, recognised: { ...body, by: caller.person, at: now } };
    await table.write(replace(items.succession, was, succession, refuse("succession/changed-meanwhile")));
    return succession;
  },

  async handOver({ cluster, body, caller, now, table }) {
    const { year, cluster: id } = cluster;
    expectMember(cluster, body.to);
    const was = await table.read(items.handover, { year, cluster: id });
    const from = cluster.head ?? body.to;
    const handover = { year, cluster: id, from, ...body, by: caller.person, at: now };
    await table.write(replace(items.handover, was, handover, refuse("succession/changed-meanwhile")));
    return handover;
  },

  async receiveHandover({ cluster, unit, caller, now, table }) {
    const { year, cluster: id } = cluster;
    const was = await table.read(items.handover, { year, cluster: id });
    if (!was || was.to !== unit) throw refuse("handover/unknown", { unit });
    if (was.received) return was;
    const handover = { ...was, received: { by: caller.person, at: now } };
    await table.write(replace(items.handover, was, handover, refuse("succession/changed-meanwhile")));
    return handover;
  },
});

async function electedIn(table: Table, cluster: Cluster) {
  const [polls, standings] = await Promise.all([
    table.list(items.poll, { year: cluster.year, cluster: cluster.cluster }),
    standingsIn(table, cluster),
  ]);
  return electedOf(polls, decisionsFrom(polls, standings));
}

/** Who was head and deputy in each year the council has kept of this cluster. */
async function termsOf(table: Table, { cluster }: Cluster) {
  const years = await table.list(items.year, {}, { eventual: true });
  const past = await table.readMany(
    items.cluster,
    years.map(({ year }) => ({ year, cluster })),
  );
  return past
    .map(({ year, head, deputies }) => ({ year, ...(head && { head }), deputies }))
    .toSorted((a, b) => a.year - b.year);
}
