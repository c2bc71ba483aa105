import timers from "node:timers/promises";

type Due = { at: number; name: string; no: number; run: () => void };
type Clock = { moveTo: (moment: number) => void; release: () => void };

/** So many turns of the event loop without news, and everything that could happen at this instant has happened. */
const calmTurns = 12;
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

export type Timeline = ReturnType<typeof timelineFrom>;

/**
 * Time as the run has it. It stands still while anything is being worked on, and then jumps to what is due next, so
 * that a day takes a second and what happens in it depends on nothing but the seed. Every clock and timer of this
 * process goes by it; sockets and the engine do not notice.
 */
export function timelineFrom(start: number) {
  let now = start;
  let count = 0;
  let news = 0;
  let working = 0;
  let wake = () => {};
  let back = () => {};
  const queue: Due[] = [];
  const flying = new Set<string>();

  const tell = () => {
    news += 1;
    wake();
  };
  const isBefore = (a: Due, b: Due) =>
    a.at !== b.at ? a.at < b.at : a.name !== b.name ? a.name < b.name : a.no < b.no;

  function at(moment: number, name: string, run: () => void): Due {
    count += 1;
    const due = { at: Math.max(now, Math.round(moment)), name, no: count, run };
    let [low, high] = [0, queue.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      // Latest first: the next one is taken from the end.
      if (isBefore(due, queue[middle] as Due)) low = middle + 1;
      else high = middle;
    }
    queue.splice(low, 0, due);
    tell();
    return due;
  }

  const forget = (due: Due) => {
    const place = queue.indexOf(due);
    if (place >= 0) queue.splice(place, 1);
  };
  const sleep = (ms: number, name: string) =>
    new Promise<void>((resolve) => void at(now + ms, name, resolve));

  async function untilCalm() {
    for (let calm = 0; calm < calmTurns; ) {
      const before = news;
      if (working > 0 || flying.size > 0) await new Promise<void>((resolve) => (wake = resolve));
      else await turn();
      calm = news === before && working === 0 && flying.size === 0 ? calm + 1 : 0;
    }
  }

  return {
    now: () => now,
    at,
    sleep,
    /** Something happened that others may react to. */
    tell,
    /** Something is on its way in a connection of this machine, until it lands. */
    fly: (name: string) => void flying.add(name),
    land(name: string) {
      if (flying.delete(name)) tell();
    },
    /** Work that takes real time and none of the run's. */
    async working<T>(work: Promise<T>): Promise<T> {
      working += 1;
      try {
        return await work;
      } finally {
        working -= 1;
        tell();
      }
    },

    /** Lets time pass until the story is told. */
    async tellAll<T>(clock: () => Clock, story: () => Promise<T>): Promise<T> {
      back = takeOver({ now: () => now, start, at, forget });
      let isOver = false;
      clock().moveTo(now);
      const told = story().finally(() => {
        isOver = true;
        tell();
      });
      // Asked for at the end; until then nobody listens.
      told.catch(() => {});
      try {
        while (!isOver) {
          await untilCalm();
          if (isOver) break;
          const due = queue.pop();
          if (!due) throw new Error("Everybody waits and nothing is due.");
          now = due.at;
          clock().moveTo(now);
          due.run();
        }
        return await told;
      } finally {
        back();
        clock().release();
        queue.splice(0);
      }
    },

    /** Something that needs the real timers; meanwhile nobody else moves. */
    async standStill(work: () => Promise<void>) {
      back();
      await work();
      back = takeOver({ now: () => now, start, at, forget });
    },
  };
}

type Hands = {
  now: () => number;
  start: number;
  at: (moment: number, name: string, run: () => void) => Due;
  forget: (due: Due) => void;
};

/** Puts this process's timers on the timeline, and gives back how they are put off it again. */
function takeOver({ now, start, at, forget }: Hands): () => void {
  const real = { setTimeout, clearTimeout, wait: timers.setTimeout, random: Math.random };
  const mine = new WeakSet<object>();
  const origin = performance.now();

  const later = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    const due = at(now() + Math.max(1, ms), "timer", () => run(...args));
    mine.add(due);
    const same = () => due;
    return Object.assign(due, { ref: same, unref: same, hasRef: () => true, refresh: same });
  };
  const stop = (timer: unknown) =>
    typeof timer === "object" && timer && mine.has(timer)
      ? forget(timer as Due)
      : real.clearTimeout(timer as never);
  Object.assign(globalThis, { setTimeout: later, clearTimeout: stop });
  Object.assign(timers, {
    setTimeout: (ms: number, value: unknown) =>
      new Promise((resolve) => void at(now() + ms, "timer", () => resolve(value))),
  });
  // Whoever waits a random while waits the same while in every run.
  Math.random = () => 0.5;
  Object.defineProperty(performance, "now", { value: () => origin + now() - start, configurable: true });

  return () => {
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
    Object.assign(timers, { setTimeout: real.wait });
    Math.random = real.random;
    Reflect.deleteProperty(performance, "now");
  };
}
