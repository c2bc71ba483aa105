import type { Format } from "./format.ts";

type Money = { million: string; billion: string };
type Scale = { by: number; measure: string };

/**
 * What figures beside each other are told in: money in millions or billions, as reports do, everything else as it was
 * counted. The largest decides for all.
 */
export function scaleOf(largest: number, measure: string, money: Money): Scale {
  if (!/^(đồng|vnđ|vnd)$/i.test(measure.trim())) return { by: 1, measure };
  if (largest >= 10_000_000_000) return { by: 1_000_000_000, measure: money.billion };
  return largest >= 1_000_000 ? { by: 1_000_000, measure: money.million } : { by: 1, measure };
}

/** A figure on its scale, with no more decimals than one looks at. */
export const onScale = (value: number, { by }: Scale, format: Format): string =>
  format.number(by === 1 ? value : Math.round((100 * value) / by) / 100);
