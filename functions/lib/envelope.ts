import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { combine, split } from "shamir-secret-sharing";

/*
 * Envelopes anybody can seal and nobody can open alone: HPKE (RFC 9180) with P-256, which WebCrypto has on every
 * phone, and private keys split two of three. Runs in browsers and in Node alike; nothing here is kept anywhere.
 */

type Bytes = Uint8Array<ArrayBuffer>;
/** What an envelope is bound to: with another of the two it does not open. */
export type Binding = { info: string; aad: string };

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
});
const keyBytes = 32;
const encapsulated = 65;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const boundTo = ({ info, aad }: Binding) => ({ info: bytesOf(info), aad: bytesOf(aad) });

/** So many key pairs: the public ones in base64url, the private ones one after another, 32 bytes each. */
export async function makeKeys(count: number): Promise<{ keys: string[]; secret: Bytes }> {
  const secret = new Uint8Array(count * keyBytes);
  const keys: string[] = [];
  for (let slot = 0; slot < count; slot++) {
    const pair = await suite.kem.generateKeyPair();
    secret.set(new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)), slot * keyBytes);
    keys.push(toText(new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey))));
  }
  return { keys, secret };
}

/** Seals to a public key: its key share of 65 bytes, then the contents and a seal of 16. */
export async function seal(key: string, contents: Uint8Array, binding: Binding): Promise<Bytes> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromText(key));
  const { info, aad } = boundTo(binding);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, contents, aad);
  return joined(new Uint8Array(enc), new Uint8Array(ct));
}

/** The contents, or undefined where the envelope does not open with this key for this binding. */
export async function open(
  secret: Uint8Array,
  sealed: Uint8Array,
  binding: Binding,
): Promise<Bytes | undefined> {
  const { info, aad } = boundTo(binding);
  try {
    const recipientKey = await suite.kem.deserializePrivateKey(Uint8Array.from(secret));
    const enc = Uint8Array.from(sealed.subarray(0, encapsulated));
    return new Uint8Array(await suite.open({ recipientKey, enc, info }, sealed.subarray(encapsulated), aad));
  } catch {
    // Sealed for something else, or no envelope at all: the count says so and goes on.
    return undefined;
  }
}

/** Three shares, of which any two give the secret back; each is as long as the secret and one byte more. */
export const splitInThree = async (secret: Uint8Array): Promise<Bytes[]> =>
  (await split(secret, 3, 2)).map((share) => Uint8Array.from(share));

/** The part of a share that opens one slot, and nothing of the others. */
export function sliceOf(share: Uint8Array, slot: number): Bytes {
  return joined(share.subarray(slot * keyBytes, (slot + 1) * keyBytes), share.subarray(-1));
}

/** Two slices of the same slot, from two shares, give its private key. */
export const combineSlices = async (one: Uint8Array, other: Uint8Array): Promise<Bytes> =>
  Uint8Array.from(await combine([one, other]));

export async function hashOf(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes)));
}

export const hexOf = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Base64url without padding (RFC 4648). */
export function toText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

export function fromText(text: string): Bytes {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function joined(one: Uint8Array, other: Uint8Array): Bytes {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
