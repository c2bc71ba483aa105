import { profile as en } from "./en-profile.ts";
import { PageWords } from "./page-words.svelte.ts";
import { profile as vi } from "./vi-profile.ts";

/** What is said of one unit over its years. */
export const profileWords = new PageWords("profile", { vi, en });
