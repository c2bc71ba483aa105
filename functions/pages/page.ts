import type { PublicPage } from "#domain/public-page.ts";
import { addressOfPage, pageOfCluster } from "#domain/publication.ts";
import { clusterBody, clusterSentence, clusterTitle } from "./cluster.ts";
import { pageOf } from "./frame.ts";
import { honoursBody, honoursSentence, honoursTitle } from "./honours.ts";

/** What the page is called where several stand together. */
export const titleOf = (page: PublicPage) =>
  page.page === "honours" ? honoursTitle(page) : clusterTitle(page);

const sentenceOf = (page: PublicPage) =>
  page.page === "honours" ? honoursSentence(page) : clusterSentence(page);

/** What the picture shows: few words, large. */
export function cardOf(page: PublicPage) {
  const leaders =
    page.page === "honours"
      ? (page.leaders ?? []).flatMap(({ units }) => units)
      : (page.results?.places ?? [])
          .filter(({ rank }) => rank <= 3)
          .map(({ rank, unit }) => `${rank}. ${unit}`);
  return {
    council: page.council.name,
    title: titleOf(page),
    sentence: sentenceOf(page),
    lines: leaders.slice(0, 3),
  };
}

/** The finished file of a page: the same bytes for the same page, site, picture and time. */
export function fileOfPage(
  page: PublicPage,
  { site, at, picture }: { site: string; at: string; picture?: string | undefined },
): string {
  const { council, year, seal, closed } = page;
  const id = page.page === "honours" ? "honours" : pageOfCluster(page.cluster.cluster);
  return pageOf({
    title: `${titleOf(page)} – ${council.name}`,
    description: sentenceOf(page),
    council,
    at: { site, path: addressOfPage(council.council, year, id) },
    picture,
    published: at,
    ...(seal && closed && { seal: { seal, day: closed } }),
    about: aboutOf(page),
    body: page.page === "honours" ? honoursBody(page) : clusterBody(page),
  });
}

/** The same for machines. */
function aboutOf(page: PublicPage): object {
  const places =
    page.page === "honours"
      ? (page.leaders ?? []).map(({ cluster, units }) => ({
          position: 1,
          name: units.join(", "),
          description: cluster,
        }))
      : (page.results?.places ?? []).map(({ rank, unit }) => ({ position: rank, name: unit }));
  if (places.length === 0) return {};
  return {
    mainEntity: {
      "@type": "ItemList",
      name: titleOf(page),
      itemListElement: places.map((place) => ({ "@type": "ListItem", ...place })),
    },
  };
}
