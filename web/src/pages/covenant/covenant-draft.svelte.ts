import type { api } from "#api";
import { type Covenant, type Draft, merged, type Part } from "#domain/covenant.ts";
import type { Client } from "#lib/client.ts";
import { Refusal } from "#lib/refusal.ts";
import { type DraftDevice, Outbox } from "../../outbox.svelte.ts";
import { blank, draftOf, faultsOf, type Row, type Typed, typedOf } from "./typed.ts";

/** What is on its way: what was written on from, and what it is now. What clashes is held back until somebody chooses. */
type Change = { base: unknown; now: unknown; isHeld?: true };
type Work = {
  at: { year: number; cluster: string };
  owner: string;
  covenant: Covenant | undefined;
  device: DraftDevice;
  call: Pick<Client<typeof api>["rotation"], "readCovenant" | "saveCovenant">;
  typed: (number: number) => string;
};
const tries = 4;

/** The text of a covenant while it is written, perhaps by two at once. */
export class CovenantDraft {
  motto = $state("");
  text = $state("");
  rows = $state<Row[]>([]);
  stored = $state.raw<Covenant>();
  /** What both changed; it waits until somebody chooses. */
  clashes = $state.raw<readonly Part[]>([]);
  /** Whose changes were put together with these, last. */
  mergedWith = $state<string>();
  /** Somebody has signed, and the hand that writes has said that it knows. */
  isAnew = $state(false);
  readonly outbox: Outbox<Change>;
  readonly #work: Work;

  constructor(work: Work) {
    const { at, owner, device, covenant } = work;
    this.#work = work;
    this.stored = covenant;
    this.#show(["motto", "text", "targets"]);
    this.outbox = new Outbox<Change>({
      device,
      key: [owner, at.year, at.cluster, "covenant"].join(" "),
      isReady: ({ now, isHeld }) =>
        !isHeld && (!Array.isArray(now) || now.every((row) => faultsOf(row as Row).length === 0)),
      send: (changes) => this.#send(changes as Partial<Record<Part, Change>>),
    });
  }

  async restore() {
    await this.outbox.restore();
    const { motto, text, targets } = this.outbox.waiting;
    if (motto) this.motto = String(motto.now);
    if (text) this.text = String(text.now);
    if (targets) this.rows = structuredClone(targets.now as Row[]);
    // What clashed when the page was left is compared again.
    for (const [part, { base, now, isHeld }] of Object.entries(this.outbox.waiting))
      if (isHeld) this.outbox.put(part, { base, now });
  }

  /** Something of this part was typed. */
  touch(part: Part) {
    const base = this.outbox.waiting[part]?.base ?? this.#storedAsTyped[part];
    this.outbox.put(part, { base, now: this.#now(part) });
  }

  add(rows: readonly Row[] = [blank()]) {
    this.rows = [...this.rows, ...rows];
    this.touch("targets");
  }

  remove(at: number) {
    this.rows = this.rows.toSpliced(at, 1);
    this.touch("targets");
  }

  put(at: number, row: Row) {
    this.rows = this.rows.toSpliced(at, 0, row);
    this.touch("targets");
  }

  move(at: number, to: number) {
    const row = this.rows[at];
    if (!row || to < 0 || to >= this.rows.length) return;
    this.rows = this.rows.toSpliced(at, 1).toSpliced(to, 0, row);
    this.touch("targets");
  }

  /** Of two texts of one part: what stands here, or what was stored. */
  choose(part: Part, which: "mine" | "theirs") {
    this.clashes = this.clashes.filter((each) => each !== part);
    if (which === "theirs") {
      this.outbox.drop(part);
      this.#show([part]);
    } else this.outbox.put(part, { base: this.#storedAsTyped[part], now: this.#now(part) });
  }

  #now(part: Part): unknown {
    return part === "targets" ? $state.snapshot(this.rows) : this[part];
  }

  #show(parts: readonly Part[]) {
    const { motto, text, targets } = this.#storedAsTyped;
    if (parts.includes("motto")) this.motto = motto;
    if (parts.includes("text")) this.text = text;
    if (parts.includes("targets")) this.rows = structuredClone(targets);
  }

  get #storedAsTyped(): Typed {
    return typedOf(this.stored, this.#work.typed);
  }

  /** Written on from what is stored now, until nobody was quicker. */
  async #send(changes: Partial<Record<Part, Change>>): Promise<{ left: readonly Part[]; at: string }> {
    const { at, call } = this.#work;
    const names = Object.keys(changes) as Part[];
    const before = this.stored?.digest;
    for (let tried = 0; ; tried += 1) {
      const stored = draftOf(this.#storedAsTyped);
      const of = (which: keyof Change) => {
        const typed = names.map((name) => [name, changes[name]?.[which]]);
        return draftOf({ ...this.#storedAsTyped, ...Object.fromEntries(typed) });
      };
      const { draft, clashes } = merged(of("base"), of("now"), stored);
      const held = { ...draft, ...Object.fromEntries(clashes.map((part) => [part, stored[part]])) } as Draft;
      try {
        const body = {
          ...held,
          was: this.stored?.digest ?? null,
          ...(this.isAnew && { anew: true as const }),
        };
        const isNothing = clashes.length === names.length;
        const saved = isNothing ? this.stored : await call.saveCovenant({ ...at, body });
        if (this.stored?.digest !== before) this.mergedWith = this.stored?.by;
        this.stored = saved;
        this.#settle(changes, names, clashes);
        return { left: clashes, at: saved?.at ?? "" };
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "covenant/changed-meanwhile" || tried >= tries)
          throw error;
        this.stored = (await call.readCovenant(at)).covenant;
      }
    }
  }

  /** What was typed on meanwhile goes on from what has just been stored; the rest is shown as it is stored now. */
  #settle(changes: Partial<Record<Part, Change>>, names: readonly Part[], clashes: readonly Part[]) {
    this.clashes = [...this.clashes.filter((part) => !names.includes(part)), ...clashes];
    const stored = this.#storedAsTyped;
    for (const part of ["motto", "text", "targets"] as const) {
      const waiting = this.outbox.waiting[part];
      if (clashes.includes(part)) {
        if (waiting) this.outbox.put(part, { ...waiting, isHeld: true });
        continue;
      }
      const isTypedOn = waiting !== undefined && !(names.includes(part) && waiting === changes[part]);
      if (isTypedOn && names.includes(part))
        this.outbox.put(part, { base: changes[part]?.now, now: waiting.now });
      const isSame =
        JSON.stringify(draftOf({ ...stored, [part]: this.#now(part) })[part]) ===
        JSON.stringify(draftOf(stored)[part]);
      if (!isTypedOn && !isSame) this.#show([part]);
    }
  }
}
