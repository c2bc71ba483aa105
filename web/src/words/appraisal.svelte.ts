import { appraisal as en } from "./en-appraisal.ts";
import { PageWords } from "./page-words.svelte.ts";
import { appraisal as vi } from "./vi-appraisal.ts";

/** What is said where a sheet is appraised. */
export const appraisalWords = new PageWords("appraisal", { vi, en });
