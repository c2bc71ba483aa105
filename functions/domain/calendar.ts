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

/** Moves the beginning of one phase; the order of phases stays. */
export function moved(calendar: Calendar, phase: Exclude<Phase, "covenant">, to: string): Calendar {
  const changed = { ...calendar, [phase]: to };
  if (z.safeParse(Calendar, changed).error) throw refuse("phase/order", { phase, to });
  return changed;
}
