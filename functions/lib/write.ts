import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  PutCommand,
  type PutCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { link } from "./chain.ts";
import { digestOf } from "./digest.ts";
import { db, TableName } from "./dynamo.ts";
import { asKind, historyPartition, keyOf, markOf, padded, type Stored } from "./kept.ts";
import type { Op } from "./op.ts";
import type { Refusal } from "./refusal.ts";

type Write = NonNullable<TransactWriteCommandInput["TransactItems"]>[number] &
  Pick<Op, "kind" | "was" | "otherwise">;

/** What a history says of a write: who did it, when, and what it was called. */
export type Hand = { by: string; at: string; did: string };

/** Under whose root, by whose hand, and what is asked once more right before. */
type Owner = { root: string; hand: Hand; beforeWrite: () => void };

const absent = "attribute_not_exists(pk)";

/** Writes all or nothing. The first op that may not stand decides the refusal. */
export async function write(ops: readonly Op[], { root, hand, beforeWrite }: Owner): Promise<void> {
  const writes = ops.flatMap((op) => writesOf(op, root, hand));
  const [only] = writes;
  beforeWrite();
  if (writes.length === 1 && only?.Put) return putOne(only.Put, only);

  for (let attempt = 1; ; attempt++) {
    try {
      await db.send(
        new TransactWriteCommand({
          TransactItems: writes.map(({ otherwise: _, kind: _kind, was: _was, ...one }) => one),
        }),
      );
      return;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
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
  const Key = keyOf(root, kind, thing);
  const mark = typeof was === "object" ? markOf(was) : typeof was === "number" ? { r: was } : undefined;
  const about = { kind, was, otherwise };
  if (does === "delete") return [{ Delete: { TableName, Key }, ...about }];
  const still = {
    ConditionExpression: mark ? "r = :r" : absent,
    ...(mark && { ExpressionAttributeValues: { ":r": mark.r } }),
    ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
  };
  const condition = was === "any" ? {} : still;

  const content = plain(z.encode(kind.schema, thing as never) as object);
  const Item: Stored = { ...content, ...Key, r: isLast ? 0 : (mark?.r ?? 0) + 1 };
  if (!kind.chained) return [{ Put: { TableName, Item, ...condition }, ...about }];

  const last = mark && "l" in mark ? mark.l : undefined;
  Item.l = link(last, { ...hand, digest: digestOf(content) });
  const written = { Put: { TableName, Item, ...condition }, ...about };
  if (!last) return [written];
  const past = { ...last, pk: historyPartition(Key.pk, Key.sk), sk: padded(last.no) };
  return [written, { Put: { TableName, Item: past, ConditionExpression: absent }, ...about }];
}

const isConditional = ({ Put }: Write) => Put?.ConditionExpression !== undefined;

/** Made already, as it was to be made: a thing of the same content, or the link that goes with it. */
function isDone({ Put }: Write, there: Record<string, unknown> | undefined): boolean {
  if (Put?.ConditionExpression !== absent) return false;
  if (Put.ReturnValuesOnConditionCheckFailure === undefined) return true;
  return isSame(there && unmarshall(there as never), Put.Item);
}

async function putOne(input: PutCommandInput, write: Write) {
  try {
    await db.send(new PutCommand(input));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    // Of two equal changes made at once one is lost; only when our own request was sent twice it is the same one.
    const isCounted = input.ConditionExpression === absent || typeof write.was === "number";
    const isOurs = isCounted || (error.$metadata.attempts ?? 1) > 1;
    if (isOurs && isSame(error.Item && unmarshall(error.Item), input.Item)) return;
    throw refusalOf(write, error.Item);
  }
}

/** What to say to whoever lost, given what stands there. */
function refusalOf({ kind, otherwise }: Write, there: Record<string, unknown> | undefined): Refusal {
  if (typeof otherwise !== "function") return otherwise;
  return otherwise(there && asKind(kind, unmarshall(there as never) as Stored));
}

/** An answer may be lost after the write: what stands there already is then just what was to be written. */
function isSame(there: Record<string, unknown> | undefined, wanted: Record<string, unknown> | undefined) {
  if (!there || !wanted) return false;
  const content = ({ at: _at, l: _l, ...rest }: Record<string, unknown>) => rest;
  return isDeepStrictEqual(plain(content(there)), plain(content(wanted)));
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
  const fields = Object.entries(thing).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name, value instanceof Uint8Array ? Uint8Array.from(value) : JSON.parse(JSON.stringify(value))]],
  );
  return Object.fromEntries(fields) as T;
}
