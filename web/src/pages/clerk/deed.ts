import type { Cluster } from "#domain/cluster.ts";
import type { Deed } from "#domain/trail.ts";
import type { language as theLanguage } from "../../language.svelte.ts";
import { office } from "../../office.svelte.ts";
import { addressOf } from "../../router.svelte.ts";
import { folded } from "../../search/matching.ts";
import { trailWords } from "../../words/trail.svelte.ts";

type Known = { language: typeof theLanguage; year: number; clusters: ReadonlyMap<string, Cluster> };

/** Who it was, in words: what is kept carries ids. */
export function handOf({ by }: Deed): string {
  if (by === "") return trailWords.current.somebody;
  if (by === "schedule") return trailWords.current.schedule;
  const name = office.personNameOf(by);
  return name === by && by === "operator" ? trailWords.current.operator : name;
}

/** What was done, in words: "nộp phiếu của Lạng Sơn, lần 2". */
export function wordsOf(deed: Deed, { language, year, clusters }: Known): string {
  const { key, kind, title } = deed;
  const [unit, cluster, person] = [key["unit"], key["cluster"], key["person"]].map((id) =>
    id === undefined ? "" : String(id),
  );
  const say = trailWords.current;
  const thing =
    title ??
    (kind === "person" || kind === "slip" || kind === "access"
      ? person
        ? office.personNameOf(person)
        : say.noPerson
      : kind === "year"
        ? language.words.cluster.yearShort(Number(key["year"])).toLowerCase()
        : say.kindOf(kind));
  return say.did({
    deed,
    thing,
    unit: unit ? office.nameOf(unit, year) : "",
    cluster: (kind === "cluster" ? title : undefined) ?? clusters.get(cluster ?? "")?.name ?? cluster ?? "",
  });
}

/** Those in whose line, as it is told, every word stands, with or without its marks. */
export function withWords(deeds: readonly Deed[], typed: string, known: Known): readonly Deed[] {
  const words = folded(typed).split(" ").filter(Boolean);
  if (words.length === 0) return deeds;
  return deeds.filter((deed) => {
    const line = lineOf(deed, known);
    return words.every((word) => line.includes(word));
  });
}

/** A line is told once, however many keys are typed after that. */
const lines = new WeakMap<Deed, { in: unknown; line: string }>();
function lineOf(deed: Deed, known: Known): string {
  const was = lines.get(deed);
  if (was?.in === trailWords.current) return was.line;
  const line = folded(`${handOf(deed)} ${wordsOf(deed, known)}`);
  lines.set(deed, { in: trailWords.current, line });
  return line;
}

/** Where the thing is, where it has a page. */
export function placeOf({ kind, key }: Deed, year: number): string | undefined {
  const [cluster, unit, conference] = [key["cluster"], key["unit"], key["conference"]];
  const at = { year: key["year"] ?? year, cluster: cluster ?? "" };
  if (kind === "year") return addressOf("calendar", { year: at.year });
  if (kind === "notice") return addressOf("notices", at);
  if (kind === "unit" && unit !== undefined) return addressOf("unit", { unit });
  if (kind === "person" || kind === "slip" || kind === "access") return addressOf("people", {});
  if (kind === "council") return addressOf("council", {});
  if (cluster === undefined) return undefined;
  if (kind === "sheet" && unit !== undefined) return addressOf("sheet", { ...at, unit });
  if (kind === "covenant" || kind === "signature" || kind === "reached") return addressOf("covenant", at);
  if (kind === "movement" || kind === "contribution") return addressOf("movements", at);
  if (conference !== undefined) return addressOf("conference", { ...at, conference });
  if (kind === "poll" || kind === "papers") return addressOf("polls", at);
  return addressOf("board", at);
}
