import * as z from "zod/mini";
import { Access } from "#domain/access.ts";
import { Calendar, Phase } from "#domain/calendar.ts";
import { Cluster } from "#domain/cluster.ts";
import { Covenant, Reached, Signature, Target } from "#domain/covenant.ts";
import { Notice } from "#domain/notice.ts";
import { Quota } from "#domain/quota.ts";
import { Owed } from "#domain/reminder.ts";
import { Handover, How, Succession } from "#domain/rota.ts";
import { Day, Instant, Name, Slug, Text, Title } from "#domain/text.ts";
import { Deed } from "#domain/trail.ts";
import { Year } from "#domain/year.ts";
import { YearNo } from "#domain/year-no.ts";
import { get, inCluster, params, put } from "./route.ts";
import { Done, State } from "./shapes.ts";

const Progress = z.object({
  phase: Phase,
  hasCovenant: z.boolean(),
  announced: z.boolean(),
  units: z.array(
    z.object({
      unit: Slug,
      state: State,
      signed: z.boolean(),
      filled: z.int(),
      of: z.int(),
      owes: z.optional(Owed),
      reminded: z.optional(Instant),
    }),
  ),
});

export const rotation = {
  openYear: put("/years/{yearNo}", {
    may: "council/run",
    takes: z.strictObject({
      runs: z.optional(z.enum(["calendar", "school", "own"])),
      name: z.optional(Name),
      motto: z.optional(Title),
      calendar: Calendar,
      /** Left as it is where nothing is said of it. */
      quota: z.optional(Quota),
      /** Why days are moved, where the year is there already. */
      reason: z.optional(Text),
      /** Which saving was before whoever writes (`timesSaved`); over another one nothing is written. */
      seen: z.optional(z.int().check(z.gte(0))),
    }),
    gives: Year,
  }),
  /** Puts off a deadline, or brings it forward: a decision with author and reason. */
  moveDeadline: put(`${inCluster}/calendar`, {
    may: "calendar/move",
    takes: z.strictObject({
      phase: z.enum(["running", "scoring", "review", "voting", "counting"]),
      starts: Instant,
      reason: Text,
      /** The day that was seen; one that was moved meanwhile stays where it is. */
      was: z.optional(Instant),
    }),
    gives: Cluster,
  }),
  /** Where each member stands in this phase: what it still owes, and when it was last reminded. */
  readProgress: get(`${inCluster}/progress`, { may: "cluster/read", gives: Progress }),
  /** The same of every cluster of a year that may be read. */
  listProgress: get("/years/{year}/progress", {
    may: "council/read",
    gives: z.array(z.object({ cluster: Slug, ...Progress.shape })),
  }),
  /** Reminds the units named, or all that owe something; each once a day. Gives those reminded by this. */
  remind: put(`${inCluster}/reminders`, {
    may: "unit/remind",
    takes: z.strictObject({ units: z.optional(z.array(Slug).check(z.maxLength(60))) }),
    gives: z.object({ reminded: z.array(Slug) }),
  }),
  listNotices: get("/years/{year}/notices", { may: "council/read", gives: z.array(Notice) }),
  saveNotice: put("/years/{year}/notices/{notice}", {
    may: "notice/write",
    takes: z.strictObject({ cluster: z.optional(Slug), title: Title, text: z.optional(Text) }),
    gives: Notice,
  }),
  /** Takes a notice back, or puts it up again. */
  withdrawNotice: put("/years/{year}/notices/{notice}/withdrawal", {
    may: "notice/write",
    takes: z.strictObject({ withdrawn: z.boolean() }),
    gives: Notice,
  }),
  /** What the council's histories came to each night, the latest first: a figure to keep elsewhere. */
  listRoots: get("/roots", {
    may: "council/audit",
    gives: z.array(z.object({ day: Day, count: z.int(), root: z.string() })),
  }),
  /** Who came in, and when; packed, since of a year it is all there is most of (`deedsOfAccess`). */
  readAccess: get("/access/{from}/{to}", { may: "council/audit", gives: z.array(Access) }),
  /** Who did what, from one day to another, the latest first: in the council's own things, in a year's, in a cluster's. */
  readCouncilTrail: get("/trail/{from}/{to}", { may: "council/audit", gives: z.array(Deed) }),
  readYearTrail: get("/years/{year}/trail/{from}/{to}", { may: "council/audit", gives: z.array(Deed) }),
  readTrail: get(`${inCluster}/trail/{from}/{to}`, { may: "council/audit", gives: z.array(Deed) }),
  readCovenant: get(`${inCluster}/covenant`, {
    may: "cluster/read",
    gives: z.object({
      covenant: z.optional(Covenant),
      signatures: z.array(Signature),
      /** Under an earlier text, of units that have not signed this one. */
      fallen: z.array(Signature),
      reached: z.array(Reached),
    }),
  }),
  /** Once somebody has signed, only knowingly `anew`: signatures under the text before fall away. */
  saveCovenant: put(`${inCluster}/covenant`, {
    may: "covenant/write",
    takes: z.strictObject({
      motto: z.optional(Title),
      text: z.optional(Text),
      targets: z.array(Target).check(z.maxLength(200)),
      /** The digest of the text this one was written on from; null where there was none. */
      was: z.optional(z.nullable(params.digest)),
      anew: z.optional(z.literal(true)),
    }),
    gives: Covenant,
  }),
  signCovenant: put(`${inCluster}/covenant/{digest}/signatures/{unit}`, {
    may: "covenant/sign",
    gives: Done,
  }),
  saveReached: put(`${inCluster}/covenant/reached/{unit}`, {
    may: "covenant/reach",
    takes: z.strictObject({ values: Reached.shape.values.check(z.maxLength(200)) }),
    gives: Done,
  }),
  readSuccession: get(`${inCluster}/succession`, {
    may: "cluster/read",
    gives: z.object({
      elected: z.object({ head: z.nullable(Slug), deputies: z.array(Slug) }),
      succession: z.optional(Succession),
      terms: z.array(z.object({ year: YearNo, head: z.optional(Slug), deputies: z.array(Slug) })),
      /** Members in the order in which they are due to be head. */
      due: z.array(Slug),
      handover: z.optional(Handover),
    }),
  }),
  saveSuccession: put(`${inCluster}/succession`, {
    may: "succession/write",
    takes: z.strictObject({
      head: z.nullable(Slug),
      deputies: z.array(Slug).check(z.maxLength(2)),
      how: How,
    }),
    gives: Succession,
  }),
  recogniseSuccession: put(`${inCluster}/succession/recognition`, {
    may: "succession/recognise",
    takes: z.strictObject({ yes: z.boolean(), number: z.optional(Title), date: z.optional(Day) }),
    gives: Succession,
  }),
  handOver: put(`${inCluster}/handover`, {
    may: "handover/write",
    takes: z.strictObject({
      to: Slug,
      things: z.array(Title).check(z.maxLength(100)),
      note: z.optional(Text),
      date: Day,
    }),
    gives: Handover,
  }),
  /** The unit the file went to says that it has it. */
  receiveHandover: put(`${inCluster}/handover/reception/{unit}`, {
    may: "handover/receive",
    gives: Handover,
  }),
};
