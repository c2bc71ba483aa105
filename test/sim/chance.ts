import { hash } from "node:crypto";

type Word = string | number;

/**
 * A fault is a hash of what it happens to, not a draw: the same seed, kind, actor and step give the same number between
 * 0 and 1, in whatever order anybody asks.
 */
export const chanceOf = (...words: readonly Word[]) =>
  hash("sha256", words.join("|"), "buffer").readUIntBE(0, 6) / 2 ** 48;

export type Luck = ReturnType<typeof luckOf>;

/** The chances of one seed. */
export const luckOf = (seed: number) => ({
  seed,
  is: (rate: number, ...about: readonly Word[]) => chanceOf(seed, ...about) < rate,
  /** A whole number from the first up to and with the last. */
  between: (first: number, last: number, ...about: readonly Word[]) =>
    first + Math.floor(chanceOf(seed, ...about) * (last - first + 1)),
  pick<T>(from: readonly T[], ...about: readonly Word[]): T {
    return from[Math.floor(chanceOf(seed, ...about) * from.length)] as T;
  },
  /** The same things in another order. */
  shuffled<T>(things: readonly T[], ...about: readonly Word[]): T[] {
    return things
      .map((thing, place) => ({ thing, chance: chanceOf(seed, ...about, place) }))
      .toSorted((a, b) => a.chance - b.chance)
      .map(({ thing }) => thing);
  },
});
