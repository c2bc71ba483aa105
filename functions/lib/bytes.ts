import { createHash, createHmac, randomBytes } from "node:crypto";

/** The first sixteen bytes of SHA-256. */
export const shortHashOf = (bytes: Uint8Array): Buffer =>
  createHash("sha256").update(bytes).digest().subarray(0, 16);

/** SHA-256 in hex over bytes, one after another. */
export function hashOfAll(parts: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

/** Sixteen bytes of HMAC-SHA-256 in base64url: without the key nobody can try out what is behind it. */
export const macOf = (key: string, text: string) =>
  createHmac("sha256", key).update(text).digest().subarray(0, 16).toString("base64url");

export const randomOf = (bytes: number): Buffer => randomBytes(bytes);
