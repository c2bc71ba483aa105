import { createHmac, createSecretKey, hash, type KeyObject } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";

/** The secret of the credentials, and the keys made of it for a day: taking one in costs more than signing with it. */
const keys = new Map<Uint8Array | string, KeyObject>();

function keyOf(secret: Uint8Array | string): KeyObject {
  const known = keys.get(secret) ?? createSecretKey(Buffer.from(secret));
  if (keys.size > 50) keys.clear();
  keys.set(secret, known);
  return known;
}

/** SHA-256 in the shape the signer of requests asks for; it hands over all at once. */
class Sha256 {
  private readonly secret: Uint8Array | string | undefined;
  private data = new Uint8Array();
  constructor(secret?: Uint8Array | string) {
    this.secret = secret;
  }
  update(data: Uint8Array<ArrayBuffer>) {
    this.data = data;
  }
  async digest() {
    if (this.secret === undefined) return hash("sha256", this.data, "buffer");
    return createHmac("sha256", keyOf(this.secret)).update(this.data).digest();
  }
}

/** Signs what is asked of one of AWS's services, as this process. */
export const signerFor = (
  service: string,
  how: { applyChecksum: boolean; uriEscapePath?: boolean },
): SignatureV4 =>
  new SignatureV4({
    service,
    region: process.env["AWS_REGION"] ?? "",
    // On Lambda the environment holds the credentials for as long as the process lives.
    credentials: {
      accessKeyId: process.env["AWS_ACCESS_KEY_ID"] ?? "",
      secretAccessKey: process.env["AWS_SECRET_ACCESS_KEY"] ?? "",
      ...(process.env["AWS_SESSION_TOKEN"] && { sessionToken: process.env["AWS_SESSION_TOKEN"] }),
    },
    sha256: Sha256 as never,
    ...how,
  });
