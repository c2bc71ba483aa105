import fc from "fast-check";
import { expect, test } from "vitest";
import { expectReading, KeptReading, patternsOf, type Reading } from "#domain/ballot.ts";
import { fits, refusal } from "./given.ts";
import { ruleOf } from "./polls.ts";

const rule = ruleOf("> 1/2 of cast", { choose: { max: 2 } });
const candidates = ["a", "b", "c"];
const seal = { envelopes: 5, papers: 2 };
/** Five envelopes and one of two papers: ab, a, a, blank, b, and one that did not open. */
const good: Reading = {
  envelopes: 5,
  papers: 1,
  invalid: 1,
  blank: 1,
  votes: { a: 3, b: 2, c: 0 },
  choices: [
    { choose: ["a", "b"], times: 1 },
    { choose: ["a"], times: 2 },
    { choose: ["b"], times: 1 },
    { choose: [], times: 1 },
  ],
};

test("a reading that adds up is taken, and so is one whose candidate without votes is left out", () => {
  expect(() => expectReading({ candidates, rule }, seal, good)).not.toThrow();
  expect(() => expectReading({ candidates, rule }, seal, { ...good, votes: { a: 3, b: 2 } })).not.toThrow();
});

const { choices = [], ...totals } = good;
/** With four choices more or less, so that only what is told is wrong. */
const withChoices = (...more: NonNullable<Reading["choices"]>): Partial<Reading> => ({ choices: more });

test.for<[string, Partial<Reading>, string, Parameters<typeof ruleOf>[1]?]>([
  ["an envelope too many", { envelopes: 6 }, "envelopes"],
  ["an envelope too few", { envelopes: 4 }, "envelopes"],
  ["more papers than were given", { papers: 3 }, "papers"],
  ["more invalid than there are", { invalid: 7 }, "valid"],
  ["more blank than valid", { blank: 6 }, "valid"],
  ["blank ones where somebody must be chosen", {}, "valid", { choose: { min: 1, max: 2 } }],
  ["votes for somebody else", { votes: { a: 3, b: 2, x: 1 } }, "votes"],
  ["more votes for one than papers", { votes: { a: 5, b: 0 } }, "votes"],
  ["more votes than may be marked", { votes: { a: 4, b: 4, c: 1 } }, "votes"],
  ["fewer votes than papers that are not blank", { votes: { a: 2, b: 1 } }, "votes"],
  ["no choices where they are shown", { choices: undefined }, "choices"],
  ["totals that the choices do not give", { votes: { a: 2, b: 3, c: 0 } }, "choices"],
  ["a blank one the choices do not give", { blank: 0 }, "choices"],
  [
    "a choice left out",
    withChoices({ choose: ["a", "b"], times: 1 }, { choose: ["a"], times: 2 }, { choose: [], times: 1 }),
    "choices",
  ],
  [
    "a choice of somebody else",
    withChoices(
      { choose: ["a", "b"], times: 1 },
      { choose: ["a"], times: 2 },
      { choose: ["b"], times: 1 },
      { choose: ["x"], times: 1 },
    ),
    "choices",
  ],
  [
    "a choice of more than may be marked",
    {
      votes: { a: 3, b: 2, c: 1 },
      choices: [
        { choose: ["a", "b", "c"], times: 1 },
        { choose: ["a"], times: 2 },
        { choose: ["b"], times: 1 },
        { choose: [], times: 1 },
      ],
    },
    "choices",
  ],
  [
    "a choice that names one twice",
    withChoices(
      { choose: ["a", "b"], times: 1 },
      { choose: ["a", "a"], times: 2 },
      { choose: ["b"], times: 1 },
      { choose: [], times: 1 },
    ),
    "choices",
  ],
  [
    "a choice in an order of its own",
    withChoices(
      { choose: ["b", "a"], times: 1 },
      { choose: ["a"], times: 2 },
      { choose: ["b"], times: 1 },
      { choose: [], times: 1 },
    ),
    "choices",
  ],
  ["choices in the order of the box", withChoices(...choices.toReversed()), "choices"],
  [
    "equal choices one by one",
    withChoices(
      { choose: ["a", "b"], times: 1 },
      { choose: ["a"], times: 1 },
      { choose: ["a"], times: 1 },
      { choose: ["b"], times: 1 },
      { choose: [], times: 1 },
    ),
    "choices",
  ],
])("a reading with %s does not add up", ([, lie, is, change]) => {
  const told = { ...good, ...lie };
  const asked = { candidates, rule: change ? ruleOf("> 1/2 of cast", change) : rule };
  expect(() => expectReading(asked, seal, told)).toThrow(refusal("reading/does-not-add-up", { is }));
});

test("choices where several of more than five may be marked are refused, totals alone are taken", () => {
  const many = { candidates: [...candidates, "d", "e", "f"], rule };
  expect(() => expectReading(many, seal, good)).toThrow(
    refusal("reading/does-not-add-up", { is: "choices" }),
  );
  expect(() => expectReading(many, seal, totals)).not.toThrow();
});

test("whatever was in the box, what an honest device says adds up, and a vote moved does not", () => {
  const box = fc.array(fc.subarray(candidates, { maxLength: 2 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(box, fc.nat(3), (read, spoilt) => {
      const votes = Object.fromEntries(
        candidates.map((id) => [id, read.filter((choose) => choose.includes(id)).length]),
      );
      const told: Reading = {
        envelopes: read.length + spoilt,
        papers: 0,
        invalid: spoilt,
        blank: read.filter((choose) => choose.length === 0).length,
        votes,
        choices: patternsOf(read),
      };
      const sealed = { envelopes: read.length + spoilt, papers: 0 };
      expectReading({ candidates, rule }, sealed, told);
      for (const id of candidates)
        expect(() =>
          expectReading({ candidates, rule }, sealed, {
            ...told,
            votes: { ...votes, [id]: (votes[id] ?? 0) + 1 },
          }),
        ).toThrow(refusal("reading/does-not-add-up"));
    }),
  );
});

test("a reading is kept with its device and the hand, and never with a code", () => {
  const address = { conference: "hn-1", poll: "co", device: "may-1", by: "kiem-phieu" };
  expect(KeptReading.shape).not.toHaveProperty("codes");
  expect(fits(KeptReading, { ...address, ...good })).toBe(true);
});
