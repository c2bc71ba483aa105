import { spreadsheet as en } from "./en-spreadsheet.ts";
import { PageWords } from "./page-words.svelte.ts";
import { spreadsheet as vi } from "./vi-spreadsheet.ts";

/** What is said of a file that somebody chose as a table. */
export const spreadsheetWords = new PageWords("spreadsheet", { vi, en });
