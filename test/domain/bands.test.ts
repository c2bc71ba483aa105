import { expect, test } from "vitest";
import { bandOf } from "#domain/ranking.ts";
import { tableOf } from "./given.ts";

const judged = (code: string, max: number) => ({ code, way: { way: "judged" as const, max } });
const table = tableOf({
  groups: [{ code: "I", criteria: [judged("1.1", 10), judged("1.2", 30), judged("1.3", 0)] }],
  bonus: [judged("T1", 10)],
  deductions: [],
  bands: [
    { title: "Khá", from: 70 },
    { title: "Xuất sắc", from: 90, floor: 85 },
    { title: "Tốt", from: 80, floor: 50 },
  ],
});

const band = (rate: number, points: Record<string, number>, notAssigned: string[] = []) =>
  bandOf(table, {
    rate,
    points: new Map(Object.entries(points).map(([code, each]) => [code, each * 100])),
    notAssigned: new Set(notAssigned),
  });

test.for([
  ["the highest band whose rate and floors are reached", 90, { "1.1": 8.5, "1.2": 25.5 }, "Xuất sắc"],
  ["a line just below the floor: the next band", 99, { "1.1": 8.49, "1.2": 30 }, "Tốt"],
  ["a third of a per cent below the floor", 99, { "1.1": 10, "1.2": 25.49 }, "Tốt"],
  ["a rate just below: the next band", 89.99, { "1.1": 10, "1.2": 30 }, "Tốt"],
  ["half of a line is a floor of 50", 80, { "1.1": 5, "1.2": 30 }, "Tốt"],
  ["no floor where none is set", 99, { "1.1": 0, "1.2": 30 }, "Khá"],
  ["a blank line has nothing", 99, { "1.2": 30 }, "Khá"],
  ["below all bands", 69.99, { "1.1": 10, "1.2": 30 }, undefined],
] as const)("%s", ([, rate, points, title]) => {
  expect(band(rate, points)).toBe(title);
});

test("a line that is not assigned has no floor, nor has a bonus", () => {
  expect(band(95, { "1.2": 30, T1: 0 }, ["1.1"])).toBe("Xuất sắc");
});

test("without bands there is none", () => {
  const { bands: _, ...bare } = table;
  expect(bandOf(bare, { rate: 100, points: new Map(), notAssigned: new Set() })).toBeUndefined();
});
