import { isDeepStrictEqual } from "node:util";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { calendarAfter } from "#domain/calendar.ts";
import { fence, type Progress } from "#domain/closing.ts";
import { isThere } from "#domain/cluster.ts";
import type { Due } from "#domain/due.ts";
import { underSeal } from "#domain/nomination.ts";
import { refuse } from "#domain/refuse.ts";
import { revocationUnderSeal } from "#domain/revocation.ts";
import type { Unit } from "#domain/unit.ts";
import type { Year } from "#domain/year.ts";
import { digestOf } from "#lib/digest.ts";
import { create, put, remove, replace } from "#lib/op.ts";
import { passesAt } from "#lib/passing.ts";
import { serve } from "#lib/serve.ts";
import { type Table, tableOf } from "#lib/table.ts";
import { type Hand, untilWritten } from "#lib/write.ts";
import { api } from "./api.ts";
import { closeCluster } from "./closing/cluster.ts";
import { door, system } from "./identity.ts";
import { items } from "./items.ts";

/** Clusters between two marks of progress: a mark is one write unit, and what is behind it is looked at again. */
const stride = 8;
/** A request answers within the gateway's patience; the schedule's function has minutes. */
const patience = { request: 5_000, schedule: 240_000 };

const served = serve("closing", api.closing, door, {
  async readClosing({ yearNo, table }) {
    return progressOf(table, await expectYear(table, yearNo));
  },

  async closeYear({ yearNo, now, table }) {
    const was = await expectYear(table, yearNo);
    if (was.state === "closed") return progressOf(table, was);
    const year = was.state === "closing" ? was : await begin(table, yearNo, now);
    return goOn(table, year, patience.request);
  },

  async readSnapshot({ cluster, table }) {
    const snapshot = await table.read(items.snapshot, cluster);
    if (!snapshot) throw refuse("year/not-closed", { year: cluster.year });
    return snapshot;
  },
});

/** Asked by people over the gateway, and by the schedule: what is due is looked up, and may be looked up twice. */
export async function handler(event: APIGatewayProxyEventV2 | Record<string, never>, context: Context) {
  if ("requestContext" in event) return served(event as APIGatewayProxyEventV2, context);
  await closeWhatIsDue(new Date(Date.now()).toISOString());
}

async function closeWhatIsDue(now: string) {
  const hand = { by: "schedule", at: now, did: "closing.schedule" };
  const due = system(hand);
  const failed: unknown[] = [];
  for await (const entry of due.each(items.due, {})) {
    if (entry.at > now) break;
    // One council's trouble keeps no other from closing; it is told at the end.
    const [outcome] = await Promise.allSettled([closeIfDue(entry, hand)]);
    if (outcome.status === "rejected") failed.push(outcome.reason);
    else if (outcome.value) await due.write(remove(items.due, entry));
  }
  if (failed.length > 0) throw failed[0];
}

/** Tells whether nothing is left to do. */
async function closeIfDue({ council, year: yearNo }: Due, hand: Hand): Promise<boolean> {
  const table = tableOf(council, hand);
  const year = await table.read(items.year, { year: yearNo });
  const isDue =
    year && (year.state === "closing" || (year.state === "open" && year.calendar.closed <= hand.at));
  if (!isDue) return true;
  const begun = year.state === "open" ? await begin(table, yearNo, hand.at) : year;
  return (await goOn(table, begun, patience.schedule)).state === "closed";
}

/** From here on the year takes nothing more; what is in flight lands before the fence. */
async function begin(table: Table, yearNo: number, now: string): Promise<Year> {
  await settle(table, yearNo, (was) => {
    const closingSince = was.calendar.closed < now ? was.calendar.closed : now;
    return was.state === "open" ? { ...was, state: "closing", closingSince } : was;
  });
  return expectYear(table, yearNo);
}

/**
 * Goes on closing until done or out of time. Each step may be killed and repeated, and several may run at once:
 * a page is written if it is absent, from things that no longer change, so everybody writes the same.
 */
