import {
  type Allowance,
  allowancesOf,
  type Proposed,
  type Quota,
  type Share,
  sharesOf,
} from "#domain/quota.ts";
import { language } from "../../language.svelte.ts";
import { office, type Place } from "../../office.svelte.ts";
import { awardName } from "../../words/award.ts";
import { quotaWords } from "../../words/quota.svelte.ts";
import type { Measured } from "../../words/vi-quota.ts";
import { fieldFrom } from "../year/hour.ts";

/** The day in Vietnam on which a conference begins: what is in force then holds. */
export const dayOf = (instant: string) => fieldFrom(instant).slice(0, "2026-12-28".length);

export const measureOf = ({ most }: Share): { measured: Measured; figure: number } =>
  "percent" in most
    ? { measured: most.of, figure: most.percent }
    : { measured: "number", figure: most.number };

/** What the lists that hold for a cluster come to, beside what it proposes of units. */
export function allowancesAt(
  { year, cluster }: Pick<Place, "year" | "cluster">,
  proposed: readonly Proposed[],
): Allowance[] {
  const shares = sharesOf(year, cluster, dayOf(cluster.calendar.voting));
  return allowancesOf(shares, { units: cluster.members.length, proposed });
}

export function tellMay({ share, may, of }: Allowance): string {
  const { measured, figure } = measureOf(share);
  return quotaWords.current.may[measured](may, figure, of);
}

export function tellMost(share: Share): string {
  const { measured, figure } = measureOf(share);
  return quotaWords.current.most[measured](figure);
}

/** A whole list in one line, to be compared with another. */
export const tellQuota = (quota: Quota = []): string =>
  language.format.list(quota.map((share) => `${awardName(share.award, language.name)}: ${tellMost(share)}`));

export function tellBasis({ legalBasis, validFrom, validTo }: Share): string {
  const { format } = language;
  return quotaWords.current.basis(legalBasis, format.day(validFrom), validTo ? format.day(validTo) : "");
}

/** Whoever serves the council sees what all clusters propose; a unit sees its own cluster's. */
export const seesWhole = () => ["clerk", "auditor", "member"].includes(office.me?.person.role ?? "");
