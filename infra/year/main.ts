import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { build } from "#infra/local/build.ts";
import { startLocal } from "#infra/local/local.ts";
import { yearFileFrom } from "./file.ts";
import { Misfit } from "./misfit.ts";
import { outcomeOf } from "./outcome.ts";
import { close, live } from "./play.ts";
import { reportOf } from "./report.ts";

/** `npm run year -- FILE [--json]`: plays one cluster's year through the product and prints what came of it. */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
const [path] = positionals;

try {
  if (!path) throw new Misfit("", "say which file: npm run year -- examples/vhttdl-cum-4-2024.json");
  const file = yearFileFrom(textOf(path));
  await build({ site: false });
  const local = await startLocal({ quiet: true });
  try {
    const story = await live(file, local);
    await close(story);
    const outcome = await outcomeOf(story);
    process.stdout.write(values.json ? `${JSON.stringify(outcome)}\n` : reportOf(story, outcome));
  } finally {
    await local.stop();
  }
} catch (error) {
  if (!(error instanceof Misfit)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new Misfit(path, "cannot be read");
  }
}
