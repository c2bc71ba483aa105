import { register as en } from "./en-nominations.ts";
import { PageWords } from "./page-words.svelte.ts";
import { register as vi } from "./vi-nominations.ts";

/** What the register of awards says. */
export const registerWords = new PageWords("register", { vi: vi, en: en });
