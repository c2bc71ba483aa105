import type { Ceremony } from "#domain/ceremony.ts";
import type { Cluster } from "#domain/cluster.ts";
import { type Conference, type Delegate, expectAgenda, expectRoll, rollOf } from "#domain/conference.ts";
import { isCounted } from "#domain/poll.ts";
import { refuse } from "#domain/refuse.ts";
import { ticketCodeFrom } from "#domain/ticket.ts";
import { randomOf } from "#lib/bytes.ts";
import { digestOf } from "#lib/digest.ts";
import { revisionOf } from "#lib/kept.ts";
import { create, put, remove, replace } from "#lib/op.ts";
import { passesAt } from "#lib/passing.ts";
import type { Handlers } from "#lib/serve.ts";
import type { Table } from "#lib/table.ts";
import type { api } from "../api.ts";
import { type Context, type Found, system } from "../identity.ts";
import { items } from "../items.ts";
import type { RollPage, TicketPage } from "../packed-box.ts";
import { pollsIn } from "./box.ts";
import { holderOf, macOfTicket } from "./tickets.ts";

type Part = Pick<
  Handlers<typeof api.ballots, Context, Found>,
  | "listConferences"
  | "readConference"
  | "saveConference"
  | "saveRoll"
  | "makeTickets"
  | "checkIn"
  | "checkInByTicket"
  | "showPoint"
  | "endConference"
>;

/** As many delegates share one item; a page of tickets stays well below what one read may carry. */
const pageSize = 100;
const lost = () => refuse("conference/changed-meanwhile");

/** The poll everybody may try before the day. */
export const rehearsalOf = (conference: string) => `thu-${conference}`;

/** A conference with its keys and its roll, of this cluster and no other. */
export async function lookInto(table: Table, { year, cluster }: Cluster, id: string) {
  const found = await table.gather(
    { conference: items.conference, ceremony: items.ceremony, roll: items.roll },
    { conference: id },
  );
  const [conference] = found.conference;
  if (!conference || conference.year !== year || conference.cluster !== cluster)
    throw refuse("conference/unknown", { conference: id });
  const delegates: Delegate[] = found.roll.flatMap((page) => page.delegates);
  const ceremony: Ceremony | undefined = found.ceremony[0];
  return { conference, ceremony, delegates, pages: found.roll };
}

export const expectGoingOn = ({ conference, ended }: Conference) => {
  if (ended) throw refuse("conference/ended", { conference });
};

