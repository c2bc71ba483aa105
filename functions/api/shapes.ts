import * as z from "zod/mini";
import { Slug } from "#domain/text.ts";

/** Nothing more to say than that it was done. */
export const Done = z.object({});

/** Where a sheet stands. */
export const State = z.enum(["blank", "filling", "submitted", "returned", "review", "final"]);

/** What the rule of a poll says came of it. */
export const Decided = z.object({
  passed: z.array(Slug),
  tied: z.array(Slug),
  /** In per cent of the rule's base, with one decimal. */
  percent: z.record(Slug, z.number()),
});

export const Named = z.object({ id: Slug, name: z.string() });
