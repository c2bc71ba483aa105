import * as z from "zod/mini";
import { Phase } from "#domain/calendar.ts";
import { Comment, Said } from "#domain/comment.ts";
import { Appraisers, CrossCheck, Recusing } from "#domain/cross-check.ts";
import { Papers, Verdict } from "#domain/evidence.ts";
import { File, FileTitle, FileType, mostBytes } from "#domain/file.ts";
import { Input } from "#domain/points.ts";
import { Code, Scheme, Seen, Table } from "#domain/scheme.ts";
import { Sheet } from "#domain/sheet.ts";
import { Instant, Slug, Text, Title } from "#domain/text.ts";
import { YearNo } from "#domain/year-no.ts";
import { get, inCluster, post, put, remove } from "./route.ts";
import { Done, State } from "./shapes.ts";

const Hundredths = z.int();
const Standing = z.object({
  unit: Slug,
  claimed: z.number(),
  total: z.number(),
  assigned: z.number(),
  rate: z.number(),
  rank: z.int(),
  band: z.optional(z.string()),
});
/** A sheet as it is shown: with the points of each line as far as they are known, and what it was read at. */
const SheetView = z.object({
  sheet: Sheet,
  state: State,
  seen: z.int(),
  points: z.record(Code, Hundredths),
  evidence: z.record(Code, Papers),
  files: z.array(File),
  /** What appraisers say of a piece, by line and file or number (`pieceOn`). */
  verdicts: z.record(z.string(), Verdict),
  comments: z.array(Comment),
});

