import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "#infra/local/build.ts";
import { watchedEngine } from "../watched-engine.ts";
import { votingAtOnce, votingBadly, votingInSecret, watchingTurnout } from "./ballots.ts";
import { checkingAHistory } from "./chain.ts";
import { closingAYear } from "./closing.ts";
import { startingCold } from "./cold.ts";
import { payingForAYear } from "./cost.ts";
import { judged } from "./lighthouse.ts";
import { atMost, type Line, median } from "./line.ts";
import { spendingADay } from "./phone-day.ts";
import { scanned } from "./scanning.ts";
import { readingRankings, savingASheet, savingAtTheDeadline } from "./sheets.ts";
import type { Stage } from "./stage.ts";
import { readingATrail } from "./trail.ts";
import { typing } from "./typing.ts";
import { loadingToVote, standingFirst, standingWithoutNetwork } from "./web.ts";
import { votingOnBadWifi } from "./wifi.ts";

/** `npm run bench [-- --json] [-- --only ID]`: the numbers this project promises, measured; non-zero when one is passed over. */
const { values } = parseArgs({ options: { json: { type: "boolean" }, only: { type: "string" } } });
const chapters: [ids: string, (stage: Stage) => Promise<Line[]>][] = [
  ["P1 P3 P4", votingInSecret],
  ["P2", votingBadly],
  ["P5", votingAtOnce],
  ["P6", watchingTurnout],
  ["W6", votingOnBadWifi],
  ["P7", savingASheet],
  ["P8", readingRankings],
  ["P9", closingAYear],
  ["P10", startingCold],
  ["P11", savingAtTheDeadline],
  ["P12", payingForAYear],
  ["S4", checkingAHistory],
  ["T1", readingATrail],
  ["W1 W3", loadingToVote],
  ["W2", standingFirst],
  ["W4", standingWithoutNetwork],
  ["W5", spendingADay],
  ["W7", typing],
  ["W8", judged],
  ["W9", scanned],
];

await build({ site: values.only?.startsWith("W") ?? true });
const lines: Line[] = [];
for (const [ids, chapter] of chapters) {
  const [id] = ids.split(" ");
  if (values.only && !ids.split(" ").includes(values.only)) continue;
  const engine = await watchedEngine();
  // Load is measured on the engine itself; counts are taken on the way to it. A killed request is not sent again.
  process.env["AWS_ENDPOINT_URL_DYNAMODB"] = id === "P11" || id === "P5" ? engine.direct : engine.endpoint;
  process.env["AWS_MAX_ATTEMPTS"] = id === "P9" ? "1" : "3";
  const { startLocal } = await import("#infra/local/local.ts");
  const local = await startLocal({ quiet: true });
  for (const line of await chapter({ local, engine }))
    if (!values.only || values.only === line.id) show(line);
  await local.stop();
  await engine.stop();
  delete process.env["AWS_ENDPOINT_URL_DYNAMODB"];
}
if (!values.only || values.only === "START") show(await startToReady());
process.exitCode = lines.some(({ ok, gates }) => gates && !ok) ? 1 : 0;

function show(line: Line) {
  lines.push(line);
  const { id, name, measured, unit, bound, ratio, target, ok, gates } = line;
  const verdict = ok ? "ok" : gates ? "PASSED OVER" : "slower here";
  console.log(
    values.json
      ? JSON.stringify(line)
      : [
          id.padEnd(5),
          name.padEnd(52),
          `${measured} ${unit}`.padEnd(22),
          `bound ${bound}`.padEnd(12),
          `ratio ${ratio}`.padEnd(12),
          `target ${target}`.padEnd(12),
          verdict,
        ].join(" "),
  );
}

/** From `npm start` on a folder that has its data to the line `ready`. */
async function startToReady(): Promise<Line> {
  const folder = mkdtempSync(join(tmpdir(), "start-"));
  const times: number[] = [];
  for (let run = 0; run < 6; run++) {
    const began = performance.now();
    const child = spawn(process.execPath, ["infra/local/main.ts"], {
      env: { ...process.env, PORT: "0", DATA_DIR: join(folder, "data") },
      stdio: ["ignore", "pipe", "inherit"],
    });
    for await (const chunk of child.stdout) if (String(chunk).includes("ready")) break;
    // The first one lays the sample.
    if (run > 0) times.push(performance.now() - began);
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  rmSync(folder, { recursive: true, force: true });
  return atMost({
    id: "START",
    name: "start to ready, from the second on",
    measured: median(times) / 1000,
    unit: "s",
    bound: 3,
    gates: false,
  });
}
