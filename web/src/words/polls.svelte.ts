import { polls as en } from "./en-pages.ts";
import { PageWords } from "./page-words.svelte.ts";
import { polls as vi } from "./vi-pages.ts";

/** What is said of polls and conferences. */
export const pollWords = new PageWords("polls", { vi, en });
