import { type Format, formatIn } from "./words/format.ts";
import { vi, type Words } from "./words/vi.ts";

export const languages = { vi: "Tiếng Việt", en: "English" } as const;
export type LanguageName = keyof typeof languages;
/** Not yet read by somebody whose language it is. */
export const drafts: ReadonlySet<string> = new Set();

const others: Record<Exclude<LanguageName, "vi">, () => Promise<Words>> = {
  en: () => import("./words/en.ts").then(({ en }) => en),
};

/** The language a person reads in. Vietnamese is there at once; another one comes when it is chosen. */
class Language {
  name = $state<LanguageName>("vi");
  words = $state.raw<Words>(vi);
  format = $state.raw<Format>(formatIn("vi"));
  readonly ready: Promise<void>;

  constructor() {
    const kept = localStorage.getItem("language");
    this.ready = kept && kept in languages ? this.choose(kept as LanguageName) : Promise.resolve();
  }

  async choose(name: LanguageName) {
    this.words = name === "vi" ? vi : await others[name]();
    this.format = formatIn(name);
    this.name = name;
    document.documentElement.lang = name;
    localStorage.setItem("language", name);
  }
}

export const language = new Language();
