import type { api } from "#api";
import type { Given } from "#lib/route.ts";
import { Asking } from "../../asking.svelte.ts";
import { call } from "../../call.ts";
import { now } from "../../now.svelte.ts";

export type Progress = Given<typeof api.closing.readClosing>;

/** How often it is asked again while the year is being closed. */
const every = 1_500;

/** The closing of a year, from what is still missing to the seal. */
export class Closing {
  readonly year: number;
  readonly asking = new Asking<Progress>();
  /** Seconds until something is written; nothing where it is no longer waited for. */
  wait = $state<number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly progress = $derived(this.asking.answer);

  constructor(year: number, { mayClose }: { mayClose: boolean }) {
    this.year = year;
    void this.#look(() => call.closing.readClosing({ yearNo: year }), mayClose);
  }

  /** Begins, and goes on asking until the year is closed or a cluster holds it up. */
  close() {
    return this.#look(() => call.closing.closeYear({ yearNo: this.year }), true);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  async #look(question: () => Promise<Progress>, goesOn: boolean) {
    this.stop();
    await this.asking.ask(question);
    const { progress } = this;
    if (progress?.state !== "closing") {
      this.wait = undefined;
      return;
    }
    const left = progress.notBefore ? Date.parse(progress.notBefore) - Date.now() : 0;
    this.wait = left > 0 ? Math.ceil(left / 1000) : undefined;
    if (progress.blocked.length > 0 && left <= 0) return;
    const next = goesOn
      ? () => call.closing.closeYear({ yearNo: this.year })
      : () => call.closing.readClosing({ yearNo: this.year });
    if (left > 0) this.#count(Date.parse(progress.notBefore ?? ""), next, goesOn);
    else this.#timer = setTimeout(() => void this.#look(next, goesOn), every);
  }

  /** Nothing happens before that instant, so nobody is asked; the seconds are counted here. */
  #count(until: number, next: () => Promise<Progress>, goesOn: boolean) {
    this.#timer = setTimeout(() => {
      const left = until - Date.now();
      this.wait = left > 0 ? Math.ceil(left / 1000) : undefined;
      if (left > 0) this.#count(until, next, goesOn);
      else void this.#look(next, goesOn);
    }, 500);
  }

  isDue(closes: string): boolean {
    return Date.parse(closes) <= now.current;
  }
}
