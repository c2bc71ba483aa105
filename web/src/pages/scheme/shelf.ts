import type { Cluster } from "#domain/cluster.ts";
import { linesOf, type Scheme } from "#domain/scheme.ts";

/** One table with all its versions, the newest first. */
export type Book = {
  scheme: string;
  title: string;
  versions: readonly Scheme[];
  /** The version being written, where there is one. */
  draft: Scheme | undefined;
  published: Scheme | undefined;
};

/** Which version a cluster is scored by; it may be of an earlier year. */
export const isUsedBy = ({ scheme: chosen, year }: Cluster, { scheme, no, year: of }: Scheme) =>
  chosen?.scheme === scheme && chosen.no === no && (chosen.year ?? year) === of;

/** Versions of earlier years that clusters are scored by, each once; their own year keeps them. */
export function lentTo(
  clusters: readonly Cluster[],
  year: number,
): { year: number; scheme: string; no: number }[] {
  const lent = clusters.flatMap(({ members, scheme }) =>
    members.length > 0 && scheme?.year !== undefined && scheme.year !== year
      ? [{ year: scheme.year, scheme: scheme.scheme, no: scheme.no }]
      : [],
  );
  return [...new Map(lent.map((each) => [Object.values(each).join(" "), each])).values()];
}

/** The tables of a year. Whoever does not write them sees what is published; their own clusters' come first. */
export function booksOf(
  schemes: readonly Scheme[],
  { mayWrite, clusters }: { mayWrite: boolean; clusters: readonly Cluster[] },
): Book[] {
  const shown = schemes.filter(({ published }) => mayWrite || published);
  const books = [...new Set(shown.map(({ scheme }) => scheme))].map((scheme) => {
    const versions = shown.filter((each) => each.scheme === scheme).toSorted((a, b) => b.no - a.no);
    const [newest] = versions;
    return {
      scheme,
      title: newest?.title ?? scheme,
      versions,
      draft: newest?.published ? undefined : newest,
      published: versions.find(({ published }) => published),
    };
  });
  const uses = ({ versions }: Book) =>
    versions.some((version) => clusters.some((cluster) => isUsedBy(cluster, version))) ? 0 : 1;
  return books.toSorted(
    (a, b) => uses(a) - uses(b) || a.title.localeCompare(b.title, "vi", { numeric: true }),
  );
}

export const countOf = ({ table }: Scheme) => linesOf(table).size;

/** A readable id from a title, other than those that are taken. */
export function idFor(title: string, taken: readonly string[]): string {
  const plain = title
    .toLowerCase()
    .replaceAll("đ", "d")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 34)
    .replace(/-$/, "");
  const id = plain === "" ? "bang-tieu-chi" : plain;
  if (!taken.includes(id)) return id;
  let no = 2;
  while (taken.includes(`${id}-${no}`)) no += 1;
  return `${id}-${no}`;
}
