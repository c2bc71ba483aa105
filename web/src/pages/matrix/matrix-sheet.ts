import { pointsOf } from "#domain/exact.ts";
import { type Line, maximumOf } from "#domain/scheme.ts";
import { language } from "../../language.svelte.ts";
import type { Sheet, Value } from "../../spreadsheet/described.ts";
import { matrixWords } from "../../words/matrix.svelte.ts";
import { rankingWords } from "../../words/ranking.svelte.ts";
import { sheetWords } from "../../words/sheet.svelte.ts";
import type { Cell, Matrix } from "./matrix.svelte.ts";

/** The lines that are looked at by all units: what counts, and on a second sheet how far that is from the claims. */
export function matrixSheets(matrix: Matrix): Sheet[] {
  const { excel } = language.words;
  const say = matrixWords.current;
  const { place, columns, sections } = matrix;
  const isWhole = matrix.shown.length === matrix.lines.length;
  const mostOf = (line: Line) => (line.kind === "deduction" ? -line.points : pointsOf(maximumOf(line.way)));
  const under = [
    place.cluster.name,
    ...(isWhole ? [] : [say.rows(matrix.shown.length, matrix.lines.length)]),
  ];
  const headings = [
    excel.code,
    say.criterion,
    excel.most,
    ...columns.map(({ unit }) => place.shortNameOf(unit)),
  ];

  const sheet = (name: string, title: string, said: (cell: Cell) => Value): Sheet => {
    const rows: Value[][] = [];
    const strong: number[] = [];
    for (const { code, title, lines } of sections) {
      strong.push(rows.length);
      rows.push(["", code === "+" ? say.rest : sheetWords.current.part(code, title)]);
      for (const line of lines)
        rows.push([
          line.code,
          line.title ?? "",
          mostOf(line),
          ...columns.map(({ unit }) => said(matrix.cellOf(unit, line.code))),
        ]);
    }
    return { name, title, under, headings, rows, strong, held: 2 };
  };
  const points = sheet(say.tab, say.title(place.year.year), (cell) => cell.points);
  const totals = ["", rankingWords.current.total, undefined, ...columns.map(({ total }) => total)];
  const apart = sheet(excel.apart, `${say.title(place.year.year)}: ${excel.apart}`, ({ by }) =>
    by === 0 ? undefined : by,
  );
  // The sum of lines somebody chose would be taken for a unit's total.
  if (!isWhole) return [points, apart];
  return [
    { ...points, rows: [...points.rows, totals], strong: [...(points.strong ?? []), points.rows.length] },
    apart,
  ];
}
