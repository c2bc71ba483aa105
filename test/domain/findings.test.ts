import { describe, expect, test } from "vitest";
import {
  blankSheet,
  claim,
  countedOf,
  type Entry,
  explain,
  type Finder,
  find,
  findingOf,
  reviewed,
  type Sheet,
} from "#domain/sheet.ts";
import { nothing, refusal, tableOf } from "./given.ts";

const judged = (code: string, more: object = {}) => ({
  code,
  way: { way: "judged" as const, max: 10 },
  ...more,
});
const table = tableOf({
  groups: [
    {
      code: "I",
      criteria: [judged("1.1"), judged("1.2", { by: "clerk" }), judged("1.3", { agency: "so-noi-vu" })],
    },
  ],
  bonus: [judged("T1")],
  deductions: [
    { code: "P1", points: 8, by: "clerk" },
    { code: "P2", points: 2 },
  ],
});

const an = { by: "an", at: "2026-12-10T08:00:00.000Z" };
const head = { by: "truong", at: "2026-12-22T08:00:00.000Z" };
const blank = blankSheet({ year: 2026, cluster: "cum-4", unit: "ha-giang" });
const nine = claim(blank, { "1.1": { now: 9 } }, { table, notAssigned: nothing, author: an });
const review: Sheet = { ...nine, no: 2, stage: "review" };

type Findings = Parameters<typeof find>[2];
const found = (sheet: Sheet, finder: Finder, findings: Findings, agency?: string) =>
  find(sheet, finder, findings, { table, notAssigned: nothing, author: head, agency });
const reason = "Thiếu một văn bản.";

test("a finding stands beside the claim with author, time and reason; neither overwrites the other", () => {
  expect(found(review, "cluster", { "1.1": { value: 8, reason } }).lines["1.1"]).toEqual({
    claim: { value: 9, ...an },
    cluster: { value: 8, reason, ...head },
  });
  expect(review.lines["1.1"]).toEqual({ claim: { value: 9, ...an } });
});

test("each finder speaks for itself: a later one leaves what others found", () => {
  const both = found(found(review, "cluster", { "1.1": { value: 8, reason } }), "office", {
    "1.1": { value: 8.5, reason },
  });
  expect(both.lines["1.1"]).toMatchObject({ cluster: { value: 8 }, office: { value: 8.5 } });
  expect(found(both, "office", { "1.1": { value: null } }).lines["1.1"]).toEqual({
    claim: { value: 9, ...an },
    cluster: { value: 8, reason, ...head },
  });
});

test("a finding that differs from the claim says why; one that agrees, or stands alone, need not", () => {
  expect(() => found(review, "cluster", { "1.1": { value: 8 } })).toThrow(
    refusal("sheet/no-reason", { line: "1.1" }),
  );
  expect(() => found(review, "cluster", { "1.1": { value: 8, reason: "" } })).toThrow(
    refusal("sheet/no-reason"),
  );
  expect(found(review, "cluster", { "1.1": { value: 9 } }).lines["1.1"]?.cluster).toEqual({
    value: 9,
    ...head,
  });
  expect(found(review, "cluster", { T1: { value: 3 } }).lines["T1"]?.cluster?.value).toBe(3);
});

test("the same finding again keeps its first author; another reason is another finding", () => {
  const first = found(review, "cluster", { "1.1": { value: 8, reason } });
  const again = find(
    first,
    "cluster",
    { "1.1": { value: 8, reason } },
    { table, notAssigned: nothing, author: an },
  );
  expect(again).toEqual(first);
  const other = find(
    first,
    "cluster",
    { "1.1": { value: 8, reason: "Khác." } },
    { table, notAssigned: nothing, author: an },
  );
  expect(other.lines["1.1"]?.cluster).toEqual({ value: 8, reason: "Khác.", ...an });
});

test.for<[Finder, string | undefined, string, boolean]>([
  ["cluster", undefined, "1.1", true],
  ["cluster", undefined, "1.2", false],
  ["cluster", undefined, "1.3", true],
  ["cluster", undefined, "T1", true],
  ["cluster", undefined, "P1", false],
  ["cluster", undefined, "P2", true],
  ["agency", "so-noi-vu", "1.3", true],
  ["agency", "so-noi-vu", "1.1", false],
  ["agency", "so-noi-vu", "P2", false],
  ["agency", "so-tai-chinh", "1.3", false],
  ["agency", undefined, "1.1", false],
  ["agency", undefined, "1.3", false],
  ["office", undefined, "1.1", true],
  ["office", undefined, "1.2", true],
  ["office", undefined, "1.3", true],
  ["office", undefined, "P1", true],
])("%s (%s) finds on line %s: %s", ([finder, agency, code, may]) => {
  const act = () => found(review, finder, { [code]: { value: 1, reason } }, agency);
  if (may) expect(act().lines[code]?.[finder]?.value).toBe(1);
  else expect(act).toThrow(refusal("sheet/not-yours", { line: code }));
});

