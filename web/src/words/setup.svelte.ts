import { setupEn } from "./en-setup.ts";
import { PageWords } from "./page-words.svelte.ts";
import { setupVi } from "./vi-setup.ts";

/** What the clerk's pages of units and people say. */
export const setupWords = new PageWords("setup", { vi: setupVi, en: setupEn });
