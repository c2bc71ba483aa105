import { beforeAll, describe, expect, test } from "vitest";
import { type At, aConference, aDay, aQuestion, secretRule } from "../hall.ts";
import {
  aCluster,
  bacKan,
  type Caller,
  caoBang,
  haGiang,
  langSon,
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
const cast = () => ({ council, clerk, teller });
const plan = { title: "Hội nghị tổng kết", at: "2027-01-17T01:00:00.000Z", agenda: [] };
const delegate = (id: string, unit?: string) => ({
  delegate: id,
  name: `Đại biểu ${id}`,
  ...(unit && { unit }),
});
const roll = (at: At, ...delegates: ReturnType<typeof delegate>[]) =>
  clerk.ballots.saveRoll({ ...at, body: { delegates } });
const refused = (code: string) => ({ code });

describe("the plan of a conference", () => {
  test("is what was said last: what is left out is gone, and the roll stays", async () => {
    const { at } = await aConference(clerk, await aCluster(clerk, "running"), members);
    const help = "Anh Nam, bàn số 1";
    const place = "Hội trường Bộ";
    await clerk.ballots.saveConference({ ...at, body: { ...plan, help, place, selfCheckIn: true } });
    expect(await clerk.ballots.saveConference({ ...at, body: { ...plan, place } })).toEqual({
      ...at,
      ...plan,
      place,
      selfCheckIn: false,
      slots: 0,
      roll: { count: 5, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  test("names polls that are there, each once", async () => {
    const { at } = await aConference(clerk, await aCluster(clerk, "running"), members);
    await aQuestion(cast(), at, "co", {});
    const point = (poll: string) => ({ title: "Bầu cờ", poll });
    for (const agenda of [[point("khong-co")], [point("co"), point("co")]])
      await expect(clerk.ballots.saveConference({ ...at, body: { ...plan, agenda } })).rejects.toMatchObject(
        refused("poll/unknown"),
      );
    expect(
      await clerk.ballots.saveConference({ ...at, body: { ...plan, agenda: [point("co")] } }),
    ).toMatchObject({ agenda: [{ poll: "co" }] });
  });

  test("of two who save it at once one is told", async () => {
    const { at } = await aConference(clerk, await aCluster(clerk, "running"), members);
    const titles = ["Buổi sáng", "Buổi chiều", "Buổi tối"];
    const told = await ends(
      ...titles.map((title) => clerk.ballots.saveConference({ ...at, body: { ...plan, title } })),
    );
    expect(new Set(told)).toEqual(new Set(["done", "conference/changed-meanwhile"]));
    const { conference } = await clerk.ballots.readConference(at);
    expect(told[titles.indexOf(conference.title)]).toBe("done");
  });

  test("is of one cluster: from another it is unknown, and its name is not taken twice", async () => {
    const { at } = await aConference(clerk, await aCluster(clerk, "running"), members, "hn-chung");
    const other = { ...at, ...(await aCluster(clerk, "running")) };
    const codes = await ends(
      clerk.ballots.readConference(other),
      clerk.ballots.saveRoll({ ...other, body: { delegates: [] } }),
      clerk.ballots.makeTickets({ ...other, body: {} }),
      clerk.ballots.readConference({ ...at, conference: "hn-khac" }),
    );
    expect(new Set(codes)).toEqual(new Set(["conference/unknown"]));
    await expect(clerk.ballots.saveConference({ ...other, body: plan })).rejects.toMatchObject(
      refused("conference/changed-meanwhile"),
    );
    expect(await clerk.ballots.listConferences(other)).toEqual([]);
    expect(await clerk.ballots.listConferences(at)).toMatchObject([{ conference: "hn-chung" }]);
  });

  test("has a name that leaves room for what is named after it", async () => {
    const cluster = await aCluster(clerk, "voting");
    await expect(aConference(clerk, cluster, members, "h".repeat(37))).rejects.toMatchObject(
      refused("request/malformed"),
    );
  });
});

describe("the roll", () => {
  test("is the whole of it: who is not named is not on it any more", async () => {
    const { at } = await aConference(clerk, await aCluster(clerk, "running"), members);
    await roll(at, delegate("an", langSon), delegate("binh"));
    const { conference, delegates } = await clerk.ballots.readConference(at);
    expect(conference.roll?.count).toBe(2);
    expect(delegates).toEqual([
      { ...delegate("an", langSon), ticket: false, present: false, tried: false },
      { ...delegate("binh"), ticket: false, present: false, tried: false },
    ]);
  });

  test("of five thousand delegates comes back as it was given, and shrinks to one", async () => {
    const { at } = await aConference(clerk, await aCluster(clerk, "running"), members);
    const all = Array.from({ length: 5000 }, (_, no) => delegate(`d-${no}`));
    await roll(at, ...all);
    const { delegates } = await clerk.ballots.readConference(at);
    expect(delegates.map((one) => one.delegate)).toEqual(all.map((one) => one.delegate));
    await roll(at, delegate("an"));
    expect((await clerk.ballots.readConference(at)).delegates).toHaveLength(1);
  });

  test.for([
    ["somebody twice", [delegate("an"), delegate("binh"), delegate("an")], "roll/delegate-twice"],
    ["a unit that does not take part", [delegate("an", "so-khac")], "unit/unknown"],
  ] as const)("with %s is refused, and the one before stays", async ([, delegates, code]) => {
    const { at } = await aConference(clerk, await aCluster(clerk, "running"), members);
    await expect(roll(at, ...delegates)).rejects.toMatchObject(refused(code));
    expect((await clerk.ballots.readConference(at)).delegates).toHaveLength(5);
  });

  test("is needed before a box opens, with one delegate of each unit where units vote", async () => {
    const { at } = await aDay(cast());
    await aQuestion(cast(), at, "co", {});
    const open = () =>
      clerk.ballots.openPoll({ ...at, poll: "co", body: { conference: at.conference, withoutQuorum: true } });
    const bare = { ...at, conference: `${at.conference}-2` };
    await clerk.ballots.saveConference({ ...bare, body: plan });
    await expect(
      clerk.ballots.openPoll({ ...at, poll: "co", body: { conference: bare.conference } }),
    ).rejects.toMatchObject(refused("roll/missing"));
    await expect(clerk.ballots.openRehearsal(bare)).rejects.toMatchObject(refused("roll/missing"));

    await roll(at, delegate("an", langSon), delegate("binh", langSon));
    await expect(open()).rejects.toMatchObject({ ...refused("roll/unit-twice"), about: { unit: langSon } });
    await roll(at, delegate("an", langSon), delegate("binh"));
    expect(await open()).toMatchObject({ state: "open", meter: { entitled: 5, present: 0, quorum: false } });
  });

  test("is held fast while a box is open or waits to be counted, and moves again after", async () => {
    const { at } = await aDay(cast());
    await aQuestion(cast(), at, "co", {});
    const poll = { ...at, poll: "co" };
    await clerk.ballots.openPoll({ ...poll, body: { conference: at.conference } });
    const change = () => roll(at, delegate("an", langSon));
    await expect(change()).rejects.toMatchObject({ ...refused("roll/held-fast"), about: { poll: "co" } });
    await clerk.ballots.closePoll(poll);
    await expect(change()).rejects.toMatchObject(refused("roll/held-fast"));
    expect((await clerk.ballots.readConference(at)).delegates).toHaveLength(5);
    await clerk.ballots.voidPoll({ ...poll, body: { reason: "Mất mạng" } });
    expect(await change()).toMatchObject({ roll: { count: 1 } });
  });

  test("of a roll and a box at the same moment one is told to come again", async () => {
    const { at } = await aDay(cast());
    await aQuestion(cast(), at, "co", {});
    const told = await ends(
      clerk.ballots.openPoll({ ...at, poll: "co", body: { conference: at.conference } }),
      roll(at, ...members.map((unit) => delegate(`moi-${unit}`, unit))),
    );
    expect(told.filter((end) => end !== "done").length).toBeGreaterThan(0);
    for (const end of told)
      expect(end).toMatch(
        /^(done|conference\/changed-meanwhile|roll\/held-fast|roll\/missing|poll\/no-quorum)$/,
      );
    const { conference } = await clerk.ballots.readConference(at);
    const [{ poll } = {}] = await clerk.ballots.listPolls(at);
    if (told[0] === "done") expect(poll?.roll).toEqual(conference.roll);
  });
});

describe("checking in", () => {
  const present = async (at: At) =>
    (await clerk.ballots.readConference(at)).delegates.filter((one) => one.present).map((one) => one.name);

  test("by name, once or twice, and nobody who is not on the roll", async () => {
    const { at } = await aConference(clerk, await aCluster(clerk, "voting"), members);
    for (const unit of [haGiang, haGiang])
      expect(await teller.ballots.checkIn({ ...at, delegate: unit })).toMatchObject({ delegate: unit });
    expect(await present(at)).toEqual([`Đại biểu ${haGiang}`]);
    await expect(clerk.ballots.checkIn({ ...at, delegate: "khach" })).rejects.toMatchObject(
      refused("roll/delegate-unknown"),
    );
    await expect(as(bacKan).ballots.checkIn({ ...at, delegate: bacKan })).rejects.toMatchObject(
      refused("caller/not-allowed"),
    );
    const watcher = { council, conference: at.conference };
    expect(await nobody.ballots.readNow(watcher)).toMatchObject({ count: 1, of: 5 });
  });

  test("decides the quorum when the box opens: too few in the hall has to be seen by the chair", async () => {
    const { at } = await aDay(cast(), [langSon, tuyenQuang, haGiang]);
    await aQuestion(cast(), at, "co", { rule: { quorum: { of: "members", atLeast: "2/3" } } });
    const poll = { ...at, poll: "co" };
    await expect(
      clerk.ballots.openPoll({ ...poll, body: { conference: at.conference } }),
    ).rejects.toMatchObject({ ...refused("poll/no-quorum"), about: { present: 3, entitled: 5 } });
    const open = () =>
      as(langSon).ballots.openPoll({ ...poll, body: { conference: at.conference, withoutQuorum: true } });
    const opened = await open();
    expect(opened.meter).toEqual({ entitled: 5, present: 3, quorum: false });
    await clerk.ballots.checkIn({ ...at, delegate: caoBang });
    expect((await open()).meter).toEqual(opened.meter);
  });
});

test("after its end nothing of a conference changes", async () => {
  const { at } = await aDay(cast());
  await aQuestion(cast(), at, "co", { rule: secretRule });
  await clerk.ballots.saveConference({ ...at, body: { ...plan, agenda: [{ title: "Khai mạc" }] } });
  const ended = await clerk.ballots.endConference(at);
  expect(await clerk.ballots.endConference(at)).toEqual(ended);
  const codes = await ends(
    clerk.ballots.saveConference({ ...at, body: plan }),
    roll(at, delegate("an")),
    clerk.ballots.makeTickets({ ...at, body: {} }),
    clerk.ballots.checkIn({ ...at, delegate: haGiang }),
    clerk.ballots.checkInByTicket({ ...at, body: { ticket: "khong-phai" } }),
    clerk.ballots.showPoint({ ...at, body: { on: 0 } }),
    clerk.ballots.openRehearsal(at),
    clerk.ballots.preparePoll({ ...at, poll: "co", body: { conference: at.conference } }),
    clerk.ballots.openPoll({ ...at, poll: "co", body: { conference: at.conference } }),
  );
  expect(new Set(codes)).toEqual(new Set(["conference/ended"]));
});
