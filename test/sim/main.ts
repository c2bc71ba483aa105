import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { build } from "#infra/local/build.ts";
import { spy } from "./adversary.ts";
import { type Level, levels } from "./faults.ts";
import { found } from "./house.ts";
import { killEverywhere } from "./kills.ts";
import { type Report, run, warmUp } from "./run.ts";

/**
 * `npm run sim [-- --seeds N --seed S --faults low|high --voters N --seconds N --json]`: conference days with things
 * going wrong, each under a printed seed, each judged. Ends non-zero when anything was lost, doubled, late or untrue.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: "string" },
    seed: { type: "string" },
    faults: { type: "string" },
    voters: { type: "string" },
    seconds: { type: "string" },
    json: { type: "boolean" },
    /** Ends at the first day that does not hold. */
    first: { type: "boolean" },
    /** Every step of the officers, ended at each of its requests to the engine. */
    kills: { type: "boolean" },
    /** Of these steps only this one. */
    step: { type: "string" },
    /** Tries to tell who chose what from all that a holder of the machine has. */
    adversary: { type: "boolean" },
    /** Tells everything that happened, beside the report. */
    trace: { type: "boolean" },
  },
});
const wanted = values.seeds === undefined ? undefined : Number(values.seeds);
const only = values.seed === undefined ? undefined : Number(values.seed);
const most = wanted ?? (only === undefined ? Number.POSITIVE_INFINITY : 1);
const seconds = Number(values.seconds ?? (Number.isFinite(most) ? Number.POSITIVE_INFINITY : 60));
// Another beginning every time, and printed, so that whatever it finds can be played again.
const first = only ?? Math.floor(Date.now() / 1000) % 1_000_000;
const print = console.log;
// What a function still says when its day is over is nobody's report.
console.log = () => {};
/** Asked for something else alone, no days are lived beside it. */
const isDays = (!values.kills && !values.adversary) || values.seconds !== undefined;

await build({ site: false });
await warmUp();
const founded = await found();
const began = performance.now();
const reports: Report[] = [];
let isSafe = true;
try {
  if (values.kills) isSafe = await killAll();
  if (values.adversary) isSafe = (await spyOut()) && isSafe;
  for (
    let seed = isDays ? first : first + most;
    seed < first + most && performance.now() - began < seconds * 1000;
    seed++
  ) {
    const level = levelOf(seed);
    const voters = Number(values.voters ?? 12 + (seed % 39));
    const told: string[][] = [];
    const report = await run(founded, { seed, level, voters }, (room) => told.push(room.ledger.lines));
    reports.push(report);
    if (values.trace) process.stderr.write(`${told.flat().join("\n")}\n`);
    print(values.json ? JSON.stringify(report) : lineOf(report));
    if (values.first && !isGood(report)) break;
  }
} finally {
  rmSync(founded.folder, { recursive: true, force: true });
}
if (!values.json && isDays) print(summary());
process.exitCode = !isSafe || reports.some((one) => !isGood(one)) ? 1 : 0;

async function killAll(): Promise<boolean> {
  const { steps, kills, exercised, races, differs } = await killEverywhere(founded, values.step);
  const holds = differs.length === 0 && exercised === kills;
  if (values.json) print(JSON.stringify({ steps, kills, exercised, races, differs }));
  else
    print(
      `killed ${exercised} of ${kills} times in ${steps} steps, ${races} requests held back; ended otherwise: ${differs.join("; ") || "never"}`,
    );
  return holds;
}

async function spyOut(): Promise<boolean> {
  const voters = Number(values.voters ?? 250);
  const { guesses, inClear, traces, canaries, ...seen } = await spy(founded, {
    seed: first,
    polls: wanted ?? 4,
    voters,
  });
  // With a dozen ways to guess, chance alone stays below this in all but one of a thousand runs.
  const holds = guesses.every(({ deviations }) => deviations < 4) && traces + canaries === 0 && inClear > 0.9;
  if (values.json) print(JSON.stringify({ seed: first, ...seen, guesses, inClear, traces, canaries }));
  else {
    for (const { way, hits, of, byChance, deviations } of guesses)
      print(`${way.padEnd(38)} ${hits} of ${of} right, ${byChance} by chance, ${deviations} deviations`);
    const share = Math.round(100 * inClear);
    print(`seed ${first}: ${seen.voters} secret ballots; in an open poll ${share} % are told apart`);
    print(`writes that changed more than a ballot ${traces}, secrets found ${canaries}`);
  }
  return holds;
}

function levelOf(seed: number): Level {
  const { faults } = values;
  if (faults === undefined) return seed % 2 === 0 ? "low" : "high";
  const level = levels.find((one) => one === faults);
  if (!level) throw new Error(`--faults is one of ${levels.join(", ")}.`);
  return level;
}

function isGood({ lost, duplicated, late, wrongStatus, failed }: Report): boolean {
  return lost + duplicated + late + wrongStatus === 0 && failed.length === 0;
}

function lineOf(report: Report): string {
  const { seed, level, voters, acknowledged, counted, lost, duplicated, late, wrongStatus } = report;
  const faults = Object.entries(report.faults).map(([fault, times]) => `${fault} ${times}`);
  const told = [
    `seed ${seed} ${level}, ${voters} voters: ${acknowledged} acknowledged, ${counted} counted`,
    `lost ${lost}, duplicated ${duplicated}, late ${late}, wrong status ${wrongStatus}`,
    `${report.writeUnitsPerBallot} write units a ballot, ${report.seconds} s`,
    `  ${faults.join(", ") || "no faults"}`,
    `  again: npm run sim -- --seed ${seed} --faults ${level} --voters ${voters}`,
    ...report.failed.map((fact) => `  FAILED: ${fact}`),
  ];
  return told.join(isGood(report) ? "\n" : "\n! ");
}

function summary(): string {
  const total = (name: "acknowledged" | "counted" | "lost" | "duplicated" | "late" | "wrongStatus") =>
    reports.reduce((sum, report) => sum + report[name], 0);
  const faults = reports.flatMap((report) => Object.values(report.faults)).reduce((sum, one) => sum + one, 0);
  const bad = reports.filter((one) => !isGood(one)).map(({ seed }) => seed);
  return [
    `${reports.length} days from seed ${first}, ${faults} faults: ${total("acknowledged")} acknowledged, ${total("counted")} counted`,
    `lost ${total("lost")}, duplicated ${total("duplicated")}, late ${total("late")}, wrong status ${total("wrongStatus")}`,
    bad.length > 0 ? `seeds that failed: ${bad.join(" ")}` : "every day held",
  ].join("; ");
}
