import { help as en } from "./en-help.ts";
import { PageWords } from "./page-words.svelte.ts";
import { help as vi } from "./vi-help.ts";

/** The guides. */
export const helpWords = new PageWords("help", { vi: vi, en: en });
