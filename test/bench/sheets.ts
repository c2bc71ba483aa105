import { fork } from "node:child_process";
import { once } from "node:events";
import { callerOf, password } from "#infra/year/cast.ts";
import { askEngine } from "../watched-engine.ts";
import { atLeast, atMost, type Line, median, percentile } from "./line.ts";
import type { Load, Sender } from "./load.ts";
import { cluster, council, reviewDay, type Stage, scoringDay, year } from "./stage.ts";

/** P7: what one save of forty lines costs, as numbers and as pairs, and what handing it in costs. */
export async function savingASheet(stage: Stage): Promise<Line[]> {
  const { engine, local } = stage;
  const units = ["so-vhttdl-lang-son", "so-vhttdl-tuyen-quang"];
  const { clerk, scorers } = await council(stage, "p7", units);
  const unit = units[0] as string;
  const scorer = scorers.get(unit);
  if (!scorer) throw new Error("Nobody saves.");
  const measure = async (id: string, pairs: boolean) => {
    const { at, codes } = await cluster(clerk, id, units, { lines: 40, pairs });
    local.clock.moveTo(scoringDay);
    const value = (place: number) =>
      pairs ? { result: 1234.5 + place, target: 2345.25 } : 12.25 + (place % 12);
    const changes = Object.fromEntries(codes.map((code, place) => [code, { was: null, now: value(place) }]));
    engine.take();
    await scorer.scoring.saveClaims({ ...at, unit, body: { changes } });
    const [saved] = written(engine.take());
    await scorer.scoring.submitSheet({ ...at, unit, body: {} });
    const submitted = written(engine.take()).reduce((sum, { write }) => sum + write, 0);
    local.clock.moveTo(Date.parse("2026-03-02T01:00:00Z"));
    return { saved: saved?.write ?? Number.NaN, bytes: saved?.bytes ?? Number.NaN, submitted };
  };
  const numbers = await measure("so", false);
  const pairs = await measure("cap", true);
  return [
    atMost({
      id: "P7",
      name: "save 40 criteria (elsewhere 4 to 40)",
      measured: numbers.saved,
      unit: "write units",
      bound: 1,
    }),
    atMost({
      id: "P7",
      name: "submit 40 criteria",
      measured: numbers.submitted,
      unit: "write units",
      bound: 2,
    }),
    atMost({
      id: "P7",
      name: "save 40 pairs of result and target",
      measured: pairs.saved,
      unit: "write units",
      bound: Math.ceil(pairs.bytes / 1024),
    }),
  ];
}

const written = (asked: ReturnType<Stage["engine"]["take"]>) => asked.filter(({ write }) => write > 0);

/** P8: what a ranking costs to read, of one cluster live, and of a whole council from its pages. */
export async function readingRankings(stage: Stage): Promise<Line[]> {
  const { engine, local } = stage;
  const units = Array.from({ length: 34 }, (_, at) => `xa-${at + 1}`);
  const { clerk, scorers } = await council(stage, "p8", units);
  const { at, codes } = await cluster(clerk, "cum-1", units, { lines: 40 });
  local.clock.moveTo(scoringDay);
  for (const [unit, scorer] of scorers) {
    const changes = Object.fromEntries(
      codes.map((code, place) => [code, { was: null, now: (place * 7) % 25 }]),
    );
    await scorer.scoring.saveClaims({ ...at, unit, body: { changes } });
    await scorer.scoring.submitSheet({ ...at, unit, body: {} });
  }
  local.clock.moveTo(reviewDay);
  const readOf = async (partition: string, ask: () => Promise<unknown>) => {
    await ask();
    engine.take();
    await ask();
    const asked = engine.take().filter((one) => one.partition === `p8#${partition}`);
    return asked.reduce((sum, { read }) => sum + read, 0);
  };
  const live = await readOf(`CLUSTER#${year}#cum-1`, () => clerk.scoring.readRanking(at));
  const councilOf = async (places: number) => {
    await putPages(stage, places);
    return readOf(`RANKING#${year}`, () => clerk.scoring.readCouncilRanking({ year }));
  };
  const named = { id: "P8", unit: "read units" };
  return [
    atMost({ ...named, name: "ranking of 34, live", measured: live, bound: 0.5 }),
    atMost({
      ...named,
      name: "ranking of 1,000, council pages (by its sheets 390)",
      measured: await councilOf(1_000),
      bound: 5,
    }),
    atMost({
      ...named,
      name: "ranking of 10,000, council pages",
      measured: await councilOf(10_000),
      bound: 40,
    }),
  ];
}

