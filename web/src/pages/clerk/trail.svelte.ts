import { deedsOfAccess } from "#domain/access.ts";
import type { Cluster } from "#domain/cluster.ts";
import type { Deed } from "#domain/trail.ts";
import type { Refusal } from "#lib/refusal.ts";
import { refusalFrom } from "../../asking.svelte.ts";
import { call } from "../../call.ts";
import { office } from "../../office.svelte.ts";

const atOnce = 6;
const day = 24 * 60 * 60_000;
/** What can be asked for, by the word that stands in the address. */
const asked = ["from", "to", "cluster", "unit", "person", "kind", "words"] as const;
export type Asked = Record<(typeof asked)[number], string>;

/** Who did what in a year: read a part at a time, searched here. What is asked for stands in the address. */
export class Trail {
  readonly year: number;
  asked: Asked = $state({ from: "", to: "", cluster: "", unit: "", person: "", kind: "", words: "" });
  clusters = $state.raw<readonly Cluster[]>([]);
  refusal = $state.raw<Refusal>();
  done = $state(0);
  of = $state(0);
  #deeds = $state.raw<readonly Deed[]>([]);
  #reading = 0;
  readonly isWhole = $derived(this.of > 0 && this.done === this.of);
  readonly shown = $derived(this.#deeds.filter((deed) => this.#fits(deed)));
  readonly kinds = $derived([...new Set(this.#deeds.map(({ kind }) => kind))].toSorted());
  readonly people = $derived([...new Set(this.#deeds.map(({ by }) => by))].filter((by) => by !== ""));

  constructor(year: number, search: string) {
    this.year = year;
    const given = new URLSearchParams(search);
    for (const name of asked) this.asked[name] = given.get(name) ?? "";
    const today = dayOf(Date.now());
    this.asked.to ||= today;
    this.asked.from ||= dayOf(Date.now() - 30 * day);
    void this.read();
  }

  /** All days of the year that have been so far. */
  askYear() {
    const years = office.me?.years ?? [];
    const end = years.find(({ year }) => year === this.year)?.calendar.closed ?? "";
    const today = dayOf(Date.now());
    const last = end === "" ? today : dayOf(Date.parse(end));
    this.asked.from = `${this.year}-01-01`;
    this.asked.to = last < today ? last : today;
    history.replaceState(null, "", this.address);
    void this.read();
  }

  /** Changes what is asked for; other days or another cluster are read, the rest is sifted from what is here. */
  ask(name: keyof Asked, value: string) {
    this.asked[name] = value;
    history.replaceState(null, "", this.address);
    if (name === "from" || name === "to" || name === "cluster") void this.read();
  }

  clear() {
    const { from, to } = this.asked;
    const readsAll = this.asked.cluster === "";
    this.asked = { from, to, cluster: "", unit: "", person: "", kind: "", words: "" };
    history.replaceState(null, "", this.address);
    if (!readsAll) void this.read();
  }

  get address(): string {
    const given = Object.entries(this.asked).filter(([, value]) => value !== "");
    return `${location.pathname}?${new URLSearchParams(given)}`;
  }

  async read() {
    this.#reading += 1;
    const reading = this.#reading;
    const { from, to, cluster: only } = this.asked;
    if (!from || !to || from > to) return;
    try {
      this.refusal = undefined;
      this.clusters = await office.clustersIn(this.year);
      const days = { from, to };
      const { year } = this;
      const parts = [
        ...(only
          ? []
          : [
              () => call.rotation.readAccess(days).then((access) => access.flatMap(deedsOfAccess)),
              () => call.rotation.readCouncilTrail(days),
              () => call.rotation.readYearTrail({ year, ...days }),
            ]),
        ...this.clusters
          .filter(({ cluster }) => !only || cluster === only)
          .map(
            ({ cluster }) =>
              () =>
                call.rotation.readTrail({ year, cluster, ...days }),
          ),
      ];
      this.of = parts.length;
      this.done = 0;
      let deeds: Deed[] = [];
      for (let first = 0; first < parts.length; first += atOnce) {
        const some = await Promise.all(parts.slice(first, first + atOnce).map((part) => part()));
        // Other days were asked for meanwhile: these are no longer wanted.
        if (reading !== this.#reading) return;
        deeds = [...deeds, ...some.flat()];
        this.done += some.length;
        this.#deeds = deeds.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
      }
    } catch (error) {
      if (reading === this.#reading) this.refusal = refusalFrom(error);
    }
  }

  #fits({ by, kind, key }: Deed): boolean {
    const { unit, person, kind: wanted } = this.asked;
    const isTheirs = by === person || key["person"] === person;
    return (!person || isTheirs) && (!wanted || kind === wanted) && (!unit || key["unit"] === unit);
  }
}

const dayOf = (now: number) => new Date(now + 7 * 60 * 60_000).toISOString().slice(0, "2026-01-01".length);
