import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { BrowserContext, Page } from "playwright-core";
import { launch, windowFor } from "../e2e/browser.ts";
import type { Stage } from "./stage.ts";

/** One request of a phone, and what came back: all of it, and the part that is not headers. */
type Asked = { path: string; bytes: number; body: number; isScript: boolean };

const phone = { width: 360, height: 780 };

/** A browser whose every request, those of its workers too, passes a port that counts what goes to it. */
export async function withBrowser<T>(
  { local }: Stage,
  look: (visit: {
    window: () => Promise<{ page: Page; context: BrowserContext }>;
    /** What was asked since the last time. */
    take: () => Asked[];
  }) => Promise<T>,
): Promise<T> {
  const asked: Asked[] = [];
  const server = createServer(async (incoming, answer) => {
    const forwarded = request(new URL(incoming.url ?? "/", local.url), {
      method: String(incoming.method),
      // As the oldest phones take it.
      headers: { ...incoming.headers, "accept-encoding": "gzip" },
    });
    forwarded.end(await buffer(incoming));
    const [reply] = await once(forwarded, "response");
    const body = await buffer(reply);
    const before = answer.socket?.bytesWritten ?? 0;
    answer.writeHead(reply.statusCode, reply.rawHeaders).end(body);
    asked.push({
      path: String(incoming.url),
      bytes: (answer.socket?.bytesWritten ?? 0) - before,
      body: body.length,
      isScript: String(reply.headers["content-type"]).includes("javascript"),
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const browser = await launch();
  try {
    return await look({
      window: () => windowFor(browser, `http://localhost:${port}`, phone),
      take: () => asked.splice(0),
    });
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
