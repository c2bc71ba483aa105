import { type Caller, officesOf } from "#domain/caller.ts";
import type { Cluster } from "#domain/cluster.ts";
import { baseOf, type Decision, nextRoundOf, percentOf, tallyOf } from "#domain/count.ts";
import { type Cast, isCounted, type Paper, type Poll, roundsOf, ruleOf, showsFigures } from "#domain/poll.ts";
import { refuse } from "#domain/refuse.ts";
import { digestOf } from "#lib/digest.ts";
import type { Table } from "#lib/table.ts";
import { items } from "../items.ts";
import { decisionsFrom, standingsIn } from "../standings.ts";

export const keyOf = ({ year, cluster, poll }: Pick<Poll, "year" | "cluster" | "poll">) => ({
  year,
  cluster,
  poll,
});

export const pollsIn = (table: Table, { year, cluster }: Cluster) =>
  table.list(items.poll, { year, cluster });

export async function expectPoll(table: Table, { year, cluster }: Cluster, poll: string): Promise<Poll> {
  const found = await table.read(items.poll, { year, cluster, poll });
  if (!found) throw refuse("poll/unknown", { poll });
  return found;
}

/**
 * Right after a vote was written, and when it is sent again: while the poll is open it will be counted; once it was
 * counted, the list of those counted tells. Between the two nobody knows yet.
 */
export async function expectCounted(table: Table, cluster: Cluster, cast: Cast) {
  const [poll, kept] = await Promise.all([
    expectPoll(table, cluster, cast.poll),
    table.read(items.cast, cast),
  ]);
  if (poll.state === "closing") throw refuse("poll/being-counted", { poll: poll.poll });
  const isIn = poll.state === "open" ? kept !== undefined : poll.voters?.includes(cast.unit);
  if (!isIn) throw refuse("poll/not-now", { poll: poll.poll, state: poll.state });
}

/** A further round is held among the tied, or all where nobody passed, for the seats still free. */
export function inFurtherRound(
  draft: Poll,
  polls: readonly Poll[],
  decisions: ReadonlyMap<string, Decision>,
): Poll {
  const before = roundsOf(draft, polls).filter(
    ({ poll, round }) => poll !== draft.poll && round < draft.round,
  );
  const last = before.at(-1);
  if (!last || !isCounted(last)) throw refuse("poll/not-in-round", { round: draft.round });
  const { candidates, seats } = nextRoundOf(before, decisions);
  if (seats < 1 || candidates.length === 0) throw refuse("poll/no-seats", { round: draft.round });
  const stranger = draft.candidates.find((unit) => !candidates.includes(unit));
  if (stranger !== undefined) throw refuse("poll/not-in-round", { unit: stranger, candidates });
  return draft.candidates.length > 0 ? draft : { ...draft, candidates: [...candidates] };
}

/** Everything that was cast or read out, judged by the rule; names leave a secret poll here. */
export async function counted(table: Table, poll: Poll, by: { by: string; at: string }): Promise<Poll> {
  const rule = ruleOf(poll);
  const [cast, read] = await Promise.all([
    table.list(items.cast, keyOf(poll)),
    table.read(items.papers, keyOf(poll)),
  ]);
  const named: Paper[] = cast.map(({ unit, choose }) => ({ by: unit, choose }));
  const all = [...named, ...(read?.papers ?? [])];
  const entitled = poll.entitled?.length ?? 0;
  const present = entitled - (poll.absent?.length ?? 0);
  const phones = cast.filter(({ on }) => on === "phone").length;
  const issued = read?.issued === undefined ? present : read.issued + phones;
  if (all.length > issued) throw refuse("poll/papers-differ", { issued, collected: all.length });
  const answers = all
    .map(({ by: voter, choose }) => JSON.stringify(rule.secret ? choose : [voter, choose]))
    .toSorted();
  return {
    ...poll,
    state: "counted",
    counted: by,
    tally: tallyOf({ candidates: poll.candidates, rule }, { entitled, present, issued }, all),
    answers: digestOf(answers),
    ...(!rule.secret && { voters: cast.map(({ unit }) => unit) }),
  };
}

export async function outcome(table: Table, cluster: Cluster, id: string) {
  const [polls, standings] = await Promise.all([pollsIn(table, cluster), standingsIn(table, cluster)]);
  const poll = polls.find((one) => one.poll === id);
  const decision = decisionsFrom(polls, standings).get(id);
  if (!poll || !decision) throw refuse("poll/unknown", { poll: id });
  return { poll: published(poll), decision: shown(poll, decision) };
}

/** Where the rule publishes only who passed, no figure leaves. */
export function published(poll: Poll): Poll {
  if (showsFigures(poll) || !poll.tally) return poll;
  const { answers: _answers, voters: _voters, choices: _choices, ...rest } = poll;
  const { against: _against, ...tally } = poll.tally;
  return { ...rest, tally: { ...tally, votes: {}, blank: 0 } };
}

/** Nobody but who counts and who runs the day knows what came of a poll before the hall is shown it. */
export function mayKnow(caller: Caller, cluster: Cluster, { state, conference }: Poll): boolean {
  const isAtTheTable = caller.role === "clerk" || caller.role === "teller";
  const isWaiting = state === "counted" && conference !== undefined;
  return !isWaiting || isAtTheTable || officesOf(caller, { cluster }).has("head");
}

/** A poll of which nothing was counted, or nothing is said. */
export function withoutResult(poll: Poll): Poll {
  const { tally: _t, answers: _a, choices: _c, voters: _v, decided: _d, ...rest } = poll;
  return rest;
}

export const untilShown = (poll: Poll): Poll => ({ ...withoutResult(poll), state: "sealed" });

/** Binds what was counted: totals, the sorted choices where they are shown, and the named answers of an open poll. */
export const resultOf = ({ poll, tally, choices, seal, answers }: Poll) =>
  digestOf({
    poll,
    tally: tally ?? null,
    choices: choices ?? null,
    // Open polls sealed before what is in clear was counted have a digest without it.
    ...(seal?.clear !== undefined && { answers: answers ?? null }),
  });

export function shown(poll: Poll, decision: Decision) {
  if (!poll.tally || !poll.rule || !showsFigures(poll)) return { ...decision, percent: {} };
  const base = baseOf(poll.rule, poll.tally);
  const percent = Object.entries(poll.tally.votes).map(([unit, votes]) => [unit, percentOf(votes, base)]);
  return { ...decision, percent: Object.fromEntries(percent) };
}
