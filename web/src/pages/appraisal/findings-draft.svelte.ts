import type { api } from "#api";
import { type Input, isRelative, pointsOn } from "#domain/points.ts";
import { provisionalOf } from "#domain/ranking.ts";
import { type Line, linesOf, type Table } from "#domain/scheme.ts";
import { type Entry, type Finder, findingOf, isSame, mayClaim, mayFind, type Sheet } from "#domain/sheet.ts";
import type { Client } from "#lib/client.ts";
import { type DraftDevice, Outbox } from "../../outbox.svelte.ts";
import { type Entered, enteredIn, type Fields, fieldsFrom } from "../sheet/entry.ts";

type Calls = Pick<Client<typeof api>["scoring"], "saveFindings">;
type Change = { code: string; fields: Fields; reason: string };

type Work = {
  at: { year: number; cluster: string; unit: string };
  me: string;
  finder: Finder;
  agency: string | undefined;
  table: Table;
  notAssigned: ReadonlySet<string>;
  sheet: Sheet;
  device: DraftDevice;
  call: Calls;
  owner: string;
  typed: (number: number) => string;
};

/** What an appraiser finds on another unit's sheet: beside each claim a finding, and a reason wherever they differ. */
export class FindingsDraft {
  readonly lines: readonly Line[];
  readonly outbox: Outbox<Change>;
  readonly table: Table;
  open = $state<string>();
  readonly #work: Work;
  #entries = $state.raw<Readonly<Record<string, Entry>>>({});

  constructor(work: Work) {
    this.#work = work;
    this.table = work.table;
    this.#entries = work.sheet.lines;
    this.lines = Array.from(linesOf(work.table).values()).filter(({ code }) => !work.notAssigned.has(code));
    const { year, cluster, unit } = work.at;
    this.outbox = new Outbox<Change>({
      device: work.device,
      key: [work.owner, year, cluster, unit, "findings"].join(" "),
      isReady: ({ code }) => this.isComplete(code),
      send: (changes) => this.#send(Object.values(changes)),
    });
  }

