import type { api } from "#api";
import { type Input, isRelative, pointsOn } from "#domain/points.ts";
import { type Line, linesOf, shareOf, type Table } from "#domain/scheme.ts";
import { type Fact, findingOf, mayClaim, type Sheet } from "#domain/sheet.ts";
import type { Client } from "#lib/client.ts";
import type { Given } from "#lib/route.ts";
import { type DraftDevice, Outbox } from "../../outbox.svelte.ts";
import type { Tabs } from "../../tabs.ts";
import { collidedIn } from "./collided.ts";
import { type Entered, enteredIn, type Fields, fieldsFrom } from "./entry.ts";
import { type PapersChange, PapersDraft } from "./papers-draft.svelte.ts";
import { blanksIn, totalOf } from "./sums.ts";

export type SheetView = Given<typeof api.scoring.readSheet>;
type Calls = Pick<Client<typeof api>["scoring"], "saveClaims" | "saveEvidence" | "explain">;
type At = { year: number; cluster: string; unit: string };

export type Change =
  | { of: "claim"; code: string; fields: Fields; was: Input | null }
  | PapersChange
  | { of: "text"; code: string; text: string };

/** Two people on one line: what each of them says. */
export type Conflict = { mine: Input | null; theirs: Fact | undefined };

type Work = {
  at: At;
  me: string;
  table: Table;
  notAssigned: ReadonlySet<string>;
  view: SheetView;
  device: DraftDevice;
  tabs?: Tabs;
  call: Calls;
  owner: string;
  typed: (number: number) => string;
};

/** A unit's sheet while somebody works on it: what is typed, what that is worth, what is missing, what is stored. */
export class SheetDraft {
  readonly table: Table;
  readonly notAssigned: ReadonlySet<string>;
  readonly lines: readonly Line[];
  readonly sheet: Sheet;
  readonly outbox: Outbox<Change>;
  readonly papers: PapersDraft;
  readonly maximum: number;
  conflicts = $state.raw<Readonly<Record<string, Conflict>>>({});
  open = $state<string>();
  readonly #given: Work;
  readonly #entered = new WeakMap<Change, Entered>();
  #claims = $state.raw<Readonly<Record<string, Fact>>>({});

