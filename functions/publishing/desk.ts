import { addressOfPage, fileIn, fileOf, type PageLanguage, pageLanguages } from "#domain/public-address.ts";
import type { PublicPage } from "#domain/public-page.ts";
import {
  type Chosen,
  decided,
  expectReady,
  namesOfParts,
  type PartName,
  type Publication,
  picturesOf,
  stateOf,
} from "#domain/publication.ts";
import { refuse } from "#domain/refuse.ts";
import type { Year } from "#domain/year.ts";
import { digestOf } from "#lib/digest.ts";
import type { Handlers } from "#lib/serve.ts";
import type { Table } from "#lib/table.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { cardsOf, edition, fileOfPage, titleOf } from "../pages/page.ts";
import { filesOf, pictureFiles, writeBeside } from "./files.ts";
import { chosenOf, materialFor } from "./material.ts";
import { picturesFrom } from "./picture.ts";
import { begin, settle } from "./steps.ts";

type Part = Pick<
  Handlers<typeof api.publishing, Context, Found>,
  "listPublications" | "readPublication" | "previewPage" | "publishPage" | "withdrawPage"
>;

/** The clerk's desk: what may go out and how it will look, out with it, and back. */
export const desk: Part = {
  async listPublications({ year, table }) {
    const all = await table.list(items.publication, { year: year.year });
    return all.map((one) => shown(table.root, one));
  },

  async readPublication({ year, page, now, table }) {
    const was = await table.read(items.publication, { year: year.year, page });
    const parts = Object.keys(was?.parts ?? {}) as PartName[];
    const material = await materialFor(table, { year, page, totals: was?.totals ?? false, now });
    return {
      ...(was && { publication: shown(table.root, was) }),
      parts: namesOfParts(page).map((part) => ({
        part,
        ...(material.open[part] && { open: material.open[part] }),
      })),
      changed: parts.length > 0 && digestOfPage(chosenOf(material, parts)) !== was?.digest,
      revoked: was && stateOf(was) !== "withdrawn" ? await revokedSince(table, was) : 0,
    };
  },

  async previewPage({ year, page, body: { language, ...body }, now, table }) {
    const { content, digest } = await contentOf(table, { year, page, now, ...body });
    const html = fileOfPage(content, { language, site: body.site, at: now, isPreview: true });
    return { html, digest, cards: cardsOf(content) };
  },

  async publishPage({ year, page, body, caller, now, table }) {
    const { content, digest } = await contentOf(table, { year, page, now, ...body });
    if (digest !== body.digest) throw refuse("publication/changed-meanwhile", { page });
    const drawn = body.pictures && picturesFrom(body.pictures);
    const hand = { by: caller.person, at: now };
    const { was, begun } = await begin(table, { year: year.year, page }, (was) => {
      const pictures = drawn ? drawn.digests : was && picturesOf(was);
      return {
        ...{ year: year.year, page, ...titlesOf(content), parts: decided(was, body, hand) },
        ...{ totals: body.totals, site: body.site, digest, written: was?.written ?? "", ...hand },
        ...(pictures && { pictures }),
      };
    });
    const files = filesOf(table.root);
    const images = pictureFiles(begun);
    await Promise.all(
      drawn?.bytes.map(([language, bytes]) => files.put(images[language] ?? "", bytes)) ?? [],
    );
    const { site, at } = begun;
    await Promise.all(
      htmlFiles(year.year, page).map(([language, file]) =>
        files.put(file, fileOfPage(content, { language, site, at, picture: images[language] ?? images.vi })),
      ),
    );
    const done = await settle(table, begun);
    const kept = Object.values(images);
    const former = Object.values(was ? pictureFiles(was) : {}).filter((file) => !kept.includes(file));
    await Promise.all(former.map((file) => files.remove(file)));
    await writeBeside(table, files, content.council, site);
    return shown(table.root, done);
  },

  async withdrawPage({ year, page, caller, now, table }) {
    const { was, begun } = await begin(table, { year: year.year, page }, (was) => {
      if (!was) throw refuse("publication/unknown", { page });
      return { ...was, parts: {}, digest: "", by: caller.person, at: now };
    });
    const files = filesOf(table.root);
    const written = htmlFiles(year.year, page).map(([, file]) => file);
    // A page from before there were languages has one file; what is not there is gone already.
    const all = [...written, ...Object.values(was ? pictureFiles(was) : {})];
    await Promise.all(all.map((file) => files.remove(file)));
    const done = await settle(table, begun);
    const council = await table.read(items.council, {});
    if (council) await writeBeside(table, files, council, done.site);
    return shown(table.root, done);
  },
};

/** Awards on a page that is out whose standing a later decision has changed. */
async function revokedSince(table: Table, { year, parts, at }: Publication): Promise<number> {
  if (!parts.register) return 0;
  const later = await table.list(items.revocation, { year });
  return new Set(later.filter((entry) => entry.at > at).map(({ decision }) => decision)).size;
}

type Asked = { year: Year; page: string; now: string } & Pick<Chosen, "parts" | "totals">;

/** What was chosen, as far as it is ready; its digest is what a clerk who looked at it agrees to. */
async function contentOf(table: Table, { parts, ...asked }: Asked) {
  const material = await materialFor(table, asked);
  expectReady(asked.page, parts, material.open);
  const content = chosenOf(material, parts);
  return { content, digest: digestOfPage(content) };
}

/** One finished file for each language. */
const htmlFiles = (year: number, page: string) =>
  pageLanguages.map((language) => [language, `${fileIn(language, fileOf(year, page))}.html`] as const);

function titlesOf(content: PublicPage) {
  const titled = pageLanguages.map((language) => [language, titleOf(content, language)] as const);
  const { vi: title = "", ...titles } = Object.fromEntries(titled) as Partial<Record<PageLanguage, string>>;
  return { title, titles };
}

const digestOfPage = (content: PublicPage) => digestOf([edition, content]);

function shown(council: string, publication: Publication) {
  const { year, page, title, parts, totals, by, at } = publication;
  const address = addressOfPage(council, year, page);
  return { page, title, parts, totals, by, at, address, state: stateOf(publication) };
}
