import * as z from "zod/mini";
import { Day, Instant, Slug, Text, Title } from "./text.ts";
import { YearNo } from "./year-no.ts";

export const How = z.enum(["election", "rotation", "assignment", "founding"]);

/** Who holds office next year, how it came about, and whether the superior has recognised it. */
export const Succession = z.object({
  year: YearNo,
  cluster: Slug,
  head: z.nullable(Slug),
  deputies: z.array(Slug).check(z.maxLength(2)),
  how: How,
  recognised: z.optional(
    z.object({
      yes: z.boolean(),
      number: z.optional(Title),
      date: z.optional(Day),
      by: z.string(),
      at: Instant,
    }),
  ),
  by: z.string(),
  at: Instant,
});
export type Succession = z.output<typeof Succession>;

/** The file passes from the old head to the new one. */
export const Handover = z.object({
  year: YearNo,
  cluster: Slug,
  from: Slug,
  to: Slug,
  things: z.array(Title).check(z.maxLength(100)),
  note: z.optional(Text),
  date: Day,
  by: z.string(),
  at: Instant,
  /** By whom of the unit it went to; a list that is written anew has to be received anew. */
  received: z.optional(z.object({ by: z.string(), at: Instant })),
});
export type Handover = z.output<typeof Handover>;

export type Term = { year: number; head?: string | undefined; deputies: readonly string[] };

/**
 * Who is due: members in the order of how long ago they were head, those who never were first, each in members' order.
 * History goes through mergers by `heir`.
 */
export function dueOf(
  members: readonly string[],
  terms: readonly Term[],
  heir: (unit: string) => string,
): string[] {
  const lastHeaded = (unit: string) =>
    Math.max(...terms.filter(({ head }) => head && heir(head) === unit).map(({ year }) => year), 0);
  return members.toSorted((a, b) => lastHeaded(a) - lastHeaded(b));
}
