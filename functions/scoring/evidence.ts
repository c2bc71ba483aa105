import { expectMember } from "#domain/cluster.ts";
import { say } from "#domain/comment.ts";
import {
  addFile,
  attach,
  type Evidence,
  expectOpen,
  expectRoom,
  filesOf,
  judge,
  removeFile,
} from "#domain/evidence.ts";
import { expectSound, type FileType, looked, mostBytes } from "#domain/file.ts";
import { refuse } from "#domain/refuse.ts";
import { blankSheet, expectFillable, type Sheet, stateOf } from "#domain/sheet.ts";
import { phaseOf } from "#domain/year.ts";
import { randomOf } from "#lib/bytes.ts";
import { objectsIn } from "#lib/objects.ts";
import { replace } from "#lib/op.ts";
import { passesAt } from "#lib/passing.ts";
import type { Handlers } from "#lib/serve.ts";
import type { Table } from "#lib/table.ts";
import { untilWritten } from "#lib/write.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { expectScheme } from "../standings.ts";
import { at, authorOf, lost } from "./score.ts";

type Part = Pick<
  Handlers<typeof api.scoring, Context, Found>,
  "saveEvidence" | "askUpload" | "addFile" | "removeFile" | "readFiles" | "judgeEvidence" | "comment"
>;
type Place = { year: number; cluster: string; unit: string };

const bucket = objectsIn(process.env["EVIDENCE_BUCKET"] ?? "");
/** Long enough for ten megabytes over a bad line; and to look through a line's pictures. */
const seconds = { toSend: 1800, toShow: 300 };

/** The key of a file begins with its council, and nobody but the functions names it. A demo's lie where files are forgotten. */
const keyOf = (council: string, { year, cluster, unit }: Place, file: string) =>
  [...(passesAt(council) ? ["demo_"] : []), council, year, cluster, unit, file].join("/");
const incoming = (key: string) => `incoming/${key}`;

export const evidence: Part = {
  async saveEvidence({ year, cluster, unit, body: { changes }, now, table }) {
    const scheme = await expectScheme(table, cluster);
    const when = { lines: Object.keys(changes), phase: phaseOf(year, cluster.calendar, now) };
    await change(table, at(cluster, unit), (evidence, sheet) => {
      expectOpen(sheet, evidence, when);
      return { ...evidence, lines: attach(evidence.lines, changes, scheme.table) };
    });
    return {};
  },

  async askUpload({ year, cluster, unit, body: { line, type }, caller, now, table }) {
    const scheme = await expectScheme(table, cluster);
    const { sheet, evidence } = await readFor(table, at(cluster, unit));
    expectOpen(sheet, evidence, { lines: [line], phase: phaseOf(year, cluster.calendar, now) });
    expectRoom(evidence, line, scheme.table);
    const file = randomOf(16).toString("hex");
    const key = incoming(keyOf(caller.council, at(cluster, unit), file));
    return { file, ...(await bucket.formFor(key, { type, most: mostBytes, seconds: seconds.toSend })) };
  },

  async addFile({ year, cluster, unit, file, body: { line, type, title }, caller, now, table }) {
    const scheme = await expectScheme(table, cluster);
    const place = at(cluster, unit);
    const phase = phaseOf(year, cluster.calendar, now);
    // The answer to an earlier sending may have been lost: the file is there, and this says so again.
    const { evidence: before } = await readFor(table, place);
    const known = filesOf(before).find((each) => each.file === file);
    if (known) return known;

    const key = keyOf(caller.council, place, file);
    const size = await take(key, type);
    const { files = [] } = await change(table, place, (evidence, sheet) => {
      expectOpen(sheet, evidence, { lines: [line], phase });
      const added = {
        file,
        line,
        type,
        size,
        ...authorOf(caller, now),
        since: sheet.no,
        ...(title && { title }),
      };
      return addFile(evidence, added, scheme.table);
    });
    await bucket.remove(incoming(key));
    const added = files.find((each) => each.file === file);
    if (!added) throw refuse("evidence/unknown", { file });
    return added;
  },

  async removeFile({ year, cluster, unit, file, caller, now, table }) {
    const place = at(cluster, unit);
    const phase = phaseOf(year, cluster.calendar, now);
    let isGone = false;
    await change(table, place, (before, sheet) => {
      // In review evidence may only be added: what was handed in stays before those who judge it.
      expectFillable(sheet, phase);
      const { evidence, gone } = removeFile(before, file, sheet.no);
      isGone = gone;
      return evidence;
    });
    if (isGone) await bucket.remove(keyOf(caller.council, place, file));
    return {};
  },

  async readFiles({ cluster, unit, caller, table }) {
    expectMember(cluster, unit);
    const place = at(cluster, unit);
    const files = filesOf(await table.read(items.evidence, place, { eventual: true }));
    const links = files.map(async ({ file, type }) => {
      const how = { type, disposition: "inline", seconds: seconds.toShow };
      return [file, await bucket.linkTo(keyOf(caller.council, place, file), how)] as const;
    });
    return Object.fromEntries(await Promise.all(links));
  },

  async judgeEvidence({ cluster, unit, body, caller, now, table }) {
    expectMember(cluster, unit);
    const { verdicts = {} } = await change(table, at(cluster, unit), (evidence, sheet) => {
      const state = stateOf(sheet);
      if (state !== "submitted" && state !== "review") throw refuse("sheet/not-submitted", { unit });
      return judge(evidence, body, authorOf(caller, now));
    });
    return { verdicts };
  },

  async comment({ cluster, unit, comment, body, caller, now, table }) {
    expectMember(cluster, unit);
    const scheme = await expectScheme(table, cluster);
    const place = at(cluster, unit);
    const said = { comment, ...body, ...authorOf(caller, now) };
    return untilWritten(lost, async () => {
      const was = await table.read(items.comments, place);
      const comments = say(was?.said ?? [], said, scheme.table);
      if (comments.length > (was?.said.length ?? 0))
        await table.write(replace(items.comments, was, { ...place, said: comments }, lost));
      return { comments };
    });
  },
};

async function readFor(
  table: Table,
  place: Place,
): Promise<{ sheet: Sheet; evidence: Evidence | undefined }> {
  const [sheet, evidence] = await Promise.all([
    table.read(items.sheet, place),
    table.read(items.evidence, place),
  ]);
  return { sheet: sheet ?? blankSheet(place), evidence };
}

/** Changes what stands behind a sheet; whoever loses a race starts again from what stands then. */
async function change(
  table: Table,
  place: Place,
  rule: (evidence: Evidence, sheet: Sheet) => Evidence,
): Promise<Evidence> {
  return untilWritten(lost, async () => {
    const { sheet, evidence: was } = await readFor(table, place);
    const evidence = rule(was ?? { ...place, lines: {} }, sheet);
    await table.write(replace(items.evidence, was, evidence, lost));
    return evidence;
  });
}

/** Looks at what was sent, and keeps exactly that under its own name: what is sent after it changes nothing. */
async function take(key: string, type: FileType): Promise<number> {
  const [head, tail] = await Promise.all([
    bucket.read(incoming(key), { range: `0-${looked - 1}` }),
    bucket.read(incoming(key), { range: `-${looked}` }),
  ]);
  if (!head || !tail) throw refuse("evidence/not-arrived");
  expectSound({ first: head.body, last: tail.body, size: head.size }, type);
  if (head.etag !== tail.etag || !(await bucket.copy(incoming(key), key, { etag: head.etag, type })))
    throw refuse("evidence/not-arrived");
  return head.size;
}
