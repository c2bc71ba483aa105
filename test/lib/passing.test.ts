import { expect, test } from "vitest";
import { passesAt, passingName } from "#lib/passing.ts";

test("a name that was given a day passes as that day begins in Vietnam", () => {
  expect(passesAt(passingName("k7m2q9xwab", "2026-11-28"))).toBe("2026-11-27T17:00:00.000Z");
});

test.for([
  "SYSTEM",
  "vhttdl",
  "thu-duc",
  "thu-dau-mot-20261128",
  "thu-k7m2q9xwab-20261399",
  "x-thu-k7m2q9xwab-20261128",
])("%s stays", (root) => {
  expect(passesAt(root)).toBeUndefined();
});
