import { beforeAll, describe, expect, test } from "vitest";
import {
  aCluster,
  bacKan,
  type Caller,
  calendar,
  caoBang,
  days,
  haGiang,
  langSon,
  local,
  moveTo,
  theCouncil,
  tuyenQuang,
  year,
} from "../world.ts";

let clerk: Caller;
let teller: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, as, teller } = await theCouncil());
});

type At = Awaited<ReturnType<typeof aCluster>>;
type Nominate = Parameters<Caller["nominations"]["nominate"]>[0]["body"];

const rule = {
  secret: true,
  voter: "unit",
  ownUnit: true,
  quorum: null,
  threshold: { base: "present", moreThan: "1/2" },
  choose: { min: 0, max: 1 },
  seats: 1,
  tie: "second-round",
  publish: "figures",
} as const;

/** A poll for the ministry's flag that Hà Giang passed and Cao Bằng did not. */
async function aVote() {
  const cluster = await aCluster(clerk, "voting");
  const poll = { ...cluster, poll: "co-thi-dua" };
  await clerk.ballots.savePoll({
    ...poll,
    body: { for: "nomination", award: "CO_BT", candidates: [haGiang, caoBang], rule },
  });
  await clerk.ballots.openPoll({ ...poll, body: { absent: [] } });
  await teller.ballots.enterPapers({
    ...poll,
    body: { papers: [haGiang, haGiang, haGiang, caoBang].map((unit) => ({ choose: [unit] })) },
  });
  return { cluster, count: () => teller.ballots.countPoll(poll) };
}

const flag: Nominate = { award: "CO_BT", recipient: { unit: haGiang } };
const nominate = (cluster: At, body: Partial<Nominate> = {}, nomination = "de-nghi-1", who = clerk) =>
  who.nominations.nominate({ ...cluster, nomination, body: { ...flag, ...body } });

describe("a nomination", () => {
  test("from a poll is of who passed, for the award that was voted on", async () => {
    const { cluster, count } = await aVote();
    const from = "co-thi-dua";
    await expect(nominate(cluster, { from })).rejects.toMatchObject({
      code: "nomination/not-passed",
      status: 422,
    });
    await count();
    await expect(nominate(cluster, { from, recipient: { unit: caoBang } })).rejects.toMatchObject({
      code: "nomination/not-passed",
      about: { poll: from, recipient: caoBang },
    });
    const person = { person: "Hoàng Văn Sinh", unit: haGiang };
    await expect(nominate(cluster, { from, recipient: person })).rejects.toMatchObject({
      code: "nomination/not-passed",
    });
    await expect(
      nominate(cluster, { from, award: "CO_CP" }, "de-nghi-1", as(langSon)),
    ).resolves.toMatchObject({
      award: "CO_BT",
      recipient: { unit: haGiang },
      from,
      by: langSon,
    });
  });

  test("from a poll that is not there, or was for an office, is refused", async () => {
    const { cluster } = await aVote();
    await clerk.ballots.savePoll({
      ...cluster,
      poll: "cum-truong",
      body: { for: "head", candidates: [haGiang], rule },
    });
    for (const from of ["khong-co", "cum-truong"])
      await expect(nominate(cluster, { from })).rejects.toMatchObject({
        code: "poll/unknown",
        about: { poll: from },
      });
  });

  test("made by hand is for an award the catalogue knows and a unit of the cluster", async () => {
    const cluster = await aCluster(clerk, "voting");
    await expect(nominate(cluster, { award: "CO_LA" })).rejects.toMatchObject({
      code: "award/unknown",
      status: 422,
    });
    await expect(nominate(cluster, { recipient: { unit: "so-noi-vu" } })).rejects.toMatchObject({
      code: "unit/unknown",
    });
    const recipient = {
      person: "Hoàng Văn Sinh",
      position: "Chuyên viên",
      unit: haGiang,
      class: "trực tiếp lao động",
    };
    await expect(
      nominate(cluster, { award: "BK_BT", recipient, reasons: "Sáng kiến số hóa di sản." }),
    ).resolves.toMatchObject({ recipient });
  });

  test("under the same id is the same once, and another one is refused", async () => {
    const cluster = await aCluster(clerk, "voting");
    const first = await nominate(cluster);
    await expect(nominate(cluster)).resolves.toEqual(first);
    await expect(nominate(cluster, { recipient: { unit: caoBang } })).rejects.toMatchObject({
      code: "nomination/exists",
      status: 409,
    });
    expect(await as(bacKan).nominations.listNominations(cluster)).toMatchObject([{ nomination: first }]);
  });

  test("is made at the conference, by the head or the clerk", async () => {
    const cluster = await aCluster(clerk, "voting");
    await expect(nominate(cluster, {}, "de-nghi-1", as(haGiang))).rejects.toMatchObject({
      code: "caller/not-allowed",
    });
    moveTo(days.review);
    await expect(nominate(cluster)).rejects.toMatchObject({
      code: "phase/not-now",
      about: { phase: "review" },
    });
  });

  test("is shown with what the standards say of it, each with its legal basis", async () => {
    const cluster = await aCluster(clerk, "voting");
    await nominate(cluster, { award: "CSTDCS" }, "sai-doi-tuong");
    await nominate(cluster, { award: "CO_CP" }, "thanh-tich-thu-hai");
    const shown = await clerk.nominations.listNominations(cluster);
    const checks = shown.find(({ nomination }) => nomination.nomination === "sai-doi-tuong")?.checks ?? [];
    expect(checks).toContainEqual({
      rule: "Đối tượng: cá nhân",
      legalBasis: expect.stringContaining("Law"),
      result: "not met",
    });
    expect(checks.map(({ rule: said }) => said)).toContain("Một thành tích không khen thưởng nhiều lần");
    for (const { legalBasis } of checks) expect(legalBasis).not.toBe("");
  });
});

