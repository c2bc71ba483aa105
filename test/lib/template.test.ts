import fc from "fast-check";
import { expect, test } from "vitest";
import { beginningOf, fill, namesIn } from "#lib/template.ts";

test.for([
  ["/shelves/{shelf}/books/{book}", { shelf: "a", book: "b" }, "/shelves/a/books/b"],
  ["{book}{book}", { book: "b" }, "bb"],
  ["/shelves", {}, "/shelves"],
  ["{no}", { no: 0 }, "0"],
  ["{book}", { book: "" }, ""],
  ["{book}", { book: "{shelf}", shelf: "x" }, "{shelf}"],
  ["{book}", { book: "$&$1" }, "$&$1"],
] as const)("%s filled with %o is %s", ([template, values, filled]) => {
  expect(fill(template, values)).toBe(filled);
});

test("a name without a value is a bug", () => {
  for (const values of [{}, { book: undefined }, { book: null }])
    expect(() => fill("/books/{book}", values)).toThrow("{book}");
});

test("each value is written as its place asks, and told its name", () => {
  expect(
    fill("/{shelf}/{no}", { shelf: "á/b", no: 7 }, (value, name) => `${name}=${encodeURIComponent(value)}`),
  ).toBe("/shelf=%C3%A1%2Fb/no=7");
});

test("names stand in order, as often as they are there", () => {
  expect(namesIn("/a/{b}/{c}/{b}")).toEqual(["b", "c", "b"]);
  expect(namesIn("/a/b")).toEqual([]);
});

test("what keys share ends before the first name without a value", () => {
  expect(beginningOf("SHELF#{shelf}#BOOK#{book}#{no}", { shelf: "a" })).toBe("SHELF#{shelf}#BOOK#");
  expect(beginningOf("SHELF#{shelf}#BOOK#{book}", { book: "b" })).toBe("SHELF#");
  expect(beginningOf("SHELF#{shelf}", { shelf: "a" })).toBe("SHELF#{shelf}");
});

test("a filled template is what it says with each value in its place", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (shelf, book) => {
      expect(fill("S#{shelf}#B#{book}", { shelf, book })).toBe(`S#${shelf}#B#${book}`);
    }),
  );
});
