import { codeFrom, freeCode, plainOf } from "#domain/alike.ts";
import { type Column, columnsOf, headingAt, type Kind, placesIn } from "#domain/heading.ts";
import type { Role } from "#domain/person.ts";
import { type Fault, type FaultCode, rosterFrom, type There } from "#domain/roster.ts";
import { filledDown, type Table } from "../../spreadsheet/table.ts";

type Cells = Readonly<Partial<Record<Column, string>>>;
/** One line of the table, by the number it has in the file. */
export type Line = { no: number; cells: Cells };
export type Faulty = { at: number; line: Line; faults: readonly Fault[] };
/** What is there already, and whose code a line means that names no code. */
export type Known = { there: There; codeOf: (cells: Cells) => string | undefined };

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
  chosen = $state(0);
  places = $state.raw<ReadonlyMap<Column, number>>(new Map());
  everyRole = $state<Role>("scorer");
  lines = $state.raw<readonly Line[]>([]);
  #heading = 0;

  constructor(kind: Kind, tables: readonly Table[], known: Known) {
    this.kind = kind;
    this.tables = tables.map(filledDown);
    this.columns = columnsOf(kind);
    this.known = known;
    this.take(0);
  }

  readonly table = $derived.by(() => this.tables[this.chosen] as Table);
  readonly headings = $derived.by(() => {
    const { rows } = this.table;
    const widest = Math.max(...rows.map(({ length }) => length));
    const named = rows[headingAt(this.kind, rows)] ?? [];
    return Array.from({ length: widest }, (_, at) => (named[at] ?? "").trim());
  });
  readonly #checked = $derived.by(() => {
    const head = this.columns as readonly string[];
    const rows = this.lines.map(({ cells }) => this.columns.map((column) => cells[column] ?? ""));
    return rosterFrom(this.kind, [head, ...rows], this.known.there);
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
    return this.#checked.faults.some(({ fault }) => fault === "too-many-rows");
  }

  /** Another sheet of the file: its columns are recognised anew. */
  take(chosen: number) {
    this.chosen = chosen;
    const { rows } = this.table;
    this.#heading = headingAt(this.kind, rows);
    this.places = placesIn(this.kind, rows[this.#heading] ?? []);
    this.build();
  }

  assign(column: Column, place: number | undefined) {
    const places = new Map(this.places);
    if (place === undefined) places.delete(column);
    else places.set(column, place);
    this.places = places;
    this.build();
  }

  /** The lines as they stand in the table; what was mended is read anew. */
  build() {
    const isHeading = this.places.size > 0;
    // A table that was not read whole is not begun with.
    const rows = this.table.left > 0 ? [] : this.table.rows;
    this.lines = rows.flatMap((row, at) => {
      if (isHeading && at <= this.#heading) return [];
      const found = Array.from(this.places, ([column, place]) => [column, row[place] ?? ""] as const);
      if (found.every(([, cell]) => cell.trim() === "")) return [];
      const cells: Cells = Object.fromEntries(found);
      return [{ no: at + 1, cells: this.#filled(cells) }];
    });
  }

  /** What no column says: a code from the name, or theirs who are there already; the same role for all. */
  #filled(cells: Cells): Cells {
    const role = this.kind === "people" && !this.places.has("role") ? { role: this.everyRole } : {};
    const id = this.places.has("id") ? {} : { id: this.known.codeOf(cells) ?? codeFrom(cells.name ?? "") };
    return { ...cells, ...role, ...id };
  }

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
  mendAll() {
    for (let pass = 0; pass < 3 && this.mendable > 0; pass += 1) {
      const changes = new Map<number, Cells>();
      for (const { at, faults } of this.faulty)
        for (const { column, fault, mend } of faults)
          if (column && plainly.has(fault) && mend !== undefined)
            changes.set(at, { ...changes.get(at), [column]: mend });
      this.#change(changes);
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
    this.lines = this.lines.map((line, at) => {
      const change = changes.get(at);
      if (!change) return line;
      const cells = { ...line.cells, ...change };
      // A code that was made from the name goes with it.
      const wasMade = !this.places.has("id") && line.cells.id === codeFrom(line.cells.name ?? "");
      if (wasMade && change.name !== undefined && change.id === undefined) cells.id = codeFrom(change.name);
      return { no: line.no, cells };
    });
  }
}

/** As the server takes it: a heading of our own words, every cell in quotes. */
export function csvOf(kind: Kind, lines: readonly Line[]): string {
  const columns = columnsOf(kind);
  const rows = [columns, ...lines.map(({ cells }) => columns.map((column) => cells[column] ?? ""))];
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
}
