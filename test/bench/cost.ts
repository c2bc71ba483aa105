import { readAssembly } from "#infra/local/assembly.ts";
import { built } from "#infra/local/build.ts";
import { openSecrets } from "#infra/local/secrets.ts";
import { closeBox, gatherHall, openBox } from "./hall.ts";
import { atMost, type Line } from "./line.ts";
import { type Caller, cluster, council, reviewDay, type Stage, scoringDay } from "./stage.ts";

/** A province: its clusters and units, whoever works with them, and its conferences. */
const province = { clusters: 35, units: 281, officers: 700, conferences: 3, polls: 5, delegates: 300 };

/**
 * List prices in US dollars (us-east-1, on demand, November 2026; Singapore is up to a quarter above). What AWS gives
 * free of charge every month is not taken off, but for CloudFront's terabyte and Cognito's 10,000 people.
 */
const price = {
  write: 0.625 / 1e6,
  read: 0.125 / 1e6,
  storedByteYear: (12 * (0.25 + 0.2)) / 1e9,
  request: (1.0 + 0.2) / 1e6,
  /** A function of half a gigabyte that is billed 60 ms a request, on ARM. */
  work: 0.5 * 0.06 * 0.0000133334,
  loggedByte: 0.5 / 1e9,
};
const logLine = 250;
const secretYear = 12 * 0.4;
const alarmYear = 12 * 0.1;

type Act = { times: number; asks: readonly (() => Promise<unknown>)[] };
type Cost = { requests: number; reads: number; writes: number; bytes: number };

/** P12: what a province's year costs, from what each act was measured to take and how often it is done. */
export async function payingForAYear(stage: Stage): Promise<Line[]> {
  const year = sumOf([...(await officeActs(stage)), await hallAct(stage)]);
  const used =
    year.reads * price.read +
    year.writes * price.write +
    year.requests * (price.request + price.work + logLine * price.loggedByte) +
    year.bytes * price.storedByteYear;
  const assembly = readAssembly(built.assembly, openSecrets(undefined));
  const secrets = assembly.all("AWS::SecretsManager::Secret").length;
  const alarms = assembly.all("AWS::CloudWatch::Alarm").length;
  const fixed = secrets * secretYear + alarms * alarmYear;
  const named = { id: "P12", gates: false };
  return [
    atMost({
      ...named,
      name: "a province's year, units and requests",
      measured: used,
      unit: "US dollars",
      bound: 5,
    }),
    atMost({
      ...named,
      name: `besides, used or not: ${secrets} secrets, ${alarms} alarms`,
      measured: fixed,
      unit: "US dollars",
      bound: 60,
    }),
    atMost({
      ...named,
      name: "the same year, requests",
      measured: year.requests,
      unit: "requests",
      bound: 2e6,
    }),
  ];
}

/** What people do at their desks, each measured on a cluster as large as most are. */
async function officeActs(stage: Stage) {
  const { local } = stage;
  const units = Array.from({ length: 8 }, (_, at) => `so-${at + 1}`);
  const { clerk, scorers } = await council(stage, "p12", units);
  const { at, codes } = await cluster(clerk, "cum-1", units, { lines: 40 });
  const scorer = scorers.get("so-2") as Caller;
  const head = scorers.get("so-1") as Caller;
  const own = { ...at, unit: "so-2" };
  const { digest } = await clerk.rotation.saveCovenant({ ...at, body: { targets: [] } });
  const signed = await measured(stage, {
    times: province.units,
    asks: [() => scorer.rotation.readCovenant(at), () => scorer.rotation.signCovenant({ ...own, digest })],
  });
  local.clock.moveTo(scoringDay);
  const opened = await measured(stage, {
    times: province.officers * 60,
    asks: [() => scorer.units.readMe({}), () => scorer.units.listUnits({}), () => scorer.units.listNames({})],
  });
  const board = await measured(stage, {
    times: province.officers * 100,
    asks: [
      () => scorer.units.readCluster(at),
      () => scorer.scoring.readBoard(at),
      () => scorer.movements.listMovements(at),
      () => scorer.rotation.readCovenant(at),
    ],
  });
  const line = { was: null, now: 12.5 };
  const saved = await measured(stage, {
    times: province.units * 80,
    asks: [
      () =>
        scorer.scoring.saveClaims({
          ...own,
          body: { changes: Object.fromEntries(codes.map((code) => [code, line])) },
        }),
    ],
  });
  const read = await measured(stage, {
    times: province.units * 60,
    asks: [() => scorer.scoring.readSheet(own)],
  });
  const submitted = await measured(stage, {
    times: province.units * 1.3,
    asks: [() => scorer.scoring.submitSheet({ ...own, body: {} })],
  });
  local.clock.moveTo(reviewDay);
  const found = await measured(stage, {
    times: province.units * 15,
    asks: [
      () =>
        head.scoring.saveFindings({
          ...own,
          body: {
            findings: Object.fromEntries(
              codes.slice(0, 10).map((code) => [code, { value: 12, reason: "Thiếu một tháng." }]),
            ),
          },
        }),
    ],
  });
  const finished = await measured(stage, {
    times: province.units,
    asks: [() => clerk.scoring.finishSheet(own)],
  });
  const ranked = await measured(stage, {
    times: province.officers * 20,
    asks: [() => clerk.units.readCluster(at), () => clerk.scoring.readRanking(at)],
  });
  return [signed, opened, board, saved, read, submitted, found, finished, ranked];
}

/** One poll of a conference: every delegate votes, everybody watches for four minutes, the box is opened and read. */
async function hallAct(stage: Stage) {
  const { engine, local } = stage;
  const hall = await gatherHall(stage, "p12-hall", province.delegates);
  engine.take();
  const opened = await openBox(hall, "co");
  for (const { path, ticket, body } of opened.sealed) {
    const headers = { authorization: `Ticket ${ticket}`, "content-type": "application/json" };
    const { ok } = await fetch(local.url + path, { method: "PUT", body, headers });
    if (!ok) throw new Error("A ballot was refused.");
  }
  const voting = costIn(engine.take(), province.delegates);
  const { council, here } = hall;
  const watching = await measured(stage, {
    // The edge asks every other second, whoever looks.
    times: 4 * 30,
    asks: [() => hall.clerk.ballots.readNow({ council, conference: here.conference })],
  });
  await closeBox(stage, hall, opened);
  const counting = costIn(engine.take(), province.delegates);
  return {
    times: province.conferences * province.polls,
    cost: sumOf([{ times: 1, cost: voting }, watching, { times: 1, cost: counting }]),
  };
}

type Measured = { times: number; cost: Cost };

async function measured({ engine }: Stage, { times, asks }: Act): Promise<Measured> {
  engine.take();
  for (const ask of asks) await ask();
  return { times, cost: costIn(engine.take(), asks.length) };
}

function costIn(asked: ReturnType<Stage["engine"]["take"]>, requests: number): Cost {
  const sum = (of: (one: (typeof asked)[number]) => number) => asked.reduce((all, one) => all + of(one), 0);
  return {
    requests,
    reads: sum(({ read }) => read),
    writes: sum(({ write }) => write),
    bytes: sum(({ write, bytes }) => (write > 0 ? bytes : 0)),
  };
}

function sumOf(acts: readonly Measured[]): Cost {
  const sum = (of: keyof Cost) => acts.reduce((all, { times, cost }) => all + times * cost[of], 0);
  return { requests: sum("requests"), reads: sum("reads"), writes: sum("writes"), bytes: sum("bytes") };
}