  entryOn = (code: string): Entry | undefined => this.#entries[code];
  claimOn = (code: string): Input | undefined => this.#entries[code]?.claim?.value;
  /** The finding that counts, of whoever spoke last, as it is stored. */
  findingOn = (code: string) => findingOf(this.#entries[code]);
  isWaiting = (code: string): boolean => this.outbox.waiting[code] !== undefined;

  /** Own finding as it stands in the fields; before there is one, the claim, to be left or changed. */
  fieldsOn(code: string): Fields {
    const own = this.#entries[code]?.[this.#work.finder]?.value ?? this.claimOn(code);
    return this.outbox.waiting[code]?.fields ?? fieldsFrom(own, this.#work.typed);
  }

  reasonOn(code: string): string {
    return this.outbox.waiting[code]?.reason ?? this.#entries[code]?.[this.#work.finder]?.reason ?? "";
  }

  enteredOn(code: string): Entered {
    const line = linesOf(this.table).get(code);
    const waiting = this.outbox.waiting[code];
    if (waiting && line) return enteredIn(line, waiting.fields);
    return { input: this.#entries[code]?.[this.#work.finder]?.value ?? null };
  }

  /** Whether this line has been looked at by this finder. */
  isFound(code: string): boolean {
    const entered = this.enteredOn(code);
    return "input" in entered && entered.input !== null;
  }

  differs(code: string): boolean {
    const entered = this.enteredOn(code);
    const claim = this.claimOn(code);
    return (
      "input" in entered && entered.input !== null && claim !== undefined && !isSame(entered.input, claim)
    );
  }

  /** What was found and counts: own as it stands in the fields, unless somebody later in the line spoke. */
  foundOn(code: string): Input | undefined {
    const { finder } = this.#work;
    const entered = this.enteredOn(code);
    const { [finder]: _stored, ...others } = this.#entries[code] ?? {};
    const own =
      "input" in entered && entered.input !== null ? { value: entered.input, by: "", at: "" } : undefined;
    return findingOf(own ? { ...others, [finder]: own } : others)?.value;
  }

  /** Found otherwise than claimed, by whomever. */
  isApart(code: string): boolean {
    const [found, claim] = [this.foundOn(code), this.claimOn(code)];
    return found !== undefined && claim !== undefined && !isSame(found, claim);
  }

  isComplete(code: string): boolean {
    return "input" in this.enteredOn(code) && (!this.differs(code) || this.reasonOn(code).trim() !== "");
  }

  mayFind(line: Line): boolean {
    return mayFind(line, this.#work.finder, this.#work.agency);
  }

  readonly found = $derived.by(
    () => this.lines.filter((line) => this.mayFind(line) && this.isFound(line.code)).length,
  );
  readonly toFind = $derived.by(() => this.lines.filter((line) => this.mayFind(line)).length);
  readonly differing = $derived.by(() => this.lines.filter(({ code }) => this.differs(code)).length);
  readonly unreasoned = $derived.by(() =>
    this.lines.filter(({ code }) => !this.isComplete(code)).map(({ code }) => code),
  );

  readonly claimed = $derived.by(() => this.sumOf(this.lines, "claimed"));
  readonly total = $derived.by(() => this.sumOf(this.lines, "counted"));

  /** The finding, else what others found or the unit claimed. */
  countedOn(code: string): Input | undefined {
    return this.foundOn(code) ?? this.claimOn(code);
  }

  /** In hundredths; nothing for a blank line and for one that waits for the others' figures. */
  pointsOf(line: Line, input: Input | undefined): number | undefined {
    return input === undefined || isRelative(line) ? undefined : pointsOn(line, input);
  }

  enter(code: string, fields: Fields) {
    this.#put(code, { fields: { ...this.fieldsOn(code), ...fields } });
  }

  give(code: string, reason: string) {
    this.#put(code, { reason });
  }

  /** The finding is what the unit says. */
  agree(code: string) {
    this.#put(code, { fields: fieldsFrom(this.claimOn(code), this.#work.typed), reason: "" });
  }

  after(code: string | undefined): string | undefined {
    const codes = this.lines.filter((line) => this.mayFind(line)).map((line) => line.code);
    return codes[code === undefined ? 0 : codes.indexOf(code) + 1];
  }

  #put(code: string, change: Partial<Change>) {
    this.outbox.put(code, { code, fields: this.fieldsOn(code), reason: this.reasonOn(code), ...change });
  }

  /** What some lines come to as claimed or as they count, in hundredths. */
  sumOf(lines: readonly Line[], of: "claimed" | "counted"): number {
    const inputs = Object.fromEntries(
      lines.flatMap((line) => {
        const input =
          of === "claimed"
            ? mayClaim(line)
              ? this.claimOn(line.code)
              : undefined
            : this.countedOn(line.code);
        return input === undefined ? [] : [[line.code, input]];
      }),
    );
    const { at, notAssigned } = this.#work;
    return provisionalOf(
      { unit: at.unit, claims: inputs, counts: inputs, notAssigned },
      this.table,
      "counts",
    );
  }

  async #send(changes: readonly Change[]): Promise<{ left: string[]; at: string }> {
    const findings = Object.fromEntries(
      changes.map(({ code, reason }) => {
        const entered = this.enteredOn(code);
        const value = "input" in entered ? entered.input : null;
        return [code, { value, ...(reason.trim() && { reason: reason.trim() }) }];
      }),
    );
    const { at } = await this.#work.call.saveFindings({ ...this.#work.at, body: { findings } });
    const { me, finder } = this.#work;
    for (const [code, { value, reason }] of Object.entries(findings)) {
      const { [finder]: _was, ...entry } = this.#entries[code] ?? {};
      const fact = value === null ? {} : { [finder]: { value, by: me, at, ...(reason && { reason }) } };
      this.#entries = { ...this.#entries, [code]: { ...entry, ...fact } };
    }
    return { left: [], at };
  }
}
