import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { ObjectRefusal } from "./object-refusal.ts";
import type { Asked } from "./server.ts";

type Fields = Readonly<Record<string, string>>;
type Signed = { scope: string; stamp: string; names: string[]; signature: string };

const unsigned = "UNSIGNED-PAYLOAD";
const hexOf = (body: Buffer | string) => createHash("sha256").update(body).digest("hex");

/** Refuses whatever is not signed as S3 would have it, by a header or in the address, and what is signed for a time gone by. */
export function expectSigned({ method, url, headers, body }: Asked) {
  const query = new Map(url.searchParams);
  const inAddress = query.has("X-Amz-Signature");
  const signed = inAddress ? fromAddress(query) : fromHeader(headers);
  query.delete("X-Amz-Signature");
  const sent = (inAddress ? query.get("X-Amz-Content-Sha256") : headers["x-amz-content-sha256"]) ?? unsigned;
  if (sent !== unsigned && sent !== hexOf(body)) throw new ObjectRefusal("XAmzContentSHA256Mismatch");

  const canonical = [
    method,
    url.pathname,
    Array.from(query, ([name, value]) => `${escaped(name)}=${escaped(value)}`)
      .toSorted()
      .join("&"),
    ...signed.names.map((name) => `${name}:${(headers[name] ?? "").trim().replace(/\s+/g, " ")}`),
    "",
    signed.names.join(";"),
    sent,
  ].join("\n");
  const text = ["AWS4-HMAC-SHA256", signed.stamp, signed.scope, hexOf(canonical)].join("\n");
  expectSame(signed, text);

  const age = Date.now() - timeOf(signed.stamp);
  const lives = inAddress ? Number(query.get("X-Amz-Expires")) * 1000 : 15 * 60_000;
  if (age > lives || age < -15 * 60_000)
    throw inAddress
      ? new ObjectRefusal("AccessDenied", "Request has expired")
      : new ObjectRefusal("RequestTimeTooSkewed");
}

/** Refuses a form whose policy is not ours, is over, or does not allow what is sent; every field must be named in it. */
export function expectAllowed(fields: Fields, size: number) {
  const policy = fields["policy"] ?? "";
  const credential = fields["x-amz-credential"] ?? "";
  const [, ...scope] = credential.split("/");
  const signed = {
    scope: scope.join("/"),
    stamp: fields["x-amz-date"] ?? "",
    signature: fields["x-amz-signature"] ?? "",
  };
  expectKnown(credential);
  expectSame(signed, policy);

  const { expiration, conditions } = JSON.parse(Buffer.from(policy, "base64").toString("utf8"));
  if (!(Date.parse(expiration) > Date.now())) throw notByPolicy("Policy expired.");
  const named = new Set(["policy", "x-amz-signature", "bucket"]);
  for (const condition of conditions) named.add(expectMet(condition, fields, size));
  for (const name of Object.keys(fields))
    if (!named.has(name) && !name.startsWith("x-ignore-")) throw notByPolicy(`Extra input fields: ${name}`);
}

/** Whether one condition of a policy is met; gives the field it speaks of. */
function expectMet(condition: unknown, fields: Fields, size: number): string {
  const [how, of, wanted] = Array.isArray(condition)
    ? condition
    : ["eq", `$${Object.keys(condition as object)[0]}`, Object.values(condition as object)[0]];
  if (how === "content-length-range") {
    if (size < Number(of)) throw new ObjectRefusal("EntityTooSmall");
    if (size > Number(wanted)) throw new ObjectRefusal("EntityTooLarge");
    return "";
  }
  const name = String(of).slice(1).toLowerCase();
  const is = fields[name] ?? "";
  const isMet = how === "starts-with" ? is.startsWith(String(wanted)) : is === wanted;
  if (!isMet) throw notByPolicy(`Policy Condition failed: ${JSON.stringify([how, of, wanted])}`);
  return name;
}

const notByPolicy = (why: string) => new ObjectRefusal("AccessDenied", `Invalid according to Policy: ${why}`);

function fromAddress(query: ReadonlyMap<string, string>): Signed {
  const [key = "", ...scope] = (query.get("X-Amz-Credential") ?? "").split("/");
  expectKnown(key);
  return {
    scope: scope.join("/"),
    stamp: query.get("X-Amz-Date") ?? "",
    names: (query.get("X-Amz-SignedHeaders") ?? "").split(";"),
    signature: query.get("X-Amz-Signature") ?? "",
  };
}

function fromHeader(headers: Fields): Signed {
  const { authorization = "" } = headers;
  const part = (name: string) => new RegExp(`${name}=([^, ]+)`).exec(authorization)?.[1] ?? "";
  if (!authorization.startsWith("AWS4-HMAC-SHA256 ")) throw new ObjectRefusal("AccessDenied");
  const [key = "", ...scope] = part("Credential").split("/");
  expectKnown(key);
  return {
    scope: scope.join("/"),
    stamp: headers["x-amz-date"] ?? "",
    names: part("SignedHeaders").split(";"),
    signature: part("Signature"),
  };
}

function expectKnown(credential: string) {
  if (credential.split("/")[0] !== process.env["AWS_ACCESS_KEY_ID"])
    throw new ObjectRefusal("InvalidAccessKeyId");
}

function expectSame({ scope, signature }: Pick<Signed, "scope" | "signature">, text: string) {
  const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();
  const key = scope.split("/").reduce<string | Buffer>(hmac, `AWS4${process.env["AWS_SECRET_ACCESS_KEY"]}`);
  const ours = hmac(key, text);
  const theirs = Buffer.from(signature, "hex");
  if (theirs.length !== ours.length || !timingSafeEqual(ours, theirs))
    throw new ObjectRefusal("SignatureDoesNotMatch");
}

const escaped = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** `20260101T000000Z` as a time. */
const timeOf = (stamp: string) =>
  Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z")) || 0;
