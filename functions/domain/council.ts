import * as z from "zod/mini";
import { Name, Slug, Text } from "./text.ts";

/** The body that owns units, clusters and years. Nothing of one council is ever visible to another. */
export const Council = z.object({
  council: Slug,
  name: Name,
  /** ministry, province, union, party …: a word for people, no rule hangs on it. */
  kind: Name,
  /** Whom to call when something is refused. */
  contact: z.optional(Text),
});
export type Council = z.output<typeof Council>;
