import * as z from "zod/mini";
import { refuse } from "./refuse.ts";
import { Instant, Text } from "./text.ts";

/** The seven stretches of a year. A year only moves forward, and only closing makes it `closed` for good. */
export const phases = ["covenant", "running", "scoring", "review", "voting", "counting", "closed"] as const;
export const Phase = z.enum(phases);
export type Phase = (typeof phases)[number];

const starts = {
  running: Instant,
  scoring: Instant,
  review: Instant,
  voting: Instant,
  counting: Instant,
  closed: Instant,
};
const isInOrder = z.refine<Record<keyof typeof starts, string>>(
  (calendar) =>
    phases
      .slice(2)
      .every((phase, at) => startOf(calendar, phases[at + 1] as Phase) <= startOf(calendar, phase)),
  "each phase begins after the one before it",
);

/** When each phase begins; the covenant phase begins with the year itself. */
export const Calendar = z.strictObject(starts).check(isInOrder);
export type Calendar = z.output<typeof Calendar>;

/** A deadline moved: a decision with author and reason. */
export const Move = z.object({
  phase: Phase,
  was: Instant,
  starts: Instant,
  reason: Text,
  by: z.string(),
  at: Instant,
});
export type Move = z.output<typeof Move>;

/** Instants are all written alike, so that they compare as text does. */
function startOf(calendar: Record<keyof typeof starts, string>, phase: Phase): string {
  return phase === "covenant" ? "" : calendar[phase];
}

/** The phase at an instant is read from the calendar, never stored: nothing has to run for a deadline to hold. */
export function phaseAt(calendar: Calendar, now: string): Phase {
  return phases.findLast((phase) => startOf(calendar, phase) <= now) ?? "covenant";
}

export function expectPhase(calendar: Calendar, now: string, allowed: readonly Phase[]) {
  const phase = phaseAt(calendar, now);
  if (allowed.includes(phase)) return;
  if (phase === "closed") throw refuse("year/closed", { since: calendar.closed });
  const next = phases.find((each) => allowed.includes(each) && startOf(calendar, each) > now);
  const ended = allowed
    .map((each) => phases[phases.indexOf(each) + 1])
    .findLast((each) => each !== undefined);
  throw refuse("phase/not-now", {
    phase,
    allowed,
    ...(next
      ? { from: calendar[next as keyof Calendar] }
      : ended && { until: calendar[ended as keyof Calendar] }),
  });
}

/** What a new calendar moves; a decision with a reason wherever it moves anything. */
export function movesTo(
  calendar: Calendar,
  was: Calendar,
  { reason, by, at }: { reason: string | undefined; by: string; at: string },
): Move[] {
  const changed = phases
    .filter((phase) => phase !== "covenant")
    .filter((phase) => calendar[phase] !== was[phase]);
  if (changed.length === 0) return [];
  if (reason === undefined) throw refuse("year/no-reason", { phases: changed });
  return changed.map((phase) => ({ phase, was: was[phase], starts: calendar[phase], reason, by, at }));
}

/** Nobody moves a day they have not seen. */
export function expectUnmoved(
  { calendar, moves }: { calendar: Calendar; moves: readonly Move[] },
  phase: Exclude<Phase, "covenant">,
  seen: string | undefined,
) {
  const is = calendar[phase];
  if (seen === undefined || seen === is) return;
  const last = moves.findLast((move) => move.phase === phase);
  throw refuse("phase/moved-meanwhile", { phase, is, by: last?.by, at: last?.at });
}

/** Moves the beginning of one phase; the order of phases stays. */
export function moved(calendar: Calendar, phase: Exclude<Phase, "covenant">, to: string): Calendar {
  const changed = { ...calendar, [phase]: to };
  if (z.safeParse(Calendar, changed).error) throw refuse("phase/order", { phase, to });
  return changed;
}

/** The same days a year later; a leap day is the last moment before March, so that the order of phases stays. */
export function calendarAfter(calendar: Calendar): Calendar {
  const later = (instant: string) =>
    `${Number(instant.slice(0, 4)) + 1}${instant.slice(4)}`.replace(/-02-29T.*/, "-02-28T23:59:59.999Z");
  return Object.fromEntries(
    Object.entries(calendar).map(([phase, instant]) => [phase, later(instant)]),
  ) as Calendar;
}

/**
 * Days to begin with, by what a year runs with; each is the council's own to change. The covenant by the end of March
 * and a conference in January are what councils' yearly guidance says; a school year ends its work in May.
 */
export function usualCalendar(
  year: number,
  runs: "calendar" | "school" | "own",
  before?: Calendar,
): Calendar {
  if (before) return calendarAfter(before);
  const next = year + 1;
  return runs === "school"
    ? {
        running: `${year}-09-30T10:00:00.000Z`,
        scoring: `${next}-05-14T17:00:00.000Z`,
        review: `${next}-06-05T10:00:00.000Z`,
        voting: `${next}-06-20T00:30:00.000Z`,
        counting: `${next}-06-20T09:00:00.000Z`,
        closed: `${next}-07-31T10:00:00.000Z`,
      }
    : {
        running: `${year}-03-30T10:00:00.000Z`,
        scoring: `${year}-11-30T17:00:00.000Z`,
        review: `${year}-12-20T10:00:00.000Z`,
        voting: `${next}-01-17T00:30:00.000Z`,
        counting: `${next}-01-17T09:00:00.000Z`,
        closed: `${next}-03-31T10:00:00.000Z`,
      };
}
