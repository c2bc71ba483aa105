import { demo as en } from "./en-demo.ts";
import { PageWords } from "./page-words.svelte.ts";
import { demo as vi } from "./vi-demo.ts";

/** What is said of a demo. */
export const demoWords = new PageWords("demo", { vi, en });
