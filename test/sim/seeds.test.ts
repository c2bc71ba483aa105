import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { Report } from "./run.ts";

const start = promisify(execFile);

/** The days of some seeds, lived in a process of their own: time there is not ours. */
async function lived(...asked: string[]): Promise<Report[]> {
  const { stdout } = await start(process.execPath, ["test/sim/main.ts", "--json", ...asked]);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Report);
}

test("the same seed is the same day, to every answer anybody got", { timeout: 120_000 }, async () => {
  const once = await lived("--seed", "117", "--seeds", "2", "--voters", "12");
  const again = await lived("--seed", "117", "--seeds", "2", "--voters", "12");
  expect(again.map(({ seconds: _, ...report }) => report)).toEqual(
    once.map(({ seconds: _, ...report }) => report),
  );
  expect(once[0]?.trace).not.toBe(once[1]?.trace);
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
