import { awards } from "#domain/award.ts";
import type { LanguageName } from "../language.svelte.ts";

const names = new Map(awards.map(({ code, nameVi, nameEn }) => [code, { vi: nameVi, en: nameEn }]));

/** An award by its name, Vietnamese where no other is known; one the catalogue has forgotten keeps its code. */
export const awardName = (code: string, language: LanguageName): string =>
  names.get(code)?.[language === "en" ? "en" : "vi"] ?? code;

const inVietnamese: readonly [RegExp, string][] = [
  [/\bLaw\b/g, "Luật"],
  [/\bDecree\b/g, "Nghị định"],
  [/\bCircular\b/g, "Thông tư"],
  [/,? \bArts?\.\s*/g, ", Điều "],
];

/** The article a standard stands in; the catalogue cites in English. */
export const basisIn = (basis: string, language: LanguageName): string =>
  language === "en" ? basis : inVietnamese.reduce((text, [from, to]) => text.replace(from, to), basis);
