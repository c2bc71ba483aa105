import * as z from "zod/mini";
import { Check } from "#domain/award.ts";
import { Sent as Answer, Reading, Sealed } from "#domain/ballot.ts";
import { Calendar, Phase } from "#domain/calendar.ts";
import type { RightName } from "#domain/caller.ts";
import { Ceremony, Published, SharePair } from "#domain/ceremony.ts";
import { Progress, Snapshot } from "#domain/closing.ts";
import { Cluster, Settings } from "#domain/cluster.ts";
import { Comment, Said } from "#domain/comment.ts";
import { Conference, Delegate, Delegates, Plan } from "#domain/conference.ts";
import { Council } from "#domain/council.ts";
import { Covenant, Reached, Signature, Target } from "#domain/covenant.ts";
import { Appraisers, CrossCheck, Recusing } from "#domain/cross-check.ts";
import { Papers, Verdict } from "#domain/evidence.ts";
import { File, FileTitle, FileType, mostBytes } from "#domain/file.ts";
import { Kind } from "#domain/heading.ts";
import { Brought, Contribution, Movement } from "#domain/movement.ts";
import { Decision, Nomination, Recipient } from "#domain/nomination.ts";
import { Notice } from "#domain/notice.ts";
import { Person, Profile } from "#domain/person.ts";
import { Input } from "#domain/points.ts";
import { Paper, Poll, Purpose, Rule } from "#domain/poll.ts";
import {
  Checked,
  Chosen,
  Mark,
  Obstacle,
  PageId,
  PartName,
  Publication,
  PublicationState,
  PublishedFile,
} from "#domain/publication.ts";
import { Owed } from "#domain/reminder.ts";
import { Fault, Import } from "#domain/roster.ts";
import { Handover, How, Succession } from "#domain/rota.ts";
import { Code, Scheme, Seen, Table } from "#domain/scheme.ts";
import { Sheet } from "#domain/sheet.ts";
import { Day, Instant, Name, Slug, Text, Title } from "#domain/text.ts";
import { Deed } from "#domain/trail.ts";
import { Unit } from "#domain/unit.ts";
import { Year } from "#domain/year.ts";
import { YearNo } from "#domain/year-no.ts";
import { routes } from "#lib/route.ts";

/**
 * What a `{name}` in any path means. Where `{year}` and `{cluster}` stand, the thing itself is looked up and the
 * right decided on it; `{yearNo}` and `{clusterId}` are names only, of things that may not be there yet.
 */
const whole = z.pipe(z.string().check(z.regex(/^\d{1,7}$/)), z.transform(Number));
const year = z.pipe(whole, YearNo);
const params = {
  year,
  yearNo: year,
  cluster: Slug,
  clusterId: Slug,
  unit: Slug,
  file: Slug,
  comment: Slug,
  person: Slug,
  scheme: Slug,
  no: z.pipe(whole, z.int().check(z.gte(1))),
  movement: Slug,
  contribution: Slug,
  poll: Slug,
  nomination: Slug,
  decision: Slug,
  import: Slug,
  /** Where no token says it: the council whose conference is meant. */
  council: Slug,
  /** Leaves room for what is named after it. */
  conference: Slug.check(z.maxLength(36)),
  delegate: Slug,
  pair: SharePair,
  device: Slug,
  version: whole,
  notice: Slug,
  from: Day,
  to: Day,
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  page: PageId,
  published: PublishedFile,
  mark: Mark,
};

const { get, put, post, remove } = routes<RightName>()("/api", params);
const inCluster = "/years/{year}/clusters/{cluster}";
const inConference = `${inCluster}/conferences/{conference}` as const;
const inHall = "/halls/{council}/{conference}";
const watching = "/public/halls/{council}/{conference}";

