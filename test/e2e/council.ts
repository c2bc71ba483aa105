import { readFileSync } from "node:fs";
import type { api } from "#api";
import type { Calendar, Phase } from "#domain/calendar.ts";
import { linesOf, type Table } from "#domain/scheme.ts";
import { mayClaim } from "#domain/sheet.ts";
import type { Local } from "#infra/local/local.ts";
import { callerOf, password } from "#infra/year/cast.ts";
import { type YearFile, yearFileFrom } from "#infra/year/file.ts";
import type { Client } from "#lib/client.ts";

type Caller = Client<typeof api>;

const day = 24 * 60 * 60_000;
const iso = (instant: number) => new Date(instant).toISOString();

export const council = "vhttdl";
export const year = 2026;
export const cluster = "cum-4";
export const note = "Toàn cụm trồng 12.000 cây xanh.";
const at = { year, cluster };
const people: Record<string, string> = {
  "lang-son": "Hoàng Thị Lan",
  "tuyen-quang": "Nguyễn Văn Hưng",
  "ha-giang": "Vàng Thị Mai",
  "cao-bang": "Nông Văn Bình",
  "bac-kan": "Triệu Thị Hoa",
};

/** Phases around the present: the one asked for began yesterday and ends in two days and some hours. */
function calendarIn(phase: Exclude<Phase, "closed">) {
  const order = ["covenant", "running", "scoring", "review", "voting", "counting", "closed"] as const;
  const here = order.indexOf(phase);
  const now = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  const starts = order
    .slice(1)
    .map((each, at) => [each, iso(now + (at + 1 - here) * 14 * day - (at + 1 > here ? 11.7 * day : day))]);
  return Object.fromEntries(starts) as Calendar;
}

export type Stage = Awaited<ReturnType<typeof makeCouncil>>;

/** A council whose cluster has one closed year behind it and is scoring itself in the next. */
export async function makeCouncil(local: Local) {
  const file = yearFileFrom(readFileSync("examples/vhttdl-cum-4-2024.json", "utf8"));
  const table = file.scheme as Table;
  const operator = callerOf(local, { person: local.operator.name, password: local.operator.password });
  const enter = async (slip: { council: string; person: string; slip: string }) => {
    await callerOf(local).units.firstSignIn({ body: { ...slip, password } });
    return callerOf(local, { council, person: slip.person, password });
  };
  const clerk = await enter(
    await operator.units.createCouncil({
      body: {
        council,
        name: file.council.name,
        kind: file.council.kind,
        clerk: { person: "thuong-truc", name: "Phạm Thu Hà" },
      },
    }),
  );
  await clerk.units.saveCouncil({
    body: {
      name: file.council.name,
      kind: file.council.kind,
      contact: "Thường trực hội đồng, 024 3943 8231",
    },
  });
  const of = new Map<string, Caller>();
  for (const { id, name } of file.cluster.members) {
    await clerk.units.saveUnit({ unit: id, body: { name, since: 2020 } });
    await clerk.units.savePerson({ person: id, body: { name: people[id] ?? id, role: "scorer", unit: id } });
    of.set(id, await enter(await clerk.units.makeSlip({ person: id })));
  }
  const stage = { local, file, table, clerk, of };
  await liveYearBefore(stage);
  await openYear(stage, year, "covenant");
  await signAndContribute(stage);
  await stage.clerk.rotation.openYear({
    yearNo: year,
    body: { calendar: calendarIn("scoring"), reason, ...(file.motto && { motto: file.motto }) },
  });
  await moveTo(stage, "scoring");
  await scoreInPart(stage);
  return stage;
}

type Set = { local: Local; file: YearFile; table: Table; clerk: Caller; of: Map<string, Caller> };

