import { beforeAll, describe, expect, test } from "vitest";
import { sharePairs } from "#domain/ceremony.ts";
import { packChoice } from "#domain/choice.ts";
import { combineSlices, open, sliceOf, toText } from "#lib/envelope.ts";
import { digestOfShare, holdCeremony, readBox, sealChoice, solveRiddle } from "#seal";
import { type At, aBox, aConference, aDay, aQuestion, rehearsed } from "../hall.ts";
import { aCluster, bacKan, type Caller, caoBang, haGiang, members, nobody, theCouncil } from "../world.ts";
import { ends, kept } from "./asked.ts";

const council = "vhttdl";
let clerk: Caller;
let teller: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, teller, as } = await theCouncil(council));
});
const cast = () => ({ council, clerk, teller });
const atTheDay = async () => (await aConference(clerk, await aCluster(clerk, "voting"), members)).at;
const refused = (code: string) => ({ code });
const none = new Uint8Array();

describe("the ceremony", () => {
  test("publishes keys, the shares' hashes and a riddle; of what opens them nothing comes to the server", async () => {
    const at = await atTheDay();
    const { published, shares } = await holdCeremony();
    const ceremony = await teller.ballots.keepCeremony({ ...at, body: published });
    expect(ceremony).toMatchObject({ ...published, rehearsed: [], destroyed: [] });
    expect(ceremony.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(await Promise.all(shares.map(digestOfShare))).toEqual(ceremony.shares);
    expect(
      (await nobody.ballots.readDay({ council, conference: at.conference, version: 0 })).fingerprint,
    ).toBe(ceremony.fingerprint);
    const answer = (await solveRiddle(ceremony, [shares[0] ?? none, shares[1] ?? none])) ?? "";
    await teller.ballots.rehearseShares({ ...at, pair: "1-2", body: { answer } });
    const all = JSON.stringify(await kept(council));
    for (const share of shares)
      for (const slot of [0, 1, 15]) expect(all).not.toContain(toText(sliceOf(share, slot)).slice(0, 40));
    expect(all).not.toContain(answer);
  });

  test("is held by the tellers or the clerk, and by nobody else", async () => {
    const at = await atTheDay();
    const { published } = await holdCeremony();
    await expect(as(bacKan).ballots.keepCeremony({ ...at, body: published })).rejects.toMatchObject(
      refused("caller/not-allowed"),
    );
  });

  test("is rehearsed with all three pairs: any two shares solve the riddle, each pair is noted once", async () => {
    const at = await atTheDay();
    const { published, shares } = await holdCeremony();
    await teller.ballots.keepCeremony({ ...at, body: published });
    for (const pair of sharePairs) {
      const [one = 0, other = 0] = pair.split("-").map(Number);
      const two = [shares[one - 1] ?? none, shares[other - 1] ?? none] as const;
      const answer = (await solveRiddle(published, two)) ?? "";
      for (const _ of [1, 2]) await teller.ballots.rehearseShares({ ...at, pair, body: { answer } });
    }
    const { ceremony } = await clerk.ballots.readConference(at);
    expect(ceremony?.rehearsed.map(({ pair, by }) => `${pair} ${by}`)).toEqual(
      sharePairs.map((pair) => `${pair} kiem-phieu`),
    );
    await expect(solveRiddle(published, [shares[0] ?? none, shares[0] ?? none])).rejects.toThrow();
  });

  test("takes no answer that is not the riddle's, and none without a ceremony", async () => {
    const at = await atTheDay();
    const rehearse = (answer: string) =>
      teller.ballots.rehearseShares({ ...at, pair: "1-2", body: { answer } });
    expect(await ends(rehearse("AAAA"), teller.ballots.destroyShare({ ...at, body: { share: 1 } }))).toEqual(
      Array(2).fill("ceremony/missing"),
    );
    const [mine, other] = [await holdCeremony(), await holdCeremony()];
    await teller.ballots.keepCeremony({ ...at, body: mine.published });
    const [a = none, b = none] = mine.shares;
    const [c = none, d = none] = other.shares;
    expect(await solveRiddle(mine.published, [c, d])).toBeUndefined();
    const answer = (await solveRiddle(mine.published, [a, b])) ?? "";
    const theirs = (await solveRiddle(other.published, [c, d])) ?? "";
    for (const wrong of ["", "AAAA", theirs, answer.slice(1), mine.published.answer])
      await expect(rehearse(wrong)).rejects.toMatchObject(refused("ceremony/wrong-answer"));
    expect((await rehearse(answer)).rehearsed).toHaveLength(1);
  });

  test("that went wrong is held again, and then rehearsed anew; with a box opened its keys stay", async () => {
    const day = await aDay(cast());
    const first = await holdCeremony();
    const again = await teller.ballots.keepCeremony({ ...day.at, body: first.published });
    expect(again.rehearsed).toEqual([]);
    const shares = await rehearsed(teller, day.at);
    await aBox({ ...day, shares }, "co");
    const { published } = await holdCeremony();
    await expect(teller.ballots.keepCeremony({ ...day.at, body: published })).rejects.toMatchObject(
      refused("ceremony/exists"),
    );
    const { ceremony } = await clerk.ballots.readConference(day.at);
    expect(await digestOfShare(shares[0])).toBe(ceremony?.shares[0]);
  });

  test("held again at the moment a box opens takes no key away from it", async () => {
    for (let round = 0; round < 4; round++) {
      const day = await aDay(cast());
      await aQuestion(cast(), day.at, "co", {});
      const { published } = await holdCeremony();
      await Promise.allSettled([
        clerk.ballots.openPoll({ ...day.at, poll: "co", body: { conference: day.at.conference } }),
        teller.ballots.keepCeremony({ ...day.at, body: published }),
      ]);
      const { ceremony } = await clerk.ballots.readConference(day.at);
      const [{ poll } = {}] = await clerk.ballots.listPolls(day.at);
      expect(poll?.state === "open" ? ceremony?.keys[1] : undefined).toBe(poll?.key);
    }
  });
});

describe("a box", () => {
  const ask = (at: At, poll: string) =>
    clerk.ballots.openPoll({ ...at, poll, body: { conference: at.conference, withoutQuorum: true } });

  test("does not open before the ceremony, before its rehearsal, or after a share is destroyed", async () => {
    const at = await atTheDay();
    await aQuestion(cast(), at, "co", {});
    await expect(ask(at, "co")).rejects.toMatchObject(refused("ceremony/missing"));
    await expect(clerk.ballots.openRehearsal(at)).rejects.toMatchObject(refused("ceremony/missing"));
    const { published, shares } = await holdCeremony();
    await teller.ballots.keepCeremony({ ...at, body: published });
    const answer = (await solveRiddle(published, [shares[0] ?? none, shares[2] ?? none])) ?? "";
    await teller.ballots.rehearseShares({ ...at, pair: "1-3", body: { answer } });
    await expect(ask(at, "co")).rejects.toMatchObject({
      ...refused("ceremony/not-rehearsed"),
      about: { missing: ["1-2", "2-3"] },
    });
    expect(await clerk.ballots.openRehearsal(at)).toMatchObject({ slot: 0, key: published.keys[0] });

    await rehearsed(teller, at);
    for (const _ of [1, 2]) await teller.ballots.destroyShare({ ...at, body: { share: 2 } });
    const { ceremony } = await clerk.ballots.readConference(at);
    expect(ceremony?.destroyed).toMatchObject([{ share: 2, by: "kiem-phieu" }]);
    await expect(ask(at, "co")).rejects.toMatchObject(refused("ceremony/over"));
  });

  test("keeps its shares until it is counted", async () => {
    const day = await aDay(cast());
    const box = await aBox(day, "co");
    const destroy = () => teller.ballots.destroyShare({ ...day.at, body: { share: 1 } });
    await expect(destroy()).rejects.toMatchObject(refused("poll/still-open"));
    await box.vote({ [bacKan]: [haGiang], [caoBang]: [caoBang] });
    await box.seal();
    await expect(destroy()).rejects.toMatchObject(refused("poll/still-open"));
    await box.count();
    await destroy();
  });

  test("does not open for a closing that is past", async () => {
    const { at } = await aDay(cast(), []);
    await aQuestion(cast(), at, "co", {});
    const past = {
      conference: at.conference,
      withoutQuorum: true,
      closesAt: "2026-01-01T00:00:00.000Z",
    } as const;
    await expect(clerk.ballots.openPoll({ ...at, poll: "co", body: past })).rejects.toMatchObject(
      refused("phase/not-now"),
    );
    const { conference } = await clerk.ballots.readConference(at);
    expect(conference.slots).toBe(0);
  });

  test("has a key of its own, fifteen of them in a day; void ones have used theirs", async () => {
    const { at } = await aDay(cast(), []);
    const keys: (string | undefined)[] = [];
    for (let no = 1; no <= 15; no++) {
      await aQuestion(cast(), at, `co-${no}`, {});
      const { key, slot } = await ask(at, `co-${no}`);
      expect(slot).toBe(no);
      keys.push(key);
      await clerk.ballots.voidPoll({ ...at, poll: `co-${no}`, body: { reason: "Làm lại" } });
    }
    const { ceremony } = await clerk.ballots.readConference(at);
    expect(keys).toEqual(ceremony?.keys.slice(1));
    await aQuestion(cast(), at, "co-16", {});
    await expect(ask(at, "co-16")).rejects.toMatchObject({
      ...refused("ceremony/no-keys-left"),
      about: { most: 15 },
    });
  });

  test("opens with any two of the three shares, and not with one; whose envelopes are whose is not told", async () => {
    const day = await aDay(cast());
    const { opened, box, vote, seal, read } = await aBox(day, "co");
    await vote({ [haGiang]: [caoBang], [caoBang]: [caoBang], [bacKan]: [haGiang] });
    await seal();
    const { envelopes } = await teller.ballots.readEnvelopes(box);
    const rule = opened.rule;
    if (!rule) throw new Error("It has a rule.");
    const readWith = (one: Uint8Array, other: Uint8Array) =>
      readBox(council, { ...opened, rule }, [one, other], envelopes, []);
    const [a, b, c] = day.shares;
    const right = { votes: { [haGiang]: 1, [caoBang]: 2 }, invalid: 0, envelopes: 3 };
    for (const [one, other] of [
      [a, b],
      [a, c],
      [b, c],
      [c, a],
    ] as const)
      expect(await readWith(sliceOf(one, 1), sliceOf(other, 1))).toMatchObject(right);
    await expect(readWith(sliceOf(a, 1), sliceOf(a, 1))).rejects.toThrow();
    expect(await readWith(sliceOf(a, 2), sliceOf(b, 2))).toMatchObject({ invalid: 3 });
    expect(await readWith(sliceOf(a, 1), sliceOf(b, 2))).toMatchObject({ invalid: 3 });
    expect((await read("may-1")).poll.state).toBe("sealed");
  });

  test("takes no envelope of another poll for one of its own, even with the same key", async () => {
    const day = await aDay(cast());
    const { opened } = await aBox(day, "co");
    const rule = opened.rule;
    if (!rule) throw new Error("It has a rule.");
    const box = { ...opened, rule };
    const key = await combineSlices(sliceOf(day.shares[0], 1), sliceOf(day.shares[1], 1));
    const sealedFor = [
      await sealChoice(council, box, [haGiang]),
      await sealChoice("lao-cai", box, [haGiang]),
      await sealChoice(council, { ...box, poll: "co-2" }, [haGiang]),
      await sealChoice(council, { ...box, bound: "0".repeat(64) }, [haGiang]),
    ];
    const slices = [sliceOf(day.shares[0], 1), sliceOf(day.shares[1], 1)] as const;
    expect(await readBox(council, box, slices, sealedFor, [])).toMatchObject({
      envelopes: 4,
      invalid: 3,
      votes: { [haGiang]: 1 },
    });
    const binding = { info: `thi-dua ballot 1\n${council}\nco`, aad: String(opened.bound) };
    const [first = ""] = sealedFor;
    expect(await open(key, Uint8Array.from(Buffer.from(first, "base64url")), binding)).toEqual(
      packChoice([haGiang, caoBang], [haGiang]),
    );
  });
});
