import * as z from "zod/mini";
import { Day, Name } from "./text.ts";

/** A number for each cluster; or a part of its units, of those the awards above leave over, or of all clusters of the council. */
const Most = z.union([
  z.strictObject({ number: z.int().check(z.gte(0), z.lte(1_000)) }),
  z.strictObject({
    percent: z.int().check(z.gte(1), z.lte(100)),
    of: z.enum(["units", "remaining", "clusters"]),
  }),
]);

/** How many units may be proposed for one award, on which ground, and for conferences on which days. */
export const Share = z.strictObject({
  award: z.string().check(z.maxLength(40)),
  most: Most,
  legalBasis: Name,
  validFrom: Day,
  validTo: z.optional(Day),
});
export type Share = z.output<typeof Share>;

/** In the order in which awards are given out: `remaining` means after those above. */
export const Quota = z.array(Share).check(z.maxLength(12));
export type Quota = z.output<typeof Quota>;

export type Proposed = { cluster?: string; award: string; unit: string };
/** What a share comes to. It advises; nothing is refused for being over. */
export type Allowance = {
  share: Share;
  /** What a percentage is of. */
  of: number;
  may: number;
  proposed: number;
  isOver: boolean;
};

const isWhole = ({ most }: Share) => "percent" in most && most.of === "clusters";
/** Nobody has it beside an award of the same list. */
const isApart = ({ most }: Share) => !("percent" in most) || most.of === "remaining";

const inForce = (quota: Quota, day: string) =>
  quota.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo));

/** The year, or a cluster in it. */
type Guided = { quota?: Quota | undefined };

/** A cluster's own list, else the council's for all; as in force on the day of its conference. */
export const sharesOf = ({ quota: all = [] }: Guided, { quota: own = all }: Guided, day: string) =>
  inForce(own, day).filter((share) => !isWhole(share));

/** What the council as a whole may propose. */
export const wholeSharesOf = ({ quota = [] }: Guided, day: string) => inForce(quota, day).filter(isWhole);

/** "At most 50 %" of five is two. */
const mostOf = ({ most }: Share, of: number) =>
  "percent" in most ? Math.floor((most.percent * of) / 100) : most.number;

function allowanceOf(share: Share, of: number, proposed: readonly Proposed[]): Allowance {
  const recipients = proposed.filter(({ award }) => award === share.award);
  const count = new Set(recipients.map(({ cluster = "", unit }) => `${cluster} ${unit}`)).size;
  const may = mostOf(share, of);
  return { share, of, may, proposed: count, isOver: count > may };
}

/** What remains for an award does not wait for those above it to be proposed: they are taken as given out. */
export function allowancesOf(
  shares: readonly Share[],
  { units, proposed }: { units: number; proposed: readonly Proposed[] },
): Allowance[] {
  let remaining = units;
  return shares.map((share) => {
    const isOfRest = "percent" in share.most && share.most.of === "remaining";
    const allowance = allowanceOf(share, isOfRest ? remaining : units, proposed);
    if (isApart(share)) remaining = Math.max(0, remaining - Math.max(allowance.may, allowance.proposed));
    return allowance;
  });
}

export const wholeAllowancesOf = (
  shares: readonly Share[],
  { clusters, proposed }: { clusters: number; proposed: readonly Proposed[] },
): Allowance[] => shares.map((share) => allowanceOf(share, clusters, proposed));

/** Who is inside by rank alone, and who shares the rank at its border: a rank is never parted. */
export function insideOf(
  allowances: readonly Allowance[],
  standings: readonly { unit: string; rank: number }[],
): { inside: string[]; border: string[] }[] {
  let next = 0;
  return allowances.map(({ share, may }) => {
    const from = isApart(share) ? next : 0;
    const to = from + may;
    if (isApart(share)) next = to;
    const place = ({ rank }: { rank: number }) => {
      const last = rank - 1 + standings.filter((other) => other.rank === rank).length;
      if (rank - 1 >= from && last <= to) return "inside";
      return may > 0 && rank - 1 < to && last > from ? "border" : "outside";
    };
    const at = (where: string) => standings.filter((one) => place(one) === where).map(({ unit }) => unit);
    return { inside: at("inside"), border: at("border") };
  });
}
