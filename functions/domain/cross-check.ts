import * as z from "zod/mini";
import { refuse } from "./refuse.ts";
import { Instant, Slug, Title } from "./text.ts";

/** A member that does not appraise another, and why: said by itself, the head or the clerk. */
export const Recusing = z.strictObject({ unit: Slug, appraiser: Slug, reason: Title });
type Recusing = z.output<typeof Recusing>;
const Recusal = z.object({ ...Recusing.shape, by: z.string(), at: Instant });
type Recusal = z.output<typeof Recusal>;

export const Appraisers = z.record(Slug, Slug);
type Appraisers = Readonly<Record<string, string>>;

/**
 * Chấm chéo: which member appraises which, by the unit appraised. The appraiser stands in the place of head and
 * deputies, so that one hand answers for a finding; a unit that has none stays with those.
 */
export const CrossCheck = z.object({
  appraisers: Appraisers,
  recusals: z.array(Recusal).check(z.maxLength(60)),
  by: z.string(),
  at: Instant,
});
export type CrossCheck = z.output<typeof CrossCheck>;

type Checked = { members: readonly string[]; crossCheck?: CrossCheck | undefined };
type Pair = { unit: string; appraiser: string };
const isPair = (a: Pair) => (b: Pair) => a.unit === b.unit && a.appraiser === b.appraiser;

/** Who appraises a unit; one that has left the cluster appraises nobody. */
export function appraiserOf({ members, crossCheck }: Checked, unit: string): string | undefined {
  const appraiser = crossCheck?.appraisers[unit];
  return appraiser !== undefined && members.includes(appraiser) ? appraiser : undefined;
}

export const isRecused = ({ crossCheck }: Pick<Checked, "crossCheck">, pair: Pair): boolean =>
  crossCheck?.recusals.some(isPair(pair)) ?? false;

/** What was settled anew: members alone, nobody its own, nobody one it stepped back from. A recusal keeps who first said it. */
export function settled(
  { members, crossCheck: was }: Checked,
  { appraisers, recusals }: { appraisers: Appraisers; recusals: readonly Recusing[] },
  author: { by: string; at: string },
): CrossCheck {
  const pairs = Object.entries(appraisers).map(([unit, appraiser]) => ({ unit, appraiser }));
  for (const { unit, appraiser } of [...pairs, ...recusals]) {
    const stranger = [unit, appraiser].find((each) => !members.includes(each));
    if (stranger !== undefined) throw refuse("unit/unknown", { unit: stranger });
    if (unit === appraiser) throw refuse("office/own-sheet", { unit });
  }
  const recused = pairs.find((pair) => recusals.some(isPair(pair)));
  if (recused) throw refuse("cross-check/recused", recused);
  const said = (each: Recusing) =>
    was?.recusals.find((there) => isPair(each)(there) && there.reason === each.reason);
  return { appraisers, recusals: recusals.map((each) => said(each) ?? { ...each, ...author }), ...author };
}

/** One steps back: the unit stays with the head until somebody else is named. Said again, it stands as it was said. */
export function steppedBack({ crossCheck: was }: Pick<Checked, "crossCheck">, recusal: Recusal): CrossCheck {
  if (was?.recusals.some(isPair(recusal))) return was;
  const rest = Object.entries(was?.appraisers ?? {}).filter(
    ([unit, appraiser]) => !isPair(recusal)({ unit, appraiser }),
  );
  const { by, at } = recusal;
  return {
    appraisers: Object.fromEntries(rest),
    recusals: [...(was?.recusals ?? []), recusal],
    by: was?.by ?? by,
    at: was?.at ?? at,
  };
}

/**
 * Proposed: each member appraises one other, next year another one, and nobody one it stepped back from. Where
 * recusals leave no way for somebody, that unit has no appraiser.
 */
export function proposed(members: readonly string[], year: number, recusals: readonly Pair[]): Appraisers {
  const count = members.length;
  const shift = 1 + (year % Math.max(count - 1, 1));
  const mayAppraise = (pair: Pair) => pair.unit !== pair.appraiser && !recusals.some(isPair(pair));
  /** Whom each appraiser has. */
  const given = new Map<string, number>();
  const find = (place: number, tried: Set<string>): boolean =>
    members
      .map((_, step) => members[(place + shift + step) % count] as string)
      .filter((appraiser) => mayAppraise({ unit: members[place] as string, appraiser }))
      .some((appraiser) => {
        if (tried.has(appraiser)) return false;
        tried.add(appraiser);
        const other = given.get(appraiser);
        if (other !== undefined && !find(other, tried)) return false;
        given.set(appraiser, place);
        return true;
      });
  for (const place of members.keys()) find(place, new Set());
  const pairs = Array.from(given, ([appraiser, place]) => [members[place] as string, appraiser] as const);
  return Object.fromEntries(pairs.toSorted(([a], [b]) => members.indexOf(a) - members.indexOf(b)));
}
