import { isThere } from "#domain/cluster.ts";
import { type Notice, shownTo } from "#domain/notice.ts";
import { refuse } from "#domain/refuse.ts";
import { replace } from "#lib/op.ts";
import type { Handlers } from "#lib/serve.ts";
import type { Table } from "#lib/table.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";

type Part = Pick<
  Handlers<typeof api.rotation, Context, Found>,
  "listNotices" | "saveNotice" | "withdrawNotice"
>;

export const notices: Part = {
  async listNotices({ year: { year }, caller, table }) {
    const all = await table.list(items.notice, { year }, { eventual: true });
    const named = new Set(all.flatMap(({ cluster }) => (cluster === undefined ? [] : [cluster])));
    const keys = caller.unit === undefined ? [] : Array.from(named, (cluster) => ({ year, cluster }));
    return shownTo(caller.unit, all, await table.readMany(items.cluster, keys));
  },

  async saveNotice({ year: { year }, notice: id, body, caller, now, table }) {
    if (body.cluster !== undefined) {
      const cluster = await table.read(items.cluster, { year, cluster: body.cluster });
      if (!cluster || !isThere(cluster)) throw refuse("cluster/unknown", { cluster: body.cluster });
    }
    const was = await table.read(items.notice, { year, notice: id });
    return written(table, was, { year, notice: id, ...body, by: caller.person, at: now });
  },

  async withdrawNotice({ year: { year }, notice: id, body: { withdrawn }, caller, now, table }) {
    const was = await table.read(items.notice, { year, notice: id });
    if (!was) throw refuse("notice/unknown");
    const { withdrawn: before, ...standing } = was;
    if ((before !== undefined) === withdrawn) return was;
    return written(
      table,
      was,
      withdrawn ? { ...standing, withdrawn: { by: caller.person, at: now } } : standing,
    );
  },
};

async function written(table: Table, was: Notice | undefined, notice: Notice): Promise<Notice> {
  await table.write(replace(items.notice, was, notice, refuse("notice/changed-meanwhile")));
  return notice;
}
