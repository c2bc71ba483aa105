import { compare, type Exact, exact, fraction, over, rounded, times } from "./exact.ts";
import {
  faultIn,
  isBlank,
  isCounted,
  type Paper,
  type Poll,
  type Rule,
  roundsOf,
  type Share,
  type Tally,
} from "./poll.ts";

/** What the papers say, each judged by the rule: valid, blank or invalid. */
export function tallyOf(
  { candidates, rule }: { candidates: readonly string[]; rule: Rule },
  { entitled, present, issued }: { entitled: number; present: number; issued: number },
  papers: readonly Paper[],
): Tally {
  const valid = papers.filter(
    ({ choose, by }) => faultIn({ candidates, rule }, choose, rule.secret ? undefined : by) === undefined,
  );
  const blank = valid.filter((paper) => isBlank(rule, paper)).length;
  const votes = Object.fromEntries(
    candidates.map((id) => [id, valid.filter(({ choose }) => choose.includes(id)).length]),
  );
  return {
    entitled,
    present,
    issued,
    collected: papers.length,
    valid: valid.length,
    blank,
    votes,
    ...(rule.yesNo && { against: againstIn({ valid: valid.length, blank, votes }) }),
    quorum: hasQuorum(rule, { present, entitled }),
  };
}

/** Whoever answered at all and did not say yes to a name. */
export const againstIn = ({ valid, blank, votes }: Pick<Tally, "valid" | "blank" | "votes">) =>
  Object.fromEntries(Object.entries(votes).map(([id, count]) => [id, valid - blank - count]));

/** Enough of those entitled are there. */
export const hasQuorum = ({ quorum }: Rule, { present, entitled }: { present: number; entitled: number }) =>
  quorum === null || (entitled > 0 && reaches(quorum, share(present, entitled)));

/** Everybody chose alike, so the figures tell what each one chose. */
export const isUnanimous = ({ valid, votes }: Tally) =>
  valid > 0 && Object.values(votes).every((count) => count === 0 || count === valid);

/** The number that shares are taken of. */
export function baseOf(rule: Rule, tally: Tally): number {
  const bases = { members: tally.entitled, present: tally.present, cast: tally.valid };
  return bases[rule.threshold.base];
}

/** Votes in per cent of the base, with one decimal. */
export function percentOf(votes: number, base: number): number {
  return base === 0 ? 0 : rounded(times(exact(100), share(votes, base)), 1) / 10;
}

export type Decision = { passed: string[]; tied: string[] };

/**
 * Who passes, most votes first, at most as many as there are seats. `worthOf` is what ranks follow, for a tie
 * that goes to the higher total; `leftOut` are those who hold a better office already.
 */
export function decide(
  {
    candidates,
    rule,
    seats,
    decided = [],
  }: { candidates: readonly string[]; rule: Rule; seats: number; decided?: readonly string[] | undefined },
  tally: Tally,
  { worthOf, leftOut = [] }: { worthOf: (unit: string) => number; leftOut?: readonly string[] },
): Decision {
  const base = baseOf(rule, tally);
  if (!tally.quorum || base === 0) return { passed: [], tied: [] };
  const votes = (id: string) => tally.votes[id] ?? 0;
  const reached = candidates
    .filter((id) => !leftOut.includes(id) && reaches(rule.threshold, share(votes(id), base)))
    .toSorted((a, b) => votes(b) - votes(a));
  const last = reached[seats - 1];
  const next = reached[seats];
  if (last === undefined || next === undefined || votes(next) < votes(last))
    return { passed: reached.slice(0, seats), tied: [] };

  const above = reached.filter((id) => votes(id) > votes(last));
  const equals = reached.filter((id) => votes(id) === votes(last));
  const free = seats - above.length;
  if (rule.tie === "higher-total") {
    const sure = byWorth(equals, free, worthOf);
    return { passed: [...above, ...sure.passed], tied: sure.tied };
  }
  const named = equals.filter((id) => decided.includes(id)).slice(0, free);
  if ((rule.tie === "chair" || rule.tie === "lot") && named.length > 0)
    return { passed: [...above, ...named], tied: [] };
  return { passed: above, tied: equals };
}

