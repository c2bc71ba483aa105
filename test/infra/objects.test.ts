import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Local, startLocal } from "#infra/local/local.ts";
import type { Form, objectsIn } from "#lib/objects.ts";

type Objects = ReturnType<typeof objectsIn>;

const folder = mkdtempSync(join(tmpdir(), "kept-"));
let local: Local;
let evidence: Objects;
let site: Objects;
let sdk: S3Client;
const bucket = () => String(process.env["EVIDENCE_BUCKET"]);

beforeAll(async () => {
  local = await startLocal({ quiet: true, dataDir: folder });
  const { objectsIn } = await import("#lib/objects.ts");
  evidence = objectsIn(bucket());
  site = objectsIn(String(process.env["SITE_BUCKET"]));
  sdk = new S3Client({ forcePathStyle: true });
});
afterAll(async () => {
  await local.stop();
  rmSync(folder, { recursive: true });
});

const bytes = Buffer.from("the bytes of a file");
const jpeg = { type: "image/jpeg", most: 1000, seconds: 60 };
/** What the functions hand out, as a browser reaches it: the front writes the address anew. */
const here = (address: string) =>
  local.url + address.replace(String(process.env["AWS_ENDPOINT_URL_S3"]), "/objects");

async function post({ url, fields }: Form, file: Buffer = bytes, changes: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changes })) form.set(name, value);
  form.set("file", new Blob([new Uint8Array(file)]), "../../etc/passwd");
  const reply = await fetch(here(url), { method: "POST", body: form });
  return [reply.status, /<Code>(\w+)/.exec(await reply.text())?.[1]];
}

test("what is put is read back whole, in part and from its end, until it is removed", async () => {
  await evidence.put("vhttdl/one", bytes, { type: "image/png" });
  expect(await evidence.read("vhttdl/one")).toMatchObject({ body: bytes, size: 19, type: "image/png" });
  expect(await evidence.read("vhttdl/one", { range: "0-2" })).toMatchObject({ size: 19 });
  expect((await evidence.read("vhttdl/one", { range: "4-8" }))?.body.toString()).toBe("bytes");
  expect((await evidence.read("vhttdl/one", { range: "-4" }))?.body.toString()).toBe("file");
  await evidence.remove("vhttdl/one");
  expect(await evidence.read("vhttdl/one")).toBeUndefined();
  await evidence.remove("vhttdl/one");
});

test("an empty object can be read in part", async () => {
  await evidence.put("vhttdl/empty", Buffer.alloc(0), { type: "image/png" });
  expect(await evidence.read("vhttdl/empty", { range: "0-2" })).toMatchObject({ size: 0 });
});

test("what was checked is copied, and nothing that came after it", async () => {
  await evidence.put("incoming/two", bytes, { type: "image/jpeg" });
  const checked = await evidence.read("incoming/two");
  const { etag } = checked ?? { etag: "" };
  await evidence.put("incoming/two", Buffer.from("something else"), { type: "image/jpeg" });
  expect(await evidence.copy("incoming/two", "vhttdl/two", { etag, type: "image/jpeg" })).toBe(false);
  expect(await evidence.read("vhttdl/two")).toBeUndefined();
  await evidence.put("incoming/two", bytes, { type: "image/jpeg" });
  expect(await evidence.copy("incoming/two", "vhttdl/two", { etag, type: "image/webp" })).toBe(true);
  expect(await evidence.read("vhttdl/two")).toMatchObject({ body: bytes, type: "image/webp" });
  expect(await evidence.copy("incoming/gone", "vhttdl/gone", { etag, type: "image/jpeg" })).toBe(false);
});

