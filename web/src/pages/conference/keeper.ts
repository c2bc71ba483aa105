import { fromText, sliceOf, toText } from "#lib/envelope.ts";
import { type Device, device as theDevice } from "../../device.ts";
import { randomLetters } from "./letters.ts";
import type { Slice } from "./share-text.ts";

/** The share this device keeps for one conference: read for each use, and never longer in memory than that. */
export class Keeper {
  readonly #key: string;
  readonly #conference: string;
  readonly #device: Pick<Device, "read" | "write" | "remove">;

  constructor(
    council: string,
    conference: string,
    device: Pick<Device, "read" | "write" | "remove"> = theDevice,
  ) {
    this.#key = `${council} ${conference}`;
    this.#conference = conference;
    this.#device = device;
  }

  async keep(no: number, share: Uint8Array) {
    await this.#device.write("shares", this.#key, `${no}.${toText(share)}`);
  }

  /** Which of the three it is, or undefined. */
  async no(): Promise<number | undefined> {
    const kept = await this.#device.read("shares", this.#key);
    return kept === undefined ? undefined : Number(kept.split(".")[0]);
  }

  async share(): Promise<Uint8Array | undefined> {
    const kept = await this.#device.read("shares", this.#key);
    return kept === undefined ? undefined : fromText(kept.slice(kept.indexOf(".") + 1));
  }

  /** What opens one poll, and nothing of the others. */
  async slice(slot: number): Promise<Slice | undefined> {
    const [no, share] = [await this.no(), await this.share()];
    if (no === undefined || !share) return undefined;
    const bytes = sliceOf(share, slot);
    share.fill(0);
    return { conference: this.#conference, slot, no, bytes };
  }

  async wipe() {
    await this.#device.remove("shares", this.#key);
  }
}

const place = "counting-device";

/** What this device is called when it says what it read; the same as long as its storage lasts. */
export function deviceName(storage: Pick<Storage, "getItem" | "setItem"> = localStorage): string {
  const kept = storage.getItem(place);
  if (kept) return kept;
  const name = `may-${randomLetters(8)}`;
  storage.setItem(place, name);
  return name;
}
