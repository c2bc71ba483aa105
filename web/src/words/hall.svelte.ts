import { conferenceEn } from "./en-conference.ts";
import { PageWords } from "./page-words.svelte.ts";
import { conferenceVi } from "./vi-conference.ts";

/** What the pages of a conference say. */
export const hallWords = new PageWords("hall", { vi: conferenceVi, en: conferenceEn });