test("the SDK's own client understands the buckets played here, and we understand what it wrote", async () => {
  const [Bucket, Key] = [bucket(), "vhttdl/three"];
  const to = { Bucket, Key };
  await sdk.send(new PutObjectCommand({ ...to, Body: bytes, ContentType: "image/png" }));
  expect(await evidence.read(Key)).toMatchObject({ body: bytes, type: "image/png" });
  const { Body, ContentRange } = await sdk.send(new GetObjectCommand({ ...to, Range: "bytes=4-8" }));
  expect([await Body?.transformToString(), ContentRange]).toEqual(["bytes", "bytes 4-8/19"]);
  await sdk.send(new CopyObjectCommand({ Bucket, Key: "vhttdl/four", CopySource: `${Bucket}/${Key}` }));
  await sdk.send(new DeleteObjectCommand(to));
  await expect(sdk.send(new GetObjectCommand(to))).rejects.toThrow(
    expect.objectContaining({ name: "NoSuchKey" }),
  );
  expect((await evidence.read("vhttdl/four"))?.body).toEqual(bytes);
});

test("a form is signed as the SDK signs one", async () => {
  const at = vi.spyOn(Date, "now").mockReturnValue(Date.parse("2026-12-10T01:00:00.500Z"));
  const ours = await evidence.formFor("incoming/five", jpeg);
  // A client of its own: the other has heard from the server what time it is.
  const theirs = await createPresignedPost(new S3Client({ forcePathStyle: true }), {
    Bucket: bucket(),
    Key: "incoming/five",
    Fields: { "Content-Type": "image/jpeg" },
    Conditions: [["content-length-range", 1, 1000]],
    Expires: 60,
  });
  at.mockRestore();
  const policyOf = ({ fields: { Policy = "" } }: Form) => {
    const { expiration, conditions } = JSON.parse(Buffer.from(Policy, "base64").toString());
    return {
      seconds: Math.floor(Date.parse(expiration) / 1000),
      conditions: conditions.map(JSON.stringify).toSorted(),
    };
  };
  expect(policyOf(ours)).toEqual(policyOf(theirs));
  const { Policy: _1, "X-Amz-Signature": _2, ...fields } = ours.fields;
  expect(theirs.fields).toMatchObject(fields);
  expect(await post(theirs)).toEqual([204, undefined]);
  expect(await post(ours)).toEqual([204, undefined]);
});

test("a form takes one file, whatever the file calls itself", async () => {
  expect(await post(await evidence.formFor("incoming/six", jpeg))).toEqual([204, undefined]);
  expect(await evidence.read("incoming/six")).toMatchObject({ body: bytes, type: "image/jpeg" });
  expect(await post(await createPresignedPost(sdk, { Bucket: bucket(), Key: "incoming/7" }))).toEqual([
    204,
    undefined,
  ]);
});

test.for([
  ["under another name", { key: "vhttdl/one-of-theirs" }, "AccessDenied"],
  ["as another type", { "Content-Type": "text/html" }, "AccessDenied"],
  ["with anything more", { acl: "public-read" }, "AccessDenied"],
  ["under a policy of one's own", { Policy: Buffer.from("{}").toString("base64") }, "SignatureDoesNotMatch"],
  ["with a signature of one's own", { "X-Amz-Signature": "00".repeat(32) }, "SignatureDoesNotMatch"],
  ["as somebody else", { "X-Amz-Credential": "other/20261210/local/s3/aws4_request" }, "InvalidAccessKeyId"],
] as const)("a form is refused %s", async ([, changes, code]) => {
  const form = await evidence.formFor("incoming/seven", jpeg);
  expect(await post(form, bytes, changes)).toEqual([403, code]);
  expect(await evidence.read("incoming/seven")).toBeUndefined();
});

test("a form is refused when its file is too large or empty, and when its time is over", async () => {
  const form = await evidence.formFor("incoming/eight", jpeg);
  expect(await post(form, Buffer.alloc(1001))).toEqual([400, "EntityTooLarge"]);
  expect(await post(form, Buffer.alloc(0))).toEqual([400, "EntityTooSmall"]);
  const later = Date.now() + 61_000;
  const at = vi.spyOn(Date, "now").mockReturnValue(later);
  const answer = await post(form);
  at.mockRestore();
  expect(answer).toEqual([403, "AccessDenied"]);
  expect(await evidence.read("incoming/eight")).toBeUndefined();
});

