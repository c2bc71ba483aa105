import { beforeAll, describe, expect, test } from "vitest";
import {
  aCluster,
  type Caller,
  caoBang,
  days,
  haGiang,
  join,
  langSon,
  moveTo,
  theCouncil,
  tuyenQuang,
} from "../world.ts";

let clerk: Caller;
let as: (unit: string) => Caller;
let colleague: Caller;
beforeAll(async () => {
  ({ clerk, as } = await theCouncil());
  colleague = await join(clerk, "ha-giang-2", { name: "Cán bộ thứ hai", role: "scorer", unit: haGiang });
});

const full = {
  "1.1": { now: 9.5 },
  "1.2": { now: 74.5 },
  "1.3": { now: { result: 120, target: 100 } },
  "1.4": { now: true },
} as const;

const filledIn = async (cluster: { year: number; cluster: string }, unit: string, changes: object = full) => {
  await as(unit).scoring.saveClaims({ ...cluster, unit, body: { changes: changes as typeof full } });
  await as(unit).scoring.submitSheet({ ...cluster, unit, body: {} });
};

describe("a unit scores itself", () => {
  test("what is saved is read back with its points", async () => {
    const cluster = await aCluster(clerk, "scoring");
    await as(haGiang).scoring.saveClaims({ ...cluster, unit: haGiang, body: { changes: full } });
    const { sheet, state, points } = await as(haGiang).scoring.readSheet({ ...cluster, unit: haGiang });
    expect(state).toBe("filling");
    expect(sheet.lines["1.2"]?.claim).toMatchObject({ value: 74.5, by: haGiang });
    expect(points).toMatchObject({ "1.1": 950, "1.2": 700, "1.4": 1000 });
  });

  test("two people on different lines at once both win", async () => {
    const cluster = await aCluster(clerk, "scoring");
    const lines = ["1.1", "1.2", "1.4", "T1"] as const;
    const values = { "1.1": 8, "1.2": 61, "1.4": true, T1: 2 } as const;
    await Promise.all(
      lines.map((line, at) =>
        (at % 2 ? colleague : as(haGiang)).scoring.saveClaims({
          ...cluster,
          unit: haGiang,
          body: { changes: { [line]: { was: null, now: values[line] } } },
        }),
      ),
    );
    const { sheet } = await as(haGiang).scoring.readSheet({ ...cluster, unit: haGiang });
    expect(Object.fromEntries(lines.map((line) => [line, sheet.lines[line]?.claim?.value]))).toEqual(values);
  });

  test("on the same line the later one is told what stands there, by whom", async () => {
    const cluster = await aCluster(clerk, "scoring");
    const save = (who: Caller, was: number | null, now: number) =>
      who.scoring.saveClaims({ ...cluster, unit: haGiang, body: { changes: { "1.1": { was, now } } } });
    await save(colleague, null, 7);
    await expect(save(as(haGiang), null, 9)).rejects.toMatchObject({
      code: "sheet/line-changed",
      about: { lines: [{ line: "1.1", yours: 9, value: 7, by: "ha-giang-2" }] },
    });
    await save(as(haGiang), 7, 9);
  });

  test("a submitted sheet no longer changes, and submitting again gives the same answer", async () => {
    const cluster = await aCluster(clerk, "scoring");
    await filledIn(cluster, haGiang);
    await expect(
      as(haGiang).scoring.saveClaims({ ...cluster, unit: haGiang, body: { changes: { "1.1": { now: 1 } } } }),
    ).rejects.toMatchObject({ code: "sheet/submitted", status: 409 });
    await expect(
      as(haGiang).scoring.submitSheet({ ...cluster, unit: haGiang, body: {} }),
    ).resolves.toMatchObject({
      state: "submitted",
    });
  });

  test("a blank line has to be left blank on purpose", async () => {
    const cluster = await aCluster(clerk, "scoring");
    const { "1.4": _, ...most } = full;
    await as(haGiang).scoring.saveClaims({ ...cluster, unit: haGiang, body: { changes: most } });
    const submit = (leaveBlank: string[]) =>
      as(haGiang).scoring.submitSheet({ ...cluster, unit: haGiang, body: { leaveBlank } });
    await expect(submit([])).rejects.toMatchObject({
      code: "sheet/missing-lines",
      about: { lines: ["1.4"] },
    });
    await submit(["1.4"]);
  });

  test("one second after the deadline nothing is taken, unless it was put off", async () => {
    const cluster = await aCluster(clerk, "scoring");
    const save = () =>
      as(haGiang).scoring.saveClaims({ ...cluster, unit: haGiang, body: { changes: { "1.1": { now: 5 } } } });
    moveTo("2026-12-20 16:59");
    await save();
    moveTo("2026-12-20 17:00");
    await expect(save()).rejects.toMatchObject({ code: "phase/not-now", about: { phase: "review" } });
    await clerk.rotation.moveDeadline({
      ...cluster,
      body: {
        phase: "review",
        starts: new Date("2026-12-21T10:00:00Z").toISOString(),
        reason: "Mưa lũ, mất mạng.",
      },
    });
    await save();
    const { moves } = await clerk.units.readCluster(cluster);
    expect(moves).toMatchObject([{ phase: "review", reason: "Mưa lũ, mất mạng.", by: "thuong-truc" }]);
  });

  test.for([
    ["above its maximum", "1.1", 10.5, "sheet/bad-input"],
    ["with three decimals", "1.1", 1.005, "sheet/bad-input"],
    ["below nothing", "1.1", -1, "sheet/bad-input"],
    ["far too large", "1.2", 1e30, "sheet/bad-input"],
    ["of the wrong kind", "1.4", 5, "sheet/bad-input"],
    ["a result without its shape", "1.3", 5, "sheet/bad-input"],
    ["a target of nothing", "1.3", { result: 5, target: 0 }, "sheet/bad-input"],
    ["on a line that is not there", "9.9", 5, "sheet/unknown-line"],
    ["on a line of the standing office", "P1", 1, "sheet/not-yours"],
    ["no number at all", "1.1", "5" as never, "request/malformed"],
    ["NaN, which JSON sends as null within a pair", "1.3", { result: Number.NaN }, "request/malformed"],
  ] as const)("refuses a claim %s", async ([, line, now, code]) => {
    const cluster = await aCluster(clerk, "scoring");
    await expect(
      as(haGiang).scoring.saveClaims({ ...cluster, unit: haGiang, body: { changes: { [line]: { now } } } }),
    ).rejects.toMatchObject({ code });
  });

  test("another unit's sheet is not for filling in", async () => {
    const cluster = await aCluster(clerk, "scoring");
    await expect(
      as(haGiang).scoring.saveClaims({ ...cluster, unit: caoBang, body: { changes: full } }),
    ).rejects.toMatchObject({ code: "caller/not-allowed", status: 403 });
  });

  test("a paper stands behind a line by its number and date", async () => {
    const cluster = await aCluster(clerk, "scoring");
    const paper = { number: "2145/QĐ-UBND", date: "2026-11-20" };
    await as(haGiang).scoring.saveEvidence({
      ...cluster,
      unit: haGiang,
      body: { changes: { "1.1": { now: [paper] } } },
    });
    await as(haGiang).scoring.saveClaims({
      ...cluster,
      unit: haGiang,
      body: { changes: { "1.1": { now: 9 } } },
    });
    expect((await as(haGiang).scoring.readSheet({ ...cluster, unit: haGiang })).evidence).toEqual({
      "1.1": [paper],
    });
    const { units } = await as(haGiang).scoring.readBoard(cluster);
    expect(units.find(({ unit }) => unit === haGiang)).toMatchObject({
      lines: "deeee",
      filled: 1,
      of: 5,
      claimed: 900,
    });
  });
});

