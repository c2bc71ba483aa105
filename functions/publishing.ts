import { serve } from "#lib/serve.ts";
import { api } from "./api.ts";
import { desk } from "./publishing/desk.ts";
import { outside } from "./publishing/outside.ts";
import { publicDoor } from "./publishing/public-door.ts";

/** What everybody may read, written and taken away as finished files. */
export const handler = serve("publishing", api.publishing, publicDoor, { ...desk, ...outside });
