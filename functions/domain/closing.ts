import * as z from "zod/mini";
import type { Cluster } from "./cluster.ts";
import type { Decision as CountDecision } from "./count.ts";
import type { Covenant, Signature } from "./covenant.ts";
import { type Contribution, type Movement, standing } from "./movement.ts";
import type { Nomination } from "./nomination.ts";
import { type Poll, showsFigures } from "./poll.ts";
import type { Standing } from "./ranking.ts";
import type { Succession } from "./rota.ts";
import { findingOf, type Sheet } from "./sheet.ts";
import { Instant, Slug } from "./text.ts";
import type { Year } from "./year.ts";
import { YearNo } from "./year-no.ts";

/**
 * What is in flight when a year is closed may still land as long as a function may live (10 s), and clocks differ by
 * a little. Pages are written only after that.
 */
export const fence = 12_000;

/** How far the closing of a year has come. Lost progress costs time, never correctness: pages are written once. */
export const Closing = z.object({
  year: YearNo,
  /** The last cluster looked at; clusters are taken in the order of their ids. */
  after: z.string(),
  done: z.int(),
  of: z.int(),
});
export type Closing = z.output<typeof Closing>;

/** One cluster of a closed year, for good: `page` is what everything is read from afterwards. */
export const Snapshot = z.object({
  year: YearNo,
  cluster: Slug,
  page: z.object({
    cluster: z.looseObject({ id: Slug, kind: z.string(), name: z.string(), members: z.array(Slug) }),
    standings: z.array(
      z.object({
        unit: z.string(),
        claimed: z.number(),
        total: z.number(),
        assigned: z.number(),
        rate: z.number(),
        rank: z.number(),
      }),
    ),
    polls: z.array(
      z.looseObject({ poll: z.string(), passed: z.array(z.string()), tied: z.array(z.string()) }),
    ),
    next: z.object({ head: z.nullable(z.string()), deputies: z.array(z.string()) }),
    /** Digests of what is kept elsewhere: each unit's sheet, covenant, movements, nominations. */
    digests: z.record(z.string(), z.string()),
  }),
  digest: z.string(),
  /** Binds what the digest leaves out on purpose: authors, times and the sheets' chains. */
  bound: z.string(),
});
export type Snapshot = z.output<typeof Snapshot>;

export type Lived = {
  cluster: Cluster;
  standings: readonly Standing[];
  sheets: readonly Sheet[];
  covenant: Covenant | undefined;
  signatures: readonly Signature[];
  movements: readonly Movement[];
  contributions: readonly Contribution[];
  polls: readonly (Poll & CountDecision)[];
  nominations: readonly Nomination[];
  succession: Pick<Succession, "head" | "deputies">;
};

/** Why a cluster cannot be closed yet, or undefined. */
export function obstacleOf({ polls }: { polls: readonly Poll[] }): "poll/still-open" | undefined {
  const underWay: readonly Poll["state"][] = ["open", "closing", "sealed"];
  // What came of a poll in a hall is told to the hall first.
  const isUntold = ({ state, conference }: Poll) => state === "counted" && conference !== undefined;
  const isUnderWay = (poll: Poll) => underWay.includes(poll.state) || isUntold(poll);
  return polls.some((poll) => poll.for !== "rehearsal" && isUnderWay(poll)) ? "poll/still-open" : undefined;
}

/**
 * A cluster's year as it goes into the archive: what was entered and what the rules made of it. No random id, author
 * or time is in it, so that the same year lived again gives the same bytes.
 */
