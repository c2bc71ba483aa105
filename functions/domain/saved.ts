import * as z from "zod/mini";
import { type RefusalCode, refuse } from "./refuse.ts";
import { Instant } from "./text.ts";

/** Who saved a thing last, and how often it was saved: what two hands at once are told apart by. */
export const Saved = z.object({ by: z.string(), at: Instant, times: z.int().check(z.gte(1)) });
export type Saved = z.output<typeof Saved>;
type Kept = { saved?: Saved | undefined } | undefined;

/** Which saving somebody has before them: 0 is nothing yet, 1 a thing as it was made. */
export const timesSaved = (kept: Kept): number => (kept === undefined ? 0 : (kept.saved?.times ?? 1));

export const savedOver = (was: Kept, hand: { by: string; at: string }): Saved => ({
  ...hand,
  times: timesSaved(was) + 1,
});

/** Nobody writes over what they have not seen; whoever does not say what they saw is trusted. */
export function expectSeen(kept: Kept, seen: number | undefined, code: RefusalCode) {
  if (seen === undefined || seen === timesSaved(kept)) return;
  throw refuse(code, kept?.saved && { by: kept.saved.by, at: kept.saved.at });
}