async function goOn(table: Table, year: Year, patienceMs: number): Promise<Progress> {
  const until = Date.now() + patienceMs;
  if (Date.now() < fenceOf(year)) return progressOf(table, year);

  const [known, mergers, next] = await Promise.all([
    table.read(items.closing, year),
    mergersIn(table),
    expectNext(table, year),
  ]);
  let mark = known ?? { year: year.year, after: "", done: 0, of: await countOf(table, year) };
  const blocked: NonNullable<Year["blocked"]> = [];
  let looked = mark.done;
  for await (const cluster of table.each(items.cluster, { year: year.year }, { after: mark.after })) {
    if (!isThere(cluster)) continue;
    const obstacle = await closeCluster(table, cluster, { next, mergers });
    if (obstacle) blocked.push({ cluster: cluster.cluster, code: obstacle });
    looked += 1;
    const isLate = Date.now() > until;
    // A mark never passes a cluster that could not be closed, so that it is looked at again.
    if (blocked.length === 0 && (looked % stride === 0 || isLate)) {
      mark = { ...mark, after: cluster.cluster, done: looked };
      await table.write(put(items.closing, mark));
    }
    if (isLate) return { ...(await progressOf(table, year)), done: looked };
  }
  return blocked.length > 0 ? settle(table, year.year, (was) => ({ ...was, blocked })) : finish(table, year);
}

async function finish(table: Table, was: Year): Promise<Progress> {
  const pages: { cluster: string; digest: string }[] = [];
  for await (const { cluster, digest } of table.each(items.snapshot, { year: was.year }))
    pages.push({ cluster, digest });
  const decisions = await table.list(items.decision, { year: was.year });
  const decided = decisions.map((decision) => JSON.stringify(underSeal(decision)));
  const revocations = (await table.list(items.revocation, { year: was.year })).map(revocationUnderSeal);
  const seal = digestOf({
    ...{ year: was.year, motto: was.motto ?? null, pages, decisions: decided.toSorted() },
    // Where nothing was revoked a year is sealed as it always was.
    ...(revocations.length > 0 && { revocations }),
  });
  return settle(table, was.year, ({ blocked: _blocked, ...year }) => ({
    ...year,
    state: "closed",
    seal,
    closedAt: new Date(Date.now()).toISOString(),
  }));
}

/** Changes the year unless it is closed: several runners may come to the same end at once. */
async function settle(table: Table, yearNo: number, rule: (year: Year) => Year): Promise<Progress> {
  const lost = refuse("year/changed-meanwhile");
  return untilWritten(lost, async () => {
    const was = await expectYear(table, yearNo);
    const year = was.state === "closed" ? was : rule(was);
    if (!isDeepStrictEqual(was, year)) await table.write(replace(items.year, was, year, lost));
    return progressOf(table, year);
  });
}

/** The year after, with the same days a year later where nobody has set others. */
async function expectNext(table: Table, { year, calendar, runs }: Year): Promise<Year> {
  const there = await table.read(items.year, { year: year + 1 });
  if (there) return there;
  const next: Year = { year: year + 1, runs, calendar: calendarAfter(calendar), state: "open" };
  const hand = { by: "schedule", at: calendar.closed, did: "closing.expectNext" };
  if (!passesAt(table.root))
    await system(hand).write(
      put(items.due, { at: next.calendar.closed, council: table.root, year: next.year }),
    );
  await table.write(create(items.year, next, refuse("year/changed-meanwhile")));
  return next;
}

async function progressOf(table: Table, year: Year): Promise<Progress> {
  const mark = await table.read(items.closing, year);
  const of = mark?.of ?? (year.state === "open" ? 0 : await countOf(table, year));
  const isFenced = year.state === "closing" && Date.now() < fenceOf(year);
  return {
    year: year.year,
    state: year.state,
    done: year.state === "closed" ? of : (mark?.done ?? 0),
    of,
    blocked: year.blocked ?? [],
    ...(isFenced && { notBefore: new Date(fenceOf(year)).toISOString() }),
    ...(year.seal && { seal: year.seal }),
    ...(year.closedAt && { closedAt: year.closedAt }),
  };
}

/** When everything that was in flight has landed. */
const fenceOf = ({ closingSince, calendar }: Year) => Date.parse(closingSince ?? calendar.closed) + fence;

/** Only the units that went into another: the rest would fill the memory for nothing. */
async function mergersIn(table: Table): Promise<Map<string, Unit>> {
  const mergers = new Map<string, Unit>();
  for await (const unit of table.each(items.unit, {}, { eventual: true }))
    if (unit.successor) mergers.set(unit.unit, unit);
  return mergers;
}

async function countOf(table: Table, { year }: Year): Promise<number> {
  let count = 0;
  for await (const cluster of table.each(items.cluster, { year }, { eventual: true }))
    if (isThere(cluster)) count += 1;
  return count;
}

async function expectYear(table: Table, yearNo: number): Promise<Year> {
  const year = await table.read(items.year, { year: yearNo });
  if (!year) throw refuse("year/unknown", { year: yearNo });
  return year;
}
