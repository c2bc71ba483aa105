import { isDeepStrictEqual } from "node:util";
import { expectAward } from "#domain/award.ts";
import { expectMember } from "#domain/cluster.ts";
import { expectPapers, expectState, faultIn, isCounted, type Poll, ruleOf } from "#domain/poll.ts";
import { refuse } from "#domain/refuse.ts";
import { create, replace } from "#lib/op.ts";
import { serve } from "#lib/serve.ts";
import { api } from "./api.ts";
import {
  counted,
  expectCounted,
  expectPoll,
  inFurtherRound,
  keyOf,
  mayKnow,
  outcome,
  pollsIn,
  published,
  shown,
  untilShown,
  withoutResult,
} from "./ballots/box.ts";
import { ceremonies } from "./ballots/ceremonies.ts";
import { conferences } from "./ballots/conferences.ts";
import { day, openAt } from "./ballots/day.ts";
import { hall } from "./ballots/hall.ts";
import { hallDoor } from "./ballots/hall-door.ts";
import { papers } from "./ballots/papers.ts";
import { tellers } from "./ballots/tellers.ts";
import { watching } from "./ballots/watching.ts";
import { items } from "./items.ts";
import { decisionsFrom, standingsIn } from "./standings.ts";

export const handler = serve("ballots", api.ballots, hallDoor, {
  ...conferences,
  ...ceremonies,
  ...day,
  ...papers,
  ...tellers,
  ...hall,
  ...watching,

  async listPolls({ cluster, caller, table }) {
    const [polls, standings] = await Promise.all([pollsIn(table, cluster), standingsIn(table, cluster)]);
    const decisions = decisionsFrom(polls, standings);
    return Promise.all(
      polls.map(async (poll) => {
        const decision = decisions.get(poll.poll);
        const cast =
          poll.state === "open" && !poll.rule?.secret ? await table.list(items.cast, keyOf(poll)) : undefined;
        const isKnown = mayKnow(caller, cluster, poll);
        return {
          poll: isKnown ? published(poll) : untilShown(poll),
          ...(cast && { cast: cast.map(({ unit }) => unit) }),
          ...(decision && isKnown && { decision: shown(poll, decision) }),
        };
      }),
    );
  },

  async savePoll({ cluster, poll: id, body, table }) {
    const { year, cluster: clusterId } = cluster;
    const [polls, standings] = await Promise.all([pollsIn(table, cluster), standingsIn(table, cluster)]);
    const was = polls.find(({ poll }) => poll === id);
    if (was) expectState(was, "draft", "ready");
    if (body.for === "nomination") expectAward(body.award ?? "");
    else if (body.award !== undefined) throw refuse("award/unknown", { award: body.award, for: body.for });

    const twice = body.candidates.find((unit, place) => body.candidates.indexOf(unit) !== place);
    if (twice !== undefined) throw refuse("poll/candidate-twice", { unit: twice });
    const stranger = body.candidates.find((unit) => !cluster.members.includes(unit));
    if (stranger !== undefined) throw refuse("poll/candidate-no-member", { unit: stranger });

    const draft = {
      ...body,
      year,
      cluster: clusterId,
      poll: id,
      round: body.round ?? 1,
      state: "draft" as const,
    };
    const poll = draft.round > 1 ? inFurtherRound(draft, polls, decisionsFrom(polls, standings)) : draft;
    if (poll.candidates.length === 0) throw refuse("poll/candidate-no-member");
    await table.write(replace(items.poll, was, poll, refuse("poll/changed-meanwhile")));
    return poll;
  },

  async openPoll(asked) {
    const { cluster, poll: id, body, caller, now, table } = asked;
    if (body.conference !== undefined) return openAt(body.conference, asked);
    const { absent } = body;
    const was = await expectPoll(table, cluster, id);
    if (was.state === "open") return was;
    expectState(was, "draft");
    ruleOf(was);
    for (const unit of absent) expectMember(cluster, unit);
    const poll: Poll = {
      ...was,
      state: "open",
      entitled: cluster.members,
      absent: [...new Set(absent)],
      opened: { by: caller.person, at: now },
    };
    await table.write(replace(items.poll, was, poll, refuse("poll/changed-meanwhile")));
    return poll;
  },

  async castBallot({ cluster, poll: id, unit, body, table }) {
    const poll = await expectPoll(table, cluster, id);
    expectState(poll, "open", "closing", "counted");
    expectNoHall(poll);
    const rule = ruleOf(poll);
    if (rule.secret) throw refuse("poll/not-now", { poll: id, secret: true });
    if (!poll.entitled?.includes(unit) || poll.absent?.includes(unit))
      throw refuse("poll/not-present", { unit });
    const fault = faultIn({ candidates: poll.candidates, rule }, body.choose, unit);
    if (fault) throw refuse("poll/out-of-rule", { fault });
    const choose = poll.candidates.filter((candidate) => body.choose.includes(candidate));
    const cast = { ...keyOf(poll), unit, choose, on: "phone" as const };
    const was = await table.read(items.cast, cast);
    if (was && !isDeepStrictEqual(was.choose, choose))
      throw refuse("poll/already-cast", { unit, on: was.on });
    if (!was && poll.state === "open")
      await table.write(create(items.cast, cast, refuse("poll/already-cast", { unit })));
    await expectCounted(table, cluster, cast);
    return {};
  },

  async enterPapers({ cluster, poll: id, body: { issued, papers }, caller, now, table }) {
    const poll = await expectPoll(table, cluster, id);
    expectState(poll, "open");
    expectNoHall(poll);
    const [was, cast] = await Promise.all([
      table.read(items.papers, keyOf(poll)),
      table.list(items.cast, keyOf(poll)),
    ]);
    const phones = cast.filter(({ on }) => on === "phone").map(({ unit }) => unit);
    expectPapers(poll, papers, phones);
    const lost = refuse("poll/changed-meanwhile");
    const named = papers.flatMap(({ by: unit, choose }) =>
      unit === undefined
        ? []
        : [
            replace(
              items.cast,
              cast.find((one) => one.unit === unit),
              { ...keyOf(poll), unit, choose, on: "paper" as const },
              lost,
            ),
          ],
    );
    const entered = {
      ...keyOf(poll),
      ...(issued !== undefined && { issued }),
      papers: ruleOf(poll).secret ? papers : [],
      by: caller.person,
      at: now,
    };
    await table.write(replace(items.papers, was, entered, lost), ...named);
    return {};
  },

  async countPoll({ cluster, poll: id, caller, now, table }) {
    const was = await expectPoll(table, cluster, id);
    if (!isCounted(was)) {
      expectState(was, "open", "closing");
      expectNoHall(was);
      const lost = refuse("poll/changed-meanwhile");
      const by = { by: caller.person, at: now };
      // What does not add up is told while it can still be mended.
      if (was.state === "open") await counted(table, was, by);
      // First the box is closed, then it is opened: whoever finds it open after their write is in it.
      if (was.state === "open")
        await table.write(replace(items.poll, was, { ...was, state: "closing" }, lost));
      const closing = await expectPoll(table, cluster, id);
      expectState(closing, "closing");
      const poll = await counted(table, closing, by);
      await table.write(replace(items.poll, closing, poll, lost));
    }
    return outcome(table, cluster, id);
  },

  async decidePoll({ cluster, poll: id, body: { decided }, table }) {
    const was = await expectPoll(table, cluster, id);
    expectState(was, "counted", "published");
    if (isDeepStrictEqual(was.decided, decided)) return outcome(table, cluster, id);
    const { decision } = await outcome(table, cluster, id);
    const rule = ruleOf(was);
    const free = rule.seats - decision.passed.length;
    const isLeftOpen = rule.tie === "chair" || rule.tie === "lot";
    if (!isLeftOpen || decided.length > free || !decided.every((unit) => decision.tied.includes(unit)))
      throw refuse("poll/out-of-rule", { tied: decision.tied, free, tie: rule.tie });
    await table.write(replace(items.poll, was, { ...was, decided }, refuse("poll/changed-meanwhile")));
    return outcome(table, cluster, id);
  },

  async voidPoll({ cluster, poll: id, body: { reason }, caller, now, table }) {
    const was = await expectPoll(table, cluster, id);
    if (was.state === "void") return was;
    expectState(
      was,
      "draft",
      "ready",
      "open",
      "closing",
      "sealed",
      ...(was.conference ? (["counted"] as const) : []),
    );
    // What was counted and not shown is not shown any more.
    const poll: Poll = {
      ...withoutResult(was),
      state: "void",
      voided: { by: caller.person, at: now, reason },
    };
    await table.write(replace(items.poll, was, poll, refuse("poll/changed-meanwhile")));
    return poll;
  },
});

/** A poll held at a conference is voted and counted in its box, nowhere beside it. */
function expectNoHall({ poll, conference, opened }: Poll) {
  if (conference !== undefined && opened) throw refuse("poll/not-now", { poll, conference });
}
