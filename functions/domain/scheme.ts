import * as z from "zod/mini";
import { decimal } from "./decimal.ts";
import { hundredthsOf, pointsOf } from "./exact.ts";
import { refuse } from "./refuse.ts";
import { Saved } from "./saved.ts";
import { isPlainName, Slug, Title } from "./text.ts";
import { YearNo } from "./year-no.ts";

/** Points as people write them: at most two decimals. */
const Points = decimal(2).check(z.gte(0), z.lte(100_000));

/** How a line is called in its table, in the issuer's own way: `2.1.3`, `1-CT1a`. */
export const Code = z
  .string()
  .check(z.maxLength(20), z.regex(/^[\p{L}\p{N}][\p{L}\p{N}.\-_/()]*$/u), z.refine(isPlainName));

/** All ways to score, as data, none as a free formula. What each means is said once, in points.ts. */
export const Way = z.discriminatedUnion("way", [
  z.strictObject({ way: z.literal("judged"), max: Points }),
  z.strictObject({
    way: z.literal("steps"),
    of: z.enum(["rate", "count"]),
    steps: z
      .array(z.strictObject({ from: decimal(12).check(z.gte(0)), points: Points }))
      .check(z.minLength(1), z.maxLength(50)),
  }),
  z.strictObject({ way: z.literal("ratio"), max: Points, uncapped: z.optional(z.boolean()) }),
  z.strictObject({ way: z.literal("target-and-leader"), max: Points }),
  z.strictObject({ way: z.literal("share-of-best"), max: Points }),
  z.strictObject({ way: z.literal("yes-no"), points: Points }),
  z.strictObject({ way: z.literal("per-time"), points: Points, limit: Points }),
  z
    .strictObject({
      way: z.literal("plus-minus"),
      plus: Points,
      minus: Points,
      min: decimal(2).check(z.gte(-100_000), z.lte(100_000)),
      max: decimal(2).check(z.gte(-100_000), z.lte(100_000)),
    })
    .check(z.refine(({ min, max }) => min <= max, "min is above max")),
]);
export type Way = z.output<typeof Way>;

/** Who gives the points of a line: the unit itself, the standing office alone, or the agency of that field. */
const Owner = { by: z.optional(z.enum(["declared", "clerk"])), agency: z.optional(Slug) };

const Criterion = z.strictObject({ code: Code, title: z.optional(Title), way: Way, ...Owner });
const Bonus = z.strictObject({ ...Criterion.shape, aboveTotal: z.optional(z.boolean()) });
/** Takes its points off each time; entered as a number of times, by the unit too or by the standing office alone. */
const Deduction = z.strictObject({
  code: Code,
  title: z.optional(Title),
  points: Points,
  by: z._default(z.enum(["declared", "clerk"]), "declared"),
});

/** Opens the door to a vote: from so many per cent of the assigned points, and no line below its floor. */
const Band = z.strictObject({
  title: Title,
  from: decimal(2).check(z.gte(0), z.lte(100)),
  floor: z.optional(decimal(2).check(z.gte(0), z.lte(100))),
});

/** The table of criteria as it is written. */
export const Table = z.strictObject({
  total: z.optional(Points),
  groups: z.array(
    z.strictObject({
      code: Code,
      title: z.optional(Title),
      criteria: z.array(Criterion).check(z.maxLength(200)),
    }),
  ),
  bonus: z._default(z.array(Bonus), []),
  deductions: z._default(z.array(Deduction), []),
  bands: z.optional(z.array(Band)),
});
export type Table = z.output<typeof Table>;

/** One version of a table. A published version never changes; the next is a new one. */
export const Scheme = z.object({
  year: YearNo,
  scheme: Slug,
  /** Its version. */
  no: z.int().check(z.gte(1)),
  title: Title,
  table: Table,
  source: z.optional(Title),
  copiedFrom: z.optional(z.object({ year: YearNo, scheme: Slug, no: z.int() })),
  /** This version's last saving. */
  saved: z.optional(Saved),
  published: z.optional(z.object({ by: z.string(), at: z.string() })),
});
export type Scheme = z.output<typeof Scheme>;

/** What somebody had before them while writing: a version, and which saving of it; 0 is nothing yet. */
export const Seen = z.strictObject({ no: z.int().check(z.gte(0)), times: z.int().check(z.gte(0)) });
export type Seen = z.output<typeof Seen>;

export const seenOf = (scheme: Pick<Scheme, "no" | "saved"> | undefined): Seen => ({
  no: scheme?.no ?? 0,
  times: scheme?.saved?.times ?? 0,
});

/** Nobody writes over what they have not seen. */
export function expectSeen(last: Scheme | undefined, seen: Seen) {
  const { no, times } = seenOf(last);
  if (no !== seen.no || times !== seen.times)
    throw refuse("scheme/changed-meanwhile", { no, by: last?.saved?.by, at: last?.saved?.at });
}

