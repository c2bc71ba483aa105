import * as z from "zod/mini";
import { refuse } from "./refuse.ts";
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
  /** Taken back by who may propose, with the reason; it stays on record. */
  withdrawn: z.optional(z.object({ reason: Text, by: z.string(), at: Instant })),
});
export type Nomination = z.output<typeof Nomination>;

/** What the council answered. `changed` means another award than the one proposed. */
export const Decision = z.object({
  year: YearNo,
  decision: Slug,
  cluster: z.optional(Slug),
  /** The proposal of that cluster it answers; a council also awards what nobody proposed. */
  nomination: z.optional(Slug),
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

/** A proposal is answered once: its answer has its name, so that two clerks cannot both give one. */
export const decisionIdOf = ({ cluster, nomination }: Pick<Nomination, "cluster" | "nomination">) =>
  `${cluster}-${nomination}`.slice(-40).replace(/^-/, "");

/** What answers a proposal speaks of the same award and recipient, under its own name. */
export function expectAnswer(
  proposed: Nomination | undefined,
  { decision, award, recipient }: Pick<Decision, "decision" | "award" | "recipient">,
) {
  const isSame =
    proposed !== undefined &&
    decision === decisionIdOf(proposed) &&
    award === proposed.award &&
    JSON.stringify(printed(recipient)) === JSON.stringify(printed(proposed.recipient));
  if (!isSame) throw refuse("nomination/unknown", { decision });
  if (proposed.withdrawn) throw refuse("nomination/withdrawn");
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
