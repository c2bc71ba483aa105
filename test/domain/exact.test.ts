import fc from "fast-check";
import { expect, test } from "vitest";
import { decimal, Fraction } from "#domain/decimal.ts";
import {
  compare,
  type Exact,
  exact,
  fraction,
  greatest,
  hundredthsOf,
  least,
  minus,
  over,
  plus,
  pointsOf,
  rounded,
  times,
  zero,
} from "#domain/exact.ts";
import { fits } from "./given.ts";

test.for([
  [0.1, 1n, 10n],
  [-0.5, -5n, 10n],
  [1.005, 1005n, 1000n],
  [1e-7, 1n, 10_000_000n],
  [1.5e-7, 15n, 100_000_000n],
  [2.5e21, 25n * 10n ** 20n, 1n],
  [-40, -40n, 1n],
] as const)("%d is the decimal as it is written", ([number, n, d]) => {
  expect(exact(number)).toEqual({ n, d });
});

test.for([
  [1.005, 2, 101],
  [-1.005, 2, -101],
  [2.345, 2, 235],
  [2.344, 2, 234],
  [-2.344, 2, -234],
  [0.5, 0, 1],
  [-0.5, 0, -1],
  [0.05, 1, 1],
  [0.04999, 1, 0],
  [-0.04999, 1, 0],
] as const)("%d to %d places is %d of them: half goes away from zero", ([number, places, units]) => {
  expect(rounded(exact(number), places)).toBe(units);
});

const whole = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 9n });
const ratio: fc.Arbitrary<Exact> = fc.record({ n: whole, d: positive });
const isEqual = (a: Exact, b: Exact) => compare(a, b) === 0;

test("a rounded number is the nearest, and of two as near the one further from zero", () => {
  fc.assert(
    fc.property(ratio, fc.integer({ min: 0, max: 3 }), ({ n, d }, places) => {
      const units = BigInt(rounded({ n, d }, places));
      const scaled = n * 10n ** BigInt(places);
      const off = units * d - scaled;
      const distance = 2n * (off < 0n ? -off : off);
      expect(distance <= d).toBe(true);
      if (distance === d) expect(units * units * d * d > scaled * scaled).toBe(true);
    }),
  );
});

test("what is taken from nothing rounds to the same, with the other sign", () => {
  fc.assert(
    fc.property(ratio, (number) => {
      expect(rounded(minus(zero, number), 2)).toBe(-rounded(number, 2) + 0);
    }),
  );
});

test("taking away undoes adding, dividing undoes multiplying", () => {
  fc.assert(
    fc.property(ratio, ratio, (a, b) => {
      expect(isEqual(minus(plus(a, b), b), a)).toBe(true);
      if (b.n !== 0n) expect(isEqual(over(times(a, b), b), a)).toBe(true);
    }),
  );
});

test("of two numbers one is the least and the other the greatest, by their size alone", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), positive, (a, b, d) => {
      const [x, y] = [a, b].map((n) => ({ n: BigInt(n) * d, d })) as [Exact, Exact];
      expect(compare(x, y)).toBe(Math.sign(a - b));
      expect(rounded(least(x, y), 0)).toBe(Math.min(a, b));
      expect(rounded(greatest(x, y), 0)).toBe(Math.max(a, b));
    }),
  );
});

test("divided by what is below zero, a number changes its sign and its order", () => {
  expect(compare(over(exact(1), exact(-2)), zero)).toBe(-1);
  expect(rounded(over(exact(-1), exact(-2)), 2)).toBe(50);
});

test("sums of hundredths are exact in any order", () => {
  const hundredths = fc.array(fc.integer({ min: -100_000, max: 100_000 }));
  fc.assert(
    fc.property(hundredths, (all) => {
      const sum = all.map((one) => exact(one / 100)).reduce(plus, zero);
      expect(rounded(sum, 2)).toBe(all.reduce((total, one) => total + one, 0));
    }),
  );
});

test("points come back from their hundredths as they were written", () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), (hundredths) => {
      expect(hundredthsOf(pointsOf(hundredths))).toBe(hundredths);
    }),
  );
});

test.for([
  [9.75, 2, true],
  [9.755, 2, false],
  [-9.75, 2, true],
  [0.0001, 4, true],
  [0.00001, 4, false],
  [5, 0, true],
  [5.5, 0, false],
  [123_456_789_012_345, 2, true],
  [1_234_567_890_123_456, 2, false],
  [1e21, 2, false],
  [1e-7, 12, false],
  [Number.NaN, 2, false],
  [Number.POSITIVE_INFINITY, 2, false],
  ["5", 2, false],
  [null, 2, false],
] as const)("%s with %d decimals at the most is taken: %s", ([value, places, isTaken]) => {
  expect(fits(decimal(places), value)).toBe(isTaken);
});

test.for([
  ["2/3", true],
  ["0/1", true],
  ["1/1", true],
  ["999999/999999", true],
  ["4/3", false],
  ["1/0", false],
  ["-1/2", false],
  ["0.5", false],
  ["1", false],
  ["1 / 2", false],
  ["1/2/3", false],
  ["1000000/1000000", false],
] as const)("%s is a fraction from nothing to all: %s", ([text, isOne]) => {
  expect(fits(Fraction, text)).toBe(isOne);
});

test("a fraction is exact", () => {
  expect(compare(fraction("2/3"), over(exact(2), exact(3)))).toBe(0);
  expect(compare(fraction("333333/999999"), fraction("1/3"))).toBe(0);
  expect(compare(fraction("333333/999998"), fraction("1/3"))).toBe(1);
});
