import { expectAward } from "#domain/award.ts";
import { markOf } from "#domain/mark.ts";
import { addressOfPage, homeOf, pageNamed, subjectOf } from "#domain/public-address.ts";
import { stateOf } from "#domain/publication.ts";
import { refuse } from "#domain/refuse.ts";
import { passesAt } from "#lib/passing.ts";
import type { Handlers } from "#lib/serve.ts";
import type { Table } from "#lib/table.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { gonePage } from "../pages/beside.ts";
import { tongues } from "../pages/tongue.ts";
import { registerOf } from "./material.ts";

type Part = Pick<Handlers<typeof api.publishing, Context, Found>, "readGone" | "checkAward">;

/** What anybody may ask: why nothing is at an address, and whether an award is in the register. */
export const outside: Part = {
  async readGone({ council: id, published: file, table }) {
    const { language, year, page } = pageNamed(file);
    const [council, all] = await Promise.all([
      table.read(items.council, {}, { eventual: true }),
      table.list(items.publication, {}, { eventual: true }),
    ]);
    const here = all.find((one) => one.year === year && one.page === page);
    const out = all.filter((one) => stateOf(one) === "out");
    const isOut = here !== undefined && out.includes(here);
    // The list is there in the languages it was last written in.
    const listed = out.some(({ titles }) => titles) ? language : "vi";
    return gonePage(
      // Of a council that never published anything not even its name is told.
      all.length > 0 && council ? council : { council: id, name: "" },
      {
        path: (one) =>
          year === undefined || page === undefined ? homeOf(id, one) : addressOfPage(id, year, page, one),
        withdrawn: here && stateOf(here) === "withdrawn" ? here.at : undefined,
        isTranslation: isOut && language !== "vi",
        isDemo: passesAt(id) !== undefined,
        others: out.length > 0 ? homeOf(id, listed) : undefined,
      },
      tongues[language],
    );
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
    (one) =>
      subjectOf(one.page).kind === "honours" && stateOf(one) === "out" && one.parts.register !== undefined,
  );
  if (years.length === 0) throw refuse("register/not-published");
  const registers = await Promise.all(
    years.map(async ({ year }) =>
      (await registerOf(table, year)).map(({ isPerson: _, award, ...rest }) => {
        const { nameVi, nameEn } = expectAward(award);
        return { year, award: nameVi, awardEn: nameEn, ...rest };
      }),
    ),
  );
  return registers.flat();
}
