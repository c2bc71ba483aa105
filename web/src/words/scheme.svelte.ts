import { scheme as en } from "./en-scheme.ts";
import { PageWords } from "./page-words.svelte.ts";
import { scheme as vi } from "./vi-scheme.ts";

/** What the pages of a scoring table say. */
export const schemeWords = new PageWords("scheme", { vi: vi, en: en });
