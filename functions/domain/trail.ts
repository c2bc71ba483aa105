import * as z from "zod/mini";
import { finders, type Sheet } from "./sheet.ts";
import { Instant } from "./text.ts";

/** One thing done: when, by whom, by which route, to what. Ids alone; `title` is what the thing calls itself. */
export const Deed = z.object({
  at: Instant,
  by: z.string(),
  did: z.string(),
  /** What kind of thing it was done to, as the table calls it. */
  kind: z.string(),
  key: z.record(z.string(), z.union([z.string(), z.number()])),
  title: z.optional(z.string()),
  /** Which change of the thing, or which version of the sheet. */
  no: z.optional(z.int()),
  /** How often, where only that is kept. */
  times: z.optional(z.int()),
  /** On how many lines of the sheet. */
  lines: z.optional(z.int()),
});
export type Deed = z.output<typeof Deed>;

/**
 * What was done on one sheet, from its versions: each hand-over is a deed, and so is what one person wrote within an
 * hour, however many lines it was. A later version repeats the facts of the one before; they count once.
 */
export function deedsOn(versions: readonly Sheet[]): Deed[] {
  const deeds = new Map<string, Deed & { codes: Set<string> }>();
  const add = (sheet: Sheet, did: string, { by, at }: { by: string; at: string }, code?: string) => {
    const { year, cluster, unit, no } = sheet;
    const name = code === undefined ? `${did} ${no}` : `${did} ${by} ${at.slice(0, "2026-01-01T00".length)}`;
    const known = deeds.get(name) ?? {
      ...{ at, by, did, kind: "sheet", key: { year, cluster, unit } },
      ...(code === undefined && { no }),
      codes: new Set<string>(),
    };
    if (code !== undefined) known.codes.add(code);
    deeds.set(name, { ...known, at: known.at > at ? known.at : at });
  };
  for (const sheet of versions.toSorted((a, b) => a.no - b.no)) {
    for (const [code, entry] of Object.entries(sheet.lines)) {
      if (entry.claim) add(sheet, "scoring.saveClaims", entry.claim, code);
      if (entry.explanation) add(sheet, "scoring.explain", entry.explanation, code);
      for (const finder of finders)
        if (entry[finder]) add(sheet, "scoring.saveFindings", entry[finder], code);
    }
    if (sheet.sealed)
      add(sheet, sheet.stage === "review" ? "scoring.finishSheet" : "scoring.submitSheet", sheet.sealed);
    if (sheet.returned) add(sheet, "scoring.returnSheet", sheet.returned);
  }
  return Array.from(deeds.values(), ({ codes, ...deed }) => ({
    ...deed,
    ...(codes.size > 0 && { lines: codes.size }),
  }));
}
