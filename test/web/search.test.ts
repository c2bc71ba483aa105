import { expect, test } from "vitest";
import { fitOf, found } from "../../web/src/search/matching.ts";
import { recentIn, visited } from "../../web/src/search/recent.ts";

const names = [
  "Sở VHTTDL Lạng Sơn",
  "Sở VHTTDL Sơn La",
  "Sở VHTTDL Lai Châu",
  "Sở VHTTDL Điện Biên",
  "Sở Du lịch Đắk Lắk",
  "Trung tâm Văn hóa Bắc Kạn",
  "Cụm thi đua số 2",
  "Cụm thi đua số 10",
  "Năm thi đua 2026",
].map((name) => ({ name }));
const first = (typed: string) => found(typed, names, 12).map(({ name }) => name)[0];

test.for([
  ["lang son", "Sở VHTTDL Lạng Sơn"],
  ["Lạng Sơn", "Sở VHTTDL Lạng Sơn"],
  ["LANG", "Sở VHTTDL Lạng Sơn"],
  ["sls", "Sở VHTTDL Lạng Sơn"],
  ["svls", "Sở VHTTDL Lạng Sơn"],
  ["sơn lạng", "Sở VHTTDL Lạng Sơn"],
  ["dien", "Sở VHTTDL Điện Biên"],
  ["điện b", "Sở VHTTDL Điện Biên"],
  ["dak lak", "Sở Du lịch Đắk Lắk"],
  ["sdlđl", "Sở Du lịch Đắk Lắk"],
  ["ttvh", "Trung tâm Văn hóa Bắc Kạn"],
  ["bk", "Trung tâm Văn hóa Bắc Kạn"],
  ["cum 10", "Cụm thi đua số 10"],
  ["2026", "Năm thi đua 2026"],
])("%s finds %s", ([typed = "", name]) => {
  expect(first(typed)).toBe(name);
});

test("a name is found however its marks were composed", () => {
  expect(fitOf("Lạng".normalize("NFD"), "Lạng Sơn".normalize("NFC"))).toBe(1);
  expect(fitOf("Lạng".normalize("NFC"), "Lạng Sơn".normalize("NFD"))).toBe(1);
});

test("whoever types the marks means them: the name that has them comes first", () => {
  const two = [{ name: "Tổ Sớn" }, { name: "Tổ Sơn La" }];
  expect(found("sơn", two, 2).map(({ name }) => name)).toEqual(["Tổ Sơn La", "Tổ Sớn"]);
});

test("of those that answer equally well the shorter comes first, then the alphabet, with numbers as people count", () => {
  expect(found("cum", names, 12).map(({ name }) => name)).toEqual(["Cụm thi đua số 2", "Cụm thi đua số 10"]);
  expect(found("so vhttdl", names, 3).map(({ name }) => name)).toEqual([
    "Sở VHTTDL Sơn La",
    "Sở VHTTDL Lai Châu",
    "Sở VHTTDL Lạng Sơn",
  ]);
});

test("nothing typed finds nothing, and what is not there is not found", () => {
  expect(found(" ", names, 12)).toEqual([]);
  expect(found("xyz", names, 12)).toEqual([]);
  expect(found("slsx", names, 12)).toEqual([]);
});

test("what a place is also known by finds it too", () => {
  const both = [
    { name: "Nguyễn Văn An", also: "cao-bang" },
    { name: "Sở VHTTDL Cao Bằng", also: "cao-bang" },
  ];
  expect(found("cao-bang", both, 2).map(({ name }) => name)).toEqual(["Sở VHTTDL Cao Bằng", "Nguyễn Văn An"]);
});

test("a place visited again moves to the front; six are remembered", () => {
  const all = Array.from("abcdefgab", (name) => ({ address: `/${name}`, name }));
  const recent = all.reduce<ReturnType<typeof visited>>((before, place) => visited(before, place), []);
  expect(recent.map(({ name }) => name)).toEqual(["b", "a", "g", "f", "e", "d"]);
  expect(recentIn(JSON.stringify(recent))).toEqual(recent);
  expect([recentIn(null), recentIn("{")]).toEqual([[], []]);
});
