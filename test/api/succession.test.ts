import { beforeAll, describe, expect, test } from "vitest";
import {
  aCluster,
  bacKan,
  type Caller,
  calendar,
  caoBang,
  haGiang,
  langSon,
  members,
  at as on,
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
const rule = {
  secret: true,
  voter: "unit",
  ownUnit: true,
  quorum: null,
  threshold: { base: "present", moreThan: "1/2" },
  choose: { min: 1, max: 2 },
  seats: 1,
  tie: "second-round",
  publish: "figures",
} as const;

async function elect(at: At, office: "head" | "deputy", ...papers: string[][]) {
  const poll = { ...at, poll: office };
  await clerk.ballots.savePoll({ ...poll, body: { for: office, candidates: members, rule } });
  await clerk.ballots.openPoll({ ...poll, body: { absent: [] } });
  await teller.ballots.enterPapers({ ...poll, body: { papers: papers.map((choose) => ({ choose })) } });
  await teller.ballots.countPoll(poll);
}
const name = (
  at: At,
  body: Partial<Parameters<Caller["rotation"]["saveSuccession"]>[0]["body"]> = {},
  who = clerk,
) =>
  who.rotation.saveSuccession({
    ...at,
    body: { head: haGiang, deputies: [caoBang], how: "rotation", ...body },
  });

describe("next year's head", () => {
  test("is who was elected; a deputy is somebody else, whichever poll was first", async () => {
    const at = await aCluster(clerk, "voting");
    await elect(at, "deputy", [haGiang, caoBang], [haGiang, caoBang], [haGiang, caoBang]);
    await elect(at, "head", [haGiang], [haGiang], [haGiang], [caoBang]);
    expect((await as(bacKan).rotation.readSuccession(at)).elected).toEqual({
      head: haGiang,
      deputies: [caoBang],
    });
  });

  test("may be named by head or clerk in another way, out of the members", async () => {
    const at = await aCluster(clerk, "voting");
    await expect(name(at, { head: "so-noi-vu" })).rejects.toMatchObject({
      code: "cluster/head-no-member",
      about: { unit: "so-noi-vu" },
    });
    await expect(name(at, { deputies: ["so-noi-vu"] })).rejects.toMatchObject({
      code: "cluster/head-no-member",
      status: 422,
    });
    await expect(name(at, {}, as(haGiang))).rejects.toMatchObject({ code: "caller/not-allowed" });
    await name(at, { head: null, deputies: [] }, as(langSon));
    await name(at);
    expect((await as(bacKan).rotation.readSuccession(at)).succession).toMatchObject({
      head: haGiang,
      deputies: [caoBang],
      how: "rotation",
    });
  });

  test("is recognised by the superior, once there is one", async () => {
    const at = await aCluster(clerk, "voting");
    const recognise = (who: Caller) =>
      who.rotation.recogniseSuccession({
        ...at,
        body: { yes: true, number: "77/QĐ-HĐTĐKT", date: "2027-01-20" },
      });
    await expect(recognise(clerk)).rejects.toMatchObject({ code: "succession/unknown", status: 404 });
    await name(at);
    await expect(recognise(as(langSon))).rejects.toMatchObject({ code: "caller/not-allowed" });
    expect((await recognise(clerk)).recognised).toMatchObject({
      yes: true,
      number: "77/QĐ-HĐTĐKT",
      by: "thuong-truc",
    });
  });

  test("is due in the order of how long ago each was head, those who never were first", async () => {
    const { cluster } = await aCluster(clerk, "covenant");
    for (const [past, head] of [
      [2023, caoBang],
      [2024, bacKan],
    ] as const) {
      await clerk.rotation.openYear({
        yearNo: past,
        body: { calendar: { ...calendar, running: on(`${past}-04-01 00:00`) } },
      });
      await clerk.units.saveCluster({
        year: past,
        clusterId: cluster,
        body: { kind: "cụm", name: "Cụm", members, head },
      });
    }
    const { due, terms } = await as(bacKan).rotation.readSuccession({ year, cluster });
    expect(due).toEqual([tuyenQuang, haGiang, caoBang, bacKan, langSon]);
    expect(terms.map(({ year: no, head }) => [no, head])).toEqual([
      [2023, caoBang],
      [2024, bacKan],
      [year, langSon],
    ]);
  });
});

test("the file passes from the head to another member, with what is in it", async () => {
  const at = await aCluster(clerk, "counting");
  const body = { to: haGiang, things: ["Cờ luân lưu", "Sổ biên bản 2026"], date: "2027-01-25" };
  await expect(
    as(langSon).rotation.handOver({ ...at, body: { ...body, to: "so-noi-vu" } }),
  ).rejects.toMatchObject({ code: "unit/unknown" });
  await expect(as(haGiang).rotation.handOver({ ...at, body })).rejects.toMatchObject({
    code: "caller/not-allowed",
  });
  await expect(as(langSon).rotation.handOver({ ...at, body })).resolves.toMatchObject({
    from: langSon,
    ...body,
  });
});

test("the new head says that it has received the file, and says so anew when the list is changed", async () => {
  const at = await aCluster(clerk, "counting");
  const body = { to: haGiang, things: ["Cờ luân lưu"], date: "2027-01-25" };
  const receive = (unit: string, who = as(unit)) => who.rotation.receiveHandover({ ...at, unit });
  await expect(receive(haGiang)).rejects.toMatchObject({ code: "handover/unknown", status: 404 });
  await as(langSon).rotation.handOver({ ...at, body });
  await expect(receive(caoBang)).rejects.toMatchObject({ code: "handover/unknown" });
  await expect(receive(haGiang, as(langSon))).rejects.toMatchObject({ code: "caller/not-allowed" });
  const { received } = await receive(haGiang);
  expect(received).toMatchObject({ by: haGiang });
  expect((await receive(haGiang)).received).toEqual(received);
  expect((await as(bacKan).rotation.readSuccession(at)).handover).toMatchObject({ ...body, received });

  await as(langSon).rotation.handOver({ ...at, body: { ...body, things: ["Cờ luân lưu", "Con dấu"] } });
  expect((await as(bacKan).rotation.readSuccession(at)).handover?.received).toBeUndefined();
});
