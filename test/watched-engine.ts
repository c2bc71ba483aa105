import { once } from "node:events";
import { createServer, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { type Engine, startEngine } from "#infra/local/engine.ts";

/** What one request to the engine did and cost. A failed condition costs a unit that the engine does not report. */
type Asked = {
  operation: string;
  write: number;
  read: number;
  bytes: number;
  partition: string;
  /** The one item it is about, where there is one. */
  item: string | undefined;
};

/** Breaks the connection at one request: before the engine has it, or after, so that only the answer is lost. */
type Kill = { at: number; when: "before" | "after" };

/** The embedded engine behind a port that counts what is asked and can cut a request short at any step. */
export async function watchedEngine() {
  const engine: Engine = await startEngine(undefined);
  const asked: Asked[] = [];
  let kill: Kill | undefined;
  let cutAt: (step: number, sent: string) => Kill["when"] | undefined = () => undefined;
  let steps = 0;

  const server = createServer(async (incoming, answer) => {
    const sent = await buffer(incoming);
    const operation = String(incoming.headers["x-amz-target"]).split(".")[1] ?? "";
    steps += 1;
    const step = steps;
    const cut = kill?.at === step ? kill.when : cutAt(step, sent.toString());
    if (cut === "before") return void incoming.socket.destroy();
    const body = counted(operation, sent);
    const { host: _host, "content-length": _length, ...headers } = incoming.headers;
    const forwarded = request(engine.endpoint, {
      method: "POST",
      headers: { ...headers, "content-length": body.length },
    });
    forwarded.end(body);
    const [reply] = await once(forwarded, "response");
    const given = await buffer(reply);
    asked.push({
      operation,
      bytes: body.length,
      ...costOf(operation, given.toString()),
      partition: partitionOf(body.toString()),
      item: itemOf(body.toString()),
    });
    if (cut === "after") return void incoming.socket.destroy();
    answer.writeHead(reply.statusCode, reply.headers).end(given);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };

  return {
    endpoint: `http://127.0.0.1:${port}`,
    /** The engine itself, unwatched. */
    direct: engine.endpoint,
    /** Everything asked since the last time. */
    take: () => asked.splice(0),
    /** From now on steps are counted from one; the given one is cut. */
    arm(next?: Kill) {
      kill = next;
      steps = 0;
    },
    /** From now on each step asked for so is cut, until told otherwise. */
    cut(when?: typeof cutAt) {
      cutAt = when ?? (() => undefined);
      steps = 0;
    },
    steps: () => steps,
    async stop() {
      server.closeAllConnections();
      server.close();
      await engine.stop();
    },
  };
}

/** Asks the engine to say what a request consumed. */
function counted(operation: string, sent: Buffer): Buffer {
  const isCosted = /^(Get|Put|Update|Delete|Query|Scan|Batch|Transact)/.test(operation);
  if (!isCosted) return sent;
  return Buffer.from(JSON.stringify({ ...JSON.parse(sent.toString()), ReturnConsumedCapacity: "TOTAL" }));
}

function costOf(operation: string, reply: string): { write: number; read: number } {
  const { ConsumedCapacity, __type = "" } = JSON.parse(reply || "{}");
  if (String(__type).includes("ConditionalCheckFailed")) return { write: 1, read: 0 };
  const parts = [ConsumedCapacity ?? []].flat() as { CapacityUnits?: number }[];
  const units = parts.reduce((total, { CapacityUnits = 0 }) => total + CapacityUnits, 0);
  return /^(Get|Query|Scan|BatchGet)/.test(operation) ? { write: 0, read: units } : { write: units, read: 0 };
}

function partitionOf(body: string): string {
  return (
    /"pk":\s*\{\s*"S":\s*"([^"]*)"/.exec(body)?.[1] ?? /":pk":\s*\{\s*"S":\s*"([^"]*)"/.exec(body)?.[1] ?? ""
  );
}

function itemOf(body: string): string | undefined {
  const name = /"sk":\s*\{\s*"S":\s*"([^"]*)"/.exec(body)?.[1];
  return name === undefined ? undefined : `${partitionOf(body)} ${name}`;
}

/** Asks the engine itself, as its own API has it. */
export async function askEngine(endpoint: string, operation: string, input: object) {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `DynamoDB_20120810.${operation}`,
      "x-amz-date": "20260101T000000Z",
      authorization:
        "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
    },
    body: JSON.stringify(input),
  });
  return response.json();
}

export type RawItem = Record<string, { S?: string; N?: string }>;

/** Everything one owner has, as it is kept. */
export async function rawItemsOf(endpoint: string, TableName: string, root: string): Promise<RawItem[]> {
  const found: RawItem[] = [];
  let ExclusiveStartKey: object | undefined;
  do {
    const answer = await askEngine(endpoint, "Scan", {
      TableName,
      ConsistentRead: true,
      ...(ExclusiveStartKey && { ExclusiveStartKey }),
    });
    found.push(...answer.Items.filter((item: RawItem) => item["pk"]?.S?.startsWith(`${root}#`)));
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return found;
}

/** One partition as it is kept. */
export async function partitionKept(endpoint: string, TableName: string, pk: string): Promise<RawItem[]> {
  const found: RawItem[] = [];
  let ExclusiveStartKey: object | undefined;
  do {
    const answer = await askEngine(endpoint, "Query", {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: pk } },
      ...(ExclusiveStartKey && { ExclusiveStartKey }),
    });
    found.push(...answer.Items);
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return found;
}

export async function putRaw(endpoint: string, TableName: string, items: readonly RawItem[]) {
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, at) =>
    items.slice(at * 25, at * 25 + 25).map((Item) => ({ PutRequest: { Item } })),
  );
  for (let first = 0; first < batches.length; first += 8)
    await Promise.all(
      batches
        .slice(first, first + 8)
        .map((puts) => askEngine(endpoint, "BatchWriteItem", { RequestItems: { [TableName]: puts } })),
    );
}

/** The same things under another owner. */
export const ownedBy = (items: readonly RawItem[], root: string): RawItem[] =>
  items.map((item) => ({ ...item, pk: { S: item["pk"]?.S?.replace(/^[^#]+/, root) ?? "" } }));
