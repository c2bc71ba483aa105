import type { api } from "#api";
import { type Flaw, type Scheme, type Seen, seenOf, type Table } from "#domain/scheme.ts";
import { type Change, changesBetween } from "#domain/scheme-changes.ts";
import type { Client } from "#lib/client.ts";
import { Refusal } from "#lib/refusal.ts";
import { type DraftDevice, Outbox } from "../../outbox.svelte.ts";
import { bandsFrom, type Document, isSendable, tableFrom, totalWritten } from "./document.ts";
import { keptAt } from "./kept.ts";
import { Past } from "./past.ts";
import { type Note, Said } from "./said.svelte.ts";
import { type Typed, typedFrom } from "./typed.ts";

type Calls = Pick<Client<typeof api>["scoring"], "saveScheme" | "readScheme" | "publishScheme">;
export type Written = Document & { readonly title: string; readonly source: string };
export type Waiting = { written: Written; seen: Seen };

type Work = {
  at: { year: number; scheme: string };
  last: Scheme | undefined;
  device: DraftDevice;
  call: Calls;
  owner: string;
};

/** How long typing must pause before it is put on the device. */
const pause = 400;

/** A scoring table while somebody writes it: its lines, what is doubtful about them, what is stored. */
export class SchemeDraft {
  written = $state.raw<Written>({ title: "", source: "", total: "", rows: [], bands: [] });
  /** The line whose way of scoring is open. */
  open = $state<number>();
  /** What is stored, as it was last heard. */
  last = $state.raw<Scheme>();
  conflict = $state.raw<{ theirs: Scheme; changes: Change[] }>();
  readonly outbox: Outbox<Waiting>;
  readonly past = new Past<Written>();
  canUndo = $state(false);
  canRedo = $state(false);
  readonly #work: Work;
  readonly #said = new Said(() => this.written);
  #seen: Seen;
  #sent: Written | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(work: Work) {
    const { at, last, device, owner } = work;
    this.#work = work;
    this.last = last;
    this.#seen = seenOf(last);
    if (last) this.written = writtenFrom(last);
    this.outbox = new Outbox<Waiting>({
      device,
      key: keptAt(owner, at),
      isReady: ({ written }) =>
        this.conflict === undefined && written.title.trim() !== "" && isSendable(written),
      send: ({ table }) => this.#send(table),
    });
  }

  get table(): Table {
    return this.#said.table;
  }
  get flaws(): readonly Flaw[] {
    return this.#said.flaws;
  }
  get sum(): number {
    return this.#said.sum;
  }
  get flawed(): readonly number[] {
    return this.#said.flawed;
  }
  notesOn(row: Typed): readonly Note[] {
    return this.#said.notesOn(row);
  }
  sumOf(row: Typed): number {
    return this.#said.sumOf(row);
  }
  readonly isWhole: boolean = $derived.by(
    () => this.flaws.length === 0 && this.written.title.trim() !== "" && isSendable(this.written),
  );

  /** Takes up what an earlier visit left on this device. */
  async restore() {
    const { table } = await this.outbox.left();
    if (table) {
      this.written = table.written;
      this.#seen = table.seen;
    }
    await this.outbox.restore();
  }

  /** Writes something; `what` tells one field's typing from another's, so that a word is undone as one. */
  write(changes: Partial<Written>, what?: string) {
    const next = { ...this.written, ...changes };
    if (changes.rows === this.written.rows && Object.keys(changes).length === 1) return;
    this.past.leave(this.written, what);
    this.#show(next);
  }

  undo() {
    const before = this.past.back(this.written);
    if (before) this.#show(before);
  }
  redo() {
    const after = this.past.forth(this.written);
    if (after) this.#show(after);
  }

  /** Puts what was just typed on this device at once: the page may be about to close. */
  settle() {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.outbox.put("table", { written: this.written, seen: this.#seen });
  }

  /** Two wrote at once: one of the two is what everybody sees from now on, and the other can still be undone to. */
  keep(whose: "mine" | "theirs") {
    if (!this.conflict) return;
    const { theirs } = this.conflict;
    this.conflict = undefined;
    this.last = theirs;
    this.#seen = seenOf(theirs);
    if (whose === "mine") {
      this.past.leave(writtenFrom(theirs));
      this.outbox.put("table", { written: this.written, seen: this.#seen });
      void this.outbox.flush();
    } else {
      this.past.leave(this.written);
      this.written = writtenFrom(theirs);
      this.outbox.drop("table");
    }
    this.#lookBack();
  }

  /** Publishes what is stored, once all that was typed is; never what another clerk wrote unseen meanwhile. */
  async publish() {
    this.settle();
    await this.outbox.flush();
    if (this.outbox.count > 0) throw this.outbox.refusal ?? new Refusal(0, "network/lost");
    const { at, call } = this.#work;
    const there = await call.readScheme({ ...at, no: this.#seen.no });
    if (seenOf(there).times !== this.#seen.times) {
      this.#collide(there);
      throw new Refusal(409, "scheme/changed-meanwhile");
    }
    this.last = there.published ? there : await call.publishScheme(at);
    this.#seen = seenOf(this.last);
  }

  #collide(theirs: Scheme) {
    this.conflict = { theirs, changes: changesBetween(theirs.table, this.table) };
  }

  #show(next: Written) {
    this.written = next;
    this.#lookBack();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), pause);
  }

  #lookBack() {
    this.canUndo = this.past.canGoBack;
    this.canRedo = this.past.canGoForth;
  }

  async #send(waiting: Waiting | undefined): Promise<{ left: string[]; at: string }> {
    const now = new Date(Date.now()).toISOString();
    if (!waiting) return { left: [], at: now };
    const { written, seen } = waiting;
    const [title, source] = [written.title.trim(), written.source.trim()];
    const body = { title, table: tableFrom(written), seen, ...(source !== "" && { source }) };
    const former = this.#sent;
    this.#sent = written;
    try {
      const { scheme } = await this.#work.call.saveScheme({ ...this.#work.at, body });
      this.#stored(scheme, waiting);
      return { left: [], at: scheme.saved?.at ?? now };
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "scheme/changed-meanwhile") throw error;
      const theirs = await this.#work.call.readScheme({ ...this.#work.at, no: Number(error.about["no"]) });
      // Our own saving whose answer was lost is nobody else's: what was typed since goes over it.
      if (isSame(theirs, former) || isSame(theirs, written)) this.#follow(theirs);
      else this.#collide(theirs);
      return { left: ["table"], at: now };
    }
  }

  /** What was typed on while this was under way was made from what has now been stored. */
  #stored(scheme: Scheme, sent: Waiting) {
    this.last = scheme;
    this.#seen = seenOf(scheme);
    const newer = this.outbox.waiting["table"];
    if (newer && newer !== sent) this.outbox.put("table", { ...newer, seen: this.#seen });
  }

  #follow(theirs: Scheme) {
    this.last = theirs;
    this.#seen = seenOf(theirs);
    const waiting = this.outbox.waiting["table"];
    if (waiting) this.outbox.put("table", { ...waiting, seen: this.#seen });
  }
}

export const writtenFrom = ({
  title,
  source = "",
  table,
}: Pick<Scheme, "title" | "source" | "table">): Written => ({
  title,
  source,
  rows: typedFrom(table),
  total: totalWritten(table.total),
  bands: bandsFrom(table),
});

const isSame = (theirs: Scheme, sent: Written | undefined) =>
  sent !== undefined &&
  theirs.published === undefined &&
  theirs.title === sent.title.trim() &&
  (theirs.source ?? "") === sent.source.trim() &&
  changesBetween(theirs.table, tableFrom(sent)).length === 0;
