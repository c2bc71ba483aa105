import type { PublicPage } from "#domain/public-page.ts";
import { addressOfPage, pageOfCluster } from "#domain/publication.ts";
import { clusterBody, clusterSentence, clusterTitle } from "./cluster.ts";
import { pageOf } from "./frame.ts";
import { honoursBody, honoursSentence, honoursTitle } from "./honours.ts";

/** Raised when pages come to say the same in another way: those that are out are then told as changed. */
export const edition = 1;

/** What the page is called where several stand together. */
export const titleOf = (page: PublicPage) =>
  page.page === "honours" ? honoursTitle(page) : clusterTitle(page);

const sentenceOf = (page: PublicPage) =>
  page.page === "honours" ? honoursSentence(page) : clusterSentence(page);

/** What the picture shows: few words, large. Of equals either all are named or none is. */
export function cardOf(page: PublicPage) {
  const first =
    page.page === "honours"
      ? (page.leaders ?? []).flatMap(({ units }) => units)
      : (page.results?.places ?? [])
          .filter(({ rank }) => rank <= 3)
          .map(({ rank, unit }) => `${rank}. ${unit}`);
  const lines = first.length <= mostOnCard ? first : [];
  return { council: page.council.name, title: titleOf(page), sentence: sentenceOf(page), lines };
}

const mostOnCard = 4;

type Written = { site: string; at: string; picture?: string | undefined; isPreview?: boolean };

/** The finished file of a page: the same bytes for the same page, site, picture and time. */
export function fileOfPage(page: PublicPage, { site, at, picture, isPreview = false }: Written): string {
  const { council, year, seal, closed } = page;
  const id = page.page === "honours" ? "honours" : pageOfCluster(page.cluster.cluster);
  return pageOf({
    title: `${titleOf(page)} – ${council.name}`,
    description: sentenceOf(page),
    council,
    at: { site, path: addressOfPage(council.council, year, id) },
    picture,
    isPreview,
    published: at,
    ...(seal && closed && { seal: { seal, day: closed } }),
    about: aboutOf(page),
    body: page.page === "honours" ? honoursBody(page, site) : clusterBody(page),
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
