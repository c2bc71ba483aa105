import type { Ceremony, SharePair } from "#domain/ceremony.ts";
import { sharePairs } from "#domain/ceremony.ts";
import { sliceOf } from "#lib/envelope.ts";
import { digestOfShare, holdCeremony, solveRiddle } from "#seal";
import type { call as theCall } from "../../call.ts";
import type { At } from "./hall.svelte.ts";
import type { Keeper } from "./keeper.ts";
import { type Piece, pieceFrom, textOfShare } from "./share-text.ts";

type Call = Pick<typeof theCall.ballots, "keepCeremony" | "rehearseShares">;
export type Fault = "stranger" | "damaged" | "unknown" | "elsewhere" | "twice" | "other-poll";

/** Which of the published shares this is, counted from one; 0 where it is none. */
export async function noOf(ceremony: Pick<Ceremony, "shares">, share: Uint8Array): Promise<number> {
  return ceremony.shares.indexOf(await digestOfShare(share)) + 1;
}

/**
 * The keys are made here, published, and handed out as three shares, one after another. They are in memory until the
 * third is on paper, and nowhere else.
 */
export class HandOut {
  /** Which share is being handed out; 0 before, 4 when all are gone. */
  step = $state(0);
  ceremony = $state.raw<Ceremony>();
  text = $state("");
  #shares: Uint8Array[] = [];
  readonly #at: At;
  readonly #call: Call;

  constructor(at: At, call: Call) {
    this.#at = at;
    this.#call = call;
  }

  async hold() {
    const { published, shares } = await holdCeremony();
    this.ceremony = await this.#call.keepCeremony({ ...this.#at, body: published });
    this.#shares = shares;
    await this.#show(1);
  }

  /** The share on show has been taken: the next one, or the end of all of them. */
  async next() {
    if (this.step < 3) await this.#show(this.step + 1);
    else this.forget();
  }

  /** The share on show stays on this device. */
  async keepHere(keeper: Keeper) {
    const share = this.#shares[this.step - 1];
    if (share) await keeper.keep(this.step, share);
    await this.next();
  }

  forget() {
    for (const share of this.#shares) share.fill(0);
    this.#shares = [];
    this.text = "";
    if (this.step > 0) this.step = 4;
  }

  async #show(step: number) {
    this.text = await textOfShare(this.#shares[step - 1] ?? new Uint8Array());
    this.step = step;
  }
}

/** Takes a scanned share into this device's keeping, if it is one of those published. */
export async function takeShare(
  text: string,
  ceremony: Ceremony,
  keeper: Keeper,
): Promise<Fault | undefined> {
  const piece = await pieceFrom(text);
  if (piece.kind !== "share") return piece.kind === "damaged" ? "damaged" : "stranger";
  const no = await noOf(ceremony, piece.share);
  if (no === 0) return "unknown";
  await keeper.keep(no, piece.share);
  piece.share.fill(0);
  return undefined;
}

/**
 * Pieces for one slot from several holders. A whole share, read from paper, is checked against what was published of
 * it and cut down at once to the slice that is needed here.
 */
export class Pieces {
  slices = $state.raw<ReadonlyMap<number, Uint8Array>>(new Map());
  fault = $state<Fault>();
  readonly #ceremony: Ceremony;
  readonly slot: number;

  constructor(ceremony: Ceremony, slot: number) {
    this.#ceremony = ceremony;
    this.slot = slot;
  }

  async offer(text: string) {
    const piece = await pieceFrom(text);
    this.fault = await this.#take(piece);
  }

  take(no: number, bytes: Uint8Array): Fault | undefined {
    if (this.slices.has(no)) return "twice";
    this.slices = new Map([...this.slices, [no, bytes]]);
    return undefined;
  }

  /** Any two of those at hand. */
  pair(one: number, other: number): [Uint8Array, Uint8Array] | undefined {
    const [a, b] = [this.slices.get(one), this.slices.get(other)];
    return a && b ? [a, b] : undefined;
  }

  forget() {
    for (const slice of this.slices.values()) slice.fill(0);
    this.slices = new Map();
  }

  async #take(piece: Piece): Promise<Fault | undefined> {
    if (piece.kind === "stranger" || piece.kind === "damaged") return piece.kind;
    if (piece.kind === "share") {
      const no = await noOf(this.#ceremony, piece.share);
      const bytes = sliceOf(piece.share, this.slot);
      piece.share.fill(0);
      return no === 0 ? "unknown" : this.take(no, bytes);
    }
    const { conference, slot, no, bytes } = piece.slice;
    if (conference !== this.#ceremony.conference) return "elsewhere";
    if (slot !== this.slot) return "other-poll";
    return this.take(no, bytes);
  }
}

/** The rehearsal: every pair of shares opens the riddle, before any of them is needed. */
export class Rehearsal {
  readonly pieces: Pieces;
  /** Pairs that did not open it. */
  failed = $state.raw<readonly SharePair[]>([]);
  done = $state.raw<readonly SharePair[]>([]);
  readonly #ceremony: Ceremony;
  readonly #at: At;
  readonly #call: Call;

  constructor(ceremony: Ceremony, at: At, call: Call) {
    this.#ceremony = ceremony;
    this.#at = at;
    this.#call = call;
    this.pieces = new Pieces(ceremony, 0);
    this.done = ceremony.rehearsed.map(({ pair }) => pair);
  }

  /** The next share this device needs, or undefined when all three were here. */
  get wanted(): number | undefined {
    return [1, 2, 3].find((no) => !this.pieces.slices.has(no));
  }

  /** Tries every pair that is at hand and not tried yet. */
  async attempt() {
    for (const pair of sharePairs) {
      const [one = 0, other = 0] = pair.split("-").map(Number);
      const two = this.pieces.pair(one, other);
      if (!two || this.done.includes(pair)) continue;
      const answer = await solveRiddle(this.#ceremony, two);
      if (answer === undefined) {
        this.failed = [...new Set([...this.failed, pair])];
        continue;
      }
      await this.#call.rehearseShares({ ...this.#at, pair, body: { answer } });
      this.done = [...this.done, pair];
      this.failed = this.failed.filter((one) => one !== pair);
    }
    if (this.wanted === undefined) this.pieces.forget();
  }
}