describe("a nomination that is taken back", () => {
  const withdraw = (cluster: At, who = clerk, nomination = "de-nghi-1") =>
    who.nominations.withdrawNomination({ ...cluster, nomination, body: { reason: "Ghi nhầm đơn vị." } });

  test("stays on record with the reason, is taken back once, and is answered no more", async () => {
    const cluster = await aCluster(clerk, "voting");
    await expect(withdraw(cluster)).rejects.toMatchObject({ code: "nomination/unknown", status: 404 });
    await nominate(cluster);
    await expect(withdraw(cluster, as(haGiang))).rejects.toMatchObject({ code: "caller/not-allowed" });
    await withdraw(cluster, as(langSon));
    await expect(withdraw(cluster)).rejects.toMatchObject({ code: "nomination/withdrawn", status: 409 });
    const [shown] = await as(bacKan).nominations.listNominations(cluster);
    expect(shown?.nomination.withdrawn).toMatchObject({ reason: "Ghi nhầm đơn vị.", by: langSon });
    await expect(answer(cluster)).rejects.toMatchObject({ code: "nomination/withdrawn" });
  });

  test("is no second proposal for the same achievement", async () => {
    const cluster = await aCluster(clerk, "voting");
    await nominate(cluster);
    await nominate(cluster, { award: "CO_CP" }, "de-nghi-2");
    const twice = async () =>
      (await clerk.nominations.listNominations(cluster)).filter(({ checks }) =>
        checks.some(({ rule: said }) => said.startsWith("Một thành tích")),
      ).length;
    expect(await twice()).toBe(2);
    await withdraw(cluster);
    expect(await twice()).toBe(1);
  });
});

/** The council's answer to a proposal of this cluster. */
const answer = ({ year: at, cluster }: At, change: Partial<Decide> = {}, nomination = "de-nghi-1") =>
  clerk.nominations.decide({
    year: at,
    decision: `${cluster}-${nomination}`,
    body: { ...flag, cluster, nomination, outcome: "awarded", number: "9/QĐ", ...change },
  });