describe("papers behind the lines", () => {
  const [report, decision, letter] = [{ number: "12/BC" }, { number: "7/QĐ" }, { number: "3/CV" }];
  const read = async (cluster: { year: number; cluster: string }) =>
    (await as(haGiang).scoring.readSheet({ ...cluster, unit: haGiang })).evidence;
  type Changes = Parameters<Caller["scoring"]["saveEvidence"]>[0]["body"]["changes"];
  const save = (who: Caller, cluster: { year: number; cluster: string }, changes: Changes) =>
    who.scoring.saveEvidence({ ...cluster, unit: haGiang, body: { changes } });

  test("of different lines, put there by two people at once, all stay", async () => {
    const cluster = await aCluster(clerk, "scoring");
    const lines = { "1.1": [report], "1.2": [decision], "1.4": [letter, report], T1: [letter] };
    await Promise.all(
      Object.entries(lines).map(([line, now], at) =>
        save(at % 2 ? colleague : as(haGiang), cluster, { [line]: { was: [], now } }),
      ),
    );
    expect(await read(cluster)).toEqual(lines);
  });

  test("of one line that changed meanwhile stay, and the later one is told which they are", async () => {
    const cluster = await aCluster(clerk, "scoring");
    await save(colleague, cluster, { "1.1": { was: [], now: [report] } });
    await expect(
      save(as(haGiang), cluster, { "1.1": { was: [], now: [decision] }, "1.2": { was: [], now: [letter] } }),
    ).rejects.toMatchObject({
      code: "sheet/line-changed",
      about: { lines: [{ line: "1.1", yours: [decision], value: [report] }] },
    });
    expect(await read(cluster)).toEqual({ "1.1": [report] });
    await save(as(haGiang), cluster, { "1.1": { was: [report], now: [report, decision] } });
    expect(await read(cluster)).toEqual({ "1.1": [report, decision] });
  });

  test("that stand there already are no quarrel, and none belong to a line that is not there", async () => {
    const cluster = await aCluster(clerk, "scoring");
    await save(colleague, cluster, { "1.1": { was: [], now: [report] } });
    await save(as(haGiang), cluster, { "1.1": { was: [], now: [report] } });
    await expect(save(as(haGiang), cluster, { "9.9": { now: [report] } })).rejects.toMatchObject({
      code: "sheet/unknown-line",
    });
    expect(await read(cluster)).toEqual({ "1.1": [report] });
  });
});

