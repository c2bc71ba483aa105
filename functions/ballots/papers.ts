import { answerIn, type Ballot, isOpenAt, wayOf } from "#domain/ballot.ts";
import { type Delegate, votersOf } from "#domain/conference.ts";
import { expectState, type Poll, ruleOf } from "#domain/poll.ts";
import { refuse } from "#domain/refuse.ts";
import { createForGood } from "#lib/op.ts";
import type { Handlers } from "#lib/serve.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { expectPoll } from "./box.ts";
import { lookInto } from "./conferences.ts";
import { clock } from "./fence.ts";
import { expectInBefore } from "./settled.ts";

type Part = Pick<Handlers<typeof api.ballots, Context, Found>, "givePaper" | "listPapers">;
type Given = Parameters<Part["givePaper"]>[0]["body"];

/** Papers and letters beside the phones: the same write on the same key, so nobody has two. */
export const papers: Part = {
  async givePaper({ cluster, poll: id, delegate, body, table }) {
    const poll = await expectPoll(table, cluster, id);
    expectState(poll, "open", "closing", "sealed", "counted", "published");
    const { conference = "" } = poll;
    if (conference === "") throw refuse("poll/not-now", { poll: id, conference: null });
    const { delegates } = await lookInto(table, cluster, conference);
    const voter = votersOf(ruleOf(poll).voter, delegates).get(delegate);
    if (!voter) throw refuse("roll/delegate-unknown", { delegate });
    const paper = paperFrom(poll, voter, body);
    const otherwise = (there: Ballot | undefined) =>
      refuse("ballot/already-cast", { delegate, ...(there && { on: wayOf(there) }) });
    if (!isOpenAt(poll, clock())) await expectInBefore(table, poll, { ballot: paper, otherwise });
    // For good: a phone that may change its mind must not take the place of a paper.
    else await table.write(createForGood(items.ballot, paper, otherwise));
    return {};
  },

  async listPapers({ cluster, poll: id, table }) {
    const { conference = "" } = await expectPoll(table, cluster, id);
    if (conference === "") return [];
    const [{ delegates }, ballots] = await Promise.all([
      lookInto(table, cluster, conference),
      table.list(items.ballot, { conference, poll: id }),
    ]);
    const known = new Map(delegates.map((one) => [one.delegate, one]));
    return ballots.flatMap((ballot) => {
      const on = wayOf(ballot);
      if (on === "phone") return [];
      const { delegate } = ballot;
      const said = "choose" in ballot && {
        choose: ballot.choose,
        ...(ballot.blank && { blank: ballot.blank }),
      };
      return [{ ...(known.get(delegate) ?? { delegate, name: delegate }), on, ...said }];
    });
  },
};

/** In a secret poll it is known that there is a paper, in an open one also what it says. */
function paperFrom(poll: Poll, { delegate, unit }: Delegate, { on, choose, blank }: Given): Ballot {
  const { conference = "", expires = 0 } = poll;
  const rule = ruleOf(poll);
  const address = { conference, poll: poll.poll, delegate, expires };
  if (on === "letter" && !rule.written) throw refuse("poll/out-of-rule", { fault: "letter" });
  if (rule.secret) {
    if (choose !== undefined || blank) throw refuse("poll/out-of-rule", { fault: "in-clear" });
    return { ...address, on };
  }
  if (choose === undefined) throw refuse("poll/out-of-rule", { fault: "no-answer" });
  return { ...address, ...answerIn(poll, unit, { choose, blank }), on };
}
