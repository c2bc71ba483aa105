import * as z from "zod/mini";
import type { Input } from "#domain/points.ts";
import type { Row } from "#domain/ranking.ts";
import { type Entry, type Fact, finders, type Sheet, type State } from "#domain/sheet.ts";

/*
 * How a sheet and its row on the scoreboard are kept: a whole sheet of forty lines in one write unit (1 KB), the rows
 * of a whole cluster in one read. A claim is `code:value:author:seconds`, with the author as an index and the seconds
 * since the first fact, in base 36. The address of a thing is in its key and is not kept twice.
 */

const Kept = z.looseObject({ pk: z.optional(z.string()), sk: z.optional(z.string()) });
type Kept = z.output<typeof Kept> & Record<string, unknown>;

/** Unpacking builds the sheet field by field from text, so it is not looked through a second time. */
const Unpacked = z.custom<Sheet>((sheet) => typeof sheet === "object" && sheet !== null);

export const PackedSheet = z.codec(Kept, Unpacked, {
  decode: (kept) => unpackSheet(kept),
  encode: (sheet) => packSheet(sheet),
});

function packSheet({ no, stage, lines, was, sealed, returned }: Sheet): Kept {
  const entries = Object.entries(lines);
  const secondsOf = once(wholeSecondsOf);
  const facts = entries.flatMap(([, entry]) => [
    entry.claim,
    ...finders.map((finder) => entry[finder]),
    entry.explanation,
  ]);
  const authors = [...new Set([...facts, sealed, returned].flatMap((fact) => (fact ? [fact.by] : [])))];
  const times = [...facts, sealed, returned].flatMap((fact) => (fact ? [secondsOf(fact.at)] : []));
  const since = Math.min(...times, Number.POSITIVE_INFINITY);
  const mark = ({ by, at }: { by: string; at: string }) =>
    `${authors.indexOf(by)}:${(secondsOf(at) - since).toString(36)}`;
  const found = entries.flatMap(([code, entry]) => [
    ...finders.flatMap((finder) => {
      const finding = entry[finder];
      return finding ? [[finder, code, packInput(finding.value), mark(finding), finding.reason ?? ""]] : [];
    }),
    ...(entry.explanation
      ? [["explanation", code, "", mark(entry.explanation), entry.explanation.text]]
      : []),
  ]);
  return {
    n: no,
    g: stage,
    w: was,
    a: authors.join(","),
    t: Number.isFinite(since) ? since : 0,
    c: entries
      .flatMap(([code, { claim }]) => (claim ? [`${code}:${packInput(claim.value)}:${mark(claim)}`] : []))
      .join("|"),
    ...(found.length > 0 && { f: found }),
    ...(sealed && { z: mark(sealed) }),
    ...(returned && { b: [mark(returned), returned.reason] }),
  };
}

function unpackSheet(kept: Kept): Sheet {
  const [, , year, cluster] = kept.pk?.split("#") ?? [];
  const [, unit] = kept.sk?.split("#") ?? [];
  const authors = String(kept["a"]).split(",");
  const since = Number(kept["t"]);
  const instantAfter = once((seconds: string) => instantOf(since + Number.parseInt(seconds, 36)));
  const authorOf = (by = "", seconds = "") => ({
    by: authors[Number(by)] ?? "",
    at: instantAfter(seconds),
  });
  const marked = (mark: string) => authorOf(...(mark.split(":") as [string, string]));
  const lines: Record<string, Entry> = {};
  for (const packed of String(kept["c"]).split("|").filter(Boolean)) {
    const [code = "", value = "", by, seconds] = packed.split(":");
    lines[code] = { claim: { value: unpackInput(value), ...authorOf(by, seconds) } as Fact };
  }
  for (const [what, code, value, mark, text] of (kept["f"] ?? []) as [
    string,
    string,
    string,
    string,
    string,
  ][]) {
    const fact =
      what === "explanation"
        ? { text, ...marked(mark) }
        : { value: unpackInput(value), ...marked(mark), ...(text && { reason: text }) };
    lines[code] = { ...lines[code], [what]: fact };
  }
  const [returned, reason] = (kept["b"] ?? []) as [string?, string?];
  return {
    year: Number(year),
    cluster: cluster ?? "",
    unit: unit ?? "",
    no: Number(kept["n"]),
    stage: kept["g"] as Sheet["stage"],
    was: String(kept["w"]),
    lines,
    ...(kept["z"] !== undefined && { sealed: marked(String(kept["z"])) }),
    ...(returned !== undefined && { returned: { ...marked(returned), reason: reason ?? "" } }),
  };
}

