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

  const partsOf = (value: number) => plain.formatToParts(value);
  const number = (value: number) => signed(plain.format(value));
  return {
    locale,
    number,
    /** All of a column with as many decimals as one of them needs, so that their commas stand below each other. */
    column(values: readonly number[]): (value: number) => string {
      const decimals = values.map(
        (value) => partsOf(value).find(({ type }) => type === "fraction")?.value.length,
      );
      const most = Math.max(...decimals.map((count = 0) => count), 0);
      const aligned = new Intl.NumberFormat(locale, {
        minimumFractionDigits: most,
        maximumFractionDigits: most,
      });
      return (value) => signed(aligned.format(value));
    },
    percent: (value: number) => `${number(value)}\u00a0%`,
    day: (instant: string) => days.format(new Date(instant)),
    /** Intl joins Thai names by bare spaces and Lao ones by commas alone. */
    list: (names: readonly string[]) =>
      joiner === undefined
        ? lists.format(names)
        : [names.slice(0, -1).join(", "), ...names.slice(-1)].filter(Boolean).join(joiner),
  };
}

const signed = (written: string) => written.replace(/^-/, "−");
