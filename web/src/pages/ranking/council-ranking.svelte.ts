import type { api } from "#api";
import { plainOf } from "#domain/alike.ts";
import type { Cluster } from "#domain/cluster.ts";
import type { Given } from "#lib/route.ts";
import { call } from "../../call.ts";

type Page = Given<typeof api.scoring.readCouncilRanking>[number];
export type Placed = Page["standings"][number];
type Ranked = { cluster: string; name: string; standings: readonly Placed[] };
type Told = { clusters: readonly Cluster[]; pages: readonly Page[]; nameOf: (unit: string) => string };

/** As many clusters as a page shows at once; more are asked for. */
const step = 30;

/** Every announced cluster of a council, found by the name of a cluster or of a unit. */
export class CouncilRanking {
  search = $state("");
  shown = $state(step);
  #pages = $state.raw<readonly Page[]>([]);
  readonly #told: Told;

  constructor(told: Told) {
    this.#told = told;
    this.#pages = told.pages;
  }

  readonly ranked = $derived.by((): Ranked[] => {
    const pages = new Map(this.#pages.map((page) => [page.cluster, page.standings]));
    return this.#told.clusters.flatMap(({ cluster, name }) => {
      const standings = pages.get(cluster);
      return standings ? [{ cluster, name, standings: standings.toSorted((a, b) => a.rank - b.rank) }] : [];
    });
  });

  /** Whole clusters where their name is asked for, else the units that are. */
  readonly found = $derived.by((): Ranked[] => {
    const wanted = plainOf(this.search);
    if (wanted === "") return this.ranked;
    return this.ranked.flatMap((ranked) => {
      if (plainOf(ranked.name).includes(wanted)) return [ranked];
      const standings = ranked.standings.filter(({ unit }) =>
        plainOf(this.#told.nameOf(unit)).includes(wanted),
      );
      return standings.length > 0 ? [{ ...ranked, standings }] : [];
    });
  });

  get clusters(): number {
    return this.#told.clusters.length;
  }

  /** Announced by their heads and not gathered here yet. */
  get waiting(): number {
    const here = new Set(this.#pages.map(({ cluster }) => cluster));
    return this.#told.clusters.filter(({ cluster, announced }) => announced && !here.has(cluster)).length;
  }

  more() {
    this.shown += step;
  }

  async gather(year: number) {
    await call.scoring.announceCouncilRanking({ year });
    this.#pages = await call.scoring.readCouncilRanking({ year });
  }
}
