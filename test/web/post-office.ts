import { api } from "#api";
import { attach, type Evidence } from "#domain/evidence.ts";
import type { Scheme } from "#domain/scheme.ts";
import { type Author, blankSheet, claim, find, type Sheet } from "#domain/sheet.ts";
import { client } from "#lib/client.ts";
import { Refusal } from "#lib/refusal.ts";
import { amended } from "../../web/src/device.ts";

export const at = { year: 2026, cluster: "cum-4", unit: "ha-giang" };

/** A table small enough to follow: a line of each kind that matters to whoever fills it in. */
export const table: Scheme["table"] = {
  groups: [
    {
      code: "1",
      criteria: [
        { code: "1.1", way: { way: "judged", max: 40 } },
        {
          code: "1.2",
          way: {
            way: "steps",
            of: "rate",
            steps: [
              { from: 80, points: 30 },
              { from: 70, points: 25 },
              { from: 0, points: 15 },
            ],
          },
        },
        { code: "1.3", way: { way: "ratio", max: 30 } },
        { code: "1.4", way: { way: "share-of-best", max: 20 } },
        { code: "1.5", way: { way: "yes-no", points: 15 } },
      ],
    },
  ],
  bonus: [{ code: "T1", way: { way: "per-time", points: 4, limit: 20 } }],
  deductions: [{ code: "P1", points: 8, by: "clerk" }],
};

/** The other end of the wire, by the very rules of the server: one sheet, and a network that may be gone. */
export class PostOffice {
  sheet: Sheet = blankSheet(at);
  papers: Evidence["lines"] = {};
  isReachable = true;
  isSignedIn = true;
  readonly received: unknown[] = [];
  /** Answers wait here until they are let go, where a test wants to type on meanwhile. */
  held: Promise<void> | undefined;

  readonly call = client(api, async (path, init) => {
    if (!this.isReachable) throw new Refusal(0, "network/lost");
    if (!this.isSignedIn) throw new Refusal(401, "caller/unknown");
    const body = JSON.parse(String(init.body));
    this.received.push(body);
    await this.held;
    return this.#answer(path, body);
  }).scoring;

  /** Somebody else writes on the same sheet. */
  write(by: string, code: string, now: never) {
    this.sheet = claim(this.sheet, { [code]: { now } }, this.#how(by));
  }

  #answer(path: string, body: { changes: never; findings: never }) {
    try {
      if (path.endsWith("/claims")) this.sheet = claim(this.sheet, body.changes, this.#how("mai"));
      if (path.endsWith("/evidence")) this.papers = attach(this.papers, body.changes, table);
      if (path.endsWith("/findings"))
        this.sheet = find(this.sheet, "cluster", body.findings, this.#how("lan"));
      return Response.json({ seen: 1, at: new Date(Date.now()).toISOString() });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return Response.json({ code: error.code, about: error.about }, { status: error.status });
    }
  }

  #how(by: string) {
    const author: Author = { by, at: new Date(Date.now()).toISOString() };
    return { table, notAssigned: new Set<string>(), author };
  }
}

/** A device of its own, as it is left when the page is closed. */
export function newDevice() {
  const kept = new Map<string, unknown>();
  return {
    kept,
    read: async (_room: string, key: string) => kept.get(key) as never,
    write: async (_room: string, key: string, value: unknown) => void kept.set(key, structuredClone(value)),
    amend: async (key: string, put: Record<string, unknown>, drop: readonly string[]) => {
      const next = amended(kept.get(key) as Record<string, unknown>, structuredClone(put), drop);
      if (next) kept.set(key, next);
      else kept.delete(key);
    },
    remove: async (_room: string, key: string) => void kept.delete(key),
  };
}
