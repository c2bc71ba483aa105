import * as z from "zod/mini";
import { OnPaper, Reading, Sealed } from "#domain/ballot.ts";
import { Conference, Delegate } from "#domain/conference.ts";
import { Paper, Poll, Purpose, Rule } from "#domain/poll.ts";
import { Instant, Slug, Text } from "#domain/text.ts";
import { get, inCluster, put } from "./route.ts";
import { Decided, Done, Named } from "./shapes.ts";

/** Polls of a cluster, from their rule to their minutes. */
export const polls = {
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
};
