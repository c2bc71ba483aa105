import { type Ballot, fixedOf, isOpenAt, namedIn, patternsOf, showsChoices, wayOf } from "#domain/ballot.ts";
import { keyFor } from "#domain/ceremony.ts";
import { votersOf } from "#domain/conference.ts";
import { hasQuorum, isUnanimous, tallyOf } from "#domain/count.ts";
import { expectState, type Poll, ruleOf } from "#domain/poll.ts";
import { refuse } from "#domain/refuse.ts";
import { hashOfAll, shortHashOf } from "#lib/bytes.ts";
import { digestOf } from "#lib/digest.ts";
import { put, replace } from "#lib/op.ts";
import type { Handlers } from "#lib/serve.ts";
import type { Table } from "#lib/table.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { expectPoll, published } from "./box.ts";
import { expectGoingOn, lookInto } from "./conferences.ts";
import { clock, closingLead, fenceOf } from "./fence.ts";

type Part = Pick<
  Handlers<typeof api.ballots, Context, Found>,
  "preparePoll" | "closePoll" | "sealPoll" | "publishPoll"
>;
type Opening = Parameters<Handlers<typeof api.ballots, Context, Found>["openPoll"]>[0];

const lost = () => refuse("poll/changed-meanwhile");
const hashesOnAPage = 2_000;

/** What is in a box may be forgotten a quarter after it was opened; the same instant for every ballot in it. */
export const expiryFrom = (now: string) => Math.floor(Date.parse(now) / 1000) + 90 * 24 * 60 * 60;

/** The chair's way through one poll: prepare, open, close, show; between the last two the tellers count. */
export const day: Part = {
  async preparePoll({ cluster, poll: id, body, table }) {
    const { conference } = await lookInto(table, cluster, body.conference);
    expectGoingOn(conference);
    const was = await expectPoll(table, cluster, id);
    if (was.state === "ready" && was.conference === body.conference) return was;
    expectState(was, "draft", "ready");
    ruleOf(was);
    const poll: Poll = { ...was, state: "ready", conference: body.conference };
    await table.write(replace(items.poll, was, poll, lost()));
    return poll;
  },

  async closePoll({ cluster, poll: id, now, table }) {
    const was = await expectPoll(table, cluster, id);
    if (was.conference === undefined) throw refuse("poll/not-now", { poll: id, conference: null });
    if (was.state === "closing" || !isOpenAt(was, now)) return published(was);
    expectState(was, "open");
    const soon = new Date(Date.now() + closingLead).toISOString();
    const closesAt = was.closesAt !== undefined && was.closesAt < soon ? was.closesAt : soon;
    const poll: Poll = { ...was, state: "closing", closesAt };
    await table.write(replace(items.poll, was, poll, lost()));
    return poll;
  },

  async sealPoll({ cluster, poll: id, caller, now, table }) {
    const was = await expectPoll(table, cluster, id);
    if (was.seal) return published(was);
    // What was tried is never read.
    if (was.for === "rehearsal") throw refuse("poll/not-now", { poll: id, for: was.for });
    expectState(was, "open", "closing");
    if (was.closesAt === undefined) throw refuse("poll/not-now", { poll: id, state: was.state });
    const fence = fenceOf(was.closesAt);
    if (clock() < fence) throw refuse("poll/not-settled", { until: fence });
    const sealed = await sealedBox(table, was, fence);
    const poll = ruleOf(was).secret
      ? sealed
      : await countedInClear(table, sealed, { by: caller.person, at: now });
    await table.write(replace(items.poll, was, poll, lost()));
    return published(poll);
  },

  async publishPoll({ cluster, poll: id, body, caller, now, table }) {
    const was = await expectPoll(table, cluster, id);
    if (was.state === "published") return published(was);
    expectState(was, "counted");
    const { publish } = ruleOf(was);
    if (was.tally && isUnanimous(was.tally) && publish === "figures" && body.as === undefined)
      throw refuse("poll/unanimous", { poll: id });
    const as = publish === "passed" ? "passed" : (body.as ?? publish);
    const poll: Poll = { ...was, state: "published", published: { by: caller.person, at: now, as } };
    await table.write(replace(items.poll, was, poll, lost()));
    return published(poll);
  },
};

