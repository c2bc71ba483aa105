import { hundredthsOf, pointsOf } from "#domain/exact.ts";
import { numberFrom } from "../../number.ts";
import type { Cells } from "./cells.ts";
import type { Columns } from "./columns.ts";
import { codeAfter, type Numeral, numeralOf } from "./numbering.ts";
import { blank, type Kind, type Typed, written } from "./typed.ts";
import { perTimeIn, stepsIn } from "./ways-in-words.ts";

/** A line of the pasted table with what stands under it. */
type Node = {
  code: string;
  title: string;
  points: number | undefined;
  style: string;
  numeral: Numeral | undefined;
  under: Node[];
};
export type Recognised = {
  rows: Typed[];
  total: string;
  /** Groups whose printed points are not what their lines add up to. */
  differing: { code: string; printed: number; sum: number }[];
  /** Lines whose conditions, or whose heading above, were put into the line's own text. */
  joined: number;
};

const bullet = /^[-–+•*]\s*/;
const numbered = /^((?:[IVX]{1,5}|[A-ZĐ]|[a-zđ]|\d{1,2}(?:\.\d{1,2})*)[.)]|\d{1,2}(?:\.\d{1,2})+)\s+(?=\S)/;
const sums = /^(tổng|cộng)(\s|$|:)(?!.*(kết|hợp))/i;

/** The table somebody copied from elsewhere, as lines of ours. Levels come from the numbering, else from indents. */
export function recognised(cells: Cells, columns: Columns): Recognised {
  const tops: Node[] = [];
  const path: Node[] = [];
  let total = "";
  for (const row of cells.slice(columns.from)) {
    const line = lineIn(row, columns, path);
    if (!line) continue;
    if (sums.test(line.title) && (line.numeral === undefined || line.title.length < 20)) {
      if (line.points !== undefined) total = written(line.points);
      continue;
    }
    const above = path.at(-1);
    if (line.style === "text" && line.points === undefined && above) {
      above.title = `${above.title} ${line.title}`;
      continue;
    }
    const level = levelIn(path, line.style);
    if (level >= 0) path.length = level;
    (path.at(-1)?.under ?? tops).push(line);
    path.push(line);
  }
  return { ...new Flattening(tops).result, total };
}

/** Beside the last line of its style; `2` after `1.2`, where no `1` was, stands beside that. */
function levelIn(path: readonly Node[], style: string): number {
  const same = path.findIndex((node) => node.style === style);
  if (same >= 0 || !style.startsWith("plain")) return same;
  return path.findIndex((node) => node.style.startsWith("plain") && node.style > style);
}

function lineIn(
  row: Cells[number],
  { code, title, points }: Columns,
  path: readonly Node[],
): Node | undefined {
  const cell = row[title];
  let text = cell?.text ?? "";
  const first = code === undefined ? "" : (row[code]?.text ?? "");
  // “Tổng cộng” stands where the codes stand as well.
  if (text === "" && sums.test(first)) text = first;
  let given = (text === first ? "" : first)
    .replace(/[.):]+$/, "")
    .replace(/\s/g, "")
    .replace(/^(\d+),(\d+)$/, "$1.$2");
  if (/^[-–+•*]$/.test(given)) {
    text = `- ${text}`;
    given = "";
  }
  const inText = given === "" ? numbered.exec(text) : null;
  if (inText) {
    given = (inText[1] ?? "").replace(/[.)]+$/, "");
    text = text.slice(inText[0].length);
  }
  const isBullet = given === "" && bullet.test(text);
  const before = path.findLast(({ numeral }) => numeral?.style === "upper")?.numeral;
  const numeral = given === "" ? undefined : numeralOf(given, before);
  const read = pointsOfCell(points === undefined ? "" : (row[points]?.text ?? ""));
  const told = read === undefined ? pointsToldIn(text) : { points: read, text };
  const name = told.text
    .replace(bullet, "")
    .replace(/\s*[:;]\s*$/, "")
    .trim();
  if (name === "" && given === "") return undefined;
  const style = isBullet
    ? "bullet"
    : numeral
      ? `${numeral.style} ${given.split(".").length}`
      : given !== ""
        ? "own"
        : cell?.isBold
          ? "bold"
          : cell && cell.indent > 0
            ? `indent ${cell.indent}`
            : "text";
  return { code: given, title: name, points: told.points, style, numeral, under: [] };
}

function pointsOfCell(text: string): number | undefined {
  const read = numberFrom(text.replace(/\s*(điểm|đ)\.?$/i, "").replace(/^\+/, ""));
  return "number" in read ? Math.abs(read.number) : undefined;
}

/** Points written into the text: `Ký giao ước đúng hạn (10 điểm)`. */
function pointsToldIn(text: string): { points: number | undefined; text: string } {
  const found = /\s*[(:–-]\s*(?:tối đa\s*)?(\d+(?:[.,]\d+)?)\s*(?:điểm|đ)\s*\)?\.?$/i.exec(text);
  if (!found) return { points: undefined, text };
  return { points: pointsOfCell(found[1] ?? ""), text: text.slice(0, found.index) };
}

/** Makes two levels of however many there were: groups and their lines. */
class Flattening {
  readonly result: Omit<Recognised, "total"> = { rows: [], differing: [], joined: 0 };
  readonly #bonus: [Node, readonly Node[]][] = [];
  readonly #deductions: [Node, readonly Node[]][] = [];
  #id = 0;

