import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixedOf, isOpenAt, patternsOf, Sealed, Sent, showsChoices } from "#domain/ballot.ts";
import { bindingOf, codeFrom, packChoice, unpackChoice } from "#domain/choice.ts";
import { digestOf } from "#lib/digest.ts";
import { fits, refusal } from "./given.ts";
import { pollOf, ruleOf } from "./polls.ts";

const names = (count: number) => Array.from({ length: count }, (_, at) => `u-${at}`);
const most = names(184);

describe("what goes into an envelope", () => {
  test("is a version and a bit for each candidate, as long for every choice", () => {
    const packed = packChoice(["a", "b", "c"], ["c", "a"]);
    expect(Buffer.from(packed).toString("hex")).toBe(`01${"05"}${"00".repeat(22)}`);
    for (const choose of [[], most, ["u-183"]]) expect(packChoice(most, choose)).toHaveLength(24);
  });

  test("comes out as it went in, in the order of the ballot, for up to 184 candidates", () => {
    const ballot = fc
      .integer({ min: 0, max: 184 })
      .chain((count) => fc.tuple(fc.constant(names(count)), fc.shuffledSubarray(names(count))));
    fc.assert(
      fc.property(ballot, ([candidates, choose]) => {
        const inOrder = candidates.filter((id) => choose.includes(id));
        expect(unpackChoice(candidates, packChoice(candidates, choose))).toEqual(inOrder);
      }),
    );
  });

  test("two choices never look alike", () => {
    fc.assert(
      fc.property(fc.subarray(most), fc.subarray(most), (one, other) => {
        const isSame = Buffer.compare(packChoice(most, one), packChoice(most, other)) === 0;
        expect(isSame).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  test("names nobody who is not on the ballot, and nobody it has no bit for", () => {
    expect(() => packChoice(["a"], ["b"])).toThrow(refusal("poll/out-of-rule", { fault: "unknown-name" }));
    const tooMany = names(185);
    expect(() => packChoice(tooMany, ["u-184"])).toThrow(refusal("poll/out-of-rule"));
  });

  test("is no ballot with a bit behind the last candidate, another version or another length", () => {
    const bytes = fc.uint8Array({ minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 184 }), bytes, (count, packed) => {
        packed[0] = 1;
        const bits = Array.from(packed.subarray(1), (byte) => byte.toString(2).padStart(8, "0"))
          .map((byte) => Array.from(byte).toReversed().join(""))
          .join("");
        const isJunk = bits.slice(count).includes("1");
        expect(unpackChoice(names(count), packed) === undefined).toBe(isJunk);
      }),
    );
    const good = packChoice(["a", "b"], ["a"]);
    for (const version of [0, 2, 255])
      expect(unpackChoice(["a", "b"], Uint8Array.from([version, ...good.subarray(1)]))).toBeUndefined();
    for (const length of [0, 1, 23, 25])
      expect(
        unpackChoice(
          ["a", "b"],
          Uint8Array.from({ length }, (_, at) => good[at] ?? 0),
        ),
      ).toBeUndefined();
  });
});

test("an envelope is 105 bytes in base64url, and nothing is sent beside it but how often", () => {
  expect([139, 140, 141].map((length) => fits(Sealed, "A".repeat(length)))).toEqual([false, true, false]);
  expect(fits(Sealed, `${"A".repeat(139)}=`)).toBe(false);
  expect(fits(Sent, { sealed: "A".repeat(140) })).toBe(true);
  for (const more of [{ choose: ["a"] }, { delegate: "an" }, { at: "2027-01-17T01:00:00.000Z" }, { no: 0 }])
    expect(fits(Sent, { sealed: "A".repeat(140), ...more }), JSON.stringify(more)).toBe(false);
});

test("an envelope is bound to council, poll and what was fixed; each changes what it is bound to", () => {
  const poll = { poll: "co", bound: "0".repeat(64) };
  expect(bindingOf("vhttdl", poll)).toEqual({
    info: "thi-dua ballot 1\nvhttdl\nco",
    aad: "0".repeat(64),
  });
  const others = [
    bindingOf("lao-cai", poll),
    bindingOf("vhttdl", { ...poll, poll: "co-2" }),
    bindingOf("vhttdl", { ...poll, bound: "1".repeat(64) }),
  ].map((binding) => JSON.stringify(binding));
  expect(new Set([...others, JSON.stringify(bindingOf("vhttdl", poll))]).size).toBe(4);
});

test("what is fixed at the opening is question, names, rule, roll and key, and nothing that changes later", () => {
  const poll = pollOf("co", {
    conference: "hn-1",
    rule: ruleOf("> 1/2 of members"),
    roll: { count: 5, digest: "d".repeat(64) },
    key: "k".repeat(87),
  });
  const fixed = digestOf(fixedOf("vhttdl", poll));
  const later = { state: "sealed", closesAt: "2027-01-17T02:00:00.000Z", expires: 1 } as const;
  expect(digestOf(fixedOf("vhttdl", { ...poll, ...later }))).toBe(fixed);
  for (const change of [
    { conference: "hn-2" },
    { poll: "co-2" },
    { for: "head" as const },
    { award: "BK_BT" },
    { round: 2 },
    { candidates: ["b", "a"] },
    { rule: ruleOf("≥ 1/2 of members") },
    { roll: { count: 5, digest: "e".repeat(64) } },
    { key: "l".repeat(87) },
  ])
    expect(digestOf(fixedOf("vhttdl", { ...poll, ...change })), JSON.stringify(change)).not.toBe(fixed);
  expect(digestOf(fixedOf("lao-cai", poll))).not.toBe(fixed);
});

test.for([
  ["open", undefined, true],
  ["open", "2027-01-17T01:00:00.001Z", true],
  ["open", "2027-01-17T01:00:00.000Z", false],
  ["closing", "2027-01-17T01:00:00.001Z", true],
  ["closing", "2027-01-17T01:00:00.000Z", false],
  ["ready", undefined, false],
  ["sealed", "2027-01-17T02:00:00.000Z", false],
  ["void", undefined, false],
] as const)(
  "a poll that is %s and closes at %s takes votes at one o'clock: %s",
  ([state, closesAt, isOpen]) => {
    const poll = { state, ...(closesAt && { closesAt }) };
    expect(isOpenAt(poll, "2027-01-17T01:00:00.000Z")).toBe(isOpen);
  },
);

describe("the list of choices", () => {
  test.for([
    [1, 60, true],
    [2, 5, true],
    [2, 6, false],
    [5, 5, true],
    [6, 6, false],
  ] as const)("where %d may be chosen of %d is shown: %s", ([max, count, isShown]) => {
    expect(showsChoices(ruleOf("> 1/2 of cast", { choose: { max } }), names(count))).toBe(isShown);
  });

  test("is sorted, and the same whatever order the envelopes were opened in", () => {
    const papers = fc.array(fc.subarray(["a", "b", "c"]), { maxLength: 20 });
    const pair = papers.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const patterns = patternsOf(one);
        expect(patternsOf(other)).toEqual(patterns);
        expect(patterns.reduce((sum, { times }) => sum + times, 0)).toBe(one.length);
        const told = patterns.map(({ choose }) => JSON.stringify(choose));
        expect(told.toSorted()).toEqual(told);
        expect(new Set(told).size).toBe(told.length);
      }),
    );
  });
});

test("a code is the first forty bits, in letters nobody mistakes", () => {
  expect(codeFrom(new Uint8Array(32))).toBe("0000-0000");
  expect(codeFrom(new Uint8Array(32).fill(255))).toBe("ZZZZ-ZZZZ");
  expect(codeFrom(Uint8Array.from([0x00, 0x44, 0x32, 0x14, 0xc7, 9, 9]))).toBe("0123-4567");
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 32 }), fc.nat(39), (hash, bit) => {
      expect(codeFrom(hash)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      const other = Uint8Array.from(hash);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (128 >> (bit & 7));
      expect(codeFrom(other)).not.toBe(codeFrom(hash));
      expect(codeFrom(Uint8Array.from([...hash.subarray(0, 5), 1, 2, 3]))).toBe(codeFrom(hash));
    }),
  );
});
