import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandOutput,
  ScanCommand,
  type ScanCommandOutput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { type Link, link } from "./chain.ts";
import { digestOf } from "./digest.ts";
import type { Refusal } from "./refusal.ts";
import { beginningOf, fill, type Names } from "./template.ts";

/**
 * A kind of thing in the table: its shape, the partition it lives in and its name there.
 * The shape may be a codec: then the thing is kept packed. A `chained` thing has a history:
 * every write adds a link that cannot be changed later (lib/chain.ts).
 */
export type Item<T, In extends string, Name extends string> = {
  schema: z.core.$ZodType<T>;
  in: In;
  name: Name;
  chained: boolean;
};
// biome-ignore lint/suspicious/noExplicitAny: a kind of anything
type AnyItem = Item<any, string, string>;
type KeyOf<T, Template extends string> = Pick<T, Names<Template> & keyof T>;
/** `r` counts the writes of a thing; `l` is the last link of its history. */
export type Stored = Record<string, unknown> & { pk: string; sk: string; r: number; l?: Link };
type Write = NonNullable<TransactWriteCommandInput["TransactItems"]>[number] & { otherwise: Refusal };
type Mark = { r: number; l: Link | undefined };

type Gathered<K> = { [N in keyof K]: K[N] extends Item<infer T, string, string> ? T[] : never };

type Asked = { kind: AnyItem; key: object };
type Together<A extends readonly (Asked | undefined)[]> = {
  -readonly [P in keyof A]: A[P] extends { kind: Item<infer T, string, string> } | undefined
    ? T | undefined
    : never;
};

/** One thing to be read together with others. */
export const one = <T, I extends string, N extends string>(
  kind: Item<T, I, N>,
  key: KeyOf<T, I> & KeyOf<T, N>,
) => ({
  kind,
  key,
});

export type Op = {
  kind: AnyItem;
  thing: object;
  /** What must be there still: `undefined` is nothing, `"any"` is whatever. */
  was: object | undefined | "any";
  does: "put" | "check" | "delete";
  otherwise: Refusal;
};

export function item<T, const In extends string, const Name extends string>(
  schema: z.core.$ZodType<T>,
  key: {
    in: Names<In> extends keyof T ? In : never;
    name: Names<Name> extends keyof T ? Name : never;
    chained?: boolean;
  },
): Item<T, In, Name> {
  return { schema, in: key.in as In, name: key.name as Name, chained: key.chained ?? false };
}

const TableName = process.env["TABLE_NAME"];
const db = DynamoDBDocumentClient.from(new DynamoDBClient(), {
  marshallOptions: { removeUndefinedValues: true },
});

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

/** Something this write leans on must still be exactly as it was read. */
export function unchanged<T extends object, I extends string, N extends string>(
  kind: Item<T, I, N>,
  was: T,
  otherwise: Refusal,
): Op {
  return { kind, thing: was, was, does: "check", otherwise };
}

export type Table = ReturnType<typeof tableOf>;

/** What a history says of a write: who did it, when, and what it was called. */
export type Hand = { by: string; at: string; did: string };

/**
 * The table as one owner sees it: every partition begins with `root`, and nothing outside it can be named.
 * `beforeWrite` runs right before each write and may still refuse it.
 */
