import * as z from "zod/mini";
import type { Cluster } from "./cluster.ts";
import { refuse } from "./refuse.ts";
import { Instant, Name, Slug, Title } from "./text.ts";
import { YearNo } from "./year-no.ts";

/** Somebody on the roll: for a unit, or in their own right. */
export const Delegate = z.strictObject({
  delegate: Slug,
  name: Name,
  unit: z.optional(Slug),
  position: z.optional(Name),
});
export type Delegate = z.output<typeof Delegate>;

export const mostDelegates = 5_000;
export const Delegates = z.array(Delegate).check(z.maxLength(mostDelegates));

/** One point of the day: a talk, a poll, or something the hall looks at. */
const Point = z.strictObject({
  title: Title,
  poll: z.optional(Slug),
  shows: z.optional(z.enum(["covenant", "next-head"])),
});

/** What the chair says of the day. */
export const Plan = z.strictObject({
  title: Title,
  place: z.optional(Name),
  at: Instant,
  agenda: z.array(Point).check(z.maxLength(60)),
  /** Whom a delegate calls when something does not work: a name, a place in the hall, a number. */
  help: z.optional(Name),
  /** Delegates say themselves that they are there, by opening their ticket. */
  selfCheckIn: z._default(z.boolean(), false),
});
export type Plan = z.output<typeof Plan>;

/**
 * The day a cluster meets. Its id is not to be guessed: whoever has it may watch. `box` is the poll for which the
 * roll is held fast; `slots` counts the key pairs of the ceremony already taken by a poll.
 */
export const Conference = z.object({
  conference: Slug,
  year: YearNo,
  cluster: Slug,
  ...Plan.shape,
  roll: z.optional(z.object({ count: z.int(), digest: z.string() })),
  on: z.optional(z.int().check(z.gte(0))),
  box: z.optional(Slug),
  slots: z._default(z.int(), 0),
  ended: z.optional(z.object({ by: z.string(), at: Instant })),
});
export type Conference = z.output<typeof Conference>;

/** Which conferences a cluster holds. */
export const OfCluster = z.object({ year: YearNo, cluster: Slug, conference: Slug });

/** A delegate is in the hall. Nothing more: no hour, no desk. */
export const Present = z.object({ conference: Slug, delegate: Slug });
export type Present = z.output<typeof Present>;

/** Nobody twice, and nobody for a unit that does not take part. */
export function expectRoll(delegates: readonly Delegate[], { members }: Pick<Cluster, "members">) {
  const known = new Set<string>();
  for (const { delegate, unit } of delegates) {
    if (known.has(delegate)) throw refuse("roll/delegate-twice", { delegate });
    known.add(delegate);
    if (unit !== undefined && !members.includes(unit)) throw refuse("unit/unknown", { unit });
  }
}

/** What the roll comes to, in one order: who may vote, and for whom. */
export const rollOf = (delegates: readonly Delegate[]) =>
  delegates.map(({ delegate, unit = "" }) => `${delegate} ${unit}`).toSorted();

/** Who has a vote: each delegate, or one of each unit. A unit with two of them is refused, not halved. */
export function votersOf(voter: "unit" | "delegate", delegates: readonly Delegate[]): Map<string, Delegate> {
  if (voter === "delegate") return new Map(delegates.map((one) => [one.delegate, one]));
  const byUnit = new Map<string, Delegate>();
  for (const one of delegates) {
    if (one.unit === undefined) continue;
    if (byUnit.has(one.unit)) throw refuse("roll/unit-twice", { unit: one.unit });
    byUnit.set(one.unit, one);
  }
  return new Map(Array.from(byUnit.values(), (one) => [one.delegate, one]));
}

/** Every point that names a poll names one that is there, each once. */
export function expectAgenda({ agenda }: Plan, polls: ReadonlySet<string>) {
  const named = agenda.flatMap(({ poll }) => poll ?? []);
  const unknown = named.find((poll, at) => !polls.has(poll) || named.indexOf(poll) !== at);
  if (unknown !== undefined) throw refuse("poll/unknown", { poll: unknown });
}
