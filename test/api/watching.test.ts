import { beforeAll, expect, test, vi } from "vitest";
import { aBox, aDay, aQuestion, type Day } from "../hall.ts";
import {
  type Caller,
  calendar,
  caoBang,
  found,
  haGiang,
  langSon,
  local,
  nobody,
  theCouncil,
} from "../world.ts";
import { ends } from "./asked.ts";

const council = "vhttdl";
let clerk: Caller;
let teller: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, teller, as } = await theCouncil(council));
});
const day = () => aDay({ council, clerk, teller });
const plan = (here: Day, agenda: { title: string; poll?: string; shows?: "covenant" | "next-head" }[]) =>
  clerk.ballots.saveConference({
    ...here.at,
    body: { title: "Hội nghị tổng kết", at: "2027-01-17T01:00:00.000Z", help: "Bàn số 1", agenda },
  });
/** The edge keeps an answer for two seconds, so each look is at another version. */
let looks = 100;
const look = (here: Day) => nobody.ballots.readDay({ ...here.watcher, version: ++looks });

test("two thousand phones that ask all the time are a question to the functions every other second", async () => {
  const here = await day();
  const lines: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((line) => void lines.push(String(line)));
  const { LOG } = process.env;
  process.env["LOG"] = "on";
  const began = performance.now();
  const seen: { count: number }[] = [];
  for (let wave = 0; wave < 20; wave++)
    seen.push(
      ...(await Promise.all(Array.from({ length: 100 }, () => nobody.ballots.readNow(here.watcher)))),
    );
  const seconds = (performance.now() - began) / 1000;
  log.mockRestore();
  process.env["LOG"] = LOG;
  expect(seen).toHaveLength(2_000);
  for (const one of seen) expect(one).toMatchObject({ count: 5, of: 5 });
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.length).toBeLessThanOrEqual(1 + Math.ceil(seconds / 2));
});

test("the hall sees what is on now: the point, the question once it is ready, the box once it is open", async () => {
  const here = await day();
  await aQuestion(here.cast, here.at, "co", {});
  await plan(here, [{ title: "Khai mạc" }, { title: "Bầu cờ", poll: "co" }]);
  const show = (on: number) => clerk.ballots.showPoint({ ...here.at, body: { on } });
  expect(await look(here)).toMatchObject({
    title: "Hội nghị tổng kết",
    help: "Bàn số 1",
    entitled: 5,
    ended: false,
  });
  expect(await look(here)).not.toHaveProperty("on");
  await show(0);
  await show(1);
  expect(await look(here)).not.toHaveProperty("question");
  await clerk.ballots.preparePoll({ ...here.at, poll: "co", body: { conference: here.at.conference } });
  const ready = await look(here);
  expect(ready).toMatchObject({ on: 1, question: { poll: "co", state: "ready" } });
  expect(ready.question).not.toHaveProperty("key");
  const opened = await clerk.ballots.openPoll({
    ...here.at,
    poll: "co",
    body: { conference: here.at.conference },
  });
  const open = await look(here);
  expect(open.question).toMatchObject({
    state: "open",
    key: opened.key,
    bound: opened.bound,
    meter: { entitled: 5, present: 5, quorum: true },
    candidates: [
      { id: haGiang, name: "Sở VHTTDL Hà Giang" },
      { id: caoBang, name: "Sở VHTTDL Cao Bằng" },
    ],
  });
  expect(open.version).toBeGreaterThan(ready.version);
  await expect(show(2)).rejects.toMatchObject({ code: "conference/unknown" });
  expect((await look(here)).on).toBe(1);
});

test("every step of the day is another version, and what is announced is what is read", async () => {
  const here = await day();
  await plan(here, []);
  const versions = [(await look(here)).version];
  await aQuestion(here.cast, here.at, "co", {});
  await plan(here, [{ title: "Bầu cờ", poll: "co" }]);
  const seen = async () => versions.push((await look(here)).version);
  await seen();
  await clerk.ballots.showPoint({ ...here.at, body: { on: 0 } });
  await seen();
  const { box, seal, count } = await aBox(here, "co", { lasts: 60 });
  await seen();
  await seal();
  await seen();
  await count();
  await seen();
  await clerk.ballots.publishPoll({ ...box, body: { as: "figures" } });
  await seen();
  expect(versions.toSorted((a, b) => a - b)).toEqual(versions);
  expect(new Set(versions).size).toBe(versions.length);
  expect((await nobody.ballots.readNow(here.watcher)).version).toBe(versions.at(-1));
});

