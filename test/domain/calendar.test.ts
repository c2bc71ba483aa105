import fc from "fast-check";
import { expect, test } from "vitest";
import {
  Calendar,
  expectPhase,
  moved,
  type Phase,
  phaseAt,
  phases,
  usualCalendar,
} from "#domain/calendar.ts";
import { phaseOf, type Year } from "#domain/year.ts";
import { fits, refusal } from "./given.ts";

const calendar: Calendar = {
  running: "2026-03-31T17:00:00.000Z",
  scoring: "2026-11-30T17:00:00.000Z",
  review: "2026-12-20T10:00:00.000Z",
  voting: "2027-01-17T00:00:00.000Z",
  counting: "2027-01-17T09:00:00.000Z",
  closed: "2027-03-31T10:00:00.000Z",
};
const started = phases.slice(1) as Exclude<Phase, "covenant">[];
const shifted = (instant: string, by: number) => new Date(Date.parse(instant) + by).toISOString();

test.for(started)("%s begins to the millisecond, and not one before", (phase) => {
  const before = phases[phases.indexOf(phase) - 1];
  expect(phaseAt(calendar, shifted(calendar[phase], -1))).toBe(before);
  expect(phaseAt(calendar, calendar[phase])).toBe(phase);
  expect(phaseAt(calendar, shifted(calendar[phase], 1))).toBe(phase);
});

test("a year begins with its covenant", () => {
  expect(phaseAt(calendar, "1999-01-01T00:00:00.000Z")).toBe("covenant");
});

test("a phase that ends as it begins is skipped", () => {
  expect(phaseAt({ ...calendar, running: calendar.scoring }, calendar.scoring)).toBe("scoring");
});

test("as time goes on, the phase never goes back", () => {
  const instant = fc
    .date({ min: new Date("2026-01-01"), max: new Date("2027-06-01"), noInvalidDate: true })
    .map((date) => date.toISOString());
  fc.assert(
    fc.property(instant, instant, (one, other) => {
      const [earlier, later] = [one, other].toSorted() as [string, string];
      expect(phases.indexOf(phaseAt(calendar, earlier))).toBeLessThanOrEqual(
        phases.indexOf(phaseAt(calendar, later)),
      );
    }),
  );
});

test.for(started.slice(1))("%s cannot begin before the phase before it", (phase) => {
  const before = started[started.indexOf(phase) - 1] as Exclude<Phase, "covenant">;
  expect(fits(Calendar, { ...calendar, [phase]: calendar[before] })).toBe(true);
  const early = shifted(calendar[before], -1);
  expect(fits(Calendar, { ...calendar, [phase]: early })).toBe(false);
  expect(() => moved(calendar, phase, early)).toThrow(refusal("phase/order", { phase, to: early }));
});

test("a deadline that is moved moves alone", () => {
  const to = "2026-12-21T10:00:00.000Z";
  expect(moved(calendar, "review", to)).toEqual({ ...calendar, review: to });
  expect(calendar.review).toBe("2026-12-20T10:00:00.000Z");
});

test.for([
  ["without milliseconds", "2026-12-20T10:00:00Z"],
  ["in another zone", "2026-12-20T17:00:00.000+07:00"],
  ["a day alone", "2026-12-20"],
  ["a day that is not there", "2026-02-30T10:00:00.000Z"],
] as const)("an instant %s is not taken, since instants compare as text does", ([, review]) => {
  expect(fits(Calendar, { ...calendar, review })).toBe(false);
});

test.for<[string, string, Phase[], object]>([
  [
    "too early, told from when",
    calendar.running,
    ["scoring", "review"],
    { phase: "running", from: calendar.scoring },
  ],
  [
    "too late, told until when",
    calendar.voting,
    ["scoring", "review"],
    { phase: "voting", until: calendar.voting },
  ],
  ["a millisecond late", calendar.review, ["scoring"], { phase: "review", until: calendar.review }],
  [
    "between two that are right, told the next",
    calendar.review,
    ["scoring", "voting"],
    { from: calendar.voting },
  ],
])("%s", ([, now, allowed, about]) => {
  expect(() => expectPhase(calendar, now, allowed)).toThrow(refusal("phase/not-now", { ...about, allowed }));
});

test("within a right phase nothing is said; once closed, that it is closed", () => {
  expect(() => expectPhase(calendar, calendar.scoring, ["scoring"])).not.toThrow();
  expect(() => expectPhase(calendar, calendar.closed, ["scoring"])).toThrow(
    refusal("year/closed", { since: calendar.closed }),
  );
  expect(() => expectPhase(calendar, calendar.closed, ["closed"])).not.toThrow();
});

test("a year being closed takes no more, whatever a cluster's calendar says", () => {
  const year: Year = { year: 2026, runs: "calendar", calendar, state: "open" };
  const later = { ...calendar, closed: "2029-01-01T00:00:00.000Z" };
  expect(phaseOf(year, later, calendar.scoring)).toBe("scoring");
  expect(phaseOf(year, later, calendar.closed)).toBe("closed");
  expect(phaseOf({ ...year, state: "closing" }, later, calendar.scoring)).toBe("closed");
  expect(phaseOf({ ...year, state: "closed" }, later, calendar.scoring)).toBe("closed");
});

test("a cluster that put its own days forward is not closed before its year", () => {
  const year: Year = { year: 2026, runs: "calendar", calendar, state: "open" };
  expect(phaseOf(year, { ...calendar, closed: calendar.counting }, calendar.counting)).toBe("counting");
});

test("a year opens with days in their order, and with last year's where there was one", () => {
  for (const runs of ["calendar", "school", "own"] as const)
    expect(fits(Calendar, usualCalendar(2027, runs))).toBe(true);
  expect(usualCalendar(2027, "school").closed).toBe("2028-07-31T10:00:00.000Z");
  expect(usualCalendar(2027, "own", calendar)).toMatchObject({ review: "2027-12-20T10:00:00.000Z" });
});
