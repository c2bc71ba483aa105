import type { Refusal } from "#lib/refusal.ts";
import { isPassing } from "./ask.ts";
import { refusalFrom } from "./asking.svelte.ts";
import type { Device } from "./device.ts";
import { type Tabs, type Told, tabs as theTabs } from "./tabs.ts";
import { unsent } from "./unsent.svelte.ts";

/** How long typing must pause before it is sent, how much longer the same in another window waits, and how long until a lost network is tried again. */
const pause = 800;
const turn = 5_000;
const again = { first: 2_000, most: 30_000 };

export type Saved = "stored" | "here" | "sending" | "offline" | "refused";

export type DraftDevice = Pick<Device, "read" | "amend" | "remove">;

type Rules<Change> = {
  device: DraftDevice;
  key: string;
  /** Not what is still being typed, or waits for somebody's choice. */
  isReady: (change: Change) => boolean;
  /** Sends; gives the names it could not settle, which stay, and the time of storing. */
  send: (changes: Record<string, Change>) => Promise<{ left: readonly string[]; at: string }>;
  /** The same, typed in another window and stored from there; who cannot take that up does not listen. */
  heard?: (changes: Record<string, Change>, at: string) => void;
  tabs?: Tabs;
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
  /** What has changed since the device was last told. */
  #put: Record<string, Change> = {};
  #drop = new Set<string>();
  #hush: (() => void) | undefined;

  constructor(rules: Rules<Change>) {
    this.#rules = rules;
  }

  get #tabs(): Tabs {
    return this.#rules.tabs ?? theTabs;
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
    unsent.takeUp(this.#rules.key, this);
    if (this.#rules.heard) this.#hush ??= this.#tabs.listen((told) => this.#hear(told));
    const kept = await this.left();
    this.#now({ ...kept, ...this.waiting });
    if (this.count > 0) this.#later("here", 0);
  }

  put(name: string, change: Change) {
    this.#now({ ...this.waiting, [name]: change });
    this.#keep({ [name]: change }, []);
    if (this.state !== "refused") this.#later(this.state === "offline" ? "offline" : "here", pause);
  }

  drop(name: string) {
    this.#without([name]);
    this.#keep({}, [name]);
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

  /** The page is left: what waits goes on being sent, and other windows are no longer heard. */
  leave() {
    this.#hush?.();
    this.#hush = undefined;
    void this.flush();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#hush?.();
  }

  async #send() {
    const ready = Object.entries(this.waiting).filter(([, change]) => this.#rules.isReady(change));
    if (ready.length === 0) return;
    this.state = "sending";
    try {
      const { left, at } = await this.#rules.send(Object.fromEntries(ready));
      this.#settle(
        ready.filter(([name]) => !left.includes(name)),
        at,
      );
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
  #settle(sent: readonly (readonly [string, Change])[], at: string) {
    const done = sent.filter(([name, change]) => this.waiting[name] === change).map(([name]) => name);
    this.#without(done);
    this.#keep({}, done);
    this.#tabs.tell({ key: this.#rules.key, sent: plain(Object.fromEntries(sent)), at });
  }

  /** Another window types on the same. It sends; this one does where that one is closed before. */
  #hear(told: Told) {
    if (told.key !== this.#rules.key) return;
    if ("put" in told) {
      this.#now({ ...this.waiting, ...(told.put as Record<string, Change>) });
      this.#without(told.drop);
      if (this.count > 0) this.#later(this.state === "stored" ? "here" : this.state, turn);
      else if (this.state === "here") this.state = "stored";
      return;
    }
    const sent = told.sent as Record<string, Change>;
    this.#without(
      Object.keys(sent).filter((name) => JSON.stringify(this.waiting[name]) === JSON.stringify(sent[name])),
    );
    this.#rules.heard?.(sent, told.at);
    this.at = told.at;
    this.refusal = undefined;
    if (this.count === 0) {
      clearTimeout(this.#timer);
      this.state = "stored";
    }
  }

  #now(waiting: Readonly<Record<string, Change>>) {
    this.waiting = waiting;
    unsent.keep(this.#rules.key, this);
  }

  #without(names: readonly string[]) {
    this.#now(Object.fromEntries(Object.entries(this.waiting).filter(([name]) => !names.includes(name))));
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

  /** One writing after the other, so that the last one typed is the one that stays; what comes meanwhile goes together. */
  #keep(put: Record<string, Change>, drop: readonly string[]) {
    const { device, key } = this.#rules;
    const isUnderWay = Object.keys(this.#put).length > 0 || this.#drop.size > 0;
    for (const name of drop) {
      delete this.#put[name];
      this.#drop.add(name);
    }
    for (const [name, change] of Object.entries(put)) {
      this.#drop.delete(name);
      this.#put[name] = change;
    }
    if (isUnderWay) return;
    this.#written = this.#written.then(drawn).then(() => {
      const [changed, gone] = [plain(this.#put), [...this.#drop]];
      this.#put = {};
      this.#drop.clear();
      this.#tabs.tell({ key, put: changed, drop: gone });
      return device.amend(key, changed, gone);
    });
  }
}

/** What was typed is seen first, and kept right after. */
const drawn = () => new Promise<void>((done) => setTimeout(done, 30));

/** As it can be kept and told. */
const plain = <T>(changes: Record<string, T>) => $state.snapshot(changes) as Record<string, unknown>;
