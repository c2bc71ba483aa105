import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import type { Input } from "#domain/points.ts";
import { type Entry, Sheet } from "#domain/sheet.ts";
import { Text } from "#domain/text.ts";
import { PackedRow, PackedSheet, type ScoreRow } from "#functions/packed.ts";

/** What the table engine adds to a thing: its address and revision. */
const keyOf = (
  { year, cluster, ...more }: { year: number; cluster: string; unit: string },
  kind: "SHEET" | "R",
) => ({
  pk: `vhttdl#CLUSTER#${year}#${cluster}`,
  sk: kind === "R" ? `R#${more.unit}` : `SHEET#${more.unit}`,
  r: 12,
});
const kept = (sheet: Sheet) => ({ ...z.encode(PackedSheet, sheet), ...keyOf(sheet, "SHEET") });
const keptRow = (row: ScoreRow) => ({ ...z.encode(PackedRow, row), ...keyOf(row, "R") });

/** As DynamoDB reckons it: names and texts in UTF-8, about a byte for two digits of a number, three for a list. */
function bytesOf(value: unknown): number {
  if (typeof value === "string") return Buffer.byteLength(value);
  if (typeof value === "number")
    return Math.ceil(String(Math.abs(value)).replace(/^0\.|\./, "").length / 2) + 1 + Number(value < 0);
  if (Array.isArray(value)) return 3 + value.reduce((sum, each) => sum + 1 + bytesOf(each), 0);
  return Object.entries(value as object).reduce(
    (sum, [name, each]) => sum + Buffer.byteLength(name) + bytesOf(each),
    0,
  );
}

const amount = fc.integer({ min: 0, max: 10 ** 10 }).map((n) => n / 10_000);
const times = fc.integer({ min: 0, max: 1_000_000 });
const input: fc.Arbitrary<Input> = fc.oneof(
  fc.integer({ min: 0, max: 10_000_000 }).map((n) => n / 100),
  fc.constantFrom(66.666666666667, 123_456_789_012_345, 0.000001, 0),
  fc.boolean(),
  fc.record({ result: amount, target: fc.integer({ min: 1, max: 10 ** 10 }).map((n) => n / 10_000) }),
  fc.record({ result: amount }),
  fc.record({ plus: times, minus: times }),
);
const slug = fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,2}$/);
const code = fc.oneof(
  fc.stringMatching(/^[0-9A-Z][0-9a-z.\-_/()]{0,9}$/),
  fc.constantFrom("1.1", "1-CT1a", "Mục_4", "Đ1/2", "R"),
);
const instant = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2999-12-31"), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString());
const hand = { by: slug, at: instant };
const text = fc
  .string({ minLength: 1, unit: "grapheme" })
  .filter((each) => z.safeParse(Text, each).data === each);
const finding = fc.record({ value: input, ...hand, reason: text }, { requiredKeys: ["value", "by", "at"] });
const entry: fc.Arbitrary<Entry> = fc
  .record(
    {
      claim: fc.record({ value: input, ...hand }),
      cluster: finding,
      agency: finding,
      office: finding,
      explanation: fc.record({ text, ...hand }),
    },
    { requiredKeys: [] },
  )
  .filter((each) => Object.keys(each).length > 0);
const place = { year: fc.integer({ min: 2000, max: 2999 }), cluster: slug, unit: slug };
const sheet = fc.record(
  {
    ...place,
    no: fc.integer({ min: 1, max: 9_999_999 }),
    stage: fc.constantFrom("claiming", "review"),
    lines: fc.dictionary(code, entry, { maxKeys: 12, noNullPrototype: true }),
    was: fc.constantFrom("", "0123456789abcdef".repeat(4)),
    sealed: fc.record(hand),
    returned: fc.record({ ...hand, reason: text }),
  },
  { requiredKeys: ["year", "cluster", "unit", "no", "stage", "lines", "was"] },
) as fc.Arbitrary<Sheet>;

test("any sheet comes back as it was kept", () => {
  fc.assert(
    fc.property(sheet, (one) => {
      expect(z.decode(PackedSheet, JSON.parse(JSON.stringify(kept(one))))).toEqual(one);
      expect(z.parse(Sheet, one)).toEqual(one);
    }),
  );
});

const inputs = fc.dictionary(code, input, { maxKeys: 6, noNullPrototype: true });
const row = fc.record({
  ...place,
  no: fc.integer({ min: 1, max: 9_999_999 }),
  state: fc.constantFrom("blank", "filling", "submitted", "returned", "review", "final"),
  filled: fc.nat(300),
  at: instant,
  digest: fc.stringMatching(/^[0-9a-f]{16}$/),
  claimed: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
  total: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
  claims: inputs,
  counts: inputs,
}) as fc.Arbitrary<ScoreRow>;

test("any row of the scoreboard comes back as it was kept", () => {
  fc.assert(
    fc.property(row, (one) => {
      expect(z.decode(PackedRow, JSON.parse(JSON.stringify(keptRow(one))))).toEqual(one);
    }),
  );
});

test("of a digest a row keeps the first sixteen figures", () => {
  const [one] = fc.sample(row, 1) as [ScoreRow];
  const digest = "0123456789abcdef".repeat(4);
  expect(z.decode(PackedRow, keptRow({ ...one, digest })).digest).toBe("0123456789abcdef");
});

/** Forty lines of a table of three levels, filled in over some weeks by two people. */
const whole: Sheet = {
  year: 2026,
  cluster: "cum-thi-dua-so-4",
  unit: "tuyen-quang",
  no: 1,
  stage: "claiming",
  was: "0123456789abcdef".repeat(4),
  sealed: { by: "nguyen-thi-binh", at: "2026-12-19T10:00:00.000Z" },
  lines: Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [
      `${1 + Math.floor(at / 15)}.${1 + Math.floor((at % 15) / 5)}.${1 + (at % 5)}`,
      {
        claim: {
          value: at % 10 === 0 ? { result: 1234.5, target: 1200 } : 9.75,
          by: at % 2 ? "nguyen-van-an" : "nguyen-thi-binh",
          at: new Date(Date.UTC(2026, 11, 1, 8) + at * 40_000_000).toISOString(),
        },
      },
    ]),
  ),
};

test("a sheet of forty lines is written for one unit of writing: less than 1,024 bytes", () => {
  expect(bytesOf(kept(whole))).toBeLessThan(1024);
  expect(z.decode(PackedSheet, kept(whole))).toEqual(whole);
});

test("a row of the scoreboard takes 120 bytes at the most", () => {
  const long: ScoreRow = {
    year: 2026,
    cluster: "cum-4",
    unit: "tuyen-quang",
    no: 12,
    state: "review",
    filled: 40,
    at: "2026-12-19T10:00:00.000Z",
    digest: "0123456789abcdef".repeat(4),
    claimed: 100_000,
    total: 99_875,
    claims: { "2.1.3": { result: 1234, target: 1200 } },
    counts: { "2.1.3": { result: 1234, target: 1200 } },
  };
  expect(bytesOf(keptRow(long))).toBeLessThanOrEqual(120);
});
