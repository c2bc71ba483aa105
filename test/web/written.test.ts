import { crc32 } from "node:zlib";
import readExcelFile from "read-excel-file/node";
import { expect, test } from "vitest";
import type { Described, Sheet } from "../../web/src/spreadsheet/described.ts";
import { dayIn, fileNameOf } from "../../web/src/spreadsheet/described.ts";
import { tablesIn } from "../../web/src/spreadsheet/file.ts";
import packing from "../../web/src/spreadsheet/packing.ts";
import { written } from "../../web/src/spreadsheet/written.ts";
import { Allowance, directoryOf, unpacked } from "../../web/src/spreadsheet/zip.ts";

const bytesOf = async (...sheets: Sheet[]) =>
  new Uint8Array(await written({ file: "a", sheets } satisfies Described));
const rowsOf = async (sheet: Sheet) =>
  (await readExcelFile(Buffer.from(await bytesOf(sheet)), { trim: false }))[0]?.data;

/** One file of a workbook, as it lies in it. */
async function partOf(bytes: Uint8Array, path: string): Promise<string> {
  const entry = directoryOf(bytes)?.find((each) => each.path === path);
  if (!entry) throw new Error(`There is no ${path}.`);
  return new TextDecoder().decode(await unpacked(entry, new Allowance(1_000_000)));
}

test("what is taken away has its title and date above, numbers as numbers and days as days", async () => {
  const rows = await rowsOf({
    name: "Xếp hạng",
    title: "Xếp hạng năm 2026",
    under: ["Cụm 4", "Lập ngày 21/11/2026"],
    headings: ["Hạng", "Đơn vị", { heading: "Tỷ lệ", as: "percent" }, "Ngày"],
    rows: [
      [1, "Sở A", 97.5, dayIn("2026-11-21")],
      [2, "Sở B", undefined, dayIn("tháng 11")],
    ],
  });
  expect(rows).toEqual(
    [
      ["Xếp hạng năm 2026", null, null, null],
      ["Cụm 4", null, null, null],
      ["Lập ngày 21/11/2026", null, null, null],
      [],
      ["Hạng", "Đơn vị", "Tỷ lệ", "Ngày"],
      [1, "Sở A", 0.975, new Date("2026-11-21T00:00:00Z")],
      [2, "Sở B", null, "tháng 11"],
    ].map((row) => (row.length === 0 ? [null, null, null, null] : row)),
  );
});

test("nothing that somebody typed is run as a formula, here or after the cell was edited", async () => {
  const typed = ["=1+1", "+84 205 381", "-5", "@SUM(A1)", "\t=1"];
  const bytes = await bytesOf({ name: "A", headings: ["Tên"], rows: typed.map((cell) => [cell]) });
  expect(await partOf(bytes, "xl/worksheets/sheet1.xml")).not.toContain("<f>");
  expect((await tablesIn(bytes, 100))[0]?.rows.flat()).toEqual(["Tên", ...typed]);
  // A format of its own makes a cell text for good.
  const cells = (await partOf(bytes, "xl/worksheets/sheet1.xml")).match(/<c r="A[2-6]"[^>]*>/g);
  const styles = new Set(cells?.map((cell) => /s="(\d+)"/.exec(cell)?.[1]));
  const look = await partOf(bytes, "xl/styles.xml");
  const asText = /numFmtId="(\d+)" formatCode="@"/.exec(look)?.[1] ?? "none";
  const formats = look.slice(look.indexOf("<cellXfs")).match(/<xf [^>]*>/g);
  expect(Array.from(styles, (style) => formats?.[Number(style)])).toEqual([
    expect.stringContaining(`numFmtId="${asText}"`),
  ]);
});

test("a sheet fits the width of a page of A4, lying where it is wide, with its headings on every page and in sight", async () => {
  const wide = {
    name: "Đối chiếu",
    title: "T",
    held: 2,
    headings: Array.from({ length: 20 }, (_, at) => `Đơn vị ${at}`),
    rows: [[1]],
  };
  const bytes = await bytesOf(
    { name: "A&B 'c'", title: "T", under: ["u"], headings: ["Tên"], rows: [["a"]] },
    wide,
  );
  const [first, second, book] = await Promise.all(
    ["worksheets/sheet1.xml", "worksheets/sheet2.xml", "workbook.xml"].map((path) =>
      partOf(bytes, `xl/${path}`),
    ),
  );
  expect(first).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>/);
  expect(first).toContain('<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>');
  expect(second).toContain(
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
  );
  expect(second).toMatch(/<pane ySplit="3" xSplit="2" [^>]*state="frozen"\/>/);
  expect(first).toMatch(/<pane ySplit="4" [^>]*state="frozen"\/>/);
  expect(book).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'A&amp;B ''c'''!$4:$4</definedName>`,
  );
  expect(book).toContain(`'Đối chiếu'!$3:$3`);
});

test("a list without a title comes back as it went out", async () => {
  const rows = [["38", 'Sở "A" & <B>\u0007', " hai  dấu cách "]];
  const bytes = await bytesOf({ name: "Cần sửa: [1/2]?", headings: ["Dòng", "Tên đơn vị", "Cần xem"], rows });
  const [table] = await tablesIn(bytes, 100);
  expect(table?.name).toBe("Cần sửa   1 2");
  expect(table?.rows).toEqual([
    ["Dòng", "Tên đơn vị", "Cần xem"],
    ["38", 'Sở "A" & <B>', " hai  dấu cách "],
  ]);
});

test("a file is named in letters every system takes", () => {
  expect(fileNameOf("Xếp hạng năm 2026", "Cụm thi đua số 4: Đông Bắc")).toBe(
    "xep-hang-nam-2026-cum-thi-dua-so-4-dong-bac",
  );
});

test("the browser packs a workbook small, with sums that hold", async () => {
  const content = new TextEncoder().encode("Ủy ban nhân dân ".repeat(5_000));
  const archive = new Uint8Array(await packing({ "a.xml": content }));
  expect(archive.length).toBeLessThan(content.length / 50);
  const [entry] = directoryOf(archive) ?? [];
  if (!entry) throw new Error("Nothing was packed.");
  expect(await unpacked(entry, new Allowance(1_000_000))).toEqual(content);
  expect(new DataView(archive.buffer).getUint32(14, true)).toBe(crc32(content));
});

test("a row is as high as its longest text, and one line where that is enough", async () => {
  const bytes = await bytesOf({
    name: "A",
    title: "Một tiêu đề rất dài, đứng trên bảng và không xuống dòng nào dù bảng chỉ có hai cột hẹp",
    headings: ["Số", "Vì sao"],
    rows: [
      [1, "Bằng điểm."],
      [2, "Kém Tuyên Quang 5,5 điểm, nhiều nhất ở phần Công tác thi đua, khen thưởng và phần thưởng, trừ."],
      [3, Array.from({ length: 400 }, (_, at) => `ý ${at}`).join("\n")],
    ],
  });
  const sheet = await partOf(bytes, "xl/worksheets/sheet1.xml");
  const heights = Array.from(sheet.matchAll(/<row [^>]*>/g), ([tag]) => Number(/ ht="(\d+)"/.exec(tag)?.[1]));
  expect(heights).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN, 32, 409]);
});
