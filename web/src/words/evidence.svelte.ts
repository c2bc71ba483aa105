import { evidence as en } from "./en-evidence.ts";
import { PageWords } from "./page-words.svelte.ts";
import { evidence as vi } from "./vi-evidence.ts";

/** What is said of evidence, and about it. */
export const evidenceWords = new PageWords("evidence", { vi, en });
