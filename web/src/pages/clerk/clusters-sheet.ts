import type { Cluster } from "#domain/cluster.ts";
import { language } from "../../language.svelte.ts";
import { office } from "../../office.svelte.ts";
import type { Sheet } from "../../spreadsheet/described.ts";
import { crossCheckWords } from "../../words/cross-check.svelte.ts";
import { rankingWords } from "../../words/ranking.svelte.ts";
import type { Overview } from "./overview.svelte.ts";

/** Every cluster that is seen here, a line a member: its office, and how far it is. */
export function clustersSheet({ year, standing }: Overview): Sheet {
  const { clerk, excel, phases } = language.words;
  const officeIn = ({ head, deputies, kind }: Cluster, unit: string) =>
    head === unit ? excel.head(kind) : deputies.includes(unit) ? excel.deputy(kind) : "";
  return {
    name: clerk.clusters,
    title: clerk.title(year),
    under: [office.me?.council.name ?? ""],
    headings: [
      excel.cluster,
      rankingWords.current.unit,
      excel.office,
      excel.phase,
      excel.covenant,
      excel.sheet,
      excel.filled,
      excel.lines,
    ],
    rows: standing.flatMap(({ cluster, progress }) =>
      progress.units.map(({ unit, signed, state, filled, of }) => [
        cluster.name,
        office.nameOf(unit, year),
        officeIn(cluster, unit),
        phases[progress.phase],
        excel.signed(signed),
        crossCheckWords.current.states[state],
        filled,
        of,
      ]),
    ),
  };
}
