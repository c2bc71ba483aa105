import { crossCheck as en } from "./en-matrix.ts";
import { PageWords } from "./page-words.svelte.ts";
import { crossCheck as vi } from "./vi-matrix.ts";

/** What is said of who appraises whom. */
export const crossCheckWords = new PageWords("crossCheck", { vi, en });
