import { type Format, formatIn } from "./words/format.ts";
import type { Pack, Pages } from "./words/pack.ts";
import type { Refusals } from "./words/refusals.ts";
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

const refusals: Record<LanguageName, () => Promise<Refusals>> = {
  vi: () => import("./words/refusals-vi.ts").then(({ refusalsVi }) => refusalsVi),
  en: () => import("./words/refusals-en.ts").then(({ refusalsEn }) => refusalsEn),
  lo: () => import("./words/refusals-lo.ts").then(({ refusalsLo }) => refusalsLo),
  th: () => import("./words/refusals-th.ts").then(({ refusalsTh }) => refusalsTh),
};

/** The language a person reads in. Vietnamese is there at once; another one comes when it is chosen. */
class Language {
  name = $state<LanguageName>("vi");
  words = $state.raw<Words>(vi);
  /** What pages say that bring their own words in Vietnamese and English. */
  pages = $state.raw<Pages>();
  /** How every refusal is told: nobody's first page waits for that. */
  refusals = $state.raw<Refusals>();
  format = $state.raw<Format>(formatIn("vi"));
  readonly ready: Promise<void>;

  constructor() {
    const kept = localStorage.getItem("language");
    this.ready = kept && kept in languages ? this.choose(kept as LanguageName) : Promise.resolve();
  }

  async choose(name: LanguageName) {
    const [{ words, pages }, told] = await Promise.all([
      others[name](),
      this.refusals ? refusals[name]() : undefined,
    ]);
    this.refusals = told;
    this.words = words;
    this.pages = pages;
    this.format = formatIn(name);
    this.name = name;
    document.documentElement.lang = name;
    localStorage.setItem("language", name);
  }

  /** Without a network they are learnt the next time; until then a refusal is told in few words. */
  async learnRefusals() {
    const { name } = this;
    const told = this.refusals ?? (await refusals[name]().catch(() => undefined));
    if (name === this.name) this.refusals = told;
  }
}

export const language = new Language();
