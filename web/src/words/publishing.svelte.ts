import { publishing as en } from "./en-publishing.ts";
import { PageWords } from "./page-words.svelte.ts";
import { publishing as vi } from "./vi-publishing.ts";

/** What the clerk's pages of what is public say. */
export const publishingWords = new PageWords("publishing", { vi: vi, en: en });
