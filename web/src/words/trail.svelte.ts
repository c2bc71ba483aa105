import { trail as en } from "./en-trail.ts";
import { PageWords } from "./page-words.svelte.ts";
import { trail as vi } from "./vi-trail.ts";

/** What is said of deeds, and where they are looked up. */
export const trailWords = new PageWords("trail", { vi, en });
