import { expect, test } from "vitest";
import { onScale, scaleOf } from "../../web/src/words/amount.ts";
import { formatIn } from "../../web/src/words/format.ts";

const money = { million: "triệu đồng", billion: "tỷ đồng" };
const written = (value: number, measure: string, largest = value) => {
  const scale = scaleOf(largest, measure, money);
  return `${onScale(value, scale, formatIn("vi"))} ${scale.measure}`;
};

test.for<[number, string, string]>([
  [641, "cuốn", "641 cuốn"],
  [12_000_000, "cây", "12.000.000 cây"],
  [33.8, "triệu đồng", "33,8 triệu đồng"],
  [33_800_000, "đồng", "33,8 triệu đồng"],
  [33_800_000, "VNĐ", "33,8 triệu đồng"],
  [1_618_800_000, "đồng", "1.618,8 triệu đồng"],
  [12_345_678_901, "đồng", "12,35 tỷ đồng"],
  [950_000, "đồng", "950.000 đồng"],
])("%s %s is told as %s", ([value, measure, told]) => {
  expect(written(value, measure)).toBe(told);
});

test("figures beside each other are on one scale, that of the largest", () => {
  expect(written(500_000, "đồng", 33_800_000)).toBe("0,5 triệu đồng");
});

test("numbers follow the language", () => {
  const scale = scaleOf(33_800_000, "đồng", { million: "million dong", billion: "billion dong" });
  expect(`${onScale(33_800_000, scale, formatIn("en"))} ${scale.measure}`).toBe("33.8 million dong");
});
