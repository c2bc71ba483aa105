import fc from "fast-check";
import { expect, test } from "vitest";
import { Brought, sumsOf } from "#domain/movement.ts";
import { fits } from "./given.ts";

const books = (value: number, lastYear?: number | null, more: object = {}): Brought => ({
  unit: "lang-son",
  metric: "sách quyên góp",
  measure: "cuốn",
  value,
  ...(lastYear !== undefined && { lastYear }),
  ...more,
});
const money = (value: number) => books(value, null, { metric: "tiền ủng hộ", measure: "triệu đồng" });

test("figures are summed by metric and measure, in the order they first come", () => {
  const sums = sumsOf([books(600), money(33.8), books(41), books(3, null, { measure: "thùng" }), money(0.1)]);
  expect(sums).toEqual([
    { metric: "sách quyên góp", measure: "cuốn", value: 641, atLeast: false, changePercent: null },
    { metric: "tiền ủng hộ", measure: "triệu đồng", value: 33.9, atLeast: false, changePercent: null },
    { metric: "sách quyên góp", measure: "thùng", value: 3, atLeast: false, changePercent: null },
  ]);
  expect(sumsOf([])).toEqual([]);
});

test.for<[string, Brought[], number | null]>([
  ["more", [books(120, 100)], 20],
  ["less", [books(80, 100)], -20],
  ["the same", [books(100, 100)], 0],
  ["nothing left", [books(0, 100)], -100],
  ["of sums, not of parts", [books(200, 100), books(100, 200)], 0],
  ["to one decimal", [books(2, 3)], -33.3],
  ["half of a tenth upwards", [books(2001, 2000)], 0.1],
  ["half of a tenth downwards", [books(1999, 2000)], -0.1],
  ["manifold", [books(641, 3)], 21266.7],
  ["nothing before", [books(5, 0)], null],
  ["one of them unknown", [books(5, 4), books(5)], null],
  ["one of them said to be unknown", [books(5, 4), books(5, null)], null],
  ["one of them nothing", [books(5, 4), books(5, 0)], 150],
])("the change on last year: %s", ([, brought, changePercent]) => {
  expect(sumsOf(brought)[0]?.changePercent).toBe(changePercent);
});

test("a sum is a lower bound as soon as one part of it is", () => {
  expect(sumsOf([books(1), books(2, null, { atLeast: true })])[0]?.atLeast).toBe(true);
});

test("sums are exact, and the same in any order", () => {
  const parts = fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(parts, (all) => {
      const sum = all.reduce((total, one) => total + one, 0) / 10_000;
      const brought = all.map((one) => books(one / 10_000, one / 10_000));
      const [first] = sumsOf(brought);
      expect(first).toMatchObject({ value: sum, changePercent: sum === 0 ? null : 0 });
      expect(sumsOf(brought.toReversed())).toEqual([first]);
    }),
  );
});

test.for([
  ["below nothing", { value: -1 }],
  ["finer than four decimals", { value: 0.00001 }],
  ["without a measure", { measure: "" }],
  ["with a field nobody knows", { colour: "red" }],
  ["on a day that is not there", { date: "2026-02-30" }],
] as const)("no figure is %s", ([, change]) => {
  expect(fits(Brought, books(1, null))).toBe(true);
  expect(fits(Brought, { ...books(1, null), ...change })).toBe(false);
});
