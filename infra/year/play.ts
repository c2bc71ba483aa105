import { linesOf } from "#domain/scheme.ts";
import { blankSheet, blanksOf, mayClaim } from "#domain/sheet.ts";
import type { Local } from "#infra/local/local.ts";
import { type Caller, gatherPeople, type Story } from "./cast.ts";
import type { StoryPoll, YearFile } from "./file.ts";
import { type Hall, hallFor, holdSealed } from "./hall.ts";
import { misfitFrom } from "./misfit.ts";

const inVietnam = (instant: string) => Date.parse(`${instant}+07:00`);
const iso = (instant: string) => new Date(inVietnam(instant)).toISOString();

/** Dates a file cannot say; they are those of a cluster that meets in January. */
const calendarOf = (year: number) => ({
  running: iso(`${year}-04-01T00:00`),
  scoring: iso(`${year}-12-01T00:00`),
  review: iso(`${year}-12-20T17:00`),
  voting: iso(`${year + 1}-01-17T07:00`),
  counting: iso(`${year + 1}-01-17T16:00`),
  closed: iso(`${year + 1}-03-31T17:00`),
});

/** Lives one cluster's year through the public API, from the founding of its council to just before closing. */
export async function live(file: YearFile, local: Local): Promise<Story> {
  const { year } = file;
  const story = { file, local, filledIn: [] as string[] };
  local.clock.moveTo(inVietnam(`${year}-01-06T08:00`));
  const cast = await gatherPeople(file, local);
  const whole = { ...story, cast };
  tellFilledIn(whole);
  await setUp(whole);
  local.clock.moveTo(inVietnam(`${year}-03-28T09:00`));
  await sign(whole);
  local.clock.moveTo(inVietnam(`${year}-11-20T09:00`));
  await bringIn(whole);
  local.clock.moveTo(inVietnam(`${year}-12-13T09:00`));
  await scoreThemselves(whole);
  local.clock.moveTo(inVietnam(`${year}-12-27T09:00`));
  await review(whole);
  local.clock.moveTo(inVietnam(`${year + 1}-01-17T08:00`));
  await meet(whole);
  local.clock.moveTo(inVietnam(`${year + 1}-03-10T09:00`));
  await answer(whole);
  return whole;
}

/** Lets the schedule close the year, as it would if nobody did anything. */
export async function close({ file: { year }, local }: Story) {
  local.clock.moveTo(Date.parse(calendarOf(year).closed) + 15 * 60_000);
  await local.runSchedules("Closing");
}

function tellFilledIn({ file, filledIn }: Story) {
  filledIn.push(
    "ngày của các giai đoạn và của mọi lần nhập",
    "mỗi đơn vị một cán bộ chấm điểm, một chuyên viên, một tổ kiểm phiếu",
  );
  if (!file.cluster.head) filledIn.push("chưa có trưởng: cơ quan thường trực thẩm định");
  if (!file.scheme) filledIn.push("không có bảng tiêu chí: không đơn vị nào có điểm");
}

const here = ({ file }: Story) => ({ year: file.year, cluster: file.cluster.id });

async function setUp({ file, cast: { clerk } }: Story) {
  const { year, cluster, motto, scheme, notes } = file;
  await clerk.rotation.openYear({
    yearNo: year,
    body: { calendar: calendarOf(year), ...(motto && { motto }) },
  });
  if (scheme) {
    await told("scheme", () =>
      clerk.scoring.saveScheme({
        year,
        scheme: "bang-tieu-chi",
        body: { title: "Bảng tiêu chí", table: scheme },
      }),
    );
    await told("scheme", () => clerk.scoring.publishScheme({ year, scheme: "bang-tieu-chi" }));
  }
  const { id, members, ...settings } = cluster;
  const body = {
    ...settings,
    members: members.map((unit) => unit.id),
    ...(scheme && { scheme: { scheme: "bang-tieu-chi", no: 1 } }),
    ...(notes.length > 0 && { notes }),
  };
  await told("cluster", () => clerk.units.saveCluster({ year, clusterId: id, body }));
}

async function sign(story: Story) {
  const { file, cast } = story;
  if (!file.covenant) return;
  const body = { ...file.covenant, ...(file.motto && { motto: file.motto }) };
  const { digest } = await told("covenant", () => cast.clerk.rotation.saveCovenant({ ...here(story), body }));
  for (const [unit, scorer] of cast.of) await scorer.rotation.signCovenant({ ...here(story), digest, unit });
}

async function bringIn(story: Story) {
  const { file, cast } = story;
  for (const [m, { name, contributions }] of file.movements.entries()) {
    const movement = `phong-trao-${numbered(m)}`;
    await cast.clerk.movements.saveMovement({ ...here(story), movement, body: { name } });
    for (const [c, body] of contributions.entries()) {
      const contribution = `dong-gop-${numbered(c)}`;
      const scorer = callerFor(story, body.unit);
      await told(`movements.${m}.contributions.${c}`, () =>
        scorer.movements.contribute({ ...here(story), movement, contribution, body }),
      );
    }
  }
}

