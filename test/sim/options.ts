import { parseArgs } from "node:util";
import { type Level, levels } from "./faults.ts";

/** What was typed cannot be meant; says in one sentence what can. */
export class Mistyped extends Error {
  override readonly name = "Mistyped";
}

export type Options = ReturnType<typeof optionsFrom>;

/** What is asked for on the command line, or one sentence that says what is wrong with it. */
export function optionsFrom(typed: readonly string[]) {
  const { seeds, seed, voters, seconds, faults, ...others } = valuesIn(typed);
  const level = levels.find((one) => one === faults);
  if (faults !== undefined && !level) throw new Mistyped(`--faults is one of ${levels.join(", ")}.`);
  return {
    ...others,
    seeds: wholeIn("--seeds", seeds, 1, 1_000_000),
    seed: wholeIn("--seed", seed, 0, Number.MAX_SAFE_INTEGER),
    voters: wholeIn("--voters", voters, 1, 5_000),
    seconds: wholeIn("--seconds", seconds, 1, 1_000_000),
    level: level as Level | undefined,
  };
}

function valuesIn(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seeds: { type: "string" },
        seed: { type: "string" },
        faults: { type: "string" },
        voters: { type: "string" },
        /** Days until so much time has gone by. */
        seconds: { type: "string" },
        json: { type: "boolean" },
        /** Every day a second time: it has to leave the same trace. */
        twice: { type: "boolean" },
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
    }).values;
  } catch (error) {
    const [sentence] = (error as Error).message.split(". ");
    throw new Mistyped(
      `${sentence?.replace(/\.$/, "")}. There are --seeds N, --seed S, --faults ${levels.join("|")}, --voters N, --seconds N, --json, --twice, --first, --trace, --kills, --step NAME, --adversary.`,
    );
  }
}

function wholeIn(name: string, typed: string | undefined, least: number, most: number): number | undefined {
  if (typed === undefined) return undefined;
  const value = Number(typed);
  if (/^\d+$/.test(typed) && value >= least && value <= most) return value;
  throw new Mistyped(`${name} is a whole number from ${least} to ${most}, not "${typed}".`);
}