test("the covenant is watched being signed unit by unit, and next year's head once it is shown", async () => {
  const here = await day();
  await plan(here, [
    { title: "Ký giao ước", shows: "covenant" },
    { title: "Cụm trưởng", shows: "next-head" },
  ]);
  await clerk.ballots.showPoint({ ...here.at, body: { on: 0 } });
  const { covenant } = await look(here);
  expect(covenant?.units.map(({ signed }) => signed)).toEqual(Array(5).fill(false));
  const { box, vote, seal, count } = await aBox(here, "cum-truong", { purpose: "head" });
  await vote({ [langSon]: [haGiang], [haGiang]: [haGiang], [caoBang]: [haGiang] });
  await seal();
  await count();
  await clerk.ballots.showPoint({ ...here.at, body: { on: 1 } });
  expect((await look(here)).next).toEqual({ deputies: [] });
  await clerk.ballots.publishPoll({ ...box, body: { as: "passed" } });
  expect((await look(here)).next).toEqual({
    head: { id: haGiang, name: "Sở VHTTDL Hà Giang" },
    deputies: [],
  });
});

test("a conference at the year's end watches next year's covenant, once it is written", async () => {
  const here = await day();
  const { year: thisYear, cluster } = here.at;
  await plan(here, [{ title: "Ký giao ước", shows: "covenant" }]);
  await clerk.ballots.showPoint({ ...here.at, body: { on: 0 } });
  const later = (at: string) => `${Number(at.slice(0, 4)) + 1}${at.slice(4)}`;
  const next = Object.fromEntries(Object.entries(calendar).map(([phase, at]) => [phase, later(at)]));
  await clerk.rotation.openYear({ yearNo: thisYear + 1, body: { calendar: next as typeof calendar } });
  await clerk.units.saveCluster({
    year: thisYear + 1,
    clusterId: cluster,
    body: { kind: "cụm", name: "Cụm thi đua", members: [haGiang, caoBang], head: haGiang },
  });
  const following = { year: thisYear + 1, cluster };
  const { digest } = await as(haGiang).rotation.saveCovenant({
    ...following,
    body: { targets: [], motto: "Năm sau" },
  });
  await as(caoBang).rotation.signCovenant({ ...following, digest, unit: caoBang });
  const { covenant } = await look(here);
  expect(covenant?.motto).toBe("Năm sau");
  expect(covenant?.units.map(({ id, signed }) => [id, signed])).toEqual([
    [haGiang, false],
    [caoBang, true],
  ]);
});

test("a day is under way from its first point to its end, whoever's it is, and nobody learns whose", async () => {
  const here = await day();
  await plan(here, [{ title: "Khai mạc" }]);
  const open = async () => {
    const response = await fetch(`${local.url}/api/public/halls?look=${++looks}`);
    return ((await response.json()) as { open: number }).open;
  };
  const kept = () => new Promise((done) => setTimeout(done, 2_050));
  const before = await open();
  await clerk.ballots.showPoint({ ...here.at, body: { on: 0 } });
  await kept();
  expect(await open()).toBe(before + 1);
  await clerk.ballots.endConference(here.at);
  await kept();
  expect(await open()).toBe(before);
});

test("the day is run by the chair or the clerk, and watched by whoever has its address", async () => {
  const here = await day();
  await plan(here, [{ title: "Khai mạc" }]);
  const show = (who: Caller) => who.ballots.showPoint({ ...here.at, body: { on: 0 } });
  expect(await ends(show(as(caoBang)), show(teller), show(as(langSon)))).toEqual([
    "caller/not-allowed",
    "caller/not-allowed",
    "done",
  ]);
  await found("lao-cai");
  const elsewhere = { council: "lao-cai", conference: here.at.conference };
  expect(
    await ends(
      nobody.ballots.readNow(elsewhere),
      nobody.ballots.readDay({ ...elsewhere, version: 1 }),
      nobody.ballots.readNow({ council, conference: "hn-khong-co" }),
    ),
  ).toEqual(Array(3).fill("conference/unknown"));
});
