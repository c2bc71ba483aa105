import { type Caller, officesOf } from "#domain/caller.ts";
import { type Cluster, notAssignedTo } from "#domain/cluster.ts";
import { isProven } from "#domain/evidence.ts";
import { pointsOf } from "#domain/exact.ts";
import { bandOf, linePointsOf, packPlaces, placesBefore, unpackPlaces } from "#domain/ranking.ts";
import { refuse } from "#domain/refuse.ts";
import { linesOf, type Scheme } from "#domain/scheme.ts";
import { countedOf, findingOf, stateOf } from "#domain/sheet.ts";
import { heirOf, type Unit } from "#domain/unit.ts";
import { phaseOf } from "#domain/year.ts";
import { put, replace } from "#lib/op.ts";
import type { Handlers } from "#lib/serve.ts";
import type { Table } from "#lib/table.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { schemeIn, standingsIn } from "../standings.ts";
import { lastTouched, scoreOf, seenBy } from "./score.ts";

type Part = Pick<
  Handlers<typeof api.scoring, Context, Found>,
  | "readBoard"
  | "readRanking"
  | "readMatrix"
  | "readCouncilRanking"
  | "announceCouncilRanking"
  | "announceRanking"
>;

export const ranking: Part = {
  async readBoard({ year, cluster, now, table }) {
    const { year: yearNo, cluster: id } = cluster;
    const [scheme, sheets, evidence] = await Promise.all([
      schemeIn(table, cluster),
      table.list(items.sheet, { year: yearNo, cluster: id }, { eventual: true }),
      table.list(items.evidence, { year: yearNo, cluster: id }, { eventual: true }),
    ]);
    const sheetOf = new Map(sheets.map((sheet) => [sheet.unit, sheet]));
    const proofs = new Map(evidence.map((each) => [each.unit, each]));
    const criteria = scheme
      ? Array.from(linesOf(scheme.table).values()).filter(({ kind }) => kind !== "deduction")
      : [];
    return {
      ...(scheme && { scheme }),
      phase: phaseOf(year, cluster.calendar, now),
      announced: cluster.announced !== undefined,
      units: cluster.members.map((unit) => {
        const sheet = sheetOf.get(unit);
        const notAssigned = notAssignedTo(cluster, unit);
        const lines = criteria.map(({ code }) => {
          if (notAssigned.has(code)) return "x";
          if (sheet?.lines[code]?.claim === undefined) return "e";
          return isProven(proofs.get(unit), code) ? "d" : "n";
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

  async readRanking({ year, cluster, caller, table }) {
    expectShown(cluster, caller);
    const [scheme, standings, before] = await Promise.all([
      schemeIn(table, cluster),
      year.state === "closed"
        ? table.read(items.snapshot, cluster).then((snapshot) => snapshot?.page.standings)
        : undefined,
      table.read(items.snapshot, { year: year.year - 1, cluster: cluster.cluster }, { eventual: true }),
    ]);
    const placed = before?.page.standings ?? [];
    const mergers = await mergersOf(table, placed, cluster.members);
    return {
      announced: cluster.announced !== undefined,
      byRate: Object.values(cluster.notAssigned).some(({ length }) => length > 0),
      standings: await withBands(standings ?? (await standingsIn(table, cluster)), {
        scheme,
        cluster,
        table,
      }),
      lastYear: placesBefore(cluster.members, placed, (unit) => heirOf(unit, mergers, year.year)),
    };
  },

  async readMatrix({ cluster, caller, table }) {
    expectShown(cluster, caller);
    const { year, cluster: id } = cluster;
    const [scheme, sheets, evidence] = await Promise.all([
      schemeIn(table, cluster),
      table.list(items.sheet, { year, cluster: id }, { eventual: true }),
      table.list(items.evidence, { year, cluster: id }, { eventual: true }),
    ]);
    const sheetOf = new Map(sheets.map((sheet) => [sheet.unit, sheet]));
    const papersOf = new Map(evidence.map(({ unit, lines }) => [unit, lines]));
    const units = scheme
      ? cluster.members.map((unit) => countedOf(sheetOf.get(unit), seenBy(scheme, cluster, unit)))
      : [];
    const points = scheme && linePointsOf(scheme.table, units, "counts");
    return {
      units: cluster.members.map((unit) => {
        const sheet = sheetOf.get(unit);
        const line = (code: string) => {
          const finding = findingOf(sheet?.lines[code]);
          const claimed = sheet?.lines[code]?.claim;
          const papers = papersOf.get(unit)?.[code]?.length;
          return {
            ...(claimed && { claim: claimed.value }),
            ...(finding && { finding: finding.value, ...(finding.reason && { reason: finding.reason }) }),
            points: pointsOf(points?.get(unit)?.get(code) ?? 0),
            ...(papers && { papers }),
            ...(sheet?.lines[code]?.explanation && { explained: true as const }),
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
};

/** Some 2,000 units at most: far below what one item may hold. */
const clustersOnPage = 100;

/** Hidden until announced, save from those who find and check. */
function expectShown(cluster: Cluster, caller: Caller) {
  const offices = officesOf(caller, { cluster });
  const isEarly = (["clerk", "auditor", "head"] as const).some((office) => offices.has(office));
  if (!cluster.announced && !isEarly) throw refuse("ranking/not-announced", { cluster: cluster.cluster });
}

/** Those who are no members any more, and what they went into on the way to one: most years nobody, and nothing is read. */
async function mergersOf(table: Table, placed: readonly { unit: string }[], members: readonly string[]) {
  const gone = new Map<string, Unit>();
  let unread = placed.map(({ unit }) => unit);
  do {
    const asked = new Set(unread.filter((unit) => !members.includes(unit) && !gone.has(unit)));
    const read = await table.readMany(
      items.unit,
      Array.from(asked, (unit) => ({ unit })),
    );
    for (const unit of read) gone.set(unit.unit, unit);
    unread = read.flatMap(({ successor }) => successor?.unit ?? []);
  } while (unread.length > 0);
  return gone;
}

/** Bands with floors look at single lines, so only a table that has bands makes the sheets be read. */
async function withBands(
  standings: Awaited<ReturnType<typeof standingsIn>>,
  { scheme, cluster, table }: { scheme: Scheme | undefined; cluster: Cluster; table: Table },
) {
  if (!scheme?.table.bands?.length) return standings;
  const sheets = await table.list(
    items.sheet,
    { year: cluster.year, cluster: cluster.cluster },
    { eventual: true },
  );
  const sheetOf = new Map(sheets.map((sheet) => [sheet.unit, sheet]));
  const units = cluster.members.map((unit) => countedOf(sheetOf.get(unit), seenBy(scheme, cluster, unit)));
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
