import * as z from "zod/mini";
import { refuse } from "./refuse.ts";
import { Code, linesOf, type Table } from "./scheme.ts";
import { Day, Slug, Title } from "./text.ts";
import { YearNo } from "./year-no.ts";

/** A paper behind a line, known by its number and date. */
export const Paper = z.strictObject({ number: Title, date: z.optional(Day), title: z.optional(Title) });
export type Paper = z.output<typeof Paper>;

/** All that stands behind one line. */
export const Papers = z.array(Paper).check(z.maxLength(20));
type Papers = readonly Paper[];

/** What stands behind the lines of a sheet, kept apart from its numbers. */
export const Evidence = z.object({
  year: YearNo,
  cluster: Slug,
  unit: Slug,
  lines: z.record(Code, Papers),
});
export type Evidence = z.output<typeof Evidence>;

/**
 * Papers changed by one person, as claims are: each change says what it was made from, and whoever comes later to a
 * line that has changed is told what stands there now; other lines do not collide.
 */
export function attach(
  there: Evidence["lines"],
  changes: Readonly<Record<string, { was?: Papers | undefined; now: Paper[] }>>,
  table: Table,
): Evidence["lines"] {
  const lines = { ...there };
  const collided: unknown[] = [];
  for (const [code, { was, now }] of Object.entries(changes)) {
    if (!linesOf(table).has(code)) throw refuse("sheet/unknown-line", { line: code });
    const stands = lines[code] ?? [];
    if (areSame(stands, now)) continue;
    if (was !== undefined && !areSame(stands, was)) collided.push({ line: code, yours: now, value: stands });
    lines[code] = now;
  }
  if (collided.length > 0) throw refuse("sheet/line-changed", { lines: collided });
  return lines;
}

const areSame = (a: Papers, b: Papers) =>
  a.length === b.length &&
  a.every(
    ({ number, date, title }, at) =>
      number === b[at]?.number && date === b[at]?.date && title === b[at]?.title,
  );
