import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { callerOf, password } from "#infra/year/cast.ts";
import { send } from "../files.ts";
import { aConference } from "../hall.ts";
import {
  aCluster,
  type Caller,
  calendar,
  days,
  found,
  haGiang,
  join,
  local,
  members,
  moveTo,
  nobody,
  operator,
  signedIn,
  year,
} from "../world.ts";
import { ask, ends, holding, kept } from "./asked.ts";

process.env["TABLE_NAME"] = local.tableName;
const { faultsKept } = await import("#functions/audit.ts");

let clerk: Caller;
beforeAll(async () => {
  moveTo(days.covenant);
  clerk = await found("tinh-son");
});
beforeEach(() => moveTo(days.covenant));

/** Whoever opened a demo comes in as its clerk. */
const enter = async (owner: Caller) => {
  const { until, ...slip } = await owner.units.openDemo({});
  return { ...slip, until, clerk: await signedIn(slip) };
};

/** A year in it, its units, somebody of one of them, a cluster whose units score themselves. */
async function played(owner: Caller) {
  const demo = await enter(owner);
  await demo.clerk.rotation.openYear({ yearNo: year, body: { calendar } });
  for (const unit of members) await demo.clerk.units.saveUnit({ unit, body: { name: unit, since: year } });
  const scorer = await join(demo.clerk, haGiang, { name: "Vàng Thị Mai", role: "scorer", unit: haGiang });
  return { ...demo, scorer };
}

describe("a demo is opened", () => {
  test("by a clerk, who comes in as its clerk and stays who they are at home", async () => {
    const demo = await enter(clerk);
    expect(demo.council).toMatch(/^thu-[a-z0-9]{10}-20260309$/);
    expect(demo.until).toBe("2026-03-08T17:00:00.000Z");
    await expect(demo.clerk.units.readMe({})).resolves.toMatchObject({
      council: { council: demo.council, name: "Hội đồng thử" },
      person: { role: "clerk" },
      years: [],
    });
    expect(await clerk.units.readMe({})).toMatchObject({ council: { council: "tinh-son" } });
  });

  test("once: asked again it is the same one with a new slip, also by another clerk and by two at once", async () => {
    const { demo } = await clerk.units.readDemo({});
    const second = await join(clerk, "pho-phong", { name: "Nông Văn Bình", role: "clerk" });
    const opened = await Promise.all(
      [clerk, second].map((each) => each.units.openDemo({}).catch(() => demo)),
    );
    expect(opened.map((each) => each?.council)).toEqual([demo?.council, demo?.council]);
    expect(await enter(clerk)).toMatchObject({ council: demo?.council });
  });

  test("by two clerks at the same instant: there is one", async () => {
    const other = await found("tinh-lang");
    const second = await join(other, "pho-phong", { name: "Nông Văn Bình", role: "clerk" });
    await Promise.allSettled([other, second].map((each) => each.units.openDemo({})));
    const { demo } = await other.units.readDemo({});
    expect(await second.units.openDemo({})).toMatchObject({ council: demo?.council });
  });

  test("by the operator, who has one apart from every council's", async () => {
    const demo = await enter(operator);
    expect(demo.council).not.toBe((await clerk.units.readDemo({})).demo?.council);
    expect(await operator.units.readDemo({})).toEqual({ demo: { council: demo.council, until: demo.until } });
    expect((await operator.units.listCouncils({})).map(({ council }) => council)).not.toContain(demo.council);
  });

  test("by nobody else, and not from within a demo", async () => {
    const auditor = await join(clerk, "kiem-tra", { name: "Lò Thị Mai", role: "auditor" });
    expect(await ends(auditor.units.openDemo({}), auditor.units.throwDemoAway({}))).toEqual([
      "caller/not-allowed",
      "caller/not-allowed",
    ]);
    const demo = await enter(clerk);
    expect(
      await ends(
        demo.clerk.units.openDemo({}),
        demo.clerk.units.readDemo({}),
        demo.clerk.units.throwDemoAway({}),
      ),
    ).toEqual(["demo/not-here", "demo/not-here", "demo/not-here"]);
  });

  test("and no council that stays takes such a name", async () => {
    const body = { council: "thu-abcdefghij-20991231", name: "Thủ Đức", kind: "tỉnh" };
    const founding = operator.units.createCouncil({ body: { ...body, clerk: { person: "an", name: "An" } } });
    await expect(founding).rejects.toMatchObject({ code: "request/malformed" });
    expect(await found("thu-duc")).toBeDefined();
  });
});

test("nothing of a demo goes out to everybody", async () => {
  const { clerk: playing } = await played(clerk);
  const at = { year, page: "honours" };
  const body = { parts: ["leaders" as const], site: "https://thi-dua.example", digest: "0".repeat(64) };
  expect(
    await ends(playing.publishing.publishPage({ ...at, body }), playing.publishing.withdrawPage(at)),
  ).toEqual(["demo/not-here", "demo/not-here"]);
});