export function tableOf(root: string, hand: Hand, beforeWrite: () => void = () => {}) {
  const keyOf = (kind: AnyItem, key: object) => ({
    pk: partitionOf(root, kind, key),
    sk: nameOf(kind.name, key),
  });

  async function read<T, I extends string, N extends string>(
    kind: Item<T, I, N>,
    key: KeyOf<T, I> & KeyOf<T, N>,
    { eventual = false } = {},
  ): Promise<T | undefined> {
    const { Item } = await db.send(
      new GetCommand({ TableName, Key: keyOf(kind, key), ConsistentRead: !eventual }),
    );
    return Item && remembered(kind, Item as Stored);
  }

  /** As many as are there, in no order. */
  async function readMany<T, I extends string, N extends string>(
    kind: Item<T, I, N>,
    keys: (KeyOf<T, I> & KeyOf<T, N>)[],
  ): Promise<T[]> {
    const found: T[] = [];
    for (let first = 0; first < keys.length; first += 100) {
      let Keys: Record<string, unknown>[] | undefined = keys
        .slice(first, first + 100)
        .map((key) => keyOf(kind, key));
      while (Keys?.length && TableName) {
        const answer: BatchGetCommandOutput = await db.send(
          new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
        );
        found.push(
          ...(answer.Responses?.[TableName] ?? []).map((stored) => remembered(kind, stored as Stored)),
        );
        Keys = answer.UnprocessedKeys?.[TableName]?.Keys;
      }
    }
    return found;
  }

  /** Things of different kinds in one round trip, each where it was asked for; those not there are undefined. */
  async function readTogether<A extends readonly (Asked | undefined)[]>(...asked: A): Promise<Together<A>> {
    const keys = asked.map((one) => one && keyOf(one.kind, one.key));
    const answer: BatchGetCommandOutput = await db.send(
      new BatchGetCommand({
        RequestItems: {
          [String(TableName)]: { Keys: keys.filter((key) => key !== undefined), ConsistentRead: true },
        },
      }),
    );
    if (Object.keys(answer.UnprocessedKeys ?? {}).length > 0) return readTogether(...asked);
    const found = new Map(
      (answer.Responses?.[String(TableName)] ?? []).map((stored) => [
        `${stored["pk"]}|${stored["sk"]}`,
        stored as Stored,
      ]),
    );
    return asked.map((one, place) => {
      const stored = found.get(`${keys[place]?.pk}|${keys[place]?.sk}`);
      return one && stored && remembered(one.kind, stored);
    }) as Together<A>;
  }

  /** All whose key begins as given, in the order of their names. */
  async function* each<T, I extends string, N extends string>(
    kind: Item<T, I, N>,
    key: KeyOf<T, I> & Partial<KeyOf<T, N>>,
    { eventual = false, backwards = false, after = "", most = Number.POSITIVE_INFINITY } = {},
  ): AsyncGenerator<T> {
    const beginning = nameOf(beginningOf(kind.name, key), key);
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    let given = 0;
    do {
      const { Items = [], LastEvaluatedKey }: QueryCommandOutput = await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: !eventual,
          ScanIndexForward: !backwards,
          // `after` is the rest of a name: begin behind it without reading what comes before.
          KeyConditionExpression: after
            ? "pk = :pk AND sk BETWEEN :after AND :end"
            : "pk = :pk AND begins_with(sk, :beginning)",
          ExpressionAttributeValues: {
            ":pk": partitionOf(root, kind, key),
            ...(after
              ? { ":after": `${beginning}${after}\u0000`, ":end": `${beginning}\uffff` }
              : { ":beginning": beginning }),
          },
          ...(Number.isFinite(most) && { Limit: most - given }),
          ExclusiveStartKey,
        }),
      );
      for (const stored of Items) yield remembered(kind, stored as Stored);
      given += Items.length;
      ExclusiveStartKey = LastEvaluatedKey;
    } while (ExclusiveStartKey && given < most);
  }

  async function* rawItems(pk: string): AsyncGenerator<Record<string, unknown>> {
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const answer: QueryCommandOutput = await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": pk },
          ExclusiveStartKey,
        }),
      );
      yield* answer.Items ?? [];
      ExclusiveStartKey = answer.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }

  /** All that shares one partition, sorted into its kinds: one read for a page that shows many of them. */
  async function gather<K extends Record<string, AnyItem>>(kinds: K, key: object): Promise<Gathered<K>> {
    const [first] = Object.values(kinds);
    if (!first) throw new Error("Nothing to gather.");
    const found = Object.fromEntries(Object.keys(kinds).map((name) => [name, [] as unknown[]]));
    const beginnings = Object.entries(kinds).map(
      ([name, kind]) => [name, kind, kind.name.split("{")[0] ?? ""] as const,
    );
    for await (const stored of rawItems(partitionOf(root, first, key))) {
      const [name, kind] =
        beginnings.find(([, , beginning]) => String(stored["sk"]).startsWith(beginning)) ?? [];
      if (name && kind) found[name]?.push(remembered(kind, stored as Stored));
    }
    return found as Gathered<K>;
  }

  async function list<T, I extends string, N extends string>(
    kind: Item<T, I, N>,
    key: KeyOf<T, I> & Partial<KeyOf<T, N>>,
    how: Parameters<typeof each>[2] = {},
  ): Promise<T[]> {
    return Array.fromAsync(each(kind, key, how));
  }

  /** The last one whose key begins as given. */
  async function last<T, I extends string, N extends string>(
    kind: Item<T, I, N>,
    key: KeyOf<T, I> & Partial<KeyOf<T, N>>,
    { eventual = false } = {},
  ): Promise<T | undefined> {
    return (await list(kind, key, { eventual, backwards: true, most: 1 }))[0];
  }

  /** The links of a chained thing, oldest first; the last one is kept with the thing itself. */
  async function historyOf<T, I extends string, N extends string>(
    kind: Item<T, I, N>,
    key: KeyOf<T, I> & KeyOf<T, N>,
  ): Promise<Link[]> {
    const { pk, sk } = keyOf(kind, key);
    const thing = await read(kind, key);
    const past: Link[] = [];
    for await (const { pk: _pk, sk: _sk, ...stored } of rawItems(historyPartition(pk, sk)))
      past.push(stored as Link);
    const latest = thing && markOf(thing as object).l;
    return latest ? [...past, latest] : past;
  }

  /** Writes all or nothing. The first op that may not stand decides the refusal. */
  async function write(...ops: Op[]): Promise<void> {
    const writes = ops.flatMap((op) => writesOf(op));
    const [only] = writes;
    beforeWrite();
    if (writes.length === 1 && only?.Put) return putOne(only.Put, only.otherwise);

    for (let attempt = 1; ; attempt++) {
      try {
        await db.send(
          new TransactWriteCommand({
            TransactItems: writes.map(({ otherwise: _, ...one }) => one),
          }),
        );
        return;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const reasons = error.CancellationReasons ?? [];
        const failed = reasons.findIndex(({ Code }) => Code === "ConditionalCheckFailed");
        if (failed >= 0) {
          const there = reasons[failed]?.Item && unmarshall(reasons[failed].Item);
          if (isSame(there, writes[failed]?.Put?.Item)) return;
          throw writes[failed]?.otherwise ?? error;
        }
        // Two writes leaning on the same item at the same instant: one is cancelled and asked to come again.
        if (!reasons.some(({ Code }) => Code === "TransactionConflict") || attempt === 6) throw error;
        await setTimeout(Math.random() * 25 * 2 ** attempt);
        beforeWrite();
      }
    }
  }

  function writesOf({ kind, thing, was, does, otherwise }: Op): Write[] {
    const Key = keyOf(kind, thing);
    const mark = was === "any" || was === undefined ? undefined : markOf(was);
    const still = {
      ConditionExpression: mark ? "r = :r" : "attribute_not_exists(pk)",
      ...(mark && { ExpressionAttributeValues: { ":r": mark.r } }),
      ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
    };
    const condition = was === "any" ? {} : still;
    if (does === "delete") return [{ Delete: { TableName, Key }, otherwise }];
    if (does === "check") return [{ ConditionCheck: { TableName, Key, ...still }, otherwise }];

    const content = plain(z.encode(kind.schema, thing as never) as object);
    const Item: Stored = { ...content, ...Key, r: (mark?.r ?? 0) + 1 };
    if (!kind.chained) return [{ Put: { TableName, Item, ...condition }, otherwise }];

    Item.l = link(mark?.l, { ...hand, digest: digestOf(content) });
    const written = { Put: { TableName, Item, ...condition }, otherwise };
    if (!mark?.l) return [written];
    const past = { ...mark.l, pk: historyPartition(Key.pk, Key.sk), sk: padded(mark.l.no) };
    return [
      written,
      { Put: { TableName, Item: past, ConditionExpression: "attribute_not_exists(pk)" }, otherwise },
    ];
  }

  return { root, read, readMany, readTogether, each, list, last, gather, historyOf, write };
}