describe("a sheet is appraised", () => {
  test("claim and finding stand beside each other, each with its author", async () => {
    const cluster = await aCluster(clerk, "scoring");
    await filledIn(cluster, haGiang);
    moveTo(days.review);
    await as(langSon).scoring.saveFindings({
      ...cluster,
      unit: haGiang,
      body: { findings: { "1.1": { value: 9, reason: "Thiếu một văn bản." } } },
    });
    await as(haGiang).scoring.explain({
      ...cluster,
      unit: haGiang,
      body: { texts: { "1.1": "Văn bản gửi sau." } },
    });
    await clerk.scoring.saveFindings({
      ...cluster,
      unit: haGiang,
      body: { findings: { "1.1": { value: 9.25, reason: "Nhận bổ sung." }, P1: { value: 1 } } },
    });
    const { sheet, points } = await clerk.scoring.readSheet({ ...cluster, unit: haGiang });
    expect(sheet.lines["1.1"]).toMatchObject({
      claim: { value: 9.5, by: haGiang },
      cluster: { value: 9, by: langSon, reason: "Thiếu một văn bản." },
      office: { value: 9.25, by: "thuong-truc" },
      explanation: { text: "Văn bản gửi sau." },
    });
    expect(points).toMatchObject({ "1.1": 925, P1: -800 });
  });

  test("nobody appraises their own unit, the head included; a deputy does it", async () => {
    const cluster = await aCluster(clerk, "scoring");
    await filledIn(cluster, langSon);
    moveTo(days.review);
    const findings = { "1.1": { value: 9, reason: "Làm tròn." } };
    const body = { findings };
    await expect(as(langSon).scoring.saveFindings({ ...cluster, unit: langSon, body })).rejects.toMatchObject(
      {
        code: "office/own-sheet",
      },
    );
    await expect(as(haGiang).scoring.saveFindings({ ...cluster, unit: langSon, body })).rejects.toMatchObject(
      {
        code: "caller/not-allowed",
      },
    );
    await as(tuyenQuang).scoring.saveFindings({ ...cluster, unit: langSon, body });
  });

  test("a finding that differs says why", async () => {
    const cluster = await aCluster(clerk, "scoring");
    await filledIn(cluster, haGiang);
    moveTo(days.review);
    const find = (value: number) =>
      as(langSon).scoring.saveFindings({
        ...cluster,
        unit: haGiang,
        body: { findings: { "1.1": { value } } },
      });
    await expect(find(8)).rejects.toMatchObject({ code: "sheet/no-reason" });
    await find(9.5);
  });

  test("a returned sheet goes back to its unit with the reason, after the deadline too, and comes in again", async () => {
    const cluster = await aCluster(clerk, "scoring");
    await filledIn(cluster, haGiang);
    moveTo(days.review);
    await clerk.scoring.returnSheet({ ...cluster, unit: haGiang, body: { reason: "Thiếu phụ lục." } });
    const board = await as(haGiang).scoring.readBoard(cluster);
    expect(board.units.find(({ unit }) => unit === haGiang)).toMatchObject({
      state: "returned",
      returned: "Thiếu phụ lục.",
    });
    await filledIn(cluster, haGiang, { "1.1": { was: 9.5, now: 8 } });
    const { sheet, state } = await as(haGiang).scoring.readSheet({ ...cluster, unit: haGiang });
    expect(state).toBe("submitted");
    expect(sheet).toMatchObject({
      no: 2,
      lines: { "1.1": { claim: { value: 8 } }, "1.2": { claim: { value: 74.5 } } },
    });
    expect(sheet.was).toMatch(/^[0-9a-f]{64}$/);
  });

  test("a draft that was never handed in counts for nothing", async () => {
    const cluster = await aCluster(clerk, "scoring");
    await as(haGiang).scoring.saveClaims({ ...cluster, unit: haGiang, body: { changes: full } });
    moveTo(days.review);
    const { standings } = await clerk.scoring.readRanking(cluster);
    expect(standings.find(({ unit }) => unit === haGiang)).toMatchObject({ total: 0, claimed: 0 });
  });
});

