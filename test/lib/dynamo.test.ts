import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeEach, expect, test } from "vitest";
import { readAssembly } from "#infra/local/assembly.ts";
import { built } from "#infra/local/build.ts";
import { startEngine } from "#infra/local/engine.ts";
import { adopt, awsEnvironment } from "#infra/local/environment.ts";
import { makeTable } from "#infra/local/table.ts";

type Mood = { status: number; body: object } | "cut before" | "cut after" | "silent";

/* The engine behind a port that now and then says no, or breaks off, before it is asked again. */
const aws = adopt(awsEnvironment());
const engine = await startEngine(undefined);
const moods: Mood[] = [];
const signatures: string[] = [];
const moody = createServer(async (request, response) => {
  const body = await buffer(request);
  const { host: _host, connection: _connection, "content-length": _length, ...headers } = request.headers;
  signatures.push(String(headers.authorization));
  const mood = moods.shift();
  if (mood === "cut before") return void request.socket.destroy();
  if (mood === "silent") return;
  if (typeof mood === "object") return void response.writeHead(mood.status).end(JSON.stringify(mood.body));
  const given = await fetch(engine.endpoint, { method: "POST", headers: headers as HeadersInit, body });
  if (mood === "cut after") return void request.socket.destroy();
  response.writeHead(given.status).end(await given.text());
});
moody.listen(0, "127.0.0.1");
await once(moody, "listening");

const TABLE_NAME = await makeTable(readAssembly(built.assembly), engine.endpoint);
const { port } = moody.address() as { port: number };
const place = adopt({
  AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`,
  AWS_SESSION_TOKEN: "a-session",
  TABLE_NAME,
});
const { ask } = await import("#lib/dynamo.ts");

const put = (sk: string) => ({
  TableName: TABLE_NAME,
  Item: { pk: { S: "shelf" }, sk: { S: sk } },
  ConditionExpression: "attribute_not_exists(pk)",
});
const busy = { status: 400, body: { __type: "com.amazonaws.dynamodb.v20120810#ThrottlingException" } };
const broken = { status: 500, body: { __type: "InternalServerError" } };

beforeEach(() => {
  signatures.length = 0;
});
afterAll(async () => {
  moody.closeAllConnections();
  moody.close();
  await engine.stop();
  place.stop();
  aws.stop();
});

test.for([
  ["is busy", [busy]],
  ["is broken", [broken]],
  ["is both", [broken, busy]],
] as const)("a database that %s is asked again", async ([what, said]) => {
  moods.push(...said);
  await expect(ask("PutItem", put(what))).resolves.toBeTruthy();
  expect(signatures).toHaveLength(said.length + 1);
});

test("it is asked three times and no more", async () => {
  moods.push(busy, broken, busy);
  await expect(ask("PutItem", put("never"))).rejects.toMatchObject({
    code: "ThrottlingException",
    attempts: 3,
  });
  expect(moods).toEqual([]);
});

test("what the database refuses for good is not asked again", async () => {
  moods.push({ status: 400, body: { __type: "ValidationException", message: "no such thing" } });
  await expect(ask("PutItem", put("wrong"))).rejects.toMatchObject({
    code: "ValidationException",
    message: "ValidationException: no such thing",
  });
  expect(signatures).toHaveLength(1);
});

test("a database that says nothing for three seconds is asked again", async () => {
  moods.push("silent");
  await expect(ask("PutItem", put("silent"))).resolves.toBeTruthy();
});

test("a write that never arrived is sent again", async () => {
  moods.push("cut before");
  await expect(ask("PutItem", put("lost"))).resolves.toBeTruthy();
});

test("a write whose answer was lost is sent again, and what it finds may be its own", async () => {
  moods.push("cut after");
  const asked = ask("PutItem", put("written"));
  await expect(asked).rejects.toMatchObject({ code: "ConditionalCheckFailedException", attempts: 2 });
});

test("every request is signed with the session it belongs to", async () => {
  await ask("GetItem", { TableName: TABLE_NAME, Key: { pk: { S: "shelf" }, sk: { S: "none" } } });
  expect(signatures[0]).toMatch(
    /^AWS4-HMAC-SHA256 Credential=local\/\d{8}\/local\/dynamodb\/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, Signature=[0-9a-f]{64}$/,
  );
});