describe("an answer to a nomination", () => {
  test("stands beside it, once, and closes the way back", async () => {
    const cluster = await aCluster(clerk, "voting");
    await nominate(cluster);
    expect((await clerk.nominations.listNominations(cluster))[0]).not.toHaveProperty("decision");
    await answer(cluster, { outcome: "refused", reason: "Chưa đủ tiêu chuẩn." });
    expect((await as(bacKan).nominations.listNominations(cluster))[0]).toMatchObject({
      nomination: { award: "CO_BT" },
      decision: { outcome: "refused", reason: "Chưa đủ tiêu chuẩn." },
    });
    await expect(answer(cluster)).rejects.toMatchObject({ code: "decision/exists" });
    await expect(
      clerk.nominations.withdrawNomination({ ...cluster, nomination: "de-nghi-1", body: { reason: "Muộn" } }),
    ).rejects.toMatchObject({ code: "decision/exists" });
  });

  test("is of what was proposed, under its name", async () => {
    const cluster = await aCluster(clerk, "voting");
    await expect(answer(cluster)).rejects.toMatchObject({ code: "nomination/unknown" });
    await nominate(cluster);
    for (const change of [{ award: "CO_CP" }, { recipient: { unit: caoBang } }])
      await expect(answer(cluster, change)).rejects.toMatchObject({ code: "nomination/unknown" });
    const misnamed = {
      ...flag,
      cluster: cluster.cluster,
      nomination: "de-nghi-1",
      outcome: "awarded" as const,
    };
    await expect(
      clerk.nominations.decide({ year, decision: "ten-khac", body: misnamed }),
    ).rejects.toMatchObject({ code: "nomination/unknown" });
    await answer(cluster);
  });
});

test("a title that takes a run of others is shown with what the register has of it", async () => {
  const { cluster } = await aCluster(clerk, "voting");
  const person = { person: "Nông Văn Bình", unit: caoBang };
  for (const past of [year - 1, year - 2]) {
    const runs = { running: `${past}-04-01T00:00:00.000Z` };
    await clerk.rotation.openYear({ yearNo: past, body: { calendar: { ...calendar, ...runs } } });
    await clerk.nominations.decide({
      year: past,
      decision: `cstdcs-${past}`,
      body: { award: "CSTDCS", recipient: person, outcome: "awarded" },
    });
  }
  await nominate({ year, cluster }, { award: "CSTD_BT", recipient: person });
  const [shown] = await clerk.nominations.listNominations({ year, cluster });
  expect(shown?.checks).toContainEqual({
    rule: "3 lần liên tục Chiến sĩ thi đua cơ sở",
    legalBasis: expect.stringContaining("06/2022/QH15"),
    result: "cannot tell",
    figure: { what: "years", is: 2, of: 3 },
  });
});

type Decide = Parameters<Caller["nominations"]["decide"]>[0]["body"];
const decide = (decision: string, change: Partial<Decide> = {}) =>
  clerk.nominations.decide({
    year,
    decision,
    body: {
      award: "CO_BT",
      recipient: { unit: haGiang },
      outcome: "awarded",
      number: "412/QĐ-BVHTTDL",
      date: "2027-03-10",
      ...change,
    },
  });

