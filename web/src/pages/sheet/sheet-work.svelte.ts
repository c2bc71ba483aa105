import { SvelteSet } from "svelte/reactivity";
import { notAssignedTo } from "#domain/cluster.ts";
import { pointsOf } from "#domain/exact.ts";
import { type Input, isRelative } from "#domain/points.ts";
import { refuse } from "#domain/refuse.ts";
import { type Line, linesOf, type Scheme, shareOf } from "#domain/scheme.ts";
import { expectFillable, findingOf, type State } from "#domain/sheet.ts";
import { refusalOf } from "../../asking.svelte.ts";
import { call } from "../../call.ts";
import { device } from "../../device.ts";
import { language } from "../../language.svelte.ts";
import type { Place } from "../../office.svelte.ts";
import { evidenceWords } from "../../words/evidence.svelte.ts";
import { Proofs } from "./proofs.svelte.ts";
import { type Change, SheetDraft, type SheetView } from "./sheet-draft.svelte.ts";
import { type Talk, talkOf } from "./talk.svelte.ts";

type Part = { code: string; title: string; lines: Line[] };
/** A part with how many of its lines are filled in, of those the unit has to, and with its points. */
export type Progress = Part & { filled: number; due: number; points: number; most: number };

/** One unit's sheet before somebody: what they may do with it, its parts, and the year before beside it. */
export class SheetWork {
  readonly place: Place;
  readonly unit: string;
  readonly scheme: Scheme;
  readonly draft: SheetDraft;
  readonly parts: readonly Part[];
  readonly proofs: Proofs;
  readonly talk: Talk;
  state: State = $state("blank");
  submittedAt = $state<string>();
  readonly #before: { table: Scheme["table"] | undefined; view: SheetView } | undefined;
  /** What this device still holds of a sheet that takes nothing more: it is shown, so that it is not lost unseen. */
  stranded = $state.raw<readonly Change[]>([]);
  /** Once submitted here, whatever was read before. */
  #isIn = $state(false);

  constructor({
    place,
    unit,
    scheme,
    view,
    before,
  }: {
    place: Place;
    unit: string;
    scheme: Scheme;
    view: SheetView;
    before: { table: Scheme["table"] | undefined; view: SheetView } | undefined;
  }) {
    this.place = place;
    this.unit = unit;
    this.scheme = scheme;
    this.#before = before;
    this.state = view.state;
    this.submittedAt = view.sheet.sealed?.at;
    const { council, person } = place.caller;
    this.draft = new SheetDraft({
      at: { ...place.at, unit },
      me: person,
      owner: `${council}:${person}`,
      table: scheme.table,
      notAssigned: notAssignedTo(place.cluster, unit),
      view,
      device,
      call: call.scoring,
      typed: (number) => language.format.typed(number),
    });
    this.parts = partsOf(scheme, this.draft.lines);
    this.proofs = new Proofs(place, unit, view, () => this.state);
    this.talk = talkOf(place, unit, view);
  }

  /** Everything the page needs, and what an earlier visit left on this device. */
  static async read(place: Place, unit: string): Promise<SheetWork> {
    const { scheme: chosen } = place.cluster;
    if (!chosen) throw refuse("scheme/not-published");
    const [scheme, view, before] = await Promise.all([
      call.scoring.readScheme({ ...chosen, year: chosen.year ?? place.year.year }),
      call.scoring.readSheet({ ...place.at, unit }),
      readBefore(place, unit),
    ]);
    const work = new SheetWork({ place, unit, scheme, view, before });
    const { outbox } = work.draft;
    await Promise.all([work.talk.restore(), work.isOwn ? work.proofs.uploads.restore() : undefined]);
    if (work.mayFill || work.mayExplain) await outbox.restore();
    else if (work.isOwn) work.stranded = Object.values(await outbox.left());
    return work;
  }

  readonly progress: readonly Progress[] = $derived.by(() => {
    const { draft } = this;
    const blanks = new Set(draft.blanks);
    return this.parts.map((part) => {
      const asked = part.lines.filter((line) => line.kind === "criterion" && draft.mayFill(line));
      const assigned = part.lines.filter(({ code }) => !draft.notAssigned.has(code));
      return {
        ...part,
        due: asked.length,
        filled: asked.filter(({ code }) => !blanks.has(code)).length,
        points: pointsOf(part.lines.reduce((sum, line) => sum + (draft.pointsOn(line) ?? 0), 0)),
        most: pointsOf(assigned.reduce((sum, line) => sum + shareOf(line), 0)),
      };
    });
  });

