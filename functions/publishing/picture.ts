import { crc32, inflateSync } from "node:zlib";
import type { PageLanguage } from "#domain/public-address.ts";
import { refuse } from "#domain/refuse.ts";
import { digestOf } from "#lib/digest.ts";

const width = 1200;
const height = 630;
const most = 400_000;
const signature = "89504e470d0a1a0a";
/** What a picture needs, and how its colours are meant; nothing that carries words. */
const chunks = new Set(["IHDR", "PLTE", "sRGB", "gAMA", "cHRM", "pHYs", "sBIT", "IDAT", "IEND"]);

/** One for each language they are given in, and the names they get. */
export function picturesFrom(given: Partial<Record<PageLanguage, string>>) {
  const drawn = Object.entries(given) as [PageLanguage, string][];
  const digests = drawn.map(([language, base64]) => [language, digestOf(base64).slice(0, 12)]);
  return {
    digests: Object.fromEntries(digests) as Partial<Record<PageLanguage, string>>,
    bytes: drawn.map(([language, base64]) => [language, pictureFrom(base64)] as const),
  };
}

/** A picture of the one size there is, whole to its last byte, and nothing else in the same file. */
function pictureFrom(base64: string): Buffer {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length > most || bytes.subarray(0, 8).toString("hex") !== signature) throw bad("no-picture");
  const parts = Array.from(chunksIn(bytes));
  const [header] = parts;
  if (header?.type !== "IHDR" || header.data.length !== 13 || parts.at(-1)?.type !== "IEND")
    throw bad("no-picture");
  if (header.data.readUInt32BE(0) !== width || header.data.readUInt32BE(4) !== height) throw bad("size");
  const channels = { 2: 3, 6: 4 }[header.data[9] ?? 0];
  if (header.data[8] !== 8 || !channels || header.data[12] !== 0) throw bad("no-picture");
  const packed = Buffer.concat(parts.filter(({ type }) => type === "IDAT").map(({ data }) => data));
  const length = height * (1 + width * channels);
  if (unpacked(packed, length)?.length !== length) throw bad("no-picture");
  return bytes;
}

function* chunksIn(bytes: Buffer) {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (end > bytes.length || !chunks.has(type)) throw bad("no-picture");
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw bad("no-picture");
    yield { type, data: bytes.subarray(at + 8, end - 4) };
    at = end;
    if (type === "IEND") break;
  }
  if (at !== bytes.length) throw bad("no-picture");
}

/** What would unpack to more than the picture holds is not unpacked. */
function unpacked(packed: Buffer, length: number): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: length + 1 });
  } catch {
    return undefined;
  }
}

const bad = (because: "no-picture" | "size") => refuse("publication/bad-picture", { because, width, height });
