import { beforeAll, describe, expect, test } from "vitest";
import { aBox, aDay, type Day, holderOf, type Question } from "../hall.ts";
import { bacKan, type Caller, caoBang, haGiang, langSon, theCouncil, tuyenQuang } from "../world.ts";
import { ends } from "./asked.ts";

const council = "vhttdl";
let clerk: Caller;
let teller: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, teller, as } = await theCouncil(council));
});
const day = () => aDay({ council, clerk, teller });
type Reading = Parameters<Caller["ballots"]["enterReading"]>[0]["body"];

/** Three envelopes for `haGiang`, one blank, one for `caoBang`, a paper each for both; sealed. */
async function sealed(here: Day, question: Question = {}) {
  const one = await aBox(here, "co", question);
  await one.vote({ [langSon]: [haGiang], [tuyenQuang]: [haGiang], [caoBang]: [] });
  for (const delegate of [haGiang, bacKan])
    await teller.ballots.givePaper({ ...one.box, delegate, body: { on: "paper" } });
  await one.seal();
  const enter = (device: string, body: Reading) => teller.ballots.enterReading({ ...one.box, device, body });
  return { ...one, enter };
}
/** What those are, read right. */
const right: Reading = {
  envelopes: 3,
  papers: 2,
  invalid: 0,
  blank: 1,
  votes: { [haGiang]: 3, [caoBang]: 1 },
  choices: [
    { choose: [caoBang], times: 1 },
    { choose: [haGiang], times: 3 },
    { choose: [], times: 1 },
  ],
};
/** The same but for one paper, as somebody might read it. */
const other = (choose: string[]): Reading => ({
  ...right,
  blank: choose.length === 0 ? 2 : 1,
  votes: { [haGiang]: 2 + Number(choose[0] === haGiang), [caoBang]: 1 + Number(choose[0] === caoBang) },
  choices: [
    { choose: [caoBang], times: 1 + Number(choose[0] === caoBang) },
    { choose: [haGiang], times: 2 + Number(choose[0] === haGiang) },
    { choose: [], times: 1 + Number(choose.length === 0) },
  ],
});
const papers = [[haGiang], [caoBang]];

describe("two devices", () => {
  test("that read the same count the poll; sending again changes nothing", async () => {
    const { read, enter } = await sealed(await day());
    for (const _ of [1, 2]) expect(await read("may-1", papers)).toMatchObject({ devices: 1, agree: false });
    await expect(enter("may-1", other([caoBang]))).rejects.toMatchObject({ code: "reading/entered" });
    const { poll, devices, agree } = await read("may-2", papers, [2, 0]);
    expect({ state: poll.state, devices, agree }).toEqual({ state: "counted", devices: 2, agree: true });
    expect(poll.tally).toEqual({
      entitled: 5,
      present: 5,
      issued: 5,
      collected: 5,
      valid: 5,
      blank: 1,
      votes: { [haGiang]: 3, [caoBang]: 1 },
      quorum: true,
    });
    expect(poll.choices).toEqual(right.choices);
    expect(await enter("may-2", right)).toEqual({ poll, devices: 2, agree: true });
    expect(await enter("may-3", other([]))).toEqual({ poll, devices: 2, agree: false });
  });

  test("that enter at the same moment count it once, whichever was first", async () => {
    const { enter, box } = await sealed(await day());
    const told = await ends(enter("may-1", right), enter("may-2", right));
    expect(told).toContain("done");
    for (const end of told) expect(end).toMatch(/^(done|poll\/changed-meanwhile)$/);
    expect(await enter("may-1", right)).toMatchObject({ poll: { state: "counted" }, agree: true });
    const { voted, tellers } = await clerk.ballots.readMinutes(box);
    expect(voted).toHaveLength(5);
    expect(tellers).toEqual([{ id: "kiem-phieu", name: "Tổ kiểm phiếu" }]);
  });

  test("that differ leave it to a third, and two of the three decide", async () => {
    const { enter } = await sealed(await day());
    await enter("may-1", right);
    expect(await enter("may-2", other([caoBang]))).toMatchObject({
      poll: { state: "sealed" },
      devices: 2,
      agree: false,
    });
    const { poll, agree } = await enter("may-3", right);
    expect(agree).toBe(true);
    expect(poll).toMatchObject({ state: "counted", tally: { votes: { [haGiang]: 3, [caoBang]: 1 } } });
    expect(await enter("may-2", other([caoBang]))).toMatchObject({ devices: 3, agree: false });
  });

  test("and a third that all differ make the poll void, and its envelopes are given no more", async () => {
    const { enter, box } = await sealed(await day());
    for (const [device, body] of [
      ["may-1", right],
      ["may-2", other([caoBang])],
      ["may-3", other([])],
    ] as const)
      await enter(device, body);
    const { poll } = await clerk.ballots.readMinutes(box);
    expect(poll).toMatchObject({ state: "void", voided: { by: "kiem-phieu", reason: expect.any(String) } });
    expect(poll).not.toHaveProperty("tally");
    expect(await enter("may-3", other([]))).toMatchObject({ poll: { state: "void" }, agree: false });
    await expect(teller.ballots.readEnvelopes(box)).rejects.toMatchObject({ code: "poll/not-now" });
  });
});

