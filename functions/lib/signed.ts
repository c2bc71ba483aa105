import { createHmac, createSecretKey, hash, type KeyObject } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";

type Reply = { status: number; text: string };

const { AWS_REGION: region = "", AWS_ENDPOINT_URL_DYNAMODB: given } = process.env;
const { protocol, hostname, port, host } = new URL(given ?? `https://dynamodb.${region}.amazonaws.com`);
// To load TLS takes a third of a start: only where it is spoken.
const { Agent, request } = process.getBuiltinModule(protocol === "https:" ? "node:https" : "node:http");

/** Connections stay open between requests. */
const agent = new Agent({ keepAlive: true });

/** The secret of the credentials, and the keys made of it for a day: taking one in costs more than signing with it. */
const keys = new Map<Uint8Array | string, KeyObject>();

function keyOf(secret: Uint8Array | string): KeyObject {
  const known = keys.get(secret) ?? createSecretKey(Buffer.from(secret));
  if (keys.size > 50) keys.clear();
  keys.set(secret, known);
  return known;
}

/** SHA-256 in the shape the signer asks for; it hands over all at once. */
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

/** On Lambda the environment holds the credentials for as long as the process lives. */
const signer = new SignatureV4({
  service: "dynamodb",
  region,
  credentials: {
    accessKeyId: process.env["AWS_ACCESS_KEY_ID"] ?? "",
    secretAccessKey: process.env["AWS_SECRET_ACCESS_KEY"] ?? "",
    ...(process.env["AWS_SESSION_TOKEN"] && { sessionToken: process.env["AWS_SESSION_TOKEN"] }),
  },
  sha256: Sha256 as never,
  applyChecksum: false,
});

/** One signed request to the database and its answer; so long without a word is no answer. */
export async function post(target: string, body: string, timeout: number): Promise<Reply> {
  const { headers } = await signer.sign({
    method: "POST",
    protocol,
    hostname,
    path: "/",
    headers: { host, "content-type": "application/x-amz-json-1.0", "x-amz-target": target },
    body,
  });
  return new Promise((resolve, reject) => {
    const asked = request({
      hostname,
      port,
      method: "POST",
      agent,
      timeout,
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
    });
    asked.on("response", (reply) => {
      let text = "";
      reply.setEncoding("utf8");
      reply.on("data", (part: string) => (text += part));
      reply.on("end", () => resolve({ status: Number(reply.statusCode), text }));
      reply.on("error", reject);
    });
    asked.on("error", reject);
    asked.on("timeout", () => asked.destroy(Object.assign(new Error("No answer."), { code: "ETIMEDOUT" })));
    asked.end(body);
  });
}
