import * as z from "zod/mini";
import { awardedBy, Decision } from "./nomination.ts";
import { refuse } from "./refuse.ts";
import { Day, Instant, Slug, Text, Title } from "./text.ts";
import { YearNo } from "./year-no.ts";

/** What a later decision does to an award: takes it back, or gives it again. */
export const Later = z.strictObject({
  does: z.enum(["revoked", "restored"]),
  number: Title,
  date: Day,
  reason: Text,
});
type Later = z.output<typeof Later>;

/** An entry of its own beside the decision it is about, which stays as it was written. */
export const Revocation = z.object({
  year: YearNo,
  decision: Slug,
  no: z.int().check(z.gte(1)),
  ...Later.shape,
  by: z.string(),
  at: Instant,
});
export type Revocation = z.output<typeof Revocation>;

/** A decision with what has become of it since, oldest first. */
export const Registered = z.extend(Decision, { revocations: z.optional(z.array(Revocation)) });
export type Registered = z.output<typeof Registered>;

type Becoming = { revocations?: readonly Pick<Revocation, "does">[] | undefined };

export const isRevoked = ({ revocations }: Becoming) => revocations?.at(-1)?.does === "revoked";

/** Whether somebody has an award by it as things now stand. */
export const isInForce = (entry: Becoming & Pick<Decision, "outcome" | "award" | "to">) =>
  awardedBy(entry) !== undefined && !isRevoked(entry);

/**
 * What comes next for a decision: the entry that is there already where the same paper is entered again, or the number
 * of a new one. Only an award in force is revoked, only a revoked one restored.
 */
export function nextFor(
  decision: Decision | undefined,
  past: readonly Revocation[],
  { does, number }: Pick<Later, "does" | "number">,
): Revocation | number {
  if (!decision || awardedBy(decision) === undefined) throw refuse("decision/unknown");
  const same = past.find((entry) => entry.does === does && entry.number === number);
  if (same) return same;
  if (isRevoked({ revocations: past }) === (does === "revoked")) throw refusalOf(does);
  return past.length + 1;
}

/** Somebody else has just entered the same step. */
export const refusalOf = (does: Later["does"]) =>
  refuse(does === "revoked" ? "decision/revoked" : "decision/in-force");

/** As it goes under the seal, where there is one when a year is closed. */
export const revocationUnderSeal = ({ decision, no, does, number, date, reason }: Revocation) => [
  ...[decision, no, does, number, date, reason],
];
