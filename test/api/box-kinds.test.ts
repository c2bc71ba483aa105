import { beforeAll, describe, expect, test } from "vitest";
import { aBox, aDay, aQuestion, castSealed, holderOf } from "../hall.ts";
import {
  bacKan,
  type Caller,
  caoBang,
  haGiang,
  langSon,
  local,
  members,
  nobody,
  theCouncil,
  tuyenQuang,
} from "../world.ts";
import { ends } from "./asked.ts";

const council = "vhttdl";
let clerk: Caller;
let teller: Caller;
beforeAll(async () => {
  ({ clerk, teller } = await theCouncil(council));
});
const day = (...here: string[]) => aDay({ council, clerk, teller }, here.length > 0 ? here : members);
const refused = (code: string, about: object = {}) => ({ code, about });

describe("an open poll", () => {
  const open = { rule: { secret: false, ownUnit: false, choose: { min: 1, max: 1 } } } as const;

  test("is voted in clear, counted with the seal, and told with the delegates' names", async () => {
    const here = await day();
    const { opened, box, seal, where, raise } = await aBox(here, "co", open);
    expect(opened).not.toHaveProperty("key");
    for (const _ of [1, 2]) expect(await raise(langSon, [haGiang])).toEqual({ state: "in", no: 1 });
    await expect(raise(langSon, [caoBang])).rejects.toMatchObject(refused("ballot/already-cast"));
    await raise(bacKan, [haGiang]);
    await raise(haGiang, [caoBang]);
    expect(await where(langSon)).toEqual({ state: "in", no: 1 });
    expect(await seal()).toMatchObject({
      state: "counted",
      voters: [bacKan, haGiang, langSon],
      tally: { entitled: 5, present: 5, collected: 3, valid: 3, votes: { [haGiang]: 2, [caoBang]: 1 } },
    });
    await clerk.ballots.publishPoll({ ...box, body: {} });
    const { voted } = await clerk.ballots.readMinutes(box);
    expect(voted.map(({ name, on, choose }) => [name, on, choose])).toEqual([
      [`Đại biểu ${bacKan}`, "phone", [haGiang]],
      [`Đại biểu ${haGiang}`, "phone", [caoBang]],
      [`Đại biểu ${langSon}`, "phone", [haGiang]],
    ]);
  });

  test("takes only a vote within the rule: no envelope, not one's own unit, neither none nor two", async () => {
    const here = await day();
    const { raise } = await aBox(here, "co", open);
    const envelope = () =>
      holderOf(here.ticketOf.get(langSon) ?? "").ballots.sendBallot({
        ...here.watcher,
        poll: "co",
        body: { sealed: "A".repeat(140) },
      });
    for (const [send, fault] of [
      [envelope, "sealed"],
      [() => raise(haGiang, [haGiang]), "own-unit"],
      [() => raise(langSon, []), "too-few"],
      [() => raise(langSon, [haGiang, caoBang]), "too-many"],
      [() => raise(langSon, [bacKan]), "unknown-name"],
    ] as const)
      await expect(send()).rejects.toMatchObject(refused("poll/out-of-rule", { fault }));
  });

  test("that publishes only who passed names nobody's choice", async () => {
    const here = await day();
    const { box, seal, raise } = await aBox(here, "co", { rule: { secret: false, publish: "passed" } });
    await raise(langSon, [haGiang]);
    await seal();
    await clerk.ballots.publishPoll({ ...box, body: {} });
    const { voted, poll } = await clerk.ballots.readMinutes(box);
    expect(voted).toEqual([{ delegate: langSon, name: `Đại biểu ${langSon}`, unit: langSon, on: "phone" }]);
    expect(poll.tally).toMatchObject({ collected: 1, votes: {} });
  });
});

test("in a secret poll no choice is taken in clear", async () => {
  const here = await day();
  const { raise } = await aBox(here, "co");
  await expect(raise(langSon, [haGiang])).rejects.toMatchObject(
    refused("poll/out-of-rule", { fault: "in-clear" }),
  );
});

test("letters of the absent are taken where the rule says so, and only there", async () => {
  const here = await day(langSon, tuyenQuang, haGiang, caoBang);
  const without = await aBox(here, "co", { lasts: 60 });
  const letter = { delegate: bacKan, body: { on: "letter" } } as const;
  await expect(teller.ballots.givePaper({ ...without.box, ...letter })).rejects.toMatchObject(
    refused("poll/out-of-rule", { fault: "letter" }),
  );
  await without.seal();
  const { box, where, phone, seal, count } = await aBox(here, "co-2", { rule: { written: true } });
  await teller.ballots.givePaper({ ...box, ...letter });
  expect(await where(bacKan)).toEqual({ state: "letter" });
  await expect(
    teller.ballots.givePaper({ ...box, delegate: bacKan, body: { on: "paper" } }),
  ).rejects.toMatchObject(refused("ballot/already-cast"));
  await expect((await phone(bacKan, [])).send()).rejects.toMatchObject(
    refused("ballot/on-paper", { on: "letter" }),
  );
  expect((await seal()).seal).toMatchObject({ papers: 1, present: 5 });
  expect((await count([[haGiang]])).tally).toMatchObject({ collected: 1, votes: { [haGiang]: 1 } });
  const { voted } = await clerk.ballots.readMinutes(box);
  expect(voted).toMatchObject([{ delegate: bacKan, on: "letter" }]);
});

