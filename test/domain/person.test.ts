import fc from "fast-check";
import { expect, test } from "vitest";
import { expectPlace, expectUsable, Profile, Role, type Slip, slipAsKept, slipFrom } from "#domain/person.ts";
import { fits, refusal } from "./given.ts";

const bytes = fc.uint8Array({ minLength: 12, maxLength: 12 });

test("a slip is twelve letters and digits in three groups, none taken for another", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      expect(slipFrom(random)).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    }),
  );
});

test("each of 32 letters is as likely as any other, at each place", () => {
  for (let place = 0; place < 12; place++) {
    const seen = Map.groupBy(
      Array.from(
        { length: 256 },
        (_, byte) => slipAsKept(slipFrom(new Uint8Array(12).with(place, byte)))[place],
      ),
      (letter) => letter,
    );
    expect(Array.from(seen.values(), ({ length }) => length)).toEqual(Array(32).fill(8));
  }
});

test("spaces, hyphens and small letters are the same slip", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const slip = slipFrom(random);
      const kept = slipAsKept(slip);
      expect(kept).toBe(slip.replaceAll("-", ""));
      expect(slipAsKept(` ${slip.toLowerCase().replaceAll("-", " ")}`)).toBe(kept);
    }),
  );
});

const slip: Slip = { person: "an", digest: "…", wrong: 0, madeAt: "2026-01-06T01:00:00.000Z" };

test.for<[string, Slip | undefined, ReturnType<typeof refusal> | undefined]>([
  ["never used", slip, undefined],
  ["nine times mistyped", { ...slip, wrong: 9 }, undefined],
  ["ten times mistyped", { ...slip, wrong: 10 }, refusal("access/throttled", { again: "clerk" })],
  ["used", { ...slip, usedAt: slip.madeAt }, refusal("access/slip-wrong")],
  ["used, and mistyped since", { ...slip, usedAt: slip.madeAt, wrong: 10 }, refusal("access/slip-wrong")],
  ["never made", undefined, refusal("access/slip-wrong")],
])("a slip %s opens or does not", ([, one, refused]) => {
  if (refused) expect(() => expectUsable(one)).toThrow(refused);
  else expect(expectUsable(one)).toBe(one);
});

test.for(Role.options)("a %s has the place the role needs", (role) => {
  const place = (more: object) => () => expectPlace({ name: "An", role, active: true, ...more });
  const needs = { scorer: "unit", leader: "unit", agency: "agency" }[role as string];
  if (!needs) return expect(place({})).not.toThrow();
  expect(place({})).toThrow(refusal("person/no-unit", { role }));
  expect(place({ [needs === "unit" ? "agency" : "unit"]: "lang-son" })).toThrow(refusal("person/no-unit"));
  return expect(place({ [needs]: "lang-son" })).not.toThrow();
});

test("nothing more is kept of a person", () => {
  const person = { name: "Nguyễn Văn An", role: "clerk" };
  expect(fits(Profile, person)).toBe(true);
  for (const more of ["identityCard", "account", "religion", "address", "phone"])
    expect(fits(Profile, { ...person, [more]: "1" })).toBe(false);
});
