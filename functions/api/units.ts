import * as z from "zod/mini";
import { Cluster, Settings } from "#domain/cluster.ts";
import { Council } from "#domain/council.ts";
import { LastingName } from "#domain/demo.ts";
import { Kind } from "#domain/heading.ts";
import { Person, Profile } from "#domain/person.ts";
import { Import } from "#domain/roster.ts";
import { Fault } from "#domain/roster-line.ts";
import { Instant, Name, Slug, Text, Title } from "#domain/text.ts";
import { Unit } from "#domain/unit.ts";
import { Year } from "#domain/year.ts";
import { YearNo } from "#domain/year-no.ts";
import { get, inCluster, post, put, remove } from "./route.ts";
import { Done } from "./shapes.ts";

const Password = z.string().check(z.minLength(1), z.maxLength(200));
const Session = z.object({ token: z.string(), renewal: z.optional(z.string()), expiresIn: z.int() });
const Places = z
  .record(Slug, z.nullable(Slug))
  .check(z.refine((places) => Object.keys(places).length <= 500));
const Slip = z.object({ council: Slug, person: Slug, slip: z.string() });
/** A council to be played with, and when it is forgotten. */
const OpenDemo = z.object({ council: Slug, until: Instant });

export const units = {
  signIn: post("/session", {
    by: "nobody",
    may: "anybody",
    takes: z.strictObject({ council: z.optional(Slug), person: Slug, password: Password }),
    gives: Session,
  }),
  renewSession: post("/session/renewal", {
    by: "nobody",
    may: "anybody",
    takes: z.strictObject({ renewal: z.string().check(z.maxLength(4000)) }),
    gives: Session,
  }),
  /** A paper slip and a password of one's own choice make the account. */
  firstSignIn: post("/access", {
    by: "nobody",
    may: "anybody",
    takes: z.strictObject({
      council: Slug,
      person: Slug,
      slip: z.string().check(z.maxLength(40)),
      password: Password,
    }),
    gives: Session,
  }),
  createCouncil: post("/councils", {
    may: "operate",
    takes: z.strictObject({
      ...Council.shape,
      council: LastingName,
      clerk: z.strictObject({ person: Slug, name: Name }),
    }),
    gives: Slip,
  }),
  /** Ids alone: the operator runs all councils and reads none. */
  listCouncils: get("/councils", {
    may: "operate",
    gives: z.array(z.object({ council: Slug, clerk: Slug })),
  }),
  readDemo: get("/demo", { may: "demo/open", gives: z.object({ demo: z.optional(OpenDemo) }) }),
  /** Gives the one that is open, or founds one; each time with a new slip for its clerk. */
  openDemo: put("/demo", { may: "demo/open", gives: z.object({ ...Slip.shape, until: Instant }) }),
  /** From now on nobody comes in or reads there; what was written is forgotten on its day. */
  throwDemoAway: remove("/demo", { may: "demo/open", gives: Done }),
  readMe: get("/me", {
    may: "council/read",
    gives: z.object({ council: Council, person: Person, years: z.array(Year) }),
  }),
  saveCouncil: put("/council", {
    may: "council/run",
    takes: z.strictObject({ name: Name, kind: Name, contact: z.optional(Text) }),
    gives: Council,
  }),
  listPeople: get("/people", { may: "council/audit", gives: z.array(Person) }),
  /** Whose hand an id stands for, for everybody of the council; nothing else of a person. */
  listNames: get("/names", {
    may: "council/read",
    gives: z.array(z.object({ person: Slug, name: Name, unit: z.optional(Slug) })),
  }),
  savePerson: put("/people/{person}", { may: "council/run", takes: Profile, gives: Person }),
  makeSlip: post("/people/{person}/slips", { may: "council/run", gives: Slip }),
  /** Many at a time; an older slip of anybody named opens no more. */
  makeSlips: post("/slips", {
    may: "council/run",
    takes: z.strictObject({ people: z.array(Slug).check(z.minLength(1), z.maxLength(100)) }),
    gives: z.object({ slips: z.array(Slip) }),
  }),
  /** Who was given a slip, and who has come in with it; never what is on it. */
  listSlips: get("/slips", {
    may: "council/run",
    gives: z.array(
      z.object({
        person: Slug,
        madeAt: Instant,
        usedAt: z.optional(Instant),
        cameAt: z.optional(Instant),
      }),
    ),
  }),
  listUnits: get("/units", { may: "council/read", gives: z.array(Unit) }),
  saveUnit: put("/units/{unit}", {
    may: "council/run",
    takes: z.strictObject({ name: Name, since: YearNo }),
    gives: Unit,
  }),
  mergeUnit: put("/units/{unit}/successor", {
    may: "council/run",
    takes: z.strictObject({ successor: Slug, since: YearNo, legalBasis: z.optional(Title) }),
    gives: Unit,
  }),
  /**
   * Units or people from a table as a spreadsheet writes it (CSV). Every fault of every row is told, up to ten
   * thousand; a table without faults is staged, unseen, unless it is only tried. `kept` are there already.
   */
  stageImport: put("/imports/{import}", {
    may: "council/run",
    takes: z.strictObject({ kind: Kind, csv: z.string(), only: z.optional(z.literal("try")) }),
    most: 3_000_000,
    gives: z.object({ import: z.optional(Import), count: z.int(), kept: z.int(), faults: z.array(Fault) }),
  }),
  /** Goes on writing what is staged; asked again until the import is `current`, all at once. */
  applyImport: put("/imports/{import}/application", { may: "council/run", gives: Import }),
  /** Also after it came in, as long as nothing rests on what it brought. */
  undoImport: put("/imports/{import}/undoing", { may: "council/run", gives: Import }),
  listClusters: get("/years/{year}/clusters", { may: "council/read", gives: z.array(Cluster) }),
  readCluster: get(inCluster, { may: "cluster/read", gives: Cluster }),
  saveCluster: put("/years/{year}/clusters/{clusterId}", {
    may: "cluster/set-up",
    /** `seen`: which saving was before whoever writes (`timesSaved`); over another one nothing is written. */
    takes: z.strictObject({ ...Settings.shape, seen: z.optional(z.int().check(z.gte(0))) }),
    gives: Cluster,
  }),
  /** Only while nothing rests on it; saved again, it is there again. */
  removeCluster: put("/years/{year}/clusters/{clusterId}/removal", {
    may: "cluster/set-up",
    takes: z.strictObject({ seen: z.optional(z.int().check(z.gte(0))) }),
    gives: Done,
  }),
  /**
   * Each unit into the cluster named, or into none, out of wherever it is: all in one write. `from`: where it was seen;
   * a unit that is elsewhere by then is left alone, and the others with it.
   */
  placeUnits: put("/years/{year}/members", {
    may: "cluster/set-up",
    takes: z.strictObject({
      places: Places,
      from: z.optional(Places),
    }),
    gives: z.array(Cluster),
  }),
};
