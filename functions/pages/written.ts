import type { PageLanguage } from "#domain/public-address.ts";

const timeZone = "Asia/Ho_Chi_Minh";
/** Thai by the Gregorian calendar, as the papers it speaks of; digits as everywhere. */
const locales: Record<PageLanguage, string> = {
  vi: "vi-VN",
  en: "en-GB",
  lo: "lo-u-nu-latn",
  th: "th-TH-u-ca-gregory-nu-latn",
};
const joiners: Partial<Record<PageLanguage, string>> = { lo: " ແລະ ", th: " และ " };

/** How numbers, days and lists are written in one language; days are Vietnam's. */
export function writtenIn(language: PageLanguage) {
  const locale = locales[language];
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const month = language === "vi" ? "2-digit" : "long";
  const day = language === "vi" ? "2-digit" : "numeric";
  const days = new Intl.DateTimeFormat(locale, { timeZone, day, month, year: "numeric" });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const joiner = joiners[language];

  const number = (value: number) => plain.format(value).replace(/^-/, "−");
  return {
    locale,
    number,
    percent: (value: number) => `${number(value)}\u00a0%`,
    day: (instant: string) => days.format(new Date(instant)),
    /** Intl joins Thai names by bare spaces and Lao ones by commas alone. */
    list: (names: readonly string[]) =>
      joiner === undefined
        ? lists.format(names)
        : [names.slice(0, -1).join(", "), ...names.slice(-1)].filter(Boolean).join(joiner),
  };
}
