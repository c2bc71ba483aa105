import * as z from "zod/mini";
import { decimal } from "./exact.ts";
import { Instant, Slug, Text, Title } from "./text.ts";
import { YearNo } from "./year-no.ts";

export const Target = z.strictObject({
  text: Title,
  measure: z.optional(Title),
  value: z.optional(decimal(4)),
});
export type Target = z.output<typeof Target>;

/** Targets and promises of one cluster: one text, known by its digest, signed by each member by its own hand. */
export const Covenant = z.object({
  year: YearNo,
  cluster: Slug,
  motto: z.optional(Title),
  text: z.optional(Text),
  targets: z.array(Target).check(z.maxLength(200)),
  digest: z.string(),
});
export type Covenant = z.output<typeof Covenant>;

/** One member, one text, once: the key is the right to sign, so that it cannot be signed twice. */
export const Signature = z.object({
  year: YearNo,
  cluster: Slug,
  digest: z.string(),
  unit: Slug,
  by: z.string(),
  at: Instant,
});
export type Signature = z.output<typeof Signature>;

/** What one unit reached of each target, by its place in the covenant; null where it has no figure. */
export const Reached = z.object({
  year: YearNo,
  cluster: Slug,
  unit: Slug,
  values: z.array(z.nullable(decimal(4))),
  by: z.string(),
  at: Instant,
});
export type Reached = z.output<typeof Reached>;
