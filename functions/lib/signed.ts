import { signerFor } from "./signer.ts";

type Reply = { status: number; text: string };

const { AWS_REGION: region = "", AWS_ENDPOINT_URL_DYNAMODB: given } = process.env;
const { protocol, hostname, port, host } = new URL(given ?? `https://dynamodb.${region}.amazonaws.com`);
// To load TLS takes a third of a start: only where it is spoken.
const { Agent, request } = process.getBuiltinModule(protocol === "https:" ? "node:https" : "node:http");

/** Connections stay open between requests. */
const agent = new Agent({ keepAlive: true });

const signer = signerFor("dynamodb", { applyChecksum: false });

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
