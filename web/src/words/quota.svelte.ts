import { quota as en } from "./en-quota.ts";
import { PageWords } from "./page-words.svelte.ts";
import { quota as vi } from "./vi-quota.ts";

/** What is said of how many may be proposed. */
export const quotaWords = new PageWords("quota", { vi, en });
