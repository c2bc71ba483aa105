import { expectUsable, type Slip, slipAsKept, slipFrom } from "#domain/person.ts";
import { refuse } from "#domain/refuse.ts";
import { randomOf } from "#lib/bytes.ts";
import { digestOf } from "#lib/digest.ts";
import { replace } from "#lib/op.ts";
import type { Handlers } from "#lib/serve.ts";
import { type Table, tableOf } from "#lib/table.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { ifVisible, visible } from "../visible.ts";

type Part = Pick<Handlers<typeof api.units, Context, Found>, "makeSlip" | "makeSlips" | "listSlips">;

/** The paper slips people come in with for the first time. */
export const slips: Part = {
  async makeSlip({ person, caller, now, table }) {
    const [known, was] = await Promise.all([
      table.read(items.person, { person }),
      table.read(items.slip, { person }),
    ]);
    if (!(await ifVisible(table, known))) throw refuse("person/unknown", { person });
    return newSlip(table, caller.council, person, { was, now });
  },

  async makeSlips({ body, caller, now, table }) {
    const people = Array.from(new Set(body.people));
    const keys = people.map((person) => ({ person }));
    const [known, slips] = await Promise.all([
      table.readMany(items.person, keys),
      table.readMany(items.slip, keys),
    ]);
    const there = new Set((await visible(table, known)).map(({ person }) => person));
    const unknown = people.find((person) => !there.has(person));
    if (unknown) throw refuse("person/unknown", { person: unknown });
    const were = new Map(slips.map((slip) => [slip.person, slip]));
    const make = (person: string) => newSlip(table, caller.council, person, { was: were.get(person), now });
    return { slips: await Promise.all(people.map(make)) };
  },

  listSlips: ({ table }) => table.list(items.slip, {}, { eventual: true }),
};

/** Counts the try before it looks: however many come at once, each costs one of the ten. Whose hand it is, is not known yet. */
export async function claimSlip(
  council: string,
  person: string,
  { typed, now }: { typed: string; now: string },
) {
  const table = tableOf(council, { by: "", at: now, did: "units.trySlip" });
  const slip = expectUsable(await table.read(items.slip, { person }));
  const tried = { ...slip, wrong: slip.wrong + 1 };
  await table.write(replace(items.slip, slip, tried, refuse("access/throttled")));
  if (slip.digest !== slipDigest(council, person, typed)) throw refuse("access/slip-wrong");
  return expectUsable(await table.read(items.slip, { person }), slip.wrong);
}

/** A new slip takes the place of any before it; only its digest is kept. */
export async function newSlip(
  table: Table,
  council: string,
  person: string,
  { was, now }: { was: Slip | undefined; now: string },
) {
  const slip = slipFrom(randomOf(12));
  const made: Slip = {
    person,
    digest: slipDigest(council, person, slip),
    wrong: 0,
    madeAt: now,
    ...(was?.cameAt && { cameAt: was.cameAt }),
  };
  await table.write(replace(items.slip, was, made, refuse("person/changed-meanwhile")));
  return { council, person, slip };
}

const slipDigest = (council: string, person: string, slip: string) =>
  digestOf([council, person, slipAsKept(slip)]);
