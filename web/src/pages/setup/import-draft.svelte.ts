import { codeFrom, freeCode, plainOf } from "#domain/alike.ts";
import { type Column, columnsOf, headingAt, type Kind, placesIn } from "#domain/heading.ts";
import type { Role } from "#domain/person.ts";
import { faultsAmong, mostRows } from "#domain/roster.ts";
import {
  type RosterLine as Cells,
  type Fault,
  type FaultCode,
  faultsOf,
  type LineFault,
} from "#domain/roster-line.ts";
import { filledDown, type Table } from "../../spreadsheet/table.ts";
import { inStretches } from "../../stretches.ts";
import type { Known } from "./known.ts";

/** One line of the table, by the number it has in the file. */
export type Line = { no: number; cells: Cells };
export type Faulty = { at: number; line: Line; faults: readonly Fault[] };

/** How a file is read: which of its sheets, where its lines begin, which column is what, and the role of all where none says it. */
type Reading = { chosen: number; heading: number; places: ReadonlyMap<Column, number>; everyRole: Role };

/** Faults with one repair that nobody would choose otherwise. */
const plainly: ReadonlySet<FaultCode> = new Set([
  "not-composed",
  "stray-spaces",
  "hidden-characters",
  "bad-code",
]);
const isRepeat = ({ fault }: Fault) => fault === "duplicate";

/** A table on its way in: which column is what, what is wrong in which cell, and how it is mended. Nothing here is sent. */
export class ImportDraft {
  readonly kind: Kind;
  readonly tables: readonly Table[];
  readonly columns: readonly Column[];
  known = $state.raw() as Known;
  reading = $state.raw<Reading>({ chosen: 0, heading: 0, places: new Map(), everyRole: "scorer" });
  lines = $state.raw<readonly Line[]>([]);
  /** What is wrong with a line by itself is found once, however often the others change. */
  readonly #faultsOf = new WeakMap<Cells, readonly LineFault[]>();

  private constructor(kind: Kind, tables: readonly Table[], known: Known) {
    this.kind = kind;
    this.tables = tables.map(filledDown);
    this.columns = columnsOf(kind);
    this.known = known;
  }

  static async of(kind: Kind, tables: readonly Table[], known: Known): Promise<ImportDraft> {
    const draft = new ImportDraft(kind, tables, known);
    await draft.take(0);
    return draft;
  }