test("where each delegate votes, two of a unit have two votes, and one of none has one", async () => {
  const here = await day();
  const guests = ["an", "binh"].map((delegate) => ({ delegate, name: delegate, unit: langSon }));
  const roll = [...guests, { delegate: "chi", name: "Chi", position: "Chủ tịch" }];
  await clerk.ballots.saveRoll({ ...here.at, body: { delegates: roll } });
  const { tickets } = await clerk.ballots.makeTickets({ ...here.at, body: {} });
  const ticketOf = new Map(tickets.map(({ delegate, secret }) => [delegate, secret]));
  for (const { delegate } of roll.slice(1)) await clerk.ballots.checkIn({ ...here.at, delegate });
  const each = { rule: { voter: "delegate", threshold: { base: "present", moreThan: "1/2" } } } as const;
  const { opened, vote, seal, count } = await aBox({ ...here, ticketOf }, "co", each);
  expect(opened.meter).toEqual({ entitled: 3, present: 2, quorum: true });
  await vote({ an: [haGiang], binh: [haGiang], chi: [caoBang] });
  expect((await seal()).seal).toMatchObject({ envelopes: 3, present: 3 });
  expect((await count()).tally).toMatchObject({ entitled: 3, collected: 3, votes: { [haGiang]: 2 } });
});

test("where units vote, a delegate of no unit has none", async () => {
  const here = await day();
  const { delegates } = await clerk.ballots.readConference(here.at);
  const guest = { delegate: "khach-moi", name: "Khách mời" };
  const roll = [
    ...delegates.map(({ delegate, name, unit }) => ({ delegate, name, ...(unit && { unit }) })),
    guest,
  ];
  await clerk.ballots.saveRoll({ ...here.at, body: { delegates: roll } });
  const { tickets } = await clerk.ballots.makeTickets({ ...here.at, body: {} });
  const { phone, box } = await aBox(
    { ...here, ticketOf: new Map([["khach-moi", tickets[0]?.secret ?? ""]]) },
    "co",
  );
  await expect((await phone("khach-moi", [])).send()).rejects.toMatchObject(refused("poll/not-present"));
  await expect(
    teller.ballots.givePaper({ ...box, delegate: "khach-moi", body: { on: "paper" } }),
  ).rejects.toMatchObject(refused("roll/delegate-unknown"));
});

test("one box at a time: a second opens when the first is sealed, and the day does not end before it is counted", async () => {
  const here = await day();
  const { box, seal } = await aBox(here, "co", { lasts: 60 });
  await aQuestion(here.cast, here.at, "cum-truong", { purpose: "head" });
  const second = () =>
    clerk.ballots.openPoll({
      ...here.at,
      poll: "cum-truong",
      body: { conference: here.at.conference },
    });
  await expect(second()).rejects.toMatchObject(refused("poll/still-open", { poll: "co" }));
  await clerk.ballots.closePoll(box);
  await expect(second()).rejects.toMatchObject(refused("poll/still-open", { poll: "co" }));
  await seal();
  const opened = await second();
  expect(opened).toMatchObject({ state: "open", slot: 2 });
  expect(await second()).toEqual(opened);
  await expect(clerk.ballots.endConference(here.at)).rejects.toMatchObject(
    refused("poll/still-open", { poll: "co" }),
  );
});

describe("trying before the day", () => {
  test("everybody may, and again; the clerk sees who has not, and nobody reads or counts it", async () => {
    const here = await day();
    const rehearsal = await clerk.ballots.openRehearsal(here.at);
    expect(await clerk.ballots.openRehearsal(here.at)).toEqual(rehearsal);
    const trying = (unit: string, no: number) =>
      castSealed(council, rehearsal, here.ticketOf.get(unit) ?? "", [rehearsal.candidates[0] ?? ""], no);
    for (const no of [1, 2])
      expect(await (await trying(haGiang, no)).send()).toMatchObject({ state: "in", no });
    await (await trying(bacKan, 1)).send();
    const { delegates } = await clerk.ballots.readConference(here.at);
    expect(delegates.filter(({ tried }) => !tried).map(({ delegate }) => delegate)).toEqual([
      langSon,
      tuyenQuang,
      caoBang,
    ]);
    const shown = await nobody.ballots.readDay({ ...here.watcher, version: 0 });
    expect(shown).toMatchObject({ rehearsal: { poll: rehearsal.poll, state: "open" }, outcomes: [] });

    const poll = { ...here.at, poll: rehearsal.poll };
    await clerk.ballots.closePoll(poll);
    local.clock.moveTo(local.clock.now() + 60_000);
    expect(
      await ends(
        teller.ballots.sealPoll(poll),
        teller.ballots.readEnvelopes(poll),
        teller.ballots.countPoll(poll),
        clerk.ballots.publishPoll({ ...poll, body: {} }),
      ),
    ).toEqual(Array(4).fill("poll/not-now"));
    expect(await clerk.ballots.endConference(here.at)).toHaveProperty("ended");
  });

  test("stands beside a poll that somebody gave its name, rather than taking it for its own", async () => {
    const here = await day();
    await aQuestion(here.cast, here.at, `thu-${here.at.conference}`, {});
    await expect(clerk.ballots.openRehearsal(here.at)).rejects.toMatchObject(
      refused("poll/changed-meanwhile"),
    );
  });
});
