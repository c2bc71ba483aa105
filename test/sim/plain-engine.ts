import { once } from "node:events";
import { Agent, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { type Engine, startEngine } from "#infra/local/engine.ts";
import type { RawItem } from "../watched-engine.ts";
import { type Body, toldOff } from "./asked.ts";

export type Passed = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
};

/** The embedded engine itself, asked over connections of our own. */
export async function plainEngine(file: string) {
  let engine: Engine = await startEngine(file);
  const agent = new Agent({ keepAlive: true });

  async function pass(operation: string, body: Body, headers = headersFor(operation)): Promise<Passed> {
    const sent = JSON.stringify(toldOff(operation, body));
    const { hostname, port } = new URL(engine.endpoint);
    const { host: _host, connection: _connection, "content-length": _length, ...others } = headers;
    const own = { ...others, "content-length": Buffer.byteLength(sent) };
    const asked = request({ hostname, port, method: "POST", path: "/", agent, headers: own as never });
    asked.end(sent);
    const [reply] = await once(asked, "response");
    return { status: reply.statusCode, headers: reply.headers, text: (await buffer(reply)).toString() };
  }

  return {
    endpoint: () => engine.endpoint,
    pass,
    /** One thing as it lies there. */
    async item(TableName: string, Key: NonNullable<Body["Key"]>): Promise<RawItem | undefined> {
      return JSON.parse((await pass("GetItem", { TableName, Key, ConsistentRead: true })).text).Item;
    },
    /** One partition as it lies there. */
    async partition(TableName: string, pk: string): Promise<RawItem[]> {
      const found: RawItem[] = [];
      let ExclusiveStartKey: object | undefined;
      do {
        const { text } = await pass("Query", {
          ...{ TableName, ConsistentRead: true, KeyConditionExpression: "pk = :pk" },
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
          ExpressionAttributeValues: { ":pk": { S: pk } },
        });
        const answer = JSON.parse(text);
        found.push(...answer.Items);
        ExclusiveStartKey = answer.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      return found;
    },
    /** Takes things away behind everybody's back. */
    async forget(TableName: string, items: readonly RawItem[]) {
      for (const { pk, sk } of items)
        await pass("DeleteItem", { TableName, Key: { pk, sk } as NonNullable<Body["Key"]> });
    },
    /** It dies and is started again on what it has written. */
    async restart() {
      await engine.stop();
      engine = await startEngineApart(file);
    },
    async stop() {
      agent.destroy();
      await engine.stop();
    },
  };
}

const headersFor = (operation: string): Passed["headers"] => ({
  "x-amz-target": `DynamoDB_20120810.${operation}`,
  "content-type": "application/x-amz-json-1.0",
  "x-amz-date": "20260101T000000Z",
  authorization:
    "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
});

/** Our own address stands in the environment; the engine is started beside it. */
async function startEngineApart(file: string): Promise<Engine> {
  const ours = process.env["AWS_ENDPOINT_URL_DYNAMODB"];
  delete process.env["AWS_ENDPOINT_URL_DYNAMODB"];
  try {
    return await startEngine(file);
  } finally {
    if (ours !== undefined) process.env["AWS_ENDPOINT_URL_DYNAMODB"] = ours;
  }
}
