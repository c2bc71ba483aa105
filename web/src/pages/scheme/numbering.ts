import type { Kind, Typed } from "./typed.ts";

/** How a line is numbered, and the number: `II` is the second of Roman, `1.3` the third below `1`. */
export type Numeral = { style: "roman" | "upper" | "lower" | "plain"; before: string; no: number };

const roman = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
const tens = ["", "X", "XX", "XXX"];
const romans = Array.from({ length: 39 }, (_, no) => `${tens[Math.floor(no / 10)]}${roman[no % 10]}`);

/**
 * A code as a numeral. One letter may be a letter or Roman: `I`, `V` and `X` are Roman, unless the letter before was
 * the one in front of it.
 */
export function numeralOf(code: string, previous?: Numeral): Numeral | undefined {
  const letter = /^[A-Za-zĐđ]$/.test(code) ? alphabet.indexOf(code.toLowerCase()) + 1 : 0;
  const isUpper = code === code.toUpperCase();
  const follows = previous?.style === "upper" && isUpper && previous.no === letter - 1 && letter > 1;
  const asRoman = romans.indexOf(code);
  if (asRoman > 0 && !follows) return { style: "roman", before: "", no: asRoman };
  if (letter > 0) return { style: isUpper ? "upper" : "lower", before: "", no: letter };
  const [, before = "", last = ""] = /^(.*?)(\d+|[a-zđ])$/.exec(code) ?? [];
  if (/^\d+$/.test(last)) return { style: "plain", before, no: Number(last) };
  const no = alphabet.indexOf(last) + 1;
  return no > 0 && /[\d.-]$/.test(before) ? { style: "lower", before, no } : undefined;
}

/** As lists here are lettered: a, b, c, d, đ, e. */
const alphabet = [
  "a",
  "b",
  "c",
  "d",
  "đ",
  "e",
  "g",
  "h",
  "i",
  "k",
  "l",
  "m",
  "n",
  "o",
  "p",
  "q",
  "r",
  "s",
  "t",
];

export function writtenOf({ style, before, no }: Numeral): string {
  if (style === "roman") return romans[no] ?? String(no);
  if (style === "plain") return `${before}${no}`;
  const letter = alphabet[no - 1] ?? String(no);
  return before + (style === "upper" ? letter.toUpperCase() : letter);
}

const first: Record<Exclude<Kind, "criterion">, string> = { group: "I", bonus: "T1", deduction: "P1" };

/** The code that comes next at a place: after its neighbour of the same kind, or the first of its group. */
export function codeAfter(rows: readonly Typed[], place: number, kind: Kind): string {
  const above = rows.slice(0, place);
  const taken = new Set(
    rows.filter((row) => (row.kind === "group") === (kind === "group")).map(({ code }) => code),
  );
  const group = above.findLast((row) => row.kind === "group");
  const neighbour =
    kind === "criterion"
      ? above.slice(group ? above.indexOf(group) + 1 : 0).findLast((row) => row.kind === kind)
      : above.findLast((row) => row.kind === kind);
  const start = kind === "criterion" ? `${numberOf(group)}.1` : first[kind];
  let numeral = neighbour ? numeralOf(neighbour.code.trim()) : undefined;
  let code = numeral ? writtenOf({ ...numeral, no: numeral.no + 1 }) : start;
  numeral ??= numeralOf(start);
  for (let no = (numeral?.no ?? 0) + 1; taken.has(code) && no < 1000; no += 1)
    code = numeral ? writtenOf({ ...numeral, no }) : start;
  return code;
}

/** A group's own number: its lines begin with it. */
function numberOf(group: Typed | undefined): string {
  const numeral = group && numeralOf(group.code.trim());
  return numeral ? String(numeral.no) : "1";
}

/** Every line numbered anew, in the way its part is numbered already. */
export function renumbered(rows: readonly Typed[]): readonly Typed[] {
  const fresh: Typed[] = [];
  for (const row of rows) {
    const isFirst = !fresh.some(({ kind }) => kind === row.kind) && row.kind !== "criterion";
    const numeral = isFirst ? numeralOf(row.code.trim()) : undefined;
    const code = numeral ? writtenOf({ ...numeral, no: 1 }) : codeAfter(fresh, fresh.length, row.kind);
    fresh.push(row.code === code ? row : { ...row, code });
  }
  return fresh;
}
