import type { api } from "#api";
import type { Given } from "#lib/route.ts";
import { call } from "../../call.ts";
import { addressOf } from "../../router.svelte.ts";

export type Slip = Given<typeof api.units.makeSlip>;

/** As many as one request makes. */
const atOnce = 50;

/**
 * Slips as they were told, once. They are kept as long as this window is open, and nowhere else: whoever has one signs
 * in with it.
 */
class Drawer {
  made = $state.raw<ReadonlyMap<string, Slip>>(new Map());
  /** How many of the present errand are made, and how many are to be. */
  progress = $state.raw<{ done: number; of: number; began: number }>();

  /** Some at a time; when it ends early, those made are here, and the others have what they had. */
  async make(people: readonly string[]) {
    const began = performance.now();
    this.progress = { done: 0, of: people.length, began };
    try {
      for (let done = 0; done < people.length; done += atOnce) {
        const { slips } = await call.units.makeSlips({ body: { people: people.slice(done, done + atOnce) } });
        this.made = new Map([...this.made, ...slips.map((slip) => [slip.person, slip] as const)]);
        this.progress = { done: done + slips.length, of: people.length, began };
      }
    } finally {
      this.progress = undefined;
    }
  }
}
export const slipDrawer = new Drawer();

/** Seconds an errand still takes, at the pace it had so far. */
export function secondsLeft({
  done,
  of,
  began,
}: {
  done: number;
  of: number;
  began: number;
}): number | undefined {
  return done === 0 ? undefined : Math.ceil((((performance.now() - began) / done) * (of - done)) / 1000);
}

/** The page of slips with one person's in front. */
export const slipsFor = (person: string) => `${addressOf("slips", {})}#${person}`;
