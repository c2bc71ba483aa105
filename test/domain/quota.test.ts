import { describe, expect, test } from "vitest";
import {
  allowancesOf,
  insideOf,
  type Proposed,
  type Share,
  sharesOf,
  wholeAllowancesOf,
  wholeSharesOf,
} from "#domain/quota.ts";

const basis = { legalBasis: "Hướng dẫn 12/HD-HĐTĐKT", validFrom: "2026-01-01" };
const number = (award: string, most: number): Share => ({ award, most: { number: most }, ...basis });
const percent = (award: string, part: number, of: "units" | "remaining" | "clusters"): Share => ({
  ...{ award, most: { percent: part, of } },
  ...basis,
});
/** As one province has it: a Government flag, a flag of its own, certificates for half of who remains. */
const province = [number("CO_CP", 1), number("CO_BT", 1), percent("BK_BT", 50, "remaining")];

const may = (shares: readonly Share[], units: number, proposed: readonly Proposed[] = []) =>
  allowancesOf(shares, { units, proposed }).map((each) => each.may);
const proposing = (award: string, ...units: string[]) => units.map((unit) => ({ award, unit }));

describe("how many a cluster may propose", () => {
  test("is a number, or a part of those the awards above leave over, and a part of a unit is none", () => {
    expect(may(province, 7)).toEqual([1, 1, 2]);
    expect(may(province, 6)).toEqual([1, 1, 2]);
    expect(may([number("CO_BT", 1), percent("BK_BT", 20, "remaining")], 11)).toEqual([1, 2]);
    expect(may([number("CO_BT", 3)], 7)).toEqual([3]);
    expect(may([percent("TTLDXS", 20, "units"), ...province], 10)).toEqual([2, 1, 1, 4]);
  });

  test("leaves nobody over where the awards above take everybody", () => {
    expect(may([number("CO_BT", 9), percent("BK_BT", 100, "remaining")], 4)).toEqual([9, 0]);
  });

  test("is counted by unit, and is over with one more", () => {
    const told = allowancesOf(province, {
      units: 7,
      proposed: [
        ...proposing("CO_BT", "ha-giang", "ha-giang", "cao-bang"),
        ...proposing("BK_BT", "bac-kan", "lang-son"),
      ],
    });
    expect(told.map(({ proposed, isOver }) => [proposed, isOver])).toEqual([
      [0, false],
      [2, true],
      [2, false],
    ]);
    // Who is proposed over a number above does not remain either.
    expect(told[2]).toMatchObject({ of: 4, may: 2 });
  });
});

test("of all clusters each leads with one unit, and a unit of two clusters is proposed twice", () => {
  const shares = wholeSharesOf({ quota: [...province, percent("CO_CP", 20, "clusters")] }, "2026-12-28");
  const proposed = [
    { cluster: "cum-1", award: "CO_CP", unit: "ha-giang" },
    { cluster: "cum-2", award: "CO_CP", unit: "ha-giang" },
    { cluster: "cum-2", award: "CO_BT", unit: "cao-bang" },
  ];
  const tell = (clusters: number) => wholeAllowancesOf(shares, { clusters, proposed });
  expect(tell(35)).toMatchObject([{ of: 35, may: 7, proposed: 2, isOver: false }]);
  expect(tell(9)).toMatchObject([{ of: 9, may: 1, proposed: 2, isOver: true }]);
});

describe("which list holds for a cluster", () => {
  test("is its own where it has one, an empty one too, else the council's", () => {
    const own = [number("CO_BT", 2)];
    const all = { quota: [...province, percent("CO_CP", 20, "clusters")] };
    expect(sharesOf(all, {}, "2026-12-28")).toEqual(province);
    expect(sharesOf(all, { quota: own }, "2026-12-28")).toEqual(own);
    expect(sharesOf(all, { quota: [] }, "2026-12-28")).toEqual([]);
    expect(sharesOf({}, {}, "2026-12-28")).toEqual([]);
  });

  test("is the one in force on the day of its conference, its last day within", () => {
    const old: Share = { ...number("CO_BT", 1), validFrom: "2026-01-01", validTo: "2026-09-30" };
    const later: Share = { ...number("CO_BT", 2), validFrom: "2026-10-01" };
    const on = (day: string) => sharesOf({ quota: [old, later] }, {}, day);
    expect(on("2025-12-31")).toEqual([]);
    expect(on("2026-09-30")).toEqual([old]);
    expect(on("2026-10-01")).toEqual([later]);
  });
});

describe("who is inside by rank", () => {
  const ranked = (...ranks: number[]) => ranks.map((rank, at) => ({ unit: "abcdefg"[at] ?? "", rank }));
  const inside = (shares: readonly Share[], ...ranks: number[]) =>
    insideOf(allowancesOf(shares, { units: ranks.length, proposed: [] }), ranked(...ranks));

  test("takes the awards one after the other from the first place on", () => {
    expect(inside(province, 1, 2, 3, 4, 5, 6, 7)).toEqual([
      { inside: ["a"], border: [] },
      { inside: ["b"], border: [] },
      { inside: ["c", "d"], border: [] },
    ]);
  });

  test("never parts those who share a rank: they stand at the border of both awards", () => {
    expect(inside(province, 1, 1, 3, 4, 4, 6, 7)).toEqual([
      { inside: [], border: ["a", "b"] },
      { inside: [], border: ["a", "b"] },
      { inside: ["c"], border: ["d", "e"] },
    ]);
    expect(inside([number("CO_BT", 2)], 1, 1, 3)).toEqual([{ inside: ["a", "b"], border: [] }]);
  });

  test("has nobody, at no border either, where there is nothing to propose", () => {
    expect(inside([number("CO_BT", 1), percent("BK_BT", 20, "remaining")], 1, 1, 1)).toEqual([
      { inside: [], border: ["a", "b", "c"] },
      { inside: [], border: [] },
    ]);
  });

  test("begins at the first place again for a part of all units: that award is beside the others", () => {
    expect(inside([number("CO_BT", 1), percent("TTLDXS", 50, "units")], 1, 2, 3, 4)).toEqual([
      { inside: ["a"], border: [] },
      { inside: ["a", "b"], border: [] },
    ]);
  });
});
