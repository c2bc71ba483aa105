import { createHash } from "node:crypto";
import { chanceOf } from "./chance.ts";

/** What somebody has who holds the machine: every state of the table, its file, the logs, and what was published. */
export type Loot = {
  /** Delegates in the order of their rows, of their first and of their last write, and of their place in the file. */
  orders: Record<string, string[]>;
  sealed: Map<string, Buffer>;
  published: string[];
  /** What each really chose; only to mark the guesses. */
  truth: Map<string, string>;
  /** Writes of a ballot that changed anything else. */
  traces: number;
  canaries: number;
};

/** How often a way of guessing was right, how often chance would be, and by how many deviations they differ. */
export type Guess = { way: string; hits: number; of: number; byChance: number; deviations: number };

const shuffles = 200;

/** Every way of putting the voters in an order, held against the published choices in theirs; and one that learns. */
export function guessed(loots: readonly Loot[]): Guess[] {
  const orders = loots.map((loot) => ({ ...loot.orders, ...ordersByBytes(loot) }));
  const names = Object.keys(orders[0] ?? {});
  const byOrder = names.map((name) =>
    added(
      name,
      loots.map((loot, at) => matched(loot, (orders[at] as Record<string, string[]>)[name] ?? [])),
    ),
  );
  return [...byOrder, added("learning from half of the envelopes", loots.map(learned))];
}

/** What the sealed bytes offer: themselves, their hashes as on the board, their codes, their length. */
function ordersByBytes({ sealed }: Loot): Record<string, string[]> {
  const by = (worth: (bytes: Buffer) => Buffer | number) =>
    Array.from(sealed, ([delegate, bytes]) => ({ delegate, worth: worth(bytes) }))
      .toSorted((a, b) =>
        typeof a.worth === "number"
          ? a.worth - (b.worth as number)
          : Buffer.compare(a.worth, b.worth as Buffer),
      )
      .map(({ delegate }) => delegate);
  return {
    "sealed bytes": by((bytes) => bytes),
    "last bytes": by((bytes) => bytes.subarray(-16)),
    "board order": by((bytes) => createHash("sha256").update(bytes).digest()),
    "length of the envelope": by((bytes) => bytes.length),
    "sum of the bytes": by((bytes) => bytes.reduce((sum, byte) => sum + byte, 0)),
  };
}

type Score = { hits: number; of: number; mean: number; variance: number };

/** The published choices dealt out in this order; chance deals them out in any other. */
function matched({ published, truth }: Loot, order: readonly string[]): Score {
  const known = order.filter((delegate) => truth.has(delegate));
  const hitsOf = (dealt: readonly string[]) =>
    dealt.filter((delegate, place) => truth.get(delegate) === published[place]).length;
  const forwards = hitsOf(known);
  const backwards = hitsOf(known.toReversed());
  const chances = Array.from({ length: shuffles }, (_, round) =>
    hitsOf(
      known
        .map((delegate) => ({ delegate, chance: chanceOf(round, delegate, known.length) }))
        .toSorted((a, b) => a.chance - b.chance)
        .map(({ delegate }) => delegate),
    ),
  );
  const mean = chances.reduce((sum, one) => sum + one, 0) / shuffles;
  const variance = chances.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (shuffles - 1);
  const hits = Math.abs(forwards - mean) >= Math.abs(backwards - mean) ? forwards : backwards;
  return { hits, of: known.length, mean, variance };
}

/** Told the choices of one half, finds the bit that tells them best, and guesses the other half by it. */
function learned({ sealed, truth }: Loot): Score {
  const all = Array.from(truth, ([delegate, choice]) => ({
    choice,
    bytes: sealed.get(delegate) ?? Buffer.of(),
  }));
  const half = all.length >> 1;
  const [known, rest] = [all.slice(0, half), all.slice(half)];
  const bits = 8 * Math.min(...all.map(({ bytes }) => bytes.length));
  const usual = mostOf(known.map(({ choice }) => choice));
  let best = { right: -1, guess: (_: Buffer) => usual };
  for (let bit = 0; bit < bits; bit++) {
    const isSet = (bytes: Buffer) => (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
    const set = mostOf(known.filter(({ bytes }) => isSet(bytes)).map(({ choice }) => choice)) || usual;
    const unset = mostOf(known.filter(({ bytes }) => !isSet(bytes)).map(({ choice }) => choice)) || usual;
    const guess = (bytes: Buffer) => (isSet(bytes) ? set : unset);
    const right = known.filter(({ choice, bytes }) => guess(bytes) === choice).length;
    if (right > best.right) best = { right, guess };
  }
  const guesses = rest.map(({ bytes }) => best.guess(bytes));
  const share = (choice: string) => rest.filter((one) => one.choice === choice).length / rest.length;
  const chances = guesses.map(share);
  return {
    hits: rest.filter(({ choice }, place) => guesses[place] === choice).length,
    of: rest.length,
    mean: chances.reduce((sum, one) => sum + one, 0),
    variance: chances.reduce((sum, one) => sum + one * (1 - one), 0),
  };
}

function mostOf(choices: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const choice of choices) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  return Array.from(counts).toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}

function added(way: string, scores: readonly Score[]): Guess {
  const sum = (of: (score: Score) => number) => scores.reduce((total, one) => total + of(one), 0);
  const [hits, byChance, variance] = [sum((s) => s.hits), sum((s) => s.mean), sum((s) => s.variance)];
  const deviations = variance === 0 ? 0 : (hits - byChance) / Math.sqrt(variance);
  return { way, hits, of: sum((s) => s.of), byChance: round(byChance), deviations: round(deviations) };
}

const round = (value: number) => Math.round(value * 100) / 100;
