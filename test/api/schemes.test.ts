import { beforeAll, describe, expect, test } from "vitest";
import {
  aCluster,
  at,
  type Caller,
  calendar,
  caoBang,
  criteria,
  days,
  haGiang,
  langSon,
  moveTo,
  theCouncil,
  year,
} from "../world.ts";

let clerk: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, as } = await theCouncil());
});

type Table = typeof criteria;
let schemes = 0;
/** A table that is being written. */
async function aDraft(table: Table = criteria) {
  schemes += 1;
  const scheme = { year, scheme: `thang-diem-${schemes}` };
  const { warnings } = await clerk.scoring.saveScheme({ ...scheme, body: { title: "Thang điểm", table } });
  return { scheme, warnings };
}

const [group] = criteria.groups;
const steps = (of: "rate" | "count", ...steps: [from: number, points: number][]) => ({
  way: "steps" as const,
  of,
  steps: steps.map(([from, points]) => ({ from, points })),
});
const oneLine = (way: object): Table => ({
  groups: [{ code: "I", criteria: [{ code: "1", way: way as never }] }],
});

describe("a table is published", () => {
  test("and read by everybody of the council from then on", async () => {
    const { scheme } = await aDraft();
    await clerk.scoring.publishScheme(scheme);
    const published = await as(haGiang).scoring.readScheme({ ...scheme, no: 1 });
    expect(published).toMatchObject({ no: 1, table: { total: 40 }, published: { by: "thuong-truc" } });
    expect(await as(haGiang).scoring.listSchemes({ year })).toContainEqual(published);
  });

  test("and until then only who writes it sees it", async () => {
    const { scheme } = await aDraft();
    const officer = as(haGiang);
    expect((await officer.scoring.listSchemes({ year })).map((each) => each.scheme)).not.toContain(
      scheme.scheme,
    );
    await expect(officer.scoring.readScheme({ ...scheme, no: 1 })).rejects.toMatchObject({
      code: "scheme/unknown",
    });
    expect((await clerk.scoring.listSchemes({ year })).map((each) => each.scheme)).toContain(scheme.scheme);

    await clerk.scoring.publishScheme(scheme);
    await clerk.scoring.saveScheme({ ...scheme, body: { title: "Bản sau", table: criteria } });
    const seen = (await officer.scoring.listSchemes({ year })).filter(
      (each) => each.scheme === scheme.scheme,
    );
    expect(seen.map((each) => each.no)).toEqual([1]);
  });

  test.for([
    [
      "whose lines do not add up to its total",
      { ...criteria, total: 50 },
      "scheme/total-differs",
      { total: 50, sum: 40 },
    ],
    [
      "whose bonus inside the total is left out of it",
      { ...criteria, bonus: [{ code: "T1", way: { way: "judged", max: 5 } }] },
      "scheme/total-differs",
      { total: 40, sum: 45 },
    ],
    [
      "with two steps from the same value",
      oneLine(steps("rate", [80, 4], [60, 3], [80, 2])),
      "scheme/steps-overlap",
      { line: "1", from: 80 },
    ],
    [
      "with a code twice, in one group or another",
      { groups: [...criteria.groups, { code: "II", criteria: [group?.criteria[1]] }] },
      "scheme/code-twice",
      { line: "1.2" },
    ],
    [
      "with two groups of one code",
      { groups: [...criteria.groups, { code: "I", criteria: [] }] },
      "scheme/code-twice",
      { line: "I" },
    ],
    [
      "with a deduction under the code of a line",
      { ...criteria, deductions: [{ code: "1.1", points: 8 }] },
      "scheme/code-twice",
      { line: "1.1" },
    ],
  ] as const)("but not one %s", async ([, table, code, about]) => {
    const { scheme } = await aDraft(table as Table);
    await expect(clerk.scoring.publishScheme(scheme)).rejects.toMatchObject({ code, status: 422, about });
    expect((await clerk.scoring.readScheme({ ...scheme, no: 1 })).published).toBeUndefined();
  });

  test("twice with the same answer, and by the clerk alone", async () => {
    const { scheme } = await aDraft();
    await expect(as(langSon).scoring.publishScheme(scheme)).rejects.toMatchObject({
      code: "caller/not-allowed",
    });
    const published = await clerk.scoring.publishScheme(scheme);
    moveTo(days.running);
    await expect(clerk.scoring.publishScheme(scheme)).resolves.toEqual(published);
  });

  test("only where there is one", async () => {
    const scheme = { year, scheme: "khong-co" };
    await expect(clerk.scoring.publishScheme(scheme)).rejects.toMatchObject({
      code: "scheme/unknown",
      status: 404,
    });
    await expect(clerk.scoring.readScheme({ ...scheme, no: 1 })).rejects.toMatchObject({
      code: "scheme/unknown",
    });
  });
});

