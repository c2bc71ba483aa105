import { expectMember } from "#domain/cluster.ts";
import { filesOf } from "#domain/evidence.ts";
import { linePointsOf } from "#domain/ranking.ts";
import { refuse } from "#domain/refuse.ts";
import { blankSheet, claim, countedOf, expectFillable, nextOf, stateOf, submit } from "#domain/sheet.ts";
import { phaseOf } from "#domain/year.ts";
import { digestOf } from "#lib/digest.ts";
import { one } from "#lib/item.ts";
import { revisionOf } from "#lib/kept.ts";
import { put, replace } from "#lib/op.ts";
import type { Handlers } from "#lib/serve.ts";
import { untilWritten } from "#lib/write.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { expectScheme } from "../standings.ts";
import { at, authorOf, change, claimsOn, lost, saved, scoreOf, seenBy } from "./score.ts";

type Part = Pick<
  Handlers<typeof api.scoring, Context, Found>,
  "readSheet" | "saveClaims" | "submitSheet" | "returnSheet"
>;

export const sheets: Part = {
  async readSheet({ cluster, unit, table }) {
    expectMember(cluster, unit);
    const [scheme, found, [evidence, comments]] = await Promise.all([
      expectScheme(table, cluster),
      table.read(items.sheet, at(cluster, unit)),
      table.readTogether(one(items.evidence, at(cluster, unit)), one(items.comments, at(cluster, unit))),
    ]);
    const sheet = found ?? blankSheet(at(cluster, unit));
    const counted = { ...countedOf(sheet, seenBy(scheme, cluster, unit)), claims: claimsOn(sheet) };
    const points = linePointsOf(
      scheme.table,
      [{ ...counted, counts: { ...counted.claims, ...counted.counts } }],
      "counts",
    );
    return {
      sheet,
      state: stateOf(found),
      seen: revisionOf(found),
      points: Object.fromEntries(points.get(unit) ?? []),
      evidence: evidence?.lines ?? {},
      files: filesOf(evidence),
      verdicts: evidence?.verdicts ?? {},
      comments: comments?.said ?? [],
    };
  },

  async saveClaims({ year, cluster, unit, body: { changes }, caller, now, table }) {
    const scheme = await expectScheme(table, cluster);
    const how = { ...seenBy(scheme, cluster, unit), author: authorOf(caller, now) };
    return change(table, at(cluster, unit), (sheet) => {
      expectFillable(sheet, phaseOf(year, cluster.calendar, now));
      return claim(sheet, changes, how);
    });
  },

  async submitSheet({ year, cluster, unit, body: { leaveBlank = [] }, caller, now, table }) {
    const scheme = await expectScheme(table, cluster);
    const how = { ...seenBy(scheme, cluster, unit), author: authorOf(caller, now) };
    const sheet = await untilWritten(lost, async () => {
      const was = await table.read(items.sheet, at(cluster, unit));
      // The answer to an earlier submission may have been lost: it is in, and this says so again.
      if (was?.stage === "claiming" && was.sealed) return was;
      const open = was ?? blankSheet(at(cluster, unit));
      expectFillable(open, phaseOf(year, cluster.calendar, now));
      const submitted = submit(open, leaveBlank, how);
      await table.write(replace(items.sheet, was, submitted, lost));
      return submitted;
    });
    await table.write(put(items.row, scoreOf(sheet, scheme, cluster)));
    return { state: stateOf(sheet), at: sheet.sealed?.at ?? now };
  },

  async returnSheet({ cluster, unit, body: { reason }, caller, now, table }) {
    const scheme = await expectScheme(table, cluster);
    const was = await table.read(items.sheet, at(cluster, unit));
    if (was?.returned) return { state: stateOf(was) };
    if (!was || (was.stage === "claiming" && !was.sealed)) throw refuse("sheet/not-submitted", { unit });
    const returned = {
      ...nextOf(was, digestOf(was), "claiming"),
      returned: { ...authorOf(caller, now), reason },
    };
    await table.write(...saved(was, returned));
    await table.write(put(items.row, scoreOf(returned, scheme, cluster)));
    return { state: stateOf(returned) };
  },
};
