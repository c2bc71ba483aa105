import { type CrossCheck, proposed } from "#domain/cross-check.ts";
import type { State } from "#domain/sheet.ts";
import { call } from "../../call.ts";
import type { Place } from "../../office.svelte.ts";

type Pair = { unit: string; appraiser: string };
type Recusing = Pair & { reason: string };

/** Who appraises whom, while somebody settles it. */
export class Pairing {
  readonly place: Place;
  readonly states: ReadonlyMap<string, State>;
  stored = $state.raw<CrossCheck>();
  appraisers = $state.raw<Readonly<Record<string, string>>>({});
  recusals = $state.raw<readonly Recusing[]>([]);

  constructor(place: Place, states: ReadonlyMap<string, State>) {
    this.place = place;
    this.states = states;
    this.#take(place.cluster.crossCheck);
  }

  static async read(place: Place): Promise<Pairing> {
    const { units } = await call.scoring.readBoard(place.at);
    return new Pairing(place, new Map(units.map(({ unit, state }) => [unit, state])));
  }

  readonly maySettle = $derived.by(() => this.place.may("cross-check/settle"));
  readonly given = $derived.by(
    () => this.members.filter((unit) => this.appraisers[unit] !== undefined).length,
  );
  readonly isChanged = $derived.by(
    () =>
      written(this) !==
      written({ appraisers: this.stored?.appraisers ?? {}, recusals: this.stored?.recusals ?? [] }),
  );

  get members(): readonly string[] {
    return this.place.cluster.members;
  }

  /** Whom the caller's unit appraises as it is stored. */
  get own(): string[] {
    const { ownUnit } = this.place;
    return this.members.filter((unit) => ownUnit !== undefined && this.stored?.appraisers[unit] === ownUnit);
  }

  isRecused = (pair: Pair): boolean => this.recusals.some(isPair(pair));

  propose() {
    this.appraisers = proposed(this.members, this.place.year.year, this.recusals);
  }

  name(unit: string, appraiser: string) {
    const { [unit]: _was, ...rest } = this.appraisers;
    this.appraisers = appraiser === "" ? rest : { ...rest, [unit]: appraiser };
  }

  recuse(recusal: Recusing) {
    this.recusals = [...this.recusals.filter((each) => !isPair(recusal)(each)), recusal];
    if (this.appraisers[recusal.unit] === recusal.appraiser) this.name(recusal.unit, "");
  }

  takeBack(pair: Pair) {
    this.recusals = this.recusals.filter((each) => !isPair(pair)(each));
  }

  async save() {
    const recusals = this.recusals.map(({ unit, appraiser, reason }) => ({ unit, appraiser, reason }));
    const body = { appraisers: { ...this.appraisers }, recusals };
    this.#take(await call.scoring.settleCrossCheck({ ...this.place.at, body }));
  }

  async stepBack(unit: string, reason: string) {
    this.#take(await call.scoring.stepBack({ ...this.place.at, unit, body: { reason } }));
  }

  /** What is stored, without those who have left the cluster since. */
  #take(stored: CrossCheck | undefined) {
    this.stored = stored;
    const isHere = (unit: string) => this.members.includes(unit);
    this.appraisers = Object.fromEntries(
      Object.entries(stored?.appraisers ?? {}).filter(
        ([unit, appraiser]) => isHere(unit) && isHere(appraiser),
      ),
    );
    this.recusals = (stored?.recusals ?? []).filter(
      ({ unit, appraiser }) => isHere(unit) && isHere(appraiser),
    );
  }
}

const isPair = (a: Pair) => (b: Pair) => a.unit === b.unit && a.appraiser === b.appraiser;
const written = ({
  appraisers,
  recusals,
}: {
  appraisers: Readonly<Record<string, string>>;
  recusals: readonly Recusing[];
}) =>
  JSON.stringify([
    Object.entries(appraisers).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    recusals.map(({ unit, appraiser, reason }) => [unit, appraiser, reason]),
  ]);
