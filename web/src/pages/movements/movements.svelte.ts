import type { api } from "#api";
import { standing } from "#domain/movement.ts";
import type { Given } from "#lib/route.ts";
import { call } from "../../call.ts";
import { office, type Place } from "../../office.svelte.ts";

export type Read = Given<typeof api.movements.listMovements>[number];
export type Contribution = Read["contributions"][number];
type Sum = Read["totals"][number];
/** One unit's part of a sum, and the same a year before where it is known. */
export type Share = { unit: string; value: number; atLeast: boolean; before: number | undefined };
/** One thing that is counted in a movement, with every year it was counted in. */
export type Indicator = Sum & {
  shares: readonly Share[];
  years: readonly { year: number; value: number }[];
};

/** Earlier years that are looked at for comparison. */
const back = 4;

/** The movements of a cluster in one year, beside those of earlier years. */
export class Movements {
  readonly place: Place;
  list = $state.raw<readonly Read[]>([]);
  /** By year, the last one first. */
  readonly #past: ReadonlyMap<number, readonly Read[]>;

  constructor(place: Place, list: readonly Read[], past: ReadonlyMap<number, readonly Read[]>) {
    this.place = place;
    this.list = list;
    this.#past = past;
  }

  static async read(place: Place): Promise<Movements> {
    const { year, cluster } = place.at;
    const earlier = (office.me?.years ?? [])
      .map((each) => each.year)
      .filter((each) => each < year)
      .toSorted((a, b) => b - a)
      .slice(0, back);
    const [list, ...past] = await Promise.all([
      call.movements.listMovements(place.at),
      // A year in which there was no such cluster has nothing to compare with.
      ...earlier.map((each) => call.movements.listMovements({ year: each, cluster }).catch(() => [])),
    ]);
    return new Movements(place, list, new Map(earlier.map((each, at) => [each, past[at] ?? []])));
  }

  /** What movements of earlier years could go on. */
  get ended(): Read["movement"][] {
    const here = new Set(this.list.map(({ movement }) => movement.movement));
    const all = Array.from(this.#past.values(), (list) => list.map(({ movement }) => movement)).flat();
    return all.filter(
      ({ movement }, at) => !here.has(movement) && all.findIndex((each) => each.movement === movement) === at,
    );
  }

  get mayWrite(): boolean {
    return this.place.may("movement/write");
  }

  /** The units somebody may enter figures for. */
  get units(): readonly string[] {
    const { place } = this;
    if (!place.may("movement/contribute")) return [];
    if (place.caller.role === "clerk") return place.cluster.members;
    return place.ownUnit ? [place.ownUnit] : [];
  }

  mayWithdraw = ({ unit, withdrawn }: Contribution): boolean => !withdrawn && this.units.includes(unit);

  /** Everything counted in a movement, what is compared with the year before first. */
  indicatorsOf({ movement, contributions, totals, byUnit }: Read): Indicator[] {
    const all = totals.map((total): Indicator => {
      const shares = Object.entries(byUnit).flatMap(([unit, sums]): Share[] =>
        sums.filter(isSame(total)).map(({ value, atLeast }) => ({
          unit,
          value,
          atLeast,
          before: this.#beforeOf(movement.movement, total, { unit, contributions }),
        })),
      );
      const years = this.#yearsOf(movement.movement, total, contributions);
      return {
        ...total,
        changePercent: total.changePercent ?? this.#changeIn(years),
        shares: shares.toSorted((a, b) => b.value - a.value),
        years,
      };
    });
    return all.toSorted((a, b) => Number(a.changePercent === null) - Number(b.changePercent === null));
  }

  /** What a unit had a year before: as its own contributions say, else as that year's do. */
  knownBefore(movement: string, what: { metric: string; measure: string; unit: string }): number | undefined {
    const list = this.#past.get(this.place.year.year - 1);
    const past = list?.find((each) => each.movement.movement === movement);
    return past?.byUnit[what.unit]?.find(isSame(what))?.value;
  }

  #beforeOf(
    movement: string,
    sum: Sum,
    { unit, contributions }: { unit: string; contributions: readonly Contribution[] },
  ): number | undefined {
    const own = standing(contributions).filter((each) => each.unit === unit && isSame(sum)(each));
    return lastYearOf(own) ?? this.knownBefore(movement, { ...sum, unit });
  }

  #yearsOf(movement: string, sum: Sum, contributions: readonly Contribution[]) {
    const { year } = this.place.year;
    const told = lastYearOf(standing(contributions).filter(isSame(sum)));
    const past = Array.from(this.#past, ([each, list]) => {
      const read = list.find((one) => one.movement.movement === movement);
      return {
        year: each,
        value: read?.totals.find(isSame(sum))?.value ?? (each === year - 1 ? told : undefined),
      };
    });
    if (told !== undefined && !this.#past.has(year - 1)) past.push({ year: year - 1, value: told });
    const known = past.flatMap((each) =>
      each.value === undefined ? [] : [{ year: each.year, value: each.value }],
    );
    return [...known, { year, value: sum.value }].toSorted((a, b) => a.year - b.year);
  }

  /** With one decimal; nothing where the year before is not known or was nothing. */
  #changeIn(years: Indicator["years"]): number | null {
    const at = (wanted: number) => years.find(({ year }) => year === wanted)?.value;
    const [now, before] = [at(this.place.year.year), at(this.place.year.year - 1)];
    return now === undefined || !before ? null : Math.round((1000 * (now - before)) / before) / 10;
  }

  async again() {
    this.list = await call.movements.listMovements(this.place.at);
  }

  async withdraw(
    { movement, contribution }: Pick<Contribution, "movement" | "contribution">,
    reason?: string,
  ) {
    const body = { ...(reason && { reason }) };
    await call.movements.withdraw({ ...this.place.at, movement, contribution, body });
    await this.again();
  }
}

type Measured = { metric: string; measure: string };
const isSame = (a: Measured) => (b: Measured) => a.metric === b.metric && a.measure === b.measure;

/** The sum of last year's figures, where every part of it is known. */
function lastYearOf(contributions: readonly Contribution[]): number | undefined {
  const known = contributions.flatMap(({ lastYear }) => (lastYear == null ? [] : [lastYear]));
  if (known.length === 0 || known.length < contributions.length) return undefined;
  return Math.round(10_000 * known.reduce((sum, each) => sum + each, 0)) / 10_000;
}
