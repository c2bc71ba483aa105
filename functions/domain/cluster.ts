import * as z from "zod/mini";
import { Calendar, Move } from "./calendar.ts";
import { CrossCheck } from "./cross-check.ts";
import { Quota } from "./quota.ts";
import { refuse } from "./refuse.ts";
import { Saved } from "./saved.ts";
import { Code } from "./scheme.ts";
import { Instant, Name, Slug, Text } from "./text.ts";
import { YearNo } from "./year-no.ts";

/** What a cluster settles for itself, as data. */
const Rules = z.strictObject({
  /** Lines that part equal totals, the first that differs deciding; none: equals share a rank. */
  partedBy: z._default(z.array(Code), []),
  /** The most and the least its table must add up to, where the council gives a frame. */
  frame: z.optional(z.strictObject({ total: z.number() })),
});

const mostMembers = 60;

/** What the clerk says of a cluster in one year. */
export const Settings = z.strictObject({
  kind: z.enum(["cụm", "khối"]),
  name: Name,
  /** The cụm a khối sits inside, of the same year. */
  within: z.optional(Slug),
  /** With none it takes no part: it is kept for its history and not passed on to the year after. */
  members: z.array(Slug).check(z.maxLength(mostMembers)),
  head: z.optional(Slug),
  deputies: z._default(z.array(Slug).check(z.maxLength(2)), []),
  /** The version it is scored by; of an earlier year until its own is written. */
  scheme: z.optional(z.strictObject({ year: z.optional(YearNo), scheme: Slug, no: z.int().check(z.gte(1)) })),
  calendar: z.optional(Calendar),
  rules: z._default(Rules, { partedBy: [] }),
  /** How many it may propose, where that differs from what the council says for all; empty: nothing is said. */
  quota: z.optional(Quota),
  /** What was reported of it and no field can say; shown in its report. */
  notes: z.optional(z.array(Text).check(z.maxLength(100))),
});
export type Settings = z.output<typeof Settings>;

/** Units grouped for one year under one council. */
export const Cluster = z.object({
  year: YearNo,
  cluster: Slug,
  ...Settings.shape,
  calendar: Calendar,
  moves: z._default(z.array(Move), []),
  /** Lines a unit is not assigned, by unit. */
  notAssigned: z._default(z.record(Slug, z.array(Code)), {}),
  /** Who appraises whom, where members do; rights follow it, so it lies where rights are decided. */
  crossCheck: z.optional(CrossCheck),
  announced: z.optional(z.object({ by: z.string(), at: Instant })),
  /** The last saving of what the clerk says of it. */
  saved: z.optional(Saved),
  /** Taken away: it stays with its history and is found by nobody until somebody saves it anew. */
  removed: z.optional(z.object({ by: z.string(), at: Instant })),
});
export type Cluster = z.output<typeof Cluster>;

/** Members once each; head and deputies among them, each one person of the play. */
export function expectOffices({ members, head, deputies }: Pick<Settings, "members" | "head" | "deputies">) {
  const twice = members.find((unit, at) => members.indexOf(unit) !== at);
  if (twice) throw refuse("cluster/member-twice", { unit: twice });
  const offices = [...(head ? [head] : []), ...deputies];
  const stranger = offices.find((unit) => !members.includes(unit));
  if (stranger) throw refuse("cluster/head-no-member", { unit: stranger });
  const double = offices.find((unit, at) => offices.indexOf(unit) !== at);
  if (double) throw refuse("cluster/member-twice", { unit: double });
}

export const isThere = ({ removed }: Pick<Cluster, "removed">) => removed === undefined;

/** What may rest on a cluster; with any of it, it cannot be taken away. */
type Resting = Readonly<
  Record<
    "covenant" | "sheets" | "poll" | "conference" | "movements" | "publication" | "announced" | "inner",
    boolean
  >
>;

/** A cluster goes only while nothing has been done in it. */
export function expectFree({ name }: Pick<Cluster, "name">, resting: Resting) {
  const stands = Object.entries(resting).flatMap(([what, rests]) => (rests ? [what] : []));
  if (stands.length > 0) throw refuse("cluster/in-use", { cluster: name, stands });
}

/** Nobody moves a unit from where it no longer is; one that is where it is to go has been moved already. */
export function expectPlaced(
  clusters: readonly Cluster[],
  places: Readonly<Record<string, string | null>>,
  from: Readonly<Record<string, string | null>>,
) {
  for (const [unit, seen] of Object.entries(from)) {
    const there = clusters.filter(({ members }) => members.includes(unit));
    const isAt = (cluster: string | null | undefined) =>
      cluster === null ? there.length === 0 : there.some((each) => each.cluster === cluster);
    if (isAt(places[unit]) || isAt(seen)) continue;
    const [now] = there;
    throw refuse("unit/placed-meanwhile", {
      unit,
      cluster: now?.name,
      by: now?.saved?.by,
      at: now?.saved?.at,
    });
  }
}

/**
 * The clusters that change when units go where they are put: out of wherever they are, into the one named, or into
 * none. Who goes leaves the office held there.
 */
export function placed(
  clusters: readonly Cluster[],
  places: Readonly<Record<string, string | null>>,
): Cluster[] {
  const unknown = Object.values(places).find(
    (to) => to !== null && clusters.every((each) => each.cluster !== to),
  );
  if (unknown) throw refuse("cluster/unknown", { cluster: unknown });
  return clusters.flatMap((was) => {
    const isStaying = (unit: string) => !(unit in places) || places[unit] === was.cluster;
    const joining = Object.keys(places).filter(
      (unit) => places[unit] === was.cluster && !was.members.includes(unit),
    );
    const staying = was.members.filter(isStaying);
    if (staying.length === was.members.length && joining.length === 0) return [];
    const members = [...staying, ...joining];
    if (members.length > mostMembers)
      throw refuse("cluster/too-many-members", { cluster: was.name, most: mostMembers });
    const { head, deputies, ...rest } = was;
    return [
      {
        ...rest,
        members,
        ...(head !== undefined && isStaying(head) && { head }),
        deputies: deputies.filter(isStaying),
      },
    ];
  });
}

export function expectMember({ members }: Pick<Cluster, "members">, unit: string) {
  if (!members.includes(unit)) throw refuse("unit/unknown", { unit });
}

export const notAssignedTo = ({ notAssigned }: Cluster, unit: string): ReadonlySet<string> =>
  new Set(notAssigned[unit] ?? []);
