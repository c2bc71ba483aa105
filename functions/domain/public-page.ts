import { expectAward } from "./award.ts";
import type { Cluster } from "./cluster.ts";
import { exact, plus, rounded, zero } from "./exact.ts";
import { type Contribution, type Movement, type Sum, standing, sumsOf } from "./movement.ts";
import { awardedBy } from "./nomination.ts";
import { codeOf } from "./publication.ts";
import type { Standing } from "./ranking.ts";
import { isRevoked, type Registered } from "./revocation.ts";
import type { Succession } from "./rota.ts";

/** What a page says, in names as they were that year; no id, no hand and no time is in it. */
export type PublicPage = HonoursPage | ClusterPage | MovementPage;

type Head = {
  council: { council: string; name: string; contact?: string };
  year: number;
  motto?: string;
  seal?: string;
  closed?: string;
};

export type HonoursPage = Head & {
  page: "honours";
  leaders?: Leader[];
  register?: Award[];
};

export type ClusterPage = Head & {
  page: "cluster";
  cluster: { cluster: string; kind: string; name: string; size: number };
  members?: { head?: string; deputies: string[]; names: string[] };
  results?: { byRate: boolean; places: Place[] };
  movements?: Told[];
  heads?: { head?: string; deputies: string[] };
};

export type MovementPage = Head & {
  page: "movement";
  cluster: { cluster: string; name: string };
  movement: { movement: string; name: string; from?: string; to?: string };
  /** What it is for, as the cluster wrote it. */
  goal?: string;
  /** Each number of it, the one most units had a part in first. */
  figures?: Figure[];
  units?: Shares[];
};

export type Leader = { cluster: string; size: number; units: string[] };
export type Place = { rank: number; unit: string; worth?: number };
export type Award = {
  /** By its code: what it is called depends on who reads. */
  award: string;
  recipient: string;
  isPerson: boolean;
  position?: string;
  of?: string;
  number: string;
  date: string;
  code: string;
  /** By which decision it was taken back, or given again after that. Why is the council's own. */
  revoked?: Paper;
  restored?: Paper;
};
type Paper = { number: string; date: string };
export type Figure = Sum & { last?: number };
type Share = { unit: string; value: number; last?: number };
export type Shares = Pick<Sum, "metric" | "measure"> & { byUnit: Share[] };
/** A movement told by its greatest number, the units that brought it in, and what else came of it. */
export type Told = {
  name: string;
  /** Where it has a page of its own. */
  movement?: string;
  from?: string;
  to?: string;
  main: Figure & Shares;
  others: Sum[];
};

type NameOf = (unit: string) => string;

/** Whoever stands first in each cluster; equals stand there together. */
export function leadersOf(
  clusters: readonly { cluster: Pick<Cluster, "name" | "members">; standings: readonly Standing[] }[],
  nameOf: NameOf,
): Leader[] {
  return clusters.map(({ cluster, standings }) => ({
    cluster: cluster.name,
    size: cluster.members.length,
    units: standings.filter(({ rank }) => rank === 1).map(({ unit }) => nameOf(unit)),
  }));
}

type Numbered = Registered & { number: string; date: string };
const isNumbered = (decision: Registered): decision is Numbered =>
  decision.number !== undefined && decision.date !== undefined && awardedBy(decision) !== undefined;

/** What stands in the register with number and date; what was refused or has no paper yet is nobody's business. */
export function awardsOf(
  decisions: readonly Registered[],
  { nameOf, digestOf, council }: { nameOf: NameOf; digestOf: (value: unknown) => string; council: string },
): (Award & { changed: boolean })[] {
  return decisions
    .filter(isNumbered)
    .map((decision) => {
      const { recipient, number, date, year, decision: id, outcome } = decision;
      const isPerson = "person" in recipient;
      return {
        award: expectAward(awardedBy(decision) ?? "").code,
        recipient: isPerson ? recipient.person : nameOf(recipient.unit),
        isPerson,
        ...(isPerson && recipient.position && { position: recipient.position }),
        ...(isPerson && { of: nameOf(recipient.unit) }),
        number,
        date,
        code: codeOf(digestOf([council, year, id])),
        changed: outcome === "changed",
        ...laterOf(decision),
      };
    })
    .toSorted(
      (a, b) => inOrder(b.date, a.date) || inOrder(a.number, b.number) || inOrder(a.recipient, b.recipient),
    );
}

