import { nominations as en } from "./en-nominations.ts";
import { PageWords } from "./page-words.svelte.ts";
import { nominations as vi } from "./vi-nominations.ts";

/** What the pages of nominations say. */
export const nominationWords = new PageWords("nominations", { vi: vi, en: en });
