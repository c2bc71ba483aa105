import type { RawItem } from "../watched-engine.ts";
import { type Body, type Place, writesIn } from "./asked.ts";

export type Reply = {
  __type?: string;
  Item?: RawItem;
  Items?: RawItem[];
  Count?: number;
  Attributes?: RawItem;
  Responses?: Record<string, RawItem[]>;
  UnprocessedKeys?: object;
  ConsumedCapacity?: unknown;
};
export type Done = { operation: string; body: Body; status: number; reply: Reply };
type Past = Place & { was: RawItem | undefined; at: number };

/** An eventual read may miss what was written a while ago; this remembers how it was before. */
const longest = 10_000;

export function staleness(now: () => number) {
  let past: Past[] = [];
  return {
    /** How the things stand that a transaction is about to change; a put is told by the engine itself. */
    before(
      operation: string,
      body: Body,
      lookUp: (table: string, key: NonNullable<Body["Key"]>) => Promise<RawItem | undefined>,
    ): Promise<(RawItem | undefined)[]> {
      if (operation !== "TransactWriteItems") return Promise.resolve([]);
      const table = (body.TransactItems?.[0]?.Put as { TableName?: string } | undefined)?.TableName ?? "";
      return Promise.all(
        writesIn(body, operation).map(({ pk, sk }) => lookUp(table, { pk: { S: pk }, sk: { S: sk } })),
      );
    },

    remember({ operation, body, status, reply }: Done, before: readonly (RawItem | undefined)[]) {
      if (status !== 200) return;
      past = past.filter(({ at }) => at > now() - longest);
      for (const [place, { pk, sk }] of writesIn(body, operation).entries())
        past.push({ pk, sk, was: operation === "PutItem" ? reply.Attributes : before[place], at: now() });
    },

    /** The answer as it would have been a while ago. */
    aged({ operation, body, reply }: Done): Reply {
      const recent = past.filter(({ at }) => at > now() - longest).toReversed();
      if (operation === "GetItem") {
        const { pk, sk } = body.Key ?? {};
        const changed = recent.filter((one) => one.pk === pk?.S && one.sk === sk?.S).at(-1);
        const { Item, ...rest } = reply;
        if (!changed) return reply;
        return changed.was ? { ...rest, Item: changed.was } : rest;
      }
      const { ":pk": pk, ":beginning": beginning } = body.ExpressionAttributeValues ?? {};
      const touched = recent.filter((one) => one.pk === pk?.S && one.sk.startsWith(beginning?.S ?? ""));
      const made = new Set(touched.filter(({ was }) => was === undefined).map(({ sk }) => sk));
      const before = new Map(touched.map(({ sk, was }) => [sk, was]));
      const Items = reply.Items?.filter((item) => !made.has(item["sk"]?.S ?? "")).map(
        (item) => before.get(item["sk"]?.S ?? "") ?? item,
      );
      const Count = Math.max(0, (reply.Count ?? 0) - made.size);
      return { ...reply, Count, ...(Items && { Items }) };
    },
  };
}
