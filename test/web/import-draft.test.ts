import { describe, expect, test } from "vitest";
import type { Kind } from "#domain/heading.ts";
import { csvOf, ImportDraft } from "../../web/src/pages/setup/import-draft.svelte.ts";
import type { Known } from "../../web/src/pages/setup/known.ts";
import { plainTable } from "../../web/src/spreadsheet/table.ts";

const known: Known = {
  there: {
    units: new Map([["lang-son", ["Sở VHTTDL Lạng Sơn"]]]),
    people: new Map([["nguyen-van-an", { name: "Nguyễn Văn An" }]]),
  },
  codeOf: ({ name }) => (name === "Sở VHTTDL Lạng Sơn" ? "lang-son" : undefined),
};
const draftOf = (kind: Kind, ...rows: string[][]) => ImportDraft.of(kind, [plainTable("", rows)], known);
const told = (draft: ImportDraft) =>
  draft.faulty.flatMap(({ line, faults }) => faults.map(({ column, fault }) => [line.no, column, fault]));

describe("a list without codes", () => {
  test("gets them from its names, and finds those who are there already", async () => {
    const draft = await draftOf(
      "units",
      ["DANH SÁCH"],
      ["STT", "Tên đơn vị"],
      ["1", "Sở VHTTDL Lạng Sơn"],
      ["2", "Sở Nội vụ"],
    );
    expect(draft.lines.map(({ no, cells }) => [no, cells.id])).toEqual([
      [3, "lang-son"],
      [4, "so-noi-vu"],
    ]);
    expect([draft.faulty, draft.kept]).toEqual([[], 1]);
  });

  test("whose names repeat is asked which are the same, and gives the others codes of their own", async () => {
    const draft = await draftOf(
      "people",
      ["Họ tên", "Đơn vị"],
      ...["Sở VHTTDL Lạng Sơn", "Sở VHTTDL Lạng Sơn", "lang-son"].map((unit) => ["Lò Thị Mai", unit]),
    );
    expect(told(draft)).toEqual([
      [3, "id", "duplicate"],
      [4, "id", "duplicate"],
    ]);
    expect(draft.identical.map(({ line }) => line.no)).toEqual([3]);
    draft.drop(...draft.identical.map(({ at }) => at));
    draft.giveCodes();
    expect(draft.lines.map(({ cells }) => cells.id)).toEqual(["lo-thi-mai", "lo-thi-mai-2"]);
    expect(draft.faulty).toEqual([]);
  });

  test("gives somebody of a taken name another code than theirs", async () => {
    const draft = await draftOf(
      "people",
      ["Mã", "Họ tên", "Vai trò"],
      ["nguyen-van-an", "Nguyễn Văn Ân Huệ", "Kiểm tra"],
    );
    expect(told(draft)).toEqual([[2, "id", "taken"]]);
    draft.giveCodes();
    expect(draft.lines[0]?.cells.id).toBe("nguyen-van-an-2");
  });

  test("follows a name that is mended", async () => {
    const draft = await draftOf("units", ["Tên"], ["Sơ Y tế"]);
    draft.mend(0, "name", "Sở Y tế tỉnh");
    expect(draft.lines[0]?.cells.id).toBe("so-y-te-tinh");
  });
});

describe("what is wrong", () => {
  test("in the way it is written is mended at once, in every cell", async () => {
    const draft = await draftOf(
      "units",
      ["Mã", "Tên"],
      ["Xa 1", ` ${"Xã Đông".normalize("NFD")}  mới`],
      ["xa-2", "Xã\nHai"],
    );
    expect(draft.mendable).toBe(3);
    await draft.mendAll();
    expect(draft.lines.map(({ cells }) => [cells.id, cells.name])).toEqual([
      ["xa-1", "Xã Đông mới"],
      ["xa-2", "Xã Hai"],
    ]);
    expect([draft.faulty.length, draft.good.length]).toEqual([0, 2]);
  });

  test("in many lines the same is answered once", async () => {
    const draft = await draftOf(
      "people",
      ["Họ tên", "Đơn vị"],
      ...["An", "Bình", "Chi"].map((name) => [name, "Lạng Sơn cũ"]),
    );
    expect(draft.countAlike("unit", "Lạng Sơn cũ")).toBe(3);
    draft.mendAlike("unit", "Lạng Sơn cũ", "lang-son");
    expect(draft.faulty).toEqual([]);
    expect(csvOf("people", draft.lines.slice(0, 1))).toBe(
      '"id","name","role","unit","agency"\n"an","An","scorer","lang-son",""',
    );
  });

  test("with a missing name is the name alone, and the code comes with it", async () => {
    const draft = await draftOf("people", ["Họ tên", "Đơn vị"], ["", "lang-son"], ["", ""]);
    expect(told(draft)).toEqual([[2, "name", "missing"]]);
    draft.mend(0, "name", "Lò Thị Mai");
    expect(draft.lines.map(({ cells }) => cells.id)).toEqual(["lo-thi-mai"]);
  });

  test("stays to be mended when the good lines go in, and an undone import brings them back", async () => {
    const draft = await draftOf("units", ["Mã", "Tên"], ["a", "A"], ["b", ""], ["c", "C"]);
    const { good } = draft;
    draft.remove(good);
    expect(draft.lines.map(({ no }) => no)).toEqual([3]);
    draft.putBack(good);
    expect(draft.lines.map(({ no }) => no)).toEqual([2, 3, 4]);
  });
});

describe("a column", () => {
  test("that nobody recognises is chosen by hand", async () => {
    const draft = await draftOf("units", ["Cột 1", "Cột 2"], ["x", "Xã A"]);
    expect(draft.isReady).toBe(false);
    await draft.assign("name", 1);
    expect([draft.isReady, draft.lines.at(-1)?.cells]).toEqual([true, { name: "Xã A", id: "xa-a" }]);
  });

  test("of another sheet is recognised anew", async () => {
    const table = (name: string, ...rows: string[][]) => plainTable(name, rows);
    const tables = [table("Bìa", ["Kính gửi"]), table("Đơn vị", ["Tên đơn vị", "Mã"], ["Xã A", "a"])];
    const draft = await ImportDraft.of("units", tables, known);
    await draft.take(1);
    expect(draft.lines).toEqual([{ no: 2, cells: { name: "Xã A", id: "a" } }]);
  });
});

test("five thousand lines are checked while somebody types", async () => {
  const rows = Array.from({ length: 5_000 }, (_, at) => [`xa-${at}`, `Ủy ban nhân dân xã số ${at}`]);
  const draft = await draftOf("units", ["Mã", "Tên"], ...rows);
  const began = performance.now();
  draft.mend(2_500, "name", "");
  expect(draft.faulty.map(({ line }) => line.no)).toEqual([2_502]);
  expect(performance.now() - began).toBeLessThan(1_000);
});
