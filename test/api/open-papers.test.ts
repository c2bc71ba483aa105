import { beforeAll, describe, expect, test } from "vitest";
import { aBox, aDay, type Day } from "../hall.ts";
import { partitionKept } from "../watched-engine.ts";
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
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, teller, as } = await theCouncil(council));
});
const day = (here: readonly string[] = members) => aDay({ council, clerk, teller }, here);
const refused = (code: string, about: object = {}) => ({ code, about });
const open = { rule: { secret: false, ownUnit: false, choose: { min: 0, max: 1 } } } as const;

type Answer = { choose?: string[]; blank?: true; on?: "paper" | "letter" };
async function aTable(question: Parameters<typeof aBox>[2] = open, here?: Day) {
  const itself = here ?? (await day());
  const box = await aBox(itself, "co", question);
  return {
    ...box,
    here: itself,
    enter: (delegate: string, { on = "paper", ...said }: Answer, whose = teller) =>
      box.enter(delegate, { on, ...said }, whose),
    papers: () => teller.ballots.listPapers(box.box),
  };
}

describe("a paper in an open poll", () => {
  test("is one vote among the phones': in the turnout, the seal, the count, the minutes and the record, with its way", async () => {
    const { box, raise, enter, where, seal, papers, here } = await aTable();
    await raise(langSon, [haGiang]);
    await enter(bacKan, { choose: [haGiang] });
    await enter(caoBang, { choose: [] });
    expect(await where(bacKan)).toEqual({ state: "paper" });
    expect(await papers()).toEqual([
      { delegate: bacKan, name: `Đại biểu ${bacKan}`, unit: bacKan, on: "paper", choose: [haGiang] },
      { delegate: caoBang, name: `Đại biểu ${caoBang}`, unit: caoBang, on: "paper", choose: [] },
    ]);
    await clerk.ballots.saveConference({
      ...here.at,
      body: { title: "Hội nghị", at: "2027-01-17T01:00:00.000Z", agenda: [{ title: "Cờ", poll: "co" }] },
    });
    await clerk.ballots.showPoint({ ...here.at, body: { on: 0 } });
    expect(await nobody.ballots.readNow(here.watcher)).toMatchObject({ count: 3, of: 5 });
    const counted = await seal();
    expect(counted).toMatchObject({
      state: "counted",
      seal: { envelopes: 0, clear: 1, papers: 2, present: 5 },
      tally: { collected: 3, valid: 3, blank: 1, votes: { [haGiang]: 2, [caoBang]: 0 } },
      voters: [bacKan, caoBang, langSon],
    });
    expect(await nobody.ballots.readNow(here.watcher)).toMatchObject({ count: 3 });
    await clerk.ballots.publishPoll({ ...box, body: { as: "figures" } });
    const { voted } = await clerk.ballots.readMinutes(box);
    expect(voted.map(({ delegate, on, choose }) => [delegate, on, choose])).toEqual([
      [bacKan, "paper", [haGiang]],
      [caoBang, "paper", []],
      [langSon, "phone", [haGiang]],
    ]);
    const { result } = await nobody.ballots.readRecord({ ...here.watcher, poll: "co" });
    expect(result?.named).toEqual([
      { delegate: bacKan, on: "paper", choose: [haGiang] },
      { delegate: caoBang, on: "paper", choose: [] },
      { delegate: langSon, on: "phone", choose: [haGiang] },
    ]);
  });

  test("follows the rule a phone follows, and what is wrong is told; then nothing is entered", async () => {
    const { enter, papers, where } = await aTable({ rule: { ...open.rule, choose: { min: 1, max: 1 } } });
    const wrong: [unit: string, said: Answer, fault: string][] = [
      [haGiang, { choose: [haGiang] }, "own-unit"],
      [langSon, { choose: [] }, "too-few"],
      [langSon, { choose: [haGiang, caoBang] }, "too-many"],
      [langSon, { choose: [bacKan] }, "unknown-name"],
      [langSon, { choose: [haGiang], blank: true }, "blank-and-chosen"],
      [langSon, { choose: [haGiang], on: "letter" }, "letter"],
      [langSon, {}, "no-answer"],
    ];
    for (const [unit, said, fault] of wrong)
      await expect(enter(unit, said)).rejects.toMatchObject(refused("poll/out-of-rule", { fault }));
    await expect(enter("khach", { choose: [haGiang] })).rejects.toMatchObject(
      refused("roll/delegate-unknown"),
    );
    await expect(enter(langSon, { choose: [haGiang] }, as(langSon))).rejects.toMatchObject(
      refused("caller/not-allowed"),
    );
    expect(await papers()).toEqual([]);
    expect(await where(langSon)).toEqual({ state: "none" });
  });

  test("keeps the phone out whatever number it counts and whatever it says, also where minds may change", async () => {
    const { enter, raise, where } = await aTable({ rule: { ...open.rule, mayChange: true } });
    await enter(bacKan, { choose: [haGiang] });
    for (const no of [1, 2, 1000])
      for (const choose of [[haGiang], [caoBang]])
        await expect(raise(bacKan, choose, no)).rejects.toMatchObject(
          refused("ballot/on-paper", { on: "paper" }),
        );
    expect(await where(bacKan)).toEqual({ state: "paper" });
  });

  test("is kept out by a phone, also where minds may change; the phone may still change its own", async () => {
    const { enter, raise, seal } = await aTable({ rule: { ...open.rule, mayChange: true } });
    await raise(bacKan, [haGiang]);
    for (const choose of [[haGiang], [caoBang]])
      await expect(enter(bacKan, { choose })).rejects.toMatchObject(
        refused("ballot/already-cast", { delegate: bacKan, on: "phone" }),
      );
    expect(await raise(bacKan, [caoBang], 2)).toEqual({ state: "in", no: 2 });
    expect(await seal()).toMatchObject({
      seal: { clear: 1, papers: 0 },
      tally: { collected: 1, votes: { [caoBang]: 1 } },
    });
  });

  test("entered again is the same paper; of two tellers who read it differently one is told", async () => {
    const { enter, papers, seal } = await aTable();
    const told = await ends(
      enter(bacKan, { choose: [haGiang] }),
      enter(bacKan, { choose: [haGiang] }, clerk),
      enter(bacKan, { choose: [caoBang] }, clerk),
    );
    const isFirst = told[2] !== "done";
    expect(told).toEqual(
      isFirst
        ? ["done", "done", "ballot/already-cast"]
        : ["ballot/already-cast", "ballot/already-cast", "done"],
    );
    const [won, lost] = isFirst ? [haGiang, caoBang] : [caoBang, haGiang];
    for (const _ of [1, 2]) expect(await enter(bacKan, { choose: [won] })).toEqual({});
    await expect(enter(bacKan, { choose: [lost] })).rejects.toMatchObject(
      refused("ballot/already-cast", { delegate: bacKan, on: "paper" }),
    );
    expect(await papers()).toHaveLength(1);
    expect((await seal()).tally).toMatchObject({ collected: 1, votes: { [won]: 1, [lost]: 0 } });
  });

  test("and a phone at the same moment: one of the two", async () => {
    for (let round = 0; round < 3; round++) {
      const { enter, raise, seal } = await aTable();
      const [paper, phone] = await ends(
        enter(tuyenQuang, { choose: [haGiang] }),
        raise(tuyenQuang, [haGiang]),
      );
      const isOnPaper = paper === "done";
      expect([paper, phone]).toEqual(
        isOnPaper ? ["done", "ballot/on-paper"] : ["ballot/already-cast", "done"],
      );
      expect((await seal()).seal).toMatchObject(
        isOnPaper ? { clear: 0, papers: 1 } : { clear: 1, papers: 0 },
      );
    }
  });

  test("after the end is too late, and told so; sent again the one that is in is in, and a phone that says the same is not it", async () => {
    const { opened, enter, raise, seal } = await aTable();
    await enter(bacKan, { choose: [haGiang] });
    local.clock.moveTo(Date.parse(String(opened.closesAt)) + 1_000);
    await expect(enter(langSon, { choose: [haGiang] })).rejects.toMatchObject(refused("ballot/ask-again"));
    const stands = async () => {
      expect(await enter(bacKan, { choose: [haGiang] })).toEqual({});
      await expect(enter(bacKan, { choose: [caoBang] })).rejects.toMatchObject(
        refused("ballot/already-cast"),
      );
      for (const _ of [1, 2])
        await expect(raise(bacKan, [haGiang])).rejects.toMatchObject(refused("ballot/on-paper"));
    };
    await stands();
    const { tally } = await seal();
    expect(tally).toMatchObject({ collected: 1 });
    await stands();
    await expect(enter(langSon, { choose: [haGiang] })).rejects.toMatchObject(refused("ballot/too-late"));
  });

  test("of somebody absent comes by letter where the rule lets them write, and makes them one of those present", async () => {
    const here = await day([langSon, haGiang]);
    const { box, enter, raise, seal } = await aTable(
      { rule: { ...open.rule, quorum: null, written: true } },
      here,
    );
    await enter(bacKan, { choose: [caoBang], on: "letter" });
    await expect(enter(bacKan, { choose: [caoBang] })).rejects.toMatchObject(
      refused("ballot/already-cast", { on: "letter" }),
    );
    await expect(raise(bacKan, [caoBang])).rejects.toMatchObject(
      refused("ballot/on-paper", { on: "letter" }),
    );
    expect((await seal()).seal).toMatchObject({ clear: 0, papers: 1, present: 3 });
    expect((await clerk.ballots.readMinutes(box)).voted).toMatchObject([
      { delegate: bacKan, on: "letter", choose: [caoBang] },
    ]);
  });

  test("is one item and no more: the choice beside the way it came, no hour, no hand", async () => {
    const { box, enter, raise } = await aTable();
    await raise(langSon, [caoBang]);
    await enter(bacKan, { choose: [haGiang] });
    const kept = await partitionKept(local.endpoint, local.tableName, `${council}#POLL#${box.conference}#co`);
    expect(kept.map((item) => Object.keys(item).toSorted().join(" "))).toEqual([
      "c o pk r sk x",
      "c pk r sk x",
    ]);
  });

  test("tells nobody how the box stands while it is open: the minutes name who voted, not what", async () => {
    const { box, enter, raise } = await aTable();
    await raise(langSon, [haGiang]);
    await enter(bacKan, { choose: [haGiang] });
    const { voted } = await clerk.ballots.readMinutes(box);
    expect(voted.map((one) => [one.delegate, one.on, "choose" in one])).toEqual([
      [bacKan, "paper", false],
      [langSon, "phone", false],
    ]);
  });
});

