import * as z from "zod/mini";
import { PageLanguage } from "#domain/public-address.ts";
import { Checked, Chosen, Obstacle, PartName, Publication, PublicationState } from "#domain/publication.ts";
import { get, params, post, put } from "./route.ts";

/** What the clerk sees of a page for everybody. */
const Posted = z.object({
  ...z.pick(Publication, { page: true, title: true, parts: true, totals: true, by: true, at: true }).shape,
  address: z.string(),
  state: PublicationState,
});

const Card = z.object({
  council: z.string(),
  title: z.string(),
  sentence: z.string(),
  lines: z.array(z.string()),
});
const Drawn = z.string().check(z.maxLength(600_000), z.regex(/^[A-Za-z0-9+/]+={0,2}$/));

export const publishing = {
  listPublications: get("/years/{year}/publications", { may: "publication/read", gives: z.array(Posted) }),
  /** What may stand on a page, and whether what is out is still what would go out. */
  readPublication: get("/years/{year}/publications/{page}", {
    may: "publication/read",
    gives: z.object({
      publication: z.optional(Posted),
      parts: z.array(z.object({ part: PartName, open: z.optional(Obstacle) })),
      changed: z.boolean(),
      /** How many awards on it were revoked or restored since it went out. */
      revoked: z.int(),
    }),
  }),
  previewPage: post("/years/{year}/publications/{page}/preview", {
    may: "publication/read",
    takes: z.strictObject({ ...Chosen.shape, language: z._default(PageLanguage, "vi") }),
    gives: z.object({
      html: z.string(),
      digest: z.string(),
      /** What the picture shows that is shared with it, in each language. */
      cards: z.record(PageLanguage, Card),
    }),
  }),
  /** Just what was looked at, by its digest; the pictures are drawn by whoever looked at it. */
  publishPage: put("/years/{year}/publications/{page}", {
    may: "publication/write",
    takes: z.strictObject({
      ...Chosen.shape,
      digest: params.digest,
      pictures: z.optional(z.partialRecord(PageLanguage, Drawn)),
    }),
    most: 2_500_000,
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
};
