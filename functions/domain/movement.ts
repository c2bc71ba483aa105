import * as z from "zod/mini";
import { decimal } from "./decimal.ts";
import { type Exact, exact, minus, over, plus, rounded, times, zero } from "./exact.ts";
import { Day, Instant, Slug, Text, Title } from "./text.ts";
import { YearNo } from "./year-no.ts";

export const Movement = z.object({
  year: YearNo,
  cluster: Slug,
  movement: Slug,
  name: Title,
  kind: z.enum(["regular", "thematic"]),
  goal: z.optional(Text),
  from: z.optional(Day),
  to: z.optional(Day),
});
export type Movement = z.output<typeof Movement>;

/** A number somebody brought in: 641 cuốn sách. `lastYear` is the same figure a year before, where it is known. */
export const Brought = z.strictObject({
  unit: Slug,
  metric: Title,
  measure: Title,
  value: decimal(4).check(z.gte(0)),
  lastYear: z.optional(z.nullable(decimal(4).check(z.gte(0)))),
  /** "Hơn": the figure is a lower bound. */
  atLeast: z.optional(z.boolean()),
  /** As a report printed it, where last year's own figure is not known. */
  reportedChangePercent: z.optional(z.nullable(decimal(1))),
  date: z.optional(Day),
  source: z.optional(Title),
});
export type Brought = z.output<typeof Brought>;

export const Contribution = z.object({
  year: YearNo,
  cluster: Slug,
  movement: Slug,
  contribution: Slug,
  ...Brought.shape,
  by: z.string(),
  at: Instant,
  /** Entered by mistake: it stays to be read and counts for nothing. */
  withdrawn: z.optional(z.object({ reason: z.optional(Title), by: z.string(), at: Instant })),
});
export type Contribution = z.output<typeof Contribution>;

/** What counts: all that was not withdrawn. */
export const standing = <C extends Pick<Contribution, "withdrawn">>(contributions: readonly C[]): C[] =>
  contributions.filter(({ withdrawn }) => withdrawn === undefined);

export type Sum = {
  metric: string;
  measure: string;
  value: number;
  atLeast: boolean;
  changePercent: number | null;
};

/** Sums by metric and measure, with the change on last year where every part of it is known. */
export function sumsOf(brought: readonly Brought[]): Sum[] {
  const groups = Map.groupBy(brought, ({ metric, measure }) => JSON.stringify([metric, measure]));
  return Array.from(groups.values(), (parts) => {
    const [{ metric, measure }] = parts as [Brought];
    const value = sum(parts.map((part) => part.value));
    const before = parts.map(({ lastYear }) => lastYear ?? undefined);
    return {
      metric,
      measure,
      value: rounded(value, 4) / 10_000,
      atLeast: parts.some(({ atLeast }) => atLeast),
      changePercent: before.every((one) => one !== undefined) ? changeOf(value, sum(before)) : null,
    };
  });
}

/** 100 × (now − before) ÷ before, with one decimal; null before nothing. */
function changeOf(now: Exact, before: Exact): number | null {
  return before.n === 0n ? null : rounded(over(times(exact(100), minus(now, before)), before), 1) / 10;
}

const sum = (numbers: readonly number[]) => numbers.map(exact).reduce(plus, zero);
