import { type Fixed, NoRecord, type Result } from "./record.ts";

/** What the decision rests on besides the figures, by the names of words; nothing at all where it does not follow. */
export function followsBy(fixed: Fixed, { tally, decision: { passed, tied } }: Result, heads?: string[]) {
  const votes = votesIn(tally);
  const { seats: all, tie } = fixed.rule;
  const reaching = fixed.candidates.filter((id) => mayReach(fixed, tally, votes(id)));
  const ranked = reaching.sort((one, other) => votes(other) - votes(one));
  const [within, named, elected] = [new Set(passed), new Set([...passed, ...tied]), new Set(heads)];
  // Who is head takes no deputy's seat. Without the head's record it can only be the best of those not named.
  const head = ranked.find((id) => fixed.for === "deputy" && (heads ? elected.has(id) : !named.has(id)));
  // In a later round some seats may be filled already; how many, only the earlier record says.
  const fewer = fixed.round > 1 ? [passed.length, passed.length + 1].filter((n) => n > 0 && n < all) : [];
  for (const leftOut of new Set([undefined, head]))
    for (const seats of [all, ...fewer]) {
      const runners = ranked.filter((id) => id !== leftOut);
      const { sure, equal } = cut(runners, votes, seats);
      // Somebody may choose among the equals, as many as there are seats; without that all of them are tied.
      const isOpen = equal.length > 0 && ["higher-total", "chair", "lot"].includes(tie);
      const chosen = equal.filter((id) => isOpen && within.has(id));
      const left = passed.length === seats ? [] : equal.filter((id) => !within.has(id));
      if (passed.length <= seats && same(passed, [...sure, ...chosen]) && same(tied, left))
        return [isOpen && "byOthers", seats < all && "seatsLeft", leftOut !== undefined && "isHead"];
    }
  return undefined;
}

/** Names come from outside, and an object has names of its own. */
export const votesIn =
  ({ votes }: Result["tally"]) =>
  (id: string) =>
    (Object.hasOwn(votes, id) && votes[id]) || 0;

/** With a quorum, and of a base that is not 0. */
export function mayReach(fixed: Fixed, tally: Result["tally"], votes: number): boolean {
  const base = baseOf(fixed, tally);
  return tally.quorum && base > 0 && isShare(fixed.rule.threshold, votes, base);
}

export function baseOf({ rule: { threshold } }: Fixed, tally: Result["tally"]): number {
  const bases = { members: tally.entitled, present: tally.present, cast: tally.valid };
  const found = Object.entries(bases).find(([name]) => name === threshold.base);
  if (!found) throw new NoRecord(`${threshold.base} ≠ members, present, cast`);
  return found[1];
}

/** `moreThan` or `atLeast` a fraction, without rounding. */
export function isShare(share: object, part: number, of: number): boolean {
  const { moreThan, atLeast } = share as { moreThan?: unknown; atLeast?: unknown };
  const [, top, bottom] = /^(\d{1,9})\/0*([1-9]\d{0,8})$/.exec(String(moreThan ?? atLeast)) ?? [];
  if (!top || !bottom || (moreThan && atLeast)) throw new NoRecord("cần · needs moreThan, atLeast: a/b");
  const over = BigInt(part) * BigInt(bottom) - BigInt(of) * BigInt(top);
  return over > 0n || (over === 0n && !moreThan);
}

/** Who is surely inside, and who is equal across the last seat. */
function cut(runners: string[], votes: (id: string) => number, seats: number) {
  const [last, next] = [runners[seats - 1], runners[seats]];
  if (!last || !next || votes(last) > votes(next)) return { sure: runners.slice(0, seats), equal: [] };
  const edge = votes(next);
  return {
    sure: runners.filter((id) => votes(id) > edge),
    equal: runners.filter((id) => votes(id) === edge),
  };
}

function same(some: string[], others: string[]): boolean {
  const names = new Set(some);
  return some.length === others.length && names.size === some.length && others.every((id) => names.has(id));
}
