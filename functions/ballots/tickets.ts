import { isOpenAt } from "#domain/ballot.ts";
import { type Conference, type Delegate, votersOf } from "#domain/conference.ts";
import { type Poll, ruleOf } from "#domain/poll.ts";
import { refuse } from "#domain/refuse.ts";
import { ticketAsKept } from "#domain/ticket.ts";
import { macOf } from "#lib/bytes.ts";
import type { Table } from "#lib/table.ts";
import { items } from "../items.ts";
import { clock, stateCache } from "./fence.ts";

/** What a process knows of a conference: who may come in, and by which tickets. */
export type Hall = {
  conference: Conference;
  delegates: ReadonlyMap<string, Delegate>;
  byMac: ReadonlyMap<string, string>;
  readAt: number;
};

/** Known for so long at the most; for an unknown ticket it is read anew, but not more often than once a second. */
const longestKnown = 30_000;
const shortestKnown = 1_000;
/** Unknown tickets a process looks at in a minute; who holds a good one is never counted. */
const mostUnknown = 100;

const halls = new Map<string, Hall>();
const boxes = new Map<string, { poll: Poll; readAt: number }>();
const mostKept = 200;
/** The clock of this process, which nobody sets. */
const ticks = () => performance.now();

export const macOfTicket = (ticket: string) => macOf(String(process.env["TICKET_KEY"]), ticketAsKept(ticket));

export async function hallIn(table: Table, conference: string, youngest = longestKnown): Promise<Hall> {
  const name = `${table.root}#${conference}`;
  const known = halls.get(name);
  if (known && ticks() - known.readAt < youngest) return known;
  const [found, tickets] = await Promise.all([
    table.gather({ conference: items.conference, roll: items.roll }, { conference }),
    table.list(items.tickets, { conference }),
  ]);
  const [itself] = found.conference;
  if (!itself) throw refuse("conference/unknown", { conference });
  const delegates = new Map(
    found.roll.flatMap((page) => page.delegates).map((one) => [one.delegate, one] as const),
  );
  const byMac = new Map(
    tickets.flatMap((page) =>
      page.tickets.flatMap(({ delegate, macs }) => macs.map((mac) => [mac, delegate] as const)),
    ),
  );
  const hall = { conference: itself, delegates, byMac, readAt: ticks() };
  if (halls.size >= mostKept) halls.clear();
  halls.set(name, hall);
  return hall;
}

const unknowns = { since: 0, count: 0 };

/** The delegate who holds this ticket, as of at most half a minute ago. */
export async function holderOf(table: Table, conference: string, ticket: string): Promise<Delegate> {
  const mac = macOfTicket(ticket);
  for (const youngest of [longestKnown, shortestKnown]) {
    const hall = await hallIn(table, conference, youngest);
    const delegate = hall.delegates.get(hall.byMac.get(mac) ?? "");
    if (delegate) return delegate;
    if (youngest === longestKnown) expectFewUnknown();
  }
  throw refuse("ticket/unknown");
}

function expectFewUnknown() {
  if (ticks() - unknowns.since > 60_000) Object.assign(unknowns, { since: ticks(), count: 0 });
  unknowns.count += 1;
  if (unknowns.count > mostUnknown) throw refuse("ticket/throttled", { again: 60 });
}

/** A poll of this hall as of at most a second ago while it takes votes, else as of now. */
export async function boxIn(table: Table, { conference }: Hall, id: string): Promise<Poll> {
  const name = `${table.root}#${conference.conference}#${id}`;
  const known = boxes.get(name);
  if (known && ticks() - known.readAt < stateCache) return known.poll;
  const readAt = ticks();
  const poll = await table.read(items.poll, { year: conference.year, cluster: conference.cluster, poll: id });
  if (poll?.conference !== conference.conference) throw refuse("poll/unknown", { poll: id });
  if (boxes.size >= mostKept) boxes.clear();
  if (isOpenAt(poll, clock())) boxes.set(name, { poll, readAt });
  else boxes.delete(name);
  return poll;
}

/** The hall with the roll that was fixed when the box opened: a process may still know an earlier one. */
export async function hallOf(table: Table, here: Hall, poll: Poll): Promise<Hall> {
  const isFixed = poll.for === "rehearsal" || here.conference.roll?.digest === poll.roll?.digest;
  return isFixed ? here : hallIn(table, here.conference.conference, 0);
}

/** This delegate has a vote in this poll. */
export function expectVoter(poll: Poll, hall: Hall, delegate: string) {
  const isVoter = votersOf(ruleOf(poll).voter, Array.from(hall.delegates.values())).has(delegate);
  if (!isVoter) throw refuse("poll/not-present", { delegate });
}
