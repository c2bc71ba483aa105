import * as z from "zod/mini";
import { Day, Instant } from "./text.ts";

/**
 * What a council's histories came to one night: all that was written since the night before, under one digest that
 * continues the last. Kept outside, it shows later that nothing was cut back to before it.
 */
export const Root = z.object({
  day: Day,
  /** Known by the digest of all its heads. */
  heads: z.string(),
  count: z.int(),
  link: z.object({
    no: z.int(),
    at: Instant,
    by: z.string(),
    did: z.string(),
    was: z.string(),
    digest: z.string(),
    h: z.string(),
  }),
});
export type Root = z.output<typeof Root>;

/** Some of a night's heads, each `number digest place`. */
export const HeadsPage = z.object({ heads: z.string(), no: z.int(), lines: z.array(z.string()) });

/** The last link of one history, or a sealed version of one sheet. */
export type Head = { place: string; no: number; h: string };

export const lineOf = ({ place, no, h }: Head) => `${no} ${h} ${place}`;

export function headFrom(line: string): Head {
  const [no = "", h = "", ...place] = line.split(" ");
  return { no: Number(no), h, place: place.join(" ") };
}

/** What a root's link is the digest of. */
export const rootedIn = ({ day, heads, count }: Omit<Root, "link">) => ({ day, heads, count });
