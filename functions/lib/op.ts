import type { AnyItem, Item } from "./item.ts";
import type { Refusal } from "./refusal.ts";

/** One thing to be written, on a condition; several make a write that stands or falls as a whole. */
export type Op = {
  kind: AnyItem;
  thing: object;
  /** What must be there still: `undefined` is nothing, `"any"` is whatever. */
  was: object | undefined | "any";
  does: "put" | "delete";
  otherwise: Refusal;
};

/** Must not be there yet. The very same thing written again is the same write; only its time may differ. */
export function create<T extends object, I extends string, N extends string>(
  kind: Item<T, I, N>,
  thing: T,
  otherwise: Refusal,
): Op {
  return { kind, thing, was: undefined, does: "put", otherwise };
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
