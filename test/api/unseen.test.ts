import { beforeAll, expect, test, vi } from "vitest";
import { aBox, aDay, holderOf, type Question } from "../hall.ts";
import { askEngine, type RawItem } from "../watched-engine.ts";
import {
  type Caller,
  caoBang,
  haGiang,
  join,
  langSon,
  local,
  members,
  nobody,
  theCouncil,
} from "../world.ts";

/* What is not to be seen: a result before it is shown, figures where none are published, and who chose what ever. */
const council = "vhttdl";
let clerk: Caller;
let teller: Caller;
let auditor: Caller;
let councillor: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, teller, as } = await theCouncil(council));
  auditor = await join(clerk, "thanh-tra", { name: "Thanh tra", role: "auditor" });
  councillor = await join(clerk, "uy-vien", { name: "Ủy viên hội đồng", role: "member" });
});
const day = () => aDay({ council, clerk, teller });
const result = ["tally", "choices", "voters", "answers", "decided"];

/** Five ballots, of which `haGiang` has three, counted by two devices and not shown yet. */
async function counted(question: Question = {}, votes?: Record<string, string[]>) {
  const here = await day();
  const one = await aBox(here, "co", question);
  await clerk.ballots.saveConference({
    ...here.at,
    body: { title: "Hội nghị", at: "2027-01-17T01:00:00.000Z", agenda: [{ title: "Cờ", poll: "co" }] },
  });
  await clerk.ballots.showPoint({ ...here.at, body: { on: 0 } });
  const [a = "", b = "", c = "", d = "", e = ""] = members;
  const three = { [a]: [haGiang], [b]: [haGiang], [c]: [haGiang], [d]: [caoBang], [e]: [] };
  await one.vote(votes ?? three);
  await one.seal();
  await one.count();
  return { ...one, watcher: here.watcher, here };
}
let looks = 0;
/** What watchers see. Each look asks for a version of its own, for the edge keeps an answer for two seconds. */
const watched = async (watcher: { council: string; conference: string }) => ({
  now: await nobody.ballots.readNow(watcher),
  day: await nobody.ballots.readDay({ ...watcher, version: ++looks }),
  record: await nobody.ballots.readRecord({ ...watcher, poll: "co" }),
});
const listed = async (caller: Caller, at: { year: number; cluster: string }) =>
  (await caller.ballots.listPolls(at)).find(({ poll }) => poll.poll === "co");

test("before it is shown nobody but the table and the chair learns what came of a poll", async () => {
  const { box, watcher } = await counted();
  for (const caller of [as(caoBang), auditor, councillor]) {
    const { poll, decision } = (await listed(caller, box)) ?? {};
    expect(poll).toMatchObject({ state: "sealed", seal: { envelopes: 5 } });
    expect(decision).toBeUndefined();
    for (const field of result) expect(poll).not.toHaveProperty(field);
  }
  for (const caller of [auditor, councillor]) {
    const { poll, decision, base, result: digest, voted } = await caller.ballots.readMinutes(box);
    expect({ state: poll.state, decision, base, digest }).toEqual({ state: "sealed", base: 0, digest: "" });
    for (const field of result) expect(poll).not.toHaveProperty(field);
    expect(voted).toHaveLength(5);
  }
  const seen = await watched(watcher);
  expect(seen.now).toMatchObject({ count: 5, of: 5 });
  expect(seen.day.question?.state).toBe("sealed");
  expect(seen.day.outcomes).toEqual([]);
  expect(seen.record).not.toHaveProperty("result");
  for (const caller of [clerk, teller, as(langSon)])
    expect((await listed(caller, box))?.poll).toMatchObject({ state: "counted", tally: { collected: 5 } });

  await clerk.ballots.publishPoll({ ...box, body: {} });
  expect((await listed(as(caoBang), box))?.decision).toMatchObject({ passed: [haGiang] });
  expect((await watched(watcher)).day.outcomes).toMatchObject([
    { tally: { votes: { [haGiang]: 3, [caoBang]: 1 } }, base: 5, decision: { passed: [haGiang] } },
  ]);
});

test("the chair's word on a tie is not seen before the result is", async () => {
  const rule = { tie: "chair", threshold: { base: "members", atLeast: "2/5" } } as const;
  const [a = "", b = "", c = "", d = ""] = members;
  const votes = { [a]: [haGiang], [b]: [haGiang], [c]: [caoBang], [d]: [caoBang] };
  const { box } = await counted({ rule }, votes);
  expect((await listed(clerk, box))?.decision).toMatchObject({ passed: [], tied: [haGiang, caoBang] });
  await clerk.ballots.decidePoll({ ...box, body: { decided: [caoBang] } });
  expect((await listed(as(caoBang), box))?.poll).not.toHaveProperty("decided");
  await clerk.ballots.publishPoll({ ...box, body: {} });
  expect((await listed(as(caoBang), box))?.decision).toMatchObject({ passed: [caoBang] });
});

test("a poll that is void after it was counted never tells what was counted", async () => {
  const { box, watcher } = await counted();
  const voided = await clerk.ballots.voidPoll({ ...box, body: { reason: "Khiếu nại về danh sách" } });
  for (const poll of [voided, (await listed(clerk, box))?.poll, (await listed(as(caoBang), box))?.poll]) {
    expect(poll?.state).toBe("void");
    for (const field of result) expect(poll).not.toHaveProperty(field);
  }
  expect((await clerk.ballots.readMinutes(box)).result).toBe("");
  expect((await watched(watcher)).record).not.toHaveProperty("result");
});

