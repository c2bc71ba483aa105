import { createDecipheriv, createECDH, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  combineSlices,
  fromText,
  hashOf,
  hexOf,
  makeKeys,
  open,
  seal,
  sliceOf,
  splitInThree,
  toText,
} from "#lib/envelope.ts";

const binding = { info: "thi-dua ballot 1\nvhttdl\nco", aad: "0".repeat(64) };
const contents = Uint8Array.from({ length: 24 }, (_, at) => at);
const hex = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));
const { keys, secret } = await makeKeys(16);
const [key = ""] = keys;
const slot = (at: number) => secret.slice(at * 32, (at + 1) * 32);

/** RFC 9180, A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, the first of its encryptions. */
const known = {
  skRm: "f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2",
  enc: "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4",
  ct: "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434",
};

test("what the standard's own example sealed opens, and a bit less or another binding does not", async () => {
  const sealed = hex(known.enc + known.ct);
  const how = { info: "Ode on a Grecian Urn", aad: "Count-0" };
  const opened = await open(hex(known.skRm), sealed, how);
  expect(Buffer.from(opened ?? []).toString()).toBe("Beauty is truth, truth beauty");
  expect(await open(hex(known.skRm), sealed, { ...how, aad: "Count-1" })).toBeUndefined();
  expect(await open(hex(known.skRm), sealed.subarray(0, -1), how)).toBeUndefined();
});

/** The standard once more, written from its text alone (RFC 9180, 4.1 and 5.1, RFC 5869). */
function openedByHand(skR: Uint8Array, sealed: Uint8Array, { info, aad }: typeof binding): Buffer {
  const bytes = (text: string) => Buffer.from(text, "latin1");
  const hmac = (salt: Buffer, text: Buffer) => createHmac("sha256", salt).update(text).digest();
  const extract = (suite: Buffer, salt: Buffer, label: string, ikm: Buffer) =>
    hmac(
      salt.length > 0 ? salt : Buffer.alloc(32),
      Buffer.concat([bytes("HPKE-v1"), suite, bytes(label), ikm]),
    );
  const expand = (suite: Buffer, prk: Buffer, label: string, about: Buffer, length: number) => {
    const told = Buffer.concat([Buffer.from([0, length]), bytes("HPKE-v1"), suite, bytes(label), about]);
    return hmac(prk, Buffer.concat([told, Buffer.from([1])])).subarray(0, length);
  };
  const [kem, hpke] = [bytes("KEM\x00\x10"), bytes("HPKE\x00\x10\x00\x01\x00\x01")];
  const none = Buffer.alloc(0);

  const pair = createECDH("prime256v1");
  pair.setPrivateKey(skR);
  const enc = Buffer.from(sealed.subarray(0, 65));
  const prk = extract(kem, none, "eae_prk", pair.computeSecret(enc));
  const shared = expand(kem, prk, "shared_secret", Buffer.concat([enc, pair.getPublicKey()]), 32);
  const context = Buffer.concat([
    Buffer.from([0]),
    extract(hpke, none, "psk_id_hash", none),
    extract(hpke, none, "info_hash", Buffer.from(info)),
  ]);
  const root = extract(hpke, shared, "secret", none);
  const decipher = createDecipheriv(
    "aes-128-gcm",
    expand(hpke, root, "key", context, 16),
    expand(hpke, root, "base_nonce", context, 12),
  );
  decipher.setAAD(Buffer.from(aad)).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(65, -16)), decipher.final()]);
}

test("an envelope opens in another hand's reading of the standard", async () => {
  for (const info of ["", binding.info, "Hội đồng\nbầu cờ"]) {
    const sealed = await seal(key, contents, { ...binding, info });
    expect(openedByHand(slot(0), sealed, { ...binding, info })).toEqual(Buffer.from(contents));
  }
});

