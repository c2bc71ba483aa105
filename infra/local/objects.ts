import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Assembly, Resource } from "./assembly.ts";
import { listen } from "./listen.ts";
import { ObjectRefusal } from "./object-refusal.ts";
import { expectAllowed, expectSigned } from "./object-signature.ts";
import { type ObjectStore, openObjects } from "./object-store.ts";
import type { Asked, Reply } from "./server.ts";

/** Where the site's host answers for the buckets; a browser knows no other host here. */
export const objectsPath = "/objects/";
/** What the cloud takes in one post is far more; nothing of ours is larger than this with its form around it. */
export const mostPosted = 16_000_000;

type Rule = { Prefix?: string; ExpirationInDays?: number };
type Bucket = { BucketName?: string; LifecycleConfiguration?: { Rules: Rule[] } };
const day = 24 * 60 * 60_000;
const nameOf = ({ id, properties }: Resource<Bucket>) => properties.BucketName ?? id;

/**
 * The buckets of the stacks, on a port of their own for the functions and through the site's host for browsers:
 * objects are written, read, copied and deleted one by one, with S3's signatures, policies and refusals. Who has which
 * rights, versions and CORS are not played; what expires is forgotten when it is asked for.
 */
export async function startObjects(assembly: Assembly, folder: string | undefined) {
  const all = assembly.all<Bucket>("AWS::S3::Bucket");
  const buckets = new Set(all.map(nameOf));
  const store = openObjects(folder);

  const answer = async (asked: Asked): Promise<Reply> => {
    try {
      const [, bucket = "", ...steps] = decodeURIComponent(asked.url.pathname).split("/");
      if (!buckets.has(bucket)) throw new ObjectRefusal("NoSuchBucket");
      const key = steps.join("/");
      if (asked.method === "POST" && key === "") return await post(store, bucket, asked);
      const operation = operations[asked.method];
      if (!operation || key === "") throw new ObjectRefusal("MethodNotAllowed");
      expectSigned(asked);
      return await operation(store, bucket, key, asked);
    } catch (error) {
      // The store's own no; anything else is a bug and shows as one.
      if (!(error instanceof ObjectRefusal)) throw error;
      return error.reply;
    }
  };

  const server = createServer((request, response) => {
    heard(request)
      .then(answer)
      .then(
        ({ status, headers, body }) => response.writeHead(status, headers).end(body),
        (error) => {
          console.error(error);
          response.writeHead(500).end();
        },
      );
  });
  const { port, stop } = await listen(server, 0, "127.0.0.1");
  const endpoint = `http://127.0.0.1:${port}`;

  return {
    endpoint,
    find: store.find,
    /** Takes away what has lain there for as many days as its bucket says. */
    forgetExpired() {
      for (const bucket of all)
        for (const { Prefix, ExpirationInDays } of bucket.properties.LifecycleConfiguration?.Rules ?? [])
          if (Prefix && ExpirationInDays)
            store.forgetBefore(nameOf(bucket), Prefix, Date.now() - ExpirationInDays * day);
    },
    /** What the site's host passes on: under the name the address was signed for. */
    answer: (asked: Asked): Promise<Reply> => {
      const path = asked.url.href.slice(asked.url.origin.length + objectsPath.length);
      const url = new URL(path, `${endpoint}/`);
      return answer({ ...asked, url, headers: { ...asked.headers, host: url.host } });
    },
    async stop() {
      await stop();
      store.close();
    },
  };
}

async function heard(request: IncomingMessage): Promise<Asked> {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: String(request.method),
    url: new URL(String(request.url), `http://${request.headers.host}`),
    headers: Object.fromEntries(headers),
    body: await buffer(request),
    from: request.socket.remoteAddress ?? "",
  };
}

type Operation = (store: ObjectStore, bucket: string, key: string, asked: Asked) => Promise<Reply>;

