import { ranking as en } from "./en-ranking.ts";
import { PageWords } from "./page-words.svelte.ts";
import { ranking as vi } from "./vi-ranking.ts";

/** What is said of a ranking. */
export const rankingWords = new PageWords("ranking", { vi, en });
