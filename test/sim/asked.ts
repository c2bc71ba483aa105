import type { RawItem } from "../watched-engine.ts";

type Key = { pk: { S: string }; sk: { S: string } };
type Put = { Item: RawItem };
type Write = { Put?: Put; Delete?: { Key: Key } };
/** What the functions ask of the engine, in the engine's own words. */
export type Body = {
  TableName?: string;
  Item?: RawItem;
  Key?: Key;
  ConsistentRead?: boolean;
  Select?: string;
  Limit?: number;
  ExclusiveStartKey?: object;
  KeyConditionExpression?: string;
  ExpressionAttributeValues?: Record<string, { S?: string }>;
  RequestItems?: Record<string, { Keys: Key[] }>;
  TransactItems?: Write[];
  ReturnValues?: string;
  ReturnConsumedCapacity?: string;
};
export type Place = { pk: string; sk: string };

const placeOf = (key: RawItem | Key): Place => ({
  pk: (key as RawItem)["pk"]?.S ?? "",
  sk: (key as RawItem)["sk"]?.S ?? "",
});

/** Everything a request would write. */
export function writesIn(
  { Item, Key, TransactItems }: Body,
  operation: string,
): (Place & { item?: RawItem })[] {
  const all: Write[] = TransactItems ?? [];
  if (operation === "PutItem" && Item) all.push({ Put: { Item } });
  if (operation === "DeleteItem" && Key) all.push({ Delete: { Key } });
  return all.flatMap(({ Put, Delete }) => [
    ...(Put ? [{ ...placeOf(Put.Item), item: Put.Item }] : []),
    ...(Delete ? [placeOf(Delete.Key)] : []),
  ]);
}

/** What is asked in one word, without anything that chance has made. */
export function nameOf(operation: string, body: Body): string {
  const { Key, RequestItems, ExpressionAttributeValues: values } = body;
  const [write] = writesIn(body.TransactItems ? body : { ...body }, operation);
  const [keys] = Object.values(RequestItems ?? {});
  const first = write ?? (Key && placeOf(Key)) ?? (keys?.Keys[0] && placeOf(keys.Keys[0]));
  const place = first ?? { pk: values?.[":pk"]?.S ?? "", sk: values?.[":beginning"]?.S ?? "" };
  return `${operation} ${place.pk} ${place.sk}`;
}

/** Asks the engine to say what a request consumed, and what a put has replaced. */
export function toldOff(operation: string, body: Body): Body {
  if (!/^(Get|Put|Update|Delete|Query|Scan|Batch|Transact)/.test(operation)) return body;
  const replaced = operation === "PutItem" ? { ReturnValues: "ALL_OLD" } : {};
  return { ...body, ...replaced, ReturnConsumedCapacity: "TOTAL" };
}

type Reply = { ConsumedCapacity?: unknown; __type?: string };

/** Write units of an answer. A failed condition costs one that the engine does not report. */
export function writeUnitsOf(operation: string, body: Body, reply: Reply): number {
  const type = String(reply.__type ?? "");
  if (type.includes("ConditionalCheckFailed")) return 1;
  if (type.includes("TransactionCanceled")) return 2 * (body.TransactItems?.length ?? 0);
  if (/^(Get|Query|Scan|BatchGet)/.test(operation)) return 0;
  const parts = [reply.ConsumedCapacity ?? []].flat() as { CapacityUnits?: number }[];
  return parts.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
}
