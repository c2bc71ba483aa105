import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { tablesIn } from "../../web/src/spreadsheet/file.ts";
import { filledDown } from "../../web/src/spreadsheet/table.ts";
import { stored } from "../../web/src/spreadsheet/zip.ts";

type Cell = string | number | boolean | null | { value: string | Date; rowSpan?: number; format?: string };

const read = (bytes: Uint8Array) => tablesIn(bytes, 20_000);

/** A workbook as a spreadsheet saves it. */
const workbook = async (...sheets: { sheet: string; data: Cell[][] }[]) =>
  new Uint8Array(await writeExcelFile(sheets as never).toBuffer());

const utf8 = (text: string) => new TextEncoder().encode(text);
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook of one sheet, letter by letter. */
const partsOf = (sheet: string): Record<string, string> => ({
  "[Content_Types].xml": "<Types/>",
  "xl/workbook.xml": `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="Đơn vị &amp; cụm" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  "xl/worksheets/sheet1.xml": `<worksheet ${main}>${sheet}</worksheet>`,
});
const zipOf = (parts: Record<string, string>) =>
  new Uint8Array(stored(new Map(Object.entries(parts).map(([path, text]) => [path, utf8(text)]))));

const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const refusedAs = (bytes: Uint8Array) =>
  read(bytes).then(
    () => "read",
    ({ fault }) => fault,
  );

describe("a workbook", () => {
  test("gives every sheet that has something on it, row for row, as text", async () => {
    const bytes = await workbook(
      { sheet: "Bìa", data: [[null]] },
      {
        sheet: "Đơn vị",
        data: [
          ["STT", "Tên"],
          [1, " Xã  A "],
          [null, null],
          [3, "Xã C"],
        ],
      },
      { sheet: "Người", data: [["Họ tên"], ["Lò Thị Mai"]] },
    );
    const tables = await read(bytes);
    expect(tables.map(({ name }) => name)).toEqual(["Đơn vị", "Người"]);
    expect(tables[0]?.rows.map((row) => row.join("|"))).toEqual(["STT|Tên", "1| Xã  A ", "|", "3|Xã C"]);
    expect(tables[0]?.notes).toEqual([]);
  });

  test("of five thousand rows is read whole", async () => {
    const data = Array.from({ length: 5_000 }, (_, at) => [`xa-${at}`, `Ủy ban nhân dân xã số ${at}`]);
    const [table] = await read(await workbook({ sheet: "Xã", data }));
    expect(table?.rows).toHaveLength(5_000);
    expect(table?.rows[4_711]).toEqual(data[4_711]);
  });

  test("tells of a cell over several rows, which a list means in each of them", async () => {
    const merged = { value: "Sở Nội vụ", rowSpan: 2 };
    const bytes = await workbook({
      sheet: "Người",
      data: [
        ["Họ tên", "Đơn vị"],
        ["An", merged],
        ["Bình", null],
        ["Chi", "Sở Y tế"],
      ],
    });
    const [table] = await read(bytes);
    expect(table?.rows.map((row) => row[1])).toEqual(["Đơn vị", "Sở Nội vụ", "", "Sở Y tế"]);
    const filled = table && filledDown(table).rows.map((row) => row[1]);
    expect(filled).toEqual(["Đơn vị", "Sở Nội vụ", "Sở Nội vụ", "Sở Y tế"]);
    expect(table?.notes).toEqual([{ note: "merged", count: 1, first: "B2" }]);
  });

  test("tells days that a spreadsheet made of something", async () => {
    const day = new Date(Date.UTC(2026, 0, 2));
    const [table] = await read(
      await workbook({ sheet: "Mã", data: [["Mã"], [{ value: day, format: "dd/mm/yyyy" }]] }),
    );
    expect(table?.rows[1]).toEqual(["02/01/2026"]);
    expect(table?.notes).toEqual([{ note: "dates", count: 1, first: "A2" }]);
  });

  test("with more rows than are taken is read so far, and tells how many more say something", async () => {
    const far = `<row r="1048576">${text("B1048576", "quên")}</row><row r="30"/>`;
    const rows = Array.from(
      { length: 30 },
      (_, at) => `<row r="${at + 1}">${text(`A${at + 1}`, `Xã ${at + 1}`)}</row>`,
    );
    const [table] = await tablesIn(zipOf(partsOf(`<sheetData>${rows.join("")}${far}</sheetData>`)), 10);
    expect([table?.rows.length, table?.rows.at(-1), table?.left]).toEqual([10, ["Xã 10"], 21]);
  });

  test("in which somebody touched the last column is no wider for it", async () => {
    const row = `<row r="1">${text("A1", "Tên")}${text("B1", "Mã")}<c r="XFC1" s="1"/>${text("XFD1", " ")}</row>`;
    const [table] = await read(zipOf(partsOf(`<sheetData>${row}</sheetData>`)));
    expect(table?.rows).toEqual([["Tên", "Mã"]]);
  });

  test("has its numbers with a comma and its days as they are written, also those that are text", async () => {
    const data = [
      ["Điểm", "Ngày"],
      [7.5, "02/01/2026"],
      [1250, "2-1-2026"],
    ];
    const [table] = await read(await workbook({ sheet: "Điểm", data }));
    expect(table?.rows.slice(1)).toEqual([
      ["7,5", "02/01/2026"],
      ["1250", "2-1-2026"],
    ]);
    expect(table?.notes).toEqual([]);
  });

  test("counts formulas by what they came to, and tells those without a value and those that failed", async () => {
    const row = [
      text("A1", "Tên"),
      '<c r="B1" t="str"><f>A1</f><v>Tên</v></c>',
      '<c r="C1"><f>1+1</f><v>2</v></c>',
      '<c r="D1"><f>A1</f></c>',
      '<c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    ];
    const [table] = await read(zipOf(partsOf(`<sheetData><row r="1">${row.join("")}</row></sheetData>`)));
    expect(table?.name).toBe("Đơn vị & cụm");
    expect(table?.rows[0]?.slice(0, 3)).toEqual(["Tên", "Tên", "2"]);
    expect(table?.notes).toEqual([
      { note: "formulas", count: 2, first: "B1" },
      { note: "no-values", count: 1, first: "D1" },
      { note: "errors", count: 1, first: "E1" },
    ]);
  });
});

describe("a text", () => {
  test.for([
    ["with semicolons, as a Vietnamese spreadsheet saves it", utf8('\uFEFFMã;Tên\r\nxa-1;"Xã ""Một"""\r\n')],
    [
      "with tabs in UTF-16",
      new Uint8Array([0xff, 0xfe, ...Buffer.from('Mã\tTên\r\nxa-1\tXã "Một"', "utf16le")]),
    ],
  ] as const)("is a table %s", async ([, bytes]) => {
    const [table] = await read(bytes);
    expect(table?.rows.slice(0, 2)).toEqual([
      ["Mã", "Tên"],
      ["xa-1", 'Xã "Một"'],
    ]);
  });

  test("in the letters Windows had before is read too, its marks put together", async () => {
    const [table] = await read(new Uint8Array([...utf8("Ten\n"), 0x58, 0x61, 0xde]));
    expect(table?.rows[1]).toEqual(["Xã"]);
  });
});

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const oleWith = (name: string) => new Uint8Array([...ole, ...Buffer.from(name, "utf16le")]);
const plain = partsOf(`<sheetData><row r="1">${text("A1", "Tên")}</row></sheetData>`);

test("a text with more lines than are taken tells how many more there are", async () => {
  const [table] = await tablesIn(utf8("Tên\nXã A\nXã B\n\nXã C\n"), 2);
  expect([table?.rows, table?.left]).toEqual([[["Tên"], ["Xã A"]], 2]);
});

describe("what is no table", () => {
  test.for([
    ["a photograph that was renamed", "picture", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ["a picture of the screen", "picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10])],
    ["a paper", "pdf", utf8("%PDF-1.7")],
    ["a workbook of before 2007", "old-excel", oleWith("Workbook")],
    ["a workbook with a password", "password", oleWith("EncryptedPackage")],
    [
      "a table of Excel 2003 in XML",
      "old-excel",
      utf8(
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
    ],
    ["a flat file of another office", "other-office", utf8('\uFEFF<?xml version="1.0"?><office:document/>')],
    ["a document of before 2007", "other-office", oleWith("WordDocument")],
    ["a workbook with macros", "macro", zipOf({ ...plain, "xl/vbaProject.bin": "x" })],
    [
      "a workbook that may have macros",
      "macro",
      zipOf({ ...plain, "[Content_Types].xml": '<Types ContentType="sheet.macroEnabled.main+xml"/>' }),
    ],
    ["a workbook in bytes", "binary-excel", zipOf({ "xl/workbook.bin": "x" })],
    ["a document", "other-office", zipOf({ "word/document.xml": "<w/>" })],
    ["a workbook that was cut off", "damaged", zipOf(plain).subarray(0, 300)],
    ["a workbook whose sheet is no sheet", "damaged", zipOf({ ...plain, "xl/worksheets/sheet1.xml": "<<<" })],
    ["a workbook without anything in it", "empty", zipOf(partsOf("<sheetData/>"))],
    ["a file without anything in it", "empty", new Uint8Array()],
    ["lines without anything in them", "empty", utf8("\r\n;;\r\n")],
    ["bytes of anything", "no-table", new Uint8Array([1, 0, 2, 0, 3])],
  ] as const)("%s is told as such", async ([, fault, bytes]) => {
    expect(await refusedAs(bytes)).toBe(fault);
  });

  test("a workbook that grows when it is opened is stopped, whatever it says of its size", async () => {
    const bomb = packedZip("xl/worksheets/sheet1.xml", Buffer.alloc(120_000_000, 32), plain);
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    expect(await refusedAs(bomb)).toBe("too-much");
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
  });
});

/** A zip in which one file is packed and says that it is small. */
function packedZip(path: string, content: Uint8Array, others: Record<string, string>) {
  const packed = deflateRawSync(content);
  const parts = Object.entries(others).filter(([other]) => other !== path);
  const files = new Map<string, Uint8Array>(parts.map(([other, text]) => [other, utf8(text)]));
  const bytes = new Uint8Array(stored(new Map([...files, [path, packed]])));
  // The last entry of the directory is the packed one: its method is at 10 of it.
  const view = new DataView(bytes.buffer);
  const entry = bytes.length - 22 - 46 - path.length;
  view.setUint16(entry + 10, 8, true);
  return bytes;
}