  readonly table = $derived.by(() => this.tables[this.reading.chosen] as Table);
  readonly headings = $derived.by(() => {
    const { rows } = this.table;
    const widest = Math.max(...rows.map(({ length }) => length));
    const named = rows[headingAt(this.kind, rows)] ?? [];
    return Array.from({ length: widest }, (_, at) => (named[at] ?? "").trim());
  });
  readonly #checked = $derived.by(() => {
    const cells = this.lines.map((line) => line.cells);
    return faultsAmong(this.kind, cells, this.known.there, this.#ownFaults);
  });
  readonly faulty: readonly Faulty[] = $derived.by(() => {
    const found = new Map<number, { at: number; line: Line; faults: Fault[] }>();
    for (const fault of this.#checked.faults) {
      const at = fault.row - 2;
      const line = this.lines[at];
      // A code that is made waits for its name.
      if (fault.column === "id" && fault.fault === "missing" && !this.places.has("id")) continue;
      const known = found.get(at);
      if (known) known.faults.push(fault);
      else if (line) found.set(at, { at, line, faults: [fault] });
    }
    return Array.from(found.values());
  });
  readonly repeats = $derived.by(() => this.faulty.filter(({ faults }) => faults.every(isRepeat)));
  readonly good = $derived.by(() => {
    const faulty = new Set(this.faulty.map(({ at }) => at));
    return this.lines.filter((_, at) => !faulty.has(at));
  });
  readonly identical = $derived.by(() => this.repeats.filter((each) => this.firstOf(each) !== undefined));
  readonly mendable = $derived.by(
    () => this.#checked.faults.filter(({ fault, mend }) => plainly.has(fault) && mend !== undefined).length,
  );
  /** Lines that only need a code of their own. */
  readonly codeless = $derived.by(() =>
    this.#checked.faults.filter(({ fault, mend }) => (fault === "duplicate" || fault === "taken") && mend),
  );

  get kept() {
    return this.#checked.kept;
  }
  get isReady() {
    return this.places.has("name");
  }
  get tooMany() {
    return this.lines.length > mostRows;
  }
  get places() {
    return this.reading.places;
  }

  /** Another sheet of the file: its columns are recognised anew. */
  take(chosen: number) {
    const rows = this.tables[chosen]?.rows ?? [];
    const heading = headingAt(this.kind, rows);
    return this.#read({ chosen, heading, places: placesIn(this.kind, rows[heading] ?? []) });
  }

  assign(column: Column, place: number | undefined) {
    const places = new Map(this.places);
    if (place === undefined) places.delete(column);
    else places.set(column, place);
    return this.#read({ places });
  }

  giveRole(everyRole: Role) {
    return this.#read({ everyRole });
  }

  #reads = 0;
  /** The lines as they stand in the table; what was mended is read anew. Whoever asks for another reading meanwhile gets that one. */
  async #read(change: Partial<Reading>) {
    const reading = { ...this.reading, ...change };
    const { chosen, heading, places } = reading;
    const table = this.tables[chosen] as Table;
    this.#reads += 1;
    const read = this.#reads;
    // A table that was not read whole is not begun with.
    const lines = await inStretches(table.left > 0 ? [] : table.rows, (row, at) => {
      if (places.size > 0 && at <= heading) return [];
      const found = Array.from(places, ([column, place]) => [column, row[place] ?? ""] as const);
      if (found.every(([, cell]) => cell.trim() === "")) return [];
      const cells = this.#filled(Object.fromEntries(found), reading);
      this.#ownFaults(cells);
      return [{ no: at + 1, cells }];
    });
    if (read !== this.#reads) return;
    this.reading = reading;
    this.lines = lines.flat();
  }

  /** What no column says: a code from the name, or theirs who are there already; the same role for all. */
  #filled(cells: Cells, { places, everyRole }: Reading): Cells {
    const role = this.kind === "people" && !places.has("role") ? { role: everyRole } : {};
    const id = places.has("id") ? {} : { id: this.known.codeOf(cells) ?? codeFrom(cells.name ?? "") };
    return { ...cells, ...role, ...id };
  }

  #ownFaults = (cells: Cells): readonly LineFault[] => {
    const faults = this.#faultsOf.get(cells) ?? faultsOf(this.kind, cells);
    this.#faultsOf.set(cells, faults);
    return faults;
  };

  mend(at: number, column: Column, text: string) {
    this.#change(new Map([[at, { [column]: text }]]));
  }

  /** One answer for every line that says the same. */
  mendAlike(column: Column, was: string, text: string) {
    const alike = this.lines.flatMap(({ cells }, at) => (cells[column] === was ? [at] : []));
    this.#change(new Map(alike.map((at) => [at, { [column]: text }])));
  }

  countAlike(column: Column, text: string) {
    return this.faulty.filter(({ line }) => line.cells[column] === text).length;
  }

  /** A cell may need two: the marks put together, then the spaces taken out. */
  async mendAll() {
    for (let pass = 0; pass < 3 && this.mendable > 0; pass += 1) {
      const was = this.lines;
      const changes = new Map<number, Cells>();
      for (const { at, faults } of this.faulty)
        for (const { column, fault, mend } of faults)
          if (column && plainly.has(fault) && mend !== undefined)
            changes.set(at, { ...changes.get(at), [column]: mend });
      const lines = await inStretches(was, (line, at) => {
        const mended = this.#changed(line, changes.get(at));
        this.#ownFaults(mended.cells);
        return mended;
      });
      // What somebody changed meanwhile is looked at anew.
      if (this.lines === was) this.lines = lines;
    }
  }

  giveCodes() {
    const taken = new Set(this.lines.map(({ cells }) => cells.id ?? ""));
    const isTaken = (code: string) => taken.has(code) || this.known.there[this.kind].has(code);
    const changes = this.codeless.map(({ row, value }) => {
      const id = freeCode(codeFrom(value), isTaken);
      taken.add(id);
      return [row - 2, { id }] as const;
    });
    this.#change(new Map(changes));
  }

  drop(...places: readonly number[]) {
    const dropped = new Set(places);
    this.lines = this.lines.filter((_, at) => !dropped.has(at));
  }

  /** Lines that came in are no longer to be seen to; undone, they are again. */
  remove(lines: readonly Line[]) {
    const gone = new Set(lines);
    this.lines = this.lines.filter((line) => !gone.has(line));
  }
  putBack(lines: readonly Line[]) {
    this.lines = [...this.lines, ...lines].toSorted((a, b) => a.no - b.no);
  }

  /** The line that this one repeats in every cell. */
  firstOf({ line, faults }: Faulty): Line | undefined {
    const first = this.lines[(faults.find(isRepeat)?.first ?? 0) - 2];
    const same = (column: Column) =>
      plainOf(first?.cells[column] ?? "") === plainOf(line.cells[column] ?? "");
    return first && this.columns.every(same) ? first : undefined;
  }

  #change(changes: ReadonlyMap<number, Cells>) {
    this.lines = this.lines.map((line, at) => this.#changed(line, changes.get(at)));
  }

  #changed(line: Line, change: Cells | undefined): Line {
    if (!change) return line;
    const cells = { ...line.cells, ...change };
    // A code that was made from the name goes with it.
    const wasMade = !this.places.has("id") && line.cells.id === codeFrom(line.cells.name ?? "");
    if (!wasMade || change.name === undefined || change.id !== undefined) return { no: line.no, cells };
    return { no: line.no, cells: { ...cells, id: codeFrom(change.name) } };
  }
}

/** As the server takes it: a heading of our own words, every cell in quotes. */
export function csvOf(kind: Kind, lines: readonly Line[]): string {
  const columns = columnsOf(kind);
  const rows = [columns, ...lines.map(({ cells }) => columns.map((column) => cells[column] ?? ""))];
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
}
