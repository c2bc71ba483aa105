import type { api } from "#api";
import { plainOf } from "#domain/alike.ts";
import type { Person } from "#domain/person.ts";
import { nameIn, type Unit } from "#domain/unit.ts";
import type { Given } from "#lib/route.ts";
import { Asking } from "../../asking.svelte.ts";
import { call } from "../../call.ts";
import { office } from "../../office.svelte.ts";

type Slip = Given<typeof api.units.listSlips>[number];
/** How far somebody has come: without a slip, with one, in, or in and with a new one. */
export type SlipState = "none" | "given" | "came" | "again";

const thisYear = new Date(Date.now()).getFullYear();
/** A unit's name today. */
export const nameNow = (unit: Unit) => nameIn(unit, thisYear);

/** Who takes part: units, people, and who has come in; as a clerk reads it. */
export class Roster {
  units = $state.raw<readonly Unit[]>([]);
  people = $state.raw<readonly Person[]>([]);
  #slips = $state.raw<ReadonlyMap<string, Slip>>(new Map());
  readonly reading: Asking<boolean>;
  readonly doing = new Asking<unknown>();

  readonly byUnit = $derived(new Map(this.units.map((unit) => [unit.unit, unit])));
  readonly byPerson = $derived(new Map(this.people.map((person) => [person.person, person])));
  readonly unitNames = $derived(new Map(this.units.map((unit) => [unit.unit, nameNow(unit)])));
  readonly active = $derived(this.people.filter(({ active }) => active));
  readonly peopleOf = $derived.by(() => {
    const by = new Map<string, Person[]>();
    for (const person of this.active) {
      const { unit = "" } = person;
      const known = by.get(unit);
      if (known) known.push(person);
      else by.set(unit, [person]);
    }
    return by;
  });

  constructor() {
    this.reading = new Asking(async () => {
      await this.read();
      return true;
    });
  }

  async read() {
    const [units, people, slips] = await Promise.all([
      call.units.listUnits({}),
      call.units.listPeople({}),
      call.units.listSlips({}),
    ]);
    const byName = new Intl.Collator("vi", { numeric: true }).compare;
    this.units = units.toSorted((a, b) => byName(nameNow(a), nameNow(b)));
    this.people = people.toSorted((a, b) => byName(givenFirst(a.name), givenFirst(b.name)));
    this.#slips = new Map(slips.map((slip) => [slip.person, slip]));
  }

  /** Something changed on the server; then everything is read again, here and for the other pages. */
  do(deed: () => Promise<unknown>): Promise<boolean> {
    return this.doing.ask(async () => {
      await deed();
      await Promise.all([this.read(), office.read()]);
    });
  }

  /** Units that take part still and have nobody to score. */
  readonly withoutScorer = $derived(
    this.units.filter(
      ({ unit, successor }) =>
        !successor && !this.peopleOf.get(unit)?.some(({ role }) => role === "scorer" || role === "leader"),
    ),
  );

  /** Whoever sits here. */
  get self() {
    return office.me?.person.person;
  }

  stateOf(person: string): SlipState {
    const slip = this.#slips.get(person);
    if (!slip) return "none";
    if (slip.usedAt !== undefined) return "came";
    return slip.cameAt === undefined ? "given" : "again";
  }

  nameOfUnit = (unit: string) => this.unitNames.get(unit) ?? unit;
}

/** Vietnamese names are sorted by the given name, which stands last. */
const givenFirst = (name: string) => {
  const words = name.split(" ");
  return [words.at(-1), ...words.slice(0, -1)].join(" ");
};

/** Whether every word sought begins a word of what is known, marks and capitals aside. */
export function fits(sought: string, ...known: readonly string[]): boolean {
  const words = plainOf(known.join(" ")).split(" ");
  return plainOf(sought)
    .split(" ")
    .every((each) => words.some((word) => word.startsWith(each)));
}
