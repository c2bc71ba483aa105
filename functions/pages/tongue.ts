import { expectAward } from "#domain/award.ts";
import { type PageLanguage, pageLanguages } from "#domain/public-address.ts";
import { html, type Markup } from "./markup.ts";
import { en } from "./words/en.ts";
import { lo } from "./words/lo.ts";
import { th } from "./words/th.ts";
import { vi, type Words } from "./words/vi.ts";
import { writtenIn } from "./written.ts";

/** One language a page is written in: its words, and how numbers, days and lists are written. */
export type Tongue = { language: PageLanguage; say: Words } & ReturnType<typeof writtenIn>;

const words: Record<PageLanguage, Words> = { vi, en, lo, th };
export const tongues = Object.fromEntries(
  pageLanguages.map((language) => [language, { language, say: words[language], ...writtenIn(language) }]),
) as Record<PageLanguage, Tongue>;

/** An award by its name: Vietnamese where the law gives no other, and beside the English one. */
export const awardName = (code: string, { language }: Tongue): string =>
  language === "en" ? expectAward(code).nameEn : expectAward(code).nameVi;

export function awardIn(code: string, { language }: Tongue): Markup {
  const { nameVi, nameEn } = expectAward(code);
  const official = html`<span lang="vi">${nameVi}</span>`;
  if (language === "vi") return html`${nameVi}`;
  return language === "en" ? html`${nameEn}<br><span class="small quiet">${official}</span>` : official;
}

/** Said in Vietnamese on a page that speaks another language. */
export const quoted = (text: string, { language }: Tongue): Markup =>
  language === "vi" ? html`${text}` : html`<span lang="vi">${text}</span>`;