async function putOne(input: PutCommandInput, otherwise: Refusal) {
  try {
    await db.send(new PutCommand(input));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    if (isSame(error.Item && unmarshall(error.Item), input.Item)) return;
    throw otherwise;
  }
}

/** An answer may be lost after the write: what stands there already is then just what was to be written. */
function isSame(there: Record<string, unknown> | undefined, wanted: Record<string, unknown> | undefined) {
  if (!there || !wanted) return false;
  const content = ({ at: _at, l: _l, ...rest }: Record<string, unknown>) => rest;
  return isDeepStrictEqual(content(there), content(plain(wanted) as Record<string, unknown>));
}

/** The whole table as it is kept, for those who check it from outside; links of histories among the things. */
export async function* everythingKept(): AsyncGenerator<Stored> {
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const answer: ScanCommandOutput = await db.send(new ScanCommand({ TableName, ExclusiveStartKey }));
    yield* (answer.Items ?? []) as Stored[];
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

/** A kept thing as its kind describes it. */
export function asKind<T, I extends string, N extends string>(kind: Item<T, I, N>, stored: Stored): T {
  return z.decode(kind.schema, stored as never) as T;
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

/** Which revision each thing was when it was read, so that no rule ever sees a revision. */
const marks = new WeakMap<object, Mark>();

function remembered<T, I extends string, N extends string>(kind: Item<T, I, N>, stored: Stored): T {
  const thing = z.decode(kind.schema, stored as never) as T;
  marks.set(thing as object, { r: stored.r, l: stored.l });
  return thing;
}

function markOf(was: object): Mark {
  const mark = marks.get(was);
  if (!mark) throw new Error("Only the very thing that was read can be replaced, not a copy of it.");
  return mark;
}

/** The revision a thing was read at: what a client sends back to say what it has seen. */
export function revisionOf(thing: object | undefined): number {
  return thing ? markOf(thing).r : 0;
}

function partitionOf(root: string, kind: AnyItem, key: object) {
  return `${root}#${nameOf(kind.in, key)}`;
}

/** `{no}` is written with seven digits, so that names sort as numbers do. */
function nameOf(template: string, key: object) {
  return fill(template, key, (value, name) => (name === "no" ? padded(value) : value));
}

function padded(no: number | string) {
  return String(no).padStart(7, "0");
}

function historyPartition(pk: string, sk: string) {
  return `${pk}#HISTORY#${sk}`;
}

/** Without the fields that are undefined: as it will be read back. */
function plain<T extends object>(thing: T): T {
  return JSON.parse(JSON.stringify(thing)) as T;
}