test("a finding fits its line as a claim does", () => {
  expect(() => found(review, "office", { "1.1": { value: 11, reason } })).toThrow(refusal("sheet/bad-input"));
  expect(() => found(review, "office", { "9.9": { value: 1 } })).toThrow(refusal("sheet/unknown-line"));
  const how = { table, notAssigned: new Set(["1.1"]), author: head };
  expect(() => find(review, "office", { "1.1": { value: 1, reason } }, how)).toThrow(
    refusal("sheet/not-assigned"),
  );
});

test("a unit explains any line that is there, and changes nothing else by it", () => {
  const sheet = explain(review, { "1.1": "Văn bản gửi sau." }, table, an);
  expect(sheet.lines["1.1"]).toEqual({
    ...review.lines["1.1"],
    explanation: { text: "Văn bản gửi sau.", ...an },
  });
  expect(() => explain(review, { "9.9": "…" }, table, an)).toThrow(
    refusal("sheet/unknown-line", { line: "9.9" }),
  );
});

const fact = (value: number) => ({ value, ...head });

test.for<[string, Entry, number | undefined]>([
  [
    "office over agency, cluster and claim",
    { claim: fact(1), cluster: fact(2), agency: fact(3), office: fact(4) },
    4,
  ],
  ["agency over cluster and claim", { claim: fact(1), cluster: fact(2), agency: fact(3) }, 3],
  ["office over cluster", { office: fact(4), claim: fact(1), cluster: fact(2) }, 4],
  ["cluster over claim", { claim: fact(1), cluster: fact(2) }, 2],
  ["a finding of nothing over a claim", { claim: fact(1), cluster: fact(0) }, 0],
  ["a claim alone", { claim: fact(1) }, 1],
  ["an explanation counts for nothing", { explanation: { text: "…", ...head } }, undefined],
])("what counts: %s", ([, entry, value]) => {
  const sheet = { ...review, lines: { "1.1": entry } };
  expect(countedOf(sheet, { unit: "ha-giang", table, notAssigned: nothing }).counts["1.1"]).toBe(value);
  expect(findingOf(entry)?.value).toBe(entry.office || entry.agency || entry.cluster ? value : undefined);
});

describe("of a sheet there counts", () => {
  const all = { claim: fact(5) };
  const lines = { "1.1": all, "1.2": all, "1.3": all, T1: all, P1: all, P2: all };
  const counted = (sheet: Partial<Sheet> | undefined, notAssigned = nothing) =>
    countedOf(sheet && { ...blank, ...sheet }, { unit: "ha-giang", table, notAssigned });
  const own = { "1.1": 5, T1: 5, P2: 5 };

  test.for<[string, Partial<Sheet> | undefined, object]>([
    ["nothing, where there is none", undefined, {}],
    ["nothing, while it is being filled in", { lines }, {}],
    ["what was handed in", { lines, sealed: an }, own],
    ["what was returned, as it then stands", { lines, returned: { ...an, reason } }, own],
    ["what is under review", { lines, stage: "review" }, own],
  ])("%s; never a claim on another's line", ([, sheet, counts]) => {
    expect(counted(sheet)).toEqual({ unit: "ha-giang", claims: counts, counts, notAssigned: nothing });
  });

  test("a finding even where nothing was handed in, but it is no claim", () => {
    const { claims, counts } = counted({
      stage: "review",
      lines: { "1.2": { office: fact(7) }, P1: { office: fact(1) } },
    });
    expect([claims, counts]).toEqual([{}, { "1.2": 7, P1: 1 }]);
  });

  test("nothing on a line that is not assigned", () => {
    const { claims, counts } = counted({ lines, sealed: an }, new Set(["1.1"]));
    expect([claims, counts]).toEqual([
      { T1: 5, P2: 5 },
      { T1: 5, P2: 5 },
    ]);
  });
});

describe("the version findings stand on", () => {
  const digestOf = (sheet: Sheet) => `digest of ${sheet.no}`;
  const sealed = { ...nine, sealed: an };

  test("follows the one that was handed in, behind its digest", () => {
    const { sealed: _, ...open } = sealed;
    expect(reviewed(sealed, digestOf)).toEqual({ ...open, no: 2, stage: "review", was: "digest of 1" });
  });

  test("begins blank behind a draft that was never handed in, which stays as it is", () => {
    expect(reviewed(nine, digestOf)).toEqual({ ...blank, no: 2, stage: "review", was: "digest of 1" });
  });

  test("is the first where nothing was ever entered", () => {
    expect(reviewed(blank, digestOf)).toEqual({ ...blank, stage: "review" });
  });

  test("goes on while it is open, and opens anew behind a final one", () => {
    expect(reviewed(review, digestOf)).toBe(review);
    expect(reviewed({ ...review, sealed: head }, digestOf)).toEqual({ ...review, no: 3, was: "digest of 2" });
  });

  test("waits for a returned sheet to come in again", () => {
    const returned = { ...nine, no: 3, returned: { ...head, reason } };
    expect(() => reviewed(returned, digestOf)).toThrow(refusal("sheet/not-submitted", { unit: "ha-giang" }));
    expect(reviewed({ ...returned, sealed: an }, digestOf)).toMatchObject({
      no: 4,
      stage: "review",
      was: "digest of 3",
    });
  });
});
