import { beforeAll, expect, test } from "vitest";
import { aConference, castSealed, holderOf, readOn, rehearsed, secretRule, wait } from "../hall.ts";
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

const council = "vhttdl";
let clerk: Caller;
let teller: Caller;
beforeAll(async () => {
  ({ clerk, teller } = await theCouncil(council));
});

test("a conference votes in secret from the ticket to the minutes", async () => {
  const here = await aCluster(clerk, "voting");
  const { at, ticketOf } = await aConference(clerk, here, members);
  const poll = { ...at, poll: "co" };
  await clerk.ballots.savePoll({
    ...poll,
    body: { for: "nomination", award: "CO_BT", candidates: [haGiang, caoBang], rule: secretRule },
  });
  await clerk.ballots.saveConference({
    ...at,
    body: {
      title: "Hội nghị tổng kết",
      at: "2027-01-17T01:00:00.000Z",
      agenda: [{ title: "Bầu cờ", poll: "co" }],
    },
  });
  const shares = await rehearsed(teller, at);
  for (const unit of [langSon, tuyenQuang, haGiang, caoBang])
    await clerk.ballots.checkIn({ ...at, delegate: unit });
  await clerk.ballots.showPoint({ ...at, body: { on: 0 } });
  await clerk.ballots.preparePoll({ ...poll, body: { conference: at.conference } });
  const opened = await clerk.ballots.openPoll({ ...poll, body: { conference: at.conference } });
  expect(opened).toMatchObject({ state: "open", slot: 1, meter: { entitled: 5, present: 4, quorum: true } });

  const votes = { [langSon]: [haGiang], [tuyenQuang]: [haGiang], [haGiang]: [haGiang], [caoBang]: [] };
  for (const [unit, choose] of Object.entries(votes)) {
    const phone = await castSealed(council, opened, ticketOf.get(unit) ?? "", choose);
    expect(await phone.send()).toEqual({ state: "in", no: 1, code: phone.code });
    expect(await phone.send()).toEqual({ state: "in", no: 1, code: phone.code });
  }
  await teller.ballots.givePaper({ ...poll, delegate: bacKan, body: { on: "paper" } });
  const late = await castSealed(council, opened, ticketOf.get(bacKan) ?? "", [caoBang]);
  await expect(late.send()).rejects.toMatchObject({ code: "ballot/on-paper" });
  const watcher = { council, conference: at.conference };
  expect(await nobody.ballots.readNow(watcher)).toMatchObject({ count: 5, of: 5 });

  await clerk.ballots.closePoll(poll);
  await expect(clerk.ballots.sealPoll(poll)).rejects.toMatchObject({ code: "poll/not-settled" });
  wait(11);
  const sealed = await teller.ballots.sealPoll(poll);
  expect(sealed.seal).toMatchObject({ envelopes: 4, papers: 1, present: 5 });
  expect(await readOn(teller, council, poll, "may-1", [shares[0], shares[2]], [[caoBang]])).toMatchObject({
    devices: 1,
    agree: false,
  });
  const { poll: counted } = await readOn(teller, council, poll, "may-2", [shares[1], shares[2]], [[caoBang]]);
  expect(counted).toMatchObject({
    state: "counted",
    tally: {
      entitled: 5,
      present: 5,
      collected: 5,
      valid: 5,
      blank: 1,
      votes: { [haGiang]: 3, [caoBang]: 1 },
      quorum: true,
    },
  });
  await clerk.ballots.publishPoll({ ...poll, body: {} });
  const day = await nobody.ballots.readDay({ ...watcher, version: 1 });
  expect(day.outcomes).toMatchObject([{ decision: { passed: [haGiang], percent: { [haGiang]: 60 } } }]);
  const minutes = await clerk.ballots.readMinutes(poll);
  expect(minutes.voted.map(({ delegate, on }) => [delegate, on])).toContainEqual([bacKan, "paper"]);
  const record = await nobody.ballots.readRecord({ ...watcher, poll: "co" });
  expect(Buffer.from(record.hashes, "base64url").length).toBe(4 * 16);
  await clerk.ballots.endConference(at);
  await expect(holderOf("khong-phai").ballots.readTicket(watcher)).rejects.toMatchObject({
    code: "ticket/unknown",
  });
});
