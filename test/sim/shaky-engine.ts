import { once } from "node:events";
import { Agent, createServer, request, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { type Engine, startEngine } from "#infra/local/engine.ts";
import type { RawItem } from "../watched-engine.ts";
import { type Body, nameOf, toldOff, writesIn, writeUnitsOf } from "./asked.ts";
import { type Errand, type Errands, errandHeader, letterHeader, sentHeader } from "./errands.ts";
import type { Faults } from "./faults.ts";
import { type Reply, staleness } from "./stale.ts";
import type { Timeline } from "./timeline.ts";
import type { Truth } from "./truth.ts";

/** As long as a function lives; what it would ask after that is asked by nobody. */
const longestRequest = 3_000;

let usual = 0;

export type Kill = { at: number; when: "before" | "after" };
type Passed = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/**
 * The embedded engine behind a port where things go wrong: what is asked may be lost before or after it was done, come
 * late, be throttled, meet a conflict, read what was a while ago, or end the function that asked.
 */
export async function shakyEngine(file: string, parts: Parts) {
  const { timeline, faults, errands } = parts;
  let engine: Engine = await startEngine(file);
  const agent = new Agent({ keepAlive: true });
  const stale = staleness(timeline.now);
  let kill: Kill | undefined;
  let steps = 0;
  let hasKilled = false;
  let isDirect = true;

  async function pass(operation: string, body: Body, headers: Passed["headers"]): Promise<Passed> {
    const sent = JSON.stringify(toldOff(operation, body));
    const { hostname, port } = new URL(engine.endpoint);
    const { host: _host, connection: _connection, "content-length": _length, ...others } = headers;
    const own = { ...others, "content-length": Buffer.byteLength(sent) };
    const asked = request({ hostname, port, method: "POST", path: "/", agent, headers: own as never });
    asked.end(sent);
    const [reply] = await once(asked, "response");
    return { status: reply.statusCode, headers: reply.headers, text: (await buffer(reply)).toString() };
  }

  async function answer(asked: Asked, out: ServerResponse) {
    const { operation, body, headers, errand } = asked;
    const name = nameOf(operation, body);
    const count = (errand?.steps.get(name) ?? 0) + 1;
    errand?.steps.set(name, count);
    const sentAt = errand?.decided.get(name) ?? Number(headers[sentHeader] ?? timeline.now());
    errand?.decided.set(name, sentAt);
    const actor = errand?.actor ?? "nobody";
    const step = `${errand?.what} ${name} ${count}`;
    const strikes = (fault: Parameters<Faults["strikes"]>[0]) => faults.strikes(fault, actor, step);
    const wait = (ms: number) => timeline.sleep(ms, `${actor} ${step}`);
    const transit = (way: string) => faults.luck.between(1, 12, "transit", actor, step, way);
    if (isFrozen(errand)) return cut(out);
    steps += 1;
    const place = steps;
    const isKilled = (when: Kill["when"]) => killed(errand, { at: place, when }, strikes);
    await wait(transit("there"));
    if (strikes("engine slow")) await wait(faults.luck.between(200, 1_500, "slow", actor, step));
    if (isKilled("before") || strikes("engine request lost") || isFrozen(errand)) return cut(out);
    const refused = refusalFor(operation, body, strikes);
    if (refused) return say(out, refused);
    const cutShort = operation === "Query" && !body.Limit && strikes("short page");
    const asking = cutShort ? { ...body, Limit: 3 } : body;

    const was = await timeline.working(stale.before(operation, body, lookUp));
    const passed = await timeline.working(pass(operation, asking, headers));
    const reply = JSON.parse(passed.text || "{}") as Reply;
    const done = { operation, body, status: passed.status, reply };
    stale.remember(done, was);
    const units = writeUnitsOf(operation, body, reply);
    parts.truth.note({ ...done, errand, at: timeline.now(), sentAt, units });
    for (const { pk } of passed.status === 200 ? writesIn(body, operation) : [])
      await timeline.working(parts.truth.afterWrite(pk));
    const isStale = !body.ConsistentRead && /^(Get|Query)/.test(operation) && strikes("stale");
    const given = isStale ? stale.aged(done) : reply;
    const text = operation === "BatchGetItem" && strikes("unprocessed") ? halved(given) : given;

    if (isKilled("after") || strikes("engine answer lost")) return cut(out);
    if (strikes("engine slow")) await wait(faults.luck.between(200, 1_500, "slow answer", actor, step));
    await wait(transit("back"));
    say(out, { status: passed.status, headers: passed.headers, text: JSON.stringify(text) });
  }

  const isFrozen = (errand: Errand | undefined) =>
    errand !== undefined && (errand.isDead || timeline.now() >= errand.began + longestRequest);

  function killed(errand: Errand | undefined, { at, when }: Kill, strikes: (fault: "killed") => boolean) {
    const isMarked = kill?.at === at && kill.when === when;
    if (errand && (isMarked || (when === "before" && strikes("killed")))) errand.isDead = true;
    hasKilled ||= isMarked;
    return isMarked || (errand?.isDead ?? false);
  }

  const lookUp = async (TableName: string, Key: object) => {
    const { text } = await pass(
      "GetItem",
      { TableName, Key, ConsistentRead: true } as Body,
      headersFor("GetItem"),
    );
    return JSON.parse(text).Item;
  };

  const server = createServer(async (incoming, out) => {
    const sent = await buffer(incoming);
    const { headers } = incoming;
    const operation = String(headers["x-amz-target"]).split(".")[1] ?? "";
    const body = JSON.parse(sent.toString() || "{}") as Body;
    timeline.land(`letter ${headers[letterHeader]}`);
    if (isDirect) return say(out, await timeline.working(pass(operation, body, headers)));
    await answer({ operation, body, headers, errand: errands.find(headers[errandHeader]) }, out);
  });
  // An idle connection stays: closing it would be news that the seed knows nothing of.
  server.keepAliveTimeout = 0;
  // Always at the same place: what was loaded once in this process keeps asking there.
  server.listen(usual, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  usual = port;

  const say = (out: ServerResponse, { status, headers, text }: Passed) => {
    errands.reply(out.req.headers[letterHeader]);
    const { "content-length": _length, "transfer-encoding": _coding, ...others } = headers;
    // The engine goes by another clock; a client that saw it would think its own was wrong.
    const date = new Date(timeline.now()).toUTCString();
    out.writeHead(status, { ...others, date, "content-length": Buffer.byteLength(text) }).end(text);
  };
  const cut = (out: ServerResponse) => {
    errands.reply(out.req.headers[letterHeader]);
    out.destroy();
  };

  return {
    endpoint: `http://127.0.0.1:${port}`,
    direct: () => engine.endpoint,
    /** Nothing is delayed, counted or harmed while the house is being set up or looked over. */
    bePlain(plain: boolean) {
      isDirect = plain;
    },
    /** From now on steps are counted from one; the given one ends whoever asks. */
    arm(next?: Kill) {
      kill = next;
      steps = 0;
      if (next) hasKilled = false;
    },
    steps: () => steps,
    hasKilled: () => hasKilled,
    /** One partition as it lies there. */
    async partition(TableName: string, pk: string): Promise<RawItem[]> {
      const found: RawItem[] = [];
      let ExclusiveStartKey: object | undefined;
      do {
        const body = {
          ...{ TableName, ExclusiveStartKey, ConsistentRead: true, KeyConditionExpression: "pk = :pk" },
          ExpressionAttributeValues: { ":pk": { S: pk } },
        };
        const { text } = await pass("Query", body as Body, headersFor("Query"));
        const answer = JSON.parse(text);
        found.push(...answer.Items);
        ExclusiveStartKey = answer.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      return found;
    },
    /** Takes things away behind everybody's back. */
    async forget(TableName: string, items: readonly RawItem[]) {
      for (const { pk, sk } of items)
        await pass("DeleteItem", { TableName, Key: { pk, sk } } as Body, headersFor("DeleteItem"));
    },
    /** The engine dies and is started again on what it has written. */
    async restart() {
      await engine.stop();
      engine = await startEngineApart(file);
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      agent.destroy();
      await engine.stop();
    },
  };
}

type Parts = { timeline: Timeline; faults: Faults; errands: Errands; truth: Truth };
type Asked = {
  operation: string;
  body: Body;
  headers: Record<string, string | string[] | undefined>;
  errand: Errand | undefined;
};

const headersFor = (operation: string) => ({
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

const fault = (status: number, type: string, more: object = {}): Passed => ({
  status,
  headers: { "content-type": "application/x-amz-json-1.0" },
  text: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: type, ...more }),
});

/** What the real table may say and the embedded one never does. */
function refusalFor(
  operation: string,
  { TransactItems = [] }: Body,
  strikes: (fault: "throttled" | "engine 500" | "conflict") => boolean,
): Passed | undefined {
  if (strikes("throttled")) return fault(400, "ProvisionedThroughputExceededException");
  if (strikes("engine 500")) return fault(500, "InternalServerError");
  if (operation !== "TransactWriteItems" || !strikes("conflict")) return undefined;
  const CancellationReasons = TransactItems.map((_, at) => ({
    Code: at === 0 ? "TransactionConflict" : "None",
  }));
  return fault(400, "TransactionCanceledException", { CancellationReasons });
}

/** Half of what was found, and the rest to be asked for again. */
function halved(reply: Reply): Reply {
  const [table, found = []] = Object.entries(reply.Responses ?? {})[0] ?? [];
  if (table === undefined || found.length < 2) return reply;
  const left = found.slice(Math.ceil(found.length / 2)).map(({ pk, sk }) => ({ pk, sk }));
  return {
    ...reply,
    Responses: { [table]: found.slice(0, Math.ceil(found.length / 2)) },
    UnprocessedKeys: { [table]: { Keys: left, ConsistentRead: true } },
  };
}
