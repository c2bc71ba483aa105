import { SvelteSet } from "svelte/reactivity";
import type { Cluster, Settings } from "#domain/cluster.ts";
import { unitsIn } from "#domain/readiness.ts";
import { timesSaved } from "#domain/saved.ts";
import type { Scheme } from "#domain/scheme.ts";
import { heirOf } from "#domain/unit.ts";
import type { Refusal } from "#lib/refusal.ts";
import { refusalFrom } from "../../asking.svelte.ts";
import { call } from "../../call.ts";
import { office } from "../../office.svelte.ts";
import { changedIn, settingsOf } from "./settled.ts";

const fewClusters = 8;

/** Who is in which cluster of a year. Each move is stored at once and can be taken back. */
export class Grouping {
  readonly year: number;
  clusters = $state.raw<readonly Cluster[]>([]);
  schemes = $state.raw<readonly Scheme[]>([]);
  readonly chosen = new SvelteSet<string>();
  /** Whether all are open, once somebody has said so; and those that are not as the rest. */
  areOpen = $state<boolean>();
  readonly #turned = new SvelteSet<string>();
  query = $state("");
  isRead = $state(false);
  isBusy = $state(false);
  refusal = $state.raw<Refusal>();
  copied = $state(0);
  copying = $state(0);
  readonly units = $derived.by(() => this.#inOrder(unitsIn(this.year, [...office.units.values()])));
  readonly #placed = $derived(new Set(this.clusters.flatMap(({ members }) => members)));
  readonly out = $derived(this.units.filter((unit) => !this.#placed.has(unit)));
  readonly found = $derived(new Set(this.#matching()));
  readonly twice = $derived(
    this.clusters
      .filter(({ within }) => within === undefined)
      .flatMap(({ members }) => members)
      .filter((unit, at, all) => all.indexOf(unit) !== at),
  );

  constructor(year: number) {
    this.year = year;
    void this.read();
  }

  read() {
    return this.#do(async () => {
      const [clusters, schemes, before] = await Promise.all([
        office.clustersIn(this.year),
        call.scoring.listSchemes({ year: this.year }),
        this.before === undefined ? [] : call.scoring.listSchemes({ year: this.before }),
      ]);
      this.clusters = clusters;
      this.schemes = [...schemes, ...before].filter(({ published }) => published);
      this.isRead = true;
    });
  }

  /** Few clusters stand open; of many each is opened by hand, or all of them. A search opens whatever it finds. */
  isOpen({ cluster }: Cluster): boolean {
    if (this.query !== "") return true;
    return this.#turned.has(cluster) !== (this.areOpen ?? this.clusters.length <= fewClusters);
  }

  open(cluster: Cluster, isOpen: boolean) {
    if (this.query !== "" || this.isOpen(cluster) === isOpen) return;
    if (this.#turned.has(cluster.cluster)) this.#turned.delete(cluster.cluster);
    else this.#turned.add(cluster.cluster);
  }

  openAll(areOpen: boolean) {
    this.#turned.clear();
    this.areOpen = areOpen;
  }

  /** The year before, where the council has one. */
  get before(): number | undefined {
    return office.me?.years.find(({ year }) => year === this.year - 1)?.year;
  }

  membersOf(cluster: Cluster): string[] {
    return this.#inOrder(cluster.members).filter((unit) => this.found.has(unit));
  }

  /** Moves units, and gives the way back: each to where it was, with the offices held there. */
  async move(units: readonly string[], to: string | null): Promise<(() => Promise<unknown>) | undefined> {
    const was = this.clusters;
    const to_ = Object.fromEntries(units.map((unit) => [unit, to]));
    const from = Object.fromEntries(
      units.map((unit) => [unit, was.find(({ members }) => members.includes(unit))?.cluster ?? null]),
    );
    if (!(await this.#place(to_, from))) return undefined;
    this.chosen.clear();
    return async () => {
      if (!(await this.#place(from, to_))) return;
      for (const cluster of was) {
        const now = this.knownOf(cluster.cluster);
        const lostOffice = now?.head !== cluster.head || now?.deputies.length !== cluster.deputies.length;
        if (now && lostOffice) await this.save(settingsOf(cluster), now);
      }
    };
  }

  knownOf(id: string): Cluster | undefined {
    return this.clusters.find(({ cluster }) => cluster === id);
  }

  /**
   * Stores what is settled of a cluster over what was before whoever wrote, and leaves its members and days as they are
   * by now; tells whether it was taken.
   */
  save(settings: Settings, before: Cluster): Promise<boolean> {
    const { year, cluster } = before;
    return this.#do(async () => {
      const now = await call.units.readCluster({ year, cluster });
      this.#take([now]);
      const { head, calendar: _calendar, ...rest } = settings;
      const body = {
        ...rest,
        members: now.members,
        ...(head && now.members.includes(head) && { head }),
        deputies: settings.deputies.filter((unit) => now.members.includes(unit)),
        // Only what a form settles can be lost by it: another's moving of units is no reason to look again.
        seen: timesSaved(changedIn(before, now).length === 0 ? now : before),
      };
      this.#take([await call.units.saveCluster({ year, clusterId: cluster, body })]);
    });
  }

  /** Takes a cluster away, and gives the way back; what stands in the way is the refusal. */
  async remove(cluster: Cluster): Promise<(() => Promise<unknown>) | undefined> {
    const at = { year: this.year, clusterId: cluster.cluster };
    const isGone = await this.#do(async () => {
      await call.units.removeCluster({ ...at, body: { seen: timesSaved(cluster) } });
      this.clusters = this.clusters.filter((each) => each.cluster !== cluster.cluster);
      office.forgetClusters(this.year);
    });
    if (!isGone) return undefined;
    return () =>
      this.#do(async () =>
        this.#take([await call.units.saveCluster({ ...at, body: { ...settingsOf(cluster), seen: 0 } })]),
      );
  }

  add(name: string, kind: Settings["kind"]): Promise<boolean> {
    const clusterId = idFor(name, new Set(this.clusters.map(({ cluster }) => cluster)));
    const body = { kind, name, members: [], deputies: [], rules: { partedBy: [] }, seen: 0 };
    return this.#do(async () =>
      this.#take([await call.units.saveCluster({ year: this.year, clusterId, body })]),
    );
  }

  /** The clusters of the year before, with whoever takes part now; offices are chosen anew. */
  copy(): Promise<boolean> {
    return this.#do(async () => {
      const { before } = this;
      if (before === undefined) return;
      const clusters = (await office.clustersIn(before)).filter(({ members }) => members.length > 0);
      this.copied = 0;
      this.copying = clusters.length;
      const taking = new Set(this.units);
      const outer = clusters.filter(({ within }) => within === undefined);
      const inner = clusters.filter(({ within }) => within !== undefined);
      for (const cluster of [...outer, ...inner]) {
        const {
          head: _head,
          calendar: _calendar,
          notes: _notes,
          quota: _quota,
          ...settings
        } = settingsOf(cluster);
        const heirs = cluster.members.map((unit) => heirOf(unit, office.units, this.year));
        const body = {
          ...settings,
          seen: timesSaved(this.knownOf(cluster.cluster)),
          deputies: [],
          members: [...new Set(heirs)].filter((unit) => taking.has(unit)),
          ...(cluster.scheme && { scheme: { year: before, ...cluster.scheme } }),
        };
        this.#take([await call.units.saveCluster({ year: this.year, clusterId: cluster.cluster, body })]);
        this.copied += 1;
      }
    });
  }

