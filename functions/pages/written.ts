import { vi as say } from "./words.ts";

const timeZone = "Asia/Ho_Chi_Minh";
const plain = new Intl.NumberFormat(say.locale, { maximumFractionDigits: 2 });
const days = new Intl.DateTimeFormat(say.locale, {
  timeZone,
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
});

/** Numbers and days as people here write them. */
export const numberIn = (number: number) => plain.format(number).replace(/^-/, "−");
export const percentIn = (number: number) => `${numberIn(number)}\u00a0%`;
export const dayIn = (instant: string) => days.format(new Date(instant));
/** A list of names in a sentence. */
export const listIn = (names: readonly string[]) =>
  new Intl.ListFormat(say.locale, { type: "conjunction" }).format(names);
