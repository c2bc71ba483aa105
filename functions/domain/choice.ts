import { refuse } from "./refuse.ts";

/*
 * What is inside an envelope. Phones need it before they have anything else, so it comes without the schemas.
 */

/** What a sealed envelope holds, always this long: a version, a bit for each candidate, nothing else. */
const plainBytes = 24;

/** The choice as it goes into the envelope. */
export function packChoice(candidates: readonly string[], choose: readonly string[]) {
  const packed = new Uint8Array(plainBytes);
  packed[0] = 1;
  for (const name of choose) {
    const at = candidates.indexOf(name);
    if (at < 0 || at >= (plainBytes - 1) * 8) throw refuse("poll/out-of-rule", { fault: "unknown-name" });
    packed[1 + (at >> 3)] = (packed[1 + (at >> 3)] as number) | (1 << (at & 7));
  }
  return packed;
}

/** The choice an envelope held, in the order of the ballot; undefined if it is none. */
export function unpackChoice(candidates: readonly string[], packed: Uint8Array): string[] | undefined {
  if (packed.length !== plainBytes || packed[0] !== 1) return undefined;
  const isMarked = (at: number) => (((packed[1 + (at >> 3)] as number) >> (at & 7)) & 1) === 1;
  for (let at = candidates.length; at < (plainBytes - 1) * 8; at++) if (isMarked(at)) return undefined;
  return candidates.filter((_, at) => isMarked(at));
}

/** What binds an envelope to its poll: sealed for another, it does not open here. */
export const bindingOf = (
  council: string,
  { poll, bound = "" }: { poll: string; bound?: string | undefined },
) => ({
  info: `thi-dua ballot 1\n${council}\n${poll}`,
  aad: bound,
});

const codeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The tracking code of an envelope, from its SHA-256: the first 40 bits, as eight letters and digits (Crockford). */
export function codeFrom(hash: Uint8Array): string {
  const bits = Array.from(hash.subarray(0, 5), (byte) => byte.toString(2).padStart(8, "0")).join("");
  const code = (bits.match(/.{5}/g) ?? []).map((five) => codeLetters[Number.parseInt(five, 2)]).join("");
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