/** Pages as `announceCouncilRanking` writes them, a hundred clusters of ten units on each. */
async function putPages({ engine, local }: Stage, places: number) {
  const { packPlaces } = await import("#domain/ranking.ts");
  const clusters = Array.from({ length: places / 10 }, (_, c) => ({
    cluster: `cum-${c + 1}`,
    standings: Array.from({ length: 10 }, (_, u) => ({
      unit: `xa-phuong-${c * 10 + u + 1}`,
      total: 900 + u + c / 100,
      rate: 90 + u / 10,
      rank: 10 - u,
    })),
  }));
  for (let no = 1; (no - 1) * 100 < clusters.length; no++) {
    const Item = {
      pk: { S: `p8#RANKING#${year}` },
      sk: { S: `PAGE#${String(no).padStart(7, "0")}` },
      year: { N: String(year) },
      no: { N: String(no) },
      r: { N: "1" },
      packed: { S: packPlaces(clusters.slice((no - 1) * 100, no * 100)) },
    };
    await askEngine(engine.direct, "PutItem", { TableName: local.tableName, Item });
  }
}

/** P11: twenty units save sixty lines each in the last minute, all at once and again and again; the senders run beside. */
export async function savingAtTheDeadline(stage: Stage): Promise<Line[]> {
  const { local } = stage;
  const units = Array.from({ length: 20 }, (_, at) => `so-${at + 1}`);
  const { clerk } = await council(stage, "p11", units);
  const { at, codes } = await cluster(clerk, "cum-1", units, { lines: 60 });
  local.clock.moveTo(scoringDay);
  const nobody = callerOf(local);
  const tokens = await Promise.all(
    units.map(
      async (person) => (await nobody.units.signIn({ body: { council: "p11", person, password } })).token,
    ),
  );
  const beside = fork(new URL("./load.ts", import.meta.url));
  const rounds: Load[] = [];
  for (let round = 0; round < 6; round++) {
    const bodies = Array.from({ length: 20 }, (_, save) => {
      const now = (round * 20 + save) % 25;
      return JSON.stringify({ changes: Object.fromEntries(codes.map((code) => [code, { now }])) });
    });
    const path = (unit: string) => `/api/years/${at.year}/clusters/${at.cluster}/sheets/${unit}/claims`;
    const senders: Sender[] = units.map((unit, place) => ({
      url: `http://127.0.0.1:${local.port}${path(unit)}`,
      token: tokens[place] ?? "",
      bodies,
    }));
    beside.send(senders);
    const [done] = (await once(beside, "message")) as [Load];
    // In its first second a process still compiles; at a deadline it has run for a while.
    if (round > 0) rounds.push(done);
  }
  beside.kill();
  const refused = rounds.reduce((sum, round) => sum + round.refused, 0);
  if (refused > 0) throw new Error(`${refused} saves were refused.`);
  const times = rounds.flatMap((round) => round.times);
  return [
    atLeast({
      id: "P11",
      name: "20 units × 60 criteria, 20 at once (elsewhere 315)",
      measured: median(rounds.map(({ seconds }) => 400 / seconds)),
      unit: "saves/s",
      bound: 945,
      gates: false,
    }),
    atMost({
      id: "P11",
      name: "the same, p99 (elsewhere 153)",
      measured: percentile(times, 0.99),
      unit: "ms",
      bound: 50,
      gates: false,
    }),
  ];
}
