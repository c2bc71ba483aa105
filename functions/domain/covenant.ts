import * as z from "zod/mini";
import { decimal } from "./decimal.ts";
import { Instant, Slug, Text, Title } from "./text.ts";
import { YearNo } from "./year-no.ts";

export const Target = z.strictObject({
  text: Title,
  measure: z.optional(Title),
  /** The same for all; a unit that promises another figure has it in `byUnit`. */
  value: z.optional(decimal(4)),
  byUnit: z.optional(z.record(Slug, decimal(4))),
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
  /** Whose hand was the last in it; older ones do not say. */
  by: z.optional(z.string()),
  at: z.optional(Instant),
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

/** What a unit promised of a target: a figure of its own, or the common one. */
export const promisedBy = ({ value, byUnit }: Target, unit: string): number | undefined =>
  byUnit?.[unit] ?? value;

/**
 * Of all signatures under any text of a covenant: those under this one, and the last of each unit whose signature fell
 * away when the text was changed.
 */
export function signaturesUnder(digest: string, all: readonly Signature[]) {
  const signatures = all.filter((signature) => signature.digest === digest);
  const signed = new Set(signatures.map(({ unit }) => unit));
  const fallen = new Map(
    all
      .filter(({ unit }) => !signed.has(unit))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .map((signature) => [signature.unit, signature]),
  );
  return { signatures, fallen: Array.from(fallen.values()) };
}

/** What people write of a covenant. */
export type Draft = Pick<Covenant, "motto" | "text" | "targets">;
export type Part = keyof Draft;

/**
 * Two hands wrote on from the same text: what only one of them changed is taken from that one, target by target where
 * none was taken away; what both changed differently is a clash, and stays as it is here until somebody chooses.
 */
export function merged(base: Draft, mine: Draft, theirs: Draft): { draft: Draft; clashes: Part[] } {
  const motto = of(base.motto, mine.motto, theirs.motto);
  const text = of(base.text, mine.text, theirs.text);
  const targets = mergedTargets(base.targets, mine.targets, theirs.targets);
  const draft = {
    ...(motto.is !== undefined && { motto: motto.is }),
    ...(text.is !== undefined && { text: text.is }),
    targets: targets.is,
  };
  const parts = { motto, text, targets };
  return { draft, clashes: (Object.keys(parts) as Part[]).filter((part) => parts[part].clashes) };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function of<T>(base: T, mine: T, theirs: T): { is: T; clashes: boolean } {
  if (same(mine, theirs) || same(base, theirs)) return { is: mine, clashes: false };
  return { is: same(base, mine) ? theirs : mine, clashes: !same(base, mine) };
}

function mergedTargets(base: readonly Target[], mine: Target[], theirs: Target[]) {
  const whole = of<Target[]>([...base], mine, theirs);
  if (!whole.clashes || mine.length < base.length || theirs.length < base.length) return whole;
  const kept = base.map((target, at) => of<Target | undefined>(target, mine[at], theirs[at]));
  const added = [...theirs.slice(base.length), ...mine.slice(base.length)];
  const is = [...kept.flatMap(({ is: target }) => (target ? [target] : [])), ...added];
  return kept.some(({ clashes }) => clashes) ? whole : { is, clashes: false };
}
