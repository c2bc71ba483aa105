import type { Quota } from "#domain/quota.ts";
import { linesOf, type Table } from "#domain/scheme.ts";
import { mayClaim } from "#domain/sheet.ts";
import file from "../../../examples/vhttdl-cum-4-2024.json" with { type: "json" };
import type { Caller } from "./cast.ts";
import { calendarBefore, calendarIn, cluster, conferenceIn } from "./players.ts";
import { dayIn, type Visit, yearIn } from "./visit.svelte.ts";

type Told = { claim?: unknown; finding?: unknown; reason?: string };
const sheets = file.sheets as unknown as Record<string, Record<string, Told>>;
const table = file.scheme as unknown as Table;
const { members } = file.cluster;

/** Names are invented; the units, the table and the figures are those of the year as it was reported. */
const people: Record<string, string> = {
  "lang-son": "Hoàng Thị Lan",
  "tuyen-quang": "Nguyễn Văn Hưng",
  "ha-giang": "Vàng Thị Mai",
  "cao-bang": "Nông Văn Bình",
  "bac-kan": "Triệu Thị Hoa",
};
const teller = "kiem-phieu";
export const everybody = [...members.map(({ id }) => id), teller];
const reason = "Hội đồng thử: đưa cụm đến giữa kỳ thẩm định.";
const unfinished = { unit: "ha-giang", lines: 23 };

export type Stage = { visit: Visit; clerk: Caller; of: ReadonlyMap<string, Caller> };
const at = ({ visit }: Stage) => ({ year: yearIn(visit), cluster });
const as = ({ of }: Stage, person: string) => of.get(person) as Caller;
const phaseNow = async (stage: Stage) => (await stage.clerk.rotation.readProgress(at(stage))).phase;

/** Units and people, before anybody but the clerk has come in. */
export async function invite(clerk: Caller, visit: Visit) {
  const since = yearIn(visit);
  await Promise.all(members.map(({ id, name }) => clerk.units.saveUnit({ unit: id, body: { name, since } })));
  await Promise.all(
    members.map(({ id }) =>
      clerk.units.savePerson({ person: id, body: { name: people[id] ?? id, role: "scorer", unit: id } }),
    ),
  );
  await clerk.units.savePerson({ person: teller, body: { name: "Lò Văn Tây", role: "teller" } });
}

/** In the order of the year. Each may be done again: what is there already stays as it is. */
export const chapters = [
  ["year", openYear],
  ["covenant", signCovenant],
  ["movement", bringIn],
  ["sheets", fillIn],
  ["review", appraise],
  ["conference", plan],
] as const;

/** As many provinces guide: two flags, and certificates for half of who remains. */
function quotaIn(year: number): Quota {
  const guidance = {
    legalBasis: `Hướng dẫn khen thưởng năm ${year} của hội đồng thử`,
    validFrom: `${year}-01-01`,
  };
  return [
    { award: "CO_CP", most: { number: 1 }, ...guidance },
    { award: "CO_BT", most: { number: 1 }, ...guidance },
    { award: "BK_BT", most: { percent: 50, of: "remaining" }, ...guidance },
  ];
}

async function openYear(stage: Stage) {
  const { clerk, visit } = stage;
  const { year } = at(stage);
  const { years } = await clerk.units.readMe({});
  if (!years.some((each) => each.year === year))
    await clerk.rotation.openYear({
      yearNo: year,
      body: { calendar: calendarIn(visit), motto: file.motto, quota: quotaIn(year) },
    });
  if ((await clerk.units.listClusters({ year })).length > 0) return;
  const scheme = { year, scheme: "bang-tieu-chi" };
  await clerk.scoring.saveScheme({ ...scheme, body: { title: `Bảng tiêu chí ${year}`, table } });
  const { no } = await clerk.scoring.publishScheme(scheme);
  const { kind, name, head, deputies } = file.cluster;
  await clerk.units.saveCluster({
    year,
    clusterId: cluster,
    body: {
      kind: kind as "cụm",
      name,
      head,
      deputies,
      members: members.map(({ id }) => id),
      calendar: calendarBefore(visit),
      scheme: { scheme: scheme.scheme, no },
    },
  });
}

async function signCovenant(stage: Stage) {
  if ((await phaseNow(stage)) !== "running") return;
  const body = { motto: file.motto, targets: file.covenant.targets };
  const { digest } = await as(stage, "lang-son").rotation.saveCovenant({ ...at(stage), body });
  await Promise.all(
    members.map(({ id }) => as(stage, id).rotation.signCovenant({ ...at(stage), digest, unit: id })),
  );
}

async function bringIn(stage: Stage) {
  const { clerk } = stage;
  for (const [m, { name, contributions }] of file.movements.entries()) {
    const movement = { ...at(stage), movement: `phong-trao-${m + 1}` };
    await clerk.movements.saveMovement({ ...movement, body: { name } });
    await Promise.all(
      contributions.map((body, c) =>
        as(stage, body.unit).movements.contribute({ ...movement, contribution: `dong-gop-${c + 1}`, body }),
      ),
    );
  }
}

/** Moves deadlines as a clerk would, each in a step that keeps their order; those that stand there already stay. */
async function move(stage: Stage, phases: readonly ("scoring" | "review" | "voting" | "counting")[]) {
  const target = calendarIn(stage.visit);
  for (const phase of phases) {
    const { calendar } = await stage.clerk.units.readCluster(at(stage));
    const body = { phase, starts: target[phase], reason };
    if (calendar[phase] !== target[phase]) await stage.clerk.rotation.moveDeadline({ ...at(stage), body });
  }
}

