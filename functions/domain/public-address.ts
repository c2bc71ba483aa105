import * as z from "zod/mini";

/** Pages are written in four languages. Vietnamese, in which the council speaks, has the plain address. */
export const pageLanguages = ["vi", "en", "lo", "th"] as const;
export const PageLanguage = z.enum(pageLanguages);
export type PageLanguage = z.output<typeof PageLanguage>;

/** A page for everybody: the year's honour board, one cluster of the year, or one movement of a cluster. */
export const PageId = z
  .string()
  .check(
    z.maxLength("movement-".length + 40 + "--".length + 40),
    z.regex(
      /^(honours|cluster-[a-z0-9]+(-[a-z0-9]+)*|movement-[a-z0-9]+(-[a-z0-9]+)*--[a-z0-9]+(-[a-z0-9]+)*)$/,
    ),
  );

export const pageOfCluster = (cluster: string) => `cluster-${cluster}`;
/** No id has two hyphens in a row. */
export const pageOfMovement = (cluster: string, movement: string) => `movement-${cluster}--${movement}`;

type Subject =
  | { kind: "honours" }
  | { kind: "cluster"; cluster: string }
  | { kind: "movement"; cluster: string; movement: string };

/** What a page is about. */
export function subjectOf(page: string): Subject {
  if (page === "honours") return { kind: "honours" };
  if (page.startsWith("cluster-")) return { kind: "cluster", cluster: page.slice("cluster-".length) };
  const [cluster = "", movement = ""] = page.slice("movement-".length).split("--");
  return { kind: "movement", cluster, movement };
}

/** What a page's files are named after. */
export function fileOf(year: number, page: string): string {
  const subject = subjectOf(page);
  return [
    year,
    ...(subject.kind === "honours" ? [] : [subject.cluster]),
    ...(subject.kind === "movement" ? [subject.movement] : []),
  ].join(".");
}

/** The same file in another language: its name comes first, since a year follows it and an id never stands there. */
export const fileIn = (language: PageLanguage, file: string) =>
  language === "vi" ? file : file === "index" ? language : `${language}.${file}`;

/** Where a council's pages begin. */
export const homeOf = (council: string, language: PageLanguage) =>
  language === "vi" ? `/c/${council}` : `/c/${council}/${language}`;

/** Where a page lies. */
export const addressOfPage = (council: string, year: number, page: string, language: PageLanguage = "vi") =>
  `/c/${council}/${fileIn(language, fileOf(year, page)).replaceAll(".", "/")}`;

/** The language, and where there is one the year and page, a file's name stands for. */
export function pageNamed(file: string): { language: PageLanguage; year?: number; page?: string } {
  const [, given, rest = file] = /^(en|lo|th)\.(.+)$/.exec(file) ?? [];
  const language = (given ?? "vi") as PageLanguage;
  const [, year, cluster, movement] =
    /^(\d{4})(?:\.([a-z0-9-]+))?(?:\.([a-z0-9-]+))?\.html$/.exec(rest) ?? [];
  if (year === undefined) return { language };
  const page =
    cluster === undefined
      ? "honours"
      : movement === undefined
        ? pageOfCluster(cluster)
        : pageOfMovement(cluster, movement);
  return { language, year: Number(year), page };
}

export const PublishedFile = z
  .string()
  .check(z.maxLength(110), z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*\.(html|png|xml)$/));
