import * as z from "zod/mini";
import type { Phase } from "./calendar.ts";
import type { State } from "./sheet.ts";
import { Day, Instant, Slug } from "./text.ts";
import { YearNo } from "./year-no.ts";

/** What a unit may be late with. */
export const Owed = z.enum(["signature", "sheet"]);
export type Owed = z.output<typeof Owed>;

/** A unit was reminded on a day: once, whoever asked for it and however often. */
export const Reminder = z.object({
  year: YearNo,
  cluster: Slug,
  unit: Slug,
  day: Day,
  of: Owed,
  by: z.string(),
  at: Instant,
});
export type Reminder = z.output<typeof Reminder>;

/** What a unit still owes in a phase, or undefined: its signature while there is a covenant to sign, then its sheet. */
export function owedBy(
  { state, signed }: { state: State; signed: boolean },
  { phase, hasCovenant }: { phase: Phase; hasCovenant: boolean },
): Owed | undefined {
  if (phase === "covenant" || phase === "running") return hasCovenant && !signed ? "signature" : undefined;
  if (phase === "scoring") return state === "submitted" || state === "final" ? undefined : "sheet";
  return phase === "review" && state === "returned" ? "sheet" : undefined;
}
