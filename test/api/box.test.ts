import { beforeAll, describe, expect, test } from "vitest";
import { aBox, aDay } from "../hall.ts";
import { partitionKept } from "../watched-engine.ts";
import { bacKan, type Caller, caoBang, haGiang, langSon, local, theCouncil } from "../world.ts";
import { ends } from "./asked.ts";

const council = "vhttdl";
let clerk: Caller;
let teller: Caller;
beforeAll(async () => {
  ({ clerk, teller } = await theCouncil(council));
});
const day = () => aDay({ council, clerk, teller });
const refused = (code: string) => ({ code });
const changing = { rule: { mayChange: true } } as const;
const moveOn = (instant: string | undefined, seconds: number) =>
  local.clock.moveTo(Date.parse(String(instant)) + seconds * 1000);

describe("a ballot", () => {
  test("sent again is the same ballot; other bytes of the same delegate are not taken, from any phone", async () => {
    const { phone, where, box } = await aBox(await day(), "co");
    expect(await where(haGiang)).toEqual({ state: "none" });
    const [one, other] = [await phone(haGiang, [caoBang]), await phone(haGiang, [caoBang])];
    const answer = { state: "in", no: 1, code: one.code };
    for (const _ of [1, 2, 3]) expect(await one.send()).toEqual(answer);
    await expect(other.send()).rejects.toMatchObject({ ...refused("ballot/already-cast"), status: 409 });
    expect(await where(haGiang)).toEqual(answer);
    expect(await where(langSon)).toEqual({ state: "none" });
    expect(
      await partitionKept(local.endpoint, local.tableName, `${council}#POLL#${box.conference}#co`),
    ).toEqual([
      expect.objectContaining({ b: { B: Buffer.from(one.sealed, "base64url").toString("base64") } }),
    ]);
  });

  test("of several phones at once is in once, and each learns what is true", async () => {
    const { phone, where, seal } = await aBox(await day(), "co");
    const phones = await Promise.all([haGiang, caoBang, haGiang, haGiang].map((id) => phone(langSon, [id])));
    const told = await ends(...phones.flatMap(({ send }) => [send(), send()]));
    const won = phones.filter((_, at) => told[2 * at] === "done");
    expect(won).toHaveLength(1);
    expect(told.filter((code) => code === "done")).toHaveLength(2);
    expect(new Set(told)).toEqual(new Set(["done", "ballot/already-cast"]));
    expect(await where(langSon)).toMatchObject({ state: "in", code: won[0]?.code });
    expect((await seal()).seal).toMatchObject({ envelopes: 1, papers: 0 });
  });

  test("on paper keeps the phone out, whatever number it counts, and a ballot in the box keeps paper out", async () => {
    const { box, phone, where, seal } = await aBox(await day(), "co", changing);
    const give = (delegate: string, on: "paper" | "letter" = "paper") =>
      teller.ballots.givePaper({ ...box, delegate, body: { on } });
    for (const _ of [1, 2]) expect(await give(bacKan)).toEqual({});
    for (const no of [1, 2, 3, 1000])
      await expect((await phone(bacKan, [haGiang], no)).send()).rejects.toMatchObject({
        ...refused("ballot/on-paper"),
        about: { on: "paper" },
      });
    expect(await where(bacKan)).toEqual({ state: "paper" });
    await (await phone(haGiang, [haGiang])).send();
    await (await phone(haGiang, [caoBang], 2)).send();
    await expect(give(haGiang)).rejects.toMatchObject(refused("ballot/already-cast"));
    await expect(give("khach")).rejects.toMatchObject(refused("roll/delegate-unknown"));
    expect((await seal()).seal).toMatchObject({ envelopes: 1, papers: 1 });
  });

  test("and a paper at the same moment: one of the two", async () => {
    for (let round = 0; round < 3; round++) {
      const { box, phone, where, seal } = await aBox(await day(), "co");
      const { send } = await phone(haGiang, [caoBang]);
      const [paper, sent] = await ends(
        teller.ballots.givePaper({ ...box, delegate: haGiang, body: { on: "paper" } }),
        send(),
      );
      const isOnPaper = paper === "done";
      expect([paper, sent]).toEqual(
        isOnPaper ? ["done", "ballot/on-paper"] : ["ballot/already-cast", "done"],
      );
      expect((await where(haGiang)).state).toBe(isOnPaper ? "paper" : "in");
      const { envelopes = 0, papers = 0 } = (await seal()).seal ?? {};
      expect(envelopes + papers).toBe(1);
    }
  });

  test("takes the place of the one before it where the rule lets a delegate change their mind", async () => {
    const { phone, where, seal, count } = await aBox(await day(), "co", changing);
    const [first, second, third] = [
      await phone(haGiang, [haGiang], 1),
      await phone(haGiang, [], 2),
      await phone(haGiang, [caoBang], 3),
    ];
    await expect(second.send()).rejects.toMatchObject(refused("ballot/already-cast"));
    for (const { send, code } of [first, second])
      for (const _ of [1, 2]) expect((await send()).code).toBe(code);
    await expect(first.send()).rejects.toMatchObject(refused("ballot/already-cast"));
    await expect((await phone(haGiang, [], 2)).send()).rejects.toMatchObject(refused("ballot/already-cast"));
    await expect((await phone(haGiang, [], 4)).send()).rejects.toMatchObject(refused("ballot/already-cast"));
    expect(await third.send()).toEqual({ state: "in", no: 3, code: third.code });
    expect(await where(haGiang)).toEqual({ state: "in", no: 3, code: third.code });
    expect((await seal()).seal?.envelopes).toBe(1);
    expect(await third.send()).toEqual({ state: "in", no: 3, code: third.code });
    await expect(second.send()).rejects.toMatchObject(refused("ballot/already-cast"));
    expect((await count()).tally).toMatchObject({ collected: 1, votes: { [haGiang]: 0, [caoBang]: 1 } });
  });

  test("is not changed where the rule says nothing of it", async () => {
    const { phone, where } = await aBox(await day(), "co");
    const first = await phone(haGiang, [haGiang]);
    await first.send();
    await expect((await phone(haGiang, [caoBang], 2)).send()).rejects.toMatchObject(
      refused("ballot/already-cast"),
    );
    expect((await where(haGiang)).code).toBe(first.code);
  });

  test("is kept as its bytes alone: no hour, no address, no order, and one date for the whole box", async () => {
    const { box, vote } = await aBox(await day(), "co");
    await vote({ [haGiang]: [haGiang] });
    moveOn(new Date().toISOString(), 60);
    await vote({ [caoBang]: [], [langSon]: [caoBang] });
    await teller.ballots.givePaper({ ...box, delegate: bacKan, body: { on: "paper" } });
    const items = await partitionKept(
      local.endpoint,
      local.tableName,
      `${council}#POLL#${box.conference}#co`,
    );
    const fields = new Map(items.map((item) => [item["sk"]?.S, Object.keys(item).toSorted().join(" ")]));
    expect(Object.fromEntries(fields)).toEqual({
      [`D#${haGiang}`]: "b pk r sk x",
      [`D#${caoBang}`]: "b pk r sk x",
      [`D#${langSon}`]: "b pk r sk x",
      [`D#${bacKan}`]: "o pk r sk x",
    });
    expect(new Set(items.map((item) => item["x"]?.N)).size).toBe(1);
    expect(items.flatMap((item) => ("b" in item ? [item["r"]?.N] : []))).toEqual(["1", "1", "1"]);
  });
});
