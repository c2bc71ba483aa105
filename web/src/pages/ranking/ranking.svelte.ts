import type { api } from "#api";
import type { Scheme } from "#domain/scheme.ts";
import type { Given } from "#lib/route.ts";
import { call } from "../../call.ts";
import type { Place } from "../../office.svelte.ts";
import { scaleOf } from "./scale.ts";

type Read = Given<typeof api.scoring.readRanking>;
type Matrix = Given<typeof api.scoring.readMatrix>;
type Nominations = Given<typeof api.nominations.listNominations>;
type Standing = Read["standings"][number];

export type PartOf = { code: string; title: string; points: number };
type Compared = { unit: string; by: number; parts: PartOf[] };
export type Row = Standing & {
  /** What ranks follow: the rate, or the total. */
  worth: number;
  /** Last year's place; `as`, where it was a unit that has gone into this one since. */
  before: { rank: number; worth: number; as: string | undefined } | undefined;
  /** Those of the same rank. */
  equals: string[];
  /** Awards the unit is proposed for. */
  honours: string[];
  /** The neighbour and what sets the two apart, the largest part first. */
  over: Compared | undefined;
  under: Compared | undefined;
  parts: PartOf[];
  found: { code: string; by: number; reason: string }[];
};

/** A cluster's ranking, each place with its reasons. */
export class Ranking {
  readonly place: Place;
  readonly scheme: Scheme | undefined;
  readonly byRate: boolean;
  readonly rows: readonly Row[];
  readonly scale: ReturnType<typeof scaleOf>;
  announced = $state(false);

  constructor(
    place: Place,
    {
      scheme,
      ranking,
      matrix,
      nominations,
    }: { scheme: Scheme | undefined; ranking: Read; matrix: Matrix; nominations: Nominations },
  ) {
    this.place = place;
    this.scheme = scheme;
    this.byRate = ranking.byRate;
    this.announced = ranking.announced;
    const worth = ({ total, rate }: { total: number; rate: number }) => (ranking.byRate ? rate : total);
    const lastYear = new Map(ranking.lastYear.map((each) => [each.unit, each]));
    const lines = new Map(matrix.units.map(({ unit, lines }) => [unit, lines]));
    const partsOf = (unit: string) => partsIn(scheme, lines.get(unit) ?? {});
    const compared = (own: Standing, other: Standing | undefined): Compared | undefined => {
      if (!other) return undefined;
      const theirs = new Map(partsOf(other.unit).map(({ code, points }) => [code, points]));
      const parts = partsOf(own.unit).map((part) => ({
        ...part,
        points: rounded(part.points - (theirs.get(part.code) ?? 0)),
      }));
      return { unit: other.unit, by: rounded(worth(own) - worth(other)), parts };
    };
    this.rows = ranking.standings.map((standing) => {
      const { standings } = ranking;
      const before = lastYear.get(standing.unit);
      return {
        ...standing,
        worth: worth(standing),
        honours: nominations.flatMap(({ nomination: { recipient, award, withdrawn } }) =>
          recipient.unit === standing.unit && !("person" in recipient) && !withdrawn ? [award] : [],
        ),
        before: before && { rank: before.rank, worth: worth(before), as: before.as },
        equals: standings
          .filter(({ unit, rank }) => rank === standing.rank && unit !== standing.unit)
          .map(({ unit }) => unit),
        over: compared(
          standing,
          standings.find(({ rank }) => rank > standing.rank),
        ),
        under: compared(
          standing,
          standings.findLast(({ rank }) => rank < standing.rank),
        ),
        parts: partsOf(standing.unit),
        found: foundIn(lines.get(standing.unit) ?? {}),
      };
    });
    this.scale = scaleOf(this.rows.flatMap((row) => [row.worth, ...(row.before ? [row.before.worth] : [])]));
  }

  static async read(place: Place): Promise<Ranking> {
    const [ranking, matrix, board, nominations] = await Promise.all([
      call.scoring.readRanking(place.at),
      call.scoring.readMatrix(place.at),
      call.scoring.readBoard(place.at),
      call.nominations.listNominations(place.at),
    ]);
    return new Ranking(place, { scheme: board.scheme, ranking, matrix, nominations });
  }

  get hasTies(): boolean {
    return this.rows.some(({ equals }) => equals.length > 0);
  }

  /** Those in the first place, and by how much they lead. */
  get lead(): { first: Row; also: number; second: Row | undefined } | undefined {
    const [first] = this.rows;
    if (!first || first.worth === 0) return undefined;
    return { first, also: first.equals.length, second: this.rows.find(({ rank }) => rank > 1) };
  }

  get mayAnnounce(): boolean {
    return !this.announced && this.place.may("ranking/announce");
  }

  async announce() {
    await call.scoring.announceRanking(this.place.at);
    this.announced = true;
  }
}

const rounded = (points: number) => Math.round(points * 100) / 100;
type Lines = Matrix["units"][number]["lines"];

/** The points of each part of the table; bonuses and deductions are the last. */
function partsIn(scheme: Scheme | undefined, lines: Lines): PartOf[] {
  const groups = scheme?.table.groups ?? [];
  const sum = (codes: readonly string[]) =>
    rounded(codes.reduce((sum, code) => sum + (lines[code]?.points ?? 0), 0));
  const inGroups = new Set(groups.flatMap(({ criteria }) => criteria.map(({ code }) => code)));
  const rest = Object.keys(lines).filter((code) => !inGroups.has(code));
  return [
    ...groups.map(({ code, title = "", criteria }) => ({
      code,
      title,
      points: sum(criteria.map((each) => each.code)),
    })),
    ...(rest.length > 0 ? [{ code: "+", title: "", points: sum(rest) }] : []),
  ];
}

/** Lines whose finding says something, with its reason. */
function foundIn(lines: Lines): Row["found"] {
  return Object.entries(lines).flatMap(([code, { finding, reason, points }]) =>
    finding !== undefined && reason ? [{ code, by: points, reason }] : [],
  );
}
