import { type Format, formatIn } from "./words/format.ts";
import type { Pack, Pages } from "./words/pack.ts";
import { vi, type Words } from "./words/vi.ts";

export const languages = { vi: "Tiếng Việt", en: "English", lo: "ລາວ", th: "ไทย" } as const;
export type LanguageName = keyof typeof languages;
/** Not yet read by somebody whose language it is. */
export const drafts: ReadonlySet<string> = new Set(["lo", "th"]);

type Came = { words: Words; pages?: Pages };
const others: Record<LanguageName, () => Promise<Came>> = {
  vi: async () => ({ words: vi }),
  en: () => import("./words/en.ts").then(({ en }) => ({ words: en })),
  lo: (): Promise<Pack> => import("./words/lo.ts").then(({ lo }) => lo),
  th: (): Promise<Pack> => import("./words/th.ts").then(({ th }) => th),
};

/** The language a person reads in. Vietnamese is there at once; another one comes when it is chosen. */
class Language {
  name = $state<LanguageName>("vi");
  words = $state.raw<Words>(vi);
  /** What pages say that bring their own words in Vietnamese and English. */
  pages = $state.raw<Pages>();
  format = $state.raw<Format>(formatIn("vi"));
  readonly ready: Promise<void>;

  constructor() {
    const kept = localStorage.getItem("language");
    this.ready = kept && kept in languages ? this.choose(kept as LanguageName) : Promise.resolve();
  }

  async choose(name: LanguageName) {
    const { words, pages } = await others[name]();
    this.words = words;
    this.pages = pages;
    this.format = formatIn(name);
    this.name = name;
    document.documentElement.lang = name;
    localStorage.setItem("language", name);
  }
}

export const language = new Language();
