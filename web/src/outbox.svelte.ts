import type { Refusal } from "#lib/refusal.ts";
import { isPassing } from "./ask.ts";
import { refusalFrom } from "./asking.svelte.ts";
import type { Device } from "./device.ts";

/** How long typing must pause before it is sent, and how long until a lost network is tried again. */
const pause = 800;
const again = { first: 2_000, most: 30_000 };

export type Saved = "stored" | "here" | "sending" | "offline" | "refused";

type Rules<Change> = {
  device: Pick<Device, "read" | "write" | "remove">;
  key: string;
  /** Not what is still being typed, or waits for somebody's choice. */
  isReady: (change: Change) => boolean;
  /** Sends; gives the names it could not settle, which stay, and the time of storing. */
  send: (changes: Record<string, Change>) => Promise<{ left: readonly string[]; at: string }>;
};

/**
 * What was typed, on its way to the server: on this device first, then, after a pause, sent. Whatever happens in
 * between (no network, a closed page, an ended session), it is still here, and goes when it can.
 */
export class Outbox<Change> {
  waiting = $state.raw<Readonly<Record<string, Change>>>({});
  state = $state<Saved>("stored");
  at = $state<string>();
  refusal = $state.raw<Refusal>();
  readonly count = $derived(Object.keys(this.waiting).length);
  readonly #rules: Rules<Change>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = again.first;
  #underWay: Promise<void> | undefined;
  #written: Promise<void> = Promise.resolve();

  constructor(rules: Rules<Change>) {
    this.#rules = rules;
  }

  /** What an earlier visit left on this device. */
  async left(): Promise<Readonly<Record<string, Change>>> {
    const kept = await this.#rules.device.read("drafts", this.#rules.key);
    return (kept ?? {}) as Record<string, Change>;
  }

  forget() {
    return this.#rules.device.remove("drafts", this.#rules.key);
  }

  /** Takes up what an earlier visit left, and goes on sending it. */
  async restore() {
    const kept = await this.left();
    this.waiting = { ...kept, ...this.waiting };
    if (this.count > 0) this.#later("here", 0);
  }

  put(name: string, change: Change) {
    this.waiting = { ...this.waiting, [name]: change };
    this.#keep();
    if (this.state !== "refused") this.#later(this.state === "offline" ? "offline" : "here", pause);
  }

  drop(name: string) {
    const { [name]: _gone, ...rest } = this.waiting;
    this.waiting = rest;
    this.#keep();
    if (this.count === 0 && this.state === "here") this.state = "stored";
  }

  /** Sends at once what is ready. Only one sending is under way at a time: what comes meanwhile goes after it. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#underWay) {
      await this.#underWay;
      return this.flush();
    }
    this.#underWay = this.#send().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  stop() {
    clearTimeout(this.#timer);
  }

  async #send() {
    const ready = Object.entries(this.waiting).filter(([, change]) => this.#rules.isReady(change));
    if (ready.length === 0) return;
    this.state = "sending";
    await this.#written;
    try {
      const { left, at } = await this.#rules.send(Object.fromEntries(ready));
      this.#settle(ready.filter(([name]) => !left.includes(name)));
      this.at = at;
      this.refusal = undefined;
      this.#wait = again.first;
      this.state = this.count === 0 ? "stored" : "here";
      if (Object.values(this.waiting).some(this.#rules.isReady))
        this.#later("here", left.length > 0 ? this.#wait : pause);
    } catch (error) {
      if (isPassing(error)) this.#later("offline", this.#backOff());
      else {
        this.refusal = refusalFrom(error);
        this.state = "refused";
      }
    }
  }

  /** Sent is sent only if nobody typed on meanwhile. */
  #settle(sent: readonly (readonly [string, Change])[]) {
    const done = new Set(
      sent.filter(([name, change]) => this.waiting[name] === change).map(([name]) => name),
    );
    this.waiting = Object.fromEntries(Object.entries(this.waiting).filter(([name]) => !done.has(name)));
    this.#keep();
  }

  #later(state: Saved, wait: number) {
    this.state = state;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  #backOff(): number {
    const wait = this.#wait;
    this.#wait = Math.min(wait * 2, again.most);
    return wait;
  }

  /** One writing after the other, so that the last one typed is the one that stays. */
  #keep() {
    const { device, key } = this.#rules;
    const kept = $state.snapshot(this.waiting) as Record<string, unknown>;
    this.#written = this.#written.then(() =>
      Object.keys(kept).length === 0 ? device.remove("drafts", key) : device.write("drafts", key, kept),
    );
  }
}