/** All hand in; one has left lines blank, and is asked to go on. */
async function fillIn(stage: Stage) {
  await move(stage, ["scoring"]);
  const { phase, units } = await stage.clerk.rotation.readProgress(at(stage));
  if (phase !== "scoring") return;
  const open = units.filter(({ state }) => state === "blank" || state === "filling");
  await Promise.all(open.map(({ unit }) => handIn(stage, unit)));
  await stage.clerk.scoring.returnSheet({
    ...at(stage),
    unit: unfinished.unit,
    body: { reason: "Còn nhiều dòng chưa tự chấm. Mời đơn vị chấm tiếp rồi nộp lại." },
  });
}

async function handIn(stage: Stage, unit: string) {
  const here = { ...at(stage), unit };
  const scorer = as(stage, unit);
  const lines = Array.from(linesOf(table).values()).filter(mayClaim);
  const filled = lines
    .slice(0, unit === unfinished.unit ? unfinished.lines : lines.length)
    .flatMap(({ code }) => {
      const claim = sheets[unit]?.[code]?.claim;
      return claim === undefined ? [] : [[code, { now: claim as never }] as const];
    });
  await scorer.scoring.saveClaims({ ...here, body: { changes: Object.fromEntries(filled) } });
  const papers = filled
    .filter((_, place) => (place + unit.length) % 8 !== 5)
    .map(([code], place) => {
      const number = `${112 + 9 * place}/BC-SVHTTDL`;
      return [code, { now: [{ number, date: dayIn(stage.visit, -30 + (place % 20)).slice(0, 10) }] }];
    });
  await scorer.scoring.saveEvidence({ ...here, body: { changes: Object.fromEntries(papers) } });
  await scorer.scoring.submitSheet({ ...here, body: { leaveBlank: lines.map(({ code }) => code) } });
}

/** The head has found on one sheet and begun another; whose sheet it is has answered once. The rest is left to do. */
async function appraise(stage: Stage) {
  await move(stage, ["review", "voting", "counting"]);
  const begun = [
    ["tuyen-quang", 9],
    ["bac-kan", 1],
  ] as const;
  for (const [unit, most] of begun) {
    const found = Object.entries(sheets[unit] ?? {})
      .filter(([code, { finding }]) => {
        const line = linesOf(table).get(code);
        return finding !== undefined && line !== undefined && mayClaim(line);
      })
      .slice(0, most)
      .map(
        ([code, { finding, reason = "Chưa đủ minh chứng." }]) =>
          [code, { value: finding as never, reason }] as const,
      );
    const findings = Object.fromEntries(found);
    await as(stage, "lang-son").scoring.saveFindings({ ...at(stage), unit, body: { findings } });
    const [first] = found;
    if (unit === "tuyen-quang" && first)
      await as(stage, unit).scoring.explain({
        ...at(stage),
        unit,
        body: { texts: { [first[0]]: "Đơn vị đã gửi bổ sung văn bản, xin xem lại." } },
      });
  }
}

/** The conference at the end of the week: two polls with their rules, an agenda, who has a vote. Then a word to all. */
async function plan(stage: Stage) {
  const { clerk, visit } = stage;
  const conference = { ...at(stage), conference: conferenceIn(visit) };
  const polls = file.polls.slice(0, 2);
  for (const { id, for: purpose, candidates, rule, ...more } of polls)
    await clerk.ballots.savePoll({
      ...at(stage),
      poll: id,
      body: {
        for: purpose as "head",
        candidates,
        rule: rule as never,
        ...("award" in more && { award: more.award }),
      },
    });
  const [prize, head] = polls.map(({ id }) => id);
  const agenda = [
    { title: "Khai mạc" },
    { title: "Báo cáo tổng kết năm" },
    { title: "Bỏ phiếu đề nghị Bằng khen", poll: prize },
    { title: "Bầu cụm trưởng năm sau", poll: head },
    { title: "Bế mạc" },
  ];
  await clerk.ballots.saveConference({
    ...conference,
    body: {
      title: `Hội nghị tổng kết ${file.cluster.name}`,
      place: "Hội trường tỉnh",
      at: dayIn(visit, 6, "01:00"),
      agenda: agenda as never,
    },
  });
  const delegates = members.map(({ id }) => ({ delegate: id, name: people[id] ?? id, unit: id }));
  await clerk.ballots.saveRoll({ ...conference, body: { delegates } });
  await clerk.rotation.saveNotice({
    year: yearIn(visit),
    notice: laid,
    body: {
      title: "Đây là hội đồng thử",
      text: "Đơn vị và bảng tiêu chí có thật; tên người là đặt ra. Mời bấm thử mọi nút: không việc nào ở đây đến hội đồng thật.",
    },
  });
}

/** The last thing laid: where it stands, everything does. */
const laid = "bat-dau";
export async function isLaid({ clerk, visit }: Pick<Stage, "clerk" | "visit">): Promise<boolean> {
  const year = yearIn(visit);
  const { years } = await clerk.units.readMe({});
  if (!years.some((each) => each.year === year)) return false;
  return (await clerk.rotation.listNotices({ year })).some(({ notice }) => notice === laid);
}
