import * as z from "zod/mini";
import { Ceremony, Published } from "#domain/ceremony.ts";
import { Conference, Delegate, Delegates, Plan } from "#domain/conference.ts";
import { Poll } from "#domain/poll.ts";
import { Slug } from "#domain/text.ts";
import { get, inCluster, inConference, post, put } from "./route.ts";

/** A conference: its programme and roll, tickets and presence, and the ceremony of its keys. */
export const conferences = {
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
};
