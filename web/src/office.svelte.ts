import type { api } from "#api";
import { type Caller, expectMay, officesOf, type RightName } from "#domain/caller.ts";
import type { Cluster } from "#domain/cluster.ts";
import { nameIn, type Unit } from "#domain/unit.ts";
import { phaseOf, type Year } from "#domain/year.ts";
import type { Given } from "#lib/route.ts";
import { refusalOf } from "./asking.svelte.ts";
import { call } from "./call.ts";
import { directory } from "./directory.svelte.ts";
import { shortNamesOf } from "./short-names.ts";

type Me = Given<typeof api.units.readMe>;

/** Who is signed in, and what of the council they may see. */
class Office {
  me = $state.raw<Me>();
  units = $state.raw<ReadonlyMap<string, Unit>>(new Map());
  /** Everybody of the council by name, and their unit where they have one. */
  people = $state.raw<Given<typeof api.units.listNames>>([]);
  #people = $state.raw<ReadonlyMap<string, string>>(new Map());
  #clusters = new Map<number, Promise<Cluster[]>>();

  /** The year people mean unless they say another: the last one that is not closed, else the last. */
  readonly year = $derived(
    this.me?.years.filter(({ state }) => state !== "closed").at(0) ?? this.me?.years.at(-1),
  );
  readonly isClerk = $derived(this.me?.person.role === "clerk");
  readonly ownUnit = $derived(this.me?.person.unit);

  async read() {
    const [me, units, people] = await Promise.all([
      call.units.readMe({}),
      call.units.listUnits({}),
      call.units.listNames({}),
    ]);
    this.people = people;
    this.#people = new Map(people.map(({ person, name }) => [person, name]));
    this.units = new Map(units.map((unit) => [unit.unit, unit]));
    this.#clusters.clear();
    directory.people = this.#people;
    directory.contact = me.council.contact;
    directory.units = new Map(
      units.map((unit) => [unit.unit, nameIn(unit, new Date(Date.now()).getFullYear())]),
    );
    this.me = { ...me, years: me.years.toSorted((a, b) => a.year - b.year) };
  }

  leave() {
    this.me = undefined;
    this.#clusters.clear();
  }

  /** Clusters of a year in the order people count them: Cụm 2 before Cụm 10. */
  clustersIn(year: number): Promise<Cluster[]> {
    const known = this.#clusters.get(year) ?? call.units.listClusters({ year }).then(inOrder);
    this.#clusters.set(year, known);
    known.catch(() => this.#clusters.delete(year));
    return known;
  }

  /** After a change: whoever asks next reads them anew. */
  forgetClusters(year: number) {
    this.#clusters.delete(year);
  }

  /** The clusters of a year that are this person's: where their unit is a member, or all for whoever serves the council. */
  async ownClustersIn(year: number): Promise<Cluster[]> {
    const clusters = await this.clustersIn(year);
    return this.ownUnit === undefined
      ? clusters
      : clusters.filter(({ members }) => members.includes(this.ownUnit ?? ""));
  }

  /** One cluster in one year, read anew: whoever comes to a page sees what is so now. */
  async enter(yearNo: number, clusterId: string): Promise<Place> {
    if (!this.me) await this.read();
    const cluster = await call.units.readCluster({ year: yearNo, cluster: clusterId });
    const year = this.me?.years.find(({ year }) => year === yearNo);
    if (!this.me || !year) throw new Error(`There is no year ${yearNo}.`);
    return new Place({ me: this.me, year, cluster, units: this.units });
  }

  nameOf(unit: string, year: number): string {
    const known = this.units.get(unit);
    return known ? nameIn(known, year) : unit;
  }

  /** What is kept carries ids; the name comes from the one place that holds it. */
  personNameOf(person: string): string {
    return this.#people.get(person) ?? person;
  }
}

const inOrder = (clusters: Cluster[]) =>
  clusters.toSorted((a, b) => a.name.localeCompare(b.name, "vi", { numeric: true }));

export const office = new Office();

/** A cluster in a year, as one person stands to it. */
export class Place {
  readonly year: Year;
  /** The year before, where the council has one. */
  readonly before: Year | undefined;
  readonly cluster: Cluster;
  readonly caller: Caller;
  readonly names: ReadonlyMap<string, string>;
  /** Without what all names begin with: `Lạng Sơn` for `Sở VHTTDL Lạng Sơn`. */
  readonly short: ReadonlyMap<string, string>;
  /** What all names begin with. */
  readonly kind: string;

  constructor({
    me,
    year,
    cluster,
    units,
  }: { me: Me; year: Year; cluster: Cluster; units: ReadonlyMap<string, Unit> }) {
    const { person, council } = me;
    const { unit, agency } = person;
    this.year = year;
    this.before = me.years.find((each) => each.year === year.year - 1);
    this.cluster = cluster;
    this.caller = {
      council: council.council,
      person: person.person,
      role: person.role,
      ...(unit && { unit }),
      ...(agency && { agency }),
    };
    this.names = new Map(
      cluster.members.map((id) => {
        const known = units.get(id);
        return [id, known ? nameIn(known, year.year) : id];
      }),
    );
    const { kind, short } = shortNamesOf(this.names);
    this.kind = kind;
    this.short = short;
  }

  get at() {
    return { year: this.year.year, cluster: this.cluster.cluster };
  }

  /** The calendar that counts: the cluster's own, and the year's for its end. */
  get calendar() {
    return { ...this.cluster.calendar, closed: this.year.calendar.closed };
  }

  phase(now = Date.now()) {
    return phaseOf(this.year, this.cluster.calendar, new Date(now).toISOString());
  }

  nameOf(unit: string): string {
    return this.names.get(unit) ?? unit;
  }

  shortNameOf(unit: string): string {
    return this.short.get(unit) ?? this.nameOf(unit);
  }

  /** As one of a list: whole, unless names are so long that what all begin with hides what tells them apart. */
  listNameOf(unit: string): string {
    const longest = Math.max(...Array.from(this.names.values(), ({ length }) => length));
    return longest > 34 ? this.shortNameOf(unit) : this.nameOf(unit);
  }

  /** Their own unit, where it is a member here. */
  get ownUnit(): string | undefined {
    return this.caller.unit && this.cluster.members.includes(this.caller.unit) ? this.caller.unit : undefined;
  }

  /** The same rule the server asks, so that a button is there only where it would be answered. */
  refusalFor(right: RightName, unit?: string) {
    const { year, cluster } = this;
    return refusalOf(() =>
      expectMay(this.caller, right, { year, cluster, unit }, new Date(Date.now()).toISOString()),
    );
  }

  may(right: RightName, unit?: string): boolean {
    return this.refusalFor(right, unit) === undefined;
  }

  officeOf(unit: string): "head" | "deputy" | undefined {
    if (this.cluster.head === unit) return "head";
    return this.cluster.deputies.includes(unit) ? "deputy" : undefined;
  }

  /** Whether they lead the cluster or serve its council. */
  get isLeading(): boolean {
    const offices = officesOf(this.caller, { cluster: this.cluster });
    return offices.has("head") || offices.has("clerk");
  }
}
