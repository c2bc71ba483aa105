import { rotation as en } from "./en-rotation.ts";
import { PageWords } from "./page-words.svelte.ts";
import { rotation as vi } from "./vi-rotation.ts";

/** What the pages of rotation and handover say. */
export const rotationWords = new PageWords("rotation", { vi: vi, en: en });
