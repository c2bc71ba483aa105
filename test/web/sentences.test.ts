import { expect, test } from "vitest";
import { clerk as en } from "../../web/src/words/en-clerk.ts";
import { sheet as sheetEn } from "../../web/src/words/en-sheet.ts";
import { clerk as lo } from "../../web/src/words/lo-clerk.ts";
import { sheet as sheetLo } from "../../web/src/words/lo-sheet.ts";
import { clerk as th } from "../../web/src/words/th-clerk.ts";
import { sheet as sheetTh } from "../../web/src/words/th-sheet.ts";
import { clerk as vi, type YearStanding } from "../../web/src/words/vi-clerk.ts";
import { sheet as sheetVi } from "../../web/src/words/vi-sheet.ts";

const late = (signatures: number, sheets: number): YearStanding["late"] => [
  ...Array.from({ length: signatures }, () => ({ owes: "signature" as const })),
  ...Array.from({ length: sheets }, () => ({ owes: "sheet" as const })),
];
const standing = [{ progress: { hasCovenant: true, units: [{ state: "final" as const }] } }];
const told = (words: typeof vi, phase: YearStanding["phase"], owed: YearStanding["late"]) =>
  words
    .sentence({ of: 2, phase, standing, late: owed }, undefined, 2026)
    .map(({ text }) => text)
    .join("");

test("the sentence over all clusters counts everybody a reminder would go to, whatever phase most of them are in", () => {
  expect(told(vi, "covenant", late(7, 7))).toBe("Bảy đơn vị chưa ký giao ước, bảy đơn vị chưa nộp phiếu.");
  expect(told(vi, "scoring", late(0, 2))).toBe("Hai đơn vị chưa nộp phiếu.");
  expect(told(vi, "review", late(0, 1))).toBe("1 trên 1 phiếu đã chốt. Một đơn vị chưa nộp phiếu.");
  expect(told(vi, "voting", late(3, 0))).toBe("Các cụm đang họp và bỏ phiếu. Ba đơn vị chưa ký giao ước.");
  expect(told(vi, "covenant", [])).toBe("Mọi đơn vị đã ký.");
  for (const words of [en, lo, th])
    for (const phase of ["covenant", "running", "scoring", "review", "voting", "counting"] as const) {
      const figures = told(words, phase, late(12, 34)).match(/12|34/g);
      expect(figures, phase).toEqual(["12", "34"]);
    }
});

test("the day self-scoring ends is named over a sheet until appraisal is over, and then no day that is past", () => {
  const day = "17:00 thứ Hai 21/12";
  for (const { lede } of [sheetVi, sheetEn, sheetLo, sheetTh]) {
    for (const phase of ["scoring", "review"] as const)
      expect(lede(phase, day, phase === "review"), phase).toContain(day);
    for (const phase of ["covenant", "running", "voting", "counting", "closed"] as const)
      expect(lede(phase, day, true), phase).not.toContain(day);
  }
});
