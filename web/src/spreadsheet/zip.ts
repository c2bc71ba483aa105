/** One file in a zip, as its directory tells of it: what it says of sizes is not believed. */
export type Entry = { path: string; method: number; packed: Uint8Array; isLocked: boolean };

const endOfDirectory = 0x06054b50;
const longestComment = 65_557;

/** What a zip holds; undefined where the bytes are no whole zip. */
export function directoryOf(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    const end = endIn(view);
    if (end === undefined) return undefined;
    const entries: Entry[] = [];
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      const length = view.getUint16(at + 28, true);
      const local = view.getUint32(at + 42, true);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      entries.push({
        path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
        method: view.getUint16(at + 10, true),
        packed: bytes.subarray(start, start + view.getUint32(at + 20, true)),
        isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      });
      at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return entries;
  } catch (error) {
    // An offset that leads outside: the file was cut off.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function endIn(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at > last - longestComment; at -= 1)
    if (view.getUint32(at, true) === endOfDirectory) return at;
  return undefined;
}

/** What was packed came out larger than anybody may send. */
export class TooMuch extends Error {
  override readonly name = "TooMuch";
}

/** So much may come out of all files of a zip together. */
export class Allowance {
  #left: number;
  constructor(bytes: number) {
    this.#left = bytes;
  }
  take(bytes: number) {
    this.#left -= bytes;
    if (this.#left < 0) throw new TooMuch();
  }
}

/** Unpacks piece by piece and stops at the allowance, however small the file looked. */
export async function unpacked({ method, packed }: Entry, allowance: Allowance): Promise<Uint8Array> {
  if (method === 0) {
    allowance.take(packed.length);
    return packed;
  }
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (!value) continue;
    allowance.take(value.length);
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** The same files in a zip that packs nothing: whoever reads it has nothing to unpack. */
export const stored = (files: ReadonlyMap<string, Uint8Array>): ArrayBuffer =>
  zipOf(Array.from(files, ([path, content]) => ({ path, content, packed: content, method: 0 })));

/** A zip as small as the browser makes it. */
export async function packed(files: ReadonlyMap<string, Uint8Array>): Promise<ArrayBuffer> {
  // Before Safari 16.4 and Firefox 113 it is larger.
  if (typeof CompressionStream === "undefined") return stored(files);
  const parts = Array.from(files, async ([path, content]) => {
    const stream = new Blob([content.slice()]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    return { path, content, packed: new Uint8Array(await new Response(stream).arrayBuffer()), method: 8 };
  });
  return zipOf(await Promise.all(parts));
}

type Part = { path: string; content: Uint8Array; packed: Uint8Array; method: number };

function zipOf(parts: readonly Part[]): ArrayBuffer {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { path, content, packed, method } of parts) {
    const name = new TextEncoder().encode(path);
    const local = record(30, 0x04034b50, name);
    local.view.setUint16(8, method, true);
    local.view.setUint32(14, sumOf(content), true);
    local.view.setUint32(18, packed.length, true);
    local.view.setUint32(22, content.length, true);
    local.view.setUint16(26, name.length, true);
    pieces.push(local.bytes, packed.slice());
    const entry = record(46, 0x02014b50, name);
    entry.view.setUint16(10, method, true);
    entry.view.setUint32(16, sumOf(content), true);
    entry.view.setUint32(20, packed.length, true);
    entry.view.setUint32(24, content.length, true);
    entry.view.setUint16(28, name.length, true);
    entry.view.setUint32(42, offset, true);
    directory.push(entry.bytes);
    offset += local.bytes.length + packed.length;
  }
  const end = record(22, endOfDirectory, new Uint8Array());
  end.view.setUint16(8, parts.length, true);
  end.view.setUint16(10, parts.length, true);
  end.view.setUint32(
    12,
    directory.reduce((sum, { length }) => sum + length, 0),
    true,
  );
  end.view.setUint32(16, offset, true);
  return joined([...pieces, ...directory, end.bytes]);
}

const sums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** The check sum every zip carries (CRC-32): without it a spreadsheet calls the file broken. */
function sumOf(content: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of content) sum = (sums[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
}

function record(size: number, signature: number, name: Uint8Array) {
  const bytes = new Uint8Array(size + name.length);
  bytes.set(name, size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  return { bytes, view };
}

function joined(pieces: readonly Uint8Array[]): ArrayBuffer {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all.buffer;
}