  #place(places: Record<string, string | null>, from: Record<string, string | null>) {
    return this.#do(async () =>
      this.#take(await call.units.placeUnits({ year: this.year, body: { places, from } })),
    );
  }

  #take(changed: readonly Cluster[]) {
    const now = new Map(changed.map((cluster) => [cluster.cluster, cluster]));
    const known = this.clusters.map((cluster) => now.get(cluster.cluster) ?? cluster);
    const added = changed.filter(({ cluster }) => known.every((each) => each.cluster !== cluster));
    this.clusters = [...known, ...added];
    office.forgetClusters(this.year);
  }

  async #do(work: () => Promise<unknown>): Promise<boolean> {
    this.isBusy = true;
    try {
      await work();
      this.refusal = undefined;
      return true;
    } catch (error) {
      this.refusal = refusalFrom(error);
      if (this.refusal.status === 409) await this.#readAgain();
      return false;
    } finally {
      this.isBusy = false;
      this.copying = 0;
    }
  }

  /** What somebody else has changed meanwhile is shown beside the refusal. */
  async #readAgain() {
    office.forgetClusters(this.year);
    this.clusters = await office.clustersIn(this.year).catch(() => this.clusters);
  }

  #inOrder(units: readonly string[]): string[] {
    const names = new Map(units.map((unit) => [unit, office.nameOf(unit, this.year)]));
    return units.toSorted((a, b) => collator.compare(names.get(a) ?? a, names.get(b) ?? b));
  }

  #matching(): string[] {
    const wanted = plain(this.query);
    const all = [...new Set([...this.units, ...this.#placed])];
    return wanted === "" ? all : all.filter((unit) => plain(office.nameOf(unit, this.year)).includes(wanted));
  }
}

const collator = new Intl.Collator("vi", { numeric: true });

/** As it is typed in haste: without marks, small. */
const plain = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().trim();

/** A readable id for a name, with a number behind it where it is taken. */
export function idFor(name: string, taken: ReadonlySet<string>): string {
  const id =
    plain(name)
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 34)
      .replace(/-$/, "") || "cum";
  if (!taken.has(id)) return id;
  for (let no = 2; ; no++) if (!taken.has(`${id}-${no}`)) return `${id}-${no}`;
}
