import { vi, type Words } from "./words/vi.ts";

/** By the names their readers give them; Lao and Thai say that they are drafts. */
export const languages = {
  vi: "Tiếng Việt",
  en: "English",
  lo: "ລາວ (ສະບັບຮ່າງ)",
  th: "ไทย (ฉบับร่าง)",
} as const;
export type LanguageName = keyof typeof languages;

const others: Record<Exclude<LanguageName, "vi">, () => Promise<Words>> = {
  en: () => import("./words/en.ts").then(({ en }) => en),
  lo: () => import("./words/lo.ts").then(({ lo }) => lo),
  th: () => import("./words/th.ts").then(({ th }) => th),
};

/** Vietnamese is there at once, and where another language cannot be had: a ballot is never kept waiting for words. */
export const wordsIn = async (name: LanguageName | undefined): Promise<Words> =>
  name === undefined || name === "vi" ? vi : others[name]().catch(() => vi);
