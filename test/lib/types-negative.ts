/*
 * What must not compile. `tsc` checks it: an error that is no longer one is an error here. It is never run.
 */
import * as z from "zod/mini";
import { api } from "#api";
import { Sheet } from "#domain/sheet.ts";
import { refuse } from "#domain/refuse.ts";
import { door } from "#functions/identity.ts";
import { items } from "#items";
import { client } from "#lib/client.ts";
import { routes } from "#lib/route.ts";
import { serve } from "#lib/serve.ts";
import { item } from "#lib/item.ts";
import { create, replace } from "#lib/op.ts";
import { tableOf } from "#lib/table.ts";

const { get } = routes<"anybody">()("/api", { year: z.number() });
// @ts-expect-error a name in a path that nobody knows
get("/years/{yaer}", { may: "anybody", gives: z.string() });
// @ts-expect-error a right that nobody knows
get("/years/{year}", { may: "everybody", gives: z.string() });
// @ts-expect-error a route that gives nothing
get("/years/{year}", { may: "anybody" });

// @ts-expect-error a group without its handlers
serve("movements", api.movements, door, {});
const { listMovements, saveMovement } = {} as Parameters<typeof serve<typeof api.movements, object, object>>[3];
// @ts-expect-error one handler is missing
serve("movements", api.movements, door, { listMovements, saveMovement });
serve("closing", api.closing, door, {
  readClosing: async () => ({}) as never,
  closeYear: async () => ({}) as never,
  // @ts-expect-error a handler that gives what its route does not promise
  readSnapshot: async () => ({ year: "x" }),
});

// @ts-expect-error a partition with a field the thing does not have
item(Sheet, { in: "YEAR#{yaer}", name: "SHEET#{unit}" });
// @ts-expect-error a name with a field the thing does not have
item(Sheet, { in: "YEAR#{year}", name: "SHEET#{unti}" });

const table = tableOf("vhttdl", { by: "an", at: "", did: "" });
// @ts-expect-error a key without all its fields
await table.read(items.version, { year: 2026, cluster: "cum-4", unit: "lang-son" });
// @ts-expect-error a key with a field of another kind
await table.read(items.year, { year: "2026" });
// @ts-expect-error a list without its whole partition
await table.list(items.sheet, { year: 2026 });
// @ts-expect-error a thing of another kind
create(items.year, { year: 2026, unit: "lang-son" }, refuse("year/exists"));
// @ts-expect-error a write that does not say what it refuses with
replace(items.year, undefined, {} as never);
// @ts-expect-error a refusal that nobody knows
refuse("year/burnt");

const call = client(api, fetch);
const place = { year: 2026, cluster: "cum-4", unit: "lang-son" };
// @ts-expect-error a group that nobody knows
call.shelves.readBook(place);
// @ts-expect-error a route that nobody knows
call.scoring.burnSheet(place);
// @ts-expect-error an address with a name missing
call.scoring.readSheet({ year: 2026, cluster: "cum-4" });
// @ts-expect-error a body missing
call.scoring.saveClaims(place);
// @ts-expect-error a body of another kind
call.scoring.saveClaims({ ...place, body: { changes: { "1.1": { now: "5" } } } });
// @ts-expect-error a rule of another base
call.ballots.savePoll({ ...place, poll: "p", body: { for: "head", candidates: [], rule: { base: "voters" } } });
// @ts-expect-error what a route gives, taken for something else
const total: string = (await call.scoring.readSheet(place)).points["1.1"];
// @ts-expect-error a field that a route does not give
console.log(total, (await call.scoring.readSheet(place)).ranks);
