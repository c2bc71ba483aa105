import * as z from "zod/mini";
import { OnPaper, Sent } from "#domain/ballot.ts";
import { Cluster } from "#domain/cluster.ts";
import { Delegate } from "#domain/conference.ts";
import { Poll, Rule } from "#domain/poll.ts";
import { Instant, Slug } from "#domain/text.ts";
import { get, inHall, put, watching } from "./route.ts";
import { Decided, Done, Named } from "./shapes.ts";

const PollState = Poll.shape.state;
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

/** The hall on its day: what phones send with a ticket, and what anybody may watch. */
export const hall = {
  /** Who holds this ticket. */
  readTicket: get(`${inHall}/ticket`, { by: "ticket", may: "ballot/cast", gives: Delegate }),
  arrive: put(`${inHall}/presence`, { by: "ticket", may: "ballot/cast", gives: Done }),
  sendBallot: put(`${inHall}/polls/{poll}/ballot`, {
    by: "ticket",
    may: "ballot/cast",
    takes: Sent,
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
