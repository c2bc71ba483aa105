import { sheet as en } from "./en-sheet.ts";
import { PageWords } from "./page-words.svelte.ts";
import { sheet as vi } from "./vi-sheet.ts";

/** What is said of a sheet. */
export const sheetWords = new PageWords("sheet", { vi, en });
