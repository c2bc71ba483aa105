import { refuse } from "#domain/refuse.ts";
import { expectSeen, expectSound, type Scheme, warningsOf } from "#domain/scheme.ts";
import { create, replace } from "#lib/op.ts";
import type { Handlers } from "#lib/serve.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";

type Part = Pick<
  Handlers<typeof api.scoring, Context, Found>,
  "listSchemes" | "readScheme" | "saveScheme" | "copyScheme" | "publishScheme"
>;

/** A version being written is shown to who writes it and who audits, a published one to the whole council. */
const isShownTo = ({ role }: Context["caller"], { published }: Scheme) =>
  published !== undefined || role === "clerk" || role === "auditor";

export const schemes: Part = {
  async listSchemes({ year, caller, table }) {
    const all = await table.list(items.scheme, { year: year.year }, { eventual: true });
    return all.filter((each) => isShownTo(caller, each));
  },

  async readScheme({ year, scheme, no, caller, table }) {
    const found = await table.read(items.scheme, { year: year.year, scheme, no });
    if (!found || !isShownTo(caller, found)) throw refuse("scheme/unknown", { scheme, no });
    return found;
  },

  async saveScheme({ year, scheme: id, body: { seen, ...body }, caller, now, table }) {
    const last = await table.last(items.scheme, { year: year.year, scheme: id });
    if (seen) expectSeen(last, seen);
    const was = last?.published ? undefined : last;
    const no = was?.no ?? (last?.no ?? 0) + 1;
    const saved = { by: caller.person, at: now, times: (was?.saved?.times ?? 0) + 1 };
    const from = was?.copiedFrom;
    const scheme: Scheme = {
      year: year.year,
      scheme: id,
      no,
      ...body,
      ...(from && { copiedFrom: from }),
      saved,
    };
    await table.write(replace(items.scheme, was, scheme, refuse("scheme/changed-meanwhile")));
    return { scheme, warnings: warningsOf(body.table) };
  },

  async copyScheme({ year, scheme: id, body: from, caller, now, table }) {
    const [model, last] = await Promise.all([
      table.read(items.scheme, from),
      table.last(items.scheme, { year: year.year, scheme: id }),
    ]);
    if (!model) throw refuse("scheme/unknown", from);
    const { published: _published, ...rest } = model;
    const scheme = {
      ...rest,
      year: year.year,
      scheme: id,
      no: (last?.no ?? 0) + 1,
      copiedFrom: from,
      saved: { by: caller.person, at: now, times: 1 },
    };
    await table.write(create(items.scheme, scheme, refuse("scheme/changed-meanwhile")));
    return scheme;
  },

  async publishScheme({ year, scheme: id, caller, now, table }) {
    const was = await table.last(items.scheme, { year: year.year, scheme: id });
    if (!was) throw refuse("scheme/unknown", { scheme: id });
    if (was.published) return was;
    expectSound(was.table);
    const scheme = { ...was, published: { by: caller.person, at: now } };
    await table.write(replace(items.scheme, was, scheme, refuse("scheme/changed-meanwhile")));
    return scheme;
  },
};
