import type { Cells } from "./cells.ts";
import { numeralOf } from "./numbering.ts";

/** Which column says what; a table may have no column for codes, or for points. */
export type Columns = { code: number | undefined; title: number; points: number | undefined; from: number };

const heads = {
  code: /^(tt|stt|số tt|số thứ tự|mục|mã|mã số|ký hiệu)\.?$/i,
  title: /nội dung|tiêu chí|chỉ tiêu|tiêu chuẩn/i,
  points: /điểm/i,
  /** The points a line can give, not those somebody gave. */
  most: /điểm (tối đa|chuẩn|quy định)|thang điểm|mức điểm|khung điểm|biểu điểm/i,
};

/** Columns by what their heads say; where there are none, by what stands in them. */
export function columnsIn(cells: Cells): Columns {
  const head = cells.slice(0, 8).findIndex((row) => {
    const texts = row.map(({ text }) => text);
    const isShort = texts.every((text) => text.length < 120);
    return (
      isShort &&
      texts.some((text) => heads.title.test(text)) &&
      texts.some((text) => heads.points.test(text) || heads.code.test(text))
    );
  });
  const texts = head < 0 ? [] : (cells[head] ?? []).map(({ text }) => text);
  const find = (pattern: RegExp) => {
    const found = texts.findIndex((text) => pattern.test(text));
    return found < 0 ? undefined : found;
  };
  const body = cells.slice(head + 1);
  const title = find(heads.title) ?? widestIn(body);
  const code = find(heads.code) ?? codesIn(body, title);
  const points = find(heads.most) ?? find(heads.points) ?? pointsIn(body, [title, code]);
  return { code, title, points, from: head + 1 + (isCounting(body[0]) ? 1 : 0) };
}

/** A row that only numbers the columns: (1) (2) (3). */
const isCounting = (row: Cells[number] | undefined) =>
  row !== undefined &&
  row.filter(({ text }) => text !== "").length > 1 &&
  row.every(({ text }, at) => text === "" || text.replace(/[()]/g, "") === String(at + 1));

function widestIn(body: Cells): number {
  const width = (at: number) => body.reduce((sum, row) => sum + (row[at]?.text.length ?? 0), 0);
  return (body[0] ?? []).reduce((widest, _, at) => (width(at) > width(widest) ? at : widest), 0);
}

const isCode = (text: string) => numeralOf(text.replace(/[.):]+$/, "")) !== undefined;

function codesIn(body: Cells, title: number): number | undefined {
  const columns = Array.from({ length: title }, (_, at) => at);
  return columns.find((at) => {
    const texts = body.map((row) => row[at]?.text ?? "").filter((text) => text !== "");
    return texts.length > 0 && texts.filter(isCode).length >= texts.length * 0.8;
  });
}

function pointsIn(body: Cells, taken: readonly (number | undefined)[]): number | undefined {
  const columns = (body[0] ?? []).map((_, at) => at).filter((at) => !taken.includes(at));
  return columns.find((at) => {
    const texts = body.map((row) => row[at]?.text ?? "").filter((text) => text !== "");
    return (
      texts.length >= body.length / 3 &&
      texts.filter((text) => /^[-−+]?\d+([.,]\d+)?\s*(đ|điểm)?$/i.test(text)).length >= texts.length * 0.8
    );
  });
}
