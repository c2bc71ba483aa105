import { expect, test } from "vitest";
import { checksOf, expectAward } from "#domain/award.ts";
import catalogue from "#domain/catalogue/awards.json" with { type: "json" };
import { refusal } from "./given.ts";

const unit = { unit: "lang-son" };
const person = { person: "Nguyễn Văn An", unit: "lang-son" };
type Known = Parameters<typeof checksOf>[1];
const results = (award: string, known: Partial<Known>) =>
  Object.fromEntries(
    checksOf(award, { recipient: unit, rank: undefined, others: [], ...known }).map(({ rule, result }) => [
      rule,
      result,
    ]),
  );

test("an award is one of the catalogue", () => {
  expect(expectAward("CO_BT").recipient).toBe("collective");
  expect(() => expectAward("CO_VANG")).toThrow(refusal("award/unknown", { award: "CO_VANG" }));
  expect(() => checksOf("", { recipient: unit, rank: 1, others: [] })).toThrow(refusal("award/unknown"));
});

test.for([
  [1, "met"],
  [2, "not met"],
  [7, "not met"],
  [undefined, "cannot tell"],
] as const)("a flag goes to who leads the cluster: at rank %s it is %s", ([rank, result]) => {
  expect(results("CO_BT", { rank })).toMatchObject({ "Dẫn đầu cụm, khối thi đua": result });
});

test("an award of persons is none of units, and the other way round", () => {
  expect(results("CSTDCS", { recipient: unit })).toMatchObject({ "Đối tượng: cá nhân": "not met" });
  expect(results("CO_BT", { recipient: person })).toMatchObject({ "Đối tượng: tập thể": "not met" });
  for (const rules of [results("CSTDCS", { recipient: person }), results("CO_BT", { recipient: unit })])
    expect(Object.keys(rules).filter((rule) => rule.startsWith("Đối tượng"))).toEqual([]);
});

test("an award of both takes either", () => {
  const both = catalogue.awards.filter(({ recipient }) => recipient === "both");
  expect(both.length).toBeGreaterThan(0);
  for (const { code } of both)
    for (const recipient of [unit, person])
      expect(Object.keys(results(code, { recipient })).join()).not.toContain("Đối tượng");
});

test("one achievement twice is asked about, not barred", () => {
  const rule = "Một thành tích không khen thưởng nhiều lần";
  expect(results("CO_BT", { others: ["BK_TTG"] })).toMatchObject({ [rule]: "cannot tell" });
  expect(results("CO_BT", {})).not.toHaveProperty([rule]);
});

test("standards this year's record cannot show are said to be so", () => {
  expect(results("CSTDTQ", { recipient: person })).toEqual({
    "Tiêu chuẩn Chiến sĩ thi đua toàn quốc": "cannot tell",
  });
});

test("every check of every award names its rule and legal basis", () => {
  for (const { code } of catalogue.awards)
    for (const recipient of [unit, person])
      for (const check of checksOf(code, { recipient, rank: 2, others: ["X"] })) {
        expect(check.rule).not.toBe("");
        expect(check.legalBasis).not.toBe("");
      }
});

test.for([
  [[2025, 2024], "met", 2],
  [[2025], "cannot tell", 1],
  [[2024], "cannot tell", 0],
] as const)("a run of titles is counted back from last year: with %s it is %s", ([years, result, is]) => {
  const past = years.map((year) => ({ year, award: "CSTD_BT", outcome: "awarded" as const }));
  const known = { recipient: person, rank: undefined, others: [], year: 2026, past };
  expect(checksOf("CSTDTQ", known)).toContainEqual({
    rule: "2 lần liên tục Chiến sĩ thi đua Bộ, ban, ngành, tỉnh",
    legalBasis: expect.any(String),
    result,
    figure: { what: "years", is, of: 2 },
  });
});
