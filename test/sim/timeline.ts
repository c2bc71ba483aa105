import { createHash } from "node:crypto";
import { type Due, takeOver } from "./timers.ts";

type Clock = { moveTo: (moment: number) => void; release: () => void };
type Turn = { no: number; go: () => void };

/** So many turns of the event loop without news, and everything that could happen at this instant has happened. */
const calmTurns = 4;
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

export type Timeline = ReturnType<typeof timelineFrom>;

/**
 * Time as the run has it. It stands still while anything is being worked on, and then jumps to what is due next, so
 * that a day takes a second and what happens in it depends on nothing but the seed. Every clock and timer of this
 * process goes by it; sockets and the engine do not notice. What they bring is handed on in the order in which it was
 * sent for, never in that in which it came.
 */
export function timelineFrom(start: number) {
  let now = start;
  let count = 0;
  let news = 0;
  let working = 0;
  let numbers = 0;
  let wake = () => {};
  let back = () => {};
  const queue: Due[] = [];
  const flying = new Set<string>();
  const arrived: Turn[] = [];
  const past = createHash("sha256");

  const tell = () => {
    news += 1;
    wake();
  };
  const isBefore = (a: Due, b: Due) =>
    a.at !== b.at ? a.at < b.at : a.name !== b.name ? a.name < b.name : a.no < b.no;

  function at(moment: number, name: string, run: () => void): Due {
    count += 1;
    const due = { at: Math.max(now, Math.round(moment)), name, no: count, isOff: false, run };
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

  const sleep = (ms: number, name: string) =>
    new Promise<void>((resolve) => void at(now + ms, name, resolve));

  /** Waits until all that is on its way at this instant has come, and those with a lower number have gone before. */
  const inTurn = (no: number) =>
    new Promise<void>((go) => {
      arrived.push({ no, go });
      tell();
    });

  async function untilCalm() {
    for (let calm = 0; calm < calmTurns || arrived.length > 0; ) {
      const before = news;
      if (working > 0 || flying.size > 0) await new Promise<void>((resolve) => (wake = resolve));
      else if (calm < calmTurns) await turn();
      else for (const { go } of arrived.splice(0).toSorted((a, b) => a.no - b.no)) go();
      calm = news === before && working === 0 && flying.size === 0 && calm < calmTurns ? calm + 1 : 0;
    }
  }

  function nextDue(): Due {
    for (let due = queue.pop(); due; due = queue.pop()) if (!due.isOff) return due;
    throw new Error("Everybody waits and nothing is due.");
  }

  return {
    now: () => now,
    at,
    sleep,
    inTurn,
    /** A number for what is sent for now. */
    number: () => (numbers += 1),
    /** Something happened that others may react to. */
    tell,
    /** Something is on its way in a connection of this machine, until it lands. */
    fly: (name: string) => void flying.add(name),
    land(name: string) {
      if (flying.delete(name)) tell();
    },
    /** Work that takes real time and none of the run's; of several at once none is done before one begun earlier. */
    async working<T>(work: Promise<T>): Promise<T> {
      working += 1;
      numbers += 1;
      const no = numbers;
      try {
        return await work;
      } finally {
        working -= 1;
        tell();
        // Nothing else was sent for meanwhile: there is nobody to wait for.
        if (working > 0 || numbers > no) await inTurn(no);
      }
    },
    /** What has passed so far, moment by moment and name by name, in one number. */
    passed: () => past.copy().digest("hex"),

    /** Lets time pass until the story is told. */
    async tellAll<T>(clock: () => Clock, story: () => Promise<T>): Promise<T> {
      back = takeOver({ now: () => now, start, at });
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
          const due = nextDue();
          now = due.at;
          past.update(`${now} ${due.name}\n`);
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
      back = takeOver({ now: () => now, start, at });
    },
  };
}
