/**
 * Numbers as people wrote them. Binary fractions give other hundredths now and then (1.005 × 100 is 100.49999…),
 * so every rule that multiplies or divides does it on whole numbers and rounds once, half away from zero.
 */
export type Exact = { readonly n: bigint; readonly d: bigint };

/** The decimal as written: 0.1 is one tenth. */
export function exact(number: number): Exact {
  const [mantissa = "0", exponent = "0"] = String(number).split("e");
  const [whole = "0", decimals = ""] = mantissa.split(".");
  const power = decimals.length - Number(exponent);
  const digits = BigInt(whole + decimals);
  return power >= 0 ? { n: digits, d: 10n ** BigInt(power) } : { n: digits * 10n ** BigInt(-power), d: 1n };
}

export const zero = exact(0);

export const plus = (a: Exact, b: Exact): Exact => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
export const minus = (a: Exact, b: Exact): Exact => plus(a, { n: -b.n, d: b.d });
export const times = (a: Exact, b: Exact): Exact => ({ n: a.n * b.n, d: a.d * b.d });
export const over = (a: Exact, b: Exact): Exact =>
  b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };

/** Negative, zero or positive, as a is less than, equal to or greater than b. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const least = (a: Exact, b: Exact) => (compare(a, b) <= 0 ? a : b);
export const greatest = (a: Exact, b: Exact) => (compare(a, b) >= 0 ? a : b);

/** In whole units of 10^-places, half away from zero: `rounded(exact(2.345), 2)` is 235. */
export function rounded({ n, d }: Exact, places: number): number {
  const scaled = (n < 0n ? -n : n) * 10n ** BigInt(places);
  const whole = (2n * scaled + d) / (2n * d);
  return Number(n < 0n ? -whole : whole) + 0;
}

/** Kept as whole hundredths inside; people read and write them with two decimals. */
export const hundredthsOf = (points: number) => rounded(exact(points), 2);
export const pointsOf = (hundredths: number) => hundredths / 100;

/** A fraction written "2/3". */
export function fraction(text: string): Exact {
  const [n = "0", d = "1"] = text.split("/");
  return { n: BigInt(n), d: BigInt(d) };
}
