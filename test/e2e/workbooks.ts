import writeExcelFile from "write-excel-file/node";
import { Allowance, directoryOf, stored, unpacked } from "../../web/src/spreadsheet/zip.ts";

type Cell = string | number | null | { value: string | number | Date; [style: string]: unknown };

/** A workbook of one sheet as a spreadsheet saves it. */
export const workbook = (rows: readonly (readonly Cell[])[]): Promise<Buffer> =>
  writeExcelFile(rows as never, { sheet: "Bảng" }).toBuffer();

/** The same with another part, such as a picture or macros. */
export async function withPart(bytes: Buffer, path: string, content: Uint8Array): Promise<Buffer> {
  const parts = new Map<string, Uint8Array>();
  for (const entry of directoryOf(bytes) ?? [])
    parts.set(entry.path, await unpacked(entry, new Allowance(100_000_000)));
  return Buffer.from(stored(parts.set(path, content)));
}

/** Letters that no packing makes much shorter, the same at every run. */
function noise(length: number, seed: number): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(97 + ((state >>> 8) % 26));
  }).join("");
}

/** Tens of thousands of rows, as near to ten megabytes as may be chosen. */
export const crowded = (rows: number): Promise<Buffer> =>
  workbook([
    ["STT", "Tên đơn vị", "Địa chỉ", "Ghi chú"],
    ...Array.from({ length: rows }, (_, at) => [
      at + 1,
      `Ủy ban nhân dân xã số ${at + 1}`,
      noise(150, at),
      noise(150, at * 7 + 3),
    ]),
  ]);

const sector = 512;

/** The container Office had before 2007, with one stream of a name: so come old workbooks, and new ones that are locked. */
export function container(stream: string): Buffer {
  const head = Buffer.alloc(sector);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
    [44, 1],
    [48, 1],
    [56, 4096],
  ] as const)
    head.writeUInt16LE(value, at);
  head.fill(0xff, 76);
  head.writeInt32LE(0, 76);
  const table = Buffer.alloc(sector, 0xff);
  table.writeInt32LE(-3, 0);
  table.writeInt32LE(-2, 4);
  const directory = Buffer.alloc(sector);
  for (const [at, name] of ["Root Entry", stream].entries()) {
    const entry = at * 128;
    directory.write(`${name}\0`, entry, "utf16le");
    directory.writeUInt16LE((name.length + 1) * 2, entry + 64);
    directory.writeUInt8(at === 0 ? 5 : 2, entry + 66);
  }
  return Buffer.concat([head, table, directory, Buffer.alloc(8 * sector)]);
}
