import { beforeAll, expect, test } from "vitest";
import { password } from "#infra/year/cast.ts";
import { digestOf } from "#lib/digest.ts";
import { askEngine } from "../watched-engine.ts";
import {
  aCluster,
  type Caller,
  calendar,
  caoBang,
  days,
  found,
  haGiang,
  join,
  langSon,
  local,
  members,
  moveTo,
  nobody,
  operator,
  signedIn,
  theCouncil,
  year,
} from "../world.ts";
import { ask, kept } from "./asked.ts";

let clerk: Caller;
let teller: Caller;
let as: (u: string) => Caller;
beforeAll(async () => {
  ({ clerk, as, teller } = await theCouncil());
});
const open = {
  secret: false,
  voter: "unit",
  ownUnit: true,
  quorum: null,
  threshold: { base: "present", moreThan: "1/2" },
  choose: { min: 0, max: 2 },
  seats: 1,
  tie: "chair",
  publish: "figures",
} as const;
const at2025 = "2025-04-01T00:00:00.000Z";
const anOpenPoll = async (rule: object = {}) => {
  const at = { ...(await aCluster(clerk, "voting")), poll: "p" };
  await clerk.ballots.savePoll({
    ...at,
    body: { for: "head", candidates: [haGiang, caoBang], rule: { ...open, ...rule } },
  });
  await clerk.ballots.openPoll({ ...at, body: { absent: [] } });
  return at;
};

test("a vote is counted or refused, never both: while it is not known yet, one is told to ask again", async () => {
  for (let round = 0; round < 5; round++) {
    const at = await anOpenPoll();
    for (const unit of members) await as(unit).ballots.listPolls(at);
    const vote = (unit: string) => as(unit).ballots.castBallot({ ...at, unit, body: { choose: [haGiang] } });
    const [ends, { poll }] = await Promise.all([
      Promise.allSettled(members.map(vote)),
      teller.ballots.countPoll(at),
    ]);
    const refusals = ends.flatMap((end) => (end.status === "rejected" ? [end.reason.code] : []));
    expect(refusals.filter((code) => code !== "poll/not-now" && code !== "poll/being-counted")).toEqual([]);
    const again = await Promise.allSettled(members.map(vote));
    expect(poll.tally?.collected).toBe(again.filter(({ status }) => status === "fulfilled").length);
    for (const [place, end] of ends.entries())
      if (end.status === "fulfilled") expect(again[place]?.status).toBe("fulfilled");
      else if (end.reason.code === "poll/not-now") expect(again[place]?.status).toBe("rejected");
  }
});

