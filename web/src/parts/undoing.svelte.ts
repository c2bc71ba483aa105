/** How long what was just done may be undone by one tap. */
const stays = 8_000;

/** What just happened, and how to undo it. Leaves by itself, and stays while somebody is at it. */
export class Undoing {
  done = $state("");
  #back = $state.raw<(() => Promise<unknown>) | undefined>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly canUndo = $derived(this.#back !== undefined);

  tell(done: string, back?: () => Promise<unknown>) {
    this.done = done;
    this.#back = back;
    this.release();
  }

  async undo() {
    const back = this.#back;
    this.leave();
    await back?.();
  }

  hold() {
    clearTimeout(this.#timer);
  }

  release() {
    this.hold();
    this.#timer = setTimeout(() => this.leave(), stays);
  }

  leave() {
    this.hold();
    this.done = "";
    this.#back = undefined;
  }
}
