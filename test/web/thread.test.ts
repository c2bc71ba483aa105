import { expect, test } from "vitest";
import type { Entry } from "#domain/sheet.ts";
import { threadOf } from "../../web/src/pages/appraisal/thread.ts";

const at = (minute: number) => `2026-12-22T01:${String(minute).padStart(2, "0")}:00.000Z`;
const claim = { value: 19, by: "mai", at: at(0) };
const found = { value: 17, reason: "Chưa công khai.", by: "lan", at: at(10) };
const explanation = { text: "Đã công khai ngày 12/10.", by: "mai", at: at(20) };
const again = { value: 18, reason: "Công khai chậm.", by: "ha", at: at(30) };
const told = (entry: Entry | undefined) =>
  threadOf(entry).map((said) =>
    said.of === "finding" ? `${said.finder}${said.counts ? " counts" : ""}` : said.of,
  );

test("what is said about a line is told in the order it was said, and the last finder's word counts", () => {
  expect(told({ office: again, explanation, cluster: found, claim })).toEqual([
    "claim",
    "cluster",
    "explanation",
    "office counts",
  ]);
  expect(told({ claim, cluster: found })).toEqual(["claim", "cluster counts"]);
  expect(told({})).toEqual([]);
  expect(told(undefined)).toEqual([]);
});

test("a finding that is changed after the unit explained stands behind the explanation", () => {
  expect(told({ claim, cluster: { ...found, at: at(40) }, explanation })).toEqual([
    "claim",
    "explanation",
    "cluster counts",
  ]);
});

test("an earlier word of the standing office still outweighs a later one of the cluster", () => {
  expect(told({ claim, office: { ...again, at: at(5) }, cluster: found })).toEqual([
    "claim",
    "office counts",
    "cluster",
  ]);
});

test("in the same second a finding is before the explanation, and the standing office last", () => {
  const now = { at: at(1) };
  const entry = { claim: { ...claim, ...now }, cluster: { ...found, ...now }, agency: { ...found, ...now } };
  expect(told({ ...entry, explanation: { ...explanation, ...now }, office: { ...again, ...now } })).toEqual([
    "claim",
    "cluster",
    "agency",
    "explanation",
    "office counts",
  ]);
});
