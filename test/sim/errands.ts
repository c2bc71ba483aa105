import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest, IncomingMessage, ServerResponse } from "node:http";
import type { Timeline } from "./timeline.ts";

/**
 * One request of somebody and all that the functions ask of the engine for it. `steps` counts what was asked, by what
 * it was; `decided` is when each put was first sent off, which is when the handler read the clock.
 */
export type Errand = {
  no: number;
  actor: string;
  what: string;
  began: number;
  isDead: boolean;
  isOver: boolean;
  steps: Map<string, number>;
  decided: Map<string, number>;
};

export const errandHeader = "x-errand";
export const sentHeader = "x-sent-at";
export const letterHeader = "x-letter";

/**
 * Knows for whom a request to the engine is made, across the two connections that lie between, and what is still on
 * the way in one of them: meanwhile time stands still.
 */
export function errandBook({ now, at, fly, land, number }: Timeline) {
  const book = new Map<number, Errand>();
  const current = new AsyncLocalStorage<Errand | undefined>();
  const open = new Set<number>();

  const errandOf = ({ headers }: IncomingMessage) => book.get(Number(headers[errandHeader]));
  const comesIn = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const errand = errandOf(request);
    current.enterWith(errand);
    if (!errand || request.headers[letterHeader] !== undefined) return;
    // The whole of it, however many pieces it comes in; and the answer from its first piece on.
    request.once("end", () => land(`errand ${errand.no}`));
    response.once("prefinish", () => void (errand.isOver || fly(`answer ${errand.no}`)));
  };
  const goesOut = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    const errand = current.getStore();
    if (!errand || request.getHeader(errandHeader) !== undefined) return;
    const letter = number();
    request.setHeader(errandHeader, errand.no);
    request.setHeader(letterHeader, letter);
    request.setHeader(sentHeader, now());
    open.add(letter);
    fly(`letter ${letter}`);
    const waiting = wait(request, letter, errand);
    request.once("close", () => {
      open.delete(letter);
      if (waiting) waiting.isOff = true;
      land(`letter ${letter}`);
      land(`reply ${letter}`);
    });
  };
  /** How long it waits for a word is told by our time, and the system's own timer is put off. */
  function wait(request: ClientRequest & { timeout?: number }, letter: number, { actor, what }: Errand) {
    const { timeout } = request;
    if (!timeout) return undefined;
    request.setTimeout(0);
    const giveUp = () => void (open.has(letter) && request.emit("timeout"));
    return at(now() + timeout, `${actor} ${what} timeout ${letter}`, giveUp);
  }

  const channels = {
    "http.server.request.start": comesIn,
    "http.client.request.created": goesOut,
  };
  for (const [name, heard] of Object.entries(channels)) subscribe(name, heard);

  return {
    begin(actor: string, what: string): Errand {
      const errand = {
        no: number(),
        actor,
        what,
        began: now(),
        isDead: false,
        isOver: false,
        steps: new Map<string, number>(),
        decided: new Map<string, number>(),
      };
      book.set(errand.no, errand);
      fly(`errand ${errand.no}`);
      return errand;
    },
    /** Somebody has their answer, or knows that none will come. */
    end(errand: Errand) {
      errand.isOver = true;
      land(`errand ${errand.no}`);
      land(`answer ${errand.no}`);
    },
    /** The engine answers, unless nobody listens any more. */
    reply(letter: unknown) {
      if (open.has(Number(letter))) fly(`reply ${letter}`);
    },
    find: (no: unknown) => book.get(Number(no)),
    /** Nothing that was begun goes on. */
    killAll() {
      for (const errand of book.values()) errand.isDead = true;
    },
    stop() {
      for (const [name, heard] of Object.entries(channels)) unsubscribe(name, heard);
    },
  };
}

export type Errands = ReturnType<typeof errandBook>;
