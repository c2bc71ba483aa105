import { SvelteMap } from "svelte/reactivity";
import { storage } from "./storage.svelte.ts";

type Box = { readonly count: number; flush: () => Promise<void>; stop: () => void };

/** Everything typed in this page that the server has not got yet, of whatever page it was typed in. */
class Unsent {
  readonly #boxes = new SvelteMap<string, Box>();

  get count(): number {
    return Array.from(this.#boxes.values()).reduce((sum, { count }) => sum + count, 0);
  }

  keep(key: string, box: Box) {
    if (box.count > 0) this.#boxes.set(key, box);
    else if (this.#boxes.get(key) === box) this.#boxes.delete(key);
  }

  /** A page that is opened again takes up what its former self was still sending. */
  takeUp(key: string, box: Box) {
    const former = this.#boxes.get(key);
    if (former !== box) former?.stop();
  }

  async flush() {
    await Promise.all(Array.from(this.#boxes.values(), (box) => box.flush()));
  }

  /** What stands in this page alone would go with it: whoever leaves is asked. */
  guard(): () => void {
    const ask = (event: BeforeUnloadEvent) => {
      if (storage.isFull && this.count > 0) event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }
}

export const unsent = new Unsent();
