import type { api } from "#api";
import { type Input, isRelative, pointsOn } from "#domain/points.ts";
import { type Line, linesOf, shareOf, type Table } from "#domain/scheme.ts";
import { findingOf, mayClaim, type Sheet } from "#domain/sheet.ts";
import type { Client } from "#lib/client.ts";
import type { Given } from "#lib/route.ts";
import { type DraftDevice, Outbox } from "../../outbox.svelte.ts";
import type { Tabs } from "../../tabs.ts";
import { type ClaimChange, ClaimsDraft } from "./claims-draft.svelte.ts";
import { type PapersChange, PapersDraft } from "./papers-draft.svelte.ts";
import { blanksIn, totalOf } from "./sums.ts";

export type SheetView = Given<typeof api.scoring.readSheet>;
type Calls = Pick<Client<typeof api>["scoring"], "saveClaims" | "saveEvidence" | "explain">;
type At = { year: number; cluster: string; unit: string };

type TextChange = { of: "text"; code: string; text: string };
export type Change = ClaimChange | PapersChange | TextChange;

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
  readonly claims: ClaimsDraft;
  readonly papers: PapersDraft;
  readonly maximum: number;
  open = $state<string>();
  readonly #given: Work;

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
    this.outbox = new Outbox<Change>({
      device,
      key: [owner, at.year, at.cluster, at.unit, "sheet"].join(" "),
      isReady: (change) => this.#isReady(change),
      send: (changes) => this.#send(Object.values(changes)),
      heard: (changes, at) => this.#heard(Object.values(changes), at),
      ...(given.tabs && { tabs: given.tabs }),
    });
    const claimed = Object.entries(view.sheet.lines).flatMap(([code, { claim }]) =>
      claim ? [[code, claim] as const] : [],
    );
    this.claims = new ClaimsDraft({
      table,
      me: given.me,
      typed: given.typed,
      stored: Object.fromEntries(claimed),
      outbox: this.outbox,
      save: (changes) => given.call.saveClaims({ ...at, body: { changes } }),
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
      const entered = this.claims.enteredOn(code);
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
    this.lines
      .map(({ code }) => code)
      .filter((code) => this.claims.conflicts[code] ?? this.papers.conflicts[code]),
  );

  readonly total = $derived(totalOf(this.counts, this.#of));
  readonly blanks = $derived.by(() => blanksIn(this.inputs, this.sheet, this.#of));
  readonly filled = $derived.by(
    () => Object.keys(this.inputs).filter((code) => !this.notAssigned.has(code)).length,
  );

  /** In hundredths; undefined for a blank line and for one that waits for the others' figures. */
  pointsOn(line: Line): number | undefined {
    const input = this.counts[line.code];
    return input === undefined || isRelative(line) ? undefined : pointsOn(line, input);
  }

  textOn = (code: string): string =>
    (this.outbox.waiting[`text ${code}`] as TextChange | undefined)?.text ??
    this.sheet.lines[code]?.explanation?.text ??
    "";

  mayFill(line: Line): boolean {
    return mayClaim(line) && !this.notAssigned.has(line.code);
  }

  explain(code: string, text: string) {
    this.outbox.put(`text ${code}`, { of: "text", code, text });
  }

  /** The next line to work on: the one below, or the next blank one, beginning anew at the top. */
  after(code: string | undefined, which: "next" | "blank"): string | undefined {
    const codes = this.lines.filter((line) => this.mayFill(line)).map((line) => line.code);
    const from = code === undefined ? 0 : codes.indexOf(code) + 1;
    if (which === "next") return codes[from];
    return [...codes.slice(from), ...codes.slice(0, from)].find((each) => this.blanks.includes(each));
  }

  get #of() {
    return { unit: this.#given.at.unit, table: this.table, notAssigned: this.notAssigned };
  }

  #isReady(change: Change): boolean {
    if (change.of === "text") return change.text.trim() !== "";
    if (change.of === "papers") return this.papers.conflicts[change.code] === undefined;
    return this.claims.isReady(change);
  }

  async #send(changes: readonly Change[]): Promise<{ left: string[]; at: string }> {
    const of = <K extends Change["of"]>(kind: K) =>
      changes.filter((change) => change.of === kind) as Extract<Change, { of: K }>[];
    const [claims, papers, texts] = [of("claim"), of("papers"), of("text")];
    let { at, left } = await this.claims.send(claims);
    left = [...left, ...(await this.papers.send(papers))];
    if (texts.length > 0) {
      const body = { texts: Object.fromEntries(texts.map(({ code, text }) => [code, text])) };
      ({ at } = await this.#given.call.explain({ ...this.#given.at, body }));
      for (const { code, text } of texts)
        this.sheet.lines[code] = { ...this.sheet.lines[code], explanation: { text, by: this.#given.me, at } };
    }
    return { left, at };
  }

  /** The same sheet in another window: what that one stored stands here too. */
  #heard(changes: readonly Change[], at: string) {
    for (const change of changes) {
      if (change.of === "papers") this.papers.heard(change);
      if (change.of === "claim") this.claims.heard(change, at);
    }
  }
}
