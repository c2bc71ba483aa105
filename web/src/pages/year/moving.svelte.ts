import type { Calendar, Phase } from "#domain/calendar.ts";
import type { Cluster } from "#domain/cluster.ts";
import type { Refusal } from "#lib/refusal.ts";
import { refusalFrom } from "../../asking.svelte.ts";
import { call } from "../../call.ts";

export const movable = ["running", "scoring", "review", "voting", "counting"] as const satisfies Phase[];
export type Movable = (typeof movable)[number];
type Days = Partial<Pick<Calendar, Movable>>;

/** Deadlines of several clusters moved, one cluster after another: each is a decision of its own. */
export class Moving {
  isBusy = $state(false);
  done = $state(0);
  of = $state(0);
  /** Clusters whose deadline could not be moved, and why; the others go on. */
  failed = $state.raw<readonly { cluster: Cluster; refusal: Refusal }[]>([]);

  /** Gives the clusters as they are now. */
  async move(
    clusters: readonly Cluster[],
    days: (cluster: Cluster) => Days,
    reason: string,
  ): Promise<Cluster[]> {
    this.isBusy = true;
    this.failed = [];
    this.done = 0;
    this.of = clusters.length;
    const moved: Cluster[] = [];
    for (const cluster of clusters) {
      try {
        moved.push(await moveOne(cluster, days(cluster), reason));
      } catch (error) {
        this.failed = [...this.failed, { cluster, refusal: refusalFrom(error) }];
      }
      this.done += 1;
    }
    this.isBusy = false;
    return moved;
  }
}

/** Earlier days from the front, later ones from the back, so that the order of phases holds at every step. */
async function moveOne(cluster: Cluster, days: Days, reason: string): Promise<Cluster> {
  const was = cluster.calendar;
  const changed = movable.filter((phase) => days[phase] !== undefined && days[phase] !== was[phase]);
  const earlier = changed.filter((phase) => (days[phase] ?? "") < was[phase]);
  const later = changed.filter((phase) => (days[phase] ?? "") > was[phase]).toReversed();
  let now = cluster;
  for (const phase of [...earlier, ...later])
    now = await call.rotation.moveDeadline({
      year: cluster.year,
      cluster: cluster.cluster,
      body: { phase, starts: days[phase] ?? "", reason, was: now.calendar[phase] },
    });
  return now;
}
