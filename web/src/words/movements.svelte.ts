import { movements as en } from "./en-movements.ts";
import { PageWords } from "./page-words.svelte.ts";
import { movements as vi } from "./vi-movements.ts";

/** What is said of movements. */
export const movementWords = new PageWords("movements", { vi, en });
