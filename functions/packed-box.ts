import * as z from "zod/mini";
import type { Ballot } from "#domain/ballot.ts";
import type { Delegate } from "#domain/conference.ts";

/*
 * How the box and the roll are kept: a ballot as its bytes and nothing that tells when or from where it came; roll,
 * tickets and the board of hashes a hundred or more to an item. The address of a thing is in its key.
 */

const Kept = z.looseObject({ pk: z.optional(z.string()), sk: z.optional(z.string()) });
type Kept = z.output<typeof Kept> & Record<string, unknown>;
const unpacked = <T extends object>() => z.custom<T>((thing) => typeof thing === "object" && thing !== null);
const partsOf = ({ pk = "" }: Kept) => {
  const [, , conference = "", poll = ""] = pk.split("#");
  return { conference, poll };
};
const nameOf = ({ sk = "" }: Kept) => sk.slice(sk.indexOf("#") + 1);

const ways = { p: "paper", l: "letter" } as const;

/**
 * `b` sealed bytes; `c` choice in clear; `o` paper or letter, in an open poll beside what it says; `e` that nothing is
 * marked where names are answered by yes or no; `x` when it may be forgotten: the same for a whole poll.
 */
export const PackedBallot = z.codec(Kept, unpacked<Ballot>(), {
  decode(kept) {
    const address = { ...partsOf(kept), delegate: nameOf(kept), expires: Number(kept["x"]) };
    if (kept["b"]) return { ...address, sealed: Uint8Array.from(kept["b"] as Uint8Array) };
    const on = kept["o"] ? { on: ways[kept["o"] as keyof typeof ways] } : undefined;
    if (on && kept["c"] === undefined) return { ...address, ...on };
    const choose = String(kept["c"]).split(" ").filter(Boolean);
    return { ...address, choose, ...on, ...(kept["e"] ? { blank: true as const } : {}) };
  },
  encode(ballot): Kept {
    const x = ballot.expires;
    if ("sealed" in ballot) return { x, b: ballot.sealed };
    const o = "on" in ballot && ballot.on ? { o: ballot.on[0] } : {};
    if (!("choose" in ballot)) return { x, ...o };
    return { x, c: ballot.choose.join(" "), ...o, ...(ballot.blank && { e: 1 }) };
  },
});

export type RollPage = { conference: string; no: number; delegates: Delegate[] };
export const PackedRoll = z.codec(Kept, unpacked<RollPage>(), {
  decode: (kept) => ({
    ...partsOf(kept),
    no: Number(nameOf(kept)),
    delegates: linesOf(kept).map(([delegate = "", name = "", unit, position]) => ({
      delegate,
      name,
      ...(unit && { unit }),
      ...(position && { position }),
    })),
  }),
  encode: ({ delegates }): Kept => ({
    t: delegates
      .map(({ delegate, name, unit = "", position = "" }) => [delegate, name, unit, position].join("\t"))
      .join("\n"),
  }),
});

/** Of each delegate who holds a ticket: what is kept of its secret and of its typed code. */
export type TicketPage = { conference: string; no: number; tickets: { delegate: string; macs: string[] }[] };
export const PackedTickets = z.codec(Kept, unpacked<TicketPage>(), {
  decode: (kept) => ({
    ...partsOf(kept),
    no: Number(nameOf(kept)),
    tickets: linesOf(kept).map(([delegate = "", ...macs]) => ({ delegate, macs })),
  }),
  encode: ({ tickets }): Kept => ({
    t: tickets.map(({ delegate, macs }) => [delegate, ...macs].join("\t")).join("\n"),
  }),
});

/** Hashes of envelopes, sixteen bytes each, in their own order. */
export type BoardPage = { conference: string; poll: string; no: number; hashes: Uint8Array };
export const PackedBoard = z.codec(Kept, unpacked<BoardPage>(), {
  decode: (kept) => ({
    ...partsOf(kept),
    no: Number(nameOf(kept)),
    hashes: Uint8Array.from(kept["h"] as Uint8Array),
  }),
  encode: ({ hashes }): Kept => ({ h: hashes }),
});

const linesOf = (kept: Kept) =>
  String(kept["t"])
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split("\t"));