describe("the ranking", () => {
  test("is hidden until it is announced, save from those who appraise", async () => {
    const cluster = await aCluster(clerk, "scoring");
    await filledIn(cluster, haGiang);
    moveTo(days.review);
    await expect(as(haGiang).scoring.readRanking(cluster)).rejects.toMatchObject({
      code: "ranking/not-announced",
    });
    await as(langSon).scoring.readRanking(cluster);
    await as(langSon).scoring.announceRanking(cluster);
    const { standings } = await as(haGiang).scoring.readRanking(cluster);
    expect(standings[0]).toMatchObject({ unit: haGiang, rank: 1, total: 36.5, assigned: 40, rate: 91.25 });
    expect(standings.slice(1).map(({ rank }) => rank)).toEqual([2, 2, 2, 2]);
  });

  test("goes by rate where a line is not assigned", async () => {
    const cluster = await aCluster(clerk, "scoring");
    await as(langSon).scoring.assignLines({ ...cluster, unit: haGiang, body: { notAssigned: ["1.3"] } });
    const { "1.3": _, ...rest } = full;
    await filledIn(cluster, haGiang, rest);
    await filledIn(cluster, caoBang);
    await expect(
      as(haGiang).scoring.saveClaims({
        ...cluster,
        unit: haGiang,
        body: { changes: { "1.3": full["1.3"] } },
      }),
    ).rejects.toMatchObject({ code: "sheet/submitted" });
    moveTo(days.review);
    const { standings, byRate } = await clerk.scoring.readRanking(cluster);
    expect(byRate).toBe(true);
    expect(standings.slice(0, 2)).toMatchObject([
      { unit: caoBang, total: 36.5, assigned: 40, rate: 91.25, rank: 1 },
      { unit: haGiang, total: 26.5, assigned: 30, rate: 88.33, rank: 2 },
    ]);
  });

  test("tells line by line what was claimed, found and explained, and how many papers stand behind it", async () => {
    const cluster = await aCluster(clerk, "scoring");
    await as(haGiang).scoring.saveEvidence({
      ...cluster,
      unit: haGiang,
      body: { changes: { "1.1": { now: [{ number: "12/BC" }, { number: "13/BC" }] } } },
    });
    await filledIn(cluster, haGiang);
    moveTo(days.review);
    const findings = { "1.1": { value: 8, reason: "Thiếu báo cáo." } };
    await as(langSon).scoring.saveFindings({ ...cluster, unit: haGiang, body: { findings } });
    await as(haGiang).scoring.explain({ ...cluster, unit: haGiang, body: { texts: { "1.1": "Đã gửi." } } });
    const { units } = await clerk.scoring.readMatrix(cluster);
    const { lines, state } = units.find(({ unit }) => unit === haGiang) ?? {};
    expect(state).toBe("review");
    expect(lines?.["1.1"]).toEqual({
      claim: 9.5,
      finding: 8,
      reason: "Thiếu báo cáo.",
      points: 8,
      papers: 2,
      explained: true,
    });
    expect(lines?.["1.4"]).toEqual({ claim: true, points: 10 });
    expect(units.find(({ unit }) => unit === caoBang)?.lines["1.1"]).toEqual({ points: 0 });
  });
});
