import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClusterPage, HonoursPage } from "#domain/public-page.ts";
import { checkPage, gonePage, indexPage, sitemap } from "#functions/pages/beside.ts";
import { data, html } from "#functions/pages/markup.ts";
import { cardsOf, fileOfPage } from "#functions/pages/page.ts";
import { tongues } from "#functions/pages/tongue.ts";

const site = "https://thi-dua.example";
const at = "2027-04-02T01:00:00.000Z";
const council = { council: "vhttdl", name: "Bộ Văn hóa, Thể thao và Du lịch" };

const honoursOf = (name: string, clusters = 3, awards = 4): HonoursPage => ({
  page: "honours",
  council,
  year: 2026,
  leaders: Array.from({ length: clusters }, (_, n) => ({
    cluster: `Cụm ${n + 1}`,
    size: 7,
    units: [`${name} ${n}`],
  })),
  register: Array.from({ length: awards }, (_, n) => ({
    award: "BK_BT",
    recipient: `${name} ${n}`,
    isPerson: n % 2 === 0,
    ...(n % 2 === 0 && { position: "Chuyên viên", of: `${name} đơn vị ${n}` }),
    number: `${400 + (n % 9)}/QĐ-BVHTTDL`,
    date: "2027-03-10",
    code: `AB${n}D-EF7H`,
  })),
});
const clusterOf = (name: string, units = 5): ClusterPage => ({
  page: "cluster",
  council,
  year: 2026,
  cluster: { cluster: "cum-4", kind: "cụm", name, size: units },
  results: {
    byRate: false,
    places: Array.from({ length: units }, (_, n) => ({
      rank: n + 1,
      unit: `${name} ${n}`,
      worth: 900 - n / 2,
    })),
  },
  members: { head: name, deputies: [], names: [name] },
});

/** How many marks of HTML a page has besides its data: no name adds one. */
const marksIn = (page: string) => {
  const plain = page.replace(/(ld\+json">).*?(<\/script>)/gs, "$1$2");
  return ["<", ">", '"', "'", "`"].map((mark) => plain.split(mark).length);
};

describe("whatever a name is", () => {
  const hostile = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom(
      "<script>alert(1)</script>",
      '"><img src=x onerror=alert(1)>',
      "' onload='x",
      "</title>",
      "`{1}`",
      "]]>",
    ),
  );
  test("it stands on a page as text and in its data as data", () => {
    fc.assert(
      fc.property(hostile, (name) => {
        for (const pageOf of [honoursOf, clusterOf]) {
          const text = fileOfPage(pageOf(name), { language: "vi", site, at });
          expect(marksIn(text)).toEqual(marksIn(fileOfPage(pageOf("Sở"), { language: "vi", site, at })));
          const [json = ""] = [...text.matchAll(/ld\+json">(.*?)<\/script>/gs)].map(([, inside]) => inside);
          expect(JSON.stringify(JSON.parse(json))).toContain(JSON.stringify(name).slice(1, -1));
        }
      }),
    );
  });

  test("data in a page cannot end the element it stands in", () => {
    expect(data({ name: "</script><!--\u2028" }).text).toBe(
      '{"name":"\\u003c/script\\u003e\\u003c!--\\u2028"}',
    );
    expect(html`<p>${"<b>"}${html`<i>${"&"}</i>`}${false}${undefined}${[1, "'"]}</p>`.text).toBe(
      "<p>&#60;b&#62;<i>&#38;</i>1&#39;</p>",
    );
  });
});

test("a page of a whole council, with its look, comes in 30 KB", () => {
  const look = existsSync("dist/web/reading/look.css")
    ? readFileSync("dist/web/reading/look.css")
    : Buffer.alloc(0);
  const page = fileOfPage(honoursOf("Sở Văn hóa, Thể thao và Du lịch", 35, 281), {
    language: "vi",
    site,
    at,
  });
  expect(gzipSync(page).length + gzipSync(look).length).toBeLessThan(30 * 1024);
});

test("no page has style or script in itself, and all but the one that is gone say where they are", () => {
  const out = [{ year: 2026, page: "honours", title: "Bảng vàng", at }];
  const pages = [
    fileOfPage(honoursOf("Sở"), { language: "vi", site, at }),
    fileOfPage(clusterOf("Sở"), { language: "vi", site, at }),
    indexPage(council, out, site, tongues.vi),
    checkPage(council, out, site, tongues.vi),
  ];
  const gone = gonePage(council, { path: () => "/c/vhttdl", others: "/c/vhttdl" }, tongues.vi);
  for (const page of [...pages, gone]) expect(page).not.toMatch(/\sstyle=|<style|\son\w+=|<script>/);
  for (const page of pages) expect(page).toContain('<link rel="canonical"');
  expect(gone).not.toContain("canonical");
  expect(sitemap("vhttdl", out, site)).toContain(`<loc>${site}/c/vhttdl/2026</loc><lastmod>${at}</lastmod>`);
  expect(sitemap("vhttdl", [], site)).not.toContain("<loc>");
});

test("points stand with as many decimals as the longest of their column, in the reader's own marks", () => {
  const places = [900, 12.5, 7.25].map((worth, n) => ({ rank: n + 1, unit: `Sở ${n}`, worth }));
  const worths = (page: string) =>
    [...page.matchAll(/<td class="n">([^<]*)<\/td>/g)].map(([, worth]) => worth);
  const written = (byRate: boolean, language: "vi" | "en") =>
    worths(fileOfPage({ ...clusterOf("Sở"), results: { byRate, places } }, { language, site, at }));
  expect(written(false, "vi")).toEqual(["900,00", "12,50", "7,25"]);
  expect(written(false, "en")).toEqual(["900.00", "12.50", "7.25"]);
  expect(written(true, "vi")).toEqual(["900,00\u00a0%", "12,50\u00a0%", "7,25\u00a0%"]);
  const whole = { ...clusterOf("Sở"), results: { byRate: false, places: places.slice(0, 1) } };
  expect(worths(fileOfPage(whole, { language: "vi", site, at }))).toEqual(["900"]);
});

test("of equals on the picture all are named or none is", () => {
  const five = clusterOf("Sở");
  expect(cardsOf(five).vi.lines).toEqual(["1. Sở 0", "2. Sở 1", "3. Sở 2"]);
  const equals = {
    ...five,
    results: { byRate: false, places: Array.from({ length: 5 }, (_, n) => ({ rank: 1, unit: `Sở ${n}` })) },
  };
  expect(cardsOf(equals).vi.lines).toEqual([]);
  expect(cardsOf(honoursOf("Sở", 12)).vi.lines).toEqual([]);
});
