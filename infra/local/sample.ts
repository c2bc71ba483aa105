import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import type { Quota } from "#domain/quota.ts";
import { linesOf } from "#domain/scheme.ts";
import { mayClaim } from "#domain/sheet.ts";
import { password, type Story } from "#infra/year/cast.ts";
import { type YearFile, yearFileFrom } from "#infra/year/file.ts";
import { close, live } from "#infra/year/play.ts";
import { type Local, startLocal } from "./local.ts";

type Person = { name: string; password: string; who: string };

/** The reported year of one real cluster, told as last year's, so that this year has something to look back on. */
const told = "examples/vhttdl-cum-4-2024.json";
const day = 24 * 60 * 60_000;

/** Units by how far they have come this year: three have submitted, two are still filling in. */
const progress: Record<string, number> = { "ha-giang": 23, "bac-kan": 15 };

/**
 * On the first run: a council whose last year is closed and whose present one stands in the middle of self-scoring.
 * It is made whole in a folder beside and moved in, so that a first start that was killed leaves nothing half made.
 */
export async function laySample(dataDir: string): Promise<Person[]> {
  const file = toldAs(lastYear(new Date()));
  if (existsSync(dataDir) && !isEmptyFolder(dataDir)) return peopleOf(file);
  const making = `${dataDir}.making`;
  rmSync(making, { recursive: true, force: true });
  const local = await startLocal({ dataDir: making, quiet: true });
  try {
    await sample(local, file);
  } finally {
    await local.stop();
  }
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(making, dataDir);
  return peopleOf(file);
}

async function sample(local: Local, file: YearFile) {
  const now = local.clock.now();
  const story = await live(file, local);
  await close(story);
  await beginThisYear(story, now);
  local.clock.moveTo(now);
  await fillIn(story);
}

const isEmptyFolder = (path: string) => statSync(path).isDirectory() && readdirSync(path).length === 0;

/** The last year whose closing, in March of the next, is over. */
const lastYear = (today: Date) => today.getFullYear() - (today.getMonth() >= 3 ? 1 : 2);

function toldAs(year: number): YearFile {
  const file = yearFileFrom(readFileSync(told, "utf8"));
  return { ...file, year, notes: [`Kể lại chuyện năm ${file.year} như của năm ${year}.`, ...file.notes] };
}

const peopleOf = ({ council, cluster }: YearFile): Person[] => [
  { name: `thuong-truc@${council.id}`, password, who: `chuyên viên thường trực, ${council.name}` },
  ...cluster.members.map(({ id, name }) => ({
    name: `${id}@${council.id}`,
    password,
    who: `cán bộ chấm điểm, ${name}`,
  })),
  { name: `kiem-phieu@${council.id}`, password, who: "tổ kiểm phiếu" },
];

async function beginThisYear({ file, cast: { clerk, of } }: Story, now: number) {
  const year = file.year + 1;
  const cluster = file.cluster.id;
  const at = (days: number) =>
    new Date(Math.floor(now / day) * day + days * day + 10 * 60 * 60_000).toISOString();
  const calendar = {
    running: at(-190),
    scoring: at(-10),
    review: at(2),
    voting: at(30),
    counting: at(31),
    closed: at(110),
  };
  await clerk.rotation.openYear({
    yearNo: year,
    body: {
      ...{ calendar, reason: "Theo lịch của hội đồng.", quota: quotaOf(year) },
      ...(file.motto && { motto: file.motto }),
    },
  });
  const { head, deputies, members, name, kind, scheme } = await clerk.units.readCluster({ year, cluster });
  await clerk.units.saveCluster({
    year,
    clusterId: cluster,
    body: { name, kind, members, deputies, calendar, ...(head && { head }), ...(scheme && { scheme }) },
  });
  if (!file.covenant) return;
  const { digest } = await clerk.rotation.saveCovenant({ year, cluster, body: file.covenant });
  for (const [unit, scorer] of of) await scorer.rotation.signCovenant({ year, cluster, digest, unit });
}

/** As councils guide: two flags, and certificates for half of who remains. */
function quotaOf(year: number): Quota {
  const ground = { legalBasis: `Hướng dẫn mẫu cho năm ${year}`, validFrom: `${year}-01-01` };
  return [
    { award: "CO_CP", most: { number: 1 }, ...ground },
    { award: "CO_BT", most: { number: 1 }, ...ground },
    { award: "BK_BT", most: { percent: 50, of: "remaining" }, ...ground },
  ];
}

/** Claims a little other than last year's, a paper behind most lines. */
async function fillIn({ file, cast }: Story) {
  const year = file.year + 1;
  const cluster = file.cluster.id;
  const lines = file.scheme ? Array.from(linesOf(file.scheme).values()).filter(mayClaim) : [];
  for (const [unit, scorer] of cast.of) {
    const sheet = file.sheets[unit] ?? {};
    const filled = lines.slice(0, progress[unit] ?? lines.length).flatMap((line) => {
      const told = sheet[line.code];
      return told === undefined || told === "not assigned" || told.claim === undefined
        ? []
        : [[line.code, told.claim] as const];
    });
    const at = { year, cluster, unit };
    const changes = Object.fromEntries(filled.map(([code, now]) => [code, { was: null, now: now as never }]));
    await scorer.scoring.saveClaims({ ...at, body: { changes } });
    const papers = filled
      .filter((_, place) => place % 7 !== 4)
      .map(([code], place) => {
        const date = `${year}-11-${String(1 + (place % 20)).padStart(2, "0")}`;
        return [code, { now: [{ number: `${112 + 9 * place}/BC-SVHTTDL`, date }] }];
      });
    await scorer.scoring.saveEvidence({ ...at, body: { changes: Object.fromEntries(papers) } });
    const blank = lines
      .filter(({ code, kind }) => kind === "criterion" && !(code in changes))
      .map(({ code }) => code);
    if (progress[unit] === undefined)
      await scorer.scoring.submitSheet({ ...at, body: { leaveBlank: blank } });
  }
  const movement = "nha-van-hoa-thon";
  await cast.clerk.movements.saveMovement({
    year,
    cluster,
    movement,
    body: { name: "Thắp sáng nhà văn hóa thôn" },
  });
  const before = file.movements[0]?.contributions ?? [];
  for (const [place, { lastYear: _past, value, ...rest }] of before.entries()) {
    const body = { ...rest, value: Math.round(value * (1.05 + 0.06 * (place % 4))), lastYear: value };
    await cast.of
      .get(rest.unit)
      ?.movements.contribute({ year, cluster, movement, contribution: `dong-gop-${place + 1}`, body });
  }
}
