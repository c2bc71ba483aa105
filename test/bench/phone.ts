import { hash, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createSecureServer } from "node:http2";
import type { AddressInfo, Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import type { BrowserContext, Page } from "playwright-core";
import { launch, windowFor } from "../e2e/browser.ts";
import type { Stage } from "./stage.ts";

/** One request of a phone, and how large the answer was without its headers. */
type Asked = { path: string; body: number; isScript: boolean };

export type Visit = {
  window: () => Promise<{ page: Page; context: BrowserContext }>;
  /** What was asked since the last time, and all bytes that came down for it, headers and encryption included. */
  take: () => { asked: Asked[]; bytes: number };
  /** Nobody waits for an answer. */
  isQuiet: () => boolean;
};

/** Of the connection that the server before us speaks: the second HTTP has other words for these. */
const ofTheFirst = new Set(["connection", "keep-alive", "transfer-encoding", "host"]);
const only = (headers: NodeJS.Dict<string | string[]>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.startsWith(":") && !ofTheFirst.has(name)),
  );

/**
 * A browser before an edge as phones meet it in the cloud, with encryption and the second HTTP. Every request passes
 * it, those of the page's worker too, and every byte is counted where it leaves.
 */
export async function withBrowser<T>({ local }: Stage, look: (visit: Visit) => Promise<T>): Promise<T> {
  const file = (name: string) => readFileSync(new URL(`../infra/certificate/${name}.pem`, import.meta.url));
  const asked: Asked[] = [];
  const lines: Socket[] = [];
  let underWay = 0;
  let taken = 0;
  const server = createSecureServer({ cert: file("cert"), key: file("key") }, async (incoming, answer) => {
    underWay += 1;
    const forwarded = request(new URL(incoming.url, local.url), {
      method: incoming.method,
      // As the oldest phones take it.
      headers: { ...only(incoming.headers), "accept-encoding": "gzip" },
    });
    forwarded.end(await buffer(incoming));
    const [reply] = await once(forwarded, "response");
    const body = await buffer(reply);
    const isScript = String(reply.headers["content-type"]).includes("javascript");
    asked.push({ path: incoming.url, body: body.length, isScript });
    answer.writeHead(reply.statusCode, only(reply.headers)).end(body);
    underWay -= 1;
  });
  server.on("connection", (line: Socket) => lines.push(line));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  // Trusted, not waved through: a browser keeps nothing of a host that it does not trust.
  const trusted = hash("sha256", new X509Certificate(file("cert")).publicKey.export(spki), "base64");
  const browser = await launch(`--ignore-certificate-errors-spki-list=${trusted}`);
  try {
    return await look({
      window: () => windowFor(browser, `https://localhost:${port}`, phone),
      take() {
        const before = taken;
        taken = lines.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
        return { asked: asked.splice(0), bytes: taken - before };
      },
      isQuiet: () => underWay === 0,
    });
  } finally {
    await browser.close();
    for (const line of lines) line.destroy();
    server.close();
  }
}

const spki = { type: "spki", format: "der" } as const;
const phone = { width: 360, height: 780 };

/** A phone four times slower than this machine on what is called slow 4G: 150 ms there and back, 1.6 and 0.75 Mbit/s. */
export async function slowDown({ page, context }: { page: Page; context: BrowserContext }, network = true) {
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  if (!network) return;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
}
