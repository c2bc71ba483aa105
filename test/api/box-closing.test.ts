import { beforeAll, expect, test } from "vitest";
import { aBox, aDay, holderOf } from "../hall.ts";
import { askEngine, partitionKept } from "../watched-engine.ts";
import { bacKan, type Caller, caoBang, haGiang, local, members, theCouncil, tuyenQuang } from "../world.ts";
import { ends } from "./asked.ts";

const council = "vhttdl";
let clerk: Caller;
let teller: Caller;
beforeAll(async () => {
  ({ clerk, teller } = await theCouncil(council));
});
const day = () => aDay({ council, clerk, teller });
const refused = (code: string) => ({ code });
const moveOn = (instant: string | undefined, seconds: number) =>
  local.clock.moveTo(Date.parse(String(instant)) + seconds * 1000);
const shortHash = async (envelope: string) =>
  Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(envelope, "base64url"))).subarray(0, 16);

test("a vote in time is in, one second later nobody can know, after the fence it is too late; the truth stays", async () => {
  const { opened, phone, where, seal, count, box } = await aBox(await day(), "co", { lasts: 60 });
  const [early, late] = [await phone(haGiang, [haGiang]), await phone(caoBang, [haGiang])];
  moveOn(opened.closesAt, -0.001);
  const answer = await early.send();
  moveOn(opened.closesAt, 1);
  await expect(late.send()).rejects.toMatchObject({
    ...refused("ballot/ask-again"),
    about: { until: new Date(Date.parse(String(opened.closesAt)) + 6_000).toISOString() },
  });
  expect(await where(caoBang)).toEqual({ state: "unsettled" });
  expect(await early.send()).toEqual(answer);
  await expect((await phone(haGiang, [])).send()).rejects.toMatchObject(refused("ballot/already-cast"));
  const paper = () => teller.ballots.givePaper({ ...box, delegate: bacKan, body: { on: "paper" } });
  await expect(paper()).rejects.toMatchObject(refused("ballot/ask-again"));
  moveOn(opened.closesAt, 5.999);
  await expect(teller.ballots.sealPoll(box)).rejects.toMatchObject(refused("poll/not-settled"));
  await expect(late.send()).rejects.toMatchObject(refused("ballot/ask-again"));

  for (const step of [
    async () => moveOn(opened.closesAt, 6),
    seal,
    count,
    () => clerk.ballots.publishPoll({ ...box, body: { as: "figures" } }),
  ]) {
    await step();
    await expect(late.send()).rejects.toMatchObject({
      ...refused("ballot/too-late"),
      about: { since: opened.closesAt },
    });
    await expect(paper()).rejects.toMatchObject(refused("ballot/too-late"));
    expect(await where(caoBang)).toEqual({ state: "none" });
    expect(await early.send()).toEqual(answer);
    expect(await where(haGiang)).toEqual(answer);
  }
});

test("by hand, everybody has four seconds; pressing again changes nothing, and nothing is counted before the fence", async () => {
  const { box, phone } = await aBox(await day(), "co", { lasts: undefined });
  await (await phone(haGiang, [])).send();
  await expect(teller.ballots.sealPoll(box)).rejects.toMatchObject(refused("poll/not-now"));
  const pressed = local.clock.now();
  const closing = await clerk.ballots.closePoll(box);
  expect(closing).toMatchObject({ state: "closing", closesAt: new Date(pressed + 4_000).toISOString() });
  moveOn(closing.closesAt, -1);
  expect(await clerk.ballots.closePoll(box)).toEqual(closing);
  expect(await (await phone(caoBang, [])).send()).toMatchObject({ state: "in" });
  for (const act of [() => teller.ballots.readEnvelopes(box), () => teller.ballots.countPoll(box)])
    await expect(act()).rejects.toMatchObject(refused("poll/not-now"));
  moveOn(closing.closesAt, 5);
  await expect(teller.ballots.sealPoll(box)).rejects.toMatchObject(refused("poll/not-settled"));
  moveOn(closing.closesAt, 6);
  const sealed = await teller.ballots.sealPoll(box);
  expect(sealed).toMatchObject({ state: "sealed", seal: { envelopes: 2, at: expect.any(String) } });
  expect(await clerk.ballots.sealPoll(box)).toEqual(sealed);
});

test("the envelopes come without delegates, in the order of their hashes, and the root is over these", async () => {
  const { box, phone, seal } = await aBox(await day(), "co");
  const sent = await Promise.all(members.map((unit) => phone(unit, [haGiang])));
  for (const { send } of sent) await send();
  const { seal: sealed } = await seal();
  const given = await teller.ballots.readEnvelopes(box);
  expect(given.envelopes.toSorted()).toEqual(sent.map((one) => one.sealed).toSorted());
  const hashes = await Promise.all(given.envelopes.map(shortHash));
  expect(hashes.toSorted(Buffer.compare)).toEqual(hashes);
  const root = Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.concat(hashes))).toString("hex");
  expect(sealed).toMatchObject({ envelopes: 5, papers: 0, present: 5, root });
  for (const unit of members) expect(JSON.stringify(given.envelopes)).not.toContain(unit);
});

test("two equal envelopes stop the seal and are shown, until the poll is void", async () => {
  const { box, phone, seal } = await aBox(await day(), "co");
  const { sealed, send } = await phone(haGiang, [caoBang]);
  await send();
  const pk = `${council}#POLL#${box.conference}#co`;
  const [item = {}] = await partitionKept(local.endpoint, local.tableName, pk);
  await askEngine(local.endpoint, "PutItem", {
    TableName: local.tableName,
    Item: { ...item, sk: { S: `D#${caoBang}` } },
  });
  const hash = (await shortHash(sealed)).toString("hex");
  await expect(seal()).rejects.toMatchObject({ ...refused("poll/equal-envelopes"), about: { hash } });
  await expect(teller.ballots.readEnvelopes(box)).rejects.toMatchObject(refused("poll/not-now"));
  expect(await clerk.ballots.voidPoll({ ...box, body: { reason: "Hai phong bì trùng nhau" } })).toMatchObject(
    { state: "void" },
  );
});

test("a void poll takes no vote, gives no envelope and is not counted", async () => {
  const here = await day();
  const { box, phone, vote, where } = await aBox(here, "co");
  await vote({ [haGiang]: [haGiang], [tuyenQuang]: [] });
  await clerk.ballots.voidPoll({ ...box, body: { reason: "Mất mạng, bỏ phiếu giấy" } });
  const told = await ends(
    teller.ballots.readEnvelopes(box),
    teller.ballots.sealPoll(box),
    teller.ballots.givePaper({ ...box, delegate: bacKan, body: { on: "paper" } }),
    clerk.ballots.publishPoll({ ...box, body: {} }),
    clerk.ballots.openPoll({ ...box, body: { conference: box.conference } }),
  );
  expect(told).toEqual(Array(5).fill("poll/not-now"));
  // A process may go on for a second with what it knows of a box.
  await new Promise((done) => setTimeout(done, 1_050));
  await expect((await phone(caoBang, [])).send()).rejects.toMatchObject(refused("poll/not-now"));
  expect(await where(haGiang)).toMatchObject({ state: "in" });
  const unknown = holderOf(here.ticketOf.get(haGiang) ?? "").ballots;
  await expect(unknown.findBallot({ ...here.watcher, poll: "khong-co" })).rejects.toMatchObject(
    refused("poll/unknown"),
  );
  const again = await aBox(here, "co-lan-2");
  expect(again.opened).toMatchObject({ state: "open", slot: 2 });
});
