import { language } from "../../language.svelte.ts";
import type { Heading, Sheet, Value } from "../../spreadsheet/described.ts";
import { rankingWords } from "../../words/ranking.svelte.ts";
import type { CouncilRanking } from "./council-ranking.svelte.ts";
import type { Ranking, Row } from "./ranking.svelte.ts";

type Column = [Heading, (row: Row) => Value];

/** A cluster's ranking to take away: each place with its parts, last year's place and the reason. */
export async function rankingSheet(ranking: Ranking): Promise<Sheet> {
  const { place, rows, byRate } = ranking;
  const { year } = place.year;
  const { excel } = language.words;
  const say = rankingWords.current;
  const { awardName } = await import("../../words/award.ts");
  const when = <T>(is: boolean, columns: T[]) => (is ? columns : []);
  const parts = (rows[0]?.parts ?? []).map(
    ({ code }, at): Column => [code === "+" ? say.bonus : say.part(code), ({ parts }) => parts[at]?.points],
  );
  const columns: Column[] = [
    [say.rank, ({ rank }) => rank],
    [say.unit, ({ unit }) => place.nameOf(unit)],
    ...when<Column>(
      rows.some(({ band }) => band !== undefined),
      [[excel.band, ({ band }) => band]],
    ),
    ...parts,
    [say.claimed, ({ claimed }) => claimed],
    [say.total, ({ total }) => total],
    ...when<Column>(byRate, [
      [say.assigned, ({ assigned }) => assigned],
      [{ heading: say.rate, as: "percent" }, ({ rate }) => rate],
    ]),
    ...when<Column>(
      rows.some(({ before }) => before),
      [[excel.rankIn(year - 1), ({ before }) => before?.rank]],
    ),
    ...when<Column>(
      rows.some(({ honours }) => honours.length > 0),
      [[excel.proposed, ({ honours }) => honours.map((award) => awardName(award, language.name)).join("; ")]],
    ),
    [excel.because, (row) => say.because(row, (unit) => place.shortNameOf(unit), language.format)],
  ];
  const total = language.format.number(ranking.scheme?.table.total ?? 0);
  return {
    name: say.tab,
    title: say.title(year),
    under: [
      place.cluster.name,
      say.basis(byRate, total, place.phase()),
      ...when(!ranking.announced, [say.hidden]),
    ],
    headings: columns.map(([heading]) => heading),
    rows: rows.map((row) => columns.map(([, value]) => value(row))),
  };
}

/** The ranking of a whole council, as far as it is looked at: the clusters found, a line a unit. */
export function councilSheet(
  { found }: CouncilRanking,
  { year, council, nameOf }: { year: number; council: string; nameOf: (unit: string) => string },
): Sheet {
  const { excel } = language.words;
  const say = rankingWords.current;
  return {
    name: say.councilTab,
    title: say.council.title(year),
    under: [council],
    headings: [excel.cluster, say.rank, say.unit, { heading: say.rate, as: "percent" }, say.total],
    rows: found.flatMap(({ name, standings }) =>
      standings.map(({ unit, rank, rate, total }) => [name, rank, nameOf(unit), rate, total]),
    ),
  };
}
