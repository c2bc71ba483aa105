import type { Delegate } from "#domain/conference.ts";
import { cellsIn } from "../../cells.ts";

export const mostRows = 2_000;
export type RowFault = "no-name" | "unknown-unit" | "twice" | "too-long";
export type Row = { line: number; name: string; unit: string; position: string; fault: RowFault | undefined };

/** Without marks and capitals, so that a name is found however it was typed. */
export const folded = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d").replace(/\s+/g, " ").trim();

const isHeading = ([first = ""]: string[]) => /^(ho (va )?ten|name|ten|stt)/.test(folded(first));

/** Who is on the roll, while it is being written: one of each member, or many from a table. */
export class RollDraft {
  delegates = $state.raw<readonly Delegate[]>([]);
  text = $state("");
  readonly #names: ReadonlyMap<string, string>;
  #saved = $state("");

  /** `names`: the member units and what they may be called. */
  constructor(delegates: readonly Delegate[], names: ReadonlyMap<string, string>) {
    this.#names = names;
    this.delegates = delegates.map(({ delegate, name, unit, position }) => ({
      delegate,
      name,
      ...(unit && { unit }),
      ...(position && { position }),
    }));
    this.settle();
  }

  readonly isChanged = $derived.by(() => JSON.stringify(this.delegates) !== this.#saved || this.text !== "");
  readonly nameless = $derived.by(() => this.delegates.filter(({ name }) => name.trim() === ""));
  /** Units with more than one delegate: then a vote by units cannot be held. */
  readonly doubled = $derived.by(() => {
    const units = this.delegates.flatMap(({ unit }) => unit ?? []);
    return new Set(units.filter((unit, at) => units.indexOf(unit) !== at));
  });
  readonly rows: readonly Row[] = $derived.by(() => this.#judged(cellsIn(this.text)));
  readonly faulty = $derived.by(() => this.rows.filter(({ fault }) => fault !== undefined));

  get typed() {
    const { delegates, text } = this;
    return { delegates, text };
  }
  set typed(left: Record<string, unknown>) {
    Object.assign(this, left);
  }

  settle() {
    this.#saved = JSON.stringify(this.delegates);
  }

  /** One delegate for each unit that has none yet. */
  onePerUnit(nameOf: (unit: string) => string) {
    const present = new Set(this.delegates.map(({ unit }) => unit));
    const added = Array.from(this.#names.values())
      .filter((unit, at, all) => all.indexOf(unit) === at && !present.has(unit))
      .map((unit) => ({ delegate: this.#idFor(unit), name: nameOf(unit), unit }));
    this.delegates = [...this.delegates, ...added];
  }

  /** The rows without a fault join the roll; the others stay where they can be mended. */
  takeRows() {
    const good = this.rows.filter(({ fault }) => fault === undefined);
    const left = this.faulty;
    for (const { name, unit, position } of good) {
      const id = this.#names.get(folded(unit));
      this.add({ name, ...(id && { unit: id }), ...(position && { position }) });
    }
    this.text = left.map(({ name, unit, position }) => [name, unit, position].join("\t")).join("\n");
  }

  add(person: Omit<Delegate, "delegate">) {
    this.delegates = [...this.delegates, { delegate: this.#nextId(), ...person }];
  }

  change(delegate: string, change: Partial<Delegate>) {
    this.delegates = this.delegates.map((one) => (one.delegate === delegate ? { ...one, ...change } : one));
  }

  remove(delegate: string) {
    this.delegates = this.delegates.filter((one) => one.delegate !== delegate);
  }

  /** Numbers, never names: they end up in histories that nobody empties. */
  #nextId(): string {
    const numbers = this.delegates.map(({ delegate }) => Number(/^db-(\d+)$/.exec(delegate)?.[1] ?? 0));
    return `db-${Math.max(0, ...numbers) + 1}`;
  }

  #idFor(unit: string): string {
    return this.delegates.some(({ delegate }) => delegate === unit) ? this.#nextId() : unit;
  }

  #judged(cells: string[][]): Row[] {
    const known = new Set(this.delegates.map(({ name, unit }) => `${folded(name)} ${unit ?? ""}`));
    return cells.flatMap((row, at) => {
      if (at === 0 && isHeading(row)) return [];
      // A leading number is the table's own.
      const [name = "", unit = "", position = ""] = /^\d+$/.test(row[0] ?? "") ? row.slice(1) : row;
      const id = this.#names.get(folded(unit));
      const who = `${folded(name)} ${id ?? ""}`;
      const fault: RowFault | undefined =
        name === ""
          ? "no-name"
          : name.length > 200 || position.length > 200
            ? "too-long"
            : unit !== "" && id === undefined
              ? "unknown-unit"
              : known.has(who)
                ? "twice"
                : undefined;
      known.add(who);
      return [{ line: at + 1, name, unit, position, fault }];
    });
  }
}

/** Every way a member unit may be called in a table, folded. */
export function namesOf(
  units: readonly string[],
  ...called: ((unit: string) => string)[]
): Map<string, string> {
  return new Map(
    units.flatMap((unit) =>
      [unit, ...called.map((nameOf) => nameOf(unit))].map((name) => [folded(name), unit] as const),
    ),
  );
}
