import writeExcelFile, { type CellObject, type Feature, type SheetData } from "write-excel-file/universal";
import type { Described, Sheet, Value } from "./described.ts";

/** The typeface of official papers. */
const look = { fontFamily: "Times New Roman", fontSize: 12 } as const;
const lines = { borderStyle: "thin", borderColor: "#808080" } as const;
const head = { fontWeight: "bold", backgroundColor: "#EDE9E0", wrap: true, alignVertical: "center" } as const;
/** More than a cell of a spreadsheet holds, it calls a fault. */
const longestText = 32_000;
const [narrowest, widest] = [8, 48];
/** In points, as a spreadsheet allows. */
const highest = 409;
/** Of one line of text, in points, and the letters that stand in a column for each unit of its width. */
const lineHeight = 16;
const lettersPer = { plain: 1.1, bold: 1 };
/** What a portrait page of A4 shows without being made small. */
const widthOfPage = 95;

/** A workbook as a spreadsheet saves it: its headings stay in sight, and each sheet is as wide as one page of A4. */
export async function written({ sheets }: Described): Promise<ArrayBuffer> {
  const made = sheets.map((sheet) => {
    const widths = widthsOf(sheet);
    const above = aboveOf(sheet);
    return {
      sheet: nameOf(sheet.name),
      data: [...above, ...[headingsOf(sheet), ...rowsOf(sheet)].map((row) => tall(row, widths))] as SheetData,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: above.length + 1,
      stickyColumnsCount: sheet.held ?? 0,
      // Said so that there are margins; which way the page lies is said below.
      orientation: "landscape" as const,
    };
  });
  const features = [pageOf(made)];
  const file = await writeExcelFile(made, { ...look, features }).toBlob();
  return file.arrayBuffer();
}

function aboveOf({ title, under = [] }: Sheet): CellObject[][] {
  if (title === undefined) return [];
  return [
    [{ ...text(title), fontWeight: "bold", fontSize: 14 }],
    ...under.map((line) => [{ ...text(line), fontStyle: "italic" as const }]),
    [],
  ];
}

const headingOf = (heading: Sheet["headings"][number]) =>
  typeof heading === "string" ? heading : heading.heading;

const headingsOf = ({ headings }: Sheet): CellObject[] =>
  headings.map((heading) => ({ ...text(headingOf(heading)), ...head, ...lines }));

function rowsOf({ headings, rows, strong = [] }: Sheet): CellObject[][] {
  const formats = headings.map((heading, at) =>
    typeof heading === "string"
      ? formatOf(rows.map((row) => row[at]))
      : ({ percent: "0.00%", year: "0" } as const)[heading.as],
  );
  const isStrong = new Set(strong);
  return rows.map((row, at) =>
    headings.map((heading, column) => {
      const isPercent = typeof heading !== "string" && heading.as === "percent";
      return {
        ...cellOf(row[column], formats[column] ?? "", isPercent),
        ...lines,
        alignVertical: "top",
        ...(isStrong.has(at) && { fontWeight: "bold" }),
      };
    }),
  );
}

/** As high as its longest cell needs: not every program finds that out for itself. */
function tall(row: CellObject[], widths: readonly number[]): CellObject[] {
  const lines = row.map(({ value, wrap, fontWeight }, at) => {
    const letters = (widths[at] ?? narrowest) * lettersPer[fontWeight === "bold" ? "bold" : "plain"];
    const parts = wrap && typeof value === "string" ? value.split("\n") : [""];
    return parts.reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / letters)), 0);
  });
  const most = Math.max(1, ...lines);
  return most === 1 ? row : row.map((cell) => ({ ...cell, height: Math.min(most * lineHeight, highest) }));
}

/** As many decimals in all of a column as one of its numbers has, two at the most. */
const formatOf = (values: readonly Value[]) =>
  values.some((value) => typeof value === "number" && !Number.isInteger(value)) ? "#,##0.00" : "#,##0";

function cellOf(value: Value, format: string, isPercent: boolean): CellObject {
  if (value instanceof Date) return { value, type: Date, format: "dd/mm/yyyy", align: "left" };
  if (typeof value === "number") return { value: isPercent ? value / 100 : value, type: Number, format };
  return value === undefined || value === "" ? {} : { ...text(value), wrap: true };
}

/** As text for good: what begins like a formula would become one when somebody edits the cell. */
const text = (value: string): CellObject => ({
  value: value.slice(0, longestText),
  type: String,
  ...(/^[=+\-@\t\r]/.test(value) && { format: "@" }),
});

function widthsOf({ headings, rows }: Sheet): number[] {
  const length = (value: Value) =>
    value instanceof Date
      ? 10
      : typeof value === "number"
        ? String(Math.round(value)).length + 4
        : (value?.length ?? 0);
  return headings.map((heading, at) => {
    // A heading may take two lines, what stands below it none before it is very long.
    const longest = rows.reduce(
      (most, row) => Math.max(most, length(row[at])),
      headingOf(heading).length / 1.6,
    );
    return Math.min(Math.max(Math.ceil(longest) + 2, narrowest), widest);
  });
}

/** What a spreadsheet takes as a sheet's name. */
const nameOf = (name: string) =>
  name
    .replace(/[[\]/\\:*?]+/g, " ")
    .trim()
    .slice(0, 31) || "1";

type Made = { sheet: string; columns: { width: number }[]; stickyRowsCount: number };

/** Paper: A4, as wide as the table and as many pages long as it needs, the headings on each. */
function pageOf(sheets: readonly Made[]): Feature<Blob> {
  const isWide = (at: number) =>
    (sheets[at]?.columns.reduce((sum, { width }) => sum + width, 0) ?? 0) > widthOfPage;
  const titles = sheets.map(
    ({ sheet, stickyRowsCount: row }, at) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${sheet.replaceAll("'", "''").replaceAll("&", "&amp;").replaceAll("<", "&lt;")}'!$${row}:$${row}</definedName>`,
  );
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml) =>
            xml.replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
          transformElementAttributes: (tag, attributes, _at, _options, { sheetIndex }) =>
            tag === "pageSetup"
              ? {
                  ...attributes,
                  orientation: isWide(sheetIndex) ? "landscape" : "portrait",
                  fitToWidth: 1,
                  fitToHeight: 0,
                }
              : attributes,
        },
        "xl/workbook.xml": {
          transform: (xml) =>
            xml.replace("<definedNames/>", `<definedNames>${titles.join("")}</definedNames>`),
        },
      },
    },
  };
}
