import { describe, expect, test } from "vitest";
import { phases } from "#domain/calendar.ts";
import {
  blankSheet,
  blanksOf,
  type Change,
  claim,
  expectFillable,
  nextOf,
  type Sheet,
  stateOf,
  submit,
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
      criteria: [
        judged("1.1"),
        { code: "1.2", way: { way: "target-and-leader", max: 10 } },
        judged("1.3", { by: "clerk" }),
        judged("1.4", { agency: "so-noi-vu" }),
      ],
    },
  ],
  bonus: [judged("T1"), judged("T2", { by: "clerk" })],
  deductions: [
    { code: "P1", points: 8, by: "clerk" },
    { code: "P2", points: 2 },
  ],
});

const an = { by: "an", at: "2026-12-10T08:00:00.000Z" };
const binh = { by: "binh", at: "2026-12-10T09:00:00.000Z" };
const blank = blankSheet({ year: 2026, cluster: "cum-4", unit: "ha-giang" });
const how = (author = an, notAssigned = nothing) => ({ table, notAssigned, author });
const claimed = (sheet: Sheet, changes: Record<string, Change>, author = an) =>
  claim(sheet, changes, how(author));
const sealed: Sheet = { ...blank, sealed: an };
const returned: Sheet = { ...blank, no: 2, returned: { ...an, reason: "Thiếu phụ lục." } };
const review: Sheet = { ...blank, no: 2, stage: "review" };

test("a claim is kept with its author and time, and the sheet before it is left as it was", () => {
  const sheet = claimed(blank, { "1.1": { now: 9.5 }, "1.2": { now: { result: 5, target: 4 } } });
  expect(sheet.lines).toEqual({
    "1.1": { claim: { value: 9.5, ...an } },
    "1.2": { claim: { value: { result: 5, target: 4 }, ...an } },
  });
  expect(blank.lines).toEqual({});
});

test("lines a change does not name stay as they are", () => {
  const sheet = claimed(claimed(blank, { "1.1": { now: 9.5 } }), { T1: { now: 1 } }, binh);
  expect(sheet.lines).toEqual({
    "1.1": { claim: { value: 9.5, ...an } },
    T1: { claim: { value: 1, ...binh } },
  });
});

describe("two people on one line", () => {
  const nine = claimed(blank, { "1.1": { now: 9 }, "1.2": { now: { result: 5, target: 4 } } });

  test.for<[string, Record<string, Change>]>([
    ["from a blank line that is no longer blank", { "1.1": { was: null, now: 8 } }],
    ["from another value", { "1.1": { was: 7, now: 8 } }],
    ["from another target", { "1.2": { was: { result: 5, target: 3 }, now: { result: 6, target: 3 } } }],
    ["from no target where there is one", { "1.2": { was: { result: 5 }, now: { result: 6 } } }],
    ["to clear it, from another value", { "1.1": { was: 7, now: null } }],
    ["beside a line that is as it was", { T1: { was: null, now: 1 }, "1.1": { was: 7, now: 8 } }],
  ])("the later one is refused %s", ([, changes]) => {
    expect(() => claimed(nine, changes, binh)).toThrow(refusal("sheet/line-changed"));
  });

  test("the later one is told both values, whose the other is, and of every such line", () => {
    const changes = { "1.1": { was: 7, now: 8 }, "1.2": { was: null, now: { result: 1 } } };
    expect(() => claimed(nine, changes, binh)).toThrow(
      refusal("sheet/line-changed", {
        lines: [
          { line: "1.1", yours: 8, value: 9, ...an },
          { line: "1.2", yours: { result: 1 }, value: { result: 5, target: 4 }, ...an },
        ],
      }),
    );
  });

  test.for<[string, Record<string, Change>]>([
    ["from what stands there", { "1.1": { was: 9, now: 8 } }],
    ["without saying from what", { "1.1": { now: 8 } }],
    ["on another line", { T1: { was: null, now: 1 } }],
    ["and clears it", { "1.1": { was: 9, now: null } }],
  ])("a change goes through %s", ([, changes]) => {
    const [code, change] = Object.entries(changes)[0] as [string, Change];
    expect(claimed(nine, changes, binh).lines[code]?.claim?.value).toBe(change.now ?? undefined);
  });

  test("who says what stands there already changes nothing, not even the author", () => {
    const again = { "1.1": { was: null, now: 9 }, "1.2": { was: null, now: { target: 4, result: 5 } } };
    expect(claimed(nine, again, binh)).toEqual(nine);
  });
});

