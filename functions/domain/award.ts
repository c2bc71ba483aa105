import * as z from "zod/mini";
import catalogue from "./catalogue/awards.json" with { type: "json" };
import { awardedBy, type Decision, type Recipient } from "./nomination.ts";
import { refuse } from "./refuse.ts";

/** A catalogue entry: who may receive it and by which rules. Standards are data with their legal basis. */
export type Award = (typeof catalogue)["awards"][number];
/** Every award there is, in the order of the catalogue. */
export const awards: readonly Award[] = catalogue.awards;

const byCode = new Map<string, Award>(awards.map((award) => [award.code, award]));

export function expectAward(code: string): Award {
  const award = byCode.get(code);
  if (!award) throw refuse("award/unknown", { award: code });
  return award;
}

/** Of every share of a quota. */
export function expectAwards(quota: readonly { award: string }[] = []) {
  for (const { award } of quota) expectAward(award);
}

/** The article a standard stands in: the first of an entry's sources. */
export const legalBasisOf = ({ source }: Pick<Award, "source">) => source.split(";")[0] ?? source;

/** One rule looked at. It advises; people decide. */
export const Check = z.object({
  rule: z.string(),
  legalBasis: z.string(),
  result: z.enum(["met", "not met", "cannot tell"]),
  /** What was looked at: a rank, or how many of how many years in a row stand in the register. */
  figure: z.optional(z.object({ what: z.enum(["rank", "years"]), is: z.int(), of: z.int() })),
});
export type Check = z.output<typeof Check>;

type Hint = { type?: string; rank?: number; award?: string; times?: number };
const hintsOf = (award: Award) => (award.ruleHints ?? []) as Hint[];
const runOf = (award: Award) => hintsOf(award).find(({ type }) => type === "consecutiveAwards");

/** How many years back a standard looks into the register. */
export const yearsAsked = (code: string) => runOf(expectAward(code))?.times ?? 0;

type Known = {
  recipient: Recipient;
  /** The recipient unit's rank in its cluster, where it is ranked. */
  rank: number | undefined;
  /** Awards this recipient is proposed for besides. */
  others: readonly string[];
  year?: number;
  /** What the register says of this recipient in the years before. */
  past?: readonly Pick<Decision, "year" | "outcome" | "award" | "to">[];
};

/** What the catalogue's standards say of one proposal, as far as the record can tell. */
export function checksOf(code: string, { recipient, rank, others, year = 0, past = [] }: Known): Check[] {
  const award = expectAward(code);
  const legalBasis = legalBasisOf(award);
  const hints = hintsOf(award);
  const leads = hints.find(({ type }) => type === "clusterRank");
  const run = past.length > 0 ? runOf(award) : undefined;
  const looked = (leads ? 1 : 0) + (run ? 1 : 0);
  const rest: Check[] =
    hints.length > looked ? [{ rule: `Tiêu chuẩn ${award.nameVi}`, legalBasis, result: "cannot tell" }] : [];
  const once: Check[] =
    others.length > 0
      ? [
          {
            rule: "Một thành tích không khen thưởng nhiều lần",
            legalBasis: "Luật 06/2022/QH15",
            result: "cannot tell",
          },
        ]
      : [];
  return [
    ...recipientChecks(award, recipient),
    ...(leads ? [leadingCheck(leads.rank ?? 1, rank, legalBasis)] : []),
    ...(run ? [runCheck(run, past, year, legalBasis)] : []),
    ...rest,
    ...once,
  ];
}

function recipientChecks(award: Award, recipient: Recipient): Check[] {
  const isPerson = "person" in recipient;
  if (award.recipient === "both" || (award.recipient === "individual") === isPerson) return [];
  const whom = award.recipient === "individual" ? "cá nhân" : "tập thể";
  return [{ rule: `Đối tượng: ${whom}`, legalBasis: legalBasisOf(award), result: "not met" }];
}

function leadingCheck(of: number, rank: number | undefined, legalBasis: string): Check {
  const rule = "Dẫn đầu cụm, khối thi đua";
  if (rank === undefined) return { rule, legalBasis, result: "cannot tell" };
  return { rule, legalBasis, result: rank <= of ? "met" : "not met", figure: { what: "rank", is: rank, of } };
}

/** A run of years in the register; where it is short, papers from before the register may still make it whole. */
function runCheck(
  { award = "", times = 1 }: Hint,
  past: NonNullable<Known["past"]>,
  year: number,
  legalBasis: string,
): Check {
  const had = new Set(past.filter((one) => awardedBy(one) === award).map((one) => one.year));
  let is = 0;
  while (is < times && had.has(year - 1 - is)) is += 1;
  return {
    rule: `${times} lần liên tục ${byCode.get(award)?.nameVi ?? award}`,
    legalBasis,
    result: is >= times ? "met" : "cannot tell",
    figure: { what: "years", is, of: times },
  };
}
