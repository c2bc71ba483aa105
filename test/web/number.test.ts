import { expect, test } from "vitest";
import { numberFrom } from "../../web/src/number.ts";

test.for([
  ["74,5", 74.5],
  ["74.5", 74.5],
  ["0.125", 0.125],
  ["74,5 %", 74.5],
  ["1 750", 1750],
  ["1.234.000", 1_234_000],
  ["1.234,5", 1234.5],
  ["1,234.5", 1234.5],
  ["−3", -3],
] as const)("%s is read as %d", ([text, number]) => {
  expect(numberFrom(text)).toEqual({ number });
});

test("a point before three digits may be a thousands mark: it is asked, not guessed", () => {
  expect(numberFrom("234.000")).toEqual({ fault: "two-ways", readings: [234_000, 234] });
  expect(numberFrom("1.304")).toEqual({ fault: "two-ways", readings: [1304, 1.304] });
});

test.for(["", "74,", ",5", "1,2,3", "abc", "1e5", "12.34.56"])("%s is no number", (text) => {
  expect(numberFrom(text)).toEqual({ fault: "no-number" });
});