describe("a published version", () => {
  test("never changes: what is written next is the next version", async () => {
    const { scheme } = await aDraft();
    await clerk.scoring.publishScheme(scheme);
    const before = await clerk.scoring.readScheme({ ...scheme, no: 1 });
    const body = { title: "Thang điểm sửa", table: { ...criteria, deductions: [] } };
    const { scheme: next } = await clerk.scoring.saveScheme({ ...scheme, body });
    expect(next).toMatchObject({ no: 2, title: "Thang điểm sửa" });
    expect(next.published).toBeUndefined();
    expect(await clerk.scoring.readScheme({ ...scheme, no: 1 })).toEqual(before);

    const { scheme: again } = await clerk.scoring.saveScheme({
      ...scheme,
      body: { ...body, title: "Sửa lần nữa" },
    });
    expect(again.no).toBe(2);
  });

  test("goes on counting for its cluster until the cluster takes the next", async () => {
    const cluster = await aCluster(clerk, "scoring");
    const chosen = (await clerk.units.readCluster(cluster)).scheme;
    const scheme = { year, scheme: chosen?.scheme ?? "" };
    await clerk.scoring.saveScheme({ ...scheme, body: { title: "Mới", table: { ...criteria, bonus: [] } } });
    await clerk.scoring.publishScheme(scheme);
    expect((await clerk.scoring.readBoard(cluster)).scheme).toMatchObject({ no: 1, title: "Bảng tiêu chí" });
  });

  test("may be of last year until this year's is written", async () => {
    const { scheme } = await aDraft();
    await clerk.scoring.publishScheme(scheme);
    const next = year + 1;
    const later = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
    const calendarNext = Object.fromEntries(
      Object.entries(calendar).map(([phase, day]) => [phase, later(day)]),
    );
    await clerk.rotation.openYear({ yearNo: next, body: { calendar: calendarNext as typeof calendar } });
    const body = { kind: "cụm" as const, name: "Cụm", members: [caoBang], scheme: { ...scheme, no: 1 } };
    await clerk.units.saveCluster({ year: next, clusterId: "cum-moi", body });
    expect((await as(caoBang).scoring.readBoard({ year: next, cluster: "cum-moi" })).scheme).toMatchObject({
      year,
      no: 1,
    });
  });
});

describe("two clerks write one table", () => {
  const write = (
    scheme: { year: number; scheme: string },
    title: string,
    seen: { no: number; times: number },
  ) => clerk.scoring.saveScheme({ ...scheme, body: { title, table: criteria, seen } });

  test("and the second is told whose writing they have not seen; nothing is written over", async () => {
    const scheme = { year, scheme: "hai-nguoi" };
    const first = await write(scheme, "Của người thứ nhất", { no: 0, times: 0 });
    expect(first.scheme.saved).toMatchObject({ by: "thuong-truc", times: 1 });
    await expect(write(scheme, "Của người thứ hai", { no: 0, times: 0 })).rejects.toMatchObject({
      code: "scheme/changed-meanwhile",
      status: 409,
      about: { no: 1, by: "thuong-truc", at: first.scheme.saved?.at },
    });
    expect((await clerk.scoring.readScheme({ ...scheme, no: 1 })).title).toBe("Của người thứ nhất");
    const { scheme: next } = await write(scheme, "Đã xem", { no: 1, times: 1 });
    expect(next).toMatchObject({ no: 1, title: "Đã xem", saved: { times: 2 } });
  });

  test("and whoever saw a version before it was published begins no next one unseen", async () => {
    const scheme = { year, scheme: "hai-nguoi-ban-hanh" };
    await write(scheme, "Bản một", { no: 0, times: 0 });
    await clerk.scoring.publishScheme(scheme);
    const { scheme: next } = await write(scheme, "Bản hai", { no: 1, times: 1 });
    expect(next).toMatchObject({ no: 2, saved: { times: 1 } });
    await expect(write(scheme, "Bản hai khác", { no: 1, times: 1 })).rejects.toMatchObject({
      about: { no: 2 },
    });
  });
});

