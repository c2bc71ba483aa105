import { askEngine, partitionKept, putRaw, type RawItem } from "../watched-engine.ts";
import { atMost, type Line } from "./line.ts";
import { closingDay, cluster, council, type Stage, year } from "./stage.ts";

/** P9: what closing a year costs over the bytes it must write, undisturbed and with a kill for every third cluster. */
export async function closingAYear(stage: Stage): Promise<Line[]> {
  const { engine, local } = stage;
  await bigCouncil(stage, "p9", 1_000);
  await bigCouncil(stage, "p9-giet", 200);
  await bigCouncil(stage, "p9-lanh", 200);

  local.clock.moveTo(closingDay);
  const small = await closed(stage, "p9-lanh", 0);
  const whole = await closed(stage, "p9", 0);
  const killed = await closed(stage, "p9-giet", 0.3);
  engine.arm();
  const named = { id: "P9", unit: "write units" };
  return [
    atMost({
      ...named,
      name: "close 10,000 units, 1,000 clusters (one by one 10,000)",
      measured: whole.written,
      bound: whole.bound,
      target: 1.1,
    }),
    atMost({
      ...named,
      name: `close 200 clusters, killed ${killed.kills} times`,
      measured: killed.written,
      bound: killed.bound,
      target: 1.25,
    }),
    atMost({
      id: "R6",
      name: "seals that differ after kills",
      measured: Number(killed.seal !== small.seal),
      unit: "seals",
      bound: 1,
      target: 0,
    }),
    atMost({
      id: "P9",
      name: "memory of closing 1,000 clusters over that of 200",
      measured: whole.memory,
      unit: "MB",
      bound: small.memory,
      target: 1.5,
      gates: false,
    }),
    atMost({
      id: "P9",
      name: "time to close 1,000 clusters",
      measured: whole.seconds,
      unit: "s",
      bound: 30,
      gates: false,
    }),
  ];
}

/** A council of clusters of ten units, each with a submitted sheet: one lived cluster, written again under other names. */
async function bigCouncil(stage: Stage, id: string, clusters: number) {
  const { engine, local } = stage;
  const units = Array.from({ length: 10 }, (_, at) => `xa-${at + 1}`);
  const { clerk, scorers } = await council(stage, id, units);
  const { at, codes } = await cluster(clerk, "cum-0000", units, { lines: 20 });
  local.clock.moveTo(Date.parse("2026-12-10T01:00:00Z"));
  for (const [unit, scorer] of scorers) {
    const changes = Object.fromEntries(codes.map((code, place) => [code, { was: null, now: place }]));
    await scorer.scoring.saveClaims({ ...at, unit, body: { changes } });
    await scorer.scoring.submitSheet({ ...at, unit, body: {} });
  }
  const lived = await partitionKept(engine.direct, local.tableName, `${id}#CLUSTER#${year}#cum-0000`);
  const [head] = (await partitionKept(engine.direct, local.tableName, `${id}#YEAR#${year}`)) as [RawItem];
  const unit = (await partitionKept(engine.direct, local.tableName, `${id}#UNITS`))[0] as RawItem;
  const puts: RawItem[] = [];
  for (let number = 1; number < clusters; number++) {
    const name = `cum-${String(number).padStart(4, "0")}`;
    puts.push({ ...head, sk: { S: `CLUSTER#${name}` }, cluster: { S: name } });
    puts.push(...lived.map((item) => ({ ...item, pk: { S: `${id}#CLUSTER#${year}#${name}` } })));
    for (let place = 1; place <= 10; place++)
      puts.push({ ...unit, sk: { S: `UNIT#xa-${number}-${place}` }, unit: { S: `xa-${number}-${place}` } });
  }
  await putRaw(engine.direct, local.tableName, puts);
}

/** Lets the schedule close one council, killed so many times a cluster at steps that the number of the run gives. */
async function closed(stage: Stage, id: string, killsPerCluster: number) {
  const { engine, local } = stage;
  const due = { at: "2027-03-31T10:00:00.000Z", council: id, year };
  const kept = (partition: string) => partitionKept(engine.direct, local.tableName, `${id}#${partition}`);
  await forgetOthers(stage, due);
  const clusters = (await kept(`YEAR#${year}`)).length;
  const began = performance.now();
  let written = 0;
  let memory = 0;
  let kills = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage().heapUsed / 2 ** 20);
  }, 50);
  globalThis.gc?.();
  for (let run = 1; ; run++) {
    engine.take();
    const isKilled = kills < clusters * killsPerCluster;
    engine.arm(isKilled ? { at: 8 + ((run * 7919) % 29), when: run % 2 ? "before" : "after" } : undefined);
    const outcome = await local.runSchedules("Closing").then(
      () => "ended",
      () => "killed",
    );
    if (outcome === "killed") kills += 1;
    written += engine
      .take()
      .reduce((sum, one) => sum + (one.partition.startsWith(`${id}#`) ? one.write : 0), 0);
    if ((await kept("YEARS"))[0]?.["state"]?.S === "closed") break;
  }
  clearInterval(watch);
  const [pages, next, years] = await Promise.all([
    kept(`CLOSING#${year}`),
    kept(`YEAR#${year + 1}`),
    kept("YEARS"),
  ]);
  const must = [...pages.filter((item) => item["sk"]?.S !== "CLOSING"), ...next, ...years];
  const bound = must.reduce((sum, item) => sum + Math.ceil(bytesOf(item) / 1024), 0);
  return {
    written,
    bound,
    kills,
    memory,
    seconds: (performance.now() - began) / 1000,
    seal: years[0]?.["seal"]?.S,
  };
}

/** Only the council measured is due. */
async function forgetOthers({ engine, local }: Stage, { at, council: id }: { at: string; council: string }) {
  const due = await partitionKept(engine.direct, local.tableName, "SYSTEM#DUE");
  for (const { pk, sk } of due)
    await askEngine(engine.direct, "DeleteItem", { TableName: local.tableName, Key: { pk, sk } });
  const Item = {
    pk: { S: "SYSTEM#DUE" },
    sk: { S: `${at}#${id}#${year}` },
    at: { S: at },
    council: { S: id },
    year: { N: String(year) },
    r: { N: "1" },
  };
  await askEngine(engine.direct, "PutItem", { TableName: local.tableName, Item });
}

/** The size DynamoDB reckons with: names and values in UTF-8, a few bytes for each number, list and map. */
function bytesOf(item: object): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value),
    0,
  );
}

function valueBytes(value: Record<string, unknown>): number {
  const [[type, content] = ["NULL", true]] = Object.entries(value);
  if (type === "S") return Buffer.byteLength(content as string);
  if (type === "N") return Math.ceil((content as string).replace(/[-.]/g, "").length / 2) + 1;
  if (type === "L")
    return 3 + (content as Record<string, unknown>[]).reduce((sum, one) => sum + 1 + valueBytes(one), 0);
  if (type === "M") return 3 + bytesOf(content as object) + Object.keys(content as object).length;
  return 1;
}
