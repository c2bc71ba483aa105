import { describe, expect, test } from "vitest";
import { codeFrom, freeCode, nearestAmong } from "#domain/alike.ts";
import { headingAt, placesIn } from "#domain/heading.ts";
import { rosterFrom } from "#domain/roster.ts";

const units = new Map([
  ["bac-kan", ["Sở VHTTDL Bắc Kạn"]],
  ["cao-bang", ["Sở VHTT Cao Bằng", "Sở VHTTDL Cao Bằng"]],
  ["tan-lap-1", ["Xã Tân Lập"]],
  ["tan-lap-2", ["Xã Tân Lập"]],
]);
const there = { units, people: new Map([["nguyen-van-an", { name: "Nguyễn Văn An", unit: "bac-kan" }]]) };

describe("the columns of a table", () => {
  test.for([
    ["with marks", ["Mã", "Tên đơn vị"], { id: 0, name: 1 }],
    ["without marks, in capitals", ["TEN DON VI", "MA"], { id: 1, name: 0 }],
    [
      "among others, with numbers in front",
      ["STT", "Tên đơn vị (ghi đủ)", "Địa chỉ", "Mã số:"],
      { id: 3, name: 1 },
    ],
    ["with hard spaces and a line break", ["Mã\u00a0đơn\u00a0vị", "Tên\nđơn vị"], { id: 0, name: 1 }],
    ["in letters taken apart", ["Mã".normalize("NFD"), "Tên".normalize("NFD")], { id: 0, name: 1 }],
  ] as const)("are known %s", ([, head, places]) => {
    expect(Object.fromEntries(placesIn("units", head))).toEqual(places);
  });

  test("of people are told apart though they begin alike", () => {
    const head = ["STT", "Họ và tên cán bộ", "Tên đăng nhập", "Đơn vị công tác", "Vai trò trong cụm"];
    expect(Object.fromEntries(placesIn("people", head))).toEqual({ name: 1, id: 2, unit: 3, role: 4 });
  });

  test("are named below the title of the paper, in the last line of a heading of two", () => {
    const rows = [
      ["SỞ NỘI VỤ"],
      ["Danh sách đơn vị năm 2026"],
      ["STT", "Tên đơn vị"],
      ["STT", "Tên đơn vị"],
      ["1", "Xã A"],
    ];
    expect(headingAt("units", rows)).toBe(3);
    expect(headingAt("units", [["1", "Xã A"]])).toBe(0);
  });
});

describe("a code", () => {
  test("comes from the name; of a long one its end stays", () => {
    expect(codeFrom("Sở VHTTDL Đắk Lắk")).toBe("so-vhttdl-dak-lak");
    expect(codeFrom("Sở Văn hóa, Thể thao và Du lịch tỉnh Lạng Sơn")).toBe(
      "hoa-the-thao-va-du-lich-tinh-lang-son",
    );
  });

  test("that is taken gets a number, and still fits", () => {
    const taken = new Set(["xa", "xa-2", "a".repeat(40)]);
    expect(freeCode("xa", (code) => taken.has(code))).toBe("xa-3");
    expect(freeCode("a".repeat(40), (code) => taken.has(code))).toBe(`${"a".repeat(38)}-2`);
  });
});

describe("a person's unit", () => {
  const placed = (unit: string) =>
    rosterFrom(
      "people",
      [
        ["Mã", "Họ tên", "Vai trò", "Đơn vị"],
        ["mai", "Lò Thị Mai", "Cán bộ chấm điểm", unit],
      ],
      there,
    );

  test.for([
    ["its code", "bac-kan"],
    ["its name in other letters", "SỞ VHTTDL BẮC KẠN"],
    ["a name it bore before", "Sở VHTT Cao Bằng"],
  ])("is found by %s", ([, word]) => {
    expect(placed(word as string).faults).toEqual([]);
  });

  test("whose name two units bear is asked for", () => {
    expect(placed("Xã Tân Lập").faults).toMatchObject([{ fault: "unknown-unit", column: "unit" }]);
  });

  test("written otherwise is looked for among those nearest", () => {
    const names = new Map(Array.from(units, ([id, all]) => [id, all.at(-1) ?? ""]));
    expect(nearestAmong(names)("Sở VHTDL Bắc Cạn")[0]).toBe("bac-kan");
    expect(nearestAmong(names)("Bảo tàng Hồ Chí Minh")).not.toContain("tan-lap-1");
  });
});

describe("whoever is there already", () => {
  const faults = (name: string, unit: string) => {
    const table = [
      ["Mã", "Họ tên", "Vai trò", "Đơn vị"],
      ["nguyen-van-an", name, "Chấm điểm", unit],
    ];
    const { kept, faults } = rosterFrom("people", table, there);
    return [kept, faults.map(({ fault, mend }) => [fault, mend])];
  };

  test("under the same name and in the same unit stays", () => {
    expect(faults("nguyễn văn an", "Sở VHTTDL Bắc Kạn")).toEqual([1, []]);
  });

  test.for([
    ["another name", "Nguyễn Văn Ân Huệ", "bac-kan"],
    ["the same name in another unit", "Nguyễn Văn An", "cao-bang"],
  ] as const)("is nobody of %s, who gets a code of their own", ([, name, unit]) => {
    expect(faults(name, unit)).toEqual([0, [["taken", "nguyen-van-an-2"]]]);
  });
});

test("a repeated code says whose row it repeats, and what nobody sees is taken out", () => {
  const table = [
    ["Mã", "Tên"],
    ["a", "Xã A"],
    ["a", "Xã A"],
    ["b", "Xã\u200bB"],
  ];
  expect(rosterFrom("units", table, there).faults).toEqual([
    { row: 3, column: "id", fault: "duplicate", value: "a", first: 2, mend: "a-2" },
    { row: 4, column: "name", fault: "hidden-characters", value: "Xã\u200bB", mend: "XãB" },
  ]);
});