/** Opens the box at a conference: rule, names, roll and key are fixed here, and the quorum is read off. */
export async function openAt(
  id: string,
  { cluster, poll, body, caller, now, table }: Opening,
): Promise<Poll> {
  const was = await expectPoll(table, cluster, poll);
  if (was.state === "open" && was.conference === id) return was;
  expectState(was, "draft", "ready");
  const rule = ruleOf(was);
  if (body.closesAt !== undefined && body.closesAt <= now)
    throw refuse("phase/not-now", { closesAt: body.closesAt, now });
  const { conference, ceremony, delegates } = await lookInto(table, cluster, id);
  expectGoingOn(conference);
  if (!conference.roll?.digest) throw refuse("roll/missing");
  await expectNoOtherBox(table, { ...cluster, poll: conference.box }, poll);

  const voters = votersOf(rule.voter, delegates);
  const entitled = rule.voter === "unit" ? cluster.members.length : voters.size;
  const here = await table.list(items.present, { conference: id });
  const present = here.filter(({ delegate }) => voters.has(delegate)).length;
  const quorum = hasQuorum(rule, { present, entitled });
  if (!quorum && !body.withoutQuorum) throw refuse("poll/no-quorum", { present, entitled });

  const slot = conference.slots + 1;
  const fixed: Poll = {
    ...was,
    state: "open",
    conference: id,
    ...(rule.secret && { slot, key: keyFor(ceremony, slot) }),
    roll: conference.roll,
    meter: { entitled, present, quorum },
    ...(body.closesAt && { closesAt: body.closesAt }),
    expires: expiryFrom(now),
    opened: { by: caller.person, at: now },
  };
  const opened = { ...fixed, bound: digestOf(fixedOf(caller.council, fixed)) };
  // Together: from now on the roll is held fast, and the key is nobody else's.
  await table.write(
    replace(items.poll, was, opened, lost()),
    replace(
      items.conference,
      conference,
      { ...conference, box: poll, slots: rule.secret ? slot : conference.slots },
      refuse("conference/changed-meanwhile"),
    ),
  );
  return opened;
}

async function expectNoOtherBox(
  table: Table,
  { year, cluster, poll }: { year: number; cluster: string; poll: string | undefined },
  own: string,
) {
  if (poll === undefined || poll === own) return;
  const other = await table.read(items.poll, { year, cluster, poll });
  if (other?.state === "open" || other?.state === "closing") throw refuse("poll/still-open", { poll });
}

const isInClear = (ballot: Ballot) => "choose" in ballot && wayOf(ballot) === "phone";

/** What is in the box after the fence: nothing can come any more, so whoever does this finds the same. */
async function sealedBox(table: Table, poll: Poll, at: string): Promise<Poll> {
  const { conference = "", poll: id } = poll;
  const [ballots, here, { delegates }] = await Promise.all([
    table.list(items.ballot, { conference, poll: id }),
    table.list(items.present, { conference }),
    lookInto(table, { year: poll.year, cluster: poll.cluster } as never, conference),
  ]);
  const envelopes = ballots.flatMap((ballot) => ("sealed" in ballot ? [shortHashOf(ballot.sealed)] : []));
  const hashes = envelopes.toSorted(Buffer.compare);
  const twice = hashes.find((hash, place) => hashes[place - 1]?.equals(hash));
  if (twice) throw refuse("poll/equal-envelopes", { hash: twice.toString("hex") });
  for (let first = 0, no = 1; first < hashes.length; first += hashesOnAPage, no += 1) {
    const some = Uint8Array.from(Buffer.concat(hashes.slice(first, first + hashesOnAPage)));
    await table.write(put(items.board, { conference, poll: id, no, hashes: some }));
  }
  const voters = votersOf(ruleOf(poll).voter, delegates);
  const present = new Set(
    [...here, ...ballots].map(({ delegate }) => delegate).filter((one) => voters.has(one)),
  );
  return {
    ...poll,
    state: "sealed",
    seal: {
      envelopes: hashes.length,
      ...(!ruleOf(poll).secret && { clear: ballots.filter(isInClear).length }),
      papers: ballots.filter((ballot) => wayOf(ballot) !== "phone").length,
      present: present.size,
      root: hashOfAll(hashes),
      at,
    },
  };
}

/** Votes in clear carry the delegate's name: they are counted here, and the names stay with them. */
async function countedInClear(table: Table, poll: Poll, counted: { by: string; at: string }): Promise<Poll> {
  const { conference = "", seal, meter } = poll;
  const ballots = await table.list(items.ballot, { conference, poll: poll.poll });
  const answers = ballots.flatMap((ballot) => ("choose" in ballot ? [ballot] : []));
  const present = seal?.present ?? 0;
  const rule = ruleOf(poll);
  const tally = tallyOf(
    { candidates: poll.candidates, rule },
    { entitled: meter?.entitled ?? 0, present, issued: present },
    answers.map(({ choose, blank }) => ({ choose, blank })),
  );
  const said = answers.filter((one) => !rule.yesNo || !one.blank);
  return {
    ...poll,
    state: "counted",
    counted,
    tally: { ...tally, quorum: meter?.quorum ?? tally.quorum },
    answers: digestOf(ballots.flatMap(namedIn)),
    ...(showsChoices(rule, poll.candidates) && { choices: patternsOf(said.map(({ choose }) => choose)) }),
    voters: answers.map(({ delegate }) => delegate),
  };
}
