import * as z from "zod/mini";
import catalogue from "./catalogue/awards.json" with { type: "json" };
import type { Recipient } from "./nomination.ts";
import { refuse } from "./refuse.ts";

/** A catalogue entry: who may receive it and by which rules. Standards are data with their legal basis. */
type Award = (typeof catalogue)["awards"][number];

const byCode = new Map<string, Award>(catalogue.awards.map((award) => [award.code, award]));

export function expectAward(code: string): Award {
  const award = byCode.get(code);
  if (!award) throw refuse("award/unknown", { award: code });
  return award;
}

/** One rule looked at. It advises; people decide. */
export const Check = z.object({
  rule: z.string(),
  legalBasis: z.string(),
  result: z.enum(["met", "not met", "cannot tell"]),
});
export type Check = z.output<typeof Check>;

type Known = {
  recipient: Recipient;
  /** The recipient unit's rank in its cluster, where it is ranked. */
  rank: number | undefined;
  /** Awards this recipient is proposed for besides. */
  others: readonly string[];
};

/** What the catalogue's standards say of one proposal, as far as this year's record can tell. */
export function checksOf(code: string, { recipient, rank, others }: Known): Check[] {
  const award = expectAward(code);
  const legalBasis = award.source.split(";")[0] ?? award.source;
  const isPerson = "person" in recipient;
  const fits = award.recipient === "both" || (award.recipient === "individual") === isPerson;
  const recipientRule: Check[] = fits
    ? []
    : [
        {
          rule: `Đối tượng: ${award.recipient === "individual" ? "cá nhân" : "tập thể"}`,
          legalBasis,
          result: "not met",
        },
      ];
  const hints = (award.ruleHints ?? []) as { type?: string; rank?: number }[];
  const leads = hints.find(({ type }) => type === "clusterRank");
  const leading: Check[] = leads
    ? [
        {
          rule: "Dẫn đầu cụm, khối thi đua",
          legalBasis,
          result: rank === undefined ? "cannot tell" : rank <= (leads.rank ?? 1) ? "met" : "not met",
        },
      ]
    : [];
  const rest: Check[] =
    hints.length > (leads ? 1 : 0)
      ? [{ rule: `Tiêu chuẩn ${award.nameVi}`, legalBasis, result: "cannot tell" }]
      : [];
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
  return [...recipientRule, ...leading, ...rest, ...once];
}