  constructor(given: Work) {
    const { at, table, notAssigned, view, device, owner } = given;
    this.#given = given;
    this.table = table;
    this.notAssigned = notAssigned;
    this.sheet = view.sheet;
    this.lines = Array.from(linesOf(table).values());
    this.maximum = this.lines
      .filter(({ code }) => !notAssigned.has(code))
      .reduce((sum, line) => sum + shareOf(line), 0);
    this.#claims = Object.fromEntries(
      Object.entries(view.sheet.lines).flatMap(([code, { claim }]) => (claim ? [[code, claim]] : [])),
    );
    this.outbox = new Outbox<Change>({
      device,
      key: [owner, at.year, at.cluster, at.unit, "sheet"].join(" "),
      isReady: (change) => this.#isReady(change),
      send: (changes) => this.#send(Object.values(changes)),
      heard: (changes, at) => this.#heard(Object.values(changes), at),
      ...(given.tabs && { tabs: given.tabs }),
    });
    this.papers = new PapersDraft({
      stored: view.evidence,
      outbox: this.outbox,
      save: (changes) => given.call.saveEvidence({ ...at, body: { changes } }),
    });
  }

  /** What stands on a line: what is on its way before what is stored. */
  readonly inputs = $derived.by(() => {
    const inputs: Record<string, Input> = {};
    for (const { code } of this.lines) {
      const entered = this.enteredOn(code);
      if ("input" in entered && entered.input !== null) inputs[code] = entered.input;
    }
    return inputs;
  });

  /** What counts: findings before claims. */
  readonly counts = $derived.by(() => {
    const counts = { ...this.inputs };
    for (const { code } of this.lines) {
      const finding = findingOf(this.sheet.lines[code]);
      if (finding) counts[code] = finding.value;
    }
    return counts;
  });

  /** Lines on which two differ, in the order of the sheet. */
  readonly collided = $derived.by(() =>
    this.lines.map(({ code }) => code).filter((code) => this.conflicts[code] ?? this.papers.conflicts[code]),
  );

  readonly total = $derived(totalOf(this.counts, this.#of));
  readonly blanks = $derived.by(() => blanksIn(this.inputs, this.sheet, this.#of));
  readonly filled = $derived.by(
    () => Object.keys(this.inputs).filter((code) => !this.notAssigned.has(code)).length,
  );

  fieldsOn(code: string): Fields {
    const waiting = this.#waiting("claim", code);
    return waiting?.fields ?? fieldsFrom(this.#claims[code]?.value, this.#given.typed);
  }

  enteredOn(code: string): Entered {
    const waiting = this.#waiting("claim", code);
    const line = linesOf(this.table).get(code);
    if (waiting && line) return this.#read(line, waiting);
    return { input: this.#claims[code]?.value ?? null };
  }

  /** What waits does not change: a sheet of 150 lines reads one of them at a key, not all. */
  #read(line: Line, change: Extract<Change, { of: "claim" }>): Entered {
    const known = this.#entered.get(change) ?? enteredIn(line, change.fields);
    this.#entered.set(change, known);
    return known;
  }

  /** In hundredths; undefined for a blank line and for one that waits for the others' figures. */
  pointsOn(line: Line): number | undefined {
    const input = this.counts[line.code];
    return input === undefined || isRelative(line) ? undefined : pointsOn(line, input);
  }

  claimOn = (code: string): Fact | undefined => this.#claims[code];
  isWaiting = (code: string): boolean => this.#waiting("claim", code) !== undefined;
  textOn = (code: string): string =>
    this.#waiting("text", code)?.text ?? this.sheet.lines[code]?.explanation?.text ?? "";

  mayFill(line: Line): boolean {
    return mayClaim(line) && !this.notAssigned.has(line.code);
  }

  type(code: string, fields: Fields) {
    const was = this.#waiting("claim", code)?.was ?? this.#claims[code]?.value ?? null;
    this.outbox.put(`claim ${code}`, {
      of: "claim",
      code,
      fields: { ...this.fieldsOn(code), ...fields },
      was,
    });
  }

  explain(code: string, text: string) {
    this.outbox.put(`text ${code}`, { of: "text", code, text });
  }

  /** Where two differ one is chosen; the chosen one is then what everybody sees. */
  keep(code: string, whose: "mine" | "theirs") {
    const { [code]: conflict, ...rest } = this.conflicts;
    const waiting = this.#waiting("claim", code);
    if (!conflict || !waiting) return;
    this.conflicts = rest;
    this.#settle(code, conflict.theirs);
    if (whose === "theirs") this.outbox.drop(`claim ${code}`);
    else this.outbox.put(`claim ${code}`, { ...waiting, was: conflict.theirs?.value ?? null });
  }

  /** The next line to work on: the one below, or the next blank one, beginning anew at the top. */
  after(code: string | undefined, which: "next" | "blank"): string | undefined {
    const codes = this.lines.filter((line) => this.mayFill(line)).map((line) => line.code);
    const from = code === undefined ? 0 : codes.indexOf(code) + 1;
    if (which === "next") return codes[from];
    return [...codes.slice(from), ...codes.slice(0, from)].find((each) => this.blanks.includes(each));
  }

  #waiting<K extends Change["of"]>(of: K, code: string): Extract<Change, { of: K }> | undefined {
    return this.outbox.waiting[`${of} ${code}`] as Extract<Change, { of: K }> | undefined;
  }

  get #of() {
    return { unit: this.#given.at.unit, table: this.table, notAssigned: this.notAssigned };
  }

  #isReady(change: Change): boolean {
    if (change.of === "text") return change.text.trim() !== "";
    if (change.of === "papers") return this.papers.conflicts[change.code] === undefined;
    return this.conflicts[change.code] === undefined && "input" in this.enteredOn(change.code);
  }

  async #send(changes: readonly Change[]): Promise<{ left: string[]; at: string }> {
    const of = <K extends Change["of"]>(kind: K) =>
      changes.filter((change) => change.of === kind) as Extract<Change, { of: K }>[];
    const [claims, papers, texts] = [of("claim"), of("papers"), of("text")];
    let at = new Date(Date.now()).toISOString();
    let left: string[] = [];
    if (claims.length > 0) ({ at, left } = await this.#sendClaims(claims));
    left = [...left, ...(await this.papers.send(papers))];
    if (texts.length > 0) {
      const body = { texts: Object.fromEntries(texts.map(({ code, text }) => [code, text])) };
      ({ at } = await this.#given.call.explain({ ...this.#given.at, body }));
      for (const { code, text } of texts)
        this.sheet.lines[code] = { ...this.sheet.lines[code], explanation: { text, by: this.#given.me, at } };
    }
    return { left, at };
  }

  async #sendClaims(
    claims: readonly Extract<Change, { of: "claim" }>[],
  ): Promise<{ left: string[]; at: string }> {
    const changes = Object.fromEntries(
      claims.map(({ code, was }) => [code, { was, now: this.#nowOn(code) }]),
    );
    try {
      const { at } = await this.#given.call.saveClaims({ ...this.#given.at, body: { changes } });
      for (const claim of claims) this.#stored(claim, changes[claim.code]?.now ?? null, at);
      return { left: [], at };
    } catch (error) {
      // Somebody was quicker on some of these lines: those wait for a choice, the others go again.
      const collided = collidedIn<Input | null, { value?: Input; by: string; at: string }>(error);
      if (!collided) throw error;
      for (const { line, yours, value, by, at } of collided)
        this.conflicts = {
          ...this.conflicts,
          [line]: { mine: yours, theirs: value === undefined ? undefined : { value, by, at } },
        };
      const others = claims.filter(({ code }) => this.conflicts[code] === undefined);
      const rest =
        others.length > 0
          ? await this.#sendClaims(others)
          : { left: [], at: new Date(Date.now()).toISOString() };
      return { ...rest, left: [...rest.left, ...collided.map(({ line }) => `claim ${line}`)] };
    }
  }

  /** The same sheet in another window: what that one stored stands here too. */
  #heard(changes: readonly Change[], at: string) {
    for (const change of changes) {
      const line = linesOf(this.table).get(change.code);
      if (change.of === "papers") this.papers.heard(change);
      if (change.of !== "claim" || !line) continue;
      const entered = enteredIn(line, change.fields);
      if ("input" in entered) this.#stored(change, entered.input, at);
    }
  }

  /** What was typed on while this was under way was made from what has now been stored. */
  #stored(claim: Extract<Change, { of: "claim" }>, now: Input | null, at: string) {
    const { code } = claim;
    this.#settle(code, now === null ? undefined : { value: now, by: this.#given.me, at });
    const newer = this.#waiting("claim", code);
    if (newer && newer !== claim) this.outbox.put(`claim ${code}`, { ...newer, was: now });
  }

  #nowOn(code: string): Input | null {
    const entered = this.enteredOn(code);
    return "input" in entered ? entered.input : null;
  }

  #settle(code: string, fact: Fact | undefined) {
    const { [code]: _was, ...rest } = this.#claims;
    this.#claims = fact ? { ...rest, [code]: fact } : rest;
  }
}
