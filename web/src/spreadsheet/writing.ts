import { cellName } from "./table.ts";
import { stored } from "./zip.ts";

const schemas = "http://schemas.openxmlformats.org";
const documents = `${schemas}/officeDocument/2006/relationships`;
const spreadsheet = `${schemas}/spreadsheetml/2006/main`;
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A workbook of one sheet of plain text, the smallest a spreadsheet opens. */
export function workbookOf(name: string, rows: readonly (readonly string[])[]): ArrayBuffer {
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    "_rels/.rels": relationsTo("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": `<workbook xmlns="${spreadsheet}" xmlns:r="${documents}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationsTo("worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${spreadsheet}"><sheetData>${rows.map(rowOf).join("")}</sheetData></worksheet>`,
  };
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const encoder = new TextEncoder();
  return stored(new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(head + text)])));
}

const relationsTo = (kind: string, target: string) =>
  `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="rId1" Type="${documents}/${kind}" Target="${target}"/></Relationships>`;

const rowOf = (cells: readonly string[], row: number) =>
  `<row r="${row + 1}">${cells.map((cell, column) => cellOf(cellName(row, column), cell)).join("")}</row>`;

const cellOf = (name: string, text: string) =>
  `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** What no XML may hold is left out. */
const escaped = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/"/g, "&quot;");
