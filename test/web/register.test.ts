import { expect, test } from "vitest";
import type { Decision } from "#domain/nomination.ts";
import { foundIn, lineOf, sorted } from "../../web/src/pages/register/register.ts";

const decided = (year: number, recipient: Decision["recipient"], more: Partial<Decision> = {}): Decision => ({
  year,
  decision: `qd-${year}-${recipient.unit}`,
  award: "CO_BT",
  recipient,
  outcome: "awarded",
  number: "412/QĐ-BVHTTDL",
  date: `${year + 1}-03-10`,
  by: "thuong-truc",
  at: `${year + 1}-03-11T00:00:00.000Z`,
  ...more,
});
const names = {
  unit: (unit: string, year: number) =>
    unit === "ha-giang" ? `Sở VHTTDL Hà Giang (${year})` : "Sở VHTTDL Đắk Lắk",
  award: (code: string) => (code === "CO_BT" ? "Cờ thi đua của Bộ" : "Bằng khen"),
  cluster: (cluster: string) => cluster,
};
const lines = [
  decided(2024, { unit: "ha-giang" }),
  decided(2025, { unit: "dak-lak" }, { outcome: "changed", to: "BK_BT" }),
  decided(2025, { unit: "ha-giang", person: "Vàng Thị Mai", position: "Trưởng phòng" }, { number: "99/QĐ" }),
].map((decision) => lineOf(decision, names));
const named = (search: string, year?: number) => foundIn(lines, search, year).map(({ name }) => name);

test("the register is searched with and without marks, by unit, person, award and number", () => {
  expect(named("đắk lắk")).toEqual(["Sở VHTTDL Đắk Lắk"]);
  expect(named("dak lak")).toEqual(["Sở VHTTDL Đắk Lắk"]);
  expect(named("vang mai")).toEqual(["Vàng Thị Mai"]);
  expect(named("99/qd")).toEqual(["Vàng Thị Mai"]);
  expect(named("co thi dua")).toHaveLength(2);
  expect(named("", 2025)).toHaveLength(2);
  expect(named("không có ai")).toEqual([]);
});

test("what was given instead is what stands there, under the name of that year", () => {
  expect(lines[1]).toMatchObject({ award: "Bằng khen", year: 2025 });
  expect(lines[0]?.name).toBe("Sở VHTTDL Hà Giang (2024)");
  expect(lines[2]).toMatchObject({ name: "Vàng Thị Mai", unit: "Sở VHTTDL Hà Giang (2025)" });
});

test("it is sorted by date, newest first, or by name as Vietnamese sorts", () => {
  const collate = new Intl.Collator("vi").compare;
  expect(sorted(lines, "date", collate).map(({ year }) => year)).toEqual([2025, 2025, 2024]);
  expect(sorted(lines, "name", collate).map(({ name }) => name.slice(0, 12))).toEqual([
    "Sở VHTTDL Đắ",
    "Sở VHTTDL Hà",
    "Vàng Thị Mai",
  ]);
});
