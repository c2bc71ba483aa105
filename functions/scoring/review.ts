import { expectMember } from "#domain/cluster.ts";
import { settled, steppedBack } from "#domain/cross-check.ts";
import { refuse } from "#domain/refuse.ts";
import { linesOf } from "#domain/scheme.ts";
import { explain, find } from "#domain/sheet.ts";
import { put, replace } from "#lib/op.ts";
import type { Handlers } from "#lib/serve.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { expectScheme } from "../standings.ts";
import { at, authorOf, changeInReview, scoreOf, seenBy } from "./score.ts";

type Part = Pick<
  Handlers<typeof api.scoring, Context, Found>,
  "assignLines" | "settleCrossCheck" | "stepBack" | "saveFindings" | "explain" | "finishSheet"
>;

export const review: Part = {
  async assignLines({ cluster, unit, body: { notAssigned }, table }) {
    expectMember(cluster, unit);
    const scheme = await expectScheme(table, cluster);
    const unknown = notAssigned.find(
      (code) => (linesOf(scheme.table).get(code)?.kind ?? "deduction") === "deduction",
    );
    if (unknown !== undefined) throw refuse("sheet/unknown-line", { line: unknown });
    const changed = {
      ...cluster,
      notAssigned: { ...cluster.notAssigned, [unit]: [...new Set(notAssigned)] },
    };
    await table.write(replace(items.cluster, cluster, changed, refuse("cluster/changed-meanwhile")));
    const sheet = await table.read(items.sheet, at(changed, unit));
    if (sheet) await table.write(put(items.row, scoreOf(sheet, scheme, changed)));
    return {};
  },

  async settleCrossCheck({ cluster, body, caller, now, table }) {
    const crossCheck = settled(cluster, body, { by: caller.person, at: now });
    const changed = { ...cluster, crossCheck };
    await table.write(replace(items.cluster, cluster, changed, refuse("cluster/changed-meanwhile")));
    return crossCheck;
  },

  async stepBack({ cluster, unit, body: { reason }, caller, now, table }) {
    expectMember(cluster, unit);
    const appraiser = caller.unit ?? "";
    const crossCheck = steppedBack(cluster, { unit, appraiser, reason, by: caller.person, at: now });
    if (crossCheck === cluster.crossCheck) return crossCheck;
    const changed = { ...cluster, crossCheck };
    await table.write(replace(items.cluster, cluster, changed, refuse("cluster/changed-meanwhile")));
    return crossCheck;
  },

  async saveFindings({ cluster, unit, body: { findings }, caller, now, table }) {
    expectMember(cluster, unit);
    const scheme = await expectScheme(table, cluster);
    const finder = caller.role === "clerk" ? "office" : caller.role === "agency" ? "agency" : "cluster";
    const how = { ...seenBy(scheme, cluster, unit), author: authorOf(caller, now), agency: caller.agency };
    return changeInReview(table, scheme, cluster, unit, (sheet) => find(sheet, finder, findings, how));
  },

  async explain({ cluster, unit, body: { texts }, caller, now, table }) {
    const scheme = await expectScheme(table, cluster);
    return changeInReview(table, scheme, cluster, unit, (sheet) =>
      explain(sheet, texts, scheme.table, authorOf(caller, now)),
    );
  },

  async finishSheet({ cluster, unit, caller, now, table }) {
    expectMember(cluster, unit);
    const scheme = await expectScheme(table, cluster);
    await changeInReview(table, scheme, cluster, unit, (sheet) => ({
      ...sheet,
      sealed: authorOf(caller, now),
    }));
    return { state: "final" as const };
  },
};