test.for<[string, string, Change["now"], ReturnType<typeof refusal>]>([
  ["that is not there", "9.9", 5, refusal("sheet/unknown-line", { line: "9.9" })],
  ["of the standing office", "1.3", 5, refusal("sheet/not-yours", { line: "1.3" })],
  ["of an agency", "1.4", 5, refusal("sheet/not-yours", { line: "1.4" })],
  ["that is a bonus of the office", "T2", 5, refusal("sheet/not-yours", { line: "T2" })],
  ["that is a deduction of the office", "P1", 1, refusal("sheet/not-yours", { line: "P1" })],
  [
    "above its maximum",
    "1.1",
    10.5,
    refusal("sheet/bad-input", { line: "1.1", fault: "10.5 is above the maximum 10" }),
  ],
  ["even to clear it, that is not there", "9.9", null, refusal("sheet/unknown-line")],
])("nothing is claimed on a line %s", ([, code, now, refused]) => {
  expect(() => claimed(blank, { [code]: { now } })).toThrow(refused);
});

test("nothing is claimed on a line that is not assigned, and one fault stops the whole change", () => {
  const notAssigned = new Set(["1.1"]);
  expect(() => claim(blank, { T1: { now: 1 }, "1.1": { now: 1 } }, how(an, notAssigned))).toThrow(
    refusal("sheet/not-assigned", { line: "1.1" }),
  );
});

test("a deduction that is declared is the unit's to enter", () => {
  expect(claimed(blank, { P2: { now: 2 } }).lines["P2"]?.claim?.value).toBe(2);
});

describe("handing in", () => {
  const most = claimed(blank, { "1.1": { now: 9 } });

  test("locks the version with its author and time", () => {
    const all = claimed(most, { "1.2": { now: { result: 0 } } });
    expect(submit(all, [], how(binh))).toEqual({ ...all, sealed: binh });
  });

  test("names the criteria that are missing: no bonus, deduction, or line of another hand", () => {
    expect(blanksOf(blank, table, nothing)).toEqual(["1.1", "1.2"]);
    expect(() => submit(most, [], how())).toThrow(refusal("sheet/missing-lines", { lines: ["1.2"] }));
    expect(() => submit(most, ["1.1"], how())).toThrow(refusal("sheet/missing-lines", { lines: ["1.2"] }));
  });

  test("lines left blank on purpose, or not assigned, are not missing", () => {
    expect(submit(most, ["1.2"], how()).sealed).toEqual(an);
    expect(submit(most, [], how(an, new Set(["1.2"]))).sealed).toEqual(an);
  });
});

test.for(phases.filter((phase) => phase === "scoring" || phase === "review"))(
  "who may fill in during %s: an open sheet before review, a returned one in it too",
  (phase) => {
    const opens = (sheet: Sheet) => expect(() => expectFillable(sheet, phase));
    if (phase === "scoring") opens(blank).not.toThrow();
    else opens(blank).toThrow(refusal("phase/not-now", { phase: "review" }));
    opens(returned).not.toThrow();
    opens(sealed).toThrow(refusal("sheet/submitted", { at: an.at }));
    opens({ ...returned, sealed: binh }).toThrow(refusal("sheet/submitted", { at: binh.at }));
    opens(review).toThrow(refusal("phase/not-now", { phase: "review" }));
  },
);

test.for<[Sheet | undefined, string]>([
  [undefined, "blank"],
  [blank, "filling"],
  [sealed, "submitted"],
  [returned, "returned"],
  [{ ...returned, sealed: binh }, "submitted"],
  [review, "review"],
  [{ ...review, sealed: binh }, "final"],
])("a sheet like %o is %s", ([sheet, state]) => {
  expect(stateOf(sheet)).toBe(state);
});

test("the next version stands behind the digest of the one before, open again, with all that stood on it", () => {
  const first = { ...claimed(blank, { "1.1": { now: 9 } }), sealed: an, returned: { ...an, reason: "…" } };
  expect(nextOf(first, "d1", "review")).toEqual({
    ...blank,
    no: 2,
    stage: "review",
    was: "d1",
    lines: first.lines,
  });
});
