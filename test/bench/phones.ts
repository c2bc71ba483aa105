import { setTimeout } from "node:timers/promises";
import { api } from "#api";
import { client } from "#lib/client.ts";
import { Device } from "../../web/vote/src/device.ts";
import { type Kept, nameOf } from "../../web/vote/src/kept.ts";
import { Outbox } from "../../web/vote/src/outbox.ts";
import { luckOf } from "../sim/chance.ts";

/** One phone's ballot, sealed and not yet sent. */
export type Phone = { delegate: string; ticket: string; sealed: string; code: string };
export type Crowd = {
  url: string;
  at: { council: string; conference: string; poll: string };
  phones: Phone[];
  seed: number;
  seconds: number;
};
/** What each phone shows when the time is up. */
export type Shown = (Pick<Kept, "state" | "isElsewhere" | "code"> | undefined)[];

/** Everybody answers within the first ten seconds; a silence begins then too, where it hurts. */
const rush = 10_000;
const silence = 15_000;

/** Run as a process of its own: the outbox of the ballot page, as often as there are phones, on bad Wi-Fi. */
process.on("message", async (crowd: Crowd) => {
  const ends = performance.now() + crowd.seconds * 1000;
  const outboxes = crowd.phones.map((phone) => voting(crowd, phone, ends));
  await setTimeout(ends - performance.now());
  const shown: Shown = outboxes.map(({ outbox, name }) => outbox.of(name));
  process.send?.(shown);
});

function voting({ url, at, seed }: Crowd, { delegate, ticket, sealed, code }: Phone, ends: number) {
  const luck = luckOf(seed);
  const fetchOver = wifi(luck, delegate, ends);
  const hall = (patience: number) =>
    client({ ballots: api.ballots }, (path, init) => {
      const headers = { ...init.headers, authorization: `Ticket ${ticket}` };
      return fetchOver(url + path, { ...init, headers }, patience);
    }).ballots;
  const post = {
    send: (_: Kept, patience: number) => hall(patience).sendBallot({ ...at, body: { sealed, no: 1 } }),
    find: () => hall(8_000).findBallot(at),
  };
  const device = new Device(() => {
    throw new Error("Nothing is stored.");
  });
  const outbox = new Outbox(device, post, () => {});
  const kept = {
    ...{ ...at, delegate, ticket, code },
    ...{ no: 1, keptAt: Date.now(), state: "kept" as const, answer: { sealed } },
  };
  void setTimeout(luck.between(0, rush, "answers", delegate)).then(() => outbox.keep(kept));
  return { outbox, name: nameOf(kept) };
}

/** There and back in 400 ± 300 ms; one of ten is lost each way; a fifth of the phones hear nothing for a while. */
function wifi(luck: ReturnType<typeof luckOf>, phone: string, ends: number) {
  const began = performance.now();
  const falls = luck.is(0.2, "silent", phone) ? luck.between(0, rush, "falls silent", phone) : Infinity;
  const isCutOff = () => {
    const now = performance.now();
    return now >= ends || (now - began >= falls && now - began < falls + silence);
  };
  let steps = 0;
  return async (url: string, init: RequestInit, patience: number): Promise<Response> => {
    const step = ++steps;
    const isLostOn = async (way: string) => {
      const isLost = luck.is(0.1, way, phone, step) || isCutOff();
      await setTimeout(luck.between(50, 350, `${way} takes`, phone, step));
      return isLost || isCutOff();
    };
    const answer = async (): Promise<Response | undefined> => {
      if (await isLostOn("request")) return undefined;
      const response = await fetch(url, init);
      const text = await response.text();
      if (await isLostOn("answer")) return undefined;
      return new Response(text, { status: response.status, headers: response.headers });
    };
    // What is lost is not told: whoever waits for it waits as long as they will.
    const nothing = setTimeout(patience).then((): never => {
      throw new TypeError("No answer.");
    });
    return (await Promise.race([nothing, answer()])) ?? nothing;
  };
}