test("a copy goes on saying what it was copied from when it is written on", async () => {
  const { scheme: model } = await aDraft();
  const scheme = { year, scheme: "chep-roi-sua" };
  const from = { ...model, no: 1 };
  await clerk.scoring.copyScheme({ ...scheme, body: from });
  const body = { title: "Sửa", table: criteria, seen: { no: 1, times: 1 } };
  const { scheme: written } = await clerk.scoring.saveScheme({ ...scheme, body });
  expect(written).toMatchObject({ title: "Sửa", copiedFrom: from });
});

describe("a table is copied", () => {
  const copy = (from: object) =>
    clerk.scoring.copyScheme({
      year,
      scheme: "chep",
      body: { year: 2025, scheme: "bang-cu", no: 1, ...from },
    });

  test("from last year as a draft that says where it comes from", async () => {
    await clerk.rotation.openYear({
      yearNo: 2025,
      body: { calendar: { ...calendar, running: at("2025-04-01 00:00") } },
    });
    const old = { year: 2025, scheme: "bang-cu" };
    await clerk.scoring.saveScheme({
      ...old,
      body: { title: "Bảng 2025", table: criteria, source: "QĐ 1234/QĐ-BVHTTDL" },
    });
    await clerk.scoring.publishScheme(old);

    const draft = await copy({});
    expect(draft).toMatchObject({
      year,
      scheme: "chep",
      no: 1,
      source: "QĐ 1234/QĐ-BVHTTDL",
      copiedFrom: { ...old, no: 1 },
    });
    expect(draft.published).toBeUndefined();
    expect(draft.table).toEqual((await clerk.scoring.readScheme({ ...old, no: 1 })).table);
    expect((await copy({})).no).toBe(2);
  });

  test("from one that is there", async () => {
    await expect(copy({ no: 9 })).rejects.toMatchObject({ code: "scheme/unknown", about: { no: 9 } });
    await expect(copy({ year: 2019 })).rejects.toMatchObject({ code: "scheme/unknown" });
  });
});

test.for([
  [
    "leaves a gap below its lowest step",
    steps("rate", [80, 4], [60, 3]),
    { warning: "no-step-below", at: 60 },
  ],
  ["gives less for a higher rate", steps("rate", [0, 4], [60, 3]), { warning: "steps-fall", at: 60 }],
  ["gives nothing", { way: "judged" as const, max: 0 }, { warning: "no-points", at: 0 }],
  ["counts in parts", steps("count", [0, 8], [1.5, 6]), { warning: "count-not-whole", at: 1.5 }],
] as const)("who writes a line that %s is warned, and may", async ([, way, warning]) => {
  const { scheme, warnings } = await aDraft(oneLine(way));
  expect(warnings).toEqual([{ line: "1", ...warning }]);
  await clerk.scoring.publishScheme(scheme);
});

test("faults that count down, and a table without steps, warn of nothing", async () => {
  expect((await aDraft(oneLine(steps("count", [0, 8], [1, 6], [2, 4], [3, 2])))).warnings).toEqual([]);
  expect((await aDraft()).warnings).toEqual([]);
});

describe("a line that is not assigned", () => {
  test("takes no claim and no finding, and is one the table has", async () => {
    const cluster = await aCluster(clerk, "scoring");
    const assign = (line: string) =>
      as(langSon).scoring.assignLines({ ...cluster, unit: haGiang, body: { notAssigned: [line] } });
    await assign("1.3");
    const changes = { "1.3": { now: { result: 5 } } };
    await expect(
      as(haGiang).scoring.saveClaims({ ...cluster, unit: haGiang, body: { changes } }),
    ).rejects.toMatchObject({
      code: "sheet/not-assigned",
      about: { line: "1.3" },
    });
    await expect(assign("9.9")).rejects.toMatchObject({ code: "sheet/unknown-line" });
    await expect(assign("P1")).rejects.toMatchObject({ code: "sheet/unknown-line", about: { line: "P1" } });
  });
});
