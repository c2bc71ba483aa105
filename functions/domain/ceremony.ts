import * as z from "zod/mini";
import { refuse } from "./refuse.ts";
import { Instant, Slug } from "./text.ts";

/** One key pair for the rehearsal, one for each poll or further round of the day. */
export const keyPairs = 16;
export const sharePairs = ["1-2", "1-3", "2-3"] as const;
export const SharePair = z.enum(sharePairs);
export type SharePair = (typeof sharePairs)[number];

/** An uncompressed point of P-256 in base64url: 65 bytes. */
const PublicKey = z.string().check(z.regex(/^[\w-]{87}$/));
const Digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * What the tellers' device publishes of the keys it made: public keys, the SHA-256 of each whole share, and a riddle
 * sealed to the rehearsal key, of which only the SHA-256 of the answer is known here.
 */
export const Published = z.strictObject({
  keys: z.array(PublicKey).check(z.minLength(keyPairs), z.maxLength(keyPairs)),
  shares: z.array(Digest).check(z.minLength(3), z.maxLength(3)),
  riddle: z.string().check(z.regex(/^[\w-]{130}$/)),
  answer: Digest,
});

export type Published = z.output<typeof Published>;

/** The key ceremony of a conference and what has become of it. */
export const Ceremony = z.object({
  conference: Slug,
  ...Published.shape,
  fingerprint: Digest,
  made: z.object({ by: z.string(), at: Instant }),
  /** Pairs of shares that opened the riddle, and by whose hand. */
  rehearsed: z.array(z.object({ pair: SharePair, by: z.string(), at: Instant })),
  /** Shares said to be destroyed after the minutes were signed. */
  destroyed: z.array(z.object({ share: z.int().check(z.gte(1), z.lte(3)), by: z.string(), at: Instant })),
});
export type Ceremony = z.output<typeof Ceremony>;

export const isRehearsed = ({ rehearsed }: Ceremony) =>
  sharePairs.every((pair) => rehearsed.some((one) => one.pair === pair));

/** The key of a slot, once every pair of shares has been seen to open; slot 0 is for trying. */
export function keyFor(ceremony: Ceremony | undefined, slot: number): string {
  if (!ceremony) throw refuse("ceremony/missing");
  if (slot > 0 && !isRehearsed(ceremony)) {
    const seen = ceremony.rehearsed.map(({ pair }) => pair);
    throw refuse("ceremony/not-rehearsed", { missing: sharePairs.filter((pair) => !seen.includes(pair)) });
  }
  if (slot > 0 && ceremony.destroyed.length > 0) throw refuse("ceremony/over");
  const key = ceremony.keys[slot];
  if (key === undefined) throw refuse("ceremony/no-keys-left", { most: keyPairs - 1 });
  return key;
}
