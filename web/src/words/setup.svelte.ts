import { language } from "../language.svelte.ts";
import { setupEn } from "./en-setup.ts";
import { type SetupWords, setupVi } from "./vi-setup.ts";

/** What the clerk's pages of units and people say. It comes with these pages: nobody else's first visit waits for it. */
class Setup {
  get current(): SetupWords {
    return language.pages?.setup ?? (language.name === "vi" ? setupVi : setupEn);
  }
}

export const setupWords = new Setup();
