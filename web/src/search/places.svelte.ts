import type { Cluster } from "#domain/cluster.ts";
import { nameIn } from "#domain/unit.ts";
import { visiting } from "../demo/visit.svelte.ts";
import { language } from "../language.svelte.ts";
import { office } from "../office.svelte.ts";
import { menuOf } from "../parts/menu.svelte.ts";
import type { IconName } from "../parts/Sprite.svelte";
import { addressOf, router } from "../router.svelte.ts";
import { demoWords } from "../words/demo.svelte.ts";

export type Place = {
  kind: "page" | "unit" | "person" | "cluster" | "year";
  icon: IconName;
  name: string;
  /** What else it is known by. */
  also?: string | undefined;
  note: string;
  address: string;
};

/** Everything one may go to from here: what is read of the council anyway, and the clusters of one year. */
export class Places {
  #clusters = $state.raw<readonly Cluster[]>([]);
  readonly #year = router.year || office.year?.year || 0;

  constructor() {
    // Without a network and never read: then there are no clusters to find, and all else is.
    if (this.#year > 0)
      void office.clustersIn(this.#year).then(
        (read) => (this.#clusters = read),
        () => {},
      );
  }

  readonly all = $derived.by((): Place[] => [
    ...this.#pages(),
    ...this.#demo(),
    ...this.#clustersHere(),
    ...this.#units(),
    ...this.#people(),
    ...this.#years(),
  ]);

  #pages(): Place[] {
    const { menu } = language.words.frame;
    return menuOf(router, office).map(({ name, icon, address }) => ({
      kind: "page",
      icon,
      name: menu[name],
      note: this.#clusterNamed(router.cluster),
      address,
    }));
  }

  /** It stands in no menu, being nobody's daily work. */
  #demo(): Place[] {
    if (!office.isClerk || visiting.isInside) return [];
    const { title, link } = demoWords.current;
    const address = addressOf("demo", {});
    return [{ kind: "page", icon: "info", name: title, also: `${link} demo`, note: "", address }];
  }

  #clustersHere(): Place[] {
    const year = this.#year;
    return this.#clusters.map(({ cluster, name }) => ({
      kind: "cluster",
      icon: "board",
      name,
      also: cluster,
      note: language.words.cluster.yearShort(year),
      address: addressOf("board", { year, cluster }),
    }));
  }

  #units(): Place[] {
    return Array.from(office.units.values()).flatMap((unit) => {
      const at = this.#placeOf(unit.unit);
      return at
        ? [
            {
              kind: "unit" as const,
              icon: "unit" as const,
              name: nameIn(unit, this.#year),
              also: unit.unit,
              ...at,
            },
          ]
        : [];
    });
  }

  #people(): Place[] {
    return office.people.flatMap(({ person, name, unit }) => {
      const at = unit && this.#placeOf(unit);
      return at
        ? [
            {
              kind: "person" as const,
              icon: "people" as const,
              name,
              also: person,
              ...at,
              note: office.nameOf(unit, this.#year),
            },
          ]
        : [];
    });
  }

  #years(): Place[] {
    return (office.me?.years ?? []).map(({ year }) => ({
      kind: "year",
      icon: "calendar",
      name: language.words.cluster.yearOf(year),
      also: String(year),
      note: language.words.clusters.title(year),
      address: addressOf("clusters", { year }),
    }));
  }

  /** A unit is found at its sheet in its cluster, and one without a cluster at its record through the years. */
  #placeOf(unit: string): { note: string; address: string } | undefined {
    const year = this.#year;
    if (year === 0) return undefined;
    const cluster = this.#clusters.find(({ members }) => members.includes(unit));
    const say = language.words.search;
    return cluster
      ? {
          note: say.inCluster(cluster.name, year),
          address: addressOf("sheet", { year, cluster: cluster.cluster, unit }),
        }
      : { note: say.notIn(year), address: addressOf("profile", { unit }) };
  }

  #clusterNamed(id: string): string {
    return this.#clusters.find(({ cluster }) => cluster === id)?.name ?? "";
  }
}
