import * as z from "zod/mini";
import type { Phase } from "./calendar.ts";
import { faultIn, Input } from "./points.ts";
import type { Counted } from "./ranking.ts";
import { refuse } from "./refuse.ts";
import { Code, type Line, linesOf, type Table } from "./scheme.ts";
import { Instant, Slug, Text } from "./text.ts";
import { YearNo } from "./year-no.ts";

/** A value somebody stated, with author and time. */
const Fact = z.object({ value: Input, by: z.string(), at: Instant });
export type Fact = z.output<typeof Fact>;
const Finding = z.object({ ...Fact.shape, reason: z.optional(Text) });
const Explanation = z.object({ text: Text, by: z.string(), at: Instant });

/** Who found: the head or a deputy, the agency of that field, or the standing office. The later in this list counts. */
export const finders = ["cluster", "agency", "office"] as const;
export type Finder = (typeof finders)[number];

/** One line of a sheet: facts beside each other; none overwrites another's. */
export const Entry = z.object({
  claim: z.optional(Fact),
  cluster: z.optional(Finding),
  agency: z.optional(Finding),
  office: z.optional(Finding),
  explanation: z.optional(Explanation),
});
export type Entry = z.output<typeof Entry>;

/**
 * One version of a unit's sheet. While it is open it is saved over; sealing it makes it history, and `was` is the
 * digest of the version before, so that the versions are a chain. Filling in is one stage, review the next;
 * a returned sheet goes back to the first with all that stands on it.
 */
export const Sheet = z.object({
  year: YearNo,
  cluster: Slug,
  unit: Slug,
  no: z.int().check(z.gte(1)),
  stage: z.enum(["claiming", "review"]),
  lines: z.record(Code, Entry),
  was: z.string(),
  sealed: z.optional(z.object({ by: z.string(), at: Instant })),
  returned: z.optional(z.object({ by: z.string(), at: Instant, reason: Text })),
});
export type Sheet = z.output<typeof Sheet>;

export type Author = { by: string; at: string };
export type Change = { was?: Input | null | undefined; now: Input | null };

/** Something was stated on it, or it was handed in. */
export const isBegun = ({ lines, sealed, no }: Sheet) =>
  no > 1 || sealed !== undefined || Object.keys(lines).length > 0;

export function blankSheet(at: { year: number; cluster: string; unit: string }): Sheet {
  return { year: at.year, cluster: at.cluster, unit: at.unit, no: 1, stage: "claiming", lines: {}, was: "" };
}

/** Open for its unit: while scoring lasts, and after it only if it was returned. */
export function expectFillable(sheet: Sheet, phase: Phase) {
  if (sheet.stage === "review") throw refuse("phase/not-now", { phase: "review", allowed: ["scoring"] });
  if (sheet.sealed) throw refuse("sheet/submitted", { at: sheet.sealed.at });
  if (phase === "review" && !sheet.returned) throw refuse("phase/not-now", { phase, allowed: ["scoring"] });
}

/**
 * Claims changed by one person. Each change says what it was made from: where somebody else changed the same line
 * meanwhile, the later one is told both values and decides; other lines do not collide.
 */
export function claim(
  sheet: Sheet,
  changes: Readonly<Record<string, Change>>,
  { table, notAssigned, author }: { table: Table; notAssigned: ReadonlySet<string>; author: Author },
): Sheet {
  const lines = { ...sheet.lines };
  const collided: unknown[] = [];
  for (const [code, { was, now }] of Object.entries(changes)) {
    const line = lineOf(table, code, notAssigned);
    if (!mayClaim(line)) throw refuse("sheet/not-yours", { line: code });
    if (now !== null) expectFits(line, now);
    const there = lines[code]?.claim;
    if (isSame(there?.value, now)) continue;
    if (was !== undefined && !isSame(there?.value, was)) collided.push({ line: code, yours: now, ...there });
    lines[code] = withFact(lines[code], "claim", now === null ? undefined : { value: now, ...author });
  }
  if (collided.length > 0) throw refuse("sheet/line-changed", { lines: collided });
  return {
    ...sheet,
    lines: Object.fromEntries(Object.entries(lines).filter(([, entry]) => Object.keys(entry).length > 0)),
  };
}

/** Nobody but the standing office enters a deduction or line that is its own; an agency's line is the agency's. */
export function mayClaim(line: Line): boolean {
  return line.by !== "clerk" && !(line.kind !== "deduction" && line.agency !== undefined);
}

/** Locks the version. Lines left blank on purpose are named; any other blank criterion is missing. */
export function submit(
  sheet: Sheet,
  leaveBlank: readonly string[],
  { table, notAssigned, author }: { table: Table; notAssigned: ReadonlySet<string>; author: Author },
): Sheet {
  const missing = blanksOf(sheet, table, notAssigned).filter((code) => !leaveBlank.includes(code));
  if (missing.length > 0) throw refuse("sheet/missing-lines", { lines: missing });
  return { ...sheet, sealed: author };
}

/** Criteria the unit should still fill in. */
export function blanksOf(sheet: Sheet, table: Table, notAssigned: ReadonlySet<string>): string[] {
  return Array.from(linesOf(table).values())
    .filter((line) => line.kind === "criterion" && mayClaim(line) && !notAssigned.has(line.code))
    .map(({ code }) => code)
    .filter((code) => sheet.lines[code]?.claim === undefined);
}

/** The next version: what stands on this one, behind its digest. */
export function nextOf(sheet: Sheet, digest: string, stage: Sheet["stage"]): Sheet {
  const { sealed: _sealed, returned: _returned, ...rest } = sheet;
  return { ...rest, no: sheet.no + 1, stage, was: digest };
}

