import type { Quota, Share } from "#domain/quota.ts";
import type { Measured } from "../../words/vi-quota.ts";
import { measureOf } from "./quotas.ts";

type Row = Pick<Share, "award" | "legalBasis" | "validFrom"> & {
  measured: Measured;
  figure: number | null;
  validTo: string;
};

/** Forms that provinces use, without their ground: each year's guidance is that. */
export const forms = {
  halves: [
    ["CO_CP", "number", 1],
    ["CO_BT", "number", 1],
    ["BK_BT", "remaining", 50],
  ],
  fifth: [
    ["CO_BT", "number", 1],
    ["BK_BT", "remaining", 20],
  ],
  number: [["CO_BT", "number", 3]],
} as const satisfies Record<string, readonly (readonly [award: string, Measured, number])[]>;

/** A list of quotas while it is being written. */
export class QuotaDraft {
  rows = $state<Row[]>([]);
  readonly #firstDay: string;

  constructor(quota: Quota, year: number) {
    this.#firstDay = `${year}-01-01`;
    this.rows = quota.map((share) => ({
      ...measureOf(share),
      award: share.award,
      legalBasis: share.legalBasis,
      validFrom: share.validFrom,
      validTo: share.validTo ?? "",
    }));
  }

  /** Whole, or nothing where a line is not. */
  readonly quota: Quota | undefined = $derived.by(() => {
    const shares = this.rows.flatMap((row) => shareFrom(row) ?? []);
    return shares.length === this.rows.length ? shares : undefined;
  });

  /** Most lines stand in the same paper as the one above. */
  add(award = "BK_BT", measured: Measured = "number", figure: number | null = 1) {
    const { legalBasis = "", validFrom = this.#firstDay, validTo = "" } = this.rows.at(-1) ?? {};
    this.rows.push({ award, measured, figure, legalBasis, validFrom, validTo });
  }

  begin(form: keyof typeof forms) {
    for (const [award, measured, figure] of forms[form]) this.add(award, measured, figure);
  }

  remove(at: number) {
    this.rows.splice(at, 1);
  }

  up(at: number) {
    this.rows.splice(at - 1, 0, ...this.rows.splice(at, 1));
  }
}

function shareFrom({ award, measured, figure, legalBasis, validFrom, validTo }: Row): Share | undefined {
  const isWhole = Number.isInteger(figure) && legalBasis.trim() !== "" && validFrom !== "";
  if (!isWhole || figure === null || figure < 0) return undefined;
  if (measured !== "number" && (figure < 1 || figure > 100)) return undefined;
  return {
    award,
    most: measured === "number" ? { number: figure } : { percent: figure, of: measured },
    legalBasis: legalBasis.trim(),
    validFrom,
    ...(validTo && { validTo }),
  };
}
