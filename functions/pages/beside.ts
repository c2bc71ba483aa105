import {
  addressOfPage,
  homeOf,
  type PageLanguage,
  pageLanguages,
  subjectOf,
} from "#domain/public-address.ts";
import type { Publication } from "#domain/publication.ts";
import { type Council, pageOf } from "./frame.ts";
import { html, Markup } from "./markup.ts";
import type { Tongue } from "./tongue.ts";

type Out = Pick<Publication, "year" | "page" | "title" | "titles" | "at">;

/** The languages a page is out in. */
const languagesOf = ({ titles }: Pick<Out, "titles">): readonly PageLanguage[] =>
  titles === undefined ? ["vi"] : pageLanguages;

/** A page by its title in the language one reads, or in Vietnamese where it is out in no other. */
function linkTo(council: Council, out: Out, { language }: Tongue, part = ""): Markup {
  const own = languagesOf(out).includes(language) ? language : "vi";
  const address = addressOfPage(council.council, out.year, out.page, own) + part;
  return html`<a href="${address}"${own !== language && html` hreflang="vi" lang="vi"`}>${out.titles?.[own] ?? out.title}</a>`;
}

const kinds = ["honours", "cluster", "movement"] as const;
const placeOf = ({ page }: Pick<Out, "page">) => kinds.indexOf(subjectOf(page).kind);

/** Years from the last, in each the honour board before the clusters as people count them, and those before movements. */
function byYear(out: readonly Out[]) {
  const collate = new Intl.Collator("vi", { numeric: true }).compare;
  return Array.from(Map.groupBy(out, ({ year }) => year))
    .toSorted(([a], [b]) => b - a)
    .map(([year, pages]) => ({
      year,
      pages: pages.toSorted((a, b) => placeOf(a) - placeOf(b) || collate(a.title, b.title)),
    }));
}

/** Where everything that is out is found. */
export function indexPage(council: Council, out: readonly Out[], site: string, tongue: Tongue): string {
  const { say, day } = tongue;
  const body = html`<div class="hero"><div class="flow far">
<p class="crumb"><span>${council.name}</span></p>
<h1>${say.index.head} <br>${say.index.headOf}</h1>
<p class="quiet">${out.length > 0 ? say.index.how : say.index.empty}</p>
</div></div>
${byYear(out).map(
  ({ year, pages }) =>
    html`<section class="part" aria-labelledby="y${year}"><h2 id="y${year}">${say.year(year)}</h2><ul class="members links">${pages.map(
      (one) =>
        html`<li>${linkTo(council, one, tongue)} <span class="small quiet">${say.published(day(one.at))}</span></li>`,
    )}</ul></section>`,
)}`;
  const path = (language: PageLanguage) => homeOf(council.council, language);
  const title = say.index.title(council.name);
  return pageOf({ title, description: say.index.how, council, path, site, body }, tongue);
}

/** Whoever holds a paper asks the register; the script fills the answers that stand here. */
export function checkPage(council: Council, out: readonly Out[], site: string, tongue: Tongue): string {
  const words = tongue.say.checking;
  const registers = byYear(out.filter(({ page }) => subjectOf(page).kind === "honours"));
  const links = registers.flatMap(({ pages }) =>
    pages.map((one) => linkTo(council, one, tongue, "#register")),
  );
  const body = html`<div class="hero"><div class="flow far">
<p class="crumb"><a href="${homeOf(council.council, tongue.language)}">${council.name}</a></p>
<h1>${words.head}</h1>
<p class="quiet">${words.how}</p>
<form class="seek" data-check="${council.council}" data-locale="${tongue.locale}" hidden><div class="field"><label for="mark">${words.field}</label><input class="input" id="mark" name="mark" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="mark-hint"><p class="hint" id="mark-hint">${words.hint}</p></div><button class="button main" type="submit">${words.go}</button></form>
<p data-plain>${words.plain}</p>
<ul class="members links">${links.map((link) => html`<li>${link}</li>`)}</ul>
</div></div>
<div class="answers" role="status" aria-live="polite" data-answers></div>
${answersIn(tongue)}`;
  const path = (language: PageLanguage) => `${homeOf(council.council, language)}/check`;
  return pageOf(
    { title: words.title(council.name), description: words.how, council, path, site, body },
    tongue,
  );
}

