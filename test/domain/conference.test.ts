import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Delegate,
  Delegates,
  expectAgenda,
  expectRoll,
  mostDelegates,
  type Plan,
  rollOf,
  votersOf,
} from "#domain/conference.ts";
import { fits, refusal } from "./given.ts";

const members = ["lang-son", "ha-giang", "cao-bang"];
const of = (delegate: string, unit?: string): Delegate => ({
  delegate,
  name: `Đại biểu ${delegate}`,
  ...(unit && { unit }),
});

test("a roll names nobody twice, and no unit that does not take part", () => {
  expect(() => expectRoll([], { members })).not.toThrow();
  expect(() => expectRoll([of("an", "lang-son"), of("binh")], { members })).not.toThrow();
  expect(() => expectRoll([of("an"), of("binh"), of("an")], { members })).toThrow(
    refusal("roll/delegate-twice", { delegate: "an" }),
  );
  expect(() => expectRoll([of("an", "bac-kan")], { members })).toThrow(
    refusal("unit/unknown", { unit: "bac-kan" }),
  );
});

test("a roll holds five thousand delegates and not one more", () => {
  const delegates = Array.from({ length: mostDelegates }, (_, at) => of(`d-${at}`));
  expect(fits(Delegates, delegates)).toBe(true);
  expect(fits(Delegates, [...delegates, of("mot-nua")])).toBe(false);
});

test("no name holds a mark that would make two delegates of one, or a unit of a name", () => {
  for (const name of ["An\tlang-son", "An\nbinh", "An\u2028Bình"])
    for (const field of ["name", "position"])
      expect(fits(Delegates, [{ ...of("an"), [field]: name }]), JSON.stringify(name)).toBe(false);
});

const roll = fc.uniqueArray(
  fc.record({ delegate: fc.integer({ min: 0, max: 99 }), unit: fc.constantFrom(undefined, ...members) }),
  { selector: ({ delegate }) => delegate, maxLength: 12 },
);
const delegatesOf = (all: readonly { delegate: number; unit: string | undefined }[]) =>
  all.map(({ delegate, unit }) => of(`d-${delegate}`, unit));

test("what a roll comes to does not depend on its order, its names or places, and does on who is for whom", () => {
  const shuffled = roll.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      const renamed = delegatesOf(other).map((each) => ({ ...each, name: "Khác", position: "Giám đốc" }));
      expect(rollOf(renamed)).toEqual(rollOf(delegatesOf(one)));
    }),
  );
  expect(rollOf([of("an", "lang-son")])).not.toEqual(rollOf([of("an", "ha-giang")]));
  expect(rollOf([of("an", "lang-son")])).not.toEqual(rollOf([of("an")]));
});

test("each delegate has a vote, or one of each unit; a unit with two is told so", () => {
  fc.assert(
    fc.property(roll, (all) => {
      const delegates = delegatesOf(all);
      expect(Array.from(votersOf("delegate", delegates).keys())).toEqual(
        delegates.map(({ delegate }) => delegate),
      );
      const units = delegates.flatMap(({ unit }) => unit ?? []);
      if (new Set(units).size < units.length)
        expect(() => votersOf("unit", delegates)).toThrow(refusal("roll/unit-twice"));
      else {
        const voters = votersOf("unit", delegates);
        expect(Array.from(voters.values(), ({ unit }) => unit)).toEqual(units);
        for (const [delegate, one] of voters) expect(one.delegate).toBe(delegate);
      }
    }),
  );
  expect(() => votersOf("unit", [of("an", "lang-son"), of("binh", "lang-son")])).toThrow(
    refusal("roll/unit-twice", { unit: "lang-son" }),
  );
});

test("an agenda names polls that are there, each once", () => {
  const plan = (...polls: (string | undefined)[]): Plan => ({
    title: "Hội nghị",
    at: "2027-01-17T01:00:00.000Z",
    selfCheckIn: false,
    agenda: polls.map((poll) => ({ title: "Việc", ...(poll && { poll }) })),
  });
  const polls = new Set(["co", "cum-truong"]);
  expect(() => expectAgenda(plan(undefined, "co", undefined, "cum-truong"), polls)).not.toThrow();
  expect(() => expectAgenda(plan("khac"), polls)).toThrow(refusal("poll/unknown", { poll: "khac" }));
  expect(() => expectAgenda(plan("co", "co"), polls)).toThrow(refusal("poll/unknown", { poll: "co" }));
});
