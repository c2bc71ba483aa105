import { awards } from "#domain/award.ts";
import { language as chosen, type LanguageName } from "../language.svelte.ts";

const names = new Map(awards.map(({ code, nameVi, nameEn }) => [code, { vi: nameVi, en: nameEn }]));

/**
 * An award by its name; one the catalogue has forgotten keeps its code. In Lao and Thai the official Vietnamese name
 * stands beside, since the paper bears no other.
 */
export function awardName(code: string, language: LanguageName): string {
  const official = names.get(code)?.[language === "en" ? "en" : "vi"] ?? code;
  const own = language === chosen.name ? chosen.pages?.awards[code] : undefined;
  return own ? `${own} (${official.split(" (")[0]})` : official;
}

const inVietnamese: readonly [RegExp, string][] = [
  [/\bLaw\b/g, "Luật"],
  [/\bDecree\b/g, "Nghị định"],
  [/\bCircular\b/g, "Thông tư"],
  [/,? \bArts?\.\s*/g, ", Điều "],
];

/** The article a standard stands in; the catalogue cites in English. */
export const basisIn = (basis: string, language: LanguageName): string =>
  language === "en" ? basis : inVietnamese.reduce((text, [from, to]) => text.replace(from, to), basis);
