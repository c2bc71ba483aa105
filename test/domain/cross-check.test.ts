import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Phase, phases } from "#domain/calendar.ts";
import { type Caller, expectMay, type RightName } from "#domain/caller.ts";
import type { Cluster } from "#domain/cluster.ts";
import { appraiserOf, type CrossCheck, proposed, settled, steppedBack } from "#domain/cross-check.ts";
import type { Year } from "#domain/year.ts";
import { refusal } from "./given.ts";

const members = ["lang-son", "tuyen-quang", "ha-giang", "cao-bang", "bac-kan"];
const first = { by: "an", at: "2026-05-01T00:00:00.000Z" };
const later = { by: "binh", at: "2026-05-02T00:00:00.000Z" };
const kin = { unit: "ha-giang", appraiser: "cao-bang", reason: "Lãnh đạo hai sở là người nhà." };

describe("the proposed rotation", () => {
  const someMembers = fc
    .integer({ min: 2, max: 30 })
    .map((count) => Array.from({ length: count }, (_, at) => `u${at}`));
  const someYear = fc.integer({ min: 2000, max: 2100 });

  test("gives every unit one appraiser and every appraiser one unit, never its own", () => {
    fc.assert(
      fc.property(someMembers, someYear, (units, year) => {
        const pairs = Object.entries(proposed(units, year, []));
        expect(pairs.map(([unit]) => unit)).toEqual(units);
        expect(new Set(pairs.map(([, appraiser]) => appraiser)).size).toBe(units.length);
        expect(pairs.filter(([unit, appraiser]) => unit === appraiser)).toEqual([]);
      }),
    );
  });

  test("brings each two units together once in as many years as there are others", () => {
    fc.assert(
      fc.property(someMembers, someYear, (units, year) => {
        const met = units.slice(1).map((_, later) => proposed(units, year + later, [])["u0"]);
        expect(new Set(met).size).toBe(units.length - 1);
      }),
    );
  });

  test("goes round whoever stepped back, and leaves out only who has nobody left", () => {
    const some = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), someYear, (pairs, year) => {
        const units = ["u0", "u1", "u2", "u3", "u4", "u5"];
        const recusals = pairs.map(([unit, appraiser]) => ({ unit: `u${unit}`, appraiser: `u${appraiser}` }));
        const may = (unit: string, appraiser: string) =>
          unit !== appraiser && !recusals.some((each) => each.unit === unit && each.appraiser === appraiser);
        const given = proposed(units, year, recusals);
        for (const [unit, appraiser] of Object.entries(given)) expect(may(unit, appraiser)).toBe(true);
        expect(Object.keys(given)).toHaveLength(mostPairs(units, may));
      }),
    );
  });

  test("has nobody for a cluster of one", () => {
    expect(proposed(["lang-son"], 2026, [])).toEqual({});
    expect(proposed([], 2026, [])).toEqual({});
  });
});

/** The most pairs there can be, by trying every choice. */
function mostPairs(
  [unit, ...rest]: string[],
  may: (unit: string, appraiser: string) => boolean,
  taken: string[] = [],
): number {
  if (unit === undefined) return 0;
  const all = ["u0", "u1", "u2", "u3", "u4", "u5"];
  const free = all.filter((each) => !taken.includes(each) && may(unit, each));
  return Math.max(
    mostPairs(rest, may, taken),
    ...free.map((each) => 1 + mostPairs(rest, may, [...taken, each])),
  );
}

describe("what is settled", () => {
  test("keeps who first said a recusal, and when", () => {
    const was = settled({ members }, { appraisers: {}, recusals: [kin] }, first);
    const now = settled(
      { members, crossCheck: was },
      { appraisers: { "ha-giang": "bac-kan" }, recusals: [kin] },
      later,
    );
    expect(now).toEqual({
      appraisers: { "ha-giang": "bac-kan" },
      recusals: [{ ...kin, ...first }],
      ...later,
    });
  });

  test.for<[string, Record<string, string>, (typeof kin)[], string]>([
    ["a unit as its own appraiser", { "ha-giang": "ha-giang" }, [], "office/own-sheet"],
    ["an appraiser from elsewhere", { "ha-giang": "son-la" }, [], "unit/unknown"],
    ["a unit from elsewhere", { "son-la": "ha-giang" }, [], "unit/unknown"],
    ["a pair that stepped back", { "ha-giang": "cao-bang" }, [kin], "cross-check/recused"],
    ["a recusal from elsewhere", {}, [{ ...kin, unit: "son-la" }], "unit/unknown"],
  ])("is never %s", ([, appraisers, recusals, code]) => {
    expect(() => settled({ members }, { appraisers, recusals }, first)).toThrow(refusal(code as never));
  });

  test("ends for one pair when its appraiser steps back, and stands when that is said again", () => {
    const was = settled(
      { members },
      { appraisers: { "ha-giang": "cao-bang", "bac-kan": "ha-giang" }, recusals: [] },
      first,
    );
    const now = steppedBack({ crossCheck: was }, { ...kin, ...later });
    expect(now).toEqual({
      appraisers: { "bac-kan": "ha-giang" },
      recusals: [{ ...kin, ...later }],
      ...first,
    });
    expect(steppedBack({ crossCheck: now }, { ...kin, ...first, reason: "Khác" })).toBe(now);
    expect(steppedBack({}, { ...kin, ...later })).toMatchObject({ appraisers: {}, ...later });
  });

  test("names nobody who has left the cluster", () => {
    const crossCheck = settled({ members }, { appraisers: { "ha-giang": "bac-kan" }, recusals: [] }, first);
    expect(appraiserOf({ members, crossCheck }, "ha-giang")).toBe("bac-kan");
    expect(appraiserOf({ members: members.slice(0, 4), crossCheck }, "ha-giang")).toBeUndefined();
    expect(appraiserOf({ members, crossCheck }, "cao-bang")).toBeUndefined();
  });
});