export type Line =
  | ({ kind: "criterion"; group: string } & z.output<typeof Criterion>)
  | ({ kind: "bonus"; aboveTotal: boolean } & z.output<typeof Criterion>)
  | ({ kind: "deduction" } & z.output<typeof Deduction>);

const linesOfTable = new WeakMap<Table, Map<string, Line>>();

/** Every line by its code, in the order of the table: criteria, bonuses, deductions. */
export function linesOf(table: Table): Map<string, Line> {
  const known = linesOfTable.get(table);
  if (known) return known;
  const lines: Line[] = [
    ...table.groups.flatMap(({ code: group, criteria }) =>
      criteria.map((criterion) => ({ kind: "criterion" as const, group, ...criterion })),
    ),
    ...table.bonus.map((bonus) => ({
      kind: "bonus" as const,
      ...bonus,
      aboveTotal: bonus.aboveTotal ?? false,
    })),
    ...table.deductions.map((deduction) => ({ kind: "deduction" as const, ...deduction })),
  ];
  const byCode = new Map(lines.map((line) => [line.code, line]));
  linesOfTable.set(table, byCode);
  return byCode;
}

/** The most a way can give inside the total, in hundredths. */
export function maximumOf(way: Way): number {
  switch (way.way) {
    case "steps":
      return Math.max(...way.steps.map(({ points }) => hundredthsOf(points)));
    case "yes-no":
      return hundredthsOf(way.points);
    case "per-time":
      return hundredthsOf(way.limit);
    default:
      return hundredthsOf(way.max);
  }
}

/** A line's part of the total, in hundredths: nothing for deductions and for bonuses above the total. */
export function shareOf(line: Line): number {
  if (line.kind === "deduction" || (line.kind === "bonus" && line.aboveTotal)) return 0;
  return maximumOf(line.way);
}

export type Flaw =
  | { flaw: "code-twice"; line: string }
  | { flaw: "steps-overlap"; line: string; from: number }
  | { flaw: "total-differs"; total: number; sum: number };

/** The sum of what a table can give inside its total, in hundredths. */
export const sumOf = (table: Table) =>
  Array.from(linesOf(table).values(), shareOf).reduce((sum, share) => sum + share, 0);

/** Why a table may not be published: each code once, no two steps from the same value, a total that adds up. */
export function flawsOf(table: Table): Flaw[] {
  const lines = [...table.groups.flatMap(({ criteria }) => criteria), ...table.bonus, ...table.deductions];
  const codes = [...repeatedIn(lines), ...repeatedIn(table.groups)];
  const flaws: Flaw[] = Array.from(new Set(codes), (line) => ({ flaw: "code-twice", line }));

  for (const line of linesOf(table).values()) {
    if (line.kind === "deduction" || line.way.way !== "steps") continue;
    const froms = line.way.steps.map(({ from }) => from);
    const same = froms.find((from, at) => froms.indexOf(from) !== at);
    if (same !== undefined) flaws.push({ flaw: "steps-overlap", line: line.code, from: same });
  }

  const sum = sumOf(table);
  if (table.total !== undefined && hundredthsOf(table.total) !== sum)
    flaws.push({ flaw: "total-differs", total: table.total, sum: pointsOf(sum) });
  return flaws;
}

function repeatedIn(named: readonly { code: string }[]): string[] {
  const seen = new Set<string>();
  return named.map(({ code }) => code).filter((code) => seen.size === seen.add(code).size);
}

/** A table that may be published. */
export function expectSound(table: Table) {
  const [first] = flawsOf(table);
  if (!first) return;
  const { flaw, ...about } = first;
  throw refuse(`scheme/${flaw}`, about);
}

export type Warning = {
  line: string;
  warning: "no-step-below" | "steps-fall" | "count-not-whole" | "no-points";
  at: number;
};

/** What is allowed but seldom meant, told while one edits. */
export function warningsOf(table: Table): Warning[] {
  return Array.from(linesOf(table).values()).flatMap((line) => {
    const most = line.kind === "deduction" ? line.points : maximumOf(line.way);
    const warnings: Warning[] = most === 0 ? [{ line: line.code, warning: "no-points", at: 0 }] : [];
    if (line.kind === "deduction" || line.way.way !== "steps") return warnings;
    const { of, steps } = line.way;
    const sorted = steps.toSorted((a, b) => a.from - b.from);
    const lowest = sorted[0]?.from ?? 0;
    if (lowest > 0) warnings.push({ line: line.code, warning: "no-step-below", at: lowest });
    for (const [at, step] of sorted.entries()) {
      const next = sorted[at + 1];
      if (of === "rate" && next && next.points < step.points)
        warnings.push({ line: line.code, warning: "steps-fall", at: next.from });
      if (of === "count" && !Number.isInteger(step.from))
        warnings.push({ line: line.code, warning: "count-not-whole", at: step.from });
    }
    return warnings;
  });
}
