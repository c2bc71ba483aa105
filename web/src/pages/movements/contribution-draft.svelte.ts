import type { api } from "#api";
import type { Client } from "#lib/client.ts";
import type { Device } from "../../device.ts";
import { numberFrom, type Read } from "../../number.ts";

type Calls = Pick<Client<typeof api>["movements"], "contribute">;
type Brought = Parameters<Calls["contribute"]>[0]["body"];
const fields = ["unit", "metric", "measure", "value", "lastYear", "date", "source"] as const;

type Work = {
  at: { year: number; cluster: string; movement: string };
  owner: string;
  device: Pick<Device, "read" | "write" | "remove">;
  call: Calls;
  /** A name nobody else gives. */
  makeId: () => string;
};

/** A figure on its way into a movement. It is kept on this device, under one id, until the server has it: sent twice, it counts once. */
export class ContributionDraft {
  unit = $state("");
  metric = $state("");
  measure = $state("");
  value = $state("");
  lastYear = $state("");
  date = $state("");
  source = $state("");
  atLeast = $state(false);
  readonly #work: Work;
  #id: string;

  constructor(work: Work) {
    this.#work = work;
    this.#id = work.makeId();
  }

  readonly number = $derived.by(() => readIn(this.value));
  readonly before = $derived.by(() => (this.lastYear.trim() === "" ? undefined : readIn(this.lastYear)));
  readonly isComplete = $derived.by(
    () =>
      this.unit !== "" &&
      this.metric.trim() !== "" &&
      this.measure.trim() !== "" &&
      "number" in this.number &&
      (this.before === undefined || "number" in this.before),
  );

  get body(): Brought | undefined {
    const { number, before } = this;
    if (!this.isComplete || !("number" in number)) return undefined;
    return {
      unit: this.unit,
      metric: this.metric.trim(),
      measure: this.measure.trim(),
      value: number.number,
      ...(before && "number" in before && { lastYear: before.number }),
      ...(this.atLeast && { atLeast: true }),
      ...(this.date && { date: this.date }),
      ...(this.source.trim() && { source: this.source.trim() }),
    };
  }

  /** What an earlier visit left. */
  async restore() {
    const kept = (await this.#work.device.read("drafts", this.#key)) as Record<string, unknown> | undefined;
    if (!kept) return;
    for (const field of fields) if (typeof kept[field] === "string") this[field] = kept[field];
    this.atLeast = kept["atLeast"] === true;
    if (typeof kept["id"] === "string") this.#id = kept["id"];
  }

  keep() {
    const kept = Object.fromEntries(fields.map((field) => [field, this[field]]));
    return this.#work.device.write("drafts", this.#key, { ...kept, atLeast: this.atLeast, id: this.#id });
  }

  /** Gives the id it went under; the next figure is begun with the same unit and measure. */
  async send(): Promise<string> {
    const { body } = this;
    const id = this.#id;
    if (!body) throw new Error("An incomplete figure is not sent.");
    await this.#work.call.contribute({ ...this.#work.at, contribution: id, body });
    this.value = this.lastYear = this.date = this.source = "";
    this.atLeast = false;
    this.#id = this.#work.makeId();
    await this.#work.device.remove("drafts", this.#key);
    return id;
  }

  get #key(): string {
    const { owner, at } = this.#work;
    return [owner, at.year, at.cluster, at.movement, "contribution"].join(" ");
  }
}

/** No figure is below nothing. */
function readIn(text: string): Read {
  const read = numberFrom(text);
  return "number" in read && read.number < 0 ? { fault: "no-number" } : read;
}
