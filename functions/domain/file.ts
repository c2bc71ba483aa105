import * as z from "zod/mini";
import { refuse } from "./refuse.ts";
import { Code } from "./scheme.ts";
import { Instant, Name, Slug } from "./text.ts";

/** What a file may be: pictures as the page makes them anew, and documents. */
export const FileType = z.enum(["image/jpeg", "image/webp", "application/pdf"]);
export type FileType = z.output<typeof FileType>;

/** How large one file may be. A photograph made smaller by the page is a twentieth of it. */
export const mostBytes = 10_000_000;
/** How much of a file's beginning and of its end is looked at. */
export const looked = 2048;

/** What people call a file; it is shown, and never the name of anything. */
export const FileTitle = Name.check(z.refine((title) => !/[\\/]/.test(title), "a path"));

/**
 * A photograph or document behind a line. `since` is the version of the sheet it came with; `until` the one it was
 * taken out of, where an earlier version was handed in with it.
 */
export const File = z.object({
  file: Slug,
  line: Code,
  type: FileType,
  size: z.int(),
  by: z.string(),
  at: Instant,
  since: z.int(),
  until: z.optional(z.int()),
  title: z.optional(FileTitle),
});
export type File = z.output<typeof File>;

/** A file as it is kept: one line of text. */
export const PackedFile = z.codec(z.string(), File, {
  encode: ({ file, line, type, size, by, at, since, until, title }) =>
    [file, line, type, size, by, at, since, until ?? "", title ?? ""].join("\t"),
  decode: (kept) => {
    const [file = "", line = "", type = "", size, by = "", at = "", since, until, title] = kept.split("\t");
    return {
      file,
      line,
      type: type as FileType,
      size: Number(size),
      by,
      at,
      since: Number(since),
      ...(until && { until: Number(until) }),
      ...(title && { title }),
    };
  },
});

/** What lies at a file's ends. */
type Ends = { first: Uint8Array; last: Uint8Array; size: number };

/**
 * A file is what its own bytes say, from the first to the last: what only begins as a picture, carries something else
 * behind it, or names itself otherwise is not taken. It is no search for malware; it keeps out what is not shown here.
 */
export function expectSound(ends: Ends, type: FileType) {
  if (ends.size > mostBytes) throw refuse("evidence/too-large", { most: mostBytes });
  if (!isA[type](ends) || forbidden.some((sign) => holds(ends, sign)))
    throw refuse("evidence/not-that-kind", { type });
}

const isA: Record<FileType, (ends: Ends) => boolean> = {
  "image/jpeg": ({ first, last }) =>
    begins(first, [0xff, 0xd8, 0xff]) && begins(last.subarray(-2), [0xff, 0xd9]),
  "image/webp": ({ first, size }) =>
    textOf(first.subarray(0, 4)) === "RIFF" &&
    textOf(first.subarray(8, 12)) === "WEBP" &&
    first.length >= 12 &&
    new DataView(first.buffer, first.byteOffset, first.byteLength).getUint32(4, true) + 8 === size,
  "application/pdf": ({ first, last }) =>
    /^%PDF-[12]\.\d\s/.test(textOf(first.subarray(0, 12))) && /%%EOF[\s\0]{0,64}$/.test(textOf(last)),
};

/** Signs of another kind of file, and of the file that stands for a virus in tests. */
const forbidden = [
  "<html",
  "<script",
  "<svg",
  "<!doctype",
  "PK\u0003\u0004",
  "PK\u0005\u0006",
  "EICAR-STANDARD",
];

const begins = (bytes: Uint8Array, sign: number[]) => sign.every((byte, at) => bytes[at] === byte);
const holds = ({ first, last }: Ends, sign: string) =>
  [first, last].some((bytes) => textOf(bytes).toLowerCase().includes(sign.toLowerCase()));
const textOf = (bytes: Uint8Array) => String.fromCharCode(...bytes);
