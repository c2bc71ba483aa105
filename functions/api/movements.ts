import * as z from "zod/mini";
import { Brought, Contribution, Movement } from "#domain/movement.ts";
import { Day, Slug, Text, Title } from "#domain/text.ts";
import { get, inCluster, put } from "./route.ts";
import { Done } from "./shapes.ts";

const Sum = z.object({
  metric: z.string(),
  measure: z.string(),
  value: z.number(),
  atLeast: z.boolean(),
  changePercent: z.nullable(z.number()),
});

export const movements = {
  listMovements: get(`${inCluster}/movements`, {
    may: "cluster/read",
    gives: z.array(
      z.object({
        movement: Movement,
        contributions: z.array(Contribution),
        totals: z.array(Sum),
        byUnit: z.record(Slug, z.array(Sum)),
        /** Where everybody may read of it, once that is published. */
        address: z.optional(z.string()),
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
};
