import * as z from "zod/mini";
import { passesAt } from "#lib/passing.ts";
import { Instant, Slug } from "./text.ts";

/** The demo council that a council, or whoever operates them all, has open: one at a time. */
export const Demo = z.object({
  /** The council, or the operator's name. */
  owner: z.string(),
  council: Slug,
  by: z.string(),
  at: Instant,
  thrownAt: z.optional(Instant),
});
export type Demo = z.output<typeof Demo>;

/** Stands in a demo that was thrown away: from then on it answers nobody. */
export const Over = z.object({ by: z.string(), at: Instant });
export type Over = z.output<typeof Over>;

/** The name of a council that stays: no council takes one that says when it is forgotten. */
export const LastingName = Slug.check(z.refine((name) => passesAt(name) === undefined, "the name of a demo"));

/** Whether the day of this council has come. One that stays has none. */
export const hasPassed = (council: string, now: string) => (passesAt(council) ?? "9") <= now;

export const isOver = ({ council, thrownAt }: Demo, now: string) =>
  thrownAt !== undefined || hasPassed(council, now);
