import * as z from "zod/mini";
import { refuse } from "./refuse.ts";
import { Instant, Name, Slug } from "./text.ts";

export const Role = z.enum(["clerk", "scorer", "leader", "teller", "agency", "member", "auditor"]);
export type Role = z.output<typeof Role>;

/** What the clerk says of a person. Kept small: no number of an identity card, no account, no address. */
export const Profile = z.strictObject({
  name: Name,
  role: Role,
  unit: z.optional(Slug),
  agency: z.optional(Slug),
  /** Left out, it stays as it is. */
  active: z.optional(z.boolean()),
});
export type Profile = z.output<typeof Profile>;

/** The only item that holds a name. Everything else carries the person's id. */
export const Person = z.object({
  person: Slug,
  ...Profile.shape,
  active: z.boolean(),
  /** The import they came with: seen only once that is current. */
  import: z.optional(Slug),
});
export type Person = z.output<typeof Person>;

/** The paper slip a person signs in with for the first time; only its digest is kept, and it opens once. */
export const Slip = z.object({
  person: Slug,
  digest: z.string(),
  wrong: z.int(),
  madeAt: Instant,
  usedAt: z.optional(Instant),
  /** When they first came in, by this slip or one before it. */
  cameAt: z.optional(Instant),
});
export type Slip = z.output<typeof Slip>;

const mostWrong = 10;

/** A scorer or leader belongs to a unit, an agency's officer to an agency. */
export function expectPlace({ role, unit, agency }: Profile) {
  const isMissing = role === "scorer" || role === "leader" ? !unit : role === "agency" && !agency;
  if (isMissing) throw refuse("person/no-unit", { role });
}

export function expectUsable(slip: Slip | undefined, wrong = slip?.wrong ?? 0): Slip {
  if (!slip || slip.usedAt) throw refuse("access/slip-wrong");
  if (wrong >= mostWrong) throw refuse("access/throttled", { again: "clerk" });
  return slip;
}

/** Twelve letters and digits that are not taken for one another, from as many random bytes: 60 bits. */
export function slipFrom(random: Uint8Array): string {
  const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  const code = Array.from(random.slice(0, 12), (byte) => letters[byte % 32]).join("");
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** Spaces, hyphens and small letters are the same slip. */
export const slipAsKept = (typed: string) => typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
