import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Reply } from "./server.ts";

type Kept = { until: number; reply: Promise<Reply> };
type Wanted = { path: string; longest: number; takesGzip: boolean };

/** Less than this the edge does not compress. */
const worthPacking = 1_000;

/**
 * Answers that many ask for: one of them goes to the origin, the others wait for it or take what it brought, packed
 * once for all who take it packed.
 */
export function keepingEdge() {
  const kept = new Map<string, Kept>();
  return ({ path, longest, takesGzip }: Wanted, ask: () => Promise<Reply>): Promise<Reply> => {
    const name = `${takesGzip} ${path}`;
    const known = kept.get(name);
    if (known && performance.now() < known.until) return known.reply;
    if (kept.size > 10_000) kept.clear();
    const entry: Kept = { until: Number.POSITIVE_INFINITY, reply: takesGzip ? ask().then(packed) : ask() };
    kept.set(name, entry);
    entry.reply.then(
      ({ status, headers }) => {
        const [, seconds = "0"] = /s-maxage=(\d+)/.exec(headers["cache-control"] ?? "") ?? [];
        const lasts = status === 200 ? Math.min(Number(seconds), longest) : 0;
        entry.until = performance.now() + lasts * 1000;
      },
      () => kept.delete(name),
    );
    return entry.reply;
  };
}

async function packed(reply: Reply): Promise<Reply> {
  if (reply.body.length < worthPacking) return reply;
  const headers = { ...reply.headers, "content-encoding": "gzip", vary: "accept-encoding" };
  return { ...reply, headers, body: await promisify(gzip)(reply.body) };
}
