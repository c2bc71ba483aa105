import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Ceremony, Published, SharePair } from "#domain/ceremony.ts";
import { sliceOf } from "#lib/envelope.ts";
import { holdCeremony } from "#seal";
import { deviceName, Keeper } from "../../web/src/pages/conference/keeper.ts";
import { HandOut, Pieces, Rehearsal, takeShare } from "../../web/src/pages/conference/keys.svelte.ts";
import { inGroups, pieceFrom, textOfShare, textOfSlice } from "../../web/src/pages/conference/share-text.ts";
import { newDevice } from "./post-office.ts";

const conference = "hn-mua-xuan";
const at = { year: 2026, cluster: "cum-4", conference };
const made = await holdCeremony();
const [one, two, three] = made.shares as [Uint8Array, Uint8Array, Uint8Array];

/** The other end of the wire: publishes, and looks at answers as the server does. */
class Registry {
  ceremony: Ceremony | undefined;
  readonly tried: SharePair[] = [];
  readonly keepCeremony = async ({ body }: { body: Published }) => {
    this.ceremony = {
      conference,
      ...body,
      fingerprint: "",
      made: { by: "an", at: "" },
      rehearsed: [],
      destroyed: [],
    };
    return this.ceremony;
  };
  readonly rehearseShares = async ({ pair, body }: { pair: string | number; body: { answer: string } }) => {
    const answer = createHash("sha256").update(Buffer.from(body.answer, "base64url")).digest("hex");
    expect(answer).toBe(this.ceremony?.answer);
    this.tried.push(pair as SharePair);
    return this.ceremony as Ceremony;
  };
}

let registry: Registry;
let ceremony: Ceremony;
beforeEach(async () => {
  registry = new Registry();
  ceremony = await registry.keepCeremony({ body: made.published });
});

describe("a share as text", () => {
  test("comes back from a scan, from a paste, and from groups typed off paper", async () => {
    const text = await textOfShare(one);
    expect(await pieceFrom(text)).toEqual({ kind: "share", share: one });
    expect(await pieceFrom(inGroups(text).join("\n"))).toEqual({ kind: "share", share: one });
  });

  test("with a letter wrong, or cut off, is not taken", async () => {
    const text = await textOfShare(one);
    const wrong = text.replace(/.(?=.{40}$)/, (letter) => (letter === "x" ? "y" : "x"));
    expect(await pieceFrom(wrong)).toEqual({ kind: "damaged" });
    expect(await pieceFrom(text.slice(0, -9))).toEqual({ kind: "damaged" });
    expect(await pieceFrom("https://thi-dua.vn/vote/#a.b.c")).toEqual({ kind: "stranger" });
  });

  test("as a slice says whose it is and what it opens", async () => {
    const slice = { conference, slot: 3, no: 2, bytes: sliceOf(two, 3) };
    expect(await pieceFrom(await textOfSlice(slice))).toEqual({ kind: "slice", slice });
  });
});

test("what is handed out is on two phones and a paper, and the device that made it forgets", async () => {
  const handOut = new HandOut(at, registry as never);
  await handOut.hold();
  const phone = new Keeper("vhttdl", conference, newDevice());
  expect(await takeShare(handOut.text, registry.ceremony as Ceremony, phone)).toBeUndefined();
  expect(await phone.no()).toBe(1);
  await handOut.next();
  const own = new Keeper("vhttdl", conference, newDevice());
  await handOut.keepHere(own);
  expect(await own.no()).toBe(2);
  expect(handOut.step).toBe(3);
  await handOut.next();
  expect([handOut.step, handOut.text]).toEqual([4, ""]);
});

test("a share of other keys is not taken into keeping", async () => {
  const other = await holdCeremony();
  const phone = new Keeper("vhttdl", conference, newDevice());
  expect(await takeShare(await textOfShare(other.shares[0] as Uint8Array), ceremony, phone)).toBe("unknown");
  expect(await phone.no()).toBeUndefined();
});

test("a share that was wiped is gone from its device", async () => {
  const phone = new Keeper("vhttdl", conference, newDevice());
  await phone.keep(1, one);
  expect((await phone.slice(4))?.bytes).toEqual(sliceOf(one, 4));
  await phone.wipe();
  expect(await phone.slice(4)).toBeUndefined();
});

test("a rehearsal tries each pair as soon as both are there, with slices alone", async () => {
  const rehearsal = new Rehearsal(ceremony, at, registry as never);
  for (const [no, share] of [
    [2, two],
    [1, one],
  ] as const) {
    await rehearsal.pieces.offer(await textOfSlice({ conference, slot: 0, no, bytes: sliceOf(share, 0) }));
    await rehearsal.attempt();
  }
  expect([registry.tried, rehearsal.wanted]).toEqual([["1-2"], 3]);
  await rehearsal.pieces.offer(await textOfShare(three));
  await rehearsal.attempt();
  expect(registry.tried).toEqual(["1-2", "1-3", "2-3"]);
  expect(rehearsal.pieces.slices.size).toBe(0);
});

test("a pair that does not open the riddle is told", async () => {
  const rehearsal = new Rehearsal(ceremony, at, registry as never);
  const bytes = sliceOf(one, 0).map((byte, place) => (place === 5 ? byte ^ 1 : byte));
  rehearsal.pieces.take(1, bytes);
  rehearsal.pieces.take(2, sliceOf(two, 0));
  await rehearsal.attempt();
  expect([rehearsal.failed, registry.tried]).toEqual([["1-2"], []]);
});

test("pieces of another conference, another poll, or twice the same are told apart", async () => {
  const pieces = new Pieces(ceremony, 1);
  const offer = async (change: object) => {
    await pieces.offer(await textOfSlice({ conference, slot: 1, no: 1, bytes: sliceOf(one, 1), ...change }));
    return pieces.fault;
  };
  expect(await offer({ conference: "hn-khac" })).toBe("elsewhere");
  expect(await offer({ slot: 2 })).toBe("other-poll");
  expect(await offer({})).toBeUndefined();
  expect(await offer({})).toBe("twice");
});

test("a device keeps the name under which it counts", () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, to: string) => kept.set(key, to),
  };
  const name = deviceName(storage as never);
  expect(name).toMatch(/^may-[a-z0-9]{8}$/);
  expect(deviceName(storage as never)).toBe(name);
});