/** Equals in the order of their worth: those surely inside pass, those still equal across the last seat are tied. */
function byWorth(equals: readonly string[], free: number, worthOf: (unit: string) => number): Decision {
  const ordered = equals.toSorted((a, b) => worthOf(b) - worthOf(a));
  const edge = worthOf(ordered[free - 1] as string);
  const inside = ordered.filter((id) => worthOf(id) >= edge);
  if (inside.length <= free) return { passed: inside, tied: [] };
  return {
    passed: ordered.filter((id) => worthOf(id) > edge),
    tied: ordered.filter((id) => worthOf(id) === edge),
  };
}

/** What a further round is held on: the tied, or all where nobody passed, for the seats still free. */
export function nextRoundOf(rounds: readonly Poll[], decisions: ReadonlyMap<string, Decision>) {
  const [first] = rounds;
  const before = rounds.map(({ poll }) => decisions.get(poll) ?? { passed: [], tied: [] });
  const passed = before.flatMap((decision) => decision.passed);
  const tied = before.at(-1)?.tied ?? [];
  const candidates = tied.length > 0 ? tied : passed.length === 0 ? (first?.candidates ?? []) : [];
  return { candidates, seats: (first?.rule?.seats ?? 0) - passed.length };
}

/**
 * Every counted poll of a cluster decided, each round after the one before. The unit elected head is left out
 * before deputy seats are filled, in whatever order the two were held.
 */
export function decisionsOf(
  polls: readonly Poll[],
  worthOf: (unit: string) => number,
): Map<string, Decision> {
  const decisions = new Map<string, Decision>();
  const counted = polls.filter(isCounted);
  const inOrder = counted.toSorted(
    (a, b) => Number(a.for === "deputy") - Number(b.for === "deputy") || a.round - b.round,
  );
  for (const poll of inOrder) {
    if (!poll.rule || !poll.tally) continue;
    const { seats, leftOut } = termsOf(poll, polls, decisions);
    decisions.set(poll.poll, decide({ ...poll, rule: poll.rule, seats }, poll.tally, { worthOf, leftOut }));
  }
  return decisions;
}

/** For how many seats a poll still is after the rounds before it, and who holds a better office already. */
export function termsOf(poll: Poll, polls: readonly Poll[], decisions: ReadonlyMap<string, Decision>) {
  const seats = poll.rule?.seats ?? 0;
  const before = roundsOf(poll, polls.filter(isCounted)).filter(({ round }) => round < poll.round);
  return {
    seats: poll.round > 1 ? Math.min(seats, nextRoundOf(before, decisions).seats) : seats,
    leftOut: poll.for === "deputy" ? electedAs("head", polls, decisions) : [],
  };
}

/** Who passed for an office or an award, in any round. */
export function electedAs(
  purpose: Poll["for"],
  polls: readonly Poll[],
  decisions: ReadonlyMap<string, Decision>,
  award?: string,
): string[] {
  return polls
    .filter((poll) => poll.for === purpose && poll.award === award && isCounted(poll))
    .toSorted((a, b) => a.round - b.round)
    .flatMap(({ poll }) => decisions.get(poll)?.passed ?? []);
}

/** Next year's office holders by election; nobody where none was elected. */
export function electedOf(polls: readonly Poll[], decisions: ReadonlyMap<string, Decision>) {
  const [head = null] = electedAs("head", polls, decisions);
  const deputies = electedAs("deputy", polls, decisions);
  return { head, deputies: [...new Set(deputies)].slice(0, 2) };
}

const share = (part: number, whole: number): Exact => over(exact(part), exact(whole));

function reaches({ moreThan, atLeast = "0/1" }: Share, reached: Exact): boolean {
  return moreThan === undefined
    ? compare(reached, fraction(atLeast)) >= 0
    : compare(reached, fraction(moreThan)) > 0;
}
