import { expectMay, type RightName } from "#domain/caller.ts";
import type { Door } from "#lib/serve.ts";
import { tableOf } from "#lib/table.ts";
import { type Context, door, type Found } from "../identity.ts";

/** Officers come in as everywhere; anybody may ask what a council has let out, under its address. */
export const publicDoor: Door<Context, Found> = async (event, asked) => {
  const { route, params, did, now } = asked;
  const { council } = params as { council?: string };
  if (route.by !== "nobody" || council === undefined) return door(event, asked);
  const caller = { council, person: "nobody", role: "nobody" } as const;
  expectMay(caller, route.may as RightName, {}, now);
  return { context: { caller, table: tableOf(council, { by: "nobody", at: now, did }) }, found: {} };
};
