import { type Body, writesIn } from "./asked.ts";
import type { Errand } from "./errands.ts";

/** A ballot as the engine took it: when, and when the handler that sent it had last looked at the clock. */
export type Commit = {
  at: number;
  decided: number;
  poll: string;
  delegate: string;
  /** The sealed bytes in base64url, the choice in clear, or how it was given on paper. */
  kept: string;
  no: number;
  actor: string;
};

type Seen = {
  operation: string;
  body: Body;
  status: number;
  errand: Errand | undefined;
  at: number;
  sentAt: number;
  units: number;
};

export type Truth = ReturnType<typeof truthOf>;

/** What really happened, as seen from the engine's door. */
export function truthOf() {
  const commits: Commit[] = [];
  const units = new Map<string, number>();
  let requests = 0;
  let onWrite = async (_pk: string) => {};
  return {
    commits,
    units,
    requests: () => requests,
    /** Asked after every write that was carried out. */
    watch(look: (pk: string) => Promise<void>) {
      onWrite = look;
    },
    afterWrite: (pk: string) => onWrite(pk),
    note({ operation, body, status, errand, at, sentAt, units: used }: Seen) {
      requests += 1;
      const writes = writesIn(body, operation);
      const [first] = writes;
      if (first) units.set(first.pk, (units.get(first.pk) ?? 0) + used);
      if (status !== 200) return;
      for (const { pk, sk, item } of writes) {
        const [, kind, , poll = ""] = pk.split("#");
        if (kind !== "POLL" || !sk.startsWith("D#") || !item) continue;
        const { b, c, o, e, r } = item as Record<string, { S?: string; B?: string; N?: string }>;
        commits.push({
          at,
          decided: sentAt,
          poll,
          delegate: sk.slice(2),
          kept: keptOf({ b: b?.B, c: c?.S, o: o?.S, e: e?.N }),
          no: Number(r?.N),
          actor: errand?.actor ?? "nobody",
        });
      }
    },
  };
}

const ways: Record<string, string> = { p: "paper", l: "letter" };

type Fields = Record<"b" | "c" | "o" | "e", string | undefined>;

export function keptOf({ b, c, o, e }: Fields) {
  if (b !== undefined) return Buffer.from(b, "base64").toString("base64url");
  if (o === undefined) return `clear ${c ?? ""}`;
  const way = ways[o] ?? o;
  return c === undefined ? way : `${way} ${e === undefined ? c : "(blank)"}`;
}

/** Given by a teller, in whichever kind of poll. */
export const isPaper = (kept: string) => /^(paper|letter)\b/.test(kept);