function laterOf(decision: Registered): Pick<Award, "revoked" | "restored"> {
  const last = decision.revocations?.at(-1);
  if (!last) return {};
  const paper = { number: last.number, date: last.date };
  return isRevoked(decision) ? { revoked: paper } : { restored: paper };
}

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Ranks in their order; what they are worth only where that is to be told. */
export function placesOf(
  standings: readonly Standing[],
  { nameOf, totals, byRate }: { nameOf: NameOf; totals: boolean; byRate: boolean },
): Place[] {
  return standings.map(({ unit, rank, total, rate }) => ({
    rank,
    unit: nameOf(unit),
    ...(totals && { worth: byRate ? rate : total }),
  }));
}

/** A movement is over when its last day is; one without days, when its cluster is announced. */
export const isOver = (
  { to }: Pick<Movement, "to">,
  { announced, today }: { announced: boolean; today: string },
) => announced || (to !== undefined && to < today);

/** Every number of a movement with each unit's part in it, the number most units had a part in first. */
export function numbersOf(contributions: readonly Contribution[], nameOf: NameOf): (Figure & Shares)[] {
  const counted = standing(contributions);
  const partsOf = ({ metric, measure }: Sum) =>
    counted.filter((one) => one.metric === metric && one.measure === measure);
  return sumsOf(counted)
    .toSorted((a, b) => partsOf(b).length - partsOf(a).length)
    .map((sum) => {
      const parts = partsOf(sum);
      const byUnit = Array.from(
        Map.groupBy(parts, ({ unit }) => unit),
        ([unit, brought]) => ({
          unit: nameOf(unit),
          value: sumOf(brought.map(({ value }) => value)),
          ...lastOf(brought),
        }),
      ).toSorted((a, b) => b.value - a.value);
      return { ...sum, ...lastOf(parts), byUnit };
    });
}

/** Each movement that brought something, told by the first of its numbers. */
export function toldOf(
  movements: readonly Movement[],
  contributions: readonly Contribution[],
  { nameOf, hasPage }: { nameOf: NameOf; hasPage: (movement: string) => boolean },
): Told[] {
  return movements.flatMap(({ movement, name, from, to }) => {
    const own = contributions.filter((one) => one.movement === movement);
    const [main, ...others] = numbersOf(own, nameOf);
    if (!main) return [];
    const rest = others.map(({ byUnit: _, last: _last, ...sum }) => sum);
    const days = { ...(from && { from }), ...(to && { to }) };
    return [{ name, ...(hasPage(movement) && { movement }), ...days, main, others: rest }];
  });
}

/** The same figure a year before, where every part of it is known. */
function lastOf(brought: readonly Contribution[]): { last?: number } {
  const known = brought.flatMap(({ lastYear }) =>
    lastYear === undefined || lastYear === null ? [] : [lastYear],
  );
  return known.length === brought.length && known.length > 0 ? { last: sumOf(known) } : {};
}

const sumOf = (numbers: readonly number[]) => rounded(numbers.map(exact).reduce(plus, zero), 4) / 10_000;

/** Next year's offices once the superior has recognised them, or the year's closing has fixed them. */
export function nextHeads(
  succession: Succession | undefined,
  closed: Pick<Succession, "head" | "deputies"> | undefined,
  nameOf: NameOf,
): ClusterPage["heads"] | undefined {
  const next = closed ?? (succession?.recognised?.yes ? succession : undefined);
  if (!next?.head && !next?.deputies.length) return undefined;
  return { ...(next.head && { head: nameOf(next.head) }), deputies: next.deputies.map(nameOf) };
}
