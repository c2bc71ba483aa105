import type { Cluster } from "#domain/cluster.ts";
import { type Ready, readinessOf } from "#domain/readiness.ts";
import type { Refusal } from "#lib/refusal.ts";
import { refusalFrom } from "../../asking.svelte.ts";
import { call } from "../../call.ts";
import { office } from "../../office.svelte.ts";

/** What a year needs before it can begin, read from where each thing is. */
export class Preparation {
  readonly year: number;
  clusters = $state.raw<readonly Cluster[]>([]);
  ready = $state.raw<readonly Ready[]>();
  refusal = $state.raw<Refusal>();

  constructor(year: number) {
    this.year = year;
    void this.read();
  }

  async read() {
    try {
      this.refusal = undefined;
      const year = office.me?.years.find((each) => each.year === this.year);
      if (!year) return;
      const [clusters, people, slips, progress] = await Promise.all([
        office.clustersIn(this.year),
        call.units.listPeople({}),
        call.units.listSlips({}),
        call.rotation.listProgress({ year: this.year }),
      ]);
      const invited = new Set(slips.map(({ person }) => person));
      const covenants = new Set(
        progress.flatMap(({ cluster, hasCovenant }) => (hasCovenant ? [cluster] : [])),
      );
      this.clusters = clusters;
      this.ready = readinessOf({
        year,
        clusters,
        people,
        invited,
        covenants,
        units: [...office.units.values()],
      });
    } catch (error) {
      this.refusal = refusalFrom(error);
    }
  }
}
