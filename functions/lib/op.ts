import type { AnyItem, Item } from "./item.ts";
import type { Refusal } from "./refusal.ts";

/** One thing to be written, on a condition; several make a write that stands or falls as a whole. */
export type Op = {
  kind: AnyItem;
  thing: object;
  /** What must be there still: `undefined` is nothing, `"any"` is whatever, a number is that revision. */
  was: object | undefined | "any" | number;
  does: "put" | "delete";
  /** Stands for good: no revision follows it. */
  last?: true;
  /** What to say instead; it may depend on what was found there. */
  otherwise: Refusal | ((there: object | undefined) => Refusal);
};

/** Must not be there yet. The very same thing written again is the same write; only its time may differ. */
export function create<T extends object, I extends string, N extends string>(
  kind: Item<T, I, N>,
  thing: T,
  otherwise: Refusal,
): Op {
  return { kind, thing, was: undefined, does: "put", otherwise };
}

/** Must not be there yet, and nothing follows it: whoever counts writings of their own does not find theirs. */
export function createForGood<T extends object, I extends string, N extends string>(
  kind: Item<T, I, N>,
  thing: T,
  otherwise: (there: T | undefined) => Refusal,
): Op {
  return { kind, thing, was: undefined, does: "put", last: true, otherwise: otherwise as never };
}

/** Must still be exactly as it was read; `undefined`: must not be there. */
export function replace<T extends object, I extends string, N extends string>(
  kind: Item<T, I, N>,
  was: T | undefined,
  thing: T,
  otherwise: Refusal,
): Op {
  return { kind, thing, was, does: "put", otherwise };
}

/**
 * The `no`th writing of a thing by somebody who counts their own writings: the first makes it, each later one follows
 * the one before. The same one again, with the same content, is the same write.
 */
export function revise<T extends object, I extends string, N extends string>(
  kind: Item<T, I, N>,
  no: number,
  thing: T,
  otherwise: (there: T | undefined) => Refusal,
): Op {
  return { kind, thing, was: no === 1 ? undefined : no - 1, does: "put", otherwise: otherwise as never };
}

/** Written over whatever is there: only for what can be made again from something else. */
export function put<T extends object, I extends string, N extends string>(kind: Item<T, I, N>, thing: T): Op {
  return { kind, thing, was: "any", does: "put", otherwise: undefined as never };
}

/** Taken away, whatever it is; only for what points at something else. */
export function remove<T extends object, I extends string, N extends string>(
  kind: Item<T, I, N>,
  thing: T,
): Op {
  return { kind, thing, was: "any", does: "delete", otherwise: undefined as never };
}
