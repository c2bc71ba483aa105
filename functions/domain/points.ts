import * as z from "zod/mini";
import { decimal } from "./decimal.ts";
import {
  compare,
  type Exact,
  exact,
  greatest,
  hundredthsOf,
  least,
  minus,
  over,
  plus,
  rounded,
  times,
  zero,
} from "./exact.ts";
import type { Line, Way } from "./scheme.ts";

const Amount = decimal(4).check(z.gte(0));
/** A rate may pass 100 and be as fine as it was worked out. */
const Rate = decimal(12).check(z.gte(0));
const Times = z.int().check(z.gte(0), z.lte(1_000_000));

/** What is entered on a line; which of these, its way says. */
export const Input = z.union([
  z.number(),
  z.boolean(),
  z.strictObject({ result: Amount, target: z.optional(Amount) }),
  z.strictObject({ plus: Times, minus: Times }),
]);
export type Input = z.output<typeof Input>;

type Pair = { result: number; target?: number | undefined };

/** A shape takes longer to make than to use, and a line is asked for its own at every save. */
const shapes = new WeakMap<Line, z.ZodMiniType<Input>>();

function shapeOf(line: Line): z.ZodMiniType<Input> {
  const known = shapes.get(line) ?? inputOf(line);
  shapes.set(line, known);
  return known;
}

/** What an input of each way looks like, as a schema: what does not fit is refused with the reason. */
function inputOf(line: Line): z.ZodMiniType<Input> {
  if (line.kind === "deduction") return Times;
  const { way } = line;
  switch (way.way) {
    case "judged":
      return decimal(2).check(z.gte(0), z.lte(way.max));
    case "steps":
      return way.of === "count" ? Times : Rate;
    case "ratio":
      return z.strictObject({ result: Amount, target: Amount.check(z.gt(0)) });
    case "target-and-leader":
      return z.strictObject({ result: Amount, target: z.optional(Amount.check(z.gt(0))) });
    case "share-of-best":
      return z.strictObject({ result: Amount });
    case "yes-no":
      return z.boolean();
    case "per-time":
      return Times;
    case "plus-minus":
      return z.strictObject({ plus: Times, minus: Times });
  }
}

/** Why an input does not fit its line, in a few words, or undefined. */
export function faultIn(line: Line, input: unknown): string | undefined {
  if (
    line.kind !== "deduction" &&
    line.way.way === "judged" &&
    typeof input === "number" &&
    input > line.way.max
  )
    return `${input} is above the maximum ${line.way.max}`;
  const { error } = z.safeParse(shapeOf(line), input);
  const [issue] = error?.issues ?? [];
  return (
    issue &&
    `${JSON.stringify(input)} does not fit ${wayOf(line)}: ${[...issue.path, issue.message].join(" ")}`
  );
}

const wayOf = (line: Line) => (line.kind === "deduction" ? "deduction" : line.way.way);

/** Does this line compare the units, so that it has no points until all have given their figures? */
export function isRelative(line: Line): boolean {
  return (
    line.kind !== "deduction" && (line.way.way === "target-and-leader" || line.way.way === "share-of-best")
  );
}

/**
 * The points of one line, in hundredths, rounded once. `peers` are the counting inputs of every unit of the cluster
 * on this line, the unit's own among them; only relative ways look at them. A blank line is 0; deductions are negative.
 */
export function pointsOn(line: Line, input: Input | undefined, peers: readonly Input[] = []): number {
  if (input === undefined) return 0;
  if (line.kind === "deduction") return -hundredthsOf(line.points) * (input as number) + 0;
  return rounded(exactOn(line.way, input, peers), 2);
}

function exactOn(way: Way, input: Input, peers: readonly Input[]): Exact {
  switch (way.way) {
    case "judged":
      return exact(input as number);
    case "steps": {
      const reached = way.steps
        .filter(({ from }) => from <= (input as number))
        .toSorted((a, b) => b.from - a.from)[0];
      return exact(reached?.points ?? 0);
    }
    case "ratio": {
      const { result, target = 1 } = input as Pair;
      const points = over(times(exact(way.max), exact(result)), exact(target));
      return way.uncapped ? points : least(points, exact(way.max));
    }
    case "yes-no":
      return exact(input === true ? way.points : 0);
    case "per-time":
      return least(times(exact(way.points), exact(input as number)), exact(way.limit));
    case "plus-minus": {
      const counts = input as { plus: number; minus: number };
      const sum = minus(
        times(exact(way.plus), exact(counts.plus)),
        times(exact(way.minus), exact(counts.minus)),
      );
      return greatest(exact(way.min), least(sum, exact(way.max)));
    }
    case "share-of-best":
      return shareOfBest(way.max, input as Pair, peers as Pair[]);
    case "target-and-leader":
      return targetAndLeader(way.max, input as Pair, peers as Pair[]);
  }
}

/** max × result ÷ the best result; nothing while the best is nothing. */
function shareOfBest(max: number, own: Pair, peers: readonly Pair[]): Exact {
  const best = bestOf(peers.map(({ result }) => exact(result)));
  return compare(best, zero) === 0 ? zero : over(times(exact(max), exact(own.result)), best);
}

/**
 * Half for the plan, half by the cluster's largest excess (result − target) ÷ target.
 * Units without a target are compared with one another by their share of the best.
 */
function targetAndLeader(max: number, own: Pair, peers: readonly Pair[]): Exact {
  if (own.target === undefined)
    return shareOfBest(
      max,
      own,
      peers.filter(({ target }) => target === undefined),
    );
  const half = over(exact(max), exact(2));
  const reached = over(exact(own.result), exact(own.target));
  if (compare(reached, exact(1)) < 0) return times(half, reached);
  const excess = minus(reached, exact(1));
  if (compare(excess, zero) === 0) return half;
  const excesses = peers.flatMap(({ result, target }) =>
    target === undefined ? [] : [minus(over(exact(result), exact(target)), exact(1))],
  );
  return plus(half, over(times(half, excess), bestOf([...excesses, excess])));
}

const bestOf = (all: readonly Exact[]) => all.reduce(greatest, zero);
