import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Put, TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { link } from "./chain.ts";
import { digestOf } from "./digest.ts";
import { ask, DatabaseFault, type Patience, TableName } from "./dynamo.ts";
import { asKind, historyPartition, keyOf, markOf, padded, type Stored } from "./kept.ts";
import { type AttributeValues, marshalled, unmarshalled } from "./marshalled.ts";
import type { Op } from "./op.ts";
import { passesAt } from "./passing.ts";
import type { Refusal } from "./refusal.ts";

type Write = Pick<TransactWriteItem, "Put" | "Delete"> & Pick<Op, "kind" | "was" | "otherwise">;

/** What a history says of a write: who did it, when, and what it was called. */
export type Hand = { by: string; at: string; did: string };

/** Under whose root, by whose hand, and what is asked once more right before. */
type Owner = { root: string; hand: Hand; beforeWrite: () => void; patience: Patience | undefined };

const absent = "attribute_not_exists(pk)";

/** Writes all or nothing. The first op that may not stand decides the refusal. */
export async function write(ops: readonly Op[], { root, hand, beforeWrite, patience }: Owner): Promise<void> {
  const writes = ops.flatMap((op) => writesOf(op, root, hand));
  const [only] = writes;
  beforeWrite();
  if (writes.length === 1 && only?.Put) return putOne(only.Put, only, patience);

  for (let attempt = 1; ; attempt++) {
    try {
      await ask("TransactWriteItems", {
        TransactItems: writes.map(({ otherwise: _, kind: _kind, was: _was, ...one }) => one),
        // Sent again behind a lost answer, it is the same transaction still.
        ClientRequestToken: randomUUID(),
      });
      return;
    } catch (error) {
      if (!isFault(error, "TransactionCanceledException")) throw error;
      const reasons = error.said.CancellationReasons ?? [];
      const lost = writes.filter((_, place) => reasons[place]?.Code === "ConditionalCheckFailed");
      if (lost.length > 0) {
        const others = writes.filter(
          (write, place) => lost.includes(write) && !isDone(write, reasons[place]?.Item),
        );
        if (others.length === 0 && lost.length === writes.filter(isConditional).length) return;
        const [first = lost[0]] = others;
        throw first ? refusalOf(first, reasons[writes.indexOf(first)]?.Item) : error;
      }
      // Two writes leaning on the same item at the same instant: one is cancelled and asked to come again.
      if (!reasons.some(({ Code }) => Code === "TransactionConflict") || attempt === 6) throw error;
      await setTimeout(Math.random() * 25 * 2 ** attempt);
      beforeWrite();
    }
  }
}

function writesOf(
  { kind, thing, was, does, last: isLast, otherwise }: Op,
  root: string,
  hand: Hand,
): Write[] {
  const key = keyOf(root, kind, thing);
  const mark = typeof was === "object" ? markOf(was) : undefined;
  const revision = typeof was === "number" ? was : mark?.r;
  const about = { kind, was, otherwise };
  if (does === "delete") return [{ Delete: { TableName, Key: marshalled(key) }, ...about }];
  const still = {
    ConditionExpression: revision === undefined ? absent : "r = :r",
    ...(revision !== undefined && { ExpressionAttributeValues: marshalled({ ":r": revision }) }),
    ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
  };
  const passing = passingOf(root);
  const put = (item: Stored) => ({
    Put: { TableName, Item: marshalled({ ...item, ...passing }), ...(was !== "any" && still) },
    ...about,
  });

  const content = plain(z.encode(kind.schema, thing as never) as object);
  const item: Stored = { ...content, ...key, r: isLast ? 0 : (revision ?? 0) + 1 };
  if (!kind.chained) return [put(item)];

  const written = put({ ...item, l: link(mark?.l, { ...hand, digest: digestOf(content) }) });
  if (!mark?.l) return [written];
  const past = marshalled({
    ...mark.l,
    ...passing,
    pk: historyPartition(key.pk, key.sk),
    sk: padded(mark.l.no),
  });
  return [written, { Put: { TableName, Item: past, ConditionExpression: absent }, ...about }];
}

/** By this the table forgets, by itself, whatever was ever written under a root that passes. */
function passingOf(root: string): { x: number } | undefined {
  const at = passesAt(root);
  return at === undefined ? undefined : { x: Date.parse(at) / 1000 };
}

const isConditional = ({ Put }: Write) => Put?.ConditionExpression !== undefined;

/** Made already, as it was to be made: a thing of the same content, or the link that goes with it. */
function isDone({ Put }: Write, there: AttributeValues | undefined): boolean {
  if (Put?.ConditionExpression !== absent) return false;
  if (Put.ReturnValuesOnConditionCheckFailure === undefined) return true;
  return isSame(there, Put.Item);
}

async function putOne(input: Put, write: Write, patience: Patience | undefined) {
  try {
    await ask("PutItem", input, patience);
  } catch (error) {
    if (!isFault(error, "ConditionalCheckFailedException")) throw error;
    // Of two equal changes made at once one is lost; only when our own request was sent twice it is the same one.
    const isCounted = input.ConditionExpression === absent || typeof write.was === "number";
    if ((isCounted || error.attempts > 1) && isSame(error.said.Item, input.Item)) return;
    throw refusalOf(write, error.said.Item);
  }
}

/** What to say to whoever lost, given what stands there. */
function refusalOf({ kind, otherwise }: Write, there: AttributeValues | undefined): Refusal {
  if (typeof otherwise !== "function") return otherwise;
  return otherwise(there && asKind(kind, unmarshalled(there) as Stored));
}

const isFault = (error: unknown, code: string): error is DatabaseFault =>
  error instanceof DatabaseFault && error.code === code;

/** An answer may be lost after the write: what stands there already is then just what was to be written. */
function isSame(there: AttributeValues | undefined, wanted: AttributeValues | undefined) {
  if (!there || !wanted) return false;
  const content = ({ at: _at, l: _l, ...rest }: AttributeValues) => unmarshalled(rest);
  return isDeepStrictEqual(content(there), content(wanted));
}

/** What lost a race against another hand is read and made again, a few times; the last loss stands. */
export async function untilWritten<T>(otherwise: Refusal, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (error !== otherwise || attempt === 12) throw error;
      await setTimeout(Math.random() * 4 * attempt);
    }
  }
}

/** Without the fields that are undefined: as it will be read back. Bytes stay bytes. */
function plain<T extends object>(thing: T): T {
  const bytes = Object.entries(thing).filter(([, value]) => value instanceof Uint8Array);
  return { ...JSON.parse(JSON.stringify(thing)), ...Object.fromEntries(bytes) } as T;
}
