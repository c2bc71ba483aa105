import { expect, test } from "vitest";
import { shortNamesOf } from "../../web/src/short-names.ts";

const shortened = (...names: string[]) => {
  const { kind, short } = shortNamesOf(new Map(names.map((name) => [name, name])));
  return { kind, short: [...short.values()] };
};

test("names go without the words all of them begin with", () => {
  expect(shortened("Sở VHTTDL Lạng Sơn", "Sở VHTTDL Lào Cai")).toEqual({
    kind: "Sở VHTTDL",
    short: ["Lạng Sơn", "Lào Cai"],
  });
});

test("provinces go by their names beside a city, each with a capital letter", () => {
  expect(
    shortened(
      "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Bà Rịa – Vũng Tàu",
      "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hồ Chí Minh",
    ),
  ).toEqual({
    kind: "Ủy ban Mặt trận Tổ quốc Việt Nam",
    short: ["Bà Rịa – Vũng Tàu", "Thành phố Hồ Chí Minh"],
  });
});

test("what they are called together ends where the places begin", () => {
  expect(shortened("Liên đoàn Lao động tỉnh Gia Lai", "Liên đoàn Lao động tỉnh Đắk Lắk").kind).toBe(
    "Liên đoàn Lao động",
  );
});

test("one name alone stays whole, and so do names that begin unlike", () => {
  expect(shortened("tỉnh Gia Lai").short).toEqual(["tỉnh Gia Lai"]);
  expect(shortened("Đoàn TNCS", "Hội Nông dân")).toEqual({ kind: "", short: ["Đoàn TNCS", "Hội Nông dân"] });
});