export function pageOf(lived: Lived, digestOf: (value: unknown) => string): Snapshot["page"] {
  const { cluster, standings, sheets, covenant, signatures, movements, contributions, polls, nominations } =
    lived;
  const inOrder = <T>(things: readonly T[], key: (thing: T) => string) =>
    things.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  const brought = standing(contributions).map(({ by: _by, at: _at, contribution: _id, ...rest }) => rest);
  return {
    cluster: {
      id: cluster.cluster,
      kind: cluster.kind,
      name: cluster.name,
      members: cluster.members,
      ...(cluster.head && { head: cluster.head }),
      deputies: cluster.deputies,
      ...(cluster.notes && { notes: digestOf(cluster.notes) }),
    },
    standings: [...standings],
    polls: inOrder(
      polls.filter((poll) => poll.for !== "rehearsal"),
      ({ poll }) => poll,
    ).map(({ passed, tied, ...poll }) => ({
      poll: poll.poll,
      for: poll.for,
      ...(poll.award && { award: poll.award }),
      round: poll.round,
      passed,
      tied,
      digest: digestOf({ candidates: poll.candidates, rule: poll.rule ?? null, ...shownOf(poll) }),
    })),
    next: { head: lived.succession.head, deputies: lived.succession.deputies },
    digests: {
      ...Object.fromEntries(
        inOrder(sheets, ({ unit }) => unit).map((sheet) => [
          `sheet.${sheet.unit}`,
          digestOf(enteredOn(sheet)),
        ]),
      ),
      ...(cluster.scheme && { scheme: digestOf(cluster.scheme) }),
      notAssigned: digestOf(
        Object.fromEntries(
          Object.entries(cluster.notAssigned).map(([unit, codes]) => [unit, codes.toSorted()]),
        ),
      ),
      covenant: digestOf({
        digest: covenant?.digest ?? null,
        signed: signatures.map(({ unit }) => unit).toSorted(),
      }),
      movements: digestOf([inOrder(movements, ({ movement }) => movement), inOrder(brought, JSON.stringify)]),
      nominations: digestOf(
        inOrder(
          nominations.map(({ by: _by, at: _at, nomination: _id, ...rest }) => rest),
          JSON.stringify,
        ),
      ),
    },
  };
}

/** Where only who passed was published, or nothing yet, figures stay out of the digest too: few enough ballots are soon tried out. */
function shownOf({ rule, published, conference, tally, answers }: Poll) {
  const isWaiting = conference !== undefined && tally !== undefined && published === undefined;
  if (!rule || (showsFigures({ rule, published }) && !isWaiting))
    return { tally: tally ?? null, answers: answers ?? null };
  const { votes: _votes, blank: _blank, ...rest } = tally ?? { votes: {}, blank: 0 };
  return { tally: rest };
}

/** The values on a sheet without the hands that wrote them. */
function enteredOn({ lines }: Sheet) {
  return Object.fromEntries(
    Object.entries(lines).map(([code, entry]) => {
      const finding = findingOf(entry);
      return [
        code,
        {
          ...(entry.claim && { claim: entry.claim.value }),
          ...(finding && { finding: finding.value, reason: finding.reason ?? "" }),
        },
      ];
    }),
  );
}

/** A cluster of the year after: the same members under the new office holders, its table by reference. */
export function heirOfCluster(
  cluster: Cluster,
  next: Year,
  succession: Pick<Succession, "head" | "deputies">,
  heir: (unit: string) => string,
): Cluster {
  const {
    head: _head,
    announced: _announced,
    notes: _notes,
    crossCheck: _check,
    saved: _saved,
    quota: _quota,
    ...rest
  } = cluster;
  const members = [...new Set(cluster.members.map(heir))];
  const head = succession.head && heir(succession.head);
  return {
    ...rest,
    ...(cluster.scheme && { scheme: { year: cluster.year, ...cluster.scheme } }),
    year: next.year,
    members,
    ...(head && { head }),
    deputies: [...new Set(succession.deputies.map(heir))].filter((unit) => unit !== head),
    calendar: next.calendar,
    moves: [],
    notAssigned: {},
  };
}

/** What anybody may see of a closing under way. */
export const Progress = z.object({
  year: YearNo,
  state: z.enum(["open", "closing", "closed"]),
  done: z.int(),
  of: z.int(),
  /** Nothing is written before this instant; ask again then. */
  notBefore: z.optional(Instant),
  blocked: z.array(z.object({ cluster: Slug, code: z.string() })),
  seal: z.optional(z.string()),
  closedAt: z.optional(Instant),
});
export type Progress = z.output<typeof Progress>;
