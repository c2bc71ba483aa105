import type { Words } from "./vi.ts";
import type { ConferenceWords } from "./vi-conference.ts";
import type { demo } from "./vi-demo.ts";
import type { help } from "./vi-help.ts";
import type { nominations, register } from "./vi-nominations.ts";
import type { publishing } from "./vi-publishing.ts";
import type { quota } from "./vi-quota.ts";
import type { rotation } from "./vi-rotation.ts";
import type { scheme } from "./vi-scheme.ts";
import type { SetupWords } from "./vi-setup.ts";
import type { spreadsheet } from "./vi-spreadsheet.ts";

/** A language that comes whole: what the pages say that have words of their own, too. */
export type Pack = { words: Words; pages: Pages };
export type Pages = {
  hall: ConferenceWords;
  demo: typeof demo;
  help: typeof help;
  setup: SetupWords;
  scheme: typeof scheme;
  publishing: typeof publishing;
  rotation: typeof rotation;
  nominations: typeof nominations;
  register: typeof register;
  quota: typeof quota;
  /** Names of awards; English ones come with the catalogue. */
  awards: Readonly<Record<string, string>>;
  spreadsheet: typeof spreadsheet;
};
