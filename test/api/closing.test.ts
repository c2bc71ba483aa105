import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ownedBy,
  partitionKept,
  putRaw,
  type RawItem,
  rawItemsOf,
  watchedEngine,
} from "../watched-engine.ts";
import type { Caller } from "../world.ts";

// The engine is watched, and a request that is cut is not sent again: whoever asked dies of it.
const engine = await watchedEngine();
process.env["AWS_ENDPOINT_URL_DYNAMODB"] = engine.endpoint;
process.env["AWS_MAX_ATTEMPTS"] = "1";
const world = await import("../world.ts");
const { aCluster, at, bacKan, caoBang, days, haGiang, langSon, local, moveTo, theCouncil, tuyenQuang, year } =
  world;
afterAll(() => engine.stop());

let clerk: Caller;
let as: (unit: string) => Caller;
let teller: Caller;
const rule = {
  secret: false,
  voter: "unit",
  ownUnit: true,
  quorum: { of: "members", atLeast: "2/3" },
  threshold: { base: "members", moreThan: "1/2" },
  choose: { min: 0, max: 1 },
  seats: 1,
  tie: "second-round",
  publish: "figures",
} as const;

/** A cluster that has lived: sheets, a finding, a head elected. */
async function livedCluster() {
  const cluster = await aCluster(clerk, "scoring");
  for (const [place, unit] of [langSon, haGiang, caoBang].entries()) {
    const changes = { "1.1": { now: 7 + place }, "1.2": { now: 65 + 10 * place } };
    await as(unit).scoring.saveClaims({ ...cluster, unit, body: { changes } });
    await as(unit).scoring.submitSheet({ ...cluster, unit, body: { leaveBlank: ["1.3", "1.4"] } });
  }
  moveTo(days.review);
  await as(langSon).scoring.saveFindings({
    ...cluster,
    unit: haGiang,
    body: { findings: { "1.1": { value: 7, reason: "Chậm." } } },
  });
  moveTo(days.voting);
  const poll = { ...cluster, poll: "cum-truong" };
  await clerk.ballots.savePoll({ ...poll, body: { for: "head", candidates: [tuyenQuang], rule } });
  await clerk.ballots.openPoll({ ...poll, body: { absent: [] } });
  for (const unit of [langSon, haGiang, caoBang, bacKan])
    await as(unit).ballots.castBallot({ ...poll, unit, body: { choose: [tuyenQuang] } });
  await teller.ballots.countPoll(poll);
  return cluster;
}

let lived: RawItem[];
/** Enough clusters for progress to be marked between them. */
const clusters = 9;
beforeAll(async () => {
  ({ clerk, as, teller } = await theCouncil("mau"));
  await livedCluster();
  for (let more = 1; more < clusters; more++) await aCluster(clerk, "voting");
  lived = await rawItemsOf(engine.direct, local.tableName, "mau");
  moveTo(days.closed);
  await closeBySchedule();
});

/** The same council under another name, due to be closed by the schedule. */
async function copyDue(council: string) {
  const due = { at: at("2027-03-31 17:00"), council, year };
  await putRaw(engine.direct, local.tableName, [
    ...ownedBy(lived, council),
    {
      pk: { S: "SYSTEM#DUE" },
      sk: { S: `${due.at}#${council}#${year}` },
      at: { S: due.at },
      council: { S: council },
      year: { N: String(year) },
      r: { N: "1" },
    },
  ]);
}

/** Everything that closing made: seal, pages, next year. */
async function madeOf(council: string) {
  const kept = (partition: string) =>
    partitionKept(engine.direct, local.tableName, `${council}#${partition}`);
  const [years, pages, next] = await Promise.all([
    kept("YEARS"),
    kept(`CLOSING#${year}`),
    kept(`YEAR#${year + 1}`),
  ]);
  return {
    seal: years.find((item) => item["sk"]?.S === `YEAR#${year}`)?.["seal"]?.S,
    pages: pages.map((item) => item["digest"]?.S).filter(Boolean),
    next: next.map((item) => [item["sk"]?.S, item["head"]?.S, item["r"]?.N]),
  };
}