test("in a secret poll a paper is never entered with what it says", async () => {
  const { enter, papers } = await aTable({});
  await expect(enter(bacKan, { choose: [haGiang] })).rejects.toMatchObject(
    refused("poll/out-of-rule", { fault: "in-clear" }),
  );
  await enter(bacKan, {});
  expect(await papers()).toEqual([
    { delegate: bacKan, name: `Đại biểu ${bacKan}`, unit: bacKan, on: "paper" },
  ]);
});

describe("where each name is answered by yes or no", () => {
  const yesNo = { rule: { yesNo: true, choose: { min: 0, max: 2 }, seats: 2 } } as const;

  test("in the open: no to all is against each, a blank paper is neither, and no phone is blank", async () => {
    const { box, enter, raise, seal, papers, here } = await aTable({
      rule: { ...yesNo.rule, secret: false },
    });
    await raise(langSon, [haGiang, caoBang]);
    await raise(tuyenQuang, []);
    await enter(bacKan, { choose: [] });
    await enter(haGiang, { choose: [], blank: true });
    await expect(enter(bacKan, { choose: [], blank: true })).rejects.toMatchObject(
      refused("ballot/already-cast"),
    );
    expect((await papers()).map(({ delegate, blank }) => [delegate, blank])).toEqual([
      [bacKan, undefined],
      [haGiang, true],
    ]);
    expect((await seal()).tally).toMatchObject({
      collected: 4,
      valid: 4,
      blank: 1,
      votes: { [haGiang]: 1, [caoBang]: 1 },
      against: { [haGiang]: 2, [caoBang]: 2 },
    });
    await clerk.ballots.publishPoll({ ...box, body: { as: "figures" } });
    const { result } = await nobody.ballots.readRecord({ ...here.watcher, poll: "co" });
    expect(result?.choices).toEqual([
      { choose: [haGiang, caoBang], times: 1 },
      { choose: [], times: 2 },
    ]);
  });

  test("in secret: an envelope that marks none is no to all; only a paper, read out as such, is blank", async () => {
    const { box, vote, seal, read } = await aTable(yesNo);
    await vote({ [langSon]: [haGiang, caoBang], [tuyenQuang]: [] });
    for (const delegate of [bacKan, haGiang])
      await teller.ballots.givePaper({ ...box, delegate, body: { on: "paper" } });
    await seal();
    await read("may-1", [[], "blank"]);
    expect((await read("may-2", [[], "blank"], [1, 2])).poll).toMatchObject({
      tally: {
        collected: 4,
        valid: 4,
        blank: 1,
        votes: { [haGiang]: 1, [caoBang]: 1 },
        against: { [haGiang]: 2, [caoBang]: 2 },
      },
      choices: [
        { choose: [haGiang, caoBang], times: 1 },
        { choose: [], times: 2 },
      ],
    });
  });

  test("no device reports more blanks than there were papers, and where only who passed is told nobody reads who was against", async () => {
    const { box, vote, seal, read } = await aTable({ rule: { ...yesNo.rule, publish: "passed" } });
    await vote({ [langSon]: [haGiang], [tuyenQuang]: [] });
    await seal();
    const reading = { envelopes: 2, papers: 0, invalid: 0, votes: { [haGiang]: 1 } };
    await expect(
      teller.ballots.enterReading({
        ...box,
        device: "may-1",
        body: { ...reading, blank: 1, choices: [{ choose: [haGiang], times: 1 }] },
      }),
    ).rejects.toMatchObject(refused("reading/does-not-add-up", { is: "valid" }));
    await read("may-1");
    await read("may-2", [], [1, 2]);
    const published = await clerk.ballots.publishPoll({ ...box, body: {} });
    expect(published.tally).toMatchObject({ collected: 2, votes: {}, blank: 0 });
    expect(published.tally).not.toHaveProperty("against");
  });
});
