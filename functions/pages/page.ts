import {
  addressOfPage,
  type PageLanguage,
  pageLanguages,
  pageOfCluster,
  pageOfMovement,
} from "#domain/public-address.ts";
import type { PublicPage } from "#domain/public-page.ts";
import { clusterBody, clusterSentence, clusterTitle } from "./cluster.ts";
import { pageOf } from "./frame.ts";
import { honoursBody, honoursSentence, honoursTitle } from "./honours.ts";
import type { Markup } from "./markup.ts";
import { movementBody, movementSentence, movementTitle } from "./movement.ts";
import { type Tongue, tongues } from "./tongue.ts";

/** Raised when pages come to say the same in another way: those that are out are then told as changed. */
export const edition = 3;

type Told = { id: string; title: string; sentence: string; body: (site: string) => Markup };

/** What a page says in one language. */
function toldIn(page: PublicPage, tongue: Tongue): Told {
  if (page.page === "honours")
    return {
      id: "honours",
      title: honoursTitle(page, tongue),
      sentence: honoursSentence(page, tongue),
      body: (site) => honoursBody(page, site, tongue),
    };
  if (page.page === "cluster")
    return {
      id: pageOfCluster(page.cluster.cluster),
      title: clusterTitle(page, tongue),
      sentence: clusterSentence(page, tongue),
      body: () => clusterBody(page, tongue),
    };
  return {
    id: pageOfMovement(page.cluster.cluster, page.movement.movement),
    title: movementTitle(page, tongue),
    sentence: movementSentence(page, tongue),
    body: () => movementBody(page, tongue),
  };
}

/** What the page is called where several stand together. */
export const titleOf = (page: PublicPage, language: PageLanguage) => toldIn(page, tongues[language]).title;

/** What the picture of each language shows: few words, large. Of equals either all are named or none is. */
export function cardsOf(page: PublicPage) {
  const first = firstOf(page);
  const lines = first.length <= mostOnCard ? first : [];
  const cards = pageLanguages.map((language) => {
    const { title, sentence } = toldIn(page, tongues[language]);
    return [language, { council: page.council.name, title, sentence, lines }] as const;
  });
  return Object.fromEntries(cards) as Record<PageLanguage, (typeof cards)[number][1]>;
}

const mostOnCard = 4;

function firstOf(page: PublicPage): string[] {
  if (page.page === "honours") return (page.leaders ?? []).flatMap(({ units }) => units);
  if (page.page === "movement") return [];
  const places = page.results?.places ?? [];
  return places.filter(({ rank }) => rank <= 3).map(({ rank, unit }) => `${rank}. ${unit}`);
}

type Written = {
  language: PageLanguage;
  site: string;
  at: string;
  picture?: string | undefined;
  isPreview?: boolean;
};

/** The finished file of a page in one language: the same bytes for the same page, site, picture and time. */
export function fileOfPage(page: PublicPage, { language, site, at, picture, isPreview = false }: Written) {
  const { council, year, seal, closed } = page;
  const { id, title, sentence, body } = toldIn(page, tongues[language]);
  return pageOf(
    {
      title: `${title} – ${council.name}`,
      description: sentence || title,
      council,
      path: (one) => addressOfPage(council.council, year, id, one),
      site,
      picture,
      isPreview,
      published: at,
      ...(seal && closed && { seal: { seal, day: closed } }),
      about: aboutOf(page, title),
      body: body(site),
    },
    tongues[language],
  );
}

/** The same for machines. */
function aboutOf(page: PublicPage, title: string): object {
  const places = placesIn(page);
  if (places.length === 0) return {};
  return {
    mainEntity: {
      "@type": "ItemList",
      name: title,
      itemListElement: places.map((place) => ({ "@type": "ListItem", ...place })),
    },
  };
}

function placesIn(page: PublicPage): object[] {
  if (page.page === "movement") return [];
  if (page.page === "cluster")
    return (page.results?.places ?? []).map(({ rank, unit }) => ({ position: rank, name: unit }));
  return (page.leaders ?? []).map(({ cluster, units }) => ({
    ...{ position: 1, name: units.join(", "), description: cluster },
  }));
}
