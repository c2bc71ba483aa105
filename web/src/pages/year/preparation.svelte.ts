import type { Cluster } from "#domain/cluster.ts";
import { type Ready, readinessOf } from "#domain/readiness.ts";
import type { Refusal } from "#lib/refusal.ts";
import { refusalFrom } from "../../asking.svelte.ts";
import { call } from "../../call.ts";
import { office } from "../../office.svelte.ts";

const atOnce = 6;

/** What a year needs before it can begin, read from where each thing is. */
export class Preparation {
  readonly year: number;
  clusters = $state.raw<readonly Cluster[]>([]);
  ready = $state.raw<readonly Ready[]>();
  refusal = $state.raw<Refusal>();
  done = $state(0);

  constructor(year: number) {
    this.year = year;
    void this.read();
  }

  async read() {
    try {
      this.refusal = undefined;
      const year = office.me?.years.find((each) => each.year === this.year);
      if (!year) return;
      const [clusters, people, slips] = await Promise.all([
        office.clustersIn(this.year),
        call.units.listPeople({}),
        call.units.listSlips({}),
      ]);
      const invited = new Set(slips.map(({ person }) => person));
      this.clusters = clusters;
      const covenants = new Set<string>();
      for (let from = 0; from < clusters.length; from += atOnce) {
        const some = clusters.slice(from, from + atOnce).filter(({ members }) => members.length > 0);
        await Promise.all(
          some.map(async ({ cluster }) => {
            const { hasCovenant } = await call.rotation.readProgress({ year: this.year, cluster });
            if (hasCovenant) covenants.add(cluster);
          }),
        );
        this.done = Math.min(from + atOnce, clusters.length);
      }
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
