import { answerIn, type Ballot, isOpenAt, type Sent, wayOf } from "#domain/ballot.ts";
import { codeFrom } from "#domain/choice.ts";
import type { Delegate } from "#domain/conference.ts";
import { expectState, type Poll, ruleOf } from "#domain/poll.ts";
import { refuse } from "#domain/refuse.ts";
import { shortHashOf } from "#lib/bytes.ts";
import { revisionOf } from "#lib/kept.ts";
import { put, revise } from "#lib/op.ts";
import type { Refusal } from "#lib/refusal.ts";
import type { Handlers } from "#lib/serve.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { clock } from "./fence.ts";
import { expectInBefore, isUnsettled } from "./settled.ts";
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
    const { no } = body;
    if (!isOpenAt(poll, clock())) await expectInBefore(table, poll, { ballot, no, otherwise: standsAlready });
    else await table.write(revise(items.ballot, no, ballot, standsAlready));
    return { state: "in", no, ...codeOf(ballot) };
  },

  async findBallot({ conference, poll: id, caller, table }) {
    const here = await hallIn(table, conference);
    const poll = await boxIn(table, here, id);
    // Asked before the ballot is looked for: what lands between the two was still on the way.
    const isOnTheWay = isUnsettled(poll);
    const found = await table.read(items.ballot, { conference, poll: id, delegate: caller.person });
    if (!found) return { state: isOnTheWay ? "unsettled" : "none" };
    const on = wayOf(found);
    if (on !== "phone") return { state: on };
    return { state: "in", no: revisionOf(found), ...codeOf(found) };
  },
};

const gone = (): never => {
  throw refuse("ticket/unknown");
};

function ballotFrom(poll: Poll, { delegate, unit }: Delegate, sent: Sent): Ballot {
  const { conference = "", expires = 0 } = poll;
  const rule = ruleOf(poll);
  const address = { conference, poll: poll.poll, delegate, expires };
  if ("sealed" in sent) {
    if (!rule.secret) throw refuse("poll/out-of-rule", { fault: "sealed" });
    return { ...address, sealed: Uint8Array.from(Buffer.from(sent.sealed, "base64url")) };
  }
  if (rule.secret) throw refuse("poll/out-of-rule", { fault: "in-clear" });
  return { ...address, ...answerIn(poll, unit, sent) };
}

function standsAlready(there: Ballot | undefined): Refusal {
  const on = there && wayOf(there);
  return on && on !== "phone" ? refuse("ballot/on-paper", { on }) : refuse("ballot/already-cast");
}

const codeOf = (ballot: Ballot) => ("sealed" in ballot ? { code: codeFrom(shortHashOf(ballot.sealed)) } : {});
