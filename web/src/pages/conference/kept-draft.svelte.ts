import { type Device, device as theDevice } from "../../device.ts";

/** Something being written: what of it is to be kept, and whether it differs from what is stored. */
type Draft = { readonly isChanged: boolean; typed: Record<string, unknown> };

/** A draft that stays on this device until it is saved: a closed page, or another room, loses nothing. */
export class KeptDraft<D extends Draft> {
  draft = $state.raw<D>();
  readonly #key: string;
  readonly #device: Pick<Device, "read" | "write" | "remove">;

  constructor(key: string, device: Pick<Device, "read" | "write" | "remove"> = theDevice) {
    this.#key = key;
    this.#device = device;
  }

  /** Begins with what is stored, and what an earlier visit left; once. */
  async begin(make: () => D) {
    if (this.draft) return;
    const draft = make();
    const left = await this.#device.read("drafts", this.#key);
    if (left) draft.typed = left;
    this.draft ??= draft;
  }

  /** Called whenever something changes. */
  keep() {
    if (!this.draft) return;
    if (this.draft.isChanged) void this.#device.write("drafts", this.#key, $state.snapshot(this.draft.typed));
    else void this.#device.remove("drafts", this.#key);
  }
}
