import type { BatchGetItemOutput, QueryInput, QueryOutput } from "@aws-sdk/client-dynamodb";
import type { Link } from "./chain.ts";
import { ask, type Patience, TableName } from "./dynamo.ts";
import type { AnyItem, Asked, Gathered, Item, KeyOf, Together } from "./item.ts";
import {
  historyPartition,
  keyOf,
  markOf,
  nameOf,
  partitionOf,
  recognized,
  remembered,
  type Stored,
} from "./kept.ts";
import { marshalled, unmarshalled } from "./marshalled.ts";
import type { Op } from "./op.ts";
import { beginningOf } from "./template.ts";
import { type Hand, write } from "./write.ts";

type Items = NonNullable<QueryOutput["Items"]>;
type Ahead = Asked & { found: object | undefined };
export type Table = ReturnType<typeof tableOf>;

/**
 * The table as one owner sees it: every partition begins with `root`, and nothing outside it can be named.
 * `beforeWrite` runs right before each write and may still refuse it; one write alone takes no more than `patience`. What was read `ahead` answers the first
 * reading of it; whoever reads again reads anew.
 */
export function tableOf(
  root: string,
  hand: Hand,
  {
    beforeWrite = () => {},
    ahead = [],
    patience,
  }: { beforeWrite?: () => void; ahead?: readonly Ahead[]; patience?: Patience } = {},
) {
  const known = new Map(ahead.map(({ kind, key, found }) => [placeOf(keyOf(root, kind, key)), found]));

  async function read<T, I extends string, N extends string>(
    kind: Item<T, I, N>,
    key: KeyOf<T, I> & KeyOf<T, N>,
    { eventual = false } = {},
  ): Promise<T | undefined> {
    const at = keyOf(root, kind, key);
    const place = placeOf(at);
    if (known.has(place)) {
      const found = known.get(place) as T | undefined;
      known.delete(place);
      return found;
    }
    const { Item } = await ask("GetItem", { TableName, Key: marshalled(at), ConsistentRead: !eventual });
    return Item && remembered(kind, unmarshalled(Item) as Stored);
  }

  /** As many as are there, in no order. */
  async function readMany<T, I extends string, N extends string>(
    kind: Item<T, I, N>,
    keys: (KeyOf<T, I> & KeyOf<T, N>)[],
  ): Promise<T[]> {
    const found: T[] = [];
    for (let first = 0; first < keys.length; first += 100) {
      const some = keys.slice(first, first + 100).map((key) => keyOf(root, kind, key));
      found.push(...(await batch(some)).map((item) => remembered(kind, unmarshalled(item) as Stored)));
    }
    return found;
  }

  /** Things of different kinds in one round trip, each where it was asked for; those not there are undefined. */
  async function readTogether<A extends readonly (Asked | undefined)[]>(...asked: A): Promise<Together<A>> {
    const keys = asked.map((one) => one && keyOf(root, one.kind, one.key));
    const found = await batch(keys.filter((key) => key !== undefined));
    return asked.map((one, place) => {
      const at = keys[place];
      const item = found.find(({ pk, sk }) => pk?.S === at?.pk && sk?.S === at?.sk);
      return one && item && recognized(one.kind, item);
    }) as Together<A>;
  }

  /** All whose key begins as given, in the order of their names. */
  async function* each<T, I extends string, N extends string>(
    kind: Item<T, I, N>,
    key: KeyOf<T, I> & Partial<KeyOf<T, N>>,
    { eventual = false, backwards = false, after = "", most = Number.POSITIVE_INFINITY } = {},
  ): AsyncGenerator<T> {
    const beginning = nameOf(beginningOf(kind.name, key), key);
    const found = query(
      {
        ConsistentRead: !eventual,
        ScanIndexForward: !backwards,
        // `after` is the rest of a name: begin behind it without reading what comes before.
        KeyConditionExpression: after
          ? "pk = :pk AND sk BETWEEN :after AND :end"
          : "pk = :pk AND begins_with(sk, :beginning)",
        ExpressionAttributeValues: marshalled({
          ":pk": partitionOf(root, kind, key),
          ...(after
            ? { ":after": `${beginning}${after}\u0000`, ":end": `${beginning}\uffff` }
            : { ":beginning": beginning }),
        }),
      },
      most,
    );
    for await (const stored of found) yield remembered(kind, stored);
  }

  const partition = (pk: string) =>
    query({
      ConsistentRead: true,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: marshalled({ ":pk": pk }),
    });

  /** All that shares one partition, sorted into its kinds: one read for a page that shows many of them. */
  async function gather<K extends Record<string, AnyItem>>(kinds: K, key: object): Promise<Gathered<K>> {
    const [first] = Object.values(kinds);
    if (!first) throw new Error("Nothing to gather.");
    const found = Object.fromEntries(Object.keys(kinds).map((name) => [name, [] as unknown[]]));
    const beginnings = Object.entries(kinds).map(
      ([name, kind]) => [name, kind, kind.name.split("{")[0] ?? ""] as const,
    );
    for await (const stored of partition(partitionOf(root, first, key))) {
      const [name, kind] = beginnings.find(([, , beginning]) => stored.sk.startsWith(beginning)) ?? [];
      if (name && kind) found[name]?.push(remembered(kind, stored));
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

  /** How many there are whose key begins as given; their content does not travel. */
  async function count<T, I extends string, N extends string>(
    kind: Item<T, I, N>,
    key: KeyOf<T, I> & Partial<KeyOf<T, N>>,
    { eventual = false } = {},
  ): Promise<number> {
    const beginning = nameOf(beginningOf(kind.name, key), key);
    let ExclusiveStartKey: QueryOutput["LastEvaluatedKey"];
    let found = 0;
    do {
      const { Count = 0, LastEvaluatedKey }: QueryOutput = await ask("Query", {
        TableName,
        Select: "COUNT",
        ConsistentRead: !eventual,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :beginning)",
        ExpressionAttributeValues: marshalled({
          ":pk": partitionOf(root, kind, key),
          ":beginning": beginning,
        }),
        ExclusiveStartKey,
      });
      found += Count;
      ExclusiveStartKey = LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return found;
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
    const thing = await read(kind, key);
    return thing ? linksOf(kind, thing as object) : pastOf(kind, key);
  }

  /** The same of a thing that was just read; one that was never changed asks nothing more. */
  async function linksOf(kind: AnyItem, thing: object): Promise<Link[]> {
    const { l } = markOf(thing);
    const past = l?.no === 1 ? [] : await pastOf(kind, thing);
    return l ? [...past, l] : past;
  }

  async function pastOf(kind: AnyItem, key: object): Promise<Link[]> {
    const { pk, sk } = keyOf(root, kind, key);
    const past: Link[] = [];
    for await (const { pk: _pk, sk: _sk, x: _x, ...stored } of partition(historyPartition(pk, sk)))
      past.push(stored as unknown as Link);
    return past;
  }

  return {
    root,
    read,
    readMany,
    readTogether,
    each,
    list,
    count,
    last,
    gather,
    historyOf,
    linksOf,
    /** Writes all or nothing. The first op that may not stand decides the refusal. */
    write: (...ops: Op[]) => write(ops, { root, hand, beforeWrite, patience }),
  };
}

const placeOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk}|${sk}`;

/** As many of a hundred as are there, in no order. */
async function batch(keys: readonly { pk: string; sk: string }[]): Promise<Items> {
  const table = String(TableName);
  const found: Items = [];
  let Keys: BatchGetItemOutput["UnprocessedKeys"] | undefined = {
    [table]: { Keys: keys.map((key) => marshalled(key)), ConsistentRead: true },
  };
  while (Keys?.[table]?.Keys?.length) {
    const { Responses, UnprocessedKeys }: BatchGetItemOutput = await ask("BatchGetItem", {
      RequestItems: Keys,
    });
    found.push(...(Responses?.[table] ?? []));
    Keys = UnprocessedKeys;
  }
  return found;
}

/** What a query finds, page after page, until there are as many as wanted. */
async function* query(input: Omit<QueryInput, "TableName">, most = Number.POSITIVE_INFINITY) {
  let ExclusiveStartKey: QueryOutput["LastEvaluatedKey"];
  let given = 0;
  do {
    const { Items = [], LastEvaluatedKey }: QueryOutput = await ask("Query", {
      TableName,
      ...input,
      ...(Number.isFinite(most) && { Limit: most - given }),
      ExclusiveStartKey,
    });
    for (const item of Items) yield unmarshalled(item) as Stored;
    given += Items.length;
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey && given < most);
}
