import type { Publication } from "#domain/publication.ts";
import { addressOfPage, clusterOf } from "#domain/publication.ts";
import { type Council, pageOf } from "./frame.ts";
import { html, Markup } from "./markup.ts";
import { vi as say } from "./words.ts";
import { dayIn } from "./written.ts";

type Out = Pick<Publication, "year" | "page" | "title" | "at">;

/** Years from the last, in each the honour board before the clusters as people count them. */
function byYear(out: readonly Out[]) {
  const collate = new Intl.Collator("vi", { numeric: true }).compare;
  return Array.from(Map.groupBy(out, ({ year }) => year))
    .toSorted(([a], [b]) => b - a)
    .map(([year, pages]) => ({
      year,
      pages: pages.toSorted(
        (a, b) =>
          Number(clusterOf(a.page) !== undefined) - Number(clusterOf(b.page) !== undefined) ||
          collate(a.title, b.title),
      ),
    }));
}

/** Where everything that is out is found. */
export function indexPage(council: Council, out: readonly Out[], site: string): string {
  const body = html`<div class="hero"><div class="flow far">
<p class="crumb"><span>${council.name}</span></p>
<h1>${say.index.head}<br>${say.index.headOf}</h1>
<p class="quiet">${out.length > 0 ? say.index.how : say.index.empty}</p>
</div></div>
${byYear(out).map(
  ({ year, pages }) =>
    html`<section class="part" aria-labelledby="y${year}"><h2 id="y${year}">${say.year(year)}</h2><ul class="members links">${pages.map(
      ({ page, title, at }) =>
        html`<li><a href="${addressOfPage(council.council, year, page)}">${title}</a> <span class="small quiet">${say.published(dayIn(at))}</span></li>`,
    )}</ul></section>`,
)}`;
  return pageOf({
    title: say.index.title(council.name),
    description: say.index.how,
    council,
    at: { site, path: `/c/${council.council}` },
    body,
  });
}

/** Whoever holds a paper asks the register; the script fills the answers that stand here. */
export function checkPage(council: Council, out: readonly Out[], site: string): string {
  const words = say.checking;
  const registers = byYear(out.filter(({ page }) => clusterOf(page) === undefined));
  const row = (name: string, label: string) => html`<div><dt>${label}</dt><dd data-of="${name}"></dd></div>`;
  const body = html`<div class="hero"><div class="flow far">
<p class="crumb"><a href="/c/${council.council}">${council.name}</a></p>
<h1>${words.head}</h1>
<p class="quiet">${words.how}</p>
<form class="seek" data-check="${council.council}" hidden><div class="field"><label for="mark">${words.field}</label><input class="input" id="mark" name="mark" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="mark-hint"><p class="hint" id="mark-hint">${words.hint}</p></div><button class="button main" type="submit">${words.go}</button></form>
<p data-plain>${words.plain}</p>
<ul class="members links">${registers.flatMap(({ year, pages }) =>
    pages.map(
      ({ page, title }) =>
        html`<li><a href="${addressOfPage(council.council, year, page)}#register">${title}</a></li>`,
    ),
  )}</ul>
</div></div>
<div class="answers" role="status" aria-live="polite" data-answers></div>
<template data-answer="waiting"><p>${words.waiting}</p></template>
<template data-answer="lost"><div class="notice" data-state="care"><p class="grow">${words.lost}</p></div></template>
<template data-answer="no"><div class="notice" data-state="care"><div class="grow"><p class="strong">${words.no}</p><p>${words.noHow}</p></div></div></template>
<template data-answer="many"><p class="quiet">${words.many}</p></template>
<template data-answer="yes"><div class="notice" data-state="good"><div class="grow"><p class="strong">${words.yes}</p><dl class="told">${row("recipient", words.recipient)}${row("award", words.award)}${row("number", words.number)}${row("date", words.date)}${row("year", words.year)}${row("code", words.code)}</dl><p class="small" data-of="changed">${words.changed}</p></div></div></template>`;
  return pageOf({
    title: words.title(council.name),
    description: words.how,
    council,
    at: { site, path: `/c/${council.council}/check` },
    body,
  });
}

/** What stands where nothing is out. */
export function gonePage(
  council: Council,
  { withdrawn, hasOthers }: { withdrawn?: string | undefined; hasOthers: boolean },
): string {
  const words = say.gone;
  const body = html`<div class="hero"><div class="flow far">
<p class="crumb"><span>${council.name || say.councils}</span></p>
<h1>${words.head}</h1>
<p class="quiet">${withdrawn ? words.withdrawn(dayIn(withdrawn)) : words.never}</p>
<p>${hasOthers ? html`<a class="button" href="/c/${council.council}">${words.others}</a>` : words.ask}</p>
</div></div>`;
  return pageOf({ title: words.title, description: words.never, council, body });
}

/** For search engines: the addresses that are out, and since when. */
export function sitemap(council: string, out: readonly Out[], site: string): string {
  const entry = (path: string, at?: string) =>
    html`<url><loc>${site + path}</loc>${at && html`<lastmod>${at}</lastmod>`}</url>\n`;
  return (
    new Markup('<?xml version="1.0" encoding="UTF-8"?>\n').text +
    html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${out.length > 0 && [entry(`/c/${council}`), entry(`/c/${council}/check`)]}${out.map(({ year, page, at }) => entry(addressOfPage(council, year, page), at))}</urlset>
`.text
  );
}
