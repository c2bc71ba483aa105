import { closing as en } from "./en-pages.ts";
import { PageWords } from "./page-words.svelte.ts";
import { closing as vi } from "./vi-pages.ts";

/** What is said where a year is closed. */
export const closingWords = new PageWords("closing", { vi, en });
