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
  /** The award given instead, where that was told. */
  to: z.optional(z.string()),
  number: z.optional(Title),
  date: z.optional(Day),
  reason: z.optional(Text),
  by: z.string(),
  at: Instant,
});
export type Decision = z.output<typeof Decision>;

/** What the recipient has in the end: the award proposed, the one given instead, or none that is known. */
export function awardedBy({
  outcome,
  award,
  to,
}: Pick<Decision, "outcome" | "award" | "to">): string | undefined {
  if (outcome === "awarded") return award;
  return outcome === "changed" ? to : undefined;
}

/** Printed as people know them: a unit by its id, a person by name and unit. */
export const printed = (recipient: Recipient) =>
  "person" in recipient ? { person: recipient.person, unit: recipient.unit } : recipient.unit;

/** A decision as it goes under the seal; without another award it is sealed as it always was. */
export const underSeal = ({ award, recipient, outcome, to, number, date, cluster }: Decision) => [
  award,
  printed(recipient),
  outcome,
  number ?? "",
  date ?? "",
  cluster ?? "",
  ...(to === undefined ? [] : [to]),
];
