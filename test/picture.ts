import { crc32, deflateSync } from "node:zlib";

type Chunk = readonly [type: string, data: Buffer];

/** A plain picture as a browser's canvas gives it, or nearly one. */
export function png({
  width = 1200,
  height = 630,
  rows = height,
  chunks = [] as readonly Chunk[],
}: {
  width?: number;
  height?: number;
  rows?: number;
  chunks?: readonly Chunk[];
} = {}): string {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(rows * (1 + width * 4)));
  const all: Chunk[] = [["IHDR", header], ...chunks, ["IDAT", pixels], ["IEND", Buffer.alloc(0)]];
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...all.map(written)]).toString("base64");
}

function written([type, data]: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
