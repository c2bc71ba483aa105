import fc from "fast-check";
import { expect, test } from "vitest";
import { expectSuccessor, heirOf, nameIn, renamed, type Unit } from "#domain/unit.ts";
import { refusal } from "./given.ts";

const unit = (id: string, successor?: string): Unit => ({
  unit: id,
  names: [{ name: id, since: 2020 }],
  ...(successor && { successor: { unit: successor, since: 2025 } }),
});
const named = (...names: [string, number][]): Unit => ({
  unit: "a",
  names: names.map(([name, since]) => ({ name, since })),
});
const known = (...units: Unit[]) => new Map(units.map((each) => [each.unit, each]));

test.for([
  [2019, "Sở Văn hóa"],
  [2020, "Sở Văn hóa"],
  [2023, "Sở Văn hóa"],
  [2024, "Sở VHTT"],
  [2025, "Sở VHTTDL"],
  [2999, "Sở VHTTDL"],
] as const)("in %d a unit bears the name it then had: %s", ([year, name]) => {
  expect(nameIn(named(["Sở Văn hóa", 2020], ["Sở VHTT", 2024], ["Sở VHTTDL", 2025]), year)).toBe(name);
});

test.for<[string, Unit, [string, number], Unit]>([
  ["a new name begins with its year", named(["A", 2020]), ["B", 2024], named(["A", 2020], ["B", 2024])],
  ["the same name again changes nothing", named(["A", 2020]), ["A", 2024], named(["A", 2020])],
  [
    "another name in the same year replaces it",
    named(["A", 2020], ["B", 2024]),
    ["C", 2024],
    named(["A", 2020], ["C", 2024]),
  ],
  [
    "so does the name before, which ends the change",
    named(["A", 2020], ["B", 2024]),
    ["A", 2024],
    named(["A", 2020]),
  ],
  ["the only name may be replaced", named(["A", 2020]), ["B", 2020], named(["B", 2020])],
  ["the only name again", named(["A", 2020]), ["A", 2020], named(["A", 2020])],
  [
    "names stand by their years",
    named(["A", 2020], ["C", 2025]),
    ["B", 2023],
    named(["A", 2020], ["B", 2023], ["C", 2025]),
  ],
])("%s", ([, was, [name, since], now]) => {
  expect(renamed(was, name, since)).toEqual(now);
});

test("after any renaming a unit bears the new name from that year until its next", () => {
  const change = fc.tuple(fc.constantFrom("A", "B", "C"), fc.integer({ min: 2000, max: 2012 }));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), change, (changes, [name, since]) => {
      const was = changes.reduce((each, [to, year]) => renamed(each, to, year), named(["A", 2000]));
      const now = renamed(was, name, since);
      expect(nameIn(now, since)).toBe(name);
      expect(now.names.map((each) => each.since)).toEqual(now.names.map((each) => each.since).toSorted());
    }),
  );
});

test("a history goes on in the unit at the end of all mergers", () => {
  const units = known(unit("a", "b"), unit("b", "c"), unit("c"), unit("d"));
  expect(["a", "b", "c", "d", "x"].map((id) => heirOf(id, units))).toEqual(["c", "c", "c", "d", "x"]);
});

test("in a year, a history goes on through the mergers up to then only", () => {
  const units = known(
    unit("a", "b"),
    { ...unit("b", "c"), successor: { unit: "c", since: 2026 } },
    unit("c"),
  );
  expect([2024, 2025, 2026].map((year) => heirOf("a", units, year))).toEqual(["a", "b", "c"]);
});

test.for([
  ["itself", "c", "c"],
  ["the unit that went into it", "c", "b"],
  ["the one that went into that", "c", "a"],
] as const)("no unit goes into %s", ([, id, successor]) => {
  const units = known(unit("a", "b"), unit("b", "c"), unit("c"));
  expect(() => expectSuccessor(id, successor, units)).toThrow(
    refusal("unit/successor-circle", { unit: id, successor }),
  );
});

test("no way leads back to a unit that has gone into another already", () => {
  const units = known(unit("a", "b"), unit("b"), unit("c", "a"));
  expect(() => expectSuccessor("a", "c", units)).toThrow(
    refusal("unit/successor-circle", { unit: "a", successor: "c" }),
  );
});

test("a successor is known, and may have gone further itself", () => {
  const units = known(unit("a", "b"), unit("b"), unit("c"));
  expect(() => expectSuccessor("c", "x", units)).toThrow(refusal("unit/unknown", { unit: "x" }));
  expect(() => expectSuccessor("c", "a", units)).not.toThrow();
});