test("where only who passed is published no figure leaves, to whomever and by whatever way", async () => {
  const { box, watcher } = await counted({ rule: { publish: "passed" } });
  const told = [
    await clerk.ballots.publishPoll({ ...box, body: { as: "figures" } }),
    await clerk.ballots.publishPoll({ ...box, body: {} }),
    await clerk.ballots.closePoll(box),
    await teller.ballots.sealPoll(box),
    (await teller.ballots.readEnvelopes(box)).poll,
    (await teller.ballots.countPoll(box)).poll,
    (await clerk.ballots.readMinutes(box)).poll,
    (await listed(clerk, box))?.poll,
  ];
  for (const [place, poll] of told.entries()) {
    expect(poll?.tally, `${place}`).toMatchObject({ collected: 5, valid: 5, blank: 0, votes: {} });
    for (const field of ["choices", "answers", "voters"]) expect(poll, `${place}`).not.toHaveProperty(field);
  }
  const { day: shown, record } = await watched(watcher);
  expect(shown.outcomes).toMatchObject([
    { tally: { votes: {} }, decision: { passed: [haGiang], percent: {} } },
  ]);
  expect(record.result).toMatchObject({ tally: { votes: {} }, decision: { passed: [haGiang] } });
  expect(record.result).not.toHaveProperty("choices");
  expect((await clerk.ballots.readMinutes(box)).result).toBe(record.result?.digest);
});

test("a unanimous result tells what each one chose, so the chair is asked first", async () => {
  const alike = Object.fromEntries(members.map((unit) => [unit, [haGiang]]));
  const { box, watcher } = await counted({}, alike);
  await expect(clerk.ballots.publishPoll({ ...box, body: {} })).rejects.toMatchObject({
    code: "poll/unanimous",
  });
  expect((await watched(watcher)).day.outcomes).toEqual([]);
  await as(langSon).ballots.publishPoll({ ...box, body: { as: "passed" } });
  expect((await watched(watcher)).day.outcomes).toMatchObject([
    { tally: { votes: {} }, decision: { passed: [haGiang], percent: {} } },
  ]);
  const shown = await counted({}, alike);
  await clerk.ballots.publishPoll({ ...shown.box, body: { as: "figures" } });
  expect((await watched(shown.watcher)).day.outcomes).toMatchObject([{ tally: { votes: { [haGiang]: 5 } } }]);
  const blank = await counted({}, Object.fromEntries(members.map((unit) => [unit, []])));
  await expect(clerk.ballots.publishPoll({ ...blank.box, body: {} })).rejects.toMatchObject({
    code: "poll/unanimous",
  });
});

/** Every item there is, as the engine holds it. */
async function everything(): Promise<RawItem[]> {
  const { Items, LastEvaluatedKey } = await askEngine(local.endpoint, "Scan", {
    TableName: local.tableName,
    ConsistentRead: true,
  });
  if (!LastEvaluatedKey) return Items;
  const more = await askEngine(local.endpoint, "Scan", {
    TableName: local.tableName,
    ConsistentRead: true,
    ExclusiveStartKey: LastEvaluatedKey,
  });
  return [...Items, ...more.Items];
}

test("after a vote no item, reply or log line holds a choice in clear beside a delegate", async () => {
  const lines: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((line) => void lines.push(String(line)));
  const { LOG } = process.env;
  process.env["LOG"] = "on";
  // The one who votes for a unit that is nobody's delegate: its name beside a delegate's is a choice.
  const here = await day();
  const chosen = "bac-kan";
  const one = await aBox(here, "co", { candidates: [chosen, haGiang] });
  const nameOf = (item: RawItem) => [item["pk"]?.S, item["sk"]?.S, item["r"]?.N].join(" ");
  const before = new Set((await everything()).map(nameOf));
  const since = async () =>
    (await everything()).filter((item) => !before.has(nameOf(item))).map((item) => JSON.stringify(item));
  lines.splice(0);
  const replies: string[] = [];
  for (const unit of [langSon, caoBang]) {
    replies.push(JSON.stringify(await (await one.phone(unit, [chosen])).send()));
    const found = await holderOf(here.ticketOf.get(unit) ?? "").ballots.findBallot({
      ...here.watcher,
      poll: "co",
    });
    replies.push(JSON.stringify(found));
  }
  const made = await since();
  log.mockRestore();
  if (LOG === undefined) delete process.env["LOG"];
  else process.env["LOG"] = LOG;

  expect(made).toHaveLength(2);
  expect(lines.length).toBe(4);
  for (const text of [...made, ...replies, ...lines]) expect(text).not.toContain(chosen);
  for (const line of lines) {
    expect(Object.keys(JSON.parse(line)).toSorted()).toEqual(["method", "path", "status"]);
    for (const unit of [langSon, caoBang]) expect(line).not.toContain(unit);
  }
  expect(lines.join()).not.toContain(here.ticketOf.get(langSon));

  await one.seal();
  await one.count();
  await clerk.ballots.publishPoll({ ...one.box, body: { as: "figures" } });
  const kept = await since();
  expect(kept.length).toBeGreaterThan(4);
  const poll = kept.filter(
    (item) => item.includes(chosen) && (item.includes(langSon) || item.includes(caoBang)),
  );
  expect(poll).toEqual([]);
  const { record, day: shown } = await watched(here.watcher);
  for (const text of [record, shown].map((value) => JSON.stringify(value)))
    for (const unit of [langSon, caoBang]) expect(text).not.toContain(unit);
});
