import type { Paper } from "#domain/evidence.ts";
import { collidedIn } from "./collided.ts";

type Papers = readonly Paper[];
/** Made by an earlier version of the page, a change does not say what it was made from. */
export type PapersChange = { of: "papers"; code: string; papers: Paper[]; was?: Papers | undefined };

type Work = {
  stored: Readonly<Record<string, Papers>>;
  outbox: {
    waiting: Readonly<Record<string, unknown>>;
    put: (name: string, change: PapersChange) => void;
    drop: (name: string) => void;
  };
  save: (changes: Record<string, { was?: Paper[] | undefined; now: Paper[] }>) => Promise<unknown>;
};

/** The papers behind a sheet's lines: what is on its way before what is stored, and lines where two were at it. */
export class PapersDraft {
  /** What stands on a line that somebody else changed meanwhile. */
  conflicts = $state.raw<Readonly<Record<string, Papers>>>({});
  #stored = $state.raw<Readonly<Record<string, Papers>>>({});
  readonly #work: Work;

  constructor(work: Work) {
    this.#work = work;
    this.#stored = work.stored;
  }

  on = (code: string): Papers => this.#waiting(code)?.papers ?? this.#stored[code] ?? [];

  set(code: string, papers: Paper[]) {
    const waiting = this.#waiting(code);
    const was = waiting ? waiting.was : (this.#stored[code] ?? []);
    this.#work.outbox.put(`papers ${code}`, { of: "papers", code, papers, was });
  }

  keep(code: string, whose: "mine" | "theirs") {
    const { [code]: theirs, ...rest } = this.conflicts;
    const waiting = this.#waiting(code);
    if (!theirs || !waiting) return;
    this.conflicts = rest;
    this.#stored = { ...this.#stored, [code]: theirs };
    if (whose === "theirs") this.#work.outbox.drop(`papers ${code}`);
    else this.#work.outbox.put(`papers ${code}`, { ...waiting, was: theirs });
  }

  /** Gives the names of those that wait for a choice; the others are stored. */
  async send(sent: readonly PapersChange[]): Promise<string[]> {
    if (sent.length === 0) return [];
    const changes = sent.map(({ code, papers, was }) => [
      code,
      { now: papers, ...(was && { was: [...was] }) },
    ]);
    try {
      await this.#work.save(Object.fromEntries(changes));
      for (const change of sent) this.#settle(change);
      return [];
    } catch (error) {
      const collided = collidedIn<Paper[], { value: Paper[] }>(error);
      if (!collided) throw error;
      for (const { line, value } of collided) this.conflicts = { ...this.conflicts, [line]: value };
      const left = await this.send(sent.filter(({ code }) => this.conflicts[code] === undefined));
      return [...left, ...collided.map(({ line }) => `papers ${line}`)];
    }
  }

  /** Stored from another window of this device. */
  heard(change: PapersChange) {
    this.#settle(change);
  }

  /** What was changed on while this was under way was made from what has now been stored. */
  #settle(change: PapersChange) {
    const { code, papers } = change;
    this.#stored = { ...this.#stored, [code]: papers };
    const newer = this.#waiting(code);
    if (newer && newer !== change) this.#work.outbox.put(`papers ${code}`, { ...newer, was: papers });
  }

  #waiting(code: string): PapersChange | undefined {
    return this.#work.outbox.waiting[`papers ${code}`] as PapersChange | undefined;
  }
}
