import { markOf } from "#domain/mark.ts";
import { clusterOf, pageNamed, stateOf } from "#domain/publication.ts";
import { refuse } from "#domain/refuse.ts";
import type { Handlers } from "#lib/serve.ts";
import type { Table } from "#lib/table.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { gonePage } from "../pages/beside.ts";
import { registerOf } from "./material.ts";

type Part = Pick<Handlers<typeof api.publishing, Context, Found>, "readGone" | "checkAward">;

/** What anybody may ask: why nothing is at an address, and whether an award is in the register. */
export const outside: Part = {
  async readGone({ council: id, published: file, table }) {
    const named = pageNamed(file);
    const [council, all] = await Promise.all([
      table.read(items.council, {}, { eventual: true }),
      table.list(items.publication, {}, { eventual: true }),
    ]);
    const here = all.find(({ year, page }) => year === named?.year && page === named.page);
    // Of a council that never published anything not even its name is told.
    return gonePage(all.length > 0 && council ? council : { council: id, name: "" }, {
      withdrawn: here && stateOf(here) === "withdrawn" ? here.at : undefined,
      hasOthers: all.some((one) => stateOf(one) === "out"),
    });
  },

  async checkAward({ mark, table }) {
    const known = await published(table);
    const found = known.filter(({ number, code }) => markOf(number) === mark || markOf(code) === mark);
    return { found: found.slice(0, most), more: found.length > most };
  },
};

const most = 20;
/** Whoever tries many numbers makes the registers be read once in so long, not once for each. */
const rememberedFor = 10_000;
const remembered = new Map<string, { until: number; awards: ReturnType<typeof readPublished> }>();

function published(table: Table) {
  const known = remembered.get(table.root);
  if (known && Date.now() < known.until && Date.now() > known.until - rememberedFor - 1) return known.awards;
  if (remembered.size > 100) remembered.clear();
  const awards = readPublished(table);
  remembered.set(table.root, { until: Date.now() + rememberedFor, awards });
  awards.catch(() => remembered.delete(table.root));
  return awards;
}

/** The registers of the years whose register is out; the others are not told of. */
async function readPublished(table: Table) {
  const all = await table.list(items.publication, {}, { eventual: true });
  const years = all.filter(
    (one) => clusterOf(one.page) === undefined && stateOf(one) === "out" && one.parts.register !== undefined,
  );
  if (years.length === 0) throw refuse("register/not-published");
  const registers = await Promise.all(
    years.map(async ({ year }) =>
      (await registerOf(table, year)).map(({ isPerson: _, ...award }) => ({ year, ...award })),
    ),
  );
  return registers.flat();
}
