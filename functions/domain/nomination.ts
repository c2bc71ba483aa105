import * as z from "zod/mini";
import { Day, Instant, Name, Slug, Text, Title } from "./text.ts";
import { YearNo } from "./year-no.ts";

/** A collective, or a person of one of its units; `class` is what the yearly statistics count by. */
export const Recipient = z.union([
  z.strictObject({ unit: Slug }),
  z.strictObject({
    person: Name,
    position: z.optional(Title),
    unit: Slug,
    class: z.optional(Title),
  }),
]);
export type Recipient = z.output<typeof Recipient>;

/** Proposed is not awarded. */
export const Nomination = z.object({
  year: YearNo,
  cluster: Slug,
  nomination: Slug,
  award: z.string(),
  recipient: Recipient,
  /** The poll it comes from; without one it was made by hand. */
  from: z.optional(Slug),
  reasons: z.optional(Text),
  by: z.string(),
  at: Instant,
});
export type Nomination = z.output<typeof Nomination>;

/** What the council answered. `changed` means another award than the one proposed. */
export const Decision = z.object({
  year: YearNo,
  decision: Slug,
  cluster: z.optional(Slug),
  award: z.string(),
  recipient: Recipient,
  outcome: z.enum(["awarded", "refused", "changed"]),
  number: z.optional(Title),
  date: z.optional(Day),
  reason: z.optional(Text),
  by: z.string(),
  at: Instant,
});
export type Decision = z.output<typeof Decision>;

/** Printed as people know them: a unit by its id, a person by name and unit. */
export const printed = (recipient: Recipient) =>
  "person" in recipient ? { person: recipient.person, unit: recipient.unit } : recipient.unit;