/**
 * The version findings stand on. A submitted one is followed by its review; a draft that was never handed in counts
 * for nothing, so its review begins blank; a returned one has to come back first.
 */
export function reviewed(sheet: Sheet, digestOf: (sheet: Sheet) => string): Sheet {
  if (sheet.stage === "review") return sheet.sealed ? nextOf(sheet, digestOf(sheet), "review") : sheet;
  if (sheet.returned && !sheet.sealed) throw refuse("sheet/not-submitted", { unit: sheet.unit });
  if (sheet.sealed) return nextOf(sheet, digestOf(sheet), "review");
  const isUntouched = Object.keys(sheet.lines).length === 0;
  return isUntouched
    ? { ...sheet, stage: "review" }
    : { ...nextOf(sheet, digestOf(sheet), "review"), lines: {} };
}

/** Findings of one finder. A reason is due wherever the finding differs from the claim. */
export function find(
  sheet: Sheet,
  finder: Finder,
  findings: Readonly<Record<string, { value: Input | null; reason?: string | undefined }>>,
  {
    table,
    notAssigned,
    author,
    agency,
  }: { table: Table; notAssigned: ReadonlySet<string>; author: Author; agency?: string | undefined },
): Sheet {
  const lines = { ...sheet.lines };
  for (const [code, { value, reason }] of Object.entries(findings)) {
    const line = lineOf(table, code, notAssigned);
    if (!mayFind(line, finder, agency)) throw refuse("sheet/not-yours", { line: code });
    if (value === null) {
      lines[code] = withFact(lines[code], finder, undefined);
      continue;
    }
    expectFits(line, value);
    const claimed = lines[code]?.claim;
    if (!reason && claimed && !isSame(claimed.value, value)) throw refuse("sheet/no-reason", { line: code });
    const there = lines[code]?.[finder];
    if (isSame(there?.value, value) && there?.reason === reason) continue;
    lines[code] = withFact(lines[code], finder, { value, ...author, ...(reason && { reason }) });
  }
  return { ...sheet, lines };
}

/** An agency finds on its own lines; head and deputies on all but the standing office's; that office on every line. */
export function mayFind(line: Line, finder: Finder, agency: string | undefined): boolean {
  if (finder === "agency")
    return line.kind !== "deduction" && line.agency !== undefined && line.agency === agency;
  return finder === "office" || line.by !== "clerk";
}

export function explain(
  sheet: Sheet,
  texts: Readonly<Record<string, string>>,
  table: Table,
  author: Author,
): Sheet {
  const lines = { ...sheet.lines };
  for (const [code, text] of Object.entries(texts)) {
    if (!linesOf(table).has(code)) throw refuse("sheet/unknown-line", { line: code });
    lines[code] = { ...lines[code], explanation: { text, ...author } };
  }
  return { ...sheet, lines };
}

/** The finding that counts, of the last finder who spoke. */
export const findingOf = (entry: Entry | undefined) =>
  finders.map((finder) => entry?.[finder]).findLast((finding) => finding !== undefined);

/** What counts: findings before claims; claims only once submitted, and never on lines that are the office's own. */
export function countedOf(
  sheet: Sheet | undefined,
  { unit, table, notAssigned }: { unit: string; table: Table; notAssigned: ReadonlySet<string> },
): Counted {
  const isIn =
    sheet !== undefined &&
    (sheet.stage === "review" || sheet.sealed !== undefined || sheet.returned !== undefined);
  const claims: Record<string, Input> = {};
  const counts: Record<string, Input> = {};
  for (const line of linesOf(table).values()) {
    const entry = notAssigned.has(line.code) ? undefined : sheet?.lines[line.code];
    const claimed = isIn && mayClaim(line) ? entry?.claim?.value : undefined;
    const counting = findingOf(entry)?.value ?? claimed;
    if (claimed !== undefined) claims[line.code] = claimed;
    if (counting !== undefined) counts[line.code] = counting;
  }
  return { unit, claims, counts, notAssigned };
}

export type State = "blank" | "filling" | "submitted" | "returned" | "review" | "final";

export function stateOf(sheet: Sheet | undefined): State {
  if (!sheet) return "blank";
  if (sheet.stage === "review") return sheet.sealed ? "final" : "review";
  if (sheet.sealed) return "submitted";
  return sheet.returned ? "returned" : "filling";
}

function lineOf(table: Table, code: string, notAssigned: ReadonlySet<string>): Line {
  const line = linesOf(table).get(code);
  if (!line) throw refuse("sheet/unknown-line", { line: code });
  if (notAssigned.has(code)) throw refuse("sheet/not-assigned", { line: code });
  return line;
}

function expectFits(line: Line, input: unknown) {
  const fault = faultIn(line, input);
  if (fault !== undefined) throw refuse("sheet/bad-input", { line: line.code, fault });
}

function withFact<K extends keyof Entry>(entry: Entry | undefined, key: K, fact: Entry[K]): Entry {
  const { [key]: _gone, ...rest } = entry ?? {};
  return fact === undefined ? (rest as Entry) : ({ ...rest, [key]: fact } as Entry);
}

/** Whether two inputs say the same, part by part; nothing is the same as nothing. */
export function isSame(a: Input | null | undefined, b: Input | null | undefined): boolean {
  if (a === undefined || a === null || b === undefined || b === null) return (a ?? null) === (b ?? null);
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(x), ...Object.keys(y)])].every((key) => x[key] === y[key]);
}
