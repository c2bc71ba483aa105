import { setTimeout } from "node:timers/promises";
import { signerFor } from "./signer.ts";

/** Where a file is posted to, and the fields that go before it. */
export type Form = { url: string; fields: Record<string, string> };

const { AWS_REGION: region = "", AWS_ENDPOINT_URL_S3: given } = process.env;
const signer = signerFor("s3", { applyChecksum: true, uriEscapePath: false });
const attempts = 3;

/**
 * The objects of one bucket. What is asked here is a handful of requests; they are signed with the signer the database
 * is asked with, so that the functions carry no client of a hundred kilobytes for them.
 */
export function objectsIn(bucket: string) {
  const base = given ? `${given}/${bucket}/` : `https://${bucket}.s3.${region}.amazonaws.com/`;

  async function send(method: string, key: string, headers: Record<string, string> = {}, body?: Buffer) {
    const asked = { ...requestOf(base, key, headers), method, ...(body && { body }) };
    for (let attempt = 1; ; attempt++) {
      // The host is the connection's own to say.
      const { host: _host, ...signed } = (await signer.sign(asked)).headers;
      const sent = fetch(base + key, {
        method,
        headers: signed,
        ...(body && { body: new Uint8Array(body) }),
      });
      const reply = await sent.catch((cause: Error) => cause);
      if (!(reply instanceof Error) && reply.status < 500) return reply;
      if (attempt >= attempts) throw reply instanceof Error ? reply : await faultOf(reply);
      await setTimeout(Math.random() * 100 * 2 ** attempt);
    }
  }

  return {
    /** Puts bytes there, over whatever is there. */
    async put(key: string, body: Buffer, { type, cacheControl }: { type: string; cacheControl?: string }) {
      const headers = { "content-type": type, ...(cacheControl && { "cache-control": cacheControl }) };
      await expectDone(await send("PUT", key, headers, body));
    },

    /** Copies what was read, as long as it is still that; false where it has gone or changed since. */
    async copy(from: string, key: string, { etag, type }: { etag: string; type: string }): Promise<boolean> {
      const reply = await send("PUT", key, {
        "x-amz-copy-source": `/${bucket}/${from}`,
        "x-amz-copy-source-if-match": etag,
        "x-amz-metadata-directive": "REPLACE",
        "content-type": type,
      });
      if (isAbsent(reply) || reply.status === 412) return false;
      await expectDone(reply);
      return true;
    },

    /** What is not there is gone already. */
    async remove(key: string) {
      await expectDone(await send("DELETE", key));
    },

    /** An object, or as many bytes of it as `range` says (`0-99`, `-99` for the last); undefined where there is none. */
    async read(key: string, { range }: { range?: string } = {}) {
      const reply = await send("GET", key, range === undefined ? {} : { range: `bytes=${range}` });
      if (isAbsent(reply)) return undefined;
      // Nothing lies in an empty object to read a part of.
      const isEmpty = reply.status === 416;
      if (!isEmpty) await expectDone(reply);
      const body = isEmpty ? Buffer.alloc(0) : Buffer.from(await reply.arrayBuffer());
      const total = /\/(\d+)$/.exec(reply.headers.get("content-range") ?? "")?.[1];
      return {
        body,
        size: isEmpty ? 0 : Number(total ?? body.length),
        type: reply.headers.get("content-type") ?? "",
        etag: reply.headers.get("etag") ?? "",
      };
    },

    /** An address that shows one object, to whoever has it, for so long: under this type whatever was sent with it. */
    async linkTo(
      key: string,
      { type, disposition, seconds }: { type: string; disposition: string; seconds: number },
    ) {
      const query = {
        "response-content-type": type,
        "response-content-disposition": disposition,
        "response-cache-control": `private, max-age=${seconds}`,
      };
      const unsigned = requestOf(base, key, { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" });
      const signed = await signer.presign({ ...unsigned, method: "GET", query }, { expiresIn: seconds });
      return `${base}${key}?${written(signed.query as Record<string, string>)}`;
    },

    /** A form with which a browser may post one file, of this name, type and at most so many bytes, for so long. */
    async formFor(
      key: string,
      { type, most, seconds }: { type: string; most: number; seconds: number },
    ): Promise<Form> {
      const now = new Date(Date.now());
      const stamp = now.toISOString().replace(/[-:]|\.\d{3}/g, "");
      const token = process.env["AWS_SESSION_TOKEN"];
      const fields = {
        bucket,
        key,
        "Content-Type": type,
        "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
        "X-Amz-Credential": `${process.env["AWS_ACCESS_KEY_ID"]}/${stamp.slice(0, 8)}/${region}/s3/aws4_request`,
        "X-Amz-Date": stamp,
        ...(token && { "X-Amz-Security-Token": token }),
      };
      const conditions = [
        ["content-length-range", 1, most],
        ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
      ];
      const expiration = new Date(now.getTime() + seconds * 1000).toISOString();
      const Policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString("base64");
      const signature = await signer.sign(Policy, { signingDate: now });
      return { url: base, fields: { ...fields, Policy, "X-Amz-Signature": signature } };
    },
  };
}

function requestOf(base: string, key: string, headers: Record<string, string>) {
  const { protocol, hostname, pathname, host } = new URL(base + key);
  return { protocol, hostname, path: pathname, headers: { host, ...headers } };
}

const written = (query: Record<string, string>) =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");

/** Whoever may not list a bucket is not told that something is not in it, only that it may not be read. */
const isAbsent = ({ status }: Response) => status === 404 || status === 403;

async function expectDone(reply: Response) {
  if (!reply.ok) throw await faultOf(reply);
}

const faultOf = async (reply: Response) =>
  new Error(`The bucket said ${reply.status} ${/<Code>(.*?)</.exec(await reply.text())?.[1] ?? ""}.`);
