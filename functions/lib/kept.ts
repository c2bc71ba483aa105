import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Link } from "./chain.ts";
import type { AnyItem, Item } from "./item.ts";
import { unmarshalled } from "./marshalled.ts";
import { fill } from "./template.ts";

/** `r` counts the writes of a thing; `l` is the last link of its history. */
export type Stored = Record<string, unknown> & { pk: string; sk: string; r: number; l?: Link };

type Mark = { r: number; l: Link | undefined };

/** A kept thing as its kind describes it. */
export function asKind<T, I extends string, N extends string>(kind: Item<T, I, N>, stored: Stored): T {
  return z.decode(kind.schema, stored as never) as T;
}

/** Which revision each thing was when it was read, so that no rule ever sees a revision. */
const marks = new WeakMap<object, Mark>();

export function remembered<T, I extends string, N extends string>(kind: Item<T, I, N>, stored: Stored): T {
  const thing = asKind(kind, stored);
  marks.set(thing as object, { r: stored.r, l: stored.l });
  return thing;
}

const recalled = new Map<string, object>();
const mostRecalled = 1000;

/**
 * A thing with a history as it was made of the same bytes before: its last link says that they are the same. For what
 * every request reads; the database is asked each time, only its answer is not taken apart again.
 */
export function recognized<T, I extends string, N extends string>(
  kind: Item<T, I, N>,
  item: Record<string, AttributeValue>,
): T {
  const link = item["l"]?.M?.["h"]?.S;
  if (!kind.chained || link === undefined) return remembered(kind, unmarshalled(item) as Stored);
  const name = `${item["pk"]?.S}|${item["sk"]?.S}|${link}`;
  const known = recalled.get(name);
  if (known) return known as T;
  const thing = remembered(kind, unmarshalled(item) as Stored);
  if (recalled.size >= mostRecalled) recalled.clear();
  recalled.set(name, frozen(thing as object));
  return thing;
}

/** Many requests hold the same thing: none may change it under another. */
function frozen<T extends object>(thing: T): T {
  for (const part of Object.values(thing)) if (typeof part === "object" && part !== null) frozen(part);
  return Object.freeze(thing);
}

export function markOf(was: object): Mark {
  const mark = marks.get(was);
  if (!mark) throw new Error("Only the very thing that was read can be replaced, not a copy of it.");
  return mark;
}

/** The revision a thing was read at: what a client sends back to say what it has seen. */
export function revisionOf(thing: object | undefined): number {
  return thing ? markOf(thing).r : 0;
}

export const keyOf = (root: string, kind: AnyItem, key: object) => ({
  pk: partitionOf(root, kind, key),
  sk: nameOf(kind.name, key),
});

export function partitionOf(root: string, kind: AnyItem, key: object) {
  return `${root}#${nameOf(kind.in, key)}`;
}

/** `{no}` is written with seven digits, so that names sort as numbers do. */
export function nameOf(template: string, key: object) {
  return fill(template, key, (value, name) => (name === "no" ? padded(value) : value));
}

export function padded(no: number | string) {
  return String(no).padStart(7, "0");
}

export function historyPartition(pk: string, sk: string) {
  return `${pk}#HISTORY#${sk}`;
}
