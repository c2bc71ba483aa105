import type { Caller } from "#domain/caller.ts";
import { officesOf } from "#domain/caller.ts";
import { type Cluster, expectMember, notAssignedTo } from "#domain/cluster.ts";
import { pointsOf } from "#domain/exact.ts";
import { bandOf, linePointsOf, packPlaces, rowOf, unpackPlaces } from "#domain/ranking.ts";
import { refuse } from "#domain/refuse.ts";
import { expectSound, linesOf, type Scheme, warningsOf } from "#domain/scheme.ts";
import type { Author, Sheet } from "#domain/sheet.ts";
import {
  blankSheet,
  claim,
  countedOf,
  expectFillable,
  explain,
  find,
  findingOf,
  nextOf,
  reviewed,
  stateOf,
  submit,
} from "#domain/sheet.ts";
import { phaseOf } from "#domain/year.ts";
import { digestOf } from "#lib/digest.ts";
import { serve } from "#lib/serve.ts";
import { create, put, replace, revisionOf, type Table, untilWritten } from "#lib/table.ts";
import { api } from "./api.ts";
import { door } from "./identity.ts";
import { items } from "./items.ts";
import { expectScheme, schemeIn, standingsIn } from "./standings.ts";

export const handler = serve("scoring", api.scoring, door, {
  listSchemes: ({ year, table }) => table.list(items.scheme, { year: year.year }, { eventual: true }),

  async readScheme({ year, scheme, no, table }) {
    const found = await table.read(items.scheme, { year: year.year, scheme, no });
    if (!found) throw refuse("scheme/unknown", { scheme, no });
    return found;
  },

  async saveScheme({ year, scheme: id, body, table }) {
    const last = await table.last(items.scheme, { year: year.year, scheme: id });
    const was = last?.published ? undefined : last;
    const no = was?.no ?? (last?.no ?? 0) + 1;
    const scheme: Scheme = { year: year.year, scheme: id, no, ...body };
    await table.write(replace(items.scheme, was, scheme, refuse("scheme/changed-meanwhile")));
    return { scheme, warnings: warningsOf(body.table) };
  },

  async copyScheme({ year, scheme: id, body: from, table }) {
    const [model, last] = await Promise.all([
      table.read(items.scheme, from),
      table.last(items.scheme, { year: year.year, scheme: id }),
    ]);
    if (!model) throw refuse("scheme/unknown", from);
    const { published: _published, ...rest } = model;
    const scheme = { ...rest, year: year.year, scheme: id, no: (last?.no ?? 0) + 1, copiedFrom: from };
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
    const sheet = await table.last(items.sheet, at(changed, unit));
    if (sheet) await table.write(put(items.row, scoreOf(sheet, scheme, changed)));
    return {};
  },

  async readBoard({ year, cluster, now, table }) {
    const { year: yearNo, cluster: id } = cluster;
    const [scheme, versions, evidence] = await Promise.all([
      schemeIn(table, cluster),
      table.list(items.sheet, { year: yearNo, cluster: id }, { eventual: true }),
      table.list(items.evidence, { year: yearNo, cluster: id }, { eventual: true }),
    ]);
    const latest = new Map(versions.map((sheet) => [sheet.unit, sheet]));
    const papers = new Map(evidence.map(({ unit, lines }) => [unit, lines]));
    const criteria = scheme
      ? Array.from(linesOf(scheme.table).values()).filter(({ kind }) => kind !== "deduction")
      : [];
    return {
      ...(scheme && { scheme }),
      phase: phaseOf(year, cluster.calendar, now),
      announced: cluster.announced !== undefined,
      units: cluster.members.map((unit) => {
        const sheet = latest.get(unit);
        const notAssigned = notAssignedTo(cluster, unit);
        const lines = criteria.map(({ code }) => {
          if (notAssigned.has(code)) return "x";
          if (sheet?.lines[code]?.claim === undefined) return "e";
          return papers.get(unit)?.[code]?.length ? "d" : "n";
        });
        return {
          unit,
          state: stateOf(sheet),
          ...(sheet && lastTouched(sheet)),
          filled: lines.filter((line) => line === "d" || line === "n").length,
          of: lines.filter((line) => line !== "x").length,
          lines: lines.join(""),
          claimed: sheet && scheme ? scoreOf(sheet, scheme, cluster).claimed : 0,
          ...(sheet?.returned && { returned: sheet.returned.reason }),
        };
      }),
    };
  },

  async readSheet({ cluster, unit, table }) {
    expectMember(cluster, unit);
    const [scheme, found, evidence] = await Promise.all([
      expectScheme(table, cluster),
      table.last(items.sheet, at(cluster, unit)),
      table.read(items.evidence, at(cluster, unit), { eventual: true }),
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

  async saveEvidence({ year, cluster, unit, body: { lines }, now, table }) {
    const scheme = await expectScheme(table, cluster);
    const unknown = Object.keys(lines).find((code) => !linesOf(scheme.table).has(code));
    if (unknown !== undefined) throw refuse("sheet/unknown-line", { line: unknown });
    const lost = refuse("sheet/changed-meanwhile");
    await untilWritten(lost, async () => {
      const [sheet, was] = await Promise.all([
        table.last(items.sheet, at(cluster, unit)),
        table.read(items.evidence, at(cluster, unit)),
      ]);
      expectFillable(sheet ?? blankSheet(at(cluster, unit)), phaseOf(year, cluster.calendar, now));
      const evidence = { ...at(cluster, unit), lines: { ...was?.lines, ...lines } };
      await table.write(replace(items.evidence, was, evidence, lost));
    });
    return {};
  },

  async submitSheet({ year, cluster, unit, body: { leaveBlank = [] }, caller, now, table }) {
    const scheme = await expectScheme(table, cluster);
    const how = { ...seenBy(scheme, cluster, unit), author: authorOf(caller, now) };
    const lost = refuse("sheet/changed-meanwhile");
    const sheet = await untilWritten(lost, async () => {
      const was = await table.last(items.sheet, at(cluster, unit));
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
    const was = await table.last(items.sheet, at(cluster, unit));
    if (was?.returned) return { state: stateOf(was) };
    if (!was || (was.stage === "claiming" && !was.sealed)) throw refuse("sheet/not-submitted", { unit });
    const returned = {
      ...nextOf(was, digestOf(was), "claiming"),
      returned: { ...authorOf(caller, now), reason },
    };
    await table.write(create(items.sheet, returned, refuse("sheet/changed-meanwhile")));
    await table.write(put(items.row, scoreOf(returned, scheme, cluster)));
    return { state: stateOf(returned) };
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

  async readRanking({ year, cluster, caller, table }) {
    expectShown(cluster, caller);
    const [scheme, standings, before] = await Promise.all([
      schemeIn(table, cluster),
      year.state === "closed"
        ? table.read(items.snapshot, cluster).then((snapshot) => snapshot?.page.standings)
        : undefined,
      table.read(items.snapshot, { year: year.year - 1, cluster: cluster.cluster }, { eventual: true }),
    ]);
    return {
      announced: cluster.announced !== undefined,
      byRate: Object.values(cluster.notAssigned).some(({ length }) => length > 0),
      standings: await withBands(standings ?? (await standingsIn(table, cluster)), {
        scheme,
        cluster,
        table,
      }),
      lastYear: before?.page.standings ?? [],
    };
  },

  async readMatrix({ cluster, caller, table }) {
    expectShown(cluster, caller);
    const { year, cluster: id } = cluster;
    const [scheme, versions] = await Promise.all([
      schemeIn(table, cluster),
      table.list(items.sheet, { year, cluster: id }, { eventual: true }),
    ]);
    const latest = new Map(versions.map((sheet) => [sheet.unit, sheet]));
    const units = scheme
      ? cluster.members.map((unit) => countedOf(latest.get(unit), seenBy(scheme, cluster, unit)))
      : [];
    const points = scheme && linePointsOf(scheme.table, units, "counts");
    return {
      units: cluster.members.map((unit) => {
        const sheet = latest.get(unit);
        const line = (code: string) => {
          const finding = findingOf(sheet?.lines[code]);
          const claimed = sheet?.lines[code]?.claim;
          return {
            ...(claimed && { claim: claimed.value }),
            ...(finding && { finding: finding.value, ...(finding.reason && { reason: finding.reason }) }),
            points: pointsOf(points?.get(unit)?.get(code) ?? 0),
          };
        };
        const codes = Array.from(points?.get(unit)?.keys() ?? []);
        return {
          unit,
          state: stateOf(sheet),
          lines: Object.fromEntries(codes.map((code) => [code, line(code)])),
        };
      }),
    };
  },

  async readCouncilRanking({ year, table }) {
    const pages = await table.list(items.rankingPage, { year: year.year }, { eventual: true });
    return pages.flatMap(({ packed }) => (packed === "" ? [] : unpackPlaces(packed)));
  },

  async announceCouncilRanking({ year, table }) {
    const announced = (await table.list(items.cluster, { year: year.year })).filter(
      (cluster) => cluster.announced,
    );
    let no = 0;
    for (let first = 0; first < announced.length; first += clustersOnPage) {
      const part = await Promise.all(
        announced.slice(first, first + clustersOnPage).map(async (cluster) => ({
          cluster: cluster.cluster,
          standings: await standingsIn(table, cluster),
        })),
      );
      no += 1;
      await table.write(put(items.rankingPage, { year: year.year, no, packed: packPlaces(part) }));
    }
    return { clusters: announced.length };
  },

  async announceRanking({ cluster, caller, now, table }) {
    if (cluster.announced) return {};
    const announced = { ...cluster, announced: { by: caller.person, at: now } };
    await table.write(replace(items.cluster, cluster, announced, refuse("cluster/changed-meanwhile")));
    return {};
  },
});

/** Some 2,000 units at most: far below what one item may hold. */
const clustersOnPage = 100;

const at = ({ year, cluster }: Cluster, unit: string) => ({ year, cluster, unit });

/** Whole seconds are what a sheet keeps. */
const authorOf = (caller: Caller, now: string): Author => ({
  by: caller.person,
  at: `${now.slice(0, 19)}.000Z`,
});

const seenBy = (scheme: Scheme, cluster: Cluster, unit: string) => ({
  unit,
  table: scheme.table,
  notAssigned: notAssignedTo(cluster, unit),
});

const claimsOn = (sheet: Sheet) =>
  Object.fromEntries(
    Object.entries(sheet.lines).flatMap(([code, { claim }]) => (claim ? [[code, claim.value]] : [])),
  );

function lastTouched(sheet: Sheet): { at?: string } {
  const times = [
    sheet.sealed?.at,
    sheet.returned?.at,
    ...Object.values(sheet.lines).map(({ claim }) => claim?.at),
  ];
  const last = times
    .filter((time) => time !== undefined)
    .toSorted()
    .at(-1);
  return last ? { at: last } : {};
}

/** The row a sheet gives on the scoreboard. */
function scoreOf(sheet: Sheet, scheme: Scheme, cluster: Cluster) {
  const { unit } = sheet;
  const counted = countedOf(sheet, seenBy(scheme, cluster, unit));
  const drafted = sheet.stage === "claiming" && !sheet.sealed;
  const shown = drafted ? { ...counted, claims: claimsOn(sheet) } : counted;
  return {
    ...rowOf(shown, scheme.table, cluster.rules.partedBy),
    ...at(cluster, unit),
    no: sheet.no,
    state: stateOf(sheet),
    filled: Object.values(sheet.lines).filter(({ claim }) => claim).length,
    at: lastTouched(sheet).at ?? "2020-01-01T00:00:00.000Z",
    digest: digestOf(sheet),
  };
}

/** Saves the open version of a sheet over itself; whoever loses a race starts again from what stands then. */
async function change(
  table: Table,
  key: { year: number; cluster: string; unit: string },
  rule: (sheet: Sheet) => Sheet,
) {
  const lost = refuse("sheet/changed-meanwhile");
  return untilWritten(lost, async () => {
    const was = await table.last(items.sheet, key);
    const sheet = rule(was ?? blankSheet(key));
    if (was && sheet.no !== was.no) await table.write(create(items.sheet, sheet, lost));
    else await table.write(replace(items.sheet, was, sheet, lost));
    return {
      sheet,
      seen: (sheet.no === was?.no ? revisionOf(was) : 0) + 1,
      at: new Date(Date.now()).toISOString(),
    };
  });
}

/** In review: the submitted version stays as it is, and what is found stands on the next. */
async function changeInReview(
  table: Table,
  scheme: Scheme,
  cluster: Cluster,
  unit: string,
  rule: (sheet: Sheet) => Sheet,
) {
  const changed = await change(table, at(cluster, unit), (sheet) => rule(reviewed(sheet, digestOf)));
  await table.write(put(items.row, scoreOf(changed.sheet, scheme, cluster)));
  return changed;
}

/** Hidden until announced, save from those who find and check. */
function expectShown(cluster: Cluster, caller: Caller) {
  const offices = officesOf(caller, { cluster });
  const isEarly = (["clerk", "auditor", "head"] as const).some((office) => offices.has(office));
  if (!cluster.announced && !isEarly) throw refuse("ranking/not-announced", { cluster: cluster.cluster });
}

/** Bands with floors look at single lines, so only a table that has bands makes the sheets be read. */
async function withBands(
  standings: Awaited<ReturnType<typeof standingsIn>>,
  { scheme, cluster, table }: { scheme: Scheme | undefined; cluster: Cluster; table: Table },
) {
  if (!scheme?.table.bands?.length) return standings;
  const versions = await table.list(
    items.sheet,
    { year: cluster.year, cluster: cluster.cluster },
    { eventual: true },
  );
  const latest = new Map(versions.map((sheet) => [sheet.unit, sheet]));
  const units = cluster.members.map((unit) => countedOf(latest.get(unit), seenBy(scheme, cluster, unit)));
  const points = linePointsOf(scheme.table, units, "counts");
  return standings.map((standing) => {
    const band = bandOf(scheme.table, {
      rate: standing.rate,
      points: points.get(standing.unit) ?? new Map(),
      notAssigned: notAssignedTo(cluster, standing.unit),
    });
    return band === undefined ? standing : { ...standing, band };
  });
}
