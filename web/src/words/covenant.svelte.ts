import { covenant as en } from "./en-covenant.ts";
import { PageWords } from "./page-words.svelte.ts";
import { covenant as vi } from "./vi-covenant.ts";

/** What is said of a covenant. */
export const covenantWords = new PageWords("covenant", { vi, en });
