import { fromText, hashOf, toText } from "#lib/envelope.ts";

/*
 * A share of the keys, or the slice of it that opens one poll, as text: for a QR code read by a page's camera, for
 * paper, and for whoever must type. A few letters of a hash at the end tell a wrong scan from a right one.
 */

/** What one holder hands over for one poll: it opens that box together with another one's, and nothing else. */
export type Slice = { conference: string; slot: number; no: number; bytes: Uint8Array };
export type Piece =
  | { kind: "share"; share: Uint8Array }
  | { kind: "slice"; slice: Slice }
  | { kind: "stranger" }
  | { kind: "damaged" };

const shareMark = "TDM";
const sliceMark = "TDL";
const checkLength = 6;

const checkOf = async (text: string) =>
  toText(await hashOf(new TextEncoder().encode(text))).slice(0, checkLength);
const checked = async (text: string) => `${text}.${await checkOf(text)}`;

export const textOfShare = (share: Uint8Array) => checked(`${shareMark}.${toText(share)}`);

export const textOfSlice = ({ conference, slot, no, bytes }: Slice) =>
  checked([sliceMark, conference, slot, no, toText(bytes)].join("."));

/** In groups of five, eight to a line, for paper. */
export const inGroups = (text: string): string[] =>
  text.match(/.{1,40}/g)?.map((line) => line.replace(/(.{5})(?=.)/g, "$1 ")) ?? [];

/** Whatever was scanned, pasted or typed; spaces and line ends do not matter. */
export async function pieceFrom(given: string): Promise<Piece> {
  const text = given.replace(/\s/g, "");
  const parts = text.split(".");
  const [mark, ...rest] = parts.slice(0, -1);
  if (mark !== shareMark && mark !== sliceMark) return { kind: "stranger" };
  const body = text.slice(0, text.lastIndexOf("."));
  if (parts.at(-1) !== (await checkOf(body)) || !isText(rest.at(-1))) return { kind: "damaged" };
  if (mark === shareMark) return { kind: "share", share: fromText(rest[0] ?? "") };
  const [conference = "", slot, no, bytes = ""] = rest;
  return {
    kind: "slice",
    slice: { conference, slot: Number(slot), no: Number(no), bytes: fromText(bytes) },
  };
}

const isText = (text = "") => /^[\w-]+$/.test(text) && text.length % 4 !== 1;