/** Nothing more to say than that it was done. */
const Done = z.object({});
const Password = z.string().check(z.minLength(1), z.maxLength(200));
const Session = z.object({ token: z.string(), renewal: z.optional(z.string()), expiresIn: z.int() });
const Slip = z.object({ council: Slug, person: Slug, slip: z.string() });
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
const State = z.enum(["blank", "filling", "submitted", "returned", "review", "final"]);
const Decided = z.object({
  passed: z.array(Slug),
  tied: z.array(Slug),
  /** In per cent of the rule's base, with one decimal. */
  percent: z.record(Slug, z.number()),
});
const PollState = Poll.shape.state;
const Named = z.object({ id: Slug, name: z.string() });
/** A poll as the hall sees it: the question, the names, the rule and the box. */
const Question = z.object({
  poll: Slug,
  for: Poll.shape.for,
  award: z.optional(z.string()),
  round: z.int(),
  candidates: z.array(Named),
  rule: Rule,
  state: PollState,
  key: z.optional(z.string()),
  bound: z.optional(z.string()),
  meter: Poll.shape.meter,
  closesAt: z.optional(Instant),
  /** Why it was voided. */
  reason: z.optional(z.string()),
});
/** What came of a poll, as far as it is shown. */
const Outcome = z.object({
  ...Question.shape,
  tally: z.optional(Poll.shape.tally),
  base: z.optional(z.int()),
  decision: Decided,
});
/** Where one delegate's ballot is. `unsettled`: nobody can know yet; ask again. */
const Whereabouts = z.object({
  state: z.enum(["none", "in", "paper", "letter", "unsettled"]),
  no: z.optional(z.int()),
  /** The first 40 bits of SHA-256 of the sealed bytes: it proves presence, never a choice. */
  code: z.optional(z.string()),
});
const Sum = z.object({
  metric: z.string(),
  measure: z.string(),
  value: z.number(),
  atLeast: z.boolean(),
  changePercent: z.nullable(z.number()),
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

/** What the clerk sees of a page for everybody. */
const Posted = z.object({
  ...z.pick(Publication, { page: true, title: true, parts: true, totals: true, by: true, at: true }).shape,
  address: z.string(),
  state: PublicationState,
});

/** Every route there is. CDK, the local server, the handlers and the web all read it from here. */
export const api = {
  units: {
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
      takes: z.strictObject({ ...Council.shape, clerk: z.strictObject({ person: Slug, name: Name }) }),
      gives: Slip,
    }),
    /** Ids alone: the operator runs all councils and reads none. */
    listCouncils: get("/councils", {
      may: "operate",
      gives: z.array(z.object({ council: Slug, clerk: Slug })),
    }),
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
      takes: Settings,
      gives: Cluster,
    }),
    /** Each unit into the cluster named, or into none, out of wherever it is: all in one write. */
    placeUnits: put("/years/{year}/members", {
      may: "cluster/set-up",
      takes: z.strictObject({
        places: z
          .record(Slug, z.nullable(Slug))
          .check(z.refine((places) => Object.keys(places).length <= 500)),
      }),
      gives: z.array(Cluster),
    }),
  },

  scoring: {
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
        changes: z.record(
          Code,
          z.strictObject({ was: z.optional(z.nullable(Input)), now: z.nullable(Input) }),
        ),
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
  },

  movements: {
    listMovements: get(`${inCluster}/movements`, {
      may: "cluster/read",
      gives: z.array(
        z.object({
          movement: Movement,
          contributions: z.array(Contribution),
          totals: z.array(Sum),
          byUnit: z.record(Slug, z.array(Sum)),
        }),
      ),
    }),
    saveMovement: put(`${inCluster}/movements/{movement}`, {
      may: "movement/write",
      takes: z.strictObject({
        name: Title,
        kind: z.optional(z.enum(["regular", "thematic"])),
        goal: z.optional(Text),
        from: z.optional(Day),
        to: z.optional(Day),
      }),
      gives: Movement,
    }),
    contribute: put(`${inCluster}/movements/{movement}/contributions/{contribution}`, {
      may: "movement/contribute",
      takes: Brought,
      gives: Done,
    }),
    /** What was entered by mistake counts no more; it stays to be read. */
    withdraw: put(`${inCluster}/movements/{movement}/contributions/{contribution}/withdrawal`, {
      may: "movement/contribute",
      takes: z.strictObject({ reason: z.optional(Title) }),
      gives: Done,
    }),
  },

  ballots: {
    listPolls: get(`${inCluster}/polls`, {
      may: "cluster/read",
      gives: z.array(
        z.object({ poll: Poll, cast: z.optional(z.array(Slug)), decision: z.optional(Decided) }),
      ),
    }),
    savePoll: put(`${inCluster}/polls/{poll}`, {
      may: "poll/prepare",
      takes: z.strictObject({
        for: Purpose,
        award: z.optional(z.string().check(z.maxLength(40))),
        candidates: z.array(Slug).check(z.maxLength(60)),
        rule: z.optional(Rule),
        round: z.optional(z.int().check(z.gte(1), z.lte(9))),
      }),
      gives: Poll,
    }),
    /** Without a conference units vote from their desks or on paper; at one, the hall votes in its box. */
    openPoll: put(`${inCluster}/polls/{poll}/opening`, {
      may: "poll/run",
      takes: z.strictObject({
        absent: z._default(z.array(Slug).check(z.maxLength(60)), []),
        conference: z.optional(Slug),
        closesAt: z.optional(Instant),
        /** The chair has seen that the quorum is not reached. */
        withoutQuorum: z.optional(z.literal(true)),
      }),
      gives: Poll,
    }),
    castBallot: put(`${inCluster}/polls/{poll}/ballots/{unit}`, {
      may: "poll/vote",
      takes: z.strictObject({ choose: z.array(Slug).check(z.maxLength(60)) }),
      gives: Done,
    }),
    enterPapers: put(`${inCluster}/polls/{poll}/papers`, {
      may: "poll/tell",
      takes: z.strictObject({
        issued: z.optional(z.int().check(z.gte(0), z.lte(10_000))),
        papers: z.array(Paper).check(z.maxLength(500)),
      }),
      gives: Done,
    }),
    countPoll: put(`${inCluster}/polls/{poll}/count`, {
      may: "poll/tell",
      gives: z.object({ poll: Poll, decision: Decided }),
    }),
    /** The chair's word or the lot, where the rule leaves equals to it. */
    decidePoll: put(`${inCluster}/polls/{poll}/decision`, {
      may: "poll/run",
      takes: z.strictObject({ decided: z.array(Slug).check(z.minLength(1), z.maxLength(60)) }),
      gives: z.object({ poll: Poll, decision: Decided }),
    }),
    voidPoll: put(`${inCluster}/polls/{poll}/void`, {
      may: "poll/void",
      takes: z.strictObject({ reason: Text }),
      gives: Poll,
    }),

    listConferences: get(`${inCluster}/conferences`, { may: "cluster/read", gives: z.array(Conference) }),
    readConference: get(inConference, {
      may: "conference/read",
      gives: z.object({
        conference: Conference,
        ceremony: z.optional(Ceremony),
        delegates: z.array(
          z.object({ ...Delegate.shape, ticket: z.boolean(), present: z.boolean(), tried: z.boolean() }),
        ),
      }),
    }),
    saveConference: put(inConference, { may: "conference/prepare", takes: Plan, gives: Conference }),
    /** The whole roll; tickets of those who stay on it stay good. */
    saveRoll: put(`${inConference}/roll`, {
      may: "conference/prepare",
      takes: z.strictObject({ delegates: Delegates }),
      gives: Conference,
    }),
    /** New tickets, for these delegates or for all who have none; told once, and older ones no longer open. */
    makeTickets: post(`${inConference}/tickets`, {
      may: "conference/prepare",
      takes: z.strictObject({ delegates: z.optional(z.array(Slug).check(z.maxLength(5_000))) }),
      gives: z.object({
        tickets: z.array(z.object({ ...Delegate.shape, secret: z.string(), code: z.string() })),
      }),
    }),
    checkIn: put(`${inConference}/presence/{delegate}`, { may: "conference/receive", gives: Delegate }),
    checkInByTicket: post(`${inConference}/presence`, {
      may: "conference/receive",
      takes: z.strictObject({ ticket: z.string().check(z.maxLength(200)) }),
      gives: Delegate,
    }),
    keepCeremony: put(`${inConference}/ceremony`, {
      may: "ceremony/hold",
      takes: Published,
      gives: Ceremony,
    }),
    /** A pair of shares has opened the riddle. */
    rehearseShares: put(`${inConference}/ceremony/pairs/{pair}`, {
      may: "ceremony/hold",
      takes: z.strictObject({ answer: z.string().check(z.maxLength(200)) }),
      gives: Ceremony,
    }),
    destroyShare: put(`${inConference}/ceremony/destruction`, {
      may: "ceremony/hold",
      takes: z.strictObject({ share: z.int().check(z.gte(1), z.lte(3)) }),
      gives: Ceremony,
    }),
    /** A poll before the day that everybody may try and nobody counts. */
    openRehearsal: put(`${inConference}/rehearsal`, { may: "conference/prepare", gives: Poll }),
    showPoint: put(`${inConference}/point`, {
      may: "conference/run",
      takes: z.strictObject({ on: z.int().check(z.gte(0)) }),
      gives: Conference,
    }),
    endConference: put(`${inConference}/end`, { may: "conference/run", gives: Conference }),

    preparePoll: put(`${inCluster}/polls/{poll}/readiness`, {
      may: "poll/run",
      takes: z.strictObject({ conference: Slug }),
      gives: Poll,
    }),
    closePoll: put(`${inCluster}/polls/{poll}/closure`, { may: "poll/run", gives: Poll }),
    /** After the fence: what is in the box is fixed. An open poll is counted with it. */
    sealPoll: put(`${inCluster}/polls/{poll}/seal`, { may: "poll/seal", gives: Poll }),
    /** The envelopes without delegates, in the order of their hashes. */
    readEnvelopes: get(`${inCluster}/polls/{poll}/envelopes`, {
      may: "poll/tell",
      gives: z.object({ poll: Poll, envelopes: z.array(Sealed) }),
    }),
    /** A delegate takes a paper, or wrote a letter, instead of a phone: the same key, so nobody has two. */
    givePaper: put(`${inCluster}/polls/{poll}/papers/{delegate}`, {
      may: "poll/tell",
      takes: z.strictObject({ on: z.enum(["paper", "letter"]) }),
      gives: Done,
    }),
    /** What one device read. Two that agree count the poll; of three that all differ none does. */
    enterReading: put(`${inCluster}/polls/{poll}/readings/{device}`, {
      may: "poll/tell",
      takes: Reading,
      gives: z.object({ poll: Poll, devices: z.int(), agree: z.boolean() }),
    }),
    publishPoll: put(`${inCluster}/polls/{poll}/publication`, {
      may: "poll/run",
      takes: z.strictObject({ as: z.optional(z.enum(["figures", "passed"])) }),
      gives: Poll,
    }),
    readMinutes: get(`${inCluster}/polls/{poll}/minutes`, {
      may: "conference/read",
      gives: z.object({
        conference: Conference,
        poll: Poll,
        decision: z.optional(Decided),
        base: z.int(),
        result: z.string(),
        fingerprint: z.optional(z.string()),
        tellers: z.array(Named),
        voted: z.array(
          z.object({
            ...Delegate.shape,
            on: z.enum(["phone", "paper", "letter"]),
            /** In an open poll a vote bears the delegate's name. */
            choose: z.optional(z.array(Slug)),
          }),
        ),
        names: z.array(Named),
      }),
    }),

    /** Who holds this ticket. */
    readTicket: get(`${inHall}/ticket`, { by: "ticket", may: "ballot/cast", gives: Delegate }),
    arrive: put(`${inHall}/presence`, { by: "ticket", may: "ballot/cast", gives: Done }),
    sendBallot: put(`${inHall}/polls/{poll}/ballot`, {
      by: "ticket",
      may: "ballot/cast",
      takes: Answer,
      gives: Whereabouts,
    }),
    findBallot: get(`${inHall}/polls/{poll}/ballot`, {
      by: "ticket",
      may: "ballot/cast",
      gives: Whereabouts,
    }),

    /** How many, and whether anything has changed: what a hall full of phones asks every other second. */
    readNow: get(`${watching}/now`, {
      by: "nobody",
      may: "hall/watch",
      kept: 2,
      gives: z.object({
        version: z.int(),
        /** In the box, or in the hall while no box is open. */
        count: z.int(),
        of: z.int(),
      }),
    }),
    /** Everything phones and the big screen show; `version` is the one that was announced, so that an older copy is not taken. */
    readDay: get(`${watching}/days/{version}`, {
      by: "nobody",
      may: "hall/watch",
      kept: 2,
      gives: z.object({
        version: z.int(),
        now: Instant,
        title: z.string(),
        council: z.string(),
        cluster: z.string(),
        kind: Cluster.shape.kind,
        place: z.optional(z.string()),
        at: Instant,
        help: z.optional(z.string()),
        selfCheckIn: z.boolean(),
        ended: z.boolean(),
        agenda: z.array(
          z.object({ title: z.string(), shows: z.optional(z.string()), poll: z.optional(Slug) }),
        ),
        on: z.optional(z.int()),
        entitled: z.int(),
        question: z.optional(Question),
        rehearsal: z.optional(Question),
        outcomes: z.array(Outcome),
        fingerprint: z.optional(z.string()),
        covenant: z.optional(
          z.object({
            motto: z.optional(z.string()),
            units: z.array(z.object({ ...Named.shape, signed: z.boolean() })),
          }),
        ),
        next: z.optional(z.object({ head: z.optional(Named), deputies: z.array(Named) })),
      }),
    }),
    /** Everything an outsider needs to count again: seal, hashes, totals, rule. */
    readRecord: get(`${watching}/polls/{poll}/record`, {
      by: "nobody",
      may: "hall/watch",
      kept: 2,
      gives: z.object({
        council: Slug,
        fixed: z.record(z.string(), z.unknown()),
        bound: z.string(),
        state: PollState,
        seal: z.optional(Poll.shape.seal),
        /** As it was when the box opened. */
        opened: Poll.shape.meter,
        /** Sixteen bytes of SHA-256 of each envelope in base64url, sorted; joined. */
        hashes: z.string(),
        result: z.optional(
          z.object({
            tally: Poll.shape.tally,
            choices: Poll.shape.choices,
            decision: Decided,
            digest: z.string(),
            /** Whether figures are shown; how many seats were left; who was left out, being head already. */
            as: z.enum(["figures", "passed"]),
            seats: z.int(),
            leftOut: z.array(Slug),
          }),
        ),
      }),
    }),
    /** How many conferences are under way anywhere: nothing is deployed meanwhile. */
    countHalls: get("/public/halls", {
      by: "nobody",
      may: "hall/watch",
      kept: 2,
      gives: z.object({ open: z.int() }),
    }),
  },

  nominations: {
    listNominations: get(`${inCluster}/nominations`, {
      may: "cluster/read",
      gives: z.array(
        z.object({ nomination: Nomination, checks: z.array(Check), decision: z.optional(Decision) }),
      ),
    }),
    nominate: put(`${inCluster}/nominations/{nomination}`, {
      may: "nomination/write",
      takes: z.strictObject({
        award: z.string().check(z.maxLength(40)),
        recipient: Recipient,
        from: z.optional(Slug),
        reasons: z.optional(Text),
      }),
      gives: Nomination,
    }),
    withdrawNomination: put(`${inCluster}/nominations/{nomination}/withdrawal`, {
      may: "nomination/write",
      takes: z.strictObject({ reason: Text }),
      gives: Nomination,
    }),
    /** The answer to a proposal bears its name (`decisionIdOf`), so that each is answered once. */
    decide: put("/years/{year}/decisions/{decision}", {
      may: "decision/write",
      takes: z
        .strictObject({
          cluster: z.optional(Slug),
          nomination: z.optional(Slug),
          award: z.string().check(z.maxLength(40)),
          recipient: Recipient,
          outcome: z.enum(["awarded", "refused", "changed"]),
          to: z.optional(z.string().check(z.maxLength(40))),
          number: z.optional(Title),
          date: z.optional(Day),
          reason: z.optional(Text),
        })
        .check(
          z.refine(({ outcome, to }) => to === undefined || outcome === "changed", "nothing was changed"),
        ),
      gives: Decision,
    }),
    /** What was awarded in one year, by number and date; `to` instead of what was proposed where it says so. */
    readRegister: get("/years/{year}/register", { may: "council/read", gives: z.array(Decision) }),
  },

  rotation: {
    openYear: put("/years/{yearNo}", {
      may: "council/run",
      takes: z.strictObject({
        runs: z.optional(z.enum(["calendar", "school", "own"])),
        name: z.optional(Name),
        motto: z.optional(Title),
        calendar: Calendar,
        /** Why days are moved, where the year is there already. */
        reason: z.optional(Text),
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
      }),
      gives: Cluster,
    }),
    /** Where each member stands in this phase: what it still owes, and when it was last reminded. */
    readProgress: get(`${inCluster}/progress`, {
      may: "cluster/read",
      gives: z.object({
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
      }),
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
    /** Who did what, from one day to another, the latest first: in the council's own things, in a year's, in a cluster's. */
    /** What the council's histories came to each night, the latest first: a figure to keep elsewhere. */
    listRoots: get("/roots", {
      may: "council/audit",
      gives: z.array(z.object({ day: Day, count: z.int(), root: z.string() })),
    }),
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
  },

  publishing: {
    listPublications: get("/years/{year}/publications", { may: "publication/read", gives: z.array(Posted) }),
    /** What may stand on a page, and whether what is out is still what would go out. */
    readPublication: get("/years/{year}/publications/{page}", {
      may: "publication/read",
      gives: z.object({
        publication: z.optional(Posted),
        parts: z.array(z.object({ part: PartName, open: z.optional(Obstacle) })),
        changed: z.boolean(),
      }),
    }),
    previewPage: post("/years/{year}/publications/{page}/preview", {
      may: "publication/read",
      takes: Chosen,
      gives: z.object({
        html: z.string(),
        digest: z.string(),
        /** What the picture shows that is shared with it. */
        card: z.object({
          council: z.string(),
          title: z.string(),
          sentence: z.string(),
          lines: z.array(z.string()),
        }),
      }),
    }),
    /** Just what was looked at, by its digest; the picture is drawn by whoever looked at it. */
    publishPage: put("/years/{year}/publications/{page}", {
      may: "publication/write",
      takes: z.strictObject({
        ...Chosen.shape,
        digest: params.digest,
        picture: z.optional(z.string().check(z.maxLength(600_000), z.regex(/^[A-Za-z0-9+/]+={0,2}$/))),
      }),
      gives: Posted,
    }),
    withdrawPage: put("/years/{year}/publications/{page}/withdrawal", {
      may: "publication/write",
      gives: Posted,
    }),
    /** Where the site has no such file: a page that says so, and what else there is. */
    readGone: get("/public/c/{council}/{published}", {
      by: "nobody",
      may: "public/read",
      kept: 2,
      page: 404,
      gives: z.string(),
    }),
    /** Whether the paper somebody holds is in a register that is out, by its number or its code. */
    checkAward: get("/public/registers/{council}/{mark}", {
      by: "nobody",
      may: "public/read",
      kept: 2,
      gives: z.object({ found: z.array(Checked), more: z.boolean() }),
    }),
  },

  closing: {
    readClosing: get("/years/{yearNo}/closing", { may: "council/read", gives: Progress }),
    /** Begins, goes on, or tells that it is done; asked again until the state is `closed`. */
    closeYear: put("/years/{yearNo}/closing", { may: "council/run", gives: Progress }),
    readSnapshot: get(`${inCluster}/snapshot`, { may: "cluster/read", gives: Snapshot }),
  },
};
