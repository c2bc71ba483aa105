import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { keepingEdge } from "#infra/local/edge.ts";
import { front } from "#infra/local/front.ts";
import { type Asked, json, type Reply } from "#infra/local/server.ts";
import { assembly } from "./synthesized.ts";

const reply = (seconds: number | undefined, status = 200): Reply => ({
  status,
  headers: { "cache-control": seconds === undefined ? "no-store" : `public, max-age=0, s-maxage=${seconds}` },
  body: "{}",
});

/** An origin that counts who comes through. */
function origin(answer: (time: number) => Reply | Promise<Reply>) {
  const edge = keepingEdge();
  let asked = 0;
  return {
    ask: (path = "/now", longest = 2, takesGzip = false) =>
      edge({ path, longest, takesGzip }, async () => answer(++asked)),
    asked: () => asked,
  };
}

test("a hall of 2,000 that asks at once is one question to the origin", async () => {
  const { ask, asked } = origin(async () => {
    await setTimeout(20);
    return reply(2);
  });
  const replies = await Promise.all(Array.from({ length: 2_000 }, () => ask()));
  expect(new Set(replies).size).toBe(1);
  expect(asked()).toBe(1);
  await ask("/day");
  expect(asked()).toBe(2);
});

test("an answer is kept as long as it says, and never longer than the distribution allows", async () => {
  const { ask, asked } = origin(() => reply(60));
  await ask("/now", 0.05);
  await ask("/now", 0.05);
  expect(asked()).toBe(1);
  await setTimeout(60);
  await ask("/now", 0.05);
  expect(asked()).toBe(2);
});

test.for([
  ["a refusal", () => reply(2, 404)],
  ["an answer that is nobody else's", () => reply(undefined)],
  ["an answer of zero seconds", () => reply(0)],
] as const)("%s is not kept", async ([, answer]) => {
  const { ask, asked } = origin(answer);
  for (const _ of [1, 2, 3]) await ask();
  expect(asked()).toBe(3);
});

test("what is long is packed once, for all who take it packed", async () => {
  const long = JSON.stringify({ names: Array(200).fill("Đại biểu") });
  const { ask, asked } = origin(() => ({ ...reply(2), body: long }));
  const [one, other] = await Promise.all([ask("/day", 2, true), ask("/day", 2, true)]);
  expect(one).toBe(other);
  expect(one.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(one.body).toString()).toBe(long);
  expect(asked()).toBe(1);
  expect((await ask("/day", 2, false)).body).toBe(long);
});

test("an origin that broke is asked anew", async () => {
  const { ask, asked } = origin((time) => (time === 1 ? Promise.reject(new Error("broke")) : reply(2)));
  await expect(Promise.all([ask(), ask()])).rejects.toThrow("broke");
  expect(await ask()).toEqual(reply(2));
  expect(asked()).toBe(2);
});

describe("in front of the gateway", () => {
  const heard: Asked[] = [];
  const server = front(assembly, {
    site: async () => json(404, {}),
    objects: { answer: async () => json(404, {}), endpoint: "http://objects" },
    gateway: async (asked) => {
      heard.push(asked);
      return asked.url.pathname.endsWith("/now") ? reply(2) : json(200, {});
    },
  }).listen(0, "127.0.0.1");
  const listening = once(server, "listening");
  afterAll(() => server.close());
  beforeEach(() => void heard.splice(0));
  const ask = async (path: string, headers: Record<string, string> = {}, method = "GET") => {
    await listening;
    const { port } = server.address() as { port: number };
    return fetch(`http://127.0.0.1:${port}${path}`, { method, headers });
  };
  const who = {
    authorization: "Ticket AAAA-BBBB",
    cookie: "who=an",
    "x-forwarded-for": "10.0.0.7",
    "user-agent": "a phone of its own",
  };

  test("what everybody may see is asked for without who asks, and once for all of them", async () => {
    const path = "/api/public/halls/vhttdl/hn-1/now";
    const answers = await Promise.all([ask(path, who), ask(path), ask(`${path}?who=an`, who)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(heard).toHaveLength(1);
    expect(Object.keys(heard[0]?.headers ?? {}).toSorted()).toEqual(["host", "x-origin-secret"]);
    for (const answer of answers)
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'self'");
  });

  test("whatever else is asked arrives each time, with all that was sent", async () => {
    const path = "/api/halls/vhttdl/hn-1/ticket";
    for (const _ of [1, 2]) await ask(path, who);
    expect(heard).toHaveLength(2);
    expect(heard[0]?.headers).toMatchObject({ authorization: who.authorization });
  });

  test("nothing is kept of what is sent there", async () => {
    for (const method of ["PUT", "POST"]) await ask("/api/public/halls/vhttdl/hn-2/now", {}, method);
    expect(heard.map(({ method }) => method)).toEqual(["PUT", "POST"]);
  });
});