/** What the register may answer, to be filled in. */
function answersIn({ say }: Tongue): Markup {
  const words = say.checking;
  const row = (name: string, label: string) => html`<div><dt>${label}</dt><dd data-of="${name}"></dd></div>`;
  const told = html`<dl class="told">${row("recipient", words.recipient)}<div><dt>${words.award}</dt><dd data-of="awardEn"></dd><dd data-of="award" lang="vi"></dd></div>${row("number", words.number)}${row("date", words.date)}${row("year", words.year)}${row("code", words.code)}</dl><p class="small" data-of="changed">${words.changed}</p>`;
  return html`<template data-answer="waiting"><p>${words.waiting}</p></template>
<template data-answer="lost"><div class="notice" data-state="care"><p class="grow">${words.lost}</p></div></template>
<template data-answer="no"><div class="notice" data-state="care"><div class="grow"><p class="strong">${words.no}</p><p>${words.noHow}</p></div></div></template>
<template data-answer="many"><p class="quiet">${words.many}</p></template>
<template data-answer="yes"><div class="notice" data-state="good"><div class="grow"><p class="strong">${words.yes}</p><p data-of="restored">${blanks(say.restored)}</p>${told}</div></div></template>
<template data-answer="revoked"><div class="notice" data-state="care"><div class="grow"><p class="strong">${words.revoked}</p><p data-of="revoked">${blanks(say.revoked)}</p>${told}</div></div></template>`;
}

/** A sentence of a later decision, with room for its number and day. */
function blanks(sentence: (number: string, day: string) => string): Markup {
  const marks = { "{number}": "paper-number", "{day}": "paper-day" } as const;
  const pieces = sentence("{number}", "{day}").split(/(\{number\}|\{day\})/);
  return html`${pieces.map((piece) => (piece in marks ? html`<span data-of="${marks[piece as keyof typeof marks]}"></span>` : piece))}`;
}

type Gone = {
  path: (language: PageLanguage) => string;
  withdrawn?: string | undefined;
  /** In Vietnamese it is there. */
  isTranslation?: boolean;
  /** A council to be played with: nothing of it is ever out. */
  isDemo?: boolean;
  /** Where the pages that are out are listed. */
  others?: string | undefined;
};

/** What stands where nothing is out. */
export function gonePage(
  council: Council,
  { path, withdrawn, isTranslation = false, isDemo = false, others }: Gone,
  tongue: Tongue,
): string {
  const { say, day } = tongue;
  const words = say.gone;
  const told = isDemo
    ? words.demo
    : isTranslation
      ? words.onlyHow
      : withdrawn
        ? words.withdrawn(day(withdrawn))
        : words.never;
  const way = isTranslation
    ? html`<a class="button" href="${path("vi")}" hreflang="vi">${words.only}</a>`
    : others
      ? html`<a class="button" href="${others}">${words.others}</a>`
      : words.ask;
  const body = html`<div class="hero"><div class="flow far">
<p class="crumb"><span>${council.name || say.councils}</span></p>
<h1>${words.head}</h1>
<p class="quiet">${told}</p>
<p>${way}</p>
</div></div>`;
  return pageOf({ title: words.title, description: words.never, council, path, body }, tongue);
}

/** For search engines: the addresses that are out, and since when. */
export function sitemap(council: string, out: readonly Out[], site: string): string {
  const entry = (path: string, at?: string) =>
    html`<url><loc>${site + path}</loc>${at && html`<lastmod>${at}</lastmod>`}</url>\n`;
  const homes = pageLanguages.map((language) => homeOf(council, language));
  return (
    new Markup('<?xml version="1.0" encoding="UTF-8"?>\n').text +
    html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${out.length > 0 && homes.flatMap((home) => [entry(home), entry(`${home}/check`)])}${out.map((one) => languagesOf(one).map((language) => entry(addressOfPage(council, one.year, one.page, language), one.at)))}</urlset>
`.text
  );
}
