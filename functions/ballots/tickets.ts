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
  /** Who has a vote, reckoned when it is first asked. */
  votes: Record<"unit" | "delegate", Map<string, Delegate> | undefined>;
};

/** Known for so long at the most; for an unknown ticket it is read anew, but not more often than once a second. */
const longestKnown = 30_000;
const shortestKnown = 1_000;
/** Unknown tickets a process looks at in a minute; who holds a good one is never counted. */
const mostUnknown = 100;
const mostKept = 200;

/** Many ask at once: one of them reads, the others wait for it. `readAt` is from before the reading. */
type Known<T> = { readAt: number; found: Promise<T> };
const halls = new Map<string, Known<Hall>>();
const boxes = new Map<string, Known<Poll>>();
/** The clock of this process, which nobody sets. */
const ticks = () => performance.now();

function known<T>(
  kept: Map<string, Known<T>>,
  name: string,
  youngest: number,
  read: () => Promise<T>,
): Known<T> {
  const last = kept.get(name);
  if (last && ticks() - last.readAt < youngest) return last;
  if (kept.size >= mostKept) kept.clear();
  const found = { readAt: ticks(), found: read() };
  kept.set(name, found);
  // What could not be read is not remembered.
  found.found.catch(() => kept.delete(name));
  return found;
}

export const macOfTicket = (ticket: string) => macOf(String(process.env["TICKET_KEY"]), ticketAsKept(ticket));

export const hallIn = (table: Table, conference: string, youngest = longestKnown): Promise<Hall> =>
  known(halls, `${table.root}#${conference}`, youngest, () => readHall(table, conference)).found;

async function readHall(table: Table, conference: string): Promise<Hall> {
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
  return { conference: itself, delegates, byMac, votes: { unit: undefined, delegate: undefined } };
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
  const read = async () => {
    const { year, cluster } = conference;
    const poll = await table.read(items.poll, { year, cluster, poll: id });
    if (poll?.conference !== conference.conference) throw refuse("poll/unknown", { poll: id });
    return poll;
  };
  for (;;) {
    const { readAt, found } = known(boxes, name, stateCache, read);
    const poll = await found;
    // Not open is never taken from memory: it may have been opened since.
    if (!isOpenAt(poll, clock())) return known(boxes, name, 0, read).found;
    // What was long on its way is as old as what was long remembered: it may have been closed since.
    if (ticks() - readAt < stateCache) return poll;
  }
}

/** The hall with the roll that was fixed when the box opened: a process may still know an earlier one. */
export async function hallOf(table: Table, here: Hall, poll: Poll): Promise<Hall> {
  const isFixed = poll.for === "rehearsal" || here.conference.roll?.digest === poll.roll?.digest;
  return isFixed ? here : hallIn(table, here.conference.conference, 0);
}

/** This delegate has a vote in this poll. */
export function expectVoter(poll: Poll, hall: Hall, delegate: string) {
  const { voter } = ruleOf(poll);
  hall.votes[voter] ??= votersOf(voter, Array.from(hall.delegates.values()));
  if (!hall.votes[voter].has(delegate)) throw refuse("poll/not-present", { delegate });
}
