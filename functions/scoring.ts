import { serve } from "#lib/serve.ts";
import { api } from "./api.ts";
import { door } from "./identity.ts";
import { evidence } from "./scoring/evidence.ts";
import { ranking } from "./scoring/ranking.ts";
import { review } from "./scoring/review.ts";
import { schemes } from "./scoring/schemes.ts";
import { sheets } from "./scoring/sheets.ts";

/** From the table of criteria to the ranking; each part in a file of its own. */
export const handler = serve("scoring", api.scoring, door, {
  ...schemes,
  ...sheets,
  ...evidence,
  ...review,
  ...ranking,
});
