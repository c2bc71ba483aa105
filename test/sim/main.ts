import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { build } from "#infra/local/build.ts";
import { type Level, levels } from "./faults.ts";
import { found } from "./house.ts";
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

await build({ site: false });
await warmUp();
const founded = await found();
const began = performance.now();
const reports: Report[] = [];
try {
  for (let seed = first; seed < first + most && performance.now() - began < seconds * 1000; seed++) {
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
if (!values.json) print(summary());
process.exitCode = reports.some((one) => !isGood(one)) ? 1 : 0;

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
