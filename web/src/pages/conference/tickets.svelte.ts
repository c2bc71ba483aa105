import type { api } from "#api";
import type { Given } from "#lib/route.ts";
import { call } from "../../call.ts";
import type { At } from "./hall.svelte.ts";

export type Ticket = Given<typeof api.ballots.makeTickets>["tickets"][number];

/**
 * Tickets as they were told, once. They are kept as long as this window is open, and nowhere else: whoever has one
 * votes with it.
 */
class Drawer {
  #made = $state.raw<ReadonlyMap<string, readonly Ticket[]>>(new Map());

  of(conference: string): readonly Ticket[] {
    return this.#made.get(conference) ?? [];
  }

  /** For all who have none, or anew for those named; an older one of theirs no longer opens. */
  async make(at: At, delegates?: string[]) {
    const { tickets } = await call.ballots.makeTickets({ ...at, body: delegates ? { delegates } : {} });
    const fresh = new Set(tickets.map(({ delegate }) => delegate));
    const kept = this.of(at.conference).filter(({ delegate }) => !fresh.has(delegate));
    this.#made = new Map(this.#made).set(at.conference, [...kept, ...tickets]);
  }
}
export const drawer = new Drawer();

/** Where a ticket leads: what follows the `#` never leaves the phone in an address. */
export const voteAddress = (council: string, conference: string, secret?: string) =>
  `${location.origin}/vote/#${[council, conference, ...(secret ? [secret] : [])].join(".")}`;