const states: readonly State[] = ["blank", "filling", "submitted", "returned", "review", "final"];

/** A row as it is kept: where the sheet stands, how far it is filled, and the first half of its digest. */
export const ScoreRow = z.object({
  year: z.number(),
  cluster: z.string(),
  unit: z.string(),
  no: z.int(),
  state: z.enum(states as [State, ...State[]]),
  filled: z.int(),
  at: z.string(),
  digest: z.string(),
  claimed: z.int(),
  total: z.int(),
  claims: z.record(z.string(), z.any()),
  counts: z.record(z.string(), z.any()),
});
export type ScoreRow = z.output<typeof ScoreRow> & Row;

export const PackedRow = z.codec(Kept, ScoreRow, {
  decode: (kept) => {
    const [, , year, cluster] = kept.pk?.split("#") ?? [];
    const [own = "", ...compared] = String(kept["s"]).split("|");
    const [no, state, filled, seconds, claimed, total, digest = ""] = own.split(":");
    const inputs = compared.map((packed) => packed.split(":"));
    const of = (place: 1 | 2) =>
      Object.fromEntries(
        inputs.flatMap((each) => (each[place] ? [[each[0], unpackInput(each[place])]] : [])),
      );
    return {
      year: Number(year),
      cluster: cluster ?? "",
      unit: kept.sk?.slice("R#".length) ?? "",
      no: Number(no),
      state: states[Number(state)] ?? "blank",
      filled: Number(filled),
      at: instantOf(Number.parseInt(seconds ?? "0", 36)),
      claimed: Number(claimed),
      total: Number(total),
      digest,
      claims: of(1),
      counts: of(2),
    };
  },
  encode: ({ no, state, filled, at, claimed, total, digest, claims, counts }) => {
    const codes = [...new Set([...Object.keys(claims), ...Object.keys(counts)])];
    const packed = (input: Input | undefined) => (input === undefined ? "" : packInput(input));
    const own = [
      no,
      states.indexOf(state),
      filled,
      wholeSecondsOf(at).toString(36),
      claimed,
      total,
      digest.slice(0, 16),
    ];
    return {
      s: [
        own.join(":"),
        ...codes.map((code) => [code, packed(claims[code]), packed(counts[code])].join(":")),
      ].join("|"),
    };
  },
});

/** `5`, `y`/`n`, `90/100` or `90/` for a result with or without a target, `2+1` for two plus and one minus. */
function packInput(input: Input): string {
  if (typeof input === "number") return String(input);
  if (typeof input === "boolean") return input ? "y" : "n";
  if ("plus" in input) return `${input.plus}+${input.minus}`;
  return `${input.result}/${input.target ?? ""}`;
}

function unpackInput(packed: string): Input {
  if (packed === "y" || packed === "n") return packed === "y";
  if (packed.includes("+")) {
    const [plus, minus] = packed.split("+").map(Number);
    return { plus: plus ?? 0, minus: minus ?? 0 };
  }
  if (!packed.includes("/")) return Number(packed);
  const [result, target] = packed.split("/");
  return { result: Number(result), ...(target && { target: Number(target) }) };
}

/** Whole seconds, which is all that is kept of an instant on a sheet. */
const wholeSecondsOf = (instant: string) => Math.floor(Date.parse(instant) / 1000);
const instantOf = (seconds: number) => new Date(seconds * 1000).toISOString();

/** Most lines of a sheet were filled in at one time: what is worked out for one holds for the next. */
function once<A, B>(workOut: (from: A) => B): (from: A) => B {
  const known = new Map<A, B>();
  return (from) => {
    if (!known.has(from)) known.set(from, workOut(from));
    return known.get(from) as B;
  };
}
