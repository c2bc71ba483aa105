import type { api } from "#api";
import { type Phase, phases } from "#domain/calendar.ts";
import type { Cluster } from "#domain/cluster.ts";
import type { Refusal } from "#lib/refusal.ts";
import type { Given } from "#lib/route.ts";
import { Asking, refusalFrom } from "../../asking.svelte.ts";
import { call } from "../../call.ts";
import { type Left, leftUntil } from "../../left.ts";
import { office } from "../../office.svelte.ts";
import { isIn } from "../board/board.svelte.ts";

export type Progress = Given<typeof api.rotation.readProgress>;
type Unit = Progress["units"][number];
type Standing = { cluster: Cluster; progress: Progress };
export type Late = Unit & { cluster: Cluster };

/** Where all clusters of a year stand: who is late with what, and what is due next. */
export class Overview {
  readonly year: number;
  /** How many clusters there are, once that is known. */
  of = $state<number>();
  standing = $state.raw<readonly Standing[]>([]);
  readonly #reading = new Asking<void>();
  #unreminded = $state.raw<Refusal>();
  isReminding = $state(false);
  readonly late = $derived<Late[]>(
    this.standing.flatMap(({ cluster, progress }) =>
      progress.units.filter(({ owes }) => owes !== undefined).map((unit) => ({ ...unit, cluster })),
    ),
  );
  /** The phase most clusters are in; the earlier one where as many are in two. */
  readonly phase = $derived<Phase | undefined>(
    phases
      .map((phase) => ({
        phase,
        count: this.standing.filter(({ progress }) => progress.phase === phase).length,
      }))
      .toSorted((a, b) => b.count - a.count)
      .find(({ count }) => count > 0)?.phase,
  );

  /** What the one sentence is made from: the clusters in that phase, and whoever is late in any. */
  readonly most = $derived.by(() => {
    const { of, phase, late } = this;
    return { of, phase, late, standing: this.standing.filter(({ progress }) => progress.phase === phase) };
  });

  constructor(year: number) {
    this.year = year;
    void this.read();
  }

  read(): Promise<boolean> {
    this.#unreminded = undefined;
    return this.#reading.ask(async () => {
      const { year } = this;
      const [clusters, all] = await Promise.all([
        office.ownClustersIn(year),
        call.rotation.listProgress({ year }),
      ]);
      const progressOf = new Map(all.map((progress) => [progress.cluster, progress]));
      this.standing = clusters.flatMap((cluster) => {
        const progress = progressOf.get(cluster.cluster);
        return progress && cluster.members.length > 0 ? [{ cluster, progress }] : [];
      });
      this.of = this.standing.length;
    });
  }

  get isLate(): boolean {
    return this.#reading.isLate;
  }

  get refusal(): Refusal | undefined {
    return this.#reading.refusal ?? this.#unreminded;
  }

  /** Reminds one unit, or all that are late, a cluster at a time; tells how many were reminded by this. */
  async remind(only?: Late): Promise<number> {
    this.isReminding = true;
    this.#unreminded = undefined;
    const clusters = only
      ? [only.cluster]
      : [...new Set(this.waiting(Date.now()).map(({ cluster }) => cluster))];
    let count = 0;
    try {
      for (const cluster of clusters) {
        const body = only ? { units: [only.unit] } : {};
        const { reminded } = await call.rotation.remind({ ...this.#at(cluster), body });
        count += reminded.length;
        await this.#readAgain(cluster);
      }
    } catch (error) {
      this.#unreminded = refusalFrom(error);
    }
    this.isReminding = false;
    return count;
  }

  /** Who is late and was not reminded today. */
  waiting(now: number): Late[] {
    return this.late.filter(({ reminded }) => !reminded || dayOf(Date.parse(reminded)) !== dayOf(now));
  }

  /** What comes next in a year, soonest first: each day once, with the clusters it is for. */
  due(now: number): { phase: Phase; at: string; left: Left; clusters: Cluster[] }[] {
    const year = office.me?.years.find(({ year }) => year === this.year);
    const next = this.standing.flatMap(({ cluster, progress }) => {
      const phase = phases[phases.indexOf(progress.phase) + 1];
      if (!phase || phase === "covenant") return [];
      return [
        { phase, cluster, at: phase === "closed" ? (year?.calendar.closed ?? "") : cluster.calendar[phase] },
      ];
    });
    return Array.from(Map.groupBy(next, ({ phase, at }) => `${at} ${phase}`).values(), (same) => {
      const [{ phase, at } = { phase: "closed" as const, at: "" }] = same;
      return { phase, at, left: leftUntil(at, now), clusters: same.map(({ cluster }) => cluster) };
    }).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  }

  /** What comes next for the clusters the sentence is about. */
  next(now: number) {
    const due = this.due(now);
    return due.find(({ phase }) => phases[phases.indexOf(phase) - 1] === this.phase) ?? due[0];
  }

  #at = ({ cluster }: Cluster) => ({ year: this.year, cluster });

  async #readAgain(cluster: Cluster) {
    const now = { cluster, progress: await call.rotation.readProgress(this.#at(cluster)) };
    this.standing = this.standing.map((each) => (each.cluster === cluster ? now : each));
  }
}

/** How many units have done what the phase asks of them. */
export const doneIn = ({ phase, units }: Progress): number =>
  units.filter((unit) => hasDone(phase, unit)).length;

export function hasDone(phase: Phase, { signed, state }: Unit): boolean {
  if (phase === "covenant" || phase === "running") return signed;
  return phase === "scoring" ? isIn(state) : state === "final";
}

/** The day in Vietnam, as the server counts it. */
const dayOf = (now: number) => new Date(now + 7 * 60 * 60_000).toISOString().slice(0, "2026-01-01".length);
