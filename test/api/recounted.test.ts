import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aBox, aConference, aDay, castSealed, readOn, rehearsed } from "../hall.ts";
import {
  aCluster,
  bacKan,
  caoBang,
  haGiang,
  langSon,
  local,
  members,
  nobody,
  theCouncil,
  tuyenQuang,
} from "../world.ts";

const council = "vhttdl";
const rule = {
  secret: true,
  voter: "delegate",
  ownUnit: true,
  quorum: { of: "members", atLeast: "2/3" },
  threshold: { base: "members", moreThan: "1/2" },
  choose: { min: 0, max: 1 },
  seats: 1,
  tie: "second-round",
  publish: "figures",
  written: true,
} as const;

/** A whole poll with a blank envelope, a paper and a letter; gives its published record and a phone's code. */
async function aPublishedPoll() {
  const { clerk, teller } = await theCouncil(council);
  const { at, ticketOf } = await aConference(clerk, await aCluster(clerk, "voting"), members);
  const poll = { ...at, poll: "co" };
  await clerk.ballots.savePoll({
    ...poll,
    body: { for: "nomination", award: "CO_BT", candidates: [haGiang, caoBang], rule },
  });
  const [one, two, three] = await rehearsed(teller, at);
  const there = members.filter((unit) => unit !== bacKan);
  for (const delegate of there) await clerk.ballots.checkIn({ ...at, delegate });
  await clerk.ballots.preparePoll({ ...poll, body: { conference: at.conference } });
  const opened = await clerk.ballots.openPoll({ ...poll, body: { conference: at.conference } });
  const phones = there
    .filter((unit) => unit !== caoBang)
    .map((unit) => castSealed(council, opened, ticketOf.get(unit) ?? "", unit === langSon ? [] : [haGiang]));
  const codes: string[] = [];
  for (const phone of await Promise.all(phones)) codes.push((await phone.send()).code ?? "");
  await teller.ballots.givePaper({ ...poll, delegate: caoBang, body: { on: "paper" } });
  await teller.ballots.givePaper({ ...poll, delegate: bacKan, body: { on: "letter" } });
  await clerk.ballots.closePoll(poll);
  local.clock.moveTo(local.clock.now() + 11_000);
  await teller.ballots.sealPoll(poll);
  const papers = [[haGiang], [caoBang]];
  await readOn(teller, council, poll, "may-1", [one, three], papers);
  await readOn(teller, council, poll, "may-2", [two, three], papers);
  await clerk.ballots.publishPoll({ ...poll, body: {} });
  const record = await nobody.ballots.readRecord({ council, conference: at.conference, poll: "co" });
  return { record, code: codes[0] ?? "" };
}

/** A folder with one record, recounted. */
function recounted(folder: string, published: object, ...given: string[]) {
  writeFileSync(join(folder, "co.json"), JSON.stringify(published));
  return spawnSync(process.execPath, ["recount/main.ts", folder, ...given], { encoding: "utf8" });
}

test("an open poll with papers, each name by yes or no, is recounted by its named answers; one of them changed is found", async ({
  onTestFinished,
}) => {
  const { clerk, teller } = await theCouncil("cong-khai");
  const here = await aDay({ council: "cong-khai", clerk, teller });
  const open = { secret: false, yesNo: true, choose: { min: 0, max: 2 }, written: true } as const;
  const { box, seal, raise, enter } = await aBox(here, "co", { rule: open });
  await raise(langSon, [haGiang]);
  await raise(haGiang, []);
  await enter(caoBang, { on: "paper", choose: [haGiang, caoBang] });
  await enter(bacKan, { on: "letter", choose: [haGiang] });
  await enter(tuyenQuang, { on: "paper", choose: [], blank: true });
  await seal();
  await clerk.ballots.publishPoll({ ...box, body: { as: "figures" } });
  const record = await nobody.ballots.readRecord({ ...here.watcher, poll: "co" });
  expect(record).toMatchObject({
    seal: { envelopes: 0, clear: 2, papers: 3 },
    result: { tally: { blank: 1, votes: { [haGiang]: 3 }, against: { [haGiang]: 1, [caoBang]: 3 } } },
  });
  const folder = mkdtempSync(join(tmpdir(), "recount-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const whole = recounted(folder, record);
  expect([whole.status, whole.stderr]).toEqual([0, ""]);
  expect(whole.stdout).not.toMatch(/^ *[✗–]/m);

  const { result } = record;
  const named = (change: (one: NonNullable<NonNullable<typeof result>["named"]>[number]) => object) =>
    recounted(folder, { ...record, result: { ...result, named: result?.named?.map(change) } });
  for (const forged of [
    named((one) => (one.delegate === bacKan ? { ...one, on: "phone" } : one)),
    named((one) => (one.delegate === bacKan ? { ...one, choose: [caoBang] } : one)),
    named((one) => ({ ...one, delegate: langSon })),
  ])
    expect([forged.status, forged.stdout]).toEqual([1, expect.stringContaining("✗ named")]);
  const lessAgainst = {
    ...record,
    result: { ...result, tally: { ...result?.tally, against: { [haGiang]: 0 } } },
  };
  expect(recounted(folder, lessAgainst).stdout).toContain("✗ against");
});

test("what the product publishes is recounted, and one byte of it changed is found", async ({
  onTestFinished,
}) => {
  const { record, code } = await aPublishedPoll();
  expect(record).toMatchObject({ state: "published", result: { decision: { passed: [haGiang] } } });
  const folder = mkdtempSync(join(tmpdir(), "recount-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const whole = recounted(folder, record, "--code", code);
  expect([whole.status, whole.stdout, whole.stderr]).toEqual([
    0,
    expect.stringContaining(`✓ ${code}: co`),
    "",
  ]);
  expect(whole.stdout).not.toMatch(/^ *[✗–]/m);

  const hashes = Buffer.from(record.hashes, "base64url");
  hashes.writeUInt8(hashes.readUInt8(15) ^ 1, 15);
  const changed = recounted(folder, { ...record, hashes: hashes.toString("base64url") });
  expect([changed.status, changed.stdout]).toEqual([1, expect.stringContaining("✗ root")]);
});
