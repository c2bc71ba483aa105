import { pointsOf } from "#domain/exact.ts";
import {
  type Flaw,
  flawsOf,
  linesOf,
  shareOf,
  sumOf,
  type Table,
  type Warning,
  warningsOf,
} from "#domain/scheme.ts";
import { type Document, isUntouched, tableFrom } from "./document.ts";
import { readOf } from "./reading.ts";
import type { Typed } from "./typed.ts";

/** What the rules say of one line: why it may not be published, or what is seldom meant. */
export type Note = Extract<Flaw, { line: string }> | Warning;
const none: readonly Note[] = [];

/** What the rules say of a document while it is written: the very rules that are asked before publishing. */
export class Said {
  readonly #written: () => Document;

  constructor(written: () => Document) {
    this.#written = written;
  }

  readonly table: Table = $derived.by(() => tableFrom(this.#written()));
  readonly flaws: Flaw[] = $derived.by(() => flawsOf(this.table));
  readonly sum: number = $derived.by(() => pointsOf(sumOf(this.table)));
  /**
   * What each group adds to the total, and what the rules say of each line, by code. Both are written out first: while
   * somebody types they seldom change, and lines they say nothing new of are not drawn again.
   */
  readonly #sumsWritten: string = $derived.by(() => {
    const sums = new Map<string, number>();
    for (const line of linesOf(this.table).values())
      if (line.kind === "criterion") sums.set(line.group, (sums.get(line.group) ?? 0) + shareOf(line));
    return JSON.stringify([...sums]);
  });
  readonly #sums: ReadonlyMap<string, number> = $derived.by(() => new Map(JSON.parse(this.#sumsWritten)));
  readonly #notesWritten: string = $derived.by(() =>
    JSON.stringify([
      ...this.flaws.filter((flaw) => flaw.flaw !== "total-differs"),
      ...warningsOf(this.table),
    ]),
  );
  readonly #notes: ReadonlyMap<string, readonly Note[]> = $derived.by(() => {
    const notes = new Map<string, Note[]>();
    for (const note of JSON.parse(this.#notesWritten) as Note[])
      notes.set(note.line, [...(notes.get(note.line) ?? []), note]);
    return notes;
  });
  /** Lines that must be mended before the table may be published, by their ids. */
  readonly flawed: readonly number[] = $derived.by(() =>
    this.#written()
      .rows.filter(
        (row) =>
          (!isUntouched(row) && readOf(row).faults.length > 0) ||
          this.notesOn(row).some((note) => "flaw" in note),
      )
      .map(({ id }) => id),
  );

  /** What the rules say of a line: the very rules that are asked before publishing. */
  notesOn({ code, kind }: Typed): readonly Note[] {
    const notes = this.#notes.get(code.trim()) ?? none;
    return kind === "group" && notes.length > 0 ? this.#groupNotesOn(notes, code.trim()) : notes;
  }

  /** In points. */
  sumOf({ code }: Typed): number {
    return pointsOf(this.#sums.get(code.trim()) ?? 0);
  }

  /** A group may be called like one of its lines, not like another group. */
  #groupNotesOn(notes: readonly Note[], code: string): readonly Note[] {
    const isTwice = this.table.groups.filter((group) => group.code === code).length > 1;
    return isTwice ? notes.filter((note) => "flaw" in note && note.flaw === "code-twice") : none;
  }
}
