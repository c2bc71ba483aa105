import { boxedIn, fixedOf, namedIn } from "#domain/ballot.ts";
import { baseOf, electedOf, termsOf } from "#domain/count.ts";
import { isCounted, type Poll, ruleOf } from "#domain/poll.ts";
import { refuse } from "#domain/refuse.ts";
import { one } from "#lib/item.ts";
import { revisionOf } from "#lib/kept.ts";
import type { Handlers } from "#lib/serve.ts";
import type { Table } from "#lib/table.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { decisionsFrom, standingsIn } from "../standings.ts";
import { expectPoll, published, resultOf, shown } from "./box.ts";
import { rehearsalOf } from "./conferences.ts";
import { unitsNamed } from "./tellers.ts";

type Part = Pick<
  Handlers<typeof api.ballots, Context, Found>,
  "readNow" | "readDay" | "readRecord" | "countHalls"
>;

/** What phones and the big screen see, and what outsiders count again: nothing that was not opened to the hall. */
export const watching: Part = {
  async readNow({ conference: id, table }) {
    const conference = await expectConference(table, id);
    const polls = await hallPolls(table, conference);
    const version = versionOf(conference, polls);
    const { on, covenant } = polls;
    if (covenant) return { version, ...(await signed(table, conference)) };
    const trying = polls.rehearsal?.state === "open" ? polls.rehearsal : undefined;
    const open = on?.opened && on.state !== "void" ? on : trying;
    if (on?.seal) return { version, count: boxedIn(on.seal), of: on.seal.present };
    if (open) {
      const count = await table.count(items.ballot, { conference: id, poll: open.poll }, { eventual: true });
      return { version, count, of: open.meter?.entitled ?? conference.roll?.count ?? 0 };
    }
    const count = await table.count(items.present, { conference: id }, { eventual: true });
    return { version, count, of: conference.roll?.count ?? 0 };
  },

  async readDay({ conference: id, now, table }) {
    const conference = await expectConference(table, id);
    const { year, cluster: clusterId, title, place, at, help, selfCheckIn, agenda } = conference;
    const [seen, cluster, council, polls, ceremony] = await Promise.all([
      hallPolls(table, conference),
      table.read(items.cluster, { year, cluster: clusterId }),
      table.read(items.council, {}),
      table.list(items.poll, { year, cluster: clusterId }),
      table.read(items.ceremony, { conference: id }),
    ]);
    if (!cluster || !council) throw refuse("conference/unknown", { conference: id });
    const units = await unitsNamed(table, cluster.members, year);
    const names = new Map(units.map((one) => [one.id, one.name]));
    const named = (unit: string) => ({ id: unit, name: names.get(unit) ?? unit });
    const decisions = decisionsFrom(polls, await standingsIn(table, cluster));
    const elected = electedOf(
      polls.filter(({ state }) => state === "published"),
      decisions,
    );
    const isOn = (kind: string) => agenda[conference.on ?? -1]?.shows === kind;
    return {
      version: versionOf(conference, seen),
      now,
      title,
      council: council.name,
      cluster: cluster.name,
      kind: cluster.kind,
      ...(place && { place }),
      at,
      ...(help && { help }),
      selfCheckIn,
      ended: conference.ended !== undefined,
      agenda,
      ...(conference.on !== undefined && { on: conference.on }),
      entitled: conference.roll?.count ?? 0,
      ...(seen.on && seen.on.state !== "draft" && { question: questionOf(seen.on, named) }),
      ...(seen.rehearsal?.state === "open" && { rehearsal: questionOf(seen.rehearsal, named) }),
      outcomes: polls
        .filter((poll) => poll.conference === id && poll.state === "published" && poll.rule)
        .map((poll) => ({
          // What only a ballot is sealed with would come down to every phone with each step of the day.
          ...{ ...questionOf(poll, named), key: undefined, bound: undefined },
          tally: published(poll).tally,
          base: poll.tally ? baseOf(ruleOf(poll), poll.tally) : 0,
          decision: shown(poll, decisions.get(poll.poll) ?? { passed: [], tied: [] }),
        })),
      ...(ceremony && { fingerprint: ceremony.fingerprint }),
      ...(isOn("covenant") && { covenant: await covenantIn(table, conference) }),
      ...(isOn("next-head") && {
        next: { ...(elected.head && { head: named(elected.head) }), deputies: elected.deputies.map(named) },
      }),
    };
  },

  async readRecord({ conference: id, poll: pollId, caller, table }) {
    const { year, cluster } = await expectConference(table, id);
    const poll = await expectPoll(table, { year, cluster } as never, pollId);
    if (poll.conference !== id || poll.bound === undefined) throw refuse("poll/unknown", { poll: pollId });
    const pages = poll.seal ? await table.list(items.board, { conference: id, poll: pollId }) : [];
    const record = {
      council: caller.council,
      fixed: fixedOf(caller.council, poll),
      bound: poll.bound,
      state: poll.state,
      ...(poll.seal && { seal: poll.seal }),
      ...(poll.meter && { opened: poll.meter }),
      hashes: Buffer.concat(pages.map(({ hashes }) => hashes)).toString("base64url"),
    };
    if (poll.state !== "published") return record;
    const open = published(poll);
    const result = {
      tally: open.tally,
      choices: open.choices,
      digest: resultOf(open),
      as: poll.published?.as ?? "passed",
      ...(await answersIn(table, open)),
      ...(await decidedOn(table, poll)),
    };
    return { ...record, result };
  },

  async countHalls({ table }) {
    return { open: (await table.list(items.openHall, {})).length };
  },
};

