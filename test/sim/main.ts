import { rmSync } from "node:fs";
import { build } from "#infra/local/build.ts";
import { spy } from "./adversary.ts";
import { found } from "./house.ts";
import { killEverywhere } from "./kills.ts";
import { Mistyped, type Options, optionsFrom } from "./options.ts";
import { run, warmUp } from "./run.ts";
import { isGood, type Lived, lineOf, sameIn, summaryOf } from "./telling.ts";

/**
 * `npm run sim [-- --seeds N --seed S --faults low|high --voters N --seconds N --twice --json]`: conference days with
 * things going wrong, each under a printed seed, each judged. Ends non-zero when anything was lost, doubled, late or
 * untrue, or when a day lived twice was not the same.
 */
const asked = askedFor();
const most = asked.seeds ?? (asked.seed === undefined ? Number.POSITIVE_INFINITY : 1);
const seconds = asked.seconds ?? (Number.isFinite(most) ? Number.POSITIVE_INFINITY : 60);
// Another beginning every time, and printed, so that whatever it finds can be played again.
const first = asked.seed ?? Math.floor(Date.now() / 1000) % 1_000_000;
const print = console.log;
// What a function still says when its day is over is nobody's report.
console.log = console.error = () => {};
/** Asked for something else alone, no days are lived beside it. */
const isDays = (!asked.kills && !asked.adversary) || asked.seconds !== undefined;

await build({ site: false });
await warmUp();
const founded = await found();
const began = performance.now();
const reports: Lived[] = [];
let isSafe = true;
try {
  if (asked.kills) isSafe = await killAll();
  if (asked.adversary) isSafe = (await spyOut()) && isSafe;
  for (
    let seed = isDays ? first : first + most;
    seed < first + most && performance.now() - began < seconds * 1000;
    seed++
  ) {
    const report = await live(seed);
    reports.push(report);
    print(asked.json ? JSON.stringify(report) : lineOf(report));
    if (asked.first && !isGood(report)) break;
  }
} finally {
  rmSync(founded.folder, { recursive: true, force: true });
}
if (!asked.json && isDays) print(summaryOf(reports, first));
process.exitCode = !isSafe || reports.some((one) => !isGood(one)) ? 1 : 0;

function askedFor(): Options {
  try {
    return optionsFrom(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Mistyped)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

/** One seed's day; asked for twice, whether it was the same both times. */
async function live(seed: number): Promise<Lived> {
  const level = asked.level ?? (seed % 2 === 0 ? "low" : "high");
  const day = { seed, level, voters: asked.voters ?? 12 + (seed % 39) };
  const told: string[][] = [];
  const report = await run(founded, day, (room) => told.push(room.ledger.lines));
  if (asked.trace) process.stderr.write(`${told.flat().join("\n")}\n`);
  if (!asked.twice) return report;
  const again = await run(founded, day);
  return { ...report, sameTrace: sameIn(report) === sameIn(again) };
}

async function killAll(): Promise<boolean> {
  const { steps, kills, exercised, races, differs } = await killEverywhere(founded, asked.step);
  const holds = differs.length === 0 && exercised === kills;
  if (asked.json) print(JSON.stringify({ steps, kills, exercised, races, differs }));
  else
    print(
      `killed ${exercised} of ${kills} times in ${steps} steps, ${races} requests held back; ended otherwise: ${differs.join("; ") || "never"}`,
    );
  return holds;
}

async function spyOut(): Promise<boolean> {
  const { guesses, inClear, traces, canaries, ...seen } = await spy(founded, {
    seed: first,
    polls: asked.seeds ?? 4,
    voters: asked.voters ?? 250,
  });
  // With a dozen ways to guess, chance alone stays below this in all but one of a thousand runs.
  const holds = guesses.every(({ deviations }) => deviations < 4) && traces + canaries === 0 && inClear > 0.9;
  if (asked.json) print(JSON.stringify({ seed: first, ...seen, guesses, inClear, traces, canaries }));
  else {
    for (const { way, hits, of, byChance, deviations } of guesses)
      print(`${way.padEnd(38)} ${hits} of ${of} right, ${byChance} by chance, ${deviations} deviations`);
    const share = Math.round(100 * inClear);
    print(`seed ${first}: ${seen.voters} secret ballots; in an open poll ${share} % are told apart`);
    print(`writes that changed more than a ballot ${traces}, secrets found ${canaries}`);
  }
  return holds;
}
