import type { Delegate } from "#domain/conference.ts";
import { Asking } from "../../asking.svelte.ts";
import { call as theCall } from "../../call.ts";
import type { Hall, Present, Seen } from "./hall.svelte.ts";
import { folded } from "./roll.svelte.ts";

type Call = Pick<typeof theCall.ballots, "checkIn" | "checkInByTicket">;
/** As many are listed at once; whoever is further down is found by name. */
const most = 40;

/** What follows the `#` of a ticket's address is the conference and the secret; a typed code is itself. */
export const ticketIn = (text: string): string =>
  text.includes("#") ? (text.split(".").at(-1) ?? text) : text.trim();

/** The desk at the door: receives delegates by ticket or by name, and knows at once who is there. */
export class Desk {
  sought = $state("");
  readonly receiving = new Asking<Delegate>();
  last = $state.raw<Delegate & { isNew: boolean }>();
  /** Received here since the list was last read. */
  #received = $state.raw<ReadonlySet<string>>(new Set());
  readonly #hall: Pick<Hall, "at" | "reading">;
  readonly #call: Call;

  constructor(hall: Pick<Hall, "at" | "reading">, call: Call = theCall.ballots) {
    this.#hall = hall;
    this.#call = call;
  }

  delegatesOf({ delegates }: Pick<Seen, "delegates">): Present[] {
    return delegates.map((one) => (this.#received.has(one.delegate) ? { ...one, present: true } : one));
  }

  presentIn(seen: Pick<Seen, "delegates">): number {
    return this.delegatesOf(seen).filter(({ present }) => present).length;
  }

  /** Those whose name or unit holds what is sought; those still awaited first. */
  foundIn(seen: Pick<Seen, "delegates" | "place">): Present[] {
    return this.#matching(seen)
      .toSorted((a, b) => Number(a.present) - Number(b.present))
      .slice(0, most);
  }

  hiddenIn(seen: Pick<Seen, "delegates" | "place">): number {
    return Math.max(this.#matching(seen).length - most, 0);
  }

  scan = (text: string) =>
    this.#receive(() => this.#call.checkInByTicket({ ...this.#hall.at, body: { ticket: ticketIn(text) } }));

  receive = (delegate: string) => this.#receive(() => this.#call.checkIn({ ...this.#hall.at, delegate }));

  #matching({ delegates, place }: Pick<Seen, "delegates" | "place">): Present[] {
    const sought = folded(this.sought);
    return this.delegatesOf({ delegates }).filter(({ name, unit = "" }) =>
      folded(`${name} ${place.nameOf(unit)}`).includes(sought),
    );
  }

  async #receive(question: () => Promise<Delegate>) {
    if (!(await this.receiving.ask(question))) return;
    const one = this.receiving.answer;
    if (!one) return;
    const known = this.#hall.reading.answer;
    const was = known && this.delegatesOf(known).find(({ delegate }) => delegate === one.delegate);
    this.last = { ...one, isNew: !was?.present };
    this.#received = new Set([...this.#received, one.delegate]);
  }
}
