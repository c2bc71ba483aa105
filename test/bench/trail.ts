import { deedsOfAccess } from "#domain/access.ts";
import type { Deed } from "#domain/trail.ts";
import { callerOf, password } from "#infra/year/cast.ts";
import { putRaw, type RawItem, rawItemsOf } from "../watched-engine.ts";
import { atMost, type Line, median } from "./line.ts";
import { type Caller, cluster, council, reviewDay, type Stage, scoringDay, year } from "./stage.ts";

/** A province: clusters of eight units, each with two officers or three. */
const province = { clusters: 35, units: 8, officers: 20, comings: 56 };
const clusters = Array.from({ length: province.clusters }, (_, at) => String(at).padStart(2, "0"));
const units = Array.from({ length: province.units }, (_, at) => `xa-00-${at + 1}`);
const days = { from: `${year}-01-01`, to: `${year + 1}-03-31` };
const atOnce = 6;

/** T1: the trail of a province's whole year, read as the page reads it: its parts six at once, over HTTP. */
export async function readingATrail(stage: Stage): Promise<Line[]> {
  const { engine } = stage;
  const clerk = await aProvince(stage);
  await trailOf(clerk);
  const times: number[] = [];
  let read = 0;
  let deeds: Deed[] = [];
  for (let round = 0; round < 5; round++) {
    engine.take();
    const began = performance.now();
    deeds = await trailOf(clerk);
    times.push((performance.now() - began) / 1000);
    read = engine.take().reduce((sum, asked) => sum + asked.read, 0);
  }
  const whole = `${province.clusters} clusters, ${clusters.length * units.length} units, ${clusters.length * province.officers} officers`;
  return [
    atMost({
      ...{ id: "T1", name: `trail of a year: ${whole}, ${deeds.length} deeds`, gates: false },
      ...{ measured: median(times), unit: "s", bound: 2 },
    }),
    atMost({ id: "T1", name: "the same, reading", measured: read, unit: "read units", bound: 1_500 }),
  ];
}

async function trailOf(clerk: Caller): Promise<Deed[]> {
  const parts = [
    () => clerk.rotation.readAccess(days).then((access) => access.flatMap(deedsOfAccess)),
    () => clerk.rotation.readCouncilTrail(days),
    () => clerk.rotation.readYearTrail({ year, ...days }),
    ...clusters.map((no) => () => clerk.rotation.readTrail({ year, cluster: `cum-${no}`, ...days })),
  ];
  const deeds: Deed[] = [];
  for (let first = 0; first < parts.length; first += atOnce)
    deeds.push(...(await Promise.all(parts.slice(first, first + atOnce).map((part) => part()))).flat());
  return deeds.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** One cluster lives its year through the API; the others are its like under other names, histories and all. */
async function aProvince(stage: Stage): Promise<Caller> {
  const { engine, local } = stage;
  const { clerk, scorers } = await council(stage, "t1", units);
  const { at, codes } = await cluster(clerk, "cum-00", units, { lines: 40 });
  const others = Array.from({ length: province.officers - units.length }, (_, no) => ({
    unit: units[no % units.length] as string,
    person: `${units[no % units.length]}-${no}`,
  }));
  for (const { person, unit } of others) {
    await clerk.units.savePerson({ person, body: { name: "Lãnh đạo", role: "leader", unit } });
    const slip = await clerk.units.makeSlip({ person });
    await callerOf(local).units.firstSignIn({ body: { ...slip, password } });
  }
  const head = scorers.get(units[0] ?? "") as Caller;
  const { digest } = await clerk.rotation.saveCovenant({ ...at, body: { targets: [] } });
  await clerk.movements.saveMovement({ ...at, movement: "sach", body: { name: "Tặng sách" } });
  for (const [unit, scorer] of scorers) {
    const own = { ...at, unit };
    await scorer.rotation.signCovenant({ ...own, digest });
    const brought = { unit, metric: "Sách", measure: "cuốn", value: 641 };
    await scorer.movements.contribute({ ...at, movement: "sach", contribution: unit, body: brought });
  }
  local.clock.moveTo(scoringDay);
  for (const [unit, scorer] of scorers) {
    const own = { ...at, unit };
    const changes = Object.fromEntries(codes.map((code, place) => [code, { was: null, now: place % 20 }]));
    await scorer.scoring.saveClaims({ ...own, body: { changes } });
    await scorer.scoring.submitSheet({ ...own, body: {} });
    await clerk.scoring.returnSheet({ ...own, body: { reason: "Thiếu minh chứng." } });
    await scorer.scoring.submitSheet({ ...own, body: {} });
  }
  local.clock.moveTo(reviewDay);
  for (const unit of units.slice(1)) {
    const findings = Object.fromEntries(
      codes.slice(0, 10).map((code) => [code, { value: 1, reason: "Thiếu." }]),
    );
    await head.scoring.saveFindings({ ...at, unit, body: { findings } });
    await clerk.scoring.finishSheet({ ...at, unit });
  }
  const lived = await rawItemsOf(engine.direct, local.tableName, "t1");
  const own = lived.filter((item) => JSON.stringify([item["pk"], item["sk"]]).match(/\b(cum|xa)-00\b/));
  const months = [...units, ...others.map(({ person }) => person)].flatMap(aYearOf);
  await putRaw(
    engine.direct,
    local.tableName,
    clusters.flatMap((no) => [...(no === "00" ? [] : own), ...months].map((item) => named(item, no))),
  );
  return clerk;
}

/** The same under the number of another cluster. */
const named = (item: RawItem, no: string): RawItem =>
  JSON.parse(JSON.stringify(item).replace(/\b(cum|xa)-00\b/g, `$1-${no}`));

/** Twelve months in which somebody came in every week. */
function aYearOf(person: string): RawItem[] {
  return Array.from({ length: 12 }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, "0")}`;
    const times = Math.floor(province.comings / 12) + Number(at < province.comings % 12);
    const stamps = Array.from({ length: times }, (_, no) => `${String(3 + 5 * no).padStart(2, "0")}0312`);
    return {
      pk: { S: `t1#ACCESS#${month}` },
      sk: { S: `PERSON#${person}` },
      ...{ month: { S: month }, person: { S: person }, came: { S: stamps.join("") } },
      ...{ wrong: { M: {} } as never, r: { N: "1" } },
    };
  });
}
