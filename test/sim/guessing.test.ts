import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { chanceOf } from "./chance.ts";
import { guessed, type Loot } from "./guessing.ts";

/** So many voters who chose by lot, and envelopes that a choice may have left a mark on. */
function lootOf(voters: number, marks: (choice: string, envelope: Buffer) => void = () => {}): Loot {
  const names = Array.from({ length: voters }, (_, at) => `d-${at}`);
  const choices = names.map((name) => ["a", "b", "c"][Math.floor(chanceOf(name) * 3)] as string);
  const sealed = choices.map((choice) => {
    const envelope = randomBytes(105);
    marks(choice, envelope);
    return envelope;
  });
  return {
    orders: { "row order": names },
    sealed: new Map(names.map((name, at) => [name, sealed[at] as Buffer])),
    published: choices.toSorted(),
    truth: new Map(names.map((name, at) => [name, choices[at] as string])),
    traces: 0,
    canaries: 0,
  };
}

test("whoever guesses without anything to go by does as well as chance", () => {
  for (const { deviations } of guessed([lootOf(300), lootOf(300)])) expect(deviations).toBeLessThan(4);
});

test("rows in the order of their choices are found out", () => {
  const loot = lootOf(300);
  const byChoice = Array.from(loot.truth).toSorted(([, a], [, b]) => (a < b ? -1 : 1));
  const leaking = { ...loot, orders: { "row order": byChoice.map(([name]) => name) } };
  const [byRow] = guessed([leaking]);
  expect(byRow).toMatchObject({ way: "row order", hits: 300 });
  expect(byRow?.deviations).toBeGreaterThan(20);
});

test("one bit of an envelope that tells a choice is found out", () => {
  const leaking = lootOf(300, (choice, envelope) => {
    envelope[50] = choice === "a" ? (envelope[50] ?? 0) | 8 : (envelope[50] ?? 0) & ~8;
  });
  const learned = guessed([leaking]).at(-1);
  expect(learned?.deviations).toBeGreaterThan(4);
});