describe("who finds on a sheet where members check each other", () => {
  const day = (month: number) => `2026-0${month}-10T00:00:00.000Z`;
  const calendar = {
    running: day(2),
    scoring: day(3),
    review: day(4),
    voting: day(5),
    counting: day(6),
    closed: day(7),
  };
  const now = (phase: Phase) => (phase === "covenant" ? day(1) : calendar[phase]);
  const year: Year = { year: 2026, runs: "calendar", state: "open", calendar };
  const crossCheck: CrossCheck = {
    appraisers: { "ha-giang": "cao-bang", "lang-son": "tuyen-quang" },
    recusals: [{ unit: "bac-kan", appraiser: "lang-son", reason: "Người nhà", ...first }],
    ...first,
  };
  const cluster: Cluster = {
    year: 2026,
    cluster: "cum-4",
    kind: "cụm",
    name: "Cụm số 4",
    members,
    head: "lang-son",
    deputies: ["tuyen-quang"],
    calendar,
    rules: { partedBy: [] },
    moves: [],
    notAssigned: {},
    crossCheck,
  };
  const somebody = (role: Caller["role"], unit?: string): Caller => ({
    council: "vhttdl",
    person: "an",
    role,
    ...(unit && { unit }),
  });

  /* Each unit's sheet, and what each is told who would find on it or step back from it in review. */
  const yes = "may";
  const [own, theirs, back, no] = [
    "office/own-sheet",
    "cross-check/not-yours",
    "cross-check/recused",
    "caller/not-allowed",
  ];
  // biome-ignore format: it is read in columns
  const table: [who: Caller, find: string[], recuse: string[]][] = [
    //                                  lang-son tuyen-quang ha-giang cao-bang bac-kan
    [somebody("clerk"),                 [yes,    yes,        yes,     yes,     yes ], [no,  no,  no,     no,  no ]],
    [somebody("auditor"),               [no,     no,         no,      no,      no  ], [no,  no,  no,     no,  no ]],
    [somebody("scorer", "lang-son"),    [own,    yes,        theirs,  yes,     back], [own, yes, theirs, yes, yes]],
    [somebody("leader", "tuyen-quang"), [yes,    own,        theirs,  yes,     yes ], [yes, own, theirs, yes, yes]],
    [somebody("scorer", "ha-giang"),    [no,     no,         no,      no,      no  ], [no,  no,  no,     no,  no ]],
    [somebody("scorer", "cao-bang"),    [no,     no,         yes,     no,      no  ], [no,  no,  yes,    no,  no ]],
    [somebody("leader", "cao-bang"),    [no,     no,         yes,     no,      no  ], [no,  no,  yes,    no,  no ]],
    [somebody("scorer", "bac-kan"),     [no,     no,         no,      no,      no  ], [no,  no,  no,     no,  no ]],
    [somebody("scorer", "son-la"),      [no,     no,         no,      no,      no  ], [no,  no,  no,     no,  no ]],
    [somebody("teller"),                [no,     no,         no,      no,      no  ], [no,  no,  no,     no,  no ]],
  ];
  const told = (who: Caller, right: RightName, unit: string, phase: Phase, place = cluster) => {
    try {
      expectMay(who, right, { year, cluster: place, unit }, now(phase));
      return yes;
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };

  test.for(table)("$0.role of $0.unit", ([who, find, recuse]) => {
    expect(members.map((unit) => told(who, "sheet/find", unit, "review"))).toEqual(find);
    expect(members.map((unit) => told(who, "cross-check/recuse", unit, "review"))).toEqual(recuse);
  });

  test("an appraiser finds in review alone, and steps back until then", () => {
    const appraiser = somebody("scorer", "cao-bang");
    expect(phases.map((phase) => told(appraiser, "sheet/find", "ha-giang", phase) === yes)).toEqual(
      phases.map((phase) => phase === "review"),
    );
    expect(phases.map((phase) => told(appraiser, "cross-check/recuse", "ha-giang", phase) === yes)).toEqual(
      phases.map((phase) => ["covenant", "running", "scoring", "review"].includes(phase)),
    );
  });

  test("an appraiser that has left leaves the sheet to the head again", () => {
    const place = { ...cluster, members: members.filter((unit) => unit !== "cao-bang") };
    expect(told(somebody("scorer", "cao-bang"), "sheet/find", "ha-giang", "review", place)).toBe(no);
    expect(told(somebody("scorer", "lang-son"), "sheet/find", "ha-giang", "review", place)).toBe(yes);
  });
});