async function openYear({ file, table, clerk }: Set, yearNo: number, phase: Exclude<Phase, "closed">) {
  const calendar = calendarIn(phase);
  await clerk.rotation.openYear({
    yearNo,
    body: { calendar, reason, ...(file.motto && { motto: file.motto }) },
  });
  await clerk.scoring.saveScheme({
    year: yearNo,
    scheme: "bang-tieu-chi",
    body: { title: `Bảng tiêu chí ${yearNo}`, table },
  });
  await clerk.scoring.publishScheme({ year: yearNo, scheme: "bang-tieu-chi" });
  const { id, members, ...settings } = file.cluster;
  await clerk.units.saveCluster({
    year: yearNo,
    clusterId: id,
    body: {
      ...settings,
      calendar,
      members: members.map((unit) => unit.id),
      scheme: { scheme: "bang-tieu-chi", no: 1 },
      notes: [note],
    },
  });
}

const reason = "Theo lịch của cụm.";
const movable = ["running", "scoring", "review", "voting", "counting"] as const;

/** Moves one cluster to a phase as its clerk would: each deadline in a step of its own that keeps their order. */
export async function moveTo({ clerk }: Set, phase: Exclude<Phase, "closed">, yearNo = year) {
  const here = { year: yearNo, cluster };
  const calendar = calendarIn(phase);
  const was = (await clerk.units.readCluster(here)).calendar;
  const earlier = movable.filter((each) => calendar[each] < was[each]);
  const later = movable.filter((each) => calendar[each] > was[each]).toReversed();
  for (const each of [...earlier, ...later])
    await clerk.rotation.moveDeadline({
      ...here,
      body: { phase: each, starts: calendar[each], reason },
    });
}

/** Moves the whole year, so that its end is near. */
export async function openUntil(set: Set, phase: Exclude<Phase, "closed">) {
  const { motto } = set.file;
  await set.clerk.rotation.openYear({
    yearNo: year,
    body: { calendar: calendarIn(phase), reason, ...(motto && { motto }) },
  });
  await moveTo(set, phase);
}

/** What a unit claims on each line; a little less the year before. */
function claimsOf({ file, table }: Set, unit: string, less = 0) {
  return Object.entries(file.sheets[unit] ?? {}).flatMap(([code, entry], place) => {
    if (entry === "not assigned" || entry.claim === undefined) return [];
    const line = linesOf(table).get(code);
    const isJudged = line?.kind !== "deduction" && line?.way.way === "judged";
    const claim = isJudged && place % 3 === 0 ? Math.max(Number(entry.claim) - less, 0) : entry.claim;
    return [[code, { now: claim as never }] as const];
  });
}

async function submit(set: Set, unit: string, yearNo: number, less: number) {
  const scorer = set.of.get(unit) as Caller;
  const here = { year: yearNo, cluster, unit };
  const claims = claimsOf(set, unit, less);
  await scorer.scoring.saveClaims({ ...here, body: { changes: Object.fromEntries(claims) } });
  const papers = claims
    .filter((_, place) => (place + unit.length) % 13 !== 5)
    .map(([code]) => {
      const number = `${code.replace(".", "")}5/BC-SVHTTDL`;
      return [code, { now: [{ number, date: `${yearNo}-11-20`, title: "Báo cáo kết quả năm" }] }];
    });
  await scorer.scoring.saveEvidence({ ...here, body: { changes: Object.fromEntries(papers) } });
  const blank = Array.from(linesOf(set.table).values(), ({ code }) => code);
  await scorer.scoring.submitSheet({ ...here, body: { leaveBlank: blank } });
}

async function liveYearBefore(set: Set) {
  const before = year - 1;
  await openYear(set, before, "scoring");
  for (const [place, unit] of [...set.of.keys()].entries())
    await submit(set, unit, before, 3.5 + 1.5 * place);
  await moveTo(set, "review", before);
  await set.clerk.scoring.announceRanking({ year: before, cluster });
  await set.clerk.rotation.openYear({ yearNo: before, body: { calendar: calendarIn("counting"), reason } });
  await set.clerk.closing.closeYear({ yearNo: before });
  set.local.clock.moveTo(Date.now() + 20_000);
  await set.clerk.closing.closeYear({ yearNo: before });
  set.local.clock.release();
}

