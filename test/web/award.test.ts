import { expect, test } from "vitest";
import { awards } from "#domain/award.ts";
import { awards as lao } from "../../web/src/words/lo-awards.ts";
import { awards as thai } from "../../web/src/words/th-awards.ts";

test.for([
  ["Lao", lao, /\p{Script=Lao}/u],
  ["Thai", thai, /\p{Script=Thai}/u],
] as const)("every award of the catalogue has a name of its own in %s", ([, names, script]) => {
  const codes = awards.map(({ code }) => code);
  expect(Object.keys(names).toSorted()).toEqual(codes.toSorted());
  expect(Object.values(names).every((name) => script.test(name))).toBe(true);
  expect(new Set(Object.values(names)).size).toBe(codes.length);
});
