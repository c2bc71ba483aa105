import type { Words } from "./vi.ts";
import type { appraisal } from "./vi-appraisal.ts";
import type { ConferenceWords } from "./vi-conference.ts";
import type { covenant } from "./vi-covenant.ts";
import type { demo } from "./vi-demo.ts";
import type { evidence } from "./vi-evidence.ts";
import type { help } from "./vi-help.ts";
import type { crossCheck, matrix } from "./vi-matrix.ts";
import type { movements } from "./vi-movements.ts";
import type { nominations, register } from "./vi-nominations.ts";
import type { closing, polls } from "./vi-pages.ts";
import type { profile } from "./vi-profile.ts";
import type { publishing } from "./vi-publishing.ts";
import type { ranking } from "./vi-ranking.ts";
import type { rotation } from "./vi-rotation.ts";
import type { scheme } from "./vi-scheme.ts";
import type { SetupWords } from "./vi-setup.ts";
import type { sheet } from "./vi-sheet.ts";
import type { spreadsheet } from "./vi-spreadsheet.ts";
import type { trail } from "./vi-trail.ts";

/** A language that comes whole: what the pages say that have words of their own, too. */
export type Pack = { words: Words; pages: Pages };
export type Pages = {
  sheet: typeof sheet;
  evidence: typeof evidence;
  appraisal: typeof appraisal;
  matrix: typeof matrix;
  crossCheck: typeof crossCheck;
  ranking: typeof ranking;
  closing: typeof closing;
  movements: typeof movements;
  polls: typeof polls;
  covenant: typeof covenant;
  profile: typeof profile;
  trail: typeof trail;
  hall: ConferenceWords;
  demo: typeof demo;
  help: typeof help;
  setup: SetupWords;
  scheme: typeof scheme;
  publishing: typeof publishing;
  rotation: typeof rotation;
  nominations: typeof nominations;
  register: typeof register;
  /** Names of awards; English ones come with the catalogue. */
  awards: Readonly<Record<string, string>>;
  spreadsheet: typeof spreadsheet;
};
