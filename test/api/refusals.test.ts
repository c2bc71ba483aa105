import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { refusalCodes } from "#domain/refuse.ts";

test("every refusal there is has a test that hears it", () => {
  const sources = globSync("test/**/*.{test,spec}.ts").map((file) => readFileSync(file, "utf8"));
  const unheard = refusalCodes.filter((code) => !sources.some((source) => source.includes(`"${code}"`)));
  expect(unheard, `No test hears ${unheard.join(", ")}.`).toEqual([]);
});