async function scoreThemselves(story: Story) {
  const { file, cast } = story;
  if (!file.scheme) return;
  for (const [unit, sheet] of Object.entries(file.sheets)) {
    const at = { ...here(story), unit };
    const notAssigned = Object.keys(sheet).filter((code) => sheet[code] === "not assigned");
    if (notAssigned.length > 0)
      await told(`sheets.${unit}`, () => cast.clerk.scoring.assignLines({ ...at, body: { notAssigned } }));
    const changes = Object.fromEntries(
      Object.entries(sheet).flatMap(([code, entry]) =>
        entry === "not assigned" || entry.claim === undefined
          ? []
          : [[code, { was: null, now: entry.claim as never }]],
      ),
    );
    const scorer = callerFor(story, unit);
    await told(`sheets.${unit}`, () => scorer.scoring.saveClaims({ ...at, body: { changes } }));
    const blank = blanksOf(blankSheet(at), file.scheme, new Set(notAssigned)).filter(
      (code) => !(code in changes),
    );
    await told(`sheets.${unit}`, () => scorer.scoring.submitSheet({ ...at, body: { leaveBlank: blank } }));
    if (blank.length > 0) story.filledIn.push(`${unit} để trống ${blank.length} dòng`);
  }
}

/** The head finds on the others' sheets, a deputy on the head's; the standing office does the rest and its own lines. */
async function review(story: Story) {
  const { file, cast } = story;
  const lines = file.scheme ? linesOf(file.scheme) : new Map();
  for (const [unit, sheet] of Object.entries(file.sheets)) {
    const finder = finderOf(story, unit);
    const found = Object.entries(sheet).flatMap(([code, entry]) => {
      if (entry === "not assigned" || entry.finding === undefined) return [];
      if (entry.reason === undefined) story.filledIn.push(`lý do thẩm định ${unit}.${code}`);
      return [[code, { value: entry.finding as never, reason: entry.reason ?? "Không ghi lý do." }] as const];
    });
    const isOffices = ([code]: readonly [string, unknown]) => !mayClaim(lines.get(code));
    for (const [who, part] of [
      [finder, found.filter((one) => !isOffices(one))],
      [cast.clerk, found.filter(isOffices)],
    ] as const) {
      if (part.length === 0) continue;
      const body = { findings: Object.fromEntries(part) };
      await told(`sheets.${unit}`, () => who.scoring.saveFindings({ ...here(story), unit, body }));
    }
  }
  await cast.clerk.scoring.announceRanking(here(story));
}

function finderOf({ file: { cluster }, cast }: Story, unit: string): Caller {
  const finder = [cluster.head, ...cluster.deputies].find(
    (office) => office !== undefined && office !== unit,
  );
  return (finder !== undefined && cast.of.get(finder)) || cast.clerk;
}

async function meet(story: Story) {
  const halls: Hall[] = [];
  for (const poll of story.file.polls) await told(`polls.${poll.id}`, () => hold(story, halls, poll));
  await nominate(story);
}

async function hold(story: Story, halls: Hall[], poll: StoryPoll) {
  const { clerk } = story.cast;
  const { id, decided, round, candidates = [], for: purpose, award, rule } = poll;
  const at = { ...here(story), poll: id };
  await clerk.ballots.savePoll({
    ...at,
    body: { for: purpose, rule, candidates, ...(award && { award }), ...(round && { round }) },
  });
  if (rule.secret) await holdSealed(story, await hallFor(story, halls, poll), poll);
  else await holdOpen(story, poll);
  if (decided.length > 0) await clerk.ballots.decidePoll({ ...at, body: { decided } });
}

async function holdOpen(story: Story, { id, absent, votes }: StoryPoll) {
  const { clerk, teller } = story.cast;
  const at = { ...here(story), poll: id };
  await clerk.ballots.openPoll({ ...at, body: { absent } });
  for (const { by, choose } of votes.filter(({ on }) => on !== "paper"))
    await callerFor(story, by).ballots.castBallot({ ...at, unit: by, body: { choose } });
  const papers = votes.filter(({ on }) => on === "paper").map(({ by, choose }) => ({ by, choose }));
  if (papers.length > 0) await teller.ballots.enterPapers({ ...at, body: { papers } });
  await teller.ballots.countPoll(at);
}

async function nominate(story: Story) {
  const { file, cast } = story;
  for (const [n, { award, recipient, from, reasons }] of file.nominations.entries()) {
    const body = { award: award ?? "", recipient, ...(from && { from }), ...(reasons && { reasons }) };
    try {
      await cast.clerk.nominations.nominate({ ...here(story), nomination: `de-nghi-${numbered(n)}`, body });
    } catch (error) {
      // Who did not pass is not proposed: the story goes on without them.
      if ((error as { code?: string }).code !== "nomination/not-passed")
        throw misfitFrom(`nominations.${n}`, error);
    }
  }
}

async function answer({ file, cast }: Story) {
  for (const [d, { decision: outcome, ...rest }] of file.decisions.entries()) {
    const body = { ...rest, outcome, cluster: file.cluster.id };
    await told(`decisions.${d}`, () =>
      cast.clerk.nominations.decide({ year: file.year, decision: `quyet-dinh-${numbered(d)}`, body }),
    );
  }
}

const numbered = (index: number) => String(index + 1).padStart(4, "0");

function callerFor({ cast }: Story, unit: string): Caller {
  const caller = cast.of.get(unit);
  if (!caller) throw new Error(`Nobody plays ${unit}.`);
  return caller;
}

/** A refusal while the story is told belongs to its place in the file. */
async function told<T>(place: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw misfitFrom(place, error);
  }
}
