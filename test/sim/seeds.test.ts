import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { Mistyped, optionsFrom } from "./options.ts";
import type { Report } from "./run.ts";
import { sameIn } from "./telling.ts";

const start = promisify(execFile);

/** The days of some seeds, lived in a process of their own: time there is not ours. */
async function lived(...asked: string[]): Promise<Report[]> {
  const { stdout } = await start(process.execPath, ["test/sim/main.ts", "--json", ...asked]);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Report);
}

test.each([
  ["of a small hall", ["--seed", "117", "--seeds", "2", "--voters", "12"]],
  ["of a hall of four hundred", ["--seed", "117", "--faults", "high", "--voters", "400"]],
])(
  "the same seed is the same day %s, to every answer anybody got",
  { timeout: 600_000 },
  async (_, asked) => {
    // At once, so that each has another share of this machine.
    const [once, again] = await Promise.all([lived(...asked), lived(...asked)]);
    expect(once?.map(sameIn)).toEqual(again?.map(sameIn));
    expect(once?.[0]?.trace).toMatch(/^[0-9a-f]{64}$/);
    expect(once?.[0]?.acknowledged).toBeGreaterThan(0);
    expect(new Set(once?.map(({ trace }) => trace)).size).toBe(once?.length);
  },
);

test.each([
  [["--seeds", "many"], "--seeds is a whole number"],
  [["--voters", "0"], "--voters is a whole number from 1"],
  [["--faults", "some"], "--faults is one of"],
  [["--vote", "3"], "Unknown option '--vote'. There are --seeds N"],
])("what cannot be meant is told in one sentence: %s", (typed, sentence) => {
  expect(() => optionsFrom(typed)).toThrow(sentence);
  expect(() => optionsFrom(typed)).toThrow(Mistyped);
});

/** Each of them once showed a bug, in the rules or in what judges them. */
test.each([
  ["an answer changed at the last moment", "9", "24"],
  ["a hall closed by hand while votes are on the way", "110", "44"],
])("%s", { timeout: 120_000 }, async (_, seed, voters) => {
  const [day] = await lived("--seed", seed, "--voters", voters);
  expect(day).toMatchObject({ lost: 0, duplicated: 0, late: 0, wrongStatus: 0, failed: [] });
  expect(day?.acknowledged).toBeGreaterThan(0);
});
