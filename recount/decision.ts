import type { Fixed, Result, Share } from "./record.ts";

/** What the decision rests on besides the rule; nothing at all where it does not follow. */
export function groundOf({ candidates, rule }: Fixed, result: Result): string | undefined {
  const { as, seats, leftOut, tally, decision } = result;
  const votes = as === "passed" ? () => tally.valid : figureIn(tally.votes);
  const [out, passed, tied] = [new Set(leftOut), new Set(decision.passed), new Set(decision.tied)];
  const base = baseOf(rule, tally);
  const mayPass = (id: string) => base > 0 && tally.quorum && isShare(rule.threshold, votes(id), base);
  const runners = [...new Set(candidates).difference(out)].filter(mayPass);
  const ranked = runners.sort((one, other) => votes(other) - votes(one));
  const named = passed.union(tied);
  const isOnce = named.size === decision.passed.length + decision.tied.length;
  if (!isOnce || passed.size > seats || !named.isSubsetOf(new Set(ranked))) return undefined;
  if (as === "passed") return "chỉ thấy là có thể đúng · seen only that it can be so";
  const edge = ranked.slice(seats).map(votes)[0] ?? -1;
  const sure = ranked.filter((id) => votes(id) > edge);
  const equal = new Set(ranked.filter((id) => votes(id) === edge && sure.length < seats));
  // Others may choose among the equals, as many as there are seats; without that all of them are tied.
  const isOpen = equal.size > 0 && ["higher-total", "chair", "lot"].includes(rule.tie);
  const within = new Set([...sure, ...(isOpen ? equal.intersection(passed) : [])]);
  const left = within.size < seats ? equal.difference(within) : new Set();
  if (passed.symmetricDifference(within).size + tied.symmetricDifference(left).size > 0) return undefined;
  return isOpen ? "không thấy ai chọn giữa những người bằng phiếu · who chose among equals is not seen" : "";
}

/** Names come from outside, and an object has names of its own. */
export const figureIn = (figures: { [id: string]: number }) => (id: string) =>
  (Object.hasOwn(figures, id) && figures[id]) || 0;

export function baseOf({ threshold }: Fixed["rule"], { entitled, present, valid }: Result["tally"]): number {
  const bases = new Map(Object.entries({ members: entitled, present, cast: valid }));
  const base = bases.get(threshold.base);
  if (base === undefined) throw new Error(`${threshold.base} ≠ members, present, cast`);
  return base;
}

/** `moreThan` or `atLeast` a fraction, without rounding. */
export function isShare({ moreThan, atLeast }: Share, part: number, of: number): boolean {
  const [, top, bottom] = /^(\d{1,9})\/0*([1-9]\d{0,8})$/.exec(moreThan ?? atLeast ?? "") ?? [];
  if (!top || !bottom || (moreThan && atLeast)) throw new Error("cần · needs moreThan, atLeast: a/b");
  const over = BigInt(part) * BigInt(bottom) - BigInt(of) * BigInt(top);
  return over > 0n || (over === 0n && !moreThan);
}
