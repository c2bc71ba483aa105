import { expect, test } from "vitest";
import { type Ceremony, isRehearsed, keyFor, keyPairs, Published, sharePairs } from "#domain/ceremony.ts";
import { fits, refusal } from "./given.ts";

const at = "2027-01-17T01:00:00.000Z";
const published = {
  keys: Array.from({ length: keyPairs }, (_, slot) => String.fromCharCode(65 + slot).repeat(87)),
  shares: ["0", "1", "2"].map((digit) => digit.repeat(64)),
  riddle: "A".repeat(130),
  answer: "f".repeat(64),
};
const ceremony = (...pairs: (typeof sharePairs)[number][]): Ceremony => ({
  conference: "hn-1",
  ...published,
  fingerprint: "a".repeat(64),
  made: { by: "kiem-phieu", at },
  rehearsed: pairs.map((pair) => ({ pair, by: "kiem-phieu", at })),
  destroyed: [],
});

test("sixteen keys, three shares' hashes, a riddle and its answer's hash are published, and nothing else", () => {
  expect(fits(Published, published)).toBe(true);
  for (const wrong of [
    { keys: published.keys.slice(1) },
    { keys: [...published.keys, published.keys[0]] },
    { shares: published.shares.slice(1) },
    { answer: "the answer" },
    { secret: "A".repeat(43) },
  ])
    expect(fits(Published, { ...published, ...wrong }), JSON.stringify(wrong)).toBe(false);
});

test("every pair of the shares has to be seen to open before the first poll", () => {
  expect(isRehearsed(ceremony("1-2", "2-3", "1-3"))).toBe(true);
  for (const missing of sharePairs) {
    const seen = sharePairs.filter((pair) => pair !== missing);
    expect(isRehearsed(ceremony(...seen, ...seen))).toBe(false);
    expect(() => keyFor(ceremony(...seen), 1)).toThrow(
      refusal("ceremony/not-rehearsed", { missing: [missing] }),
    );
  }
});

test("the first key is for trying, before anything was rehearsed and after the shares are destroyed", () => {
  expect(keyFor(ceremony(), 0)).toBe("A".repeat(87));
  const over = { ...ceremony(...sharePairs), destroyed: [{ share: 1, by: "kiem-phieu", at }] };
  expect(keyFor(over, 0)).toBe("A".repeat(87));
  expect(() => keyFor(over, 1)).toThrow(refusal("ceremony/over"));
});

test("each poll has a key of its own, as long as there are any", () => {
  const keys = Array.from({ length: 15 }, (_, at) => keyFor(ceremony(...sharePairs), at + 1));
  expect(new Set(keys).size).toBe(15);
  expect(keys).not.toContain(keyFor(ceremony(), 0));
  expect(() => keyFor(ceremony(...sharePairs), 16)).toThrow(refusal("ceremony/no-keys-left", { most: 15 }));
  expect(() => keyFor(undefined, 0)).toThrow(refusal("ceremony/missing"));
});
