import type { Input } from "#domain/points.ts";
import { type Line, linesOf, type Table } from "#domain/scheme.ts";
import type { Fact } from "#domain/sheet.ts";
import { collidedIn } from "./collided.ts";
import { type Entered, enteredIn, type Fields, fieldsFrom } from "./entry.ts";

export type ClaimChange = { of: "claim"; code: string; fields: Fields; was: Input | null };
/** Two people on one line: what each of them says. */
type Conflict = { mine: Input | null; theirs: Fact | undefined };
/** What could not be settled, by name, and when the rest was stored. */
type Sent = { left: string[]; at: string };

type Work = {
  table: Table;
  me: string;
  stored: Readonly<Record<string, Fact>>;
  typed: (number: number) => string;
  outbox: {
    waiting: Readonly<Record<string, unknown>>;
    put: (name: string, change: ClaimChange) => void;
    drop: (name: string) => void;
  };
  save: (changes: Record<string, { was: Input | null; now: Input | null }>) => Promise<{ at: string }>;
};

/** What a unit claims on its lines: what is typed before what is stored, and lines where two were at it. */
export class ClaimsDraft {
  conflicts = $state.raw<Readonly<Record<string, Conflict>>>({});
  #stored = $state.raw<Readonly<Record<string, Fact>>>({});
  readonly #work: Work;
  readonly #entered = new WeakMap<ClaimChange, Entered>();

  constructor(work: Work) {
    this.#work = work;
    this.#stored = work.stored;
  }

  on = (code: string): Fact | undefined => this.#stored[code];
  isWaiting = (code: string): boolean => this.#waiting(code) !== undefined;

  fieldsOn(code: string): Fields {
    return this.#waiting(code)?.fields ?? fieldsFrom(this.#stored[code]?.value, this.#work.typed);
  }

  enteredOn(code: string): Entered {
    const waiting = this.#waiting(code);
    const line = this.#lineOf(code);
    if (waiting && line) return this.#read(line, waiting);
    return { input: this.#stored[code]?.value ?? null };
  }

  type(code: string, fields: Fields) {
    const was = this.#waiting(code)?.was ?? this.#stored[code]?.value ?? null;
    const typed = { ...this.fieldsOn(code), ...fields };
    this.#work.outbox.put(`claim ${code}`, { of: "claim", code, fields: typed, was });
  }

  /** Where two differ one is chosen; the chosen one is then what everybody sees. */
  keep(code: string, whose: "mine" | "theirs") {
    const { [code]: conflict, ...rest } = this.conflicts;
    const waiting = this.#waiting(code);
    if (!conflict || !waiting) return;
    this.conflicts = rest;
    this.#settle(code, conflict.theirs);
    if (whose === "theirs") this.#work.outbox.drop(`claim ${code}`);
    else this.#work.outbox.put(`claim ${code}`, { ...waiting, was: conflict.theirs?.value ?? null });
  }

  isReady = ({ code }: ClaimChange): boolean =>
    this.conflicts[code] === undefined && "input" in this.enteredOn(code);

  async send(sent: readonly ClaimChange[]): Promise<Sent> {
    if (sent.length === 0) return { left: [], at: new Date(Date.now()).toISOString() };
    const changes = Object.fromEntries(sent.map(({ code, was }) => [code, { was, now: this.#nowOn(code) }]));
    try {
      const { at } = await this.#work.save(changes);
      for (const claim of sent) this.#store(claim, changes[claim.code]?.now ?? null, at);
      return { left: [], at };
    } catch (error) {
      // Somebody was quicker on some of these lines: those wait for a choice, the others go again.
      const collided = collidedIn<Input | null, { value?: Input; by: string; at: string }>(error);
      if (!collided) throw error;
      for (const { line, yours, value, by, at } of collided) {
        const theirs = value === undefined ? undefined : { value, by, at };
        this.conflicts = { ...this.conflicts, [line]: { mine: yours, theirs } };
      }
      const rest = await this.send(sent.filter(({ code }) => this.conflicts[code] === undefined));
      return { ...rest, left: [...rest.left, ...collided.map(({ line }) => `claim ${line}`)] };
    }
  }

  /** Stored from another window of this device. */
  heard(change: ClaimChange, at: string) {
    const line = this.#lineOf(change.code);
    const entered = line && enteredIn(line, change.fields);
    if (entered && "input" in entered) this.#store(change, entered.input, at);
  }

  /** What waits does not change: a sheet of 150 lines reads one of them at a key, not all. */
  #read(line: Line, change: ClaimChange): Entered {
    const known = this.#entered.get(change) ?? enteredIn(line, change.fields);
    this.#entered.set(change, known);
    return known;
  }

  /** What was typed on while this was under way was made from what has now been stored. */
  #store(claim: ClaimChange, now: Input | null, at: string) {
    const { code } = claim;
    this.#settle(code, now === null ? undefined : { value: now, by: this.#work.me, at });
    const newer = this.#waiting(code);
    if (newer && newer !== claim) this.#work.outbox.put(`claim ${code}`, { ...newer, was: now });
  }

  #nowOn(code: string): Input | null {
    const entered = this.enteredOn(code);
    return "input" in entered ? entered.input : null;
  }

  #settle(code: string, fact: Fact | undefined) {
    const { [code]: _was, ...rest } = this.#stored;
    this.#stored = fact ? { ...rest, [code]: fact } : rest;
  }

  #lineOf = (code: string): Line | undefined => linesOf(this.#work.table).get(code);

  #waiting(code: string): ClaimChange | undefined {
    return this.#work.outbox.waiting[`claim ${code}`] as ClaimChange | undefined;
  }
}
