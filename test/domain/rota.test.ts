import fc from "fast-check";
import { expect, test } from "vitest";
import { dueOf, type Term } from "#domain/rota.ts";

const members = ["a", "b", "c", "d"];
const self = (unit: string) => unit;
const term = (year: number, head?: string): Term => ({ year, head, deputies: [] });

test.for<[string, Term[], string[]]>([
  ["nobody yet: in members' order", [], ["a", "b", "c", "d"]],
  ["who was head goes to the end", [term(2024, "a")], ["b", "c", "d", "a"]],
  ["the longer ago, the sooner", [term(2025, "a"), term(2023, "c"), term(2024, "b")], ["d", "c", "b", "a"]],
  ["the last term counts", [term(2022, "a"), term(2023, "b"), term(2024, "a")], ["c", "d", "b", "a"]],
  [
    "years without a head and heads from outside count for nobody",
    [term(2024), term(2023, "x")],
    ["a", "b", "c", "d"],
  ],
  ["deputies are not heads", [{ year: 2024, head: "b", deputies: ["a"] }], ["a", "c", "d", "b"]],
])("%s", ([, terms, due]) => {
  expect(dueOf(members, terms, self)).toEqual(due);
});

test("whose forebear was head has had its turn", () => {
  const heir = (unit: string) => (unit === "old" ? "b" : unit);
  expect(dueOf(members, [term(2024, "a"), term(2025, "old")], heir)).toEqual(["c", "d", "a", "b"]);
});

test("over as many years as there are members, each is due once", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 1, maxLength: 20 }),
      (units) => {
        const terms: Term[] = [];
        for (const [at] of units.entries()) terms.push(term(2026 + at, dueOf(units, terms, self)[0]));
        expect(terms.map(({ head }) => head)).toEqual(units);
        expect(dueOf(units, terms, self)).toEqual(units);
      },
    ),
  );
});
