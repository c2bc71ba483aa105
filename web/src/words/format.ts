const timeZone = "Asia/Ho_Chi_Minh";
/** Thai by the Gregorian calendar, as the papers it speaks of; digits as everywhere. */
const locales = {
  vi: "vi-VN",
  en: "en-GB",
  lo: "lo-u-nu-latn",
  th: "th-TH-u-ca-gregory-nu-latn",
} as const;
/** Where decimals have a comma. */
const hasComma = (name: keyof typeof locales) => name === "vi" || name === "lo";

const todays = { vi: "hôm nay", en: "today", lo: "ມື້ນີ້", th: "วันนี้" } as const;
const joiners = { lo: " ແລະ ", th: " และ " } as const;

/** How numbers, days and hours are written in one language; hours are Vietnam's, wherever one reads. */
export function formatIn(name: keyof typeof locales) {
  const locale = locales[name];
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const column = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  /** One is dear to make, and a long list asks for the same few again and again. */
  const made = new Map<string, Intl.DateTimeFormat>();
  const parts = (instant: string | number, options: Intl.DateTimeFormatOptions) => {
    const name = Object.entries(options).join();
    const written =
      made.get(name) ?? new Intl.DateTimeFormat(locale, { timeZone, hourCycle: "h23", ...options });
    made.set(name, written);
    return Object.fromEntries(
      written.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
    );
  };
  const signed = (text: string) => text.replace(/^-/, "−");

  const hour = (instant: string | number) => {
    const { hour, minute } = parts(instant, { hour: "2-digit", minute: "2-digit" });
    return `${hour}:${minute}`;
  };
  const shortDay = (instant: string | number) => {
    const day = parts(instant, { day: "numeric" })["day"];
    if (name === "en" || name === "th") return `${day} ${monthName(instant, "short")}`;
    return `${day}/${parts(instant, { month: "numeric" })["month"]}`;
  };
  const monthName = (instant: string | number, month: "short" | "long") =>
    parts(instant, { month })["month"] ?? "";
  const day = (instant: string | number) => {
    if (name !== "vi")
      return (
        parts(instant, { day: "numeric" })["day"] +
        ` ${monthName(instant, "long")} ${parts(instant, { year: "numeric" })["year"]}`
      );
    const { day, month, year } = parts(instant, { day: "2-digit", month: "2-digit", year: "numeric" });
    return `${day}/${month}/${year}`;
  };
  const weekday = (instant: string | number) => {
    const { weekday = "" } = parts(instant, { weekday: "long" });
    return name === "vi"
      ? weekday
          .replace("Thứ", "thứ")
          .replace("Chủ Nhật", "Chủ nhật")
          .replace(/^thứ (\S)/, (_, first: string) => `thứ ${first.toUpperCase()}`)
      : weekday;
  };

  return {
    number: (number: number) => signed(plain.format(number)),
    /** Two decimals always, for figures under one another. */
    column: (number: number) => signed(column.format(number)),
    percent: (number: number) => `${signed(plain.format(number))}\u00a0%`,
    /** As somebody would type it into a field: no thousands mark. */
    typed: (number: number) => (hasComma(name) ? String(number).replace(".", ",") : String(number)),
    hour,
    weekday,
    shortDay,
    day,
    dayNumber: (instant: string | number) => parts(instant, { day: "numeric" })["day"] ?? "",
    month: (instant: string | number) =>
      name === "vi" ? `tháng ${parts(instant, { month: "numeric" })["month"]}` : monthName(instant, "long"),
    /** Day and hour of a deadline. */
    deadline: (instant: string | number) => `${hour(instant)} ${weekday(instant)} ${day(instant)}`,
    /** When something happened, short: with the hour alone where it was today. */
    stamp: (instant: string | number, now: string | number = Date.now()) => {
      if (day(instant) !== day(now)) return `${shortDay(instant)}, ${hour(instant)}`;
      return `${todays[name]} ${hour(instant)}`;
    },
    /** Intl joins Thai names by bare spaces and Lao ones by commas alone. */
    list: (items: readonly string[]) =>
      name === "lo" || name === "th"
        ? [items.slice(0, -1).join(", "), ...items.slice(-1)].filter(Boolean).join(joiners[name])
        : new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
    /** Names are Vietnamese in whatever language one reads. */
    collate: new Intl.Collator(locales.vi).compare,
  };
}
export type Format = ReturnType<typeof formatIn>;
