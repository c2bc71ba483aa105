import * as z from "zod/mini";
import type { RightName } from "#domain/caller.ts";
import { SharePair } from "#domain/ceremony.ts";
import { PageId, PublishedFile } from "#domain/public-address.ts";
import { Mark } from "#domain/publication.ts";
import { Day, Slug } from "#domain/text.ts";
import { YearNo } from "#domain/year-no.ts";
import { routes } from "#lib/route.ts";

/**
 * What a `{name}` in any path means. Where `{year}` and `{cluster}` stand, the thing itself is looked up and the
 * right decided on it; `{yearNo}` and `{clusterId}` are names only, of things that may not be there yet.
 */
const whole = z.pipe(z.string().check(z.regex(/^\d{1,7}$/)), z.transform(Number));
const year = z.pipe(whole, YearNo);
export const params = {
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

export const { get, put, post, remove } = routes<RightName>()("/api", params);
export const inCluster = "/years/{year}/clusters/{cluster}";
export const inConference = `${inCluster}/conferences/{conference}` as const;
export const inHall = "/halls/{council}/{conference}";
export const watching = "/public/halls/{council}/{conference}";
