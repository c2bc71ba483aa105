import { Refusal } from "#lib/refusal.ts";
import type { Place } from "./address.ts";
import type { Device } from "./device.ts";
import type { Whereabouts } from "./hall.ts";
import { type Kept, type Named, nameOf } from "./kept.ts";

/** What an envelope can be asked for and given to. */
export type Post = {
  send: (kept: Kept, patience: number) => Promise<Whereabouts>;
  find: (kept: Kept) => Promise<Whereabouts>;
};

/** After these nothing more can come of sending; after anything else it is sent again. */
const last = new Set([
  "ballot/on-paper",
  "ballot/too-late",
  "conference/ended",
  "conference/unknown",
  "poll/not-now",
  "poll/not-present",
  "poll/out-of-rule",
  "poll/unknown",
  "request/malformed",
  "ticket/unknown",
]);
const twoDays = 2 * 24 * 60 * 60_000;

export class Outbox {
  readonly #device: Device;
  readonly #post: Post;
  readonly #tell: () => void;
  readonly #running = new Map<string, { tries: number; isSending: boolean; wake: () => void }>();

  constructor(device: Device, post: Post, tell: () => void) {
    this.#device = device;
    this.#post = post;
    this.#tell = tell;
  }

  of(name: string): Kept | undefined {
    return this.#device.read<Kept>(name);
  }

  /** Whether it is under way this moment, and how often that came to nothing. */
  underWay(name: string): { tries: number; isSending: boolean } {
    return this.#running.get(name) ?? { tries: 0, isSending: false };
  }

  /** Kept first, then sent. One that another tab has kept and not yet brought in is not put aside for a later one. */
  keep(kept: Kept): Kept {
    const name = nameOf(kept);
    const there = this.of(name);
    if (there?.state === "kept") return there;
    this.#write(name, kept);
    this.#deliver(name);
    return kept;
  }

  /** What the server says is there, where this phone knew nothing or something older. */
  learn(about: Named, { state, no = 1, code }: Whereabouts) {
    const name = nameOf(about);
    const there = this.of(name);
    if (there?.state === "kept" || state === "none" || state === "unsettled") return;
    if (there?.state === "in" && there.no === no && there.code === code) return;
    const base = { ...about, no, keptAt: Date.now() };
    if (state === "in")
      this.#write(name, { ...base, state, isElsewhere: true, ...(code !== undefined && { code }) });
    else
      this.#write(name, {
        ...base,
        state: "refused",
        refusal: { code: "ballot/on-paper", about: { on: state } },
      });
    this.#tell();
  }

  /** Goes on with what an earlier visit left unsent, and forgets what is long over. */
  resume() {
    for (const name of this.#device.names("ballot/")) {
      const kept = this.of(name);
      if (!kept || Date.now() - kept.keptAt > twoDays) this.#device.remove(name);
      else this.#deliver(name);
    }
  }

  /** A ticket made anew carries what an older one of the same delegate can no longer bring. */
  carryOn(ticket: string, { council, conference, delegate }: Place & { delegate: string }) {
    for (const kept of this.unsent(true)) {
      if (kept.council !== council || kept.conference !== conference || kept.delegate !== delegate) continue;
      if (kept.ticket === ticket || !kept.answer) continue;
      if (kept.state === "refused" && kept.refusal?.code !== "ticket/unknown") continue;
      const { refusal: _refusal, ...rest } = kept;
      this.#write(nameOf(kept), { ...rest, state: "kept", ticket });
    }
    this.resume();
  }

  /** Those that are not in the box yet. */
  unsent(orRefused = false): Kept[] {
    return this.#device
      .names("ballot/")
      .flatMap((name) => this.of(name) ?? [])
      .filter(({ state }) => state === "kept" || (orRefused && state === "refused"));
  }

  /** The network may be back, or somebody is looking: no more waiting. */
  hurry() {
    for (const one of this.#running.values()) {
      one.tries = 0;
      one.wake();
    }
    this.resume();
  }

  #write(name: string, kept: Kept) {
    this.#device.write(name, kept);
  }

  #deliver(name: string) {
    if (this.#running.has(name) || this.of(name)?.state !== "kept") return;
    const running = { tries: 0, isSending: false, wake: () => {} };
    this.#running.set(name, running);
    const go = async () => {
      for (;;) {
        const kept = this.of(name);
        // Another tab may have brought it in meanwhile.
        if (kept?.state !== "kept") break;
        running.isSending = true;
        this.#tell();
        const known = await this.#attempt(kept, Math.min(3_000 * 1.5 ** running.tries, 10_000));
        running.isSending = false;
        if (known) this.#settle(name, kept, known);
        else {
          running.tries += 1;
          this.#tell();
          await new Promise<void>((wake) => {
            running.wake = wake;
            setTimeout(wake, restAfter(running.tries));
          });
        }
      }
      this.#running.delete(name);
      this.#tell();
    };
    void go();
  }

  /** What is known now, or undefined where nobody can know yet. */
  async #attempt(kept: Kept, patience: number): Promise<Partial<Kept> | undefined> {
    try {
      const { state, code } = await this.#post.send(kept, patience);
      // A network that wants a sign-in of its own answers too, but not this.
      return state === "in" ? { state, ...(code !== undefined && { code }) } : undefined;
    } catch (error) {
      // Nobody answered, or somebody said no.
      if (!(error instanceof Refusal)) return undefined;
      if (error.code === "ballot/already-cast") return this.#whatIsThere(kept);
      if (!last.has(error.code)) return undefined;
      return { state: "refused", refusal: { code: error.code, about: error.about } };
    }
  }

  async #whatIsThere(kept: Kept): Promise<Partial<Kept> | undefined> {
    try {
      const { state, no = 1, code } = await this.#post.find(kept);
      if (state === "paper" || state === "letter")
        return { state: "refused", refusal: { code: "ballot/on-paper", about: { on: state } } };
      if (state !== "in") return undefined;
      const isMine = no === kept.no && code !== undefined && code === kept.code;
      return {
        state,
        no,
        ...(code !== undefined && { code }),
        ...(!isMine && { isElsewhere: true as const }),
      };
    } catch {
      // It stays as it is and is asked again.
      return undefined;
    }
  }

  #settle(name: string, kept: Kept, known: Partial<Kept>) {
    // What another tab brought in stands, whatever came back here.
    if (this.of(name)?.state === "in") return;
    const { ticket: _ticket, answer: _answer, ...rest } = kept;
    const isOldTicket = known.refusal?.code === "ticket/unknown";
    this.#write(name, { ...(isOldTicket ? kept : rest), ...known });
  }
}

/** From half a second to five, never twice the same: a hall full of phones must not knock together. */
const restAfter = (tries: number) => Math.min(500 * 2 ** (tries - 1), 5_000) * (0.6 + 0.4 * Math.random());