  constructor(tops: readonly Node[]) {
    const kinds = tops.map((top) => kindOf(top));
    const ours = tops.filter((_, at) => kinds[at] === "criterion");
    const isFlat = ours.every((top) => top.under.length === 0 || isDetailed(top));
    if (isFlat && ours.length > 0) {
      this.#push("group", { code: "I" });
      for (const top of ours) this.#line("criterion", top, []);
    } else for (const top of ours) this.#group(top);
    for (const [at, top] of tops.entries())
      if (kinds[at] !== "criterion") this.#leaves(kinds[at] ?? "bonus", top, []);
    for (const [node, above] of this.#bonus) this.#line("bonus", node, above);
    for (const [node, above] of this.#deductions) this.#line("deduction", node, above);
    this.#tellApart();
  }

  #group(top: Node) {
    this.#push("group", { code: top.code, title: top.title });
    const from = this.result.rows.length;
    if (top.under.length === 0 || isDetailed(top)) this.#line("criterion", top, []);
    else for (const node of top.under) this.#leaves("criterion", node, []);
    const lines = this.result.rows.slice(from);
    const sum = lines.reduce(
      (sum, { points }) => sum + hundredthsOf(Number(points.replace(",", ".")) || 0),
      0,
    );
    if (top.points !== undefined && hundredthsOf(top.points) !== sum)
      this.result.differing.push({ code: top.code, printed: top.points, sum: pointsOf(sum) });
  }

  #leaves(kind: Exclude<Kind, "group">, node: Node, above: readonly Node[]) {
    const own = kindOf(node, kind);
    if (node.under.length > 0 && !isDetailed(node)) {
      const isHeading = kindOf(node) !== "criterion";
      for (const each of node.under) this.#leaves(own, each, isHeading ? [] : [...above, node]);
    } else if (own === "bonus") this.#bonus.push([node, above]);
    else if (own === "deduction") this.#deductions.push([node, above]);
    else this.#line("criterion", node, above);
  }

  #line(kind: Exclude<Kind, "group">, node: Node, above: readonly Node[]) {
    const steps = kind === "deduction" ? undefined : stepsIn(node.under);
    const details = steps || node.under.length === 0 ? "" : ` (${node.under.map(toldOf).join("; ")})`;
    const title = [...above.map(({ title }) => title), node.title + details].join(": ");
    if (above.length > 0 || details !== "") this.result.joined += 1;
    const points = node.points === undefined ? "" : written(node.points);
    const way = steps
      ? { way: "steps" as const, of: "rate" as const, steps, points }
      : { points, ...(kind !== "deduction" && perTimeIn(title, node.points)) };
    this.#push(kind, { code: codeBelow(node, above.at(-1)), title, ...way });
  }

  #push(kind: Kind, given: Partial<Typed>) {
    this.#id += 1;
    this.result.rows.push(blank(this.#id, kind, given));
  }

  /** A code that is missing, or stands under two groups alike, is made from its group's. */
  #tellApart() {
    const { rows } = this.result;
    const counts = new Map<string, number>();
    for (const { kind, code } of rows) if (kind !== "group") counts.set(code, (counts.get(code) ?? 0) + 1);
    let group = "";
    for (const [at, row] of rows.entries()) {
      if (row.kind === "group") {
        group = row.code;
        if (row.code === "") rows[at] = { ...row, code: codeAfter(rows.slice(0, at), at, "group") };
      } else if (row.code === "") rows[at] = { ...row, code: codeAfter(rows.slice(0, at), at, row.kind) };
      else if ((counts.get(row.code) ?? 0) > 1) {
        const before = rows.slice(0, at);
        const code = `${group}.${row.code}`;
        const isFree = row.kind === "criterion" && !before.some((each) => each.code === code);
        rows[at] = { ...row, code: isFree ? code : codeAfter(before, at, row.kind) };
      }
    }
  }
}

/** A letter, or a dash, says its place below its heading only. */
function codeBelow({ code, style, ...node }: Node, above: Node | undefined): string {
  if (!above || (code !== "" && !style.startsWith("lower"))) return code;
  const place = above.under.findIndex(({ title }) => title === node.title) + 1;
  return `${above.code}.${code || place}`;
}

const toldOf = ({ title, points }: Node) => (points === undefined ? title : `${title}: ${written(points)}`);

/** Bonus and deductions are known by their headings. */
function kindOf({ title }: Node, above: Exclude<Kind, "group"> = "criterion"): Exclude<Kind, "group"> {
  if (/^(các\s+)?(nội dung\s+)?(điểm\s+(thưởng|cộng)|thưởng điểm|cộng điểm)/i.test(title)) return "bonus";
  if (/^(các\s+)?(nội dung\s+)?(điểm\s+trừ|trừ điểm|điểm phạt)/i.test(title)) return "deduction";
  return above;
}

/**
 * A line with points under which conditions stand, not lines: they have no points, or are alternatives that do not add
 * up to the line's.
 */
function isDetailed({ points, under }: Node): boolean {
  if (points === undefined || under.length === 0 || under.some((each) => each.under.length > 0)) return false;
  const areConditions = under.every(({ style }) => style === "bullet" || style.startsWith("lower"));
  if (under.every((each) => each.points === undefined)) return areConditions;
  const sum = under.reduce((sum, each) => sum + hundredthsOf(each.points ?? 0), 0);
  const most = Math.max(...under.map((each) => each.points ?? 0));
  const areParts = sum === hundredthsOf(points) && most < points;
  return !areParts && most <= points && areConditions;
}