test("an envelope that does not open or holds no ballot is invalid, and the count goes on", async () => {
  const here = await day();
  const one = await aBox(here, "co", { candidates: [haGiang] });
  await one.vote({ [langSon]: [haGiang] });
  const { sealed: bytes } = await one.phone(caoBang, []);
  await holderOf(here.ticketOf.get(caoBang) ?? "").ballots.sendBallot({
    ...here.watcher,
    poll: "co",
    body: { sealed: `${bytes.slice(0, 100)}${bytes[100] === "A" ? "B" : "A"}${bytes.slice(101)}` },
  });
  await one.seal();
  expect((await one.count()).tally).toMatchObject({
    collected: 2,
    valid: 1,
    blank: 0,
    votes: { [haGiang]: 1 },
  });
});

test("a reading waits for the seal, is the tellers', and is of no other device's making", async () => {
  const here = await day();
  const one = await aBox(here, "co");
  const body = { ...right, envelopes: 0, papers: 0, blank: 0, votes: {}, choices: [] };
  const enter = (who: Caller) => who.ballots.enterReading({ ...one.box, device: "may-1", body });
  expect(await ends(enter(teller), enter(as(langSon)))).toEqual(["poll/not-now", "caller/not-allowed"]);
  await one.seal();
  expect(await enter(clerk)).toMatchObject({ devices: 1, agree: false });
  await expect(as(langSon).ballots.readEnvelopes(one.box)).rejects.toMatchObject({
    code: "caller/not-allowed",
  });
});

describe("a reading that does not add up", () => {
  let enter: Awaited<ReturnType<typeof sealed>>["enter"];
  beforeAll(async () => {
    ({ enter } = await sealed(await day()));
  });

  test.for<[string, Partial<Reading>, string]>([
    ["an envelope more", { envelopes: 4 }, "envelopes"],
    ["a paper more than was given", { papers: 3 }, "papers"],
    ["more invalid than there are", { invalid: 6 }, "valid"],
    ["more blank than valid", { blank: 6 }, "valid"],
    ["votes for a stranger", { votes: { [haGiang]: 3, [bacKan]: 1 } }, "votes"],
    ["a vote more than papers", { votes: { [haGiang]: 4, [caoBang]: 1 } }, "votes"],
    ["a vote moved", { votes: { [haGiang]: 2, [caoBang]: 2 } }, "choices"],
    ["no choices", { choices: undefined }, "choices"],
    ["choices as they lay in the box", { choices: right.choices?.toReversed() }, "choices"],
  ])("with %s is refused, and nothing of it is kept", async ([, lie, is]) => {
    await expect(enter("may-1", { ...right, ...lie })).rejects.toMatchObject({
      code: "reading/does-not-add-up",
      about: { is },
    });
    expect((await enter("may-2", right)).devices).toBe(1);
  });
});