  /** Parts whose lines are put away, and only their sum stands. */
  readonly folded = new SvelteSet<string>();

  /** What is filled in and asks for nothing makes room for what is left. */
  foldFinished() {
    if (!this.mayFill) return;
    for (const { code, lines, filled, due } of this.progress)
      if (due > 0 && filled === due && !lines.some(({ code }) => this.toldOf(code))) this.folded.add(code);
  }

  /** Gives the part in which a line stands its lines back. */
  unfoldAround(line: string | undefined) {
    const part = this.parts.find(({ lines }) => lines.some(({ code }) => code === line));
    if (part) this.folded.delete(part.code);
  }

  get isOwn(): boolean {
    return this.place.ownUnit === this.unit;
  }

  /** Why this person cannot fill in this sheet now, or undefined. */
  get refusal() {
    if (!this.isOwn) return undefined;
    if (this.#isIn) return refuse("sheet/submitted", { at: this.submittedAt });
    const { draft, place, unit } = this;
    return (
      place.refusalFor("sheet/fill", unit) ?? refusalOf(() => expectFillable(draft.sheet, place.phase()))
    );
  }

  get mayFill(): boolean {
    return this.isOwn && this.refusal === undefined;
  }

  get mayExplain(): boolean {
    return (
      this.isOwn &&
      this.state !== "final" &&
      this.place.may("sheet/explain", this.unit) &&
      this.draft.sheet.stage === "review"
    );
  }

  get maySay(): boolean {
    return this.place.may("sheet/comment", this.unit);
  }

  /** What is new about a line's evidence, for whoever has not opened it. */
  toldOf(code: string) {
    const evidence = evidenceWords.current;
    if (this.isOwn && this.proofs.hasReturned(code))
      return { icon: "undo" as const, text: evidence.returnedShort };
    if (this.maySay && this.talk.isNew(code)) return { icon: "edit" as const, text: evidence.talkNew };
    return undefined;
  }

  async submit(leaveBlank: readonly string[]) {
    this.proofs.uploads.expectDone();
    await this.draft.outbox.flush();
    const { state, at } = await call.scoring.submitSheet({
      ...this.place.at,
      unit: this.unit,
      body: { leaveBlank: [...leaveBlank] },
    });
    this.state = state;
    this.submittedAt = at;
    this.#isIn = true;
  }

  async forgetStranded() {
    await this.draft.outbox.forget();
    this.stranded = [];
  }

  /** The same line a year before: what was said, what counted. */
  beforeOn(line: Line): { input: Input | undefined; points: number | undefined } | undefined {
    const { table, view } = this.#before ?? {};
    const same = table && linesOf(table).get(line.code);
    if (!view || !same || same.title !== line.title) return undefined;
    const entry = view.sheet.lines[line.code];
    const input = findingOf(entry)?.value ?? entry?.claim?.value;
    if (input === undefined) return undefined;
    return { input, points: isRelative(line) ? undefined : pointsOf(view.points[line.code] ?? 0) };
  }
}

/** The table's own parts, then what stands outside them. */
function partsOf({ table }: Scheme, lines: readonly Line[]): Part[] {
  const groups = table.groups.map(({ code, title }) => ({
    code,
    title: title ?? "",
    lines: lines.filter((line) => line.kind === "criterion" && line.group === code),
  }));
  const rest = lines.filter(({ kind }) => kind !== "criterion");
  return [...groups, { code: "+", title: "", lines: rest }].filter(({ lines }) => lines.length > 0);
}

/** A year that was not lived here, or was scored otherwise, is no fault: there is just nothing beside. */
async function readBefore({ at, before }: Place, unit: string) {
  if (!before) return undefined;
  const there = { year: before.year, cluster: at.cluster };
  try {
    const [view, board] = await Promise.all([
      call.scoring.readSheet({ ...there, unit }),
      call.scoring.readBoard(there),
    ]);
    return { view, table: board.scheme?.table };
  } catch {
    // As said above.
    return undefined;
  }
}
