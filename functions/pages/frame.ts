import { qrOf } from "./drawings.ts";
import { data, html, type Markup } from "./markup.ts";
import { vi as say } from "./words.ts";
import { dayIn } from "./written.ts";

export type Council = { council: string; name: string; contact?: string | undefined };

type Frame = {
  title: string;
  description: string;
  council: Council;
  /** The site and the address in it, where the page has one of its own. */
  at?: { site: string; path: string } | undefined;
  picture?: string | undefined;
  published?: string | undefined;
  seal?: { seal: string; day: string } | undefined;
  about?: object;
  /** Only to be looked at, in a frame: nothing runs in it, and links lead out of it. */
  isPreview?: boolean;
  body: Markup;
};

const picture = { width: 1200, height: 630 };

/** A whole page: finished when it is written, for readers, printers and machines that run no script. */
export function pageOf(frame: Frame): string {
  const { title, description, council, at, body } = frame;
  const home = `/c/${council.council}`;
  // Beside another page its parts are told apart by a name.
  const label = frame.isPreview ? html` aria-label="${say.preview}"` : html``;
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="robots" content="${at ? "index, follow, max-image-preview:large" : "noindex"}">
<meta name="theme-color" content="#faf7f0" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#15100e" media="(prefers-color-scheme: dark)">
${at && shared(frame, at)}
<link rel="icon" href="/reading/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/reading/look.css">
${frame.isPreview ? html`<base target="_blank">` : html`<script type="module" src="/reading/read.js"></script>`}
</head>
<body>
<a class="skip" href="#main">${say.skip}</a>
<div class="public">
<header class="head"${label}><a class="mark" href="${home}"><img src="/reading/mark.svg" alt="" width="28" height="32"><span>${say.mark}</span></a><nav><a class="button plain" href="${home}/check">${say.check}</a></nav></header>
${at && paperHead(council.name)}
<main id="main" tabindex="-1"${label}>
${body}
${at && html`<div class="signs only-print" aria-hidden="true"><p><strong>${say.standing}</strong></p></div>`}
</main>
${footOf(frame, label)}
</div>
</body>
</html>
`.text;
}

/** What whoever passes the address on shows of it. */
function shared(
  { title, description, council, picture: file, published, about }: Frame,
  at: { site: string; path: string },
) {
  const address = at.site + at.path;
  const image = file && `${at.site}/c/${council.council}/${file}`;
  return html`<link rel="canonical" href="${address}">
<meta property="og:type" content="article">
<meta property="og:locale" content="vi_VN">
<meta property="og:site_name" content="${council.name}">
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
    inLanguage: "vi",
    ...(published && { datePublished: published }),
    ...(image && { primaryImageOfPage: { "@type": "ImageObject", url: image, ...picture } }),
    publisher: { "@type": "GovernmentOrganization", name: council.name },
    ...about,
  })}</script>`;
}

/** As an official paper begins; seen only when printed. */
const paperHead = (council: string) =>
  html`<div class="national only-print" aria-hidden="true"><p><strong>${council.toLocaleUpperCase("vi")}</strong></p><p><strong>${say.paper.country}</strong><br><strong>${say.paper.motto}</strong></p></div>`;

function footOf({ council, at, published, seal }: Frame, label: Markup): Markup {
  const address = at && at.site + at.path;
  return html`<footer class="small quiet"${label}>
${published && html`<p>${say.published(dayIn(published))}${seal && html` ${say.sealed(dayIn(seal.day))} ${say.seal} <span class="num">${short(seal.seal)}</span>.`}</p>`}
${council.contact && html`<p>${say.contact}: ${council.contact}</p>`}
${address && scan(address, say.scan)}
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
