import { api } from "#api";
import { client } from "#lib/client.ts";
import type { Given } from "#lib/route.ts";

/** What may be asked without a sign-in: the ticket is all a delegate has. */
type Hall = Pick<
  typeof api.ballots,
  "readTicket" | "arrive" | "sendBallot" | "findBallot" | "readNow" | "readDay" | "readRecord"
>;
export type Day = Given<Hall["readDay"]>;
export type Question = NonNullable<Day["question"]>;
export type Outcome = Day["outcomes"][number];
export type Delegate = Given<Hall["readTicket"]>;
export type Whereabouts = Given<Hall["findBallot"]>;
export type Published = Given<Hall["readRecord"]>;

/** The routes of the hall as functions, as whoever holds this ticket; given up after so many milliseconds. */
export const hallOf = (ticket?: string, patience = 8_000) =>
  client({ ballots: api.ballots } as { ballots: Hall }, async (path, init) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patience);
    try {
      const response = await fetch(path, {
        ...init,
        cache: "no-store",
        // A ballot on its way arrives even where the page is closed meanwhile.
        keepalive: init.method !== "GET",
        signal: stop.signal,
        headers: { ...init.headers, ...(ticket !== undefined && { authorization: `Ticket ${ticket}` }) },
      });
      // An answer is there when all of it is.
      const text = await response.text();
      return new Response(text, { status: response.status, headers: response.headers });
    } finally {
      clearTimeout(timer);
    }
  }).ballots;
