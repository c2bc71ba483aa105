import { exact, fraction, rounded, times } from "#domain/exact.ts";
import type { Share } from "#domain/poll.ts";

/** As it is said: in per cent where that is exact, else as the fraction that was written. */
export function saidOf({ moreThan, atLeast = "0/1" }: Share, percent: (number: number) => string): string {
  const written = moreThan ?? atLeast;
  const { n, d } = times(exact(100), fraction(written));
  return n % d === 0n ? percent(Number(n / d)) : written;
}

/** In per cent with one decimal, for the line across the bars. */
export const percentOfShare = ({ moreThan, atLeast = "0/1" }: Share) =>
  rounded(times(exact(100), fraction(moreThan ?? atLeast)), 1) / 10;
