import * as z from "zod/mini";
import { Calendar, Move, type Phase, phaseAt } from "./calendar.ts";
import { Quota } from "./quota.ts";
import { Saved } from "./saved.ts";
import { Instant, Name, Slug, Title } from "./text.ts";
import { YearNo } from "./year-no.ts";

/** One emulation year of a council. Two may be open at once: the next one's covenant is signed before this one closes. */
export const Year = z.object({
  year: YearNo,
  /** What it runs with: the calendar year, a school year, or days the council set. */
  runs: z.enum(["calendar", "school", "own"]),
  name: z.optional(Name),
  motto: z.optional(Title),
  calendar: Calendar,
  /** Its days as they were moved since it was opened; a cluster's own deadlines are moved there. */
  moves: z.optional(z.array(Move)),
  /** How many each cluster may propose, by the council's guidance for this year. */
  quota: z.optional(Quota),
  /** The last saving of what the clerk says of it. */
  saved: z.optional(Saved),
  state: z.enum(["open", "closing", "closed"]),
  /** From when on it takes nothing more: its day in the calendar, or the moment somebody closed it before. */
  closingSince: z.optional(Instant),
  closedAt: z.optional(Instant),
  seal: z.optional(z.string()),
  /** Clusters that could not be closed, and why; they are tried again. */
  blocked: z.optional(z.array(z.object({ cluster: Slug, code: z.string() }))),
});
export type Year = z.output<typeof Year>;

/** A year that is being closed or is closed takes no more, whatever a cluster's calendar says. */
export function phaseOf(year: Year, calendar: Calendar, now: string): Phase {
  if (year.state !== "open") return "closed";
  return phaseAt({ ...calendar, closed: year.calendar.closed }, now);
}
