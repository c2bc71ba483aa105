import { matrix as en } from "./en-matrix.ts";
import { PageWords } from "./page-words.svelte.ts";
import { matrix as vi } from "./vi-matrix.ts";

/** What is said of the scoring matrix. */
export const matrixWords = new PageWords("matrix", { vi, en });