/** Whatever is written is refused. */
async function expectClosed(cluster: { year: number; cluster: string }) {
  const deadline = { phase: "counting", starts: at("2027-05-01 08:00"), reason: "Muộn" } as const;
  for (const refused of [
    () =>
      as(haGiang).scoring.saveClaims({ ...cluster, unit: haGiang, body: { changes: { "1.1": { now: 1 } } } }),
    () => as(langSon).scoring.announceRanking(cluster),
    () => clerk.movements.saveMovement({ ...cluster, movement: "muon", body: { name: "Muộn" } }),
    () => clerk.rotation.moveDeadline({ ...cluster, body: deadline }),
    () =>
      clerk.units.saveCluster({
        year,
        clusterId: "moi",
        body: { kind: "cụm", name: "Mới", members: [langSon] },
      }),
  ])
    await expect(refused()).rejects.toMatchObject({ code: "year/closed" });
}

async function closeBySchedule() {
  for (let run = 0; run < 3; run++) await local.runSchedules("Closing");
}

describe("a year closes", () => {
  test("to the same seal, wherever it is killed and however often it is started", {
    timeout: 240_000,
  }, async () => {
    moveTo(days.closed);
    await copyDue("nguyen-ven");
    engine.arm();
    await local.runSchedules("Closing");
    const steps = engine.steps();
    const whole = await madeOf("nguyen-ven");
    expect(whole.seal).toMatch(/^[0-9a-f]{64}$/);
    expect(whole.pages).toHaveLength(clusters);
    expect(whole.next).toHaveLength(clusters);
    expect(whole.next[0]).toEqual(["CLUSTER#cum-1", tuyenQuang, "1"]);

    let exercised = 0;
    for (let step = 1; step <= steps; step++)
      for (const when of ["before", "after"] as const) {
        const triggers = 1 + (step % 3);
        const council = `bi-giet-${step}-${when}-${triggers}`;
        await copyDue(council);
        engine.arm({ at: step, when });
        const runs = await Promise.allSettled(
          Array.from({ length: triggers }, () => local.runSchedules("Closing")),
        );
        exercised += Number(runs.some(({ status }) => status === "rejected"));
        engine.arm();
        await closeBySchedule();
        expect({ council, ...(await madeOf(council)) }).toEqual({ council, ...whole });
      }
    expect(exercised).toBe(steps * 2);
  });

  test("on demand, with progress, once what is in flight has landed; then it takes but the council's answers", async () => {
    ({ clerk, as, teller } = await theCouncil("vhttdl"));
    const cluster = await livedCluster();
    const begun = await clerk.closing.closeYear({ yearNo: year });
    expect(begun).toMatchObject({ state: "closing", done: 0, of: 1, notBefore: expect.any(String) });
    await expectClosed(cluster);
    local.clock.moveTo(Date.parse(begun.notBefore ?? "") + 1);
    const closed = await clerk.closing.closeYear({ yearNo: year });
    expect(closed).toMatchObject({
      state: "closed",
      done: 1,
      of: 1,
      seal: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await clerk.closing.closeYear({ yearNo: year })).toEqual(closed);
    await expectClosed(cluster);
    await clerk.nominations.decide({
      year,
      decision: "qd-1",
      body: {
        award: "CO_BT",
        recipient: { unit: tuyenQuang },
        outcome: "awarded",
        number: "12/QĐ-BVHTTDL",
        date: "2027-04-10",
      },
    });
    expect(await clerk.nominations.readRegister({ year })).toMatchObject([
      { award: "CO_BT", number: "12/QĐ-BVHTTDL" },
    ]);
    const { page } = await clerk.closing.readSnapshot(cluster);
    expect(page.next).toEqual({ head: tuyenQuang, deputies: [] });
  });

  test("except for a cluster with a poll still open, which is named and closed once that is settled", async () => {
    const other = await theCouncil("so-noi-vu");
    const open = await aCluster(other.clerk, "voting");
    const done = await aCluster(other.clerk, "voting");
    const poll = { ...open, poll: "co" };
    await other.clerk.ballots.savePoll({ ...poll, body: { for: "head", candidates: [haGiang], rule } });
    await other.clerk.ballots.openPoll({ ...poll, body: { absent: [] } });
    moveTo(days.closed);
    await closeBySchedule();
    expect(await other.clerk.closing.readClosing({ yearNo: year })).toMatchObject({
      state: "closing",
      blocked: [{ cluster: open.cluster, code: "poll/still-open" }],
    });
    await other.clerk.closing.readSnapshot(done);
    await other.clerk.ballots.voidPoll({ ...poll, body: { reason: "Hội nghị hoãn." } });
    await closeBySchedule();
    expect(await other.clerk.closing.readClosing({ yearNo: year })).toMatchObject({
      state: "closed",
      blocked: [],
    });
  });
});
