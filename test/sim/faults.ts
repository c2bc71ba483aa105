import type { Luck } from "./chance.ts";

/** How often what goes wrong, of a hundred requests. Delays are not counted as faults unless they are long. */
const rates = {
  none: {},
  low: {
    "request lost": 0.02,
    "answer lost": 0.02,
    "request late": 0.03,
    "answer late": 0.03,
    "sent twice": 0.02,
    "gateway 500": 0.01,
    "gateway 503": 0.01,
    "engine request lost": 0.005,
    "engine answer lost": 0.005,
    "engine slow": 0.01,
    throttled: 0.01,
    "engine 500": 0.005,
    conflict: 0.03,
    stale: 0.2,
    unprocessed: 0.03,
    "short page": 0.1,
    killed: 0.003,
  },
  high: {
    "request lost": 0.08,
    "answer lost": 0.08,
    "request late": 0.1,
    "answer late": 0.1,
    "sent twice": 0.08,
    "gateway 500": 0.04,
    "gateway 503": 0.04,
    "engine request lost": 0.03,
    "engine answer lost": 0.03,
    "engine slow": 0.06,
    throttled: 0.04,
    "engine 500": 0.03,
    conflict: 0.1,
    stale: 0.6,
    unprocessed: 0.1,
    "short page": 0.25,
    killed: 0.015,
  },
} as const;
export type Level = keyof typeof rates;
export type Fault = keyof (typeof rates)["high"];
export const levels = Object.keys(rates) as Level[];

export type Faults = ReturnType<typeof faultsOf>;

/** Whether something goes wrong at a step of somebody, and how often it did. */
export function faultsOf(luck: Luck, level: Level) {
  const seen = new Map<Fault, number>();
  let isOn = false;
  return {
    luck,
    /** Nothing goes wrong before this is said, nor after it is taken back. */
    turn(on: boolean) {
      isOn = on;
    },
    strikes(fault: Fault, actor: string, step: string): boolean {
      const rate = (rates[level] as Record<string, number>)[fault] ?? 0;
      if (!isOn || !luck.is(rate, fault, actor, step)) return false;
      seen.set(fault, (seen.get(fault) ?? 0) + 1);
      return true;
    },
    seen: () => Object.fromEntries(Array.from(seen).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}
