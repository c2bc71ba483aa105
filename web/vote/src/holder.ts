import { Refusal } from "#lib/refusal.ts";
import type { Place } from "./address.ts";
import type { Device } from "./device.ts";
import { type Delegate, hallOf } from "./hall.ts";

/** Whoever came in last on this phone, and by which ticket. */
export type Held = Place & { ticket: string; delegate?: Delegate };

/** Said by the server, not by some network on the way that answers in its place. */
const refusals = new Set(["ticket/unknown", "conference/unknown", "request/malformed"]);

export class Holder {
  ticket: string | undefined;
  delegate: Delegate | undefined;
  /** Why the ticket that was tried last is none. */
  refused: string | undefined;
  readonly #device: Device;
  readonly #tell: (known: (Held & { delegate: Delegate }) | undefined) => void;
  #failures = 0;

  constructor(device: Device, tell: (known: (Held & { delegate: Delegate }) | undefined) => void) {
    this.#device = device;
    this.#tell = tell;
  }

  get last(): Held | undefined {
    return this.#device.read<Held>("holder");
  }

  /** Comes in with a ticket; one that is known already need not wait for the network. */
  take(held: Held) {
    this.refused = undefined;
    this.#failures = 0;
    this.ticket = held.ticket;
    this.delegate = held.delegate;
    this.#device.write("holder", held);
    if (held.delegate) this.#tell({ ...held, delegate: held.delegate });
    if (!held.delegate || navigator.onLine !== false) void this.#identify(held);
  }

  /** Tries a typed code: it lets somebody in, is refused, or nobody answers. */
  async enter(place: Place, ticket: string): Promise<"lost" | undefined> {
    try {
      const delegate = await hallOf(ticket).readTicket(place);
      if (typeof delegate.delegate !== "string") return "lost";
      this.refused = undefined;
      this.ticket = ticket;
      this.#remember({ ...place, ticket, delegate });
    } catch (error) {
      // A wrong code is told on the page; without an answer it stays in the field.
      const code = error instanceof Refusal ? error.code : "";
      if (!refusals.has(code) && code !== "ticket/throttled") return "lost";
      this.#refuse(code);
    }
    return undefined;
  }

  /** Somebody else takes this phone. */
  leave() {
    this.#device.remove("holder");
    this.ticket = undefined;
    this.delegate = undefined;
    this.refused = undefined;
    this.#tell(undefined);
  }

  async #identify({ council, conference, ticket }: Held) {
    const again = () => {
      if (this.ticket === ticket) void this.#identify({ council, conference, ticket });
    };
    try {
      const delegate = await hallOf(ticket).readTicket({ council, conference });
      if (this.ticket !== ticket) return;
      if (typeof delegate.delegate !== "string") throw new Error("This is no delegate.");
      this.#failures = 0;
      this.#remember({ council, conference, ticket, delegate });
    } catch (error) {
      if (this.ticket !== ticket) return;
      // A ticket made this moment is known a second later. One that is none is told; unanswered, it is asked again.
      const isNone = error instanceof Refusal && refusals.has(error.code);
      if (isNone && this.#failures > 0) this.#refuse(error.code);
      else setTimeout(again, Math.min(1_200 * 1.5 ** this.#failures, 8_000));
      this.#failures += 1;
    }
  }

  #remember(held: Held & { delegate: Delegate }) {
    this.delegate = held.delegate;
    this.#device.write("holder", held);
    this.#tell(held);
  }

  #refuse(code: string) {
    this.leave();
    this.refused = code;
    this.#tell(undefined);
  }
}
