import { api } from "#api";
import { client } from "#lib/client.ts";
import type { Given } from "#lib/route.ts";

export type Day = Given<typeof api.ballots.readDay>;
export type Now = Given<typeof api.ballots.readNow>;
export type Question = NonNullable<Day["question"]>;
export type Outcome = Day["outcomes"][number];
export type Place = { council: string; conference: string };

const patience = 5_000;

/** What anybody with the link may ask. An answer that does not come is a lost network, told as such. */
export const hall = client(api, async (path, init) => {
  const asking = new AbortController();
  const timer = setTimeout(() => asking.abort(), patience);
  try {
    return await fetch(path, { ...init, signal: asking.signal });
  } finally {
    clearTimeout(timer);
  }
});

/** Whose conference it is, from `#{council}.{conference}`: it never stands in a path or in a log. */
export function placeIn(hash: string): Place | undefined {
  const [, council, conference] = /^#([a-z0-9-]+)\.([a-z0-9-]+)$/.exec(hash) ?? [];
  return council && conference ? { council, conference } : undefined;
}
