import { language } from "../language.svelte.ts";
import type { Pages } from "./pack.ts";

/** Words that come with their pages, in Vietnamese and English: nobody else's first visit waits for them. */
export class PageWords<Name extends keyof Pages> {
  readonly #name: Name;
  readonly #vi: Pages[Name];
  readonly #en: Pages[Name];

  constructor(name: Name, words: { vi: Pages[Name]; en: Pages[Name] }) {
    this.#name = name;
    this.#vi = words.vi;
    this.#en = words.en;
  }

  get current(): Pages[Name] {
    return language.pages?.[this.#name] ?? (language.name === "vi" ? this.#vi : this.#en);
  }
}