async function signAndContribute({ clerk, of, file }: Set) {
  const { digest } = await clerk.rotation.saveCovenant({
    ...at,
    body: { targets: file.covenant?.targets ?? [], ...(file.motto && { motto: file.motto }) },
  });
  for (const [unit, scorer] of of)
    if (unit !== "bac-kan") await scorer.rotation.signCovenant({ ...at, digest, unit });
  for (const [m, { name, contributions }] of file.movements.entries()) {
    await clerk.movements.saveMovement({ ...at, movement: `phong-trao-${m + 1}`, body: { name } });
    for (const [c, body] of contributions.entries())
      await clerk.movements.contribute({
        ...at,
        movement: `phong-trao-${m + 1}`,
        contribution: `dong-gop-${c + 1}`,
        body,
      });
  }
}

/** Three have submitted, one is at it, one has stopped early. */
async function scoreInPart(set: Set) {
  for (const unit of ["lang-son", "tuyen-quang", "cao-bang"]) await submit(set, unit, year, 0);
  for (const [unit, count] of [
    ["ha-giang", 23],
    ["bac-kan", 9],
  ] as const) {
    const claims = claimsOf(set, unit)
      .filter(([code]) => !(unit === "ha-giang" && code === "1.3"))
      .slice(0, count);
    const scorer = set.of.get(unit) as Caller;
    await scorer.scoring.saveClaims({ ...at, unit, body: { changes: Object.fromEntries(claims) } });
    const papers = claims
      .filter((_, place) => place % 4 !== 2)
      .map(([code]) => [code, { now: [{ number: "214/BC-SVHTTDL", date: `${year}-11-12` }] }]);
    await scorer.scoring.saveEvidence({ ...at, unit, body: { changes: Object.fromEntries(papers) } });
  }
}

/** The rest is handed in, and the head and its deputy find where the story says so. */
export async function appraise(set: Set) {
  for (const unit of ["ha-giang", "bac-kan"]) {
    const { state } = await set.clerk.scoring.readSheet({ ...at, unit });
    if (state === "filling") await submit(set, unit, year, 0);
  }
  await moveTo(set, "review");
  for (const [unit, sheet] of Object.entries(set.file.sheets)) {
    const finder = set.of.get(unit === "lang-son" ? "tuyen-quang" : "lang-son") as Caller;
    const found = Object.entries(sheet).flatMap(([code, entry]) => {
      const line = linesOf(set.table).get(code);
      if (entry === "not assigned" || entry.finding === undefined || !line || !mayClaim(line)) return [];
      return [
        [code, { value: entry.finding as never, reason: entry.reason ?? "Chưa đủ minh chứng." }] as const,
      ];
    });
    if (found.length > 0)
      await finder.scoring.saveFindings({ ...at, unit, body: { findings: Object.fromEntries(found) } });
  }
}

/** The conference: every poll of the story, counted. */
export async function meet(set: Set) {
  await moveTo(set, "voting");
  for (const { id, absent, votes, decided, round, candidates = [], rule, for: purpose, award } of set.file
    .polls) {
    const here = { ...at, poll: id };
    await set.clerk.ballots.savePoll({
      ...here,
      body: { for: purpose, rule, candidates, ...(award && { award }), ...(round && { round }) },
    });
    await set.clerk.ballots.openPoll({ ...here, body: { absent } });
    const papers = votes.map(({ by, choose }) => (rule.secret ? { choose } : { by, choose }));
    await set.clerk.ballots.enterPapers({ ...here, body: { papers } });
    await set.clerk.ballots.countPoll(here);
    if (decided.length > 0) await set.clerk.ballots.decidePoll({ ...here, body: { decided } });
  }
}

export { password };