describe("what is done in a demo", () => {
  test("is forgotten by the table itself as its day begins, histories and files included, and nothing else is", async () => {
    const owner = await found("tinh-quen");
    const { council, clerk: playing, scorer } = await played(owner);
    const at = await aCluster(playing, "covenant");
    await playing.rotation.moveDeadline({
      ...at,
      body: { phase: "running", starts: "2026-01-01T00:00:00.000Z", reason: "Thử." },
    });
    await playing.rotation.moveDeadline({
      ...at,
      body: { phase: "scoring", starts: "2026-01-02T00:00:00.000Z", reason: "Thử." },
    });
    const sheet = { ...at, unit: haGiang };
    await scorer.scoring.saveClaims({ ...sheet, body: { changes: { "1.1": { now: 9 } } } });
    const file = await send(scorer, sheet, {}, local.url);
    const links = await scorer.scoring.readFiles(sheet);
    expect(links[file.file]).toContain(`/demo_/${council}/`);
    const all = await kept(council);
    expect(all.some(({ pk }) => String(pk).includes("#HISTORY#"))).toBe(true);
    expect(new Set(all.map(({ x }) => x))).toEqual(new Set([Date.parse("2026-03-09T00:00:00+07:00") / 1000]));
    const others = await kept("tinh-quen");

    moveTo("2026-03-08 23:59");
    await local.forgetExpired();
    expect(await kept(council)).toEqual(all);
    moveTo("2026-03-09 00:01");
    await local.forgetExpired();
    expect(await kept(council)).toEqual([]);
    expect(await kept("tinh-quen")).toEqual(others);
  });

  test("holds up to the audit, the nightly roots, the closing of years and a deployment", async () => {
    const { council, clerk: playing } = await played(await found("tinh-dem"));
    const at = await aCluster(playing, "covenant");
    await playing.units.saveUnit({ unit: haGiang, body: { name: "Sở Hà Giang", since: year + 1 } });
    const hall = { ...at, conference: "hoi-nghi-thu" };
    const plan = { title: "Hội nghị thử", at: "2027-01-17T01:00:00.000Z", agenda: [{ title: "Khai mạc" }] };
    await playing.ballots.saveConference({ ...hall, body: plan });
    await playing.ballots.showPoint({ ...hall, body: { on: 0 } });
    expect(await nobody.ballots.countHalls({})).toEqual({ open: 0 });
    await playing.closing.closeYear({ yearNo: year });
    moveTo("2026-03-04 01:30");
    await local.runSchedules();
    expect((await faultsKept()).faults).toEqual([]);
    moveTo("2027-04-02 01:30");
    await local.runSchedules();
    expect((await kept("SYSTEM")).filter((item) => JSON.stringify(item).includes(council))).toEqual([]);
  });
});

describe("a demo is thrown away", () => {
  test("and from then on nobody comes in, reads, watches or renews, with whatever they held", async () => {
    const owner = await found("tinh-bo");
    const { council, clerk: playing, scorer, person } = await played(owner);
    const at = await aCluster(playing, "covenant");
    const { ticketOf } = await aConference(playing, at, [haGiang], "hoi-nghi-bo");
    const { token, renewal = "" } = await nobody.units.signIn({ body: { council, person, password } });
    const slip = await playing.units.makeSlip({ person: haGiang });
    const ticket = ticketOf.get(haGiang);
    const inHall = `/api/halls/${council}/hoi-nghi-bo/ticket`;
    expect((await ask("GET", inHall, { ticket })).status).toBe(200);

    await owner.units.throwDemoAway({});
    const hall = { council, conference: "hoi-nghi-bo" };
    expect(
      await ends(
        holding(token).units.readMe({}),
        scorer.units.listUnits({}),
        nobody.units.signIn({ body: { council, person, password } }),
        nobody.units.firstSignIn({ body: { ...slip, password } }),
      ),
    ).toEqual(Array(4).fill("demo/over"));
    expect(await ends(nobody.ballots.readNow(hall))).toEqual(["conference/unknown"]);
    expect(await ask("GET", inHall, { ticket })).toMatchObject({ code: "conference/unknown" });
    expect(await ends(nobody.units.renewSession({ body: { renewal } }))).toEqual(["caller/wrong-password"]);
  });

  test("again without harm, and the next one is another", async () => {
    const owner = await found("tinh-lai");
    const first = await owner.units.openDemo({});
    await Promise.all([owner.units.throwDemoAway({}), owner.units.throwDemoAway({})]);
    await owner.units.throwDemoAway({});
    expect(await owner.units.readDemo({})).toEqual({});
    const next = await enter(owner);
    expect(next.council).not.toBe(first.council);
    expect(await owner.units.readDemo({})).toMatchObject({ demo: { council: next.council } });
  });

  test("by its day where nobody does it: it answers nobody even while the table still has it", async () => {
    const owner = await found("tinh-het");
    const { council, person } = await enter(owner);
    moveTo("2026-03-08 23:30");
    const { token } = await nobody.units.signIn({ body: { council, person, password } });
    const home = callerOf(local, { council: "tinh-het", person: "thuong-truc", password });
    moveTo("2026-03-09 00:00");
    expect(await ends(holding(token).units.readMe({}))).toEqual(["demo/over"]);
    expect(await ends(nobody.units.signIn({ body: { council, person, password } }))).toEqual(["demo/over"]);
    expect(await home.units.readDemo({})).toEqual({});
    const next = await enter(home);
    expect(next.until).toBe("2026-03-15T17:00:00.000Z");
  });

  test("by its day where nobody does it, and that night its accounts are gone from the pool, and nobody else's", async () => {
    const owner = await found("thu-thua");
    const { council, person } = await enter(owner);
    const session = { council, person, password };
    moveTo("2026-03-08 23:30");
    const later = await enter(await found("tinh-mai"));
    const renewals = [
      session,
      { council: later.council, person, password },
      { council: "thu-thua", person: "thuong-truc", password },
    ].map(async (body) => (await nobody.units.signIn({ body })).renewal ?? "");
    const renew = async () =>
      Promise.all(
        renewals.map(async (renewal) =>
          ends(nobody.units.renewSession({ body: { renewal: await renewal } })),
        ),
      );
    await local.runSchedules("Forgetting");
    expect(await renew()).toEqual([["done"], ["done"], ["done"]]);
    moveTo("2026-03-09 00:30");
    await local.runSchedules("Forgetting");
    expect(await renew()).toEqual([["caller/wrong-password"], ["done"], ["done"]]);
  });
});
