import { type Calendar, type Phase, phases, usualCalendar } from "#domain/calendar.ts";
import type { Year } from "#domain/year.ts";
import { fieldFrom, instantFrom } from "./hour.ts";

type Starting = Exclude<Phase, "covenant">;
export const starting = phases.filter((phase) => phase !== "covenant");
const day = 24 * 60 * 60_000;

/** The days of a year as they are being written: of one that is there, or of one to be opened. */
export class CalendarDraft {
  readonly yearNo: number;
  readonly was: Year | undefined;
  readonly #before: Year | undefined;
  runs = $state<Year["runs"]>("calendar");
  name = $state("");
  motto = $state("");
  reason = $state("");
  fields: Record<Starting, string> = $state({
    running: "",
    scoring: "",
    review: "",
    voting: "",
    counting: "",
    closed: "",
  });
  readonly calendar = $derived(this.#calendar());
  /** The first phases that come before the one they should follow. */
  readonly early = $derived(
    new Set(starting.filter((phase, at) => at > 0 && this.#at(phase) < this.#at(starting[at - 1] ?? phase))),
  );
  readonly blank = $derived(
    new Set(starting.filter((phase) => instantFrom(this.fields[phase]) === undefined)),
  );
  readonly moved = $derived(
    starting.filter(
      (phase) => this.was && this.calendar && this.calendar[phase] !== this.was.calendar[phase],
    ),
  );
  readonly isSound = $derived(this.early.size === 0 && this.blank.size === 0);

  constructor(yearNo: number, years: readonly Year[]) {
    this.yearNo = yearNo;
    this.was = years.find(({ year }) => year === yearNo);
    this.#before = years.find(({ year }) => year === yearNo - 1);
    this.runs = this.was?.runs ?? this.#before?.runs ?? "calendar";
    this.name = this.was?.name ?? "";
    this.motto = this.was?.motto ?? "";
    this.#fill(this.was?.calendar ?? this.#usual());
  }

  /** What is being written, over what somebody else has saved meanwhile. */
  over(years: readonly Year[]): CalendarDraft {
    const { fields, runs, name, motto, reason } = this;
    return Object.assign(new CalendarDraft(this.yearNo, years), { fields, runs, name, motto, reason });
  }

  /** Another way to run fills in its own days, as long as the year is not there. */
  runAs(runs: Year["runs"]) {
    this.runs = runs;
    if (!this.was && runs !== "own") this.#fill(this.#usual());
  }

  /** Days from one phase to the next, where both are known. */
  lengthOf(phase: Starting): number | undefined {
    const next = starting[starting.indexOf(phase) + 1];
    if (!next) return undefined;
    const length = Math.floor((Date.parse(this.#at(next)) - Date.parse(this.#at(phase))) / day);
    return Number.isNaN(length) || length < 0 ? undefined : length;
  }

  #usual(): Calendar {
    const isSame = this.#before?.runs === this.runs;
    return usualCalendar(this.yearNo, this.runs, isSame ? this.#before?.calendar : undefined);
  }

  #fill(calendar: Calendar) {
    for (const phase of starting) this.fields[phase] = fieldFrom(calendar[phase]);
  }

  #at = (phase: Starting) => instantFrom(this.fields[phase]) ?? "";

  #calendar(): Calendar | undefined {
    const days = starting.map((phase) => [phase, this.#kept(phase)] as const);
    return days.every(([, at]) => at !== undefined) ? (Object.fromEntries(days) as Calendar) : undefined;
  }

  /** Seconds no field shows are not lost by looking at it. */
  #kept(phase: Starting): string | undefined {
    const was = this.was?.calendar[phase];
    return was && fieldFrom(was) === this.fields[phase] ? was : instantFrom(this.fields[phase]);
  }
}