/** Preparing the day, receiving the delegates, and what the hall looks at. */
export const conferences: Part = {
  async listConferences({ year, cluster, table }) {
    const known = await table.list(items.conferenceOf, cluster);
    const found = await table.readMany(
      items.conference,
      known.map(({ conference }) => ({ conference })),
    );
    return found.filter((one) => one.year === year.year && one.cluster === cluster.cluster);
  },

  async readConference({ cluster, conference: id, table }) {
    const { conference, ceremony, delegates } = await lookInto(table, cluster, id);
    const [tickets, present, tried] = await Promise.all([
      table.list(items.tickets, { conference: id }),
      table.list(items.present, { conference: id }),
      table.list(items.ballot, { conference: id, poll: rehearsalOf(id) }),
    ]);
    const holders = new Set(tickets.flatMap((page) => page.tickets.map(({ delegate }) => delegate)));
    const here = new Set(present.map(({ delegate }) => delegate));
    const triers = new Set(tried.map(({ delegate }) => delegate));
    return {
      conference,
      ...(ceremony && { ceremony }),
      delegates: delegates.map((one) => ({
        ...one,
        ticket: holders.has(one.delegate),
        present: here.has(one.delegate),
        tried: triers.has(one.delegate),
      })),
    };
  },

  async saveConference({ cluster: { year, cluster }, conference: id, body, table }) {
    const [was, polls] = await Promise.all([
      table.read(items.conference, { conference: id }),
      table.list(items.poll, { year, cluster }),
    ]);
    if (was && (was.year !== year || was.cluster !== cluster))
      throw refuse("conference/changed-meanwhile", { conference: id });
    if (was) expectGoingOn(was);
    expectAgenda(body, new Set(polls.map(({ poll }) => poll)));
    // The plan is what was said last; what has become of the day stays.
    const { roll, on, box, slots = 0 }: Partial<Conference> = was ?? {};
    const lived = { ...(roll && { roll }), ...(on !== undefined && { on }), ...(box && { box }), slots };
    const conference = { ...body, ...lived, conference: id, year, cluster };
    await table.write(create(items.conferenceOf, { year, cluster, conference: id }, lost()));
    await table.write(replace(items.conference, was, conference, lost()));
    return conference;
  },

  async saveRoll({ cluster, conference: id, body: { delegates }, table }) {
    const { conference: was, pages } = await lookInto(table, cluster, id);
    expectGoingOn(was);
    expectRoll(delegates, cluster);
    const box = was.box && (await table.read(items.poll, { ...cluster, poll: was.box }));
    if (box && (box.state === "open" || box.state === "closing" || box.state === "sealed"))
      throw refuse("roll/held-fast", { poll: box.poll });
    const written = pagesOf(delegates).map(
      (some, at): RollPage => ({ conference: id, no: at + 1, delegates: some }),
    );
    const roll = { count: delegates.length, digest: digestOf(rollOf(delegates)) };
    // The conference is written first and last: whoever opens a box between the two loses. Each page is written over
    // what was read: of two who save at once one loses, and nothing of theirs comes after the other's last word.
    await table.write(replace(items.conference, was, { ...was, roll: { ...roll, digest: "" } }, lost()));
    for (const page of written) {
      const before = pages.find(({ no }) => no === page.no);
      await table.write(replace(items.roll, before, page, lost()));
    }
    for (const page of pages.filter(({ no }) => no > written.length))
      await table.write(replace(items.roll, page, { ...page, delegates: [] }, lost()));
    const onIt = new Set(delegates.map(({ delegate }) => delegate));
    const here = await table.list(items.present, { conference: id });
    for (const one of here.filter(({ delegate }) => !onIt.has(delegate)))
      await table.write(remove(items.present, one));
    const { conference: changing } = await lookInto(table, cluster, id);
    if (revisionOf(changing) !== revisionOf(was) + 1) throw lost();
    const conference = { ...changing, roll };
    await table.write(replace(items.conference, changing, conference, lost()));
    return conference;
  },

  async makeTickets({ cluster, conference: id, body, table }) {
    const { conference, delegates } = await lookInto(table, cluster, id);
    expectGoingOn(conference);
    const pages = await table.list(items.tickets, { conference: id });
    const known = new Map(delegates.map((one) => [one.delegate, one]));
    const held = new Map(
      pages.flatMap((page) => page.tickets.map((one) => [one.delegate, one.macs] as const)),
    );
    for (const delegate of body.delegates ?? [])
      if (!known.has(delegate)) throw refuse("roll/delegate-unknown", { delegate });
    const asked = new Set(body.delegates ?? Array.from(known.keys()).filter((one) => !held.has(one)));
    const tickets = Array.from(asked).flatMap((delegate) => {
      const one = known.get(delegate);
      return one
        ? [{ ...one, secret: randomOf(16).toString("base64url"), code: ticketCodeFrom(randomOf(8)) }]
        : [];
    });
    for (const { delegate, secret, code } of tickets)
      held.set(delegate, [macOfTicket(secret), macOfTicket(code)]);
    const kept = Array.from(held, ([delegate, macs]) => ({ delegate, macs })).filter(({ delegate }) =>
      known.has(delegate),
    );
    const was = new Map(pages.map((page) => [page.no, page]));
    const written = pagesOf(kept).map(
      (some, at): TicketPage => ({ conference: id, no: at + 1, tickets: some }),
    );
    for (const page of written) await table.write(replace(items.tickets, was.get(page.no), page, lost()));
    for (const page of pages.filter(({ no }) => no > written.length))
      await table.write(remove(items.tickets, page));
    return { tickets };
  },

  async checkIn({ cluster, conference: id, delegate, table }) {
    const { conference, delegates } = await lookInto(table, cluster, id);
    expectGoingOn(conference);
    const found = delegates.find((one) => one.delegate === delegate);
    if (!found) throw refuse("roll/delegate-unknown", { delegate });
    await table.write(put(items.present, { conference: id, delegate }));
    return found;
  },

  async checkInByTicket({ cluster, conference: id, body: { ticket }, table }) {
    const { conference } = await lookInto(table, cluster, id);
    expectGoingOn(conference);
    const found = await holderOf(table, id, ticket);
    await table.write(put(items.present, { conference: id, delegate: found.delegate }));
    return found;
  },

  async showPoint({ cluster, conference: id, body: { on }, caller, now, table }) {
    const { conference: was } = await lookInto(table, cluster, id);
    expectGoingOn(was);
    if (on >= was.agenda.length) throw refuse("conference/unknown", { on });
    if (was.on === on) return was;
    const hall = { council: caller.council, conference: id };
    // Nobody waits for a hall that is only tried out.
    if (!passesAt(caller.council))
      await system({ by: caller.person, at: now, did: "ballots.showPoint" }).write(put(items.openHall, hall));
    const conference = { ...was, on };
    await table.write(replace(items.conference, was, conference, lost()));
    return conference;
  },

  async endConference({ cluster, conference: id, caller, now, table }) {
    const { conference: was } = await lookInto(table, cluster, id);
    if (was.ended) return was;
    const polls = await pollsIn(table, cluster);
    const open = polls.find(
      (poll) =>
        poll.conference === id &&
        poll.for !== "rehearsal" &&
        poll.opened &&
        !isCounted(poll) &&
        poll.state !== "void",
    );
    if (open) throw refuse("poll/still-open", { poll: open.poll });
    const conference = { ...was, ended: { by: caller.person, at: now } };
    await table.write(replace(items.conference, was, conference, lost()));
    const hall = { council: caller.council, conference: id };
    await system({ by: caller.person, at: now, did: "ballots.endConference" }).write(
      remove(items.openHall, hall),
    );
    return conference;
  },
};

function pagesOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / pageSize) }, (_, at) =>
    all.slice(at * pageSize, (at + 1) * pageSize),
  );
}