const shown = { type: "image/jpeg", disposition: 'inline; filename="anh.jpg"', seconds: 60 };

test("an address shows one object as it was signed, to whoever has it, and only for its time", async () => {
  await evidence.put("vhttdl/nine", bytes, { type: "text/html" });
  await evidence.put("vhttdl/ten", bytes, { type: "text/html" });
  const address = here(await evidence.linkTo("vhttdl/nine", shown));
  const reply = await fetch(address);
  expect(Buffer.from(await reply.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    "content-type": "image/jpeg",
    "content-disposition": 'inline; filename="anh.jpg"',
    "cache-control": "private, max-age=60",
  });
  for (const other of [
    address.replace("nine", "ten"),
    address.replace("image%2Fjpeg", "text%2Fhtml"),
    address.replace("Expires=60", "Expires=6000"),
    address.replace(/\?.*/, ""),
  ])
    expect((await fetch(other)).status, other).toBe(403);
  const later = Date.now() + 61_000;
  const at = vi.spyOn(Date, "now").mockReturnValue(later);
  const { status } = await fetch(address);
  at.mockRestore();
  expect(status).toBe(403);
});

test("on one machine nothing a stranger sent may act on the site's own host", async () => {
  await evidence.put("vhttdl/page", Buffer.from("<script>alert(1)</script>"), { type: "text/html" });
  const reply = await fetch(here(await evidence.linkTo("vhttdl/page", { ...shown, type: "text/html" })));
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
});

test("nobody lists a bucket, names one that is not there, or leaves one", async () => {
  for (const [path, status] of [
    [`/objects/${bucket()}/`, 405],
    [`/objects/${bucket()}/vhttdl/nine`, 403],
    ["/objects/nowhere/one", 404],
    [`/objects/${bucket()}/..%2f..%2fsecrets.json`, 403],
  ] as const)
    expect((await fetch(local.url + path)).status, path).toBe(status);
  await evidence.put("..%2f..%2fescaped", bytes, { type: "image/png" });
  expect(existsSync(join(folder, "escaped"))).toBe(false);
  expect(readdirSync(folder)).not.toContain("escaped.object");
});

test("a page the functions put under public/ is a page of the site, until it is removed", async () => {
  const told = { type: "text/html; charset=utf-8", cacheControl: "public, max-age=60" };
  await site.put("public/vhttdl/index.html", Buffer.from("<h1>Cụm 4</h1>"), told);
  const reply = await fetch(`${local.url}/public/vhttdl/index.html`);
  expect(await reply.text()).toBe("<h1>Cụm 4</h1>");
  expect(reply.headers.get("cache-control")).toBe("public, max-age=60");
  expect(reply.headers.get("content-security-policy")).toContain("default-src 'self'");
  await site.remove("public/vhttdl/index.html");
  expect((await fetch(`${local.url}/public/vhttdl/index.html`)).status).toBe(404);
});

test("what was sent and never taken is forgotten after a day, and nothing else is", async () => {
  await evidence.put("incoming/vhttdl/old", bytes, { type: "image/png" });
  await evidence.put("vhttdl/old", bytes, { type: "image/png" });
  await local.forgetExpired();
  expect(await evidence.read("incoming/vhttdl/old")).toBeDefined();
  local.clock.moveTo(Date.now() + 25 * 60 * 60_000);
  await local.forgetExpired();
  expect(await evidence.read("incoming/vhttdl/old")).toBeUndefined();
  expect(await evidence.read("vhttdl/old")).toBeDefined();
  local.clock.release();
});

test("files are there again after a start", async () => {
  await evidence.put("vhttdl/kept", bytes, { type: "image/png" });
  await local.stop();
  local = await startLocal({ quiet: true, dataDir: folder });
  // The same code under another address: a process asks the address it began with.
  vi.resetModules();
  const { objectsIn } = await import("#lib/objects.ts");
  expect((await objectsIn(bucket()).read("vhttdl/kept"))?.body).toEqual(bytes);
});
