import { once } from "node:events";
import { Agent, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";

type Shot = { path: string; ticket: string; body: string };
/** What to send, at most so many at once; `until` sends what did not get this status again. */
export type Shots = {
  url: string;
  shots: Shot[];
  at: number;
  until?: number;
  puts?: { table: string; count: number };
  watch?: { path: string; viewers: number; seconds: number };
};
export type Blast = { seconds: number; times: number[]; refused: number; bytes: number };

type Send = () => Promise<{ status: number; bytes: number }>;

/** Run as a process of its own, beside what it loads. */
process.on("message", async (shots: Shots) => {
  const agent = new Agent({ keepAlive: true, maxSockets: shots.at });
  const blast = shots.watch ? await watched(shots, agent) : await fired(sendsOf(shots, agent), shots);
  agent.destroy();
  process.send?.(blast);
});

function sendsOf({ url, shots, puts }: Shots, agent: Agent): Send[] {
  if (puts)
    return Array.from({ length: puts.count }, (_, n) => () => {
      const Item = { pk: { S: "alone#POLL" }, sk: { S: `D#${n}` }, b: { B: "A".repeat(140) } };
      const body = JSON.stringify({
        TableName: puts.table,
        Item,
        ConditionExpression: "attribute_not_exists(pk)",
      });
      return send(url, agent, { method: "POST", body, headers: engineHeaders });
    });
  return shots.map(({ path, ticket, body }) => () => {
    const headers = { authorization: `Ticket ${ticket}`, "content-type": "application/json" };
    return send(url + path, agent, { method: "PUT", body, headers });
  });
}

const engineHeaders = {
  "content-type": "application/x-amz-json-1.0",
  "x-amz-target": "DynamoDB_20120810.PutItem",
  "x-amz-date": "20260101T000000Z",
  authorization:
    "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
};

async function fired(sends: Send[], { at, until }: Shots): Promise<Blast> {
  const times: number[] = [];
  let refused = 0;
  const waiting = [...sends];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: at }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const asked = performance.now();
        const { status } = await next();
        times.push(performance.now() - asked);
        if (status === 200) continue;
        refused += 1;
        if (until !== undefined && status >= 500) waiting.push(next);
      }
    }),
  );
  return { seconds: (performance.now() - began) / 1000, times, refused, bytes: 0 };
}

/** Each viewer asks every other second, at a moment of its own. */
async function watched({ url, watch }: Shots, agent: Agent): Promise<Blast> {
  const { path, viewers, seconds } = watch as NonNullable<Shots["watch"]>;
  const until = performance.now() + seconds * 1000;
  let bytes = 0;
  const view = async (n: number) => {
    await setTimeout((n / viewers) * 2000);
    while (performance.now() < until) {
      const asked = performance.now();
      ({ bytes } = await send(url + path, agent, { method: "GET", body: "", headers: {} }));
      await setTimeout(Math.max(0, 2000 - (performance.now() - asked)));
    }
  };
  await Promise.all(Array.from({ length: viewers }, (_, n) => view(n)));
  return { seconds, times: [], refused: 0, bytes };
}

async function send(
  url: string,
  agent: Agent,
  { method, body, headers }: { method: string; body: string; headers: Record<string, string> },
) {
  const length = body ? { "content-length": Buffer.byteLength(body) } : {};
  try {
    const [reply] = await once(
      request(url, { method, agent, headers: { ...headers, ...length } }).end(body),
      "response",
    );
    const { length: bytes } = await buffer(reply);
    return { status: Number(reply.statusCode), bytes };
  } catch {
    // The connection broke: as bad as any other answer that is none.
    return { status: 599, bytes: 0 };
  }
}
