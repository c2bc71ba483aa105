import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { build } from "#infra/local/build.ts";
import type { Report } from "../run.ts";
import { type Copy, copyOfSources } from "./copy.ts";
import { type Mutant, planted } from "./planted.ts";

/**
 * `npm run sim:mutants [-- --only WORDS] [-- --days N]`: bugs planted one by one in a copy of the sources; each has to
 * be caught by a day of the simulation. Ends non-zero when one is not.
 */
const { values } = parseArgs({
  options: { only: { type: "string" }, days: { type: "string" }, seed: { type: "string" } },
});
const days = Number(values.days ?? 16);
const side = 2;

type Caught = { mutant: Mutant; by: string; seed: string; seconds: number };

await build({ site: false });
expectPlaces();
const waiting = planted.filter(({ name }) => name.includes(values.only ?? ""));
const of = waiting.length;
const caught: Caught[] = [];
await Promise.all(
  Array.from({ length: side }, async () => {
    const copy = copyOfSources();
    try {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
        const one = await hunt(copy, mutant);
        caught.push(one);
        const { by, seed, seconds } = one;
        console.log(
          [
            `${caught.length}/${of}`.padEnd(6),
            mutant.name.padEnd(52),
            (by || "NOT CAUGHT").padEnd(56),
            seed.padEnd(8),
            `${seconds} s`,
          ].join(" "),
        );
      }
    } finally {
      copy.remove();
    }
  }),
);
const missed = caught.filter(({ by }) => by === "");
console.log(`${of - missed.length} of ${of} planted bugs caught`);
process.exitCode = missed.length > 0 ? 1 : 0;

/** Where a bug is to be planted has to be there, once; the sources go on changing. */
function expectPlaces() {
  const patches = planted.flatMap(({ also, ...mutant }) => [mutant, ...(also ? [also] : [])]);
  const astray = patches.filter(({ file, find }) => readFileSync(file, "utf8").split(find).length !== 2);
  if (astray.length > 0)
    throw new Error(
      `These places are not there, or not once:\n${astray.map(({ file, find }) => `${file}: ${find}`).join("\n")}`,
    );
}

async function hunt(copy: Copy, mutant: Mutant): Promise<Caught> {
  const began = performance.now();
  const takeOut = await copy.plant(mutant);
  const seed = String(values.seed ?? mutant.seed ?? 1);
  try {
    const found = await live(copy, seed);
    return { mutant, ...found, seconds: Math.round((performance.now() - began) / 1000) };
  } finally {
    takeOut();
  }
}

/** Days until one does not hold; a day that cannot be lived to its end does not hold either. */
async function live({ folder }: Copy, seed: string): Promise<{ by: string; seed: string }> {
  const asked = ["--json", "--first", "--seed", seed, "--seeds", String(days), "--voters", "24"];
  const child = spawn(process.execPath, ["test/sim/main.ts", ...asked], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [said, cried] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  const reports = said
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Report);
  const last = reports.at(-1);
  if (child.exitCode === 0) return { by: "", seed };
  const by = last && byWhat(last);
  if (by) return { by, seed: String(last.seed) };
  const [why = ""] = /^\w*Error: .*$/m.exec(cried) ?? [];
  return { by: why.slice(0, 56), seed: String((last?.seed ?? Number(seed) - 1) + 1) };
}

function byWhat({ lost, duplicated, late, wrongStatus, failed }: Report): string {
  const numbers = Object.entries({ lost, duplicated, late, wrongStatus })
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`);
  return numbers.join(", ") || (failed[0] ?? "");
}
