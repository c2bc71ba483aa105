import * as z from "zod/mini";
import { Sent as Answer, OnPaper, Reading, Sealed } from "#domain/ballot.ts";
import { Ceremony, Published } from "#domain/ceremony.ts";
import { Cluster } from "#domain/cluster.ts";
import { Conference, Delegate, Delegates, Plan } from "#domain/conference.ts";
import { Paper, Poll, Purpose, Rule } from "#domain/poll.ts";
import { Instant, Slug, Text } from "#domain/text.ts";
import { get, inCluster, inConference, inHall, post, put, watching } from "./route.ts";
import { Done } from "./shapes.ts";

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
/** An answer that bears a name. */
const NamedAnswer = z.object({
  delegate: Slug,
  on: z.union([z.literal("phone"), OnPaper]),
  choose: z.array(Slug),
  blank: z.optional(z.literal(true)),
});
/** Where one delegate's ballot is. `unsettled`: nobody can know yet; ask again. */
const Whereabouts = z.object({
  state: z.enum(["none", "in", "paper", "letter", "unsettled"]),
  no: z.optional(z.int()),
  /** The first 40 bits of SHA-256 of the sealed bytes: it proves presence, never a choice. */
  code: z.optional(z.string()),
});

export const ballots = {
  listPolls: get(`${inCluster}/polls`, {
    may: "cluster/read",
    gives: z.array(z.object({ poll: Poll, cast: z.optional(z.array(Slug)), decision: z.optional(Decided) })),
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
  /**
   * A delegate takes a paper, or wrote a letter, instead of a phone: the same key, so nobody has two. In an open poll
   * with what it says, within the rule as from a phone; `blank` where nothing at all is marked on it.
   */
  givePaper: put(`${inCluster}/polls/{poll}/papers/{delegate}`, {
    may: "poll/tell",
    takes: z.strictObject({
      on: OnPaper,
      choose: z.optional(z.array(Slug).check(z.maxLength(60))),
      blank: z.optional(z.literal(true)),
    }),
    gives: Done,
  }),
  /** Who has voted on paper or by letter so far, and in an open poll what was entered for them. */
  listPapers: get(`${inCluster}/polls/{poll}/papers`, {
    may: "poll/tell",
    gives: z.array(
      z.object({
        ...Delegate.shape,
        on: OnPaper,
        choose: z.optional(z.array(Slug)),
        blank: z.optional(z.literal(true)),
      }),
    ),
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
          blank: z.optional(z.literal(true)),
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
      agenda: z.array(z.object({ title: z.string(), shows: z.optional(z.string()), poll: z.optional(Slug) })),
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
          /** In an open poll who answered what and in which way, and the digest of all of it. */
          answers: z.optional(z.string()),
          named: z.optional(z.array(NamedAnswer)),
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
};
