import { type Ballot, isOpenAt, type Sent } from "#domain/ballot.ts";
import { codeFrom } from "#domain/choice.ts";
import type { Delegate } from "#domain/conference.ts";
import { expectState, faultIn, type Poll, ruleOf } from "#domain/poll.ts";
import { refuse } from "#domain/refuse.ts";
import { shortHashOf } from "#lib/bytes.ts";
import { revisionOf } from "#lib/kept.ts";
import { put, revise } from "#lib/op.ts";
import type { Refusal } from "#lib/refusal.ts";
import type { Handlers } from "#lib/serve.ts";
import type { Table } from "#lib/table.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { clock, fenceOf } from "./fence.ts";
import { boxIn, expectVoter, hallIn, hallOf } from "./tickets.ts";

type Part = Pick<
  Handlers<typeof api.ballots, Context, Found>,
  "readTicket" | "arrive" | "sendBallot" | "findBallot"
>;

/** What a delegate does with a ticket. */
export const hall: Part = {
  async readTicket({ conference, caller, table }) {
    const { delegates } = await hallIn(table, conference);
    return delegates.get(caller.person) ?? gone();
  },

  async arrive({ conference, caller, table }) {
    const { conference: itself } = await hallIn(table, conference);
    if (!itself.selfCheckIn) throw refuse("caller/not-allowed", { right: "arrive" });
    await table.write(put(items.present, { conference, delegate: caller.person }));
    return {};
  },

  async sendBallot({ conference, poll: id, body, caller, table }) {
    const known = await hallIn(table, conference);
    const poll = await boxIn(table, known, id);
    const here = await hallOf(table, known, poll);
    expectVoter(poll, here, caller.person);
    if (poll.state === "draft" || poll.state === "ready" || poll.state === "void")
      expectState(poll, "open", "closing");
    const ballot = ballotFrom(poll, here.delegates.get(caller.person) ?? gone(), body);
    if (body.no > 1 && !ruleOf(poll).mayChange) throw refuse("ballot/already-cast");
    if (!isOpenAt(poll, clock())) return afterClosing(table, poll, ballot, body.no);
    await table.write(revise(items.ballot, body.no, ballot, standsAlready));
    return { state: "in", no: body.no, ...codeOf(ballot) };
  },

  async findBallot({ conference, poll: id, caller, table }) {
    const here = await hallIn(table, conference);
    const poll = await boxIn(table, here, id);
    // Asked before the ballot is looked for: what lands between the two was still on the way.
    const isOnTheWay = isUnsettled(poll);
    const found = await table.read(items.ballot, { conference, poll: id, delegate: caller.person });
    if (!found) return { state: isOnTheWay ? "unsettled" : "none" };
    if ("on" in found) return { state: found.on };
    return { state: "in", no: revisionOf(found), ...codeOf(found) };
  },
};

const gone = (): never => {
  throw refuse("ticket/unknown");
};

function ballotFrom(poll: Poll, { delegate, unit }: Delegate, sent: Sent): Ballot {
  const { conference = "", expires = 0, candidates } = poll;
  const rule = ruleOf(poll);
  const address = { conference, poll: poll.poll, delegate, expires };
  if ("sealed" in sent) {
    if (!rule.secret) throw refuse("poll/out-of-rule", { fault: "sealed" });
    return { ...address, sealed: Uint8Array.from(Buffer.from(sent.sealed, "base64url")) };
  }
  if (rule.secret) throw refuse("poll/out-of-rule", { fault: "in-clear" });
  const fault = faultIn({ candidates, rule }, sent.choose, unit);
  if (fault) throw refuse("poll/out-of-rule", { fault });
  return { ...address, choose: candidates.filter((id) => sent.choose.includes(id)) };
}

/** Whoever sends again after the end learns what is true: it is in, or it is not, or nobody can know yet. */
async function afterClosing(table: Table, poll: Poll, ballot: Ballot, no: number) {
  const isOnTheWay = isUnsettled(poll);
  const found = await table.read(items.ballot, ballot);
  if (found && revisionOf(found) === no && isSame(found, ballot))
    return { state: "in" as const, no, ...codeOf(ballot) };
  // An earlier answer is in, and whether this one comes after it is not known yet.
  const isFollowed = isOnTheWay && found !== undefined && revisionOf(found) < no;
  if (found && !isFollowed) throw standsAlready(found);
  if (isOnTheWay) throw refuse("ballot/ask-again", { until: fenceOf(poll.closesAt ?? "") });
  throw refuse("ballot/too-late", { since: poll.closesAt });
}

function standsAlready(there: Ballot | undefined): Refusal {
  return there && "on" in there ? refuse("ballot/on-paper", { on: there.on }) : refuse("ballot/already-cast");
}

/** Somebody let in before the end may still be on the way. */
const isUnsettled = ({ closesAt, seal }: Poll) =>
  seal === undefined && closesAt !== undefined && closesAt <= clock() && clock() < fenceOf(closesAt);

const codeOf = (ballot: Ballot) => ("sealed" in ballot ? { code: codeFrom(shortHashOf(ballot.sealed)) } : {});

function isSame(one: Ballot, other: Ballot): boolean {
  if ("sealed" in one) return "sealed" in other && Buffer.compare(one.sealed, other.sealed) === 0;
  return "choose" in one && "choose" in other && one.choose.join() === other.choose.join();
}
