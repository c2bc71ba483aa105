import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** SHA-256 in hex over the canonical JSON (RFC 8785) of a value. */
export function digestOf(value: unknown): string {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new Error("Only what JSON can say has a digest.");
  return createHash("sha256").update(canonical).digest("hex");
}
