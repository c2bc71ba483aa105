import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { beforeAll, expect, test } from "vitest";
import { aBox, aDay } from "../hall.ts";
import {
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
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, teller, as } = await theCouncil(council));
});
const day = () => aDay({ council, clerk, teller });
const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");

test("where several of more than five may be chosen only totals are told, for a rare choice is a signature", async () => {
  await clerk.units.saveUnit({ unit: "so-moi", body: { name: "Sở mới", since: 2026 } });
  const six = [...members, "so-moi"];
  const here = await aDay({ council, clerk, teller }, members, { members: six });
  const rule = { choose: { min: 0, max: 3 }, seats: 3 };
  const chosen = { [langSon]: [haGiang, caoBang], [tuyenQuang]: [haGiang], [bacKan]: [] };
  const told = [];
  for (const [poll, candidates] of Object.entries({ "trong-sau": six, "trong-nam": members })) {
    const one = await aBox(here, poll, { candidates, rule, lasts: 60 });
    await one.vote(chosen);
    await one.seal();
    told.push(await one.count());
  }
  const [ofSix, ofFive] = told;
  expect(ofSix).toMatchObject({
    state: "counted",
    tally: { blank: 1, votes: { [haGiang]: 2, [caoBang]: 1 } },
  });
  expect(ofSix).not.toHaveProperty("choices");
  expect(ofFive?.choices).toHaveLength(3);
});

test("whoever holds the record alone counts again: what was fixed, the envelopes' root, the choices, who passed", async () => {
  const here = await day();
  const { box, seal, vote, count, phone } = await aBox(here, "co");
  const mine = await phone(bacKan, [haGiang]);
  await mine.send();
  await vote({ [langSon]: [haGiang], [tuyenQuang]: [haGiang], [caoBang]: [] });
  await seal();
  await count();
  await clerk.ballots.publishPoll({ ...box, body: {} });
  const record = await nobody.ballots.readRecord({ ...here.watcher, poll: "co" });

  expect(sha256(canonicalize(record.fixed) ?? "")).toBe(record.bound);
  const bytes = Buffer.from(record.hashes, "base64url");
  const hashes = Array.from({ length: bytes.length / 16 }, (_, at) => bytes.subarray(at * 16, at * 16 + 16));
  expect(hashes).toHaveLength(record.seal?.envelopes ?? 0);
  expect(hashes.toSorted(Buffer.compare)).toEqual(hashes);
  expect(sha256(Buffer.concat(hashes))).toBe(record.seal?.root);
  const code = sha256(Buffer.from(mine.sealed, "base64url")).slice(0, 32);
  expect(hashes.map((hash) => hash.toString("hex"))).toContain(code);

  const { tally, choices = [], decision, digest } = record.result ?? {};
  const papers = choices.flatMap(({ choose, times }) => Array.from({ length: times }, () => choose));
  expect(papers).toHaveLength((record.seal?.envelopes ?? 0) + (record.seal?.papers ?? 0));
  const { candidates, rule } = record.fixed as { candidates: string[]; rule: { threshold: object } };
  const votes = candidates.map((id) => [id, papers.filter((choose) => choose.includes(id)).length]);
  expect(tally?.votes).toEqual(Object.fromEntries(votes));
  expect(tally).toMatchObject({
    valid: papers.length,
    blank: papers.filter((one) => one.length === 0).length,
  });
  expect(rule.threshold).toEqual({ base: "members", moreThan: "1/2" });
  const passed = candidates.filter((id) => 2 * (tally?.votes[id] ?? 0) > (tally?.entitled ?? 0));
  expect(decision).toEqual({ passed, tied: [], percent: { [haGiang]: 60, [caoBang]: 0 } });
  expect(sha256(canonicalize({ poll: "co", tally, choices }) ?? "")).toBe(digest);
});

test("the minutes say who voted and how it came out, in the order of names and not of votes", async () => {
  const here = await day();
  const { box, opened, seal, vote, count } = await aBox(here, "co");
  await vote({ [tuyenQuang]: [haGiang], [langSon]: [caoBang], [caoBang]: [haGiang] });
  await teller.ballots.givePaper({ ...box, delegate: bacKan, body: { on: "paper" } });
  const { seal: sealed } = await seal();
  await count([[haGiang]]);
  const minutes = await clerk.ballots.readMinutes(box);
  expect(minutes).toMatchObject({
    poll: { rule: opened.rule, meter: opened.meter, seal: sealed },
    decision: { passed: [haGiang], tied: [], percent: { [haGiang]: 60, [caoBang]: 20 } },
    base: 5,
    tellers: [{ id: "kiem-phieu", name: "Tổ kiểm phiếu" }],
    names: [
      { id: haGiang, name: "Sở VHTTDL Hà Giang" },
      { id: caoBang, name: "Sở VHTTDL Cao Bằng" },
    ],
  });
  expect(minutes.voted.map(({ delegate, on }) => `${delegate} ${on}`)).toEqual([
    `${bacKan} paper`,
    `${caoBang} phone`,
    `${langSon} phone`,
    `${tuyenQuang} phone`,
  ]);
  expect(minutes.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  await clerk.ballots.publishPoll({ ...box, body: {} });
  const record = await nobody.ballots.readRecord({ ...here.watcher, poll: "co" });
  expect(minutes.result).toBe(record.result?.digest);
  await expect(as(caoBang).ballots.readMinutes(box)).rejects.toMatchObject({ code: "caller/not-allowed" });
});

test("a tie is voted on again, and what the second round gives is told as passed", async () => {
  const here = await day();
  const rule = { threshold: { base: "members", atLeast: "2/5" } } as const;
  const first = await aBox(here, "co", { rule, lasts: 60 });
  await first.vote({
    [langSon]: [haGiang],
    [tuyenQuang]: [haGiang],
    [bacKan]: [caoBang],
    [caoBang]: [caoBang],
  });
  await first.seal();
  await first.count();
  await clerk.ballots.publishPoll({ ...first.box, body: {} });
  const second = await aBox(here, "co-2", { rule, round: 2, candidates: [] });
  expect(second.opened.candidates).toEqual([haGiang, caoBang]);
  await second.vote({ [langSon]: [haGiang], [tuyenQuang]: [haGiang], [caoBang]: [caoBang] });
  await second.seal();
  await second.count();
  await clerk.ballots.publishPoll({ ...second.box, body: {} });
  const { outcomes } = await nobody.ballots.readDay({ ...here.watcher, version: 7 });
  expect(outcomes.map(({ poll, decision }) => [poll, decision.passed, decision.tied])).toEqual([
    ["co", [], [haGiang, caoBang]],
    ["co-2", [haGiang], []],
  ]);
});

test("an outsider finds no record of what never opened, or opened elsewhere", async () => {
  const [here, there] = [await day(), await day()];
  const { box } = await aBox(here, "co");
  const read = (conference: string, poll: string) => nobody.ballots.readRecord({ council, conference, poll });
  expect(await read(box.conference, "co")).toMatchObject({ state: "open", hashes: "" });
  for (const [conference, poll] of [
    [box.conference, "khong-co"],
    [there.at.conference, "co"],
  ] as const)
    await expect(read(conference, poll)).rejects.toMatchObject({ code: "poll/unknown" });
  await expect(read("khong-co", "co")).rejects.toMatchObject({ code: "conference/unknown" });
});
