import * as z from "zod/mini";
import { Check } from "#domain/award.ts";
import { Decision, Nomination, Recipient } from "#domain/nomination.ts";
import { Later, Registered, Revocation } from "#domain/revocation.ts";
import { Day, Slug, Text, Title } from "#domain/text.ts";
import { get, inCluster, put } from "./route.ts";

export const nominations = {
  listNominations: get(`${inCluster}/nominations`, {
    may: "cluster/read",
    gives: z.array(
      z.object({ nomination: Nomination, checks: z.array(Check), decision: z.optional(Registered) }),
    ),
  }),
  /** What all clusters propose of units, for what the council may propose as a whole. */
  listProposed: get("/years/{year}/nominations", {
    may: "nomination/survey",
    gives: z.array(z.object({ cluster: Slug, award: z.string(), unit: Slug })),
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
      .check(z.refine(({ outcome, to }) => to === undefined || outcome === "changed", "nothing was changed")),
    gives: Decision,
  }),
  /** An award taken back, or given again, by a later decision: an entry of its own. The same paper again is the same entry. */
  revoke: put("/years/{year}/decisions/{decision}/revocation", {
    may: "decision/write",
    takes: Later,
    gives: Revocation,
  }),
  /** What was awarded in one year, by number and date; `to` instead of what was proposed where it says so. */
  readRegister: get("/years/{year}/register", { may: "council/read", gives: z.array(Registered) }),
};