describe("an envelope", () => {
  test("is 105 bytes whatever is chosen, and never twice the same", async () => {
    const sealed = await Promise.all(Array.from({ length: 20 }, () => seal(key, contents, binding)));
    expect(sealed.map(({ length }) => length)).toEqual(Array(20).fill(105));
    expect(new Set(sealed.map(toText)).size).toBe(20);
  });

  test("opens with its key for its binding, and for nothing else", async () => {
    const sealed = await seal(key, contents, binding);
    expect(await open(slot(0), sealed, binding)).toEqual(contents);
    expect(await open(slot(1), sealed, binding)).toBeUndefined();
    for (const other of [
      { ...binding, info: "thi-dua ballot 1\nvhttdl\nco-2" },
      { ...binding, info: "thi-dua ballot 1\nlao-cai\nco" },
      { ...binding, aad: "1".repeat(64) },
      { info: binding.aad, aad: binding.info },
    ])
      expect(await open(slot(0), sealed, other), JSON.stringify(other)).toBeUndefined();
  });

  test("of which any bit was turned does not open, nor anything that is none", async () => {
    const sealed = await seal(key, contents, binding);
    for (let at = 0; at < sealed.length; at++) {
      const turned = Uint8Array.from(sealed);
      turned[at] = (turned[at] ?? 0) ^ (1 << (at % 8));
      expect(await open(slot(0), turned, binding), `byte ${at}`).toBeUndefined();
    }
    for (const junk of [new Uint8Array(), new Uint8Array(105), new Uint8Array(105).fill(4)])
      expect(await open(slot(0), junk, binding)).toBeUndefined();
  });
});

describe("sixteen keys split in three", () => {
  const pairs = [
    [0, 1],
    [1, 0],
    [0, 2],
    [1, 2],
  ] as const;

  test("give shares of 513 bytes, of which a poll's slice is 33", async () => {
    const shares = await splitInThree(secret);
    expect(shares.map(({ length }) => length)).toEqual([513, 513, 513]);
    expect(new Set(keys).size).toBe(16);
    for (const share of shares) expect(sliceOf(share, 15)).toHaveLength(33);
  });

  test.for(pairs)("open with any two (%d and %d), in each slot", async ([one, other]) => {
    const shares = await splitInThree(secret);
    for (let at = 0; at < 16; at += 5) {
      const sealed = await seal(keys[at] ?? "", contents, binding);
      const slices = [shares[one], shares[other]].map((share) => sliceOf(share ?? contents, at));
      const key = await combineSlices(slices[0] ?? contents, slices[1] ?? contents);
      expect(key).toEqual(slot(at));
      expect(await open(key, sealed, binding)).toEqual(contents);
    }
  });

  test("do not open with one, or with slices of different slots", async () => {
    const [a = contents, b = contents] = await splitInThree(secret);
    const sealed = await seal(keys[3] ?? "", contents, binding);
    await expect(combineSlices(sliceOf(a, 3), sliceOf(a, 3))).rejects.toThrow();
    expect(await open(sliceOf(a, 3).subarray(0, 32), sealed, binding)).toBeUndefined();
    const mixed = await combineSlices(sliceOf(a, 3), sliceOf(b, 4));
    expect(await open(mixed, sealed, binding)).toBeUndefined();
    const other = await combineSlices(sliceOf(a, 4), sliceOf(b, 4));
    expect(await open(other, sealed, binding)).toBeUndefined();
  });

  test("say nothing of the secret by themselves: each share looks as if drawn by lot", async () => {
    const splits = await Promise.all(Array.from({ length: 40 }, () => splitInThree(new Uint8Array(32))));
    const drawn = splits.flatMap((shares) =>
      shares.map((share) => Buffer.from(share.subarray(0, 32)).toString("hex")),
    );
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn).not.toContain("00".repeat(32));
  });
});

test("bytes go through text and back, and text has no padding", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(fromText(toText(bytes))).toEqual(Uint8Array.from(bytes));
      expect(toText(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
      expect(hexOf(bytes)).toBe(Buffer.from(bytes).toString("hex"));
    }),
  );
});

test("a hash is SHA-256", async () => {
  expect(hexOf(await hashOf(Uint8Array.from(Buffer.from("abc"))))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