test("a unit that votes by phone and on paper at once is counted once", async () => {
  const at = await anOpenPoll();
  await Promise.allSettled([
    as(langSon).ballots.castBallot({ ...at, unit: langSon, body: { choose: [haGiang] } }),
    teller.ballots.enterPapers({ ...at, body: { papers: [{ by: langSon, choose: [caoBang] }] } }),
  ]);
  expect((await teller.ballots.countPoll(at)).poll.tally?.collected).toBe(1);
});
test("a unit that joined the cluster after a poll opened has no vote in it", async () => {
  const at = await anOpenPoll();
  await clerk.units.saveUnit({ unit: "so-moi", body: { name: "Sở mới", since: year } });
  const scorer = await join(clerk, "so-moi", { name: "Người mới", role: "scorer", unit: "so-moi" });
  const { kind, name } = await clerk.units.readCluster(at);
  await clerk.units.saveCluster({
    year,
    clusterId: at.cluster,
    body: { kind, name, members: [...members, "so-moi"] },
  });
  await expect(
    scorer.ballots.castBallot({ ...at, unit: "so-moi", body: { choose: [] } }),
  ).rejects.toMatchObject({ code: "poll/not-present" });
});
test("the chair's word said again is the same answer", async () => {
  const at = await anOpenPoll({ threshold: { base: "present", atLeast: "1/5" } });
  await as(langSon).ballots.castBallot({ ...at, unit: langSon, body: { choose: [haGiang, caoBang] } });
  await teller.ballots.countPoll(at);
  const decide = () => clerk.ballots.decidePoll({ ...at, body: { decided: [caoBang] } });
  expect(await decide()).toEqual(await decide());
});
test("the archive does not give away the figures of a poll that publishes none", async () => {
  ({ clerk, as, teller } = await theCouncil("kin"));
  const at = await anOpenPoll({ secret: true, publish: "passed", choose: { min: 0, max: 1 } });
  const papers = [[haGiang], [haGiang], [haGiang], [caoBang], []];
  await teller.ballots.enterPapers({ ...at, body: { papers: papers.map((choose) => ({ choose })) } });
  const { poll } = await teller.ballots.countPoll(at);
  moveTo(days.closed);
  await local.runSchedules();
  const { page } = await as(langSon).closing.readSnapshot(at);
  const { candidates, rule } = poll;
  const tally = { ...poll.tally, blank: 1, votes: { [haGiang]: 3, [caoBang]: 1 } };
  const answers = digestOf(papers.map((choose) => JSON.stringify(choose)).toSorted());
  expect(page.polls[0]?.["digest"]).not.toBe(digestOf({ candidates, rule, tally, answers }));
});
test("an operator makes no second clerk in a council that is there, and no new slip", async () => {
  ({ clerk, as, teller } = await theCouncil("con-mo"));
  const body = { council: "con-mo", name: "Hội đồng con-mo", kind: "ministry" };
  for (const person of ["thuong-truc", "ke-la"])
    await expect(
      operator.units.createCouncil({ body: { ...body, clerk: { person, name: "Chuyên viên" } } }),
    ).rejects.toMatchObject({ code: "council/exists" });
});
test("a slip opens once, however many come at once", async () => {
  await clerk.units.savePerson({ person: "mot-lan", body: { name: "Một", role: "auditor" } });
  const slip = await clerk.units.makeSlip({ person: "mot-lan" });
  const ends = await Promise.allSettled(
    [1, 2, 3].map((no) => nobody.units.firstSignIn({ body: { ...slip, password: `${password}-${no}` } })),
  );
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
test("of wrong slips at once none is looked at without being counted", async () => {
  await clerk.units.savePerson({ person: "nhieu-lan", body: { name: "Nhiều", role: "auditor" } });
  const slip = await clerk.units.makeSlip({ person: "nhieu-lan" });
  const ends = await Promise.allSettled(
    Array.from({ length: 9 }, () => signedIn({ ...slip, slip: "AAAA-AAAA-AAAA" })),
  );
  const wrong = ends.filter(
    (end) => end.status === "rejected" && end.reason.code === "access/slip-wrong",
  ).length;
  expect((await kept("con-mo")).find(({ sk }) => sk === "SLIP#nhieu-lan")).toMatchObject({ wrong });
});

test("a figure too fine to be kept is refused", async () => {
  const at = await aCluster(clerk, "running");
  for (const value of [1.23456, 1e30])
    await expect(
      as(haGiang).rotation.saveReached({ ...at, unit: haGiang, body: { values: [value] } }),
    ).rejects.toMatchObject({ code: "request/malformed" });
});
test("a name that every object has already is no id", async () => {
  const saved = clerk.units.saveUnit({ unit: "constructor", body: { name: "Nhà thầu", since: year } });
  await expect(saved).rejects.toMatchObject({ code: "request/malformed" });
});
test("half a character is no text", async () => {
  const { token } = await nobody.units.signIn({
    body: { council: "con-mo", person: "thuong-truc", password },
  });
  expect(
    await ask("PUT", "/api/units/nua-chu", { token, body: `{"name":"\\ud800","since":${year}}` }),
  ).toMatchObject({ status: 400 });
});
test("a calendar changes by decision alone", async () => {
  const at = await aCluster(clerk, "scoring");
  const body = {
    kind: "cụm" as const,
    name: "Cụm",
    members,
    calendar: { ...calendar, review: "2027-01-01T00:00:00.000Z" },
  };
  await clerk.units.saveCluster({ year, clusterId: at.cluster, body }).catch(() => {});
  const cluster = await clerk.units.readCluster(at);
  expect(cluster.calendar.review === calendar.review || cluster.moves.length === 1).toBe(true);
});
test("a council is never left without a clerk by their own hand", async () => {
  const alone = await found("mot-minh");
  for (const change of [{ active: false }, { role: "auditor" as const }])
    await expect(
      alone.units.savePerson({ person: "thuong-truc", body: { name: "C", role: "clerk", ...change } }),
    ).rejects.toMatchObject({ code: "person/own-role" });
});

test("one council's trouble does not keep another's year from closing", async () => {
  moveTo(days.covenant);
  const [a, b] = [await found("a-truoc"), await found("b-sau")];
  for (const one of [a, b])
    await one.rotation.openYear({ yearNo: 2025, body: { calendar: { ...calendar, running: at2025 } } });
  await askEngine(local.endpoint, "PutItem", {
    TableName: local.tableName,
    Item: { pk: { S: "a-truoc#YEAR#2025" }, sk: { S: "CLUSTER#hong" }, r: { N: "1" } },
  });
  moveTo(days.closed);
  await expect(local.runSchedules()).rejects.toThrow();
  expect(await b.closing.readClosing({ yearNo: 2025 })).toMatchObject({ state: "closed" });
});
