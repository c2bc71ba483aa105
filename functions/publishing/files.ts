import { isDeepStrictEqual } from "node:util";
import { fileIn, fileOf, type PageLanguage, pageLanguages } from "#domain/public-address.ts";
import { type Publication, picturesOf, stateOf } from "#domain/publication.ts";
import { objectsIn } from "#lib/objects.ts";
import type { Table } from "#lib/table.ts";
import { items } from "../items.ts";
import { checkPage, indexPage, sitemap } from "../pages/beside.ts";
import type { Council } from "../pages/frame.ts";
import { tongues } from "../pages/tongue.ts";

/** How long a page may be kept by browsers and by the edge: so soon a withdrawal holds everywhere. */
const cacheControl = "public, max-age=60";
const types = { html: "text/html; charset=utf-8", png: "image/png", xml: "application/xml" };

/** The public files of one council: nobody can name another's. */
export function filesOf(council: string) {
  const bucket = objectsIn(process.env["SITE_BUCKET"] ?? "");
  const keyOf = (file: string) => `public/c/${council}/${file}`;
  return {
    put: (file: string, body: string | Buffer) =>
      bucket.put(keyOf(file), Buffer.from(body as string), {
        type: types[file.split(".").at(-1) as keyof typeof types],
        cacheControl,
      }),
    remove: (file: string) => bucket.remove(keyOf(file)),
  };
}
export type Files = ReturnType<typeof filesOf>;

/** The files of a page's pictures. */
export function pictureFiles(one: Pick<Publication, "year" | "page" | "pictures" | "picture">) {
  const named = Object.entries(picturesOf(one) ?? {}) as [PageLanguage, string][];
  const files = named.map(([language, digest]) => [
    language,
    `${fileIn(language, fileOf(one.year, one.page))}.${digest}.png`,
  ]);
  return Object.fromEntries(files) as Partial<Record<PageLanguage, string>>;
}

/**
 * What is made of all pages that are out: the index, the page where awards are checked, the map for search engines.
 * Looked at again after it was written, so that of two who publish at once the later one sees both.
 */
export async function writeBeside(table: Table, files: Files, council: Council, site: string) {
  let before: Publication[] | undefined;
  for (let round = 0; round < 5; round++) {
    const all = await table.list(items.publication, {});
    const out = all.filter((one) => stateOf(one) === "out");
    if (before && isDeepStrictEqual(before, out)) return;
    await Promise.all([
      ...pageLanguages.flatMap((language) => [
        files.put(`${fileIn(language, "index")}.html`, indexPage(council, out, site, tongues[language])),
        files.put(`${fileIn(language, "check")}.html`, checkPage(council, out, site, tongues[language])),
      ]),
      files.put("sitemap.xml", sitemap(council.council, out, site)),
    ]);
    before = out;
  }
}
