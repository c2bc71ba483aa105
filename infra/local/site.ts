import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Assembly } from "./assembly.ts";
import type { Asked, Reply } from "./server.ts";

type Upload = { Exclude?: string[]; Include?: string[]; SystemMetadata?: { "cache-control"?: string } };
type Published = { type: string; cacheControl?: string | undefined; etag: string; body: Buffer };
type File = { changed: number; digest: string; body: Buffer; packed: Map<Encoding, Promise<Buffer>> };
type Encoding = "br" | "gzip" | "identity";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json",
  ".xml": "application/xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};
const compressible = /^text|json|svg|xml|wasm/;

/** The bucket of the site and what the edge does to its files: kept as long as they were uploaded for, compressed. */
export function site(
  assembly: Assembly,
  folder: string,
  find: (bucket: string, key: string) => Promise<Published | undefined> = async () => undefined,
): (asked: Asked) => Promise<Reply> {
  const [bucket = ""] = assembly
    .all<{ BucketName?: string }>("AWS::S3::Bucket")
    .flatMap(({ properties }) => properties.BucketName ?? []);
  const uploads = assembly.all<Upload>("Custom::CDKBucketDeployment").map(({ properties }) => properties);
  const root = resolve(folder);
  const files = new Map<string, File>();

  return async ({ method, url, headers }) => {
    if (method !== "GET" && method !== "HEAD") return plain(405, "Method not allowed");
    // What the functions wrote lies in the same bucket, beside what was built.
    const key = decodeURIComponent(url.pathname).slice(1);
    const published = key.startsWith("public/") ? await find(bucket, key) : undefined;
    if (published) return shown(published, headers["if-none-match"]);
    const path = resolve(join(root, decodeURIComponent(url.pathname)));
    const changed = path.startsWith(root + sep) ? await changedAt(path) : undefined;
    if (changed === undefined) return plain(404, "Not found");

    const known = files.get(path);
    const file = known?.changed === changed ? known : await read(path, changed);
    files.set(path, file);

    const type = types[extname(path)] ?? "application/octet-stream";
    const encoding = compressible.test(type) ? encodingOf(headers["accept-encoding"]) : "identity";
    const etag = `"${file.digest}-${encoding}"`;
    const name = path.slice(root.length + 1).replaceAll(sep, "/");
    const kept = { etag, vary: "accept-encoding", "cache-control": cacheControlOf(uploads, name) };
    if (headers["if-none-match"] === etag) return { status: 304, headers: kept, body: "" };
    const encoded = encoding === "identity" ? {} : { "content-encoding": encoding };
    return {
      status: 200,
      headers: { ...kept, "content-type": type, ...encoded },
      body: await bodyOf(file, encoding),
    };
  };
}

function shown({ type, cacheControl, etag, body }: Published, known: string | undefined): Reply {
  const kept = { etag, ...(cacheControl && { "cache-control": cacheControl }) };
  if (known === etag) return { status: 304, headers: kept, body: "" };
  return { status: 200, headers: { ...kept, "content-type": type }, body };
}

async function read(path: string, changed: number): Promise<File> {
  const body = await readFile(path);
  const digest = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  return { changed, digest, body, packed: new Map() };
}

async function changedAt(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.mtimeMs : undefined;
  } catch {
    // Not there is an answer, not a fault.
    return undefined;
  }
}

function encodingOf(accepted = ""): Encoding {
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : "identity";
}

const packers = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};

/** Compressed when it is first asked for, and kept. */
function bodyOf({ body, packed }: File, encoding: Encoding): Promise<Buffer> | Buffer {
  if (encoding === "identity") return body;
  const packing = packed.get(encoding) ?? packers[encoding](body);
  packed.set(encoding, packing);
  return packing;
}

/** The upload a file belongs to: all do by default, the last pattern that fits decides, as `aws s3 sync` reads them. */
function cacheControlOf(uploads: Upload[], key: string): string {
  const fits = (patterns: string[] = []) =>
    patterns.some((pattern) =>
      new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`).test(key),
    );
  const upload = uploads.find(({ Exclude, Include }) => fits(Include) || !fits(Exclude));
  return upload?.SystemMetadata?.["cache-control"] ?? "no-cache";
}

function plain(status: number, body: string): Reply {
  return { status, headers: { "content-type": "text/plain; charset=utf-8" }, body };
}
