import { expectMember } from "#domain/cluster.ts";
import { standing, sumsOf } from "#domain/movement.ts";
import { addressOfPage, pageOfMovement } from "#domain/public-address.ts";
import { stateOf } from "#domain/publication.ts";
import { refuse } from "#domain/refuse.ts";
import { create, replace } from "#lib/op.ts";
import { serve } from "#lib/serve.ts";
import { api } from "./api.ts";
import { door } from "./identity.ts";
import { items } from "./items.ts";

export const handler = serve("movements", api.movements, door, {
  async listMovements({ cluster, table }) {
    const { year, cluster: id } = cluster;
    const [movements, contributions] = await Promise.all([
      table.list(items.movement, { year, cluster: id }, { eventual: true }),
      table.list(items.contribution, { year, cluster: id }, { eventual: true }),
    ]);
    const published = await table.readMany(
      items.publication,
      movements.map(({ movement }) => ({ year, page: pageOfMovement(id, movement) })),
    );
    const out = new Set(published.filter((one) => stateOf(one) === "out").map(({ page }) => page));
    return movements.map((movement) => {
      const page = pageOfMovement(id, movement.movement);
      const own = contributions.filter((one) => one.movement === movement.movement);
      const counting = standing(own);
      const byUnit = Map.groupBy(counting, ({ unit }) => unit);
      return {
        movement,
        contributions: own,
        totals: sumsOf(counting),
        byUnit: Object.fromEntries(Array.from(byUnit, ([unit, brought]) => [unit, sumsOf(brought)])),
        ...(out.has(page) && { address: addressOfPage(table.root, year, page) }),
      };
    });
  },

  async saveMovement({ cluster: { year, cluster }, movement: id, body, table }) {
    const was = await table.read(items.movement, { year, cluster, movement: id });
    const movement = {
      year,
      cluster,
      movement: id,
      ...body,
      kind: body.kind ?? was?.kind ?? ("thematic" as const),
    };
    await table.write(replace(items.movement, was, movement, refuse("movement/changed-meanwhile")));
    return movement;
  },

  async contribute({ cluster, movement, contribution, body, caller, now, table }) {
    const { year, cluster: id } = cluster;
    expectMember(cluster, body.unit);
    if (caller.role !== "clerk" && caller.unit !== body.unit)
      throw refuse("sheet/not-yours", { unit: body.unit });
    if (!(await table.read(items.movement, { year, cluster: id, movement })))
      throw refuse("movement/unknown", { movement });
    await table.write(
      create(
        items.contribution,
        { year, cluster: id, movement, contribution, ...body, by: caller.person, at: now },
        refuse("movement/contribution-exists", { contribution }),
      ),
    );
    return {};
  },

  async withdraw({ cluster, movement, contribution, body, caller, now, table }) {
    const { year, cluster: id } = cluster;
    const was = await table.read(items.contribution, { year, cluster: id, movement, contribution });
    if (!was) throw refuse("movement/contribution-unknown", { contribution });
    if (caller.role !== "clerk" && caller.unit !== was.unit)
      throw refuse("sheet/not-yours", { unit: was.unit });
    if (was.withdrawn) return {};
    const withdrawn = { ...body, by: caller.person, at: now };
    const changed = { ...was, withdrawn };
    await table.write(replace(items.contribution, was, changed, refuse("movement/changed-meanwhile")));
    return {};
  },
});
