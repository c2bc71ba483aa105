import plain from "node:timers";
import timers from "node:timers/promises";

/** What is due at a moment; who no longer waits for it says so. */
export type Due = { at: number; name: string; no: number; isOff: boolean; run: () => void };
type Hands = {
  now: () => number;
  start: number;
  at: (moment: number, name: string, run: () => void) => Due;
};

/** How long a process that is asked for the first time has been up: the same for every run. */
const upSince = 3_600_000;

/** Puts this process's timers on a timeline, and gives back how they are put off it again. */
export function takeOver({ now, start, at }: Hands): () => void {
  const real = { setTimeout, clearTimeout };
  const wait = timers.setTimeout;
  const random = Math.random;
  const mine = new WeakSet<object>();

  const later = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    const due = at(now() + Math.max(1, ms), "timer", () => run(...args));
    mine.add(due);
    const same = () => due;
    return Object.assign(due, { ref: same, unref: same, hasRef: () => true, refresh: same });
  };
  const stop = (timer: unknown) => {
    if (typeof timer === "object" && timer && mine.has(timer)) (timer as Due).isOff = true;
    else real.clearTimeout(timer as never);
  };
  // There are three doors to the same timers: the global one, the module's, and the one with promises.
  for (const door of [globalThis, plain]) Object.assign(door, { setTimeout: later, clearTimeout: stop });
  Object.assign(timers, {
    setTimeout: (ms: number, value: unknown) =>
      new Promise((resolve) => void at(now() + ms, "timer", () => resolve(value))),
  });
  // Whoever waits a random while waits the same while in every run.
  Math.random = () => 0.5;
  Object.defineProperty(performance, "now", { value: () => upSince + now() - start, configurable: true });

  return () => {
    for (const door of [globalThis, plain]) Object.assign(door, real);
    Object.assign(timers, { setTimeout: wait });
    Math.random = random;
    Reflect.deleteProperty(performance, "now");
  };
}
