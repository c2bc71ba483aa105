import type { Words } from "./vi.ts";
import type { ConferenceWords } from "./vi-conference.ts";
import type { help } from "./vi-help.ts";
import type { SetupWords } from "./vi-setup.ts";

/** A language that comes whole: what the pages say that have words of their own, too. */
export type Pack = { words: Words; pages: Pages };
export type Pages = { hall: ConferenceWords; help: typeof help; setup: SetupWords };