type Seen = Awaited<ReturnType<typeof hallPolls>>;
type Conference = Awaited<ReturnType<typeof expectConference>>;

async function expectConference(table: Table, conference: string) {
  const found = await table.read(items.conference, { conference }, { eventual: true });
  if (!found) throw refuse("conference/unknown", { conference });
  return found;
}

/** The poll the hall is at, the one for trying while there is no other, and whether it looks at the covenant. */
async function hallPolls(table: Table, { conference, year, cluster, agenda, on }: Conference) {
  const point = on === undefined ? undefined : agenda[on];
  const [poll, rehearsal] = await Promise.all([
    point?.poll === undefined ? undefined : table.read(items.poll, { year, cluster, poll: point.poll }),
    point === undefined
      ? table.read(items.poll, { year, cluster, poll: rehearsalOf(conference) })
      : undefined,
  ]);
  const isHere = poll?.conference === conference;
  return { on: isHere ? poll : undefined, rehearsal, covenant: point?.shows === "covenant" };
}

/** Grows with every step of the day; what a crowd does is told by the count beside it. */
const versionOf = (conference: Conference, { on, rehearsal }: Seen) =>
  revisionOf(conference) * 1_000 + revisionOf(on ?? rehearsal);

function questionOf(poll: Poll, named: (unit: string) => { id: string; name: string }) {
  const { poll: id, for: purpose, award, round, state, key, bound, meter, closesAt } = poll;
  return {
    poll: id,
    for: purpose,
    ...(award && { award }),
    round,
    candidates: poll.candidates.map(named),
    rule: ruleOf(poll),
    state: isCounted(poll) && state !== "published" ? ("sealed" as const) : state,
    ...(key && { key }),
    ...(bound && { bound }),
    ...(meter && { meter }),
    ...(closesAt && { closesAt }),
    ...(poll.voided && { reason: poll.voided.reason }),
  };
}

/** What the hall signs: next year's covenant once it is written, else that of its own year. */
async function signingIn(table: Table, { year, cluster }: Conference) {
  const [next, itsCluster, covenant, ownCluster] = await table.readTogether(
    one(items.covenant, { year: year + 1, cluster }),
    one(items.cluster, { year: year + 1, cluster }),
    one(items.covenant, { year, cluster }),
    one(items.cluster, { year, cluster }),
  );
  const isNext = next !== undefined && itsCluster !== undefined;
  const is = isNext ? next : covenant;
  const signatures = is ? await table.list(items.signature, is) : [];
  return {
    year: isNext ? next.year : year,
    motto: is?.motto,
    members: (isNext ? itsCluster : ownCluster)?.members ?? [],
    signed: new Set(signatures.map(({ unit }) => unit)),
  };
}

async function signed(table: Table, conference: Conference) {
  const { members, signed: units } = await signingIn(table, conference);
  return { count: units.size, of: members.length };
}

async function covenantIn(table: Table, conference: Conference) {
  const { year, motto, members, signed: done } = await signingIn(table, conference);
  const units = await unitsNamed(table, members, year);
  return { ...(motto && { motto }), units: units.map((unit) => ({ ...unit, signed: done.has(unit.id) })) };
}

/** The answers of an open poll with the delegates who gave them, for as long as they are kept. */
async function answersIn(table: Table, { conference = "", poll, seal, answers }: Poll) {
  if (seal?.clear === undefined || answers === undefined) return {};
  const ballots = await table.list(items.ballot, { conference, poll });
  const named = ballots.flatMap(namedIn);
  return { answers, ...(named.length === boxedIn(seal) && { named }) };
}

/** What came of a poll, and on which terms, so that it can be followed from outside. */
async function decidedOn(table: Table, poll: Poll) {
  const cluster = await table.read(items.cluster, poll);
  if (!cluster) throw refuse("poll/unknown", { poll: poll.poll });
  const polls = await table.list(items.poll, { year: poll.year, cluster: poll.cluster });
  const decisions = decisionsFrom(polls, await standingsIn(table, cluster));
  const decision = decisions.get(poll.poll) ?? { passed: [], tied: [] };
  return { decision: shown(poll, decision), ...termsOf(poll, polls, decisions) };
}
