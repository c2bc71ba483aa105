/** How many steps one can go back, and how long typing in one field counts as one step. */
const most = 200;
const word = 1_500;

/** Where one has been, to undo and redo: what is shown now is kept by whoever asks. */
export class Past<T> {
  #behind: T[] = [];
  #ahead: T[] = [];
  #last: { what: string; at: number } | undefined;

  get canGoBack() {
    return this.#behind.length > 0;
  }
  get canGoForth() {
    return this.#ahead.length > 0;
  }

  /** Remembers what is left behind. Going on in the same field is the same step. */
  leave(before: T, what?: string, now = Date.now()) {
    const isSameStep = what !== undefined && this.#last?.what === what && now - this.#last.at < word;
    this.#last = what === undefined ? undefined : { what, at: now };
    this.#ahead = [];
    if (!isSameStep) this.#behind = [...this.#behind.slice(1 - most), before];
  }

  back(present: T): T | undefined {
    const before = this.#behind.pop();
    if (before !== undefined) this.#ahead.push(present);
    this.#last = undefined;
    return before;
  }

  forth(present: T): T | undefined {
    const after = this.#ahead.pop();
    if (after !== undefined) this.#behind.push(present);
    this.#last = undefined;
    return after;
  }
}
