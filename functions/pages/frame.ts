import { homeOf, type PageLanguage, pageLanguages } from "#domain/public-address.ts";
import { qrOf } from "./drawings.ts";
import { data, html, type Markup } from "./markup.ts";
import type { Tongue } from "./tongue.ts";

export type Council = { council: string; name: string; contact?: string | undefined };

type Frame = {
  title: string;
  description: string;
  council: Council;
  /** Where the page lies in each language. */
  path: (language: PageLanguage) => string;
  /** Whose page it is, where it is there at all. */
  site?: string | undefined;
  picture?: string | undefined;
  published?: string | undefined;
  seal?: { seal: string; day: string } | undefined;
  about?: object;
  /** Only to be looked at, in a frame: nothing runs in it, and links lead out of it. */
  isPreview?: boolean;
  body: Markup;
};

const picture = { width: 1200, height: 630 };

/** By the names their readers give them. */
const names: Record<PageLanguage, string> = { vi: "Tiếng Việt", en: "English", lo: "ລາວ", th: "ไทย" };

/** A whole page: finished when it is written, for readers, printers and machines that run no script. */
export function pageOf(frame: Frame, tongue: Tongue): string {
  const { title, description, council, site, body } = frame;
  const { say, language } = tongue;
  const home = homeOf(council.council, language);
  // Beside another page its parts are told apart by a name.
  const label = frame.isPreview ? html` aria-label="${say.preview}"` : html``;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="robots" content="${site ? "index, follow, max-image-preview:large" : "noindex"}">
<meta name="theme-color" content="#faf7f0" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#15100e" media="(prefers-color-scheme: dark)">
${site && shared(frame, site, tongue)}
<link rel="icon" href="/reading/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/reading/look.css">
${frame.isPreview ? html`<base target="_blank">` : html`<script type="module" src="/reading/read.js"></script>`}
</head>
<body>
<a class="skip" href="#main">${say.skip}</a>
<div class="public">
<header class="head"${label}><a class="mark" href="${home}"><img src="/reading/mark.svg" alt="" width="28" height="32"><span lang="vi">${say.mark}</span></a><a class="button plain" href="${home}/check">${say.check}</a>${!frame.isPreview && languagesOf(frame, tongue)}</header>
${site && paperHead(council.name, tongue)}
<main id="main" tabindex="-1"${label}>
${body}
${site && language === "vi" && html`<div class="signs only-print" aria-hidden="true"><p><strong>${say.standing}</strong></p></div>`}
</main>
${footOf(frame, label, tongue)}
</div>
</body>
</html>
`.text;
}

/** The same page in the other languages; each is a file of its own, so that no script is asked for. */
const languagesOf = ({ path }: Frame, { language, say }: Tongue) =>
  html`<nav class="languages" aria-label="${say.language}"><ul>${pageLanguages.map(
    (one) =>
      html`<li><a href="${path(one)}" hreflang="${one}" lang="${one}"${one === language && html` aria-current="page"`}>${names[one]}</a>${one === language && say.draft && html` <span class="small quiet">${say.draft}</span>`}</li>`,
  )}</ul></nav>`;

/** What whoever passes the address on shows of it. */
function shared(
  { title, description, council, path, picture: file, published, about }: Frame,
  site: string,
  { language }: Tongue,
) {
  const address = site + path(language);
  const image = file && `${site}/c/${council.council}/${file}`;
  return html`<link rel="canonical" href="${address}">
${pageLanguages.map((one) => html`<link rel="alternate" hreflang="${one}" href="${site}${path(one)}">\n`)}<link rel="alternate" hreflang="x-default" href="${site}${path("vi")}">
<meta property="og:type" content="article">
<meta property="og:locale" content="${openGraph[language]}">
${pageLanguages.filter((one) => one !== language).map((one) => html`<meta property="og:locale:alternate" content="${openGraph[one]}">\n`)}<meta property="og:site_name" content="${council.name}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${address}">
${
  image &&
  html`<meta property="og:image" content="${image}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${picture.width}">
<meta property="og:image:height" content="${picture.height}">
<meta property="og:image:alt" content="${title}">
<meta name="twitter:card" content="summary_large_image">`
}
<script type="application/ld+json">${data({
    "@context": "https://schema.org",
    "@type": "WebPage",
    url: address,
    name: title,
    description,
    inLanguage: language,
    ...(published && { datePublished: published }),
    ...(image && { primaryImageOfPage: { "@type": "ImageObject", url: image, ...picture } }),
    publisher: { "@type": "GovernmentOrganization", name: council.name },
    ...about,
  })}</script>`;
}

const openGraph: Record<PageLanguage, string> = { vi: "vi_VN", en: "en_GB", lo: "lo_LA", th: "th_TH" };

/** As an official paper begins, in the language papers have; seen only when printed. A translation is no paper. */
const paperHead = (council: string, { language, say }: Tongue) =>
  language === "vi"
    ? html`<div class="national only-print" aria-hidden="true"><p><strong>${council.toLocaleUpperCase("vi")}</strong></p><p><strong>${say.paper.country}</strong><br><strong>${say.paper.motto}</strong></p></div>`
    : html`<p class="only-print" lang="vi">${council}</p>`;

function footOf({ council, site, path, published, seal }: Frame, label: Markup, tongue: Tongue): Markup {
  const { say, day, language } = tongue;
  return html`<footer class="small quiet"${label}>
${say.reference && html`<p>${say.reference}</p>`}
${published && html`<p>${say.published(day(published))}${seal && html` ${say.sealed(day(seal.day))} ${say.seal} <span class="num">${short(seal.seal)}</span>.`}</p>`}
${council.contact && html`<p>${say.contact}: ${council.contact}</p>`}
${site && scan(site + path(language), say.scan)}
</footer>`;
}

/** An address on paper: to be scanned, and to be read. */
export const scan = (address: string, why: string) =>
  html`<div class="scan only-print">${qrOf(address, address)}<p>${why}<br>${address}</p></div>`;

/** The beginning of a seal, as people compare it by eye. */
const short = (seal: string) =>
  seal
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, "$1 ");