const operations: Record<string, Operation> = {
  async PUT(store, bucket, key, asked) {
    const source = asked.headers["x-amz-copy-source"];
    const body = source === undefined ? asked.body : await copied(store, source, asked.headers);
    const etag = await keep(store, bucket, key, body, asked.headers);
    const xml = `<CopyObjectResult><ETag>${etag}</ETag></CopyObjectResult>`;
    return { status: 200, headers: { etag }, body: source === undefined ? "" : xml };
  },

  async GET(store, bucket, key, { url, headers: { range } }) {
    const found = await store.find(bucket, key);
    if (!found) throw new ObjectRefusal("NoSuchKey");
    const { body, type, cacheControl, etag, changed } = found;
    const asked = (name: string) => url.searchParams.get(`response-${name}`);
    const disposition = asked("content-disposition");
    const keeping = asked("cache-control") ?? cacheControl;
    const headers = {
      "content-type": asked("content-type") ?? type,
      ...(disposition && { "content-disposition": disposition }),
      ...(keeping && { "cache-control": keeping }),
      etag,
      "last-modified": new Date(changed).toUTCString(),
    };
    if (range === undefined) return { status: 200, headers, body };
    const part = partOf(range, body.length);
    const told = `bytes ${part.first}-${part.last}/${body.length}`;
    return {
      status: 206,
      headers: { ...headers, "content-range": told },
      body: body.subarray(part.first, part.last + 1),
    };
  },

  async DELETE(store, bucket, key) {
    await store.forget(bucket, key);
    return { status: 204, headers: {}, body: "" };
  },
};
operations["HEAD"] = async (...given) => ({
  ...(await (operations["GET"] as Operation)(...given)),
  body: "",
});

/** A browser's form: its fields, then the file, as far as the signed policy allows it. */
async function post(store: ObjectStore, bucket: string, { body, headers }: Asked): Promise<Reply> {
  const sent = await new Response(new Uint8Array(body), {
    headers: { "content-type": headers["content-type"] ?? "" },
  })
    .formData()
    .catch(() => {
      throw new ObjectRefusal("MalformedPOSTRequest");
    });
  const file = sent.get("file");
  if (file === null)
    throw new ObjectRefusal("InvalidArgument", "POST requires exactly one file upload per request.");
  const bytes = typeof file === "string" ? Buffer.from(file) : Buffer.from(await file.arrayBuffer());
  sent.delete("file");
  const fields = Object.fromEntries(Array.from(sent, ([name, value]) => [name.toLowerCase(), String(value)]));
  const { key } = fields;
  if (!key) throw new ObjectRefusal("InvalidArgument", "Bucket POST must contain a field named 'key'.");
  expectAllowed({ ...fields, bucket }, bytes.length);
  const etag = await keep(store, bucket, key, bytes, fields);
  return { status: 204, headers: { etag }, body: "" };
}

async function keep(
  store: ObjectStore,
  bucket: string,
  key: string,
  body: Buffer,
  told: Record<string, string>,
) {
  const etag = `"${createHash("md5").update(body).digest("hex")}"`;
  const type = told["content-type"] ?? "binary/octet-stream";
  const changed = new Date(Date.now()).toISOString();
  await store.keep(bucket, key, { body, type, cacheControl: told["cache-control"], etag, changed });
  return etag;
}

async function copied(store: ObjectStore, source: string, headers: Record<string, string>): Promise<Buffer> {
  const [bucket = "", ...steps] = decodeURIComponent(source).replace(/^\//, "").split("/");
  const found = await store.find(bucket, steps.join("/"));
  if (!found) throw new ObjectRefusal("NoSuchKey");
  const wanted = headers["x-amz-copy-source-if-match"];
  if (wanted !== undefined && wanted !== found.etag) throw new ObjectRefusal("PreconditionFailed");
  return found.body;
}

/** `bytes=0-99`, or `bytes=-99` for the last ones. */
function partOf(range: string, size: number) {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (first > last) throw new ObjectRefusal("InvalidRange");
  return { first, last };
}
