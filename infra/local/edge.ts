import type { Reply } from "./server.ts";

type Kept = { until: number; reply: Promise<Reply> };

/** Answers that many ask for: one of them goes to the origin, the others wait for it or take what it brought. */
export function keepingEdge() {
  const kept = new Map<string, Kept>();
  return (path: string, longest: number, ask: () => Promise<Reply>): Promise<Reply> => {
    const known = kept.get(path);
    if (known && performance.now() < known.until) return known.reply;
    if (kept.size > 10_000) kept.clear();
    const entry: Kept = { until: Number.POSITIVE_INFINITY, reply: ask() };
    kept.set(path, entry);
    entry.reply.then(
      ({ status, headers }) => {
        const [, seconds = "0"] = /s-maxage=(\d+)/.exec(headers["cache-control"] ?? "") ?? [];
        const lasts = status === 200 ? Math.min(Number(seconds), longest) : 0;
        entry.until = performance.now() + lasts * 1000;
      },
      () => kept.delete(path),
    );
    return entry.reply;
  };
}
