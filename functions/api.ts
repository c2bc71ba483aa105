import { ballots } from "./api/ballots.ts";
import { closing } from "./api/closing.ts";
import { movements } from "./api/movements.ts";
import { nominations } from "./api/nominations.ts";
import { publishing } from "./api/publishing.ts";
import { rotation } from "./api/rotation.ts";
import { scoring } from "./api/scoring.ts";
import { units } from "./api/units.ts";

/** Every route there is. CDK, the local server, the handlers and the web all read it from here. */
export const api = {
  units,
  scoring,
  movements,
  ballots,
  nominations,
  rotation,
  publishing,
  closing,
};
