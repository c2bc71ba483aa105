import { expectMay, type RightName } from "#domain/caller.ts";
import { refuse } from "#domain/refuse.ts";
import type { Door } from "#lib/serve.ts";
import { tableOf } from "#lib/table.ts";
import { type Context, door, expectLasting, type Found } from "../identity.ts";
import { patience } from "./fence.ts";
import { holderOf } from "./tickets.ts";

/** The door of a conference: delegates come in with a ticket, watchers by its address, officers as everywhere. */
export const hallDoor: Door<Context, Found> = async (event, asked) => {
  const { route, params, did, now } = asked;
  const { council, conference } = params as { council?: string; conference?: string };
  if (route.by === "token" || council === undefined || conference === undefined) return door(event, asked);

  const may = route.may as RightName;
  const table = tableOf(council, { by: route.by, at: now, did }, { patience });
  // Phones know these words already: whoever holds a ticket was told of no demo.
  await expectLasting(table, now, refuse("conference/unknown", { conference }));
  if (route.by === "nobody") {
    const caller = { council, person: "nobody", role: "nobody" } as const;
    expectMay(caller, may, {}, now);
    return { context: { caller, table }, found: {} };
  }
  const [, ticket] = /^Ticket (.{1,100})$/.exec(event.headers["authorization"] ?? "") ?? [];
  if (ticket === undefined) throw refuse("ticket/unknown");
  const { delegate } = await holderOf(table, conference, ticket);
  const caller = { council, person: delegate, role: "delegate" } as const;
  expectMay(caller, may, {}, now);
  return { context: { caller, table }, found: {} };
};
