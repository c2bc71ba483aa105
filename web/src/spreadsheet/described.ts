import { plainOf } from "#domain/alike.ts";

/** What a cell says. Text stays text, whatever it begins with; a day is a `Date` at its midnight, UTC. */
export type Value = string | number | Date | undefined;

/** How the figures under a heading are written, where that is not plain from themselves: `97.5` is 97,50 % as a percent. */
export type Heading = string | { heading: string; as: "percent" | "year" };

/** A table somebody takes away, as a page describes it: what is on that page, and no more. */
export type Sheet = {
  name: string;
  /** Above the table; without one the headings are its first row, so that it can be brought in again. */
  title?: string;
  under?: readonly string[];
  headings: readonly Heading[];
  rows: readonly (readonly Value[])[];
  /** Rows that head or sum up others, by their place. */
  strong?: readonly number[];
  /** As many columns stay in sight at the left. */
  held?: number;
};
export type Described = { file: string; sheets: readonly Sheet[] };

/** A name every system takes, from what stands above the table. */
export const fileNameOf = (...words: readonly string[]) => plainOf(words.join(" ")).replaceAll(" ", "-");

/** `2026-11-21` as a spreadsheet has a day; anything else stays as it is written. */
export const dayIn = (day: string | undefined): Value =>
  day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00Z`) : day;
