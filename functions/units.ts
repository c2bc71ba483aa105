import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { expectPlace } from "#domain/person.ts";
import { refuse } from "#domain/refuse.ts";
import { expectSuccessor, renamed } from "#domain/unit.ts";
import { setActive } from "#lib/accounts.ts";
import { create, replace } from "#lib/op.ts";
import { serve } from "#lib/serve.ts";
import { type Table, tableOf } from "#lib/table.ts";
import { api } from "./api.ts";
import { accountOf, door } from "./identity.ts";
import { apply, stage, undo } from "./imports.ts";
import { items } from "./items.ts";
import { access } from "./units/access.ts";
import { clusters } from "./units/clusters.ts";
import { demos, forgetAccounts } from "./units/demos.ts";
import { newSlip, slips } from "./units/slips.ts";
import { ifVisible, visible } from "./visible.ts";

const served = serve("units", api.units, door, {
  ...access,
  ...slips,
  ...demos,

  async createCouncil({ body: { clerk, ...council }, caller, now, table: system }) {
    const table = tableOf(council.council, { by: caller.person, at: now, did: "units.createCouncil" });
    const [known, slip] = await Promise.all([
      system.read(items.knownCouncil, council),
      table.read(items.slip, clerk),
    ]);
    // Whoever founded it and lost the answer gets a new slip, as long as nobody has come in with the first.
    if (known && (known.clerk !== clerk.person || slip?.usedAt))
      throw refuse("council/exists", { council: council.council });
    const taken = refuse("council/exists", { council: council.council });
    const person = { person: clerk.person, name: clerk.name, role: "clerk" as const, active: true };
    await system.write(create(items.knownCouncil, { council: council.council, clerk: clerk.person }, taken));
    await table.write(create(items.person, person, taken));
    await table.write(create(items.council, council, taken));
    return newSlip(table, council.council, clerk.person, { was: slip, now });
  },

  listCouncils: ({ table: system }) => system.list(items.knownCouncil, {}, { eventual: true }),

  async readMe({ caller, table }) {
    const [council, person, years] = await Promise.all([
      table.read(items.council, {}),
      table.read(items.person, caller),
      table.list(items.year, {}, { eventual: true }),
    ]);
    if (!council || !person) throw refuse("caller/not-allowed");
    return { council, person, years };
  },

  async saveCouncil({ body, table }) {
    const was = await table.read(items.council, {});
    if (!was) throw refuse("caller/not-allowed");
    const council = { ...was, ...body };
    await table.write(replace(items.council, was, council, refuse("council/changed-meanwhile")));
    return council;
  },

  listPeople: ({ table }) => peopleIn(table),

  listNames: ({ table }) => peopleIn(table),

  async savePerson({ person: id, body, caller, table }) {
    expectPlace(body);
    const [was, unit] = await Promise.all([
      table.read(items.person, { person: id }),
      body.unit === undefined ? undefined : table.read(items.unit, { unit: body.unit }),
    ]);
    if (body.unit !== undefined && !(await ifVisible(table, unit)))
      throw refuse("unit/unknown", { unit: body.unit });
    const person = { person: id, ...body, active: body.active ?? was?.active ?? true };
    if (id === caller.person && (person.role !== "clerk" || !person.active)) throw refuse("person/own-role");
    await table.write(replace(items.person, was, person, refuse("person/changed-meanwhile")));
    if (was && was.active !== person.active) await setActive(accountOf(caller.council, id), person.active);
    return person;
  },

  listUnits: async ({ table }) => visible(table, await table.list(items.unit, {}, { eventual: true })),

  async saveUnit({ unit: id, body: { name, since }, table }) {
    const was = await table.read(items.unit, { unit: id });
    const unit =
      (await ifVisible(table, was)) && was
        ? renamed(was, name, since)
        : { unit: id, names: [{ name, since }] };
    await table.write(replace(items.unit, was, unit, refuse("unit/changed-meanwhile")));
    return unit;
  },

  async mergeUnit({ unit: id, body: { successor, since, legalBasis }, table }) {
    const all = await visible(table, await table.list(items.unit, {}));
    const units = new Map(all.map((unit) => [unit.unit, unit]));
    const was = units.get(id);
    if (!was) throw refuse("unit/unknown", { unit: id });
    expectSuccessor(id, successor, units);
    const unit = { ...was, successor: { unit: successor, since, ...(legalBasis && { legalBasis }) } };
    await table.write(replace(items.unit, was, unit, refuse("unit/changed-meanwhile")));
    return unit;
  },

  stageImport: ({ import: id, body, caller, now, table }) =>
    stage(table, id, { ...body, by: caller.person, at: now }),

  applyImport: ({ import: id, table }) => apply(table, id),

  undoImport: ({ import: id, table }) => undo(table, id),

  ...clusters,
});

/** Asked by people over the gateway, and at night by the clock: it alone may change accounts. */
export async function handler(event: APIGatewayProxyEventV2 | Record<string, never>, context: Context) {
  if ("requestContext" in event) return served(event as APIGatewayProxyEventV2, context);
  await forgetAccounts(new Date(Date.now()).toISOString(), () => context.getRemainingTimeInMillis() < 2_000);
}

const peopleIn = async (table: Table) =>
  visible(table, await table.list(items.person, {}, { eventual: true }));
