import * as z from "zod/mini";
import type { Phase } from "./calendar.ts";
import { type File, PackedFile } from "./file.ts";
import { refuse } from "./refuse.ts";
import { Code, linesOf, type Table } from "./scheme.ts";
import { type Author, expectFillable, type Sheet } from "./sheet.ts";
import { Day, Instant, Slug, Text, Title } from "./text.ts";
import { YearNo } from "./year-no.ts";

/** A paper behind a line, known by its number and date. */
export const Paper = z.strictObject({ number: Title, date: z.optional(Day), title: z.optional(Title) });
export type Paper = z.output<typeof Paper>;

/** All that stands behind one line. */
export const Papers = z.array(Paper).check(z.maxLength(20));
type Papers = readonly Paper[];

/** What an appraiser says of one piece of evidence; a piece that is returned says why. */
export const Verdict = z.object({
  outcome: z.enum(["accepted", "returned"]),
  by: z.string(),
  at: Instant,
  reason: z.optional(Text.check(z.maxLength(500))),
});
export type Verdict = z.output<typeof Verdict>;

/** What stands behind the lines of a sheet, kept apart from its numbers. */
export const Evidence = z.object({
  year: YearNo,
  cluster: Slug,
  unit: Slug,
  lines: z.record(Code, Papers),
  files: z.optional(z.array(PackedFile)),
  verdicts: z.optional(z.record(z.string(), Verdict)),
});
export type Evidence = z.output<typeof Evidence>;

/** What a verdict is kept under: the line, and the file or the number of the paper. */
export const pieceOn = (line: string, piece: string) => `${line} ${piece}`;

/** The files that stand there now. */
export const filesOf = (evidence: Pick<Evidence, "files"> | undefined): File[] =>
  (evidence?.files ?? []).filter(({ until }) => until === undefined);

/** Whether anything stands behind a line. */
export const isProven = (evidence: Evidence | undefined, line: string) =>
  (evidence?.lines[line]?.length ?? 0) > 0 || filesOf(evidence).some((file) => file.line === line);

const most = { onLine: 10, onSheet: 120, ever: 240 };

/** Before anything is sent: the line is there, and has room for one more. */
export function expectRoom(evidence: Pick<Evidence, "files"> | undefined, line: string, table: Table) {
  if (!linesOf(table).has(line)) throw refuse("sheet/unknown-line", { line });
  const files = filesOf(evidence);
  if (files.filter((file) => file.line === line).length >= most.onLine)
    throw refuse("evidence/too-many", { line, most: most.onLine });
  if (files.length >= most.onSheet || (evidence?.files ?? []).length >= most.ever)
    throw refuse("evidence/too-many", { most: most.onSheet });
}

/**
 * When evidence may change: as long as the sheet may be filled in; and in review on a line of which a piece was
 * returned, so that the unit can put a better one there.
 */
export function expectOpen(
  sheet: Sheet,
  evidence: Evidence | undefined,
  { lines, phase }: { lines: readonly string[]; phase: Phase },
) {
  const returned = Object.entries(evidence?.verdicts ?? {}).filter(
    ([, { outcome }]) => outcome === "returned",
  );
  const isAskedFor = (line: string) => returned.some(([piece]) => piece.startsWith(`${line} `));
  const isFinal = sheet.stage === "review" && sheet.sealed !== undefined;
  if (phase === "review" && !isFinal && lines.every(isAskedFor)) return;
  expectFillable(sheet, phase);
}

/** The same file again is the same file. */
export function addFile(evidence: Evidence, file: File, table: Table): Evidence {
  if (evidence.files?.some((known) => known.file === file.file)) return evidence;
  expectRoom(evidence, file.line, table);
  return { ...evidence, files: [...(evidence.files ?? []), file] };
}

/** Gone with its bytes, unless it came with a version that was handed in: that version keeps it. */
export function removeFile(
  evidence: Evidence,
  id: string,
  no: number,
): { evidence: Evidence; gone: boolean } {
  const file = filesOf(evidence).find((known) => known.file === id);
  if (!file) throw refuse("evidence/unknown", { file: id });
  const others = (evidence.files ?? []).filter((known) => known.file !== id);
  const gone = file.since === no;
  const files = gone ? others : [...others, { ...file, until: no }];
  return { evidence: withoutStray({ ...evidence, files }), gone };
}

/** An appraiser accepts or returns one piece; the last word counts. */
export function judge(
  evidence: Evidence,
  {
    line,
    piece,
    outcome,
    reason,
  }: { line: string; piece: string; outcome: Verdict["outcome"]; reason?: string | undefined },
  author: Author,
): Evidence {
  if (!piecesOf(evidence).has(pieceOn(line, piece))) throw refuse("evidence/unknown", { line, piece });
  if (outcome === "returned" && !reason) throw refuse("evidence/no-reason", { line });
  const verdict = { outcome, ...author, ...(reason && { reason }) };
  return { ...evidence, verdicts: { ...evidence.verdicts, [pieceOn(line, piece)]: verdict } };
}

const piecesOf = (evidence: Evidence) =>
  new Set([
    ...filesOf(evidence).map(({ line, file }) => pieceOn(line, file)),
    ...Object.entries(evidence.lines).flatMap(([line, papers]) =>
      papers.map(({ number }) => pieceOn(line, number)),
    ),
  ]);

/** What was said of a piece goes with it. */
function withoutStray(evidence: Evidence): Evidence {
  const pieces = piecesOf(evidence);
  const verdicts = Object.entries(evidence.verdicts ?? {}).filter(([piece]) => pieces.has(piece));
  return { ...evidence, verdicts: Object.fromEntries(verdicts) };
}

/**
 * Papers changed by one person, as claims are: each change says what it was made from, and whoever comes later to a
 * line that has changed is told what stands there now; other lines do not collide.
 */
export function attach(
  there: Evidence["lines"],
  changes: Readonly<Record<string, { was?: Papers | undefined; now: Paper[] }>>,
  table: Table,
): Evidence["lines"] {
  const lines = { ...there };
  const collided: unknown[] = [];
  for (const [code, { was, now }] of Object.entries(changes)) {
    if (!linesOf(table).has(code)) throw refuse("sheet/unknown-line", { line: code });
    const stands = lines[code] ?? [];
    if (areSame(stands, now)) continue;
    if (was !== undefined && !areSame(stands, was)) collided.push({ line: code, yours: now, value: stands });
    lines[code] = now;
  }
  if (collided.length > 0) throw refuse("sheet/line-changed", { lines: collided });
  return lines;
}

const areSame = (a: Papers, b: Papers) =>
  a.length === b.length &&
  a.every(
    ({ number, date, title }, at) =>
      number === b[at]?.number && date === b[at]?.date && title === b[at]?.title,
  );
