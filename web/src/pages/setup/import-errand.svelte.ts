import type { Kind } from "#domain/heading.ts";
import { Asking } from "../../asking.svelte.ts";
import { call } from "../../call.ts";
import type { Device } from "../../device.ts";
import { csvOf, type Line } from "./import-draft.svelte.ts";

type Left = { id: string; kind: Kind; of: number; fresh: number };
type Under = Left & { done: number; began: number };
type CameIn = { id: string; kind: Kind; count: number; lines: readonly Line[] };

/** Bringing good lines in: staged, written unseen, seen all at once; gone on with after a broken network, and undone. */
export class ImportErrand {
  readonly doing = new Asking<unknown>();
  /** What is being written. */
  under = $state.raw<Under>();
  cameIn = $state.raw<CameIn>();
  isUndone = $state(false);
  /** Left over from when this page was last open here. */
  left = $state.raw<Left>();
  readonly #device: Device;
  readonly #place: string;
  #lines: readonly Line[] = [];

  constructor(device: Device, whose: string) {
    this.#device = device;
    this.#place = `import ${whose}`;
  }

  async findLeft() {
    const kept = await this.#device.read("drafts", this.#place);
    if (kept) this.left = kept as Left;
  }

  /** Tells whether the lines were taken; where not, what is there has changed and they have to be looked at again. */
  async bringIn(kind: Kind, lines: readonly Line[]): Promise<boolean> {
    const id = `nhap-${crypto.randomUUID().slice(0, 18)}`;
    this.cameIn = undefined;
    this.isUndone = false;
    let isTaken = true;
    await this.doing.ask(async () => {
      const { import: staged, kept } = await call.units.stageImport({
        import: id,
        body: { kind, csv: csvOf(kind, lines) },
      });
      isTaken = staged !== undefined;
      if (!isTaken) return;
      this.#lines = lines;
      await this.#begin({ id, kind, of: lines.length, fresh: lines.length - kept });
      await this.#write();
    });
    return isTaken;
  }

  /** After a broken network, or on the next day. */
  goOn() {
    return this.doing.ask(async () => {
      if (this.left) await this.#begin(this.left);
      await this.#write();
    });
  }

  giveUp() {
    const id = this.left?.id ?? this.under?.id;
    return this.doing.ask(async () => {
      if (id) await call.units.undoImport({ import: id });
      await this.#end();
    });
  }

  /** Gives the lines back. */
  async undo(): Promise<readonly Line[]> {
    const { cameIn } = this;
    if (!cameIn) return [];
    const isDone = await this.doing.ask(() => call.units.undoImport({ import: cameIn.id }));
    if (!isDone) return [];
    this.cameIn = undefined;
    this.isUndone = true;
    return cameIn.lines;
  }

  async #begin(left: Left) {
    await this.#device.write("drafts", this.#place, left);
    this.left = undefined;
    this.under = { ...left, done: 0, began: performance.now() };
  }

  async #write() {
    const { under } = this;
    if (!under) return;
    for (let state = "applying"; state !== "current"; ) {
      const told = await call.units.applyImport({ import: under.id });
      ({ state } = told);
      this.under = { ...under, done: told.done };
    }
    const lines = this.#lines;
    this.#lines = [];
    await this.#end();
    this.cameIn = { id: under.id, kind: under.kind, count: under.fresh, lines };
  }

  async #end() {
    await this.#device.remove("drafts", this.#place);
    this.left = undefined;
    this.under = undefined;
  }
}