describe("the council decides", () => {
  test("and the register holds what was awarded, not what was refused", async () => {
    const awarded = await decide("qd-1");
    await decide("qd-2", { recipient: { unit: caoBang }, outcome: "refused", reason: "Chưa đủ tiêu chuẩn." });
    const register = await as(caoBang).nominations.readRegister({ year });
    expect(register).toContainEqual(awarded);
    expect(register.map(({ decision }) => decision)).not.toContain("qd-2");
  });

  test("on another award than was proposed, and the register holds which", async () => {
    const changed = { recipient: { unit: langSon }, outcome: "changed", to: "BK_BT" } as const;
    await decide("qd-doi", changed);
    const { to: _, ...untold } = changed;
    await decide("qd-doi-khong-ro", untold);
    const register = await as(caoBang).nominations.readRegister({ year });
    expect(register.filter(({ outcome }) => outcome === "changed")).toMatchObject([
      { decision: "qd-doi", award: "CO_BT", to: "BK_BT", number: "412/QĐ-BVHTTDL" },
    ]);
    await expect(decide("qd-doi-la", { ...changed, to: "CO_LA" })).rejects.toMatchObject({
      code: "award/unknown",
      about: { award: "CO_LA" },
    });
    await expect(decide("qd-khong-doi", { ...changed, outcome: "awarded" })).rejects.toMatchObject({
      code: "request/malformed",
    });
  });

  test("once under one id; another word under it is refused", async () => {
    const first = await decide("qd-mot-lan");
    await expect(decide("qd-mot-lan")).resolves.toEqual(first);
    await expect(decide("qd-mot-lan", { outcome: "refused" })).rejects.toMatchObject({
      code: "decision/exists",
      status: 409,
    });
    expect(await clerk.nominations.readRegister({ year })).toContainEqual(first);
  });

  test("by its clerk, on awards the catalogue knows", async () => {
    await expect(decide("qd-la", { award: "CO_LA" })).rejects.toMatchObject({ code: "award/unknown" });
    const body = { award: "CO_BT", recipient: { unit: langSon }, outcome: "awarded" } as const;
    for (const who of [as(langSon), teller])
      await expect(who.nominations.decide({ year, decision: "qd-tu-phong", body })).rejects.toMatchObject({
        code: "caller/not-allowed",
      });
  });
});

test("after the year is closed answers of the council are taken, and nothing else", async () => {
  ({ clerk, as, teller } = await theCouncil("vhttdl-khoa-so"));
  const { cluster, count } = await aVote();
  await count();
  await expect(as(bacKan).closing.readSnapshot(cluster)).rejects.toMatchObject({ code: "year/not-closed" });
  moveTo(days.closed);
  await local.runSchedules("Closing");
  await expect(clerk.closing.readClosing({ yearNo: year })).resolves.toMatchObject({
    state: "closed",
    blocked: [],
  });

  const late = await decide("qd-sau-khoa-so", { cluster: cluster.cluster });
  expect(await as(bacKan).nominations.readRegister({ year })).toContainEqual(late);
  await expect(decide("qd-sau-khoa-so", { outcome: "refused" })).rejects.toMatchObject({
    code: "decision/exists",
  });

  const at = { ...cluster, unit: haGiang };
  const settings = { kind: "cụm" as const, name: "Cụm", members: [haGiang] };
  for (const step of [
    () => nominate(cluster),
    () => as(haGiang).scoring.saveClaims({ ...at, body: { changes: { "1.1": { now: 1 } } } }),
    () => as(tuyenQuang).scoring.saveFindings({ ...at, body: { findings: { "1.1": { value: 1 } } } }),
    () => clerk.scoring.assignLines({ ...at, body: { notAssigned: [] } }),
    () => clerk.units.saveCluster({ year, clusterId: cluster.cluster, body: settings }),
    () => clerk.scoring.saveScheme({ year, scheme: "muon", body: { title: "Muộn", table: { groups: [] } } }),
    () =>
      clerk.rotation.moveDeadline({
        ...cluster,
        body: { phase: "counting", starts: "2027-04-09T00:00:00.000Z", reason: "Muộn." },
      }),
    () => clerk.rotation.saveReached({ ...at, body: { values: [] } }),
    () => clerk.movements.saveMovement({ ...cluster, movement: "muon", body: { name: "Muộn" } }),
    () =>
      clerk.ballots.savePoll({
        ...cluster,
        poll: "muon",
        body: { for: "head", candidates: [haGiang], rule },
      }),
  ])
    await expect(step()).rejects.toMatchObject({ code: "year/closed", status: 409 });
});
