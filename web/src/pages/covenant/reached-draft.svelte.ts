import type { api } from "#api";
import { exact, rounded } from "#domain/exact.ts";
import type { Client } from "#lib/client.ts";
import { numberFrom } from "../../number.ts";
import { type DraftDevice, Outbox } from "../../outbox.svelte.ts";
import type { Fault } from "../sheet/entry.ts";

type Value = number | null;
type Work = {
  at: { year: number; cluster: string; unit: string };
  owner: string;
  /** The covenant whose targets these are: figures typed for another are not taken up. */
  digest: string;
  count: number;
  values: readonly Value[];
  device: DraftDevice;
  call: Pick<Client<typeof api>["rotation"], "saveReached">;
  typed: (number: number) => string;
};

const decimals = 4;

/** What one unit reached of each target, while somebody of it types. */
export class ReachedDraft {
  readonly outbox: Outbox<string>;
  readonly #work: Work;
  #stored = $state.raw<readonly Value[]>([]);

  constructor(work: Work) {
    const { at, owner, digest, device, values } = work;
    this.#work = work;
    this.#stored = values;
    this.outbox = new Outbox<string>({
      device,
      key: [owner, at.year, at.cluster, at.unit, "reached", digest].join(" "),
      isReady: (text) => "value" in entered(text),
      send: (changes) => this.#send(changes),
    });
  }

  textOn(target: number): string {
    const stored = this.#stored[target] ?? undefined;
    return this.outbox.waiting[target] ?? (stored === undefined ? "" : this.#work.typed(stored));
  }

  faultOn(target: number): Fault | undefined {
    const read = entered(this.textOn(target));
    return "fault" in read ? read.fault : undefined;
  }

  type(target: number, text: string) {
    this.outbox.put(String(target), text);
  }

  async #send(changes: Readonly<Record<string, string>>) {
    const { at, count, call } = this.#work;
    const values = Array.from({ length: count }, (_, target) => {
      const read = entered(changes[target] ?? "");
      return changes[target] !== undefined && "value" in read ? read.value : (this.#stored[target] ?? null);
    });
    await call.saveReached({ ...at, body: { values } });
    this.#stored = values;
    return { left: [], at: new Date(Date.now()).toISOString() };
  }
}

function entered(text: string): { value: Value } | { fault: Fault } {
  if (text.trim() === "") return { value: null };
  const read = numberFrom(text);
  const field = "value";
  if ("fault" in read)
    return {
      fault:
        read.fault === "two-ways"
          ? { why: read.fault, field, readings: read.readings }
          : { why: read.fault, field },
    };
  const isFine = rounded(exact(read.number), decimals) / 10 ** decimals === read.number;
  return isFine ? { value: read.number } : { fault: { why: "too-fine", field, decimals } };
}
