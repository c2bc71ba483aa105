import { expect, test } from "vitest";
import type { Sheet } from "#domain/sheet.ts";
import { deedsOn } from "#domain/trail.ts";

const at = (hour: string) => `2024-12-15T${hour}:00.000Z`;
const by = (by: string, hour: string, value = 1) => ({ value, by, at: at(hour) });
const first: Sheet = {
  ...{ year: 2024, cluster: "cum-4", unit: "lang-son", no: 1, stage: "claiming", was: "" },
  lines: {
    "1.1": { claim: by("minh", "02:10") },
    "1.2": { claim: by("minh", "02:40") },
    "1.3": { claim: by("lan", "02:41") },
    "1.4": { claim: by("minh", "07:00") },
  },
  returned: { by: "ha", at: at("08:00"), reason: "Thiếu minh chứng" },
  sealed: { by: "minh", at: at("07:30") },
};
const second: Sheet = {
  ...{ ...first, no: 2, was: "x" },
  sealed: { by: "minh", at: at("09:41") },
  returned: undefined,
};
const review: Sheet = {
  ...{ ...second, no: 3, stage: "review" },
  lines: {
    ...first.lines,
    "1.1": {
      ...first.lines["1.1"],
      cluster: by("hung", "10:00"),
      explanation: { text: "Đã gửi", ...by("minh", "11:00") },
    },
  },
  sealed: { by: "ha", at: at("12:00") },
};

test("of what one person wrote within an hour there is one deed, with the last minute and how many lines", () => {
  expect(deedsOn([first]).filter(({ did }) => did === "scoring.saveClaims")).toEqual([
    { at: at("02:40"), by: "minh", did: "scoring.saveClaims", kind: "sheet", key: keyOf, lines: 2 },
    { at: at("02:41"), by: "lan", did: "scoring.saveClaims", kind: "sheet", key: keyOf, lines: 1 },
    { at: at("07:00"), by: "minh", did: "scoring.saveClaims", kind: "sheet", key: keyOf, lines: 1 },
  ]);
});
const keyOf = { year: 2024, cluster: "cum-4", unit: "lang-son" };

test("each hand-over is a deed with the number of its version, and facts carried over count once", () => {
  const deeds = deedsOn([review, second, first]).map(({ did, by, no, lines }) => [did, by, no ?? lines]);
  expect(deeds).toEqual([
    ["scoring.saveClaims", "minh", 2],
    ["scoring.saveClaims", "lan", 1],
    ["scoring.saveClaims", "minh", 1],
    ["scoring.submitSheet", "minh", 1],
    ["scoring.returnSheet", "ha", 1],
    ["scoring.submitSheet", "minh", 2],
    ["scoring.explain", "minh", 1],
    ["scoring.saveFindings", "hung", 1],
    ["scoring.finishSheet", "ha", 3],
  ]);
});
