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
    const found = await live(copy, mutant.kills ? ["--kills", "--step", "open"] : daysFrom(seed));
    return { mutant, ...found, seconds: Math.round((performance.now() - began) / 1000) };
  } finally {
    takeOut();
  }
}

/** Days until one does not hold; a day that cannot be lived to its end does not hold either. */
async function live({ folder }: Copy, asked: string[]): Promise<{ by: string; seed: string }> {
  const child = spawn(process.execPath, ["test/sim/main.ts", "--json", ...asked], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [said, cried] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  if (child.exitCode === 0) return { by: "", seed: "" };
  const lines = said.split("\n").filter(Boolean);
  const last = JSON.parse(lines.at(-1) ?? "{}") as Partial<Report> & { differs?: string[] };
  const [why = ""] = /^\w*Error: .*$/m.exec(cried) ?? [];
  const by = last.differs ? last.differs[0] : byWhat(last);
  return { by: (by || why).slice(0, 70), seed: String(last.seed ?? "kills") };
}

function daysFrom(seed: string): string[] {
  return ["--first", "--seed", seed, "--seeds", String(days), "--voters", "24"];
}

function byWhat({ failed = [], ...numbers }: Partial<Report>): string {
  const { lost = 0, duplicated = 0, late = 0, wrongStatus = 0 } = numbers;
  const wrong = Object.entries({ lost, duplicated, late, wrongStatus })
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`);
  return wrong.join(", ") || (failed[0] ?? "");
}
