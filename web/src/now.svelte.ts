import { createSubscriber } from "svelte/reactivity";

/** The present, to the minute, for whatever counts days down. */
class Now {
  #subscribe = createSubscriber((update) => {
    const timer = setInterval(update, 60_000);
    return () => clearInterval(timer);
  });

  get current(): number {
    this.#subscribe();
    return Date.now();
  }
}

export const now = new Now();