export const scoring = {
  listSchemes: get("/years/{year}/schemes", { may: "council/read", gives: z.array(Scheme) }),
  readScheme: get("/years/{year}/schemes/{scheme}/versions/{no}", { may: "council/read", gives: Scheme }),
  /** Saves the version being written; a published one stays and the next begins. `seen`: only over what was seen. */
  saveScheme: put("/years/{year}/schemes/{scheme}", {
    may: "cluster/set-up",
    takes: z.strictObject({
      title: Title,
      table: Table,
      source: z.optional(Title),
      seen: z.optional(Seen),
    }),
    gives: z.object({
      scheme: Scheme,
      warnings: z.array(z.object({ line: Code, warning: z.string(), at: z.number() })),
    }),
  }),
  copyScheme: put("/years/{year}/schemes/{scheme}/copy", {
    may: "cluster/set-up",
    takes: z.strictObject({ year: YearNo, scheme: Slug, no: z.int().check(z.gte(1)) }),
    gives: Scheme,
  }),
  publishScheme: put("/years/{year}/schemes/{scheme}/publication", {
    may: "cluster/set-up",
    gives: Scheme,
  }),
  assignLines: put(`${inCluster}/assignments/{unit}`, {
    may: "lines/assign",
    takes: z.strictObject({ notAssigned: z.array(Code).check(z.maxLength(200)) }),
    gives: Done,
  }),
  /** Who appraises whom in the place of head and deputies; nobody named, everything stays with those. */
  settleCrossCheck: put(`${inCluster}/cross-check`, {
    may: "cross-check/settle",
    takes: z.strictObject({
      appraisers: Appraisers,
      recusals: z.array(Recusing).check(z.maxLength(60)),
    }),
    gives: CrossCheck,
  }),
  /** The caller's own unit steps back from appraising this one. */
  stepBack: put(`${inCluster}/cross-check/{unit}/recusal`, {
    may: "cross-check/recuse",
    takes: z.strictObject({ reason: Title }),
    gives: CrossCheck,
  }),
  /** Who stands where: one entry a unit, a mark a line. */
  readBoard: get(`${inCluster}/board`, {
    may: "cluster/read",
    gives: z.object({
      scheme: z.optional(Scheme),
      phase: Phase,
      announced: z.boolean(),
      units: z.array(
        z.object({
          unit: Slug,
          state: State,
          at: z.optional(Instant),
          filled: z.int(),
          of: z.int(),
          /** A letter a line: `d` filled with evidence, `n` without, `e` empty, `x` not assigned. */
          lines: z.string(),
          claimed: Hundredths,
          returned: z.optional(z.string()),
        }),
      ),
    }),
  }),
  readSheet: get(`${inCluster}/sheets/{unit}`, { may: "sheet/read", gives: SheetView }),
  saveClaims: put(`${inCluster}/sheets/{unit}/claims`, {
    may: "sheet/fill",
    takes: z.strictObject({
      changes: z.record(Code, z.strictObject({ was: z.optional(z.nullable(Input)), now: z.nullable(Input) })),
    }),
    gives: z.object({ seen: z.int(), at: Instant }),
  }),
  saveEvidence: put(`${inCluster}/sheets/{unit}/evidence`, {
    may: "sheet/fill",
    takes: z.strictObject({
      changes: z.record(Code, z.strictObject({ was: z.optional(Papers), now: Papers })),
    }),
    gives: Done,
  }),
  /** A form with which a browser posts one file; it counts as evidence once it was looked at (`addFile`). */
  askUpload: post(`${inCluster}/sheets/{unit}/files`, {
    may: "sheet/fill",
    takes: z.strictObject({
      line: Code,
      type: FileType,
      size: z.int().check(z.gte(1), z.lte(mostBytes)),
    }),
    gives: z.object({ file: Slug, url: z.string(), fields: z.record(z.string(), z.string()) }),
  }),
  addFile: put(`${inCluster}/sheets/{unit}/files/{file}`, {
    may: "sheet/fill",
    takes: z.strictObject({ line: Code, type: FileType, title: z.optional(FileTitle) }),
    gives: File,
  }),
  removeFile: remove(`${inCluster}/sheets/{unit}/files/{file}`, { may: "sheet/fill", gives: Done }),
  /** For each file an address that shows it, for some minutes, to whoever has it. */
  readFiles: get(`${inCluster}/sheets/{unit}/files`, {
    may: "sheet/read",
    gives: z.record(Slug, z.string()),
  }),
  judgeEvidence: put(`${inCluster}/sheets/{unit}/verdicts`, {
    may: "evidence/judge",
    takes: z.strictObject({
      line: Code,
      piece: Title,
      outcome: Verdict.shape.outcome,
      reason: Verdict.shape.reason,
    }),
    gives: z.object({ verdicts: SheetView.shape.verdicts }),
  }),
  comment: put(`${inCluster}/sheets/{unit}/comments/{comment}`, {
    may: "sheet/comment",
    takes: z.strictObject({ line: Code, text: Said }),
    gives: z.object({ comments: z.array(Comment) }),
  }),
  submitSheet: put(`${inCluster}/sheets/{unit}/submission`, {
    may: "sheet/fill",
    takes: z.strictObject({ leaveBlank: z.optional(z.array(Code).check(z.maxLength(300))) }),
    gives: z.object({ state: State, at: Instant }),
  }),
  returnSheet: put(`${inCluster}/sheets/{unit}/return`, {
    may: "sheet/return",
    takes: z.strictObject({ reason: Text }),
    gives: z.object({ state: State }),
  }),
  saveFindings: put(`${inCluster}/sheets/{unit}/findings`, {
    may: "sheet/find",
    takes: z.strictObject({
      findings: z.record(Code, z.strictObject({ value: z.nullable(Input), reason: z.optional(Text) })),
    }),
    gives: z.object({ seen: z.int(), at: Instant }),
  }),
  explain: put(`${inCluster}/sheets/{unit}/explanations`, {
    may: "sheet/explain",
    takes: z.strictObject({ texts: z.record(Code, Text) }),
    gives: z.object({ seen: z.int(), at: Instant }),
  }),
  finishSheet: put(`${inCluster}/sheets/{unit}/final`, {
    may: "sheet/finish",
    gives: z.object({ state: State }),
  }),
  readRanking: get(`${inCluster}/ranking`, {
    may: "ranking/read",
    gives: z.object({
      announced: z.boolean(),
      byRate: z.boolean(),
      standings: z.array(Standing),
      /** Where each member stood; `as`, where it was a unit that has gone into it since. */
      lastYear: z.array(
        z.object({ unit: Slug, rank: z.int(), total: z.number(), rate: z.number(), as: z.optional(Slug) }),
      ),
    }),
  }),
  /** Every line of every member: what was claimed, what was found, what counts, and the points it gives. */
  readMatrix: get(`${inCluster}/matrix`, {
    may: "ranking/read",
    gives: z.object({
      units: z.array(
        z.object({
          unit: Slug,
          state: State,
          lines: z.record(
            Code,
            z.object({
              claim: z.optional(Input),
              finding: z.optional(Input),
              reason: z.optional(z.string()),
              points: z.number(),
              /** How many papers stand behind it, where there are any. */
              papers: z.optional(z.int()),
              explained: z.optional(z.literal(true)),
            }),
          ),
        }),
      ),
    }),
  }),
  /** The whole council at a glance, from pages made when it was announced. */
  readCouncilRanking: get("/years/{year}/ranking", {
    may: "council/read",
    gives: z.array(
      z.object({
        cluster: Slug,
        standings: z.array(z.object({ unit: Slug, total: z.number(), rate: z.number(), rank: z.int() })),
      }),
    ),
  }),
  /** Gathers the announced clusters into the council's pages; again whenever more were announced. */
  announceCouncilRanking: put("/years/{year}/ranking", {
    may: "council/run",
    gives: z.object({ clusters: z.int() }),
  }),
  announceRanking: put(`${inCluster}/announcement`, { may: "ranking/announce", gives: Done }),
};
