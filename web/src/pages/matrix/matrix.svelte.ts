import type { api } from "#api";
import { notAssignedTo } from "#domain/cluster.ts";
import { pointsOf } from "#domain/exact.ts";
import type { Input } from "#domain/points.ts";
import { linePointsOf } from "#domain/ranking.ts";
import { type Line, linesOf, type Scheme } from "#domain/scheme.ts";
import { isSame, mayClaim, type State } from "#domain/sheet.ts";
import type { Given } from "#lib/route.ts";
import { Asking } from "../../asking.svelte.ts";
import { call } from "../../call.ts";
import type { Place } from "../../office.svelte.ts";
import type { Appraisal } from "../appraisal/appraisal.svelte.ts";

type Read = Given<typeof api.scoring.readMatrix>["units"];
type Entry = Read[number]["lines"][string];
export type Kind = "blank" | "claimed" | "same" | "less" | "more" | "apart" | "found" | "unassigned";

/** One line of one unit: what it claims, what was found, and how the two stand to each other. */
export type Cell = {
  kind: Kind;
  /** What counts, in points; nothing on a blank line. */
  points: number | undefined;
  /** Points found above or below what the claim would give. */
  by: number;
  papers: number;
  explained: boolean;
};
export type Column = { unit: string; state: State; total: number; found: number; due: number };
export type Section = { code: string; title: string; lines: Line[] };
export type Show = "all" | "differing" | "unfound";

const differing: readonly Kind[] = ["less", "more", "apart"];

/** Claims and findings of all members side by side, and the one cell that is being looked into. */
export class Matrix {
  readonly place: Place;
  readonly scheme: Scheme | undefined;
  readonly lines: readonly Line[];
  show = $state<Show>("all");
  section = $state("");
  open = $state.raw<{ unit: string; code: string }>();
  #read = $state.raw<Read>([]);
  readonly #appraisals = new Map<string, Asking<Appraisal>>();

  constructor(place: Place, scheme: Scheme | undefined, units: Read) {
    this.place = place;
    this.scheme = scheme;
    this.lines = scheme ? Array.from(linesOf(scheme.table).values()) : [];
    this.#read = units;
  }

  static async read(place: Place): Promise<Matrix> {
    const { scheme: chosen } = place.cluster;
    const [{ units }, scheme] = await Promise.all([
      call.scoring.readMatrix(place.at),
      chosen && call.scoring.readScheme({ ...chosen, year: chosen.year ?? place.year.year }),
    ]);
    return new Matrix(place, scheme, units);
  }

  readonly #claimed = $derived.by(() => this.#pointsOf("claim"));
  readonly #counted = $derived.by(() => this.#pointsOf("finding"));

  readonly cells = $derived.by(
    () =>
      new Map(
        this.#read.map(({ unit, lines }) => [
          unit,
          new Map(this.lines.map(({ code }) => [code, this.#cellOf(unit, code, lines[code])])),
        ]),
      ),
  );

  readonly columns = $derived.by(() =>
    this.#read.map(({ unit, state }): Column => {
      const cells = Array.from(this.cells.get(unit)?.values() ?? []);
      return {
        unit,
        state,
        total: Math.round(100 * cells.reduce((sum, { points = 0 }) => sum + points, 0)) / 100,
        found: cells.filter(({ kind }) => kind !== "claimed" && kind !== "blank" && kind !== "unassigned")
          .length,
        due: cells.filter(({ kind }) => kind !== "blank" && kind !== "unassigned").length,
      };
    }),
  );

  readonly #all = $derived.by(() =>
    Array.from(this.cells.values(), (cells) => Array.from(cells.values())).flat(),
  );
  readonly differing = $derived.by(() => this.#all.filter(({ kind }) => differing.includes(kind)).length);
  readonly unfound = $derived.by(() => this.#all.filter(({ kind }) => kind === "claimed").length);

  /** The parts of the table with those of their lines that are asked for. */
  readonly sections = $derived.by(() =>
    this.parts
      .filter(({ code }) => this.section === "" || code === this.section)
      .map((part) => ({ ...part, lines: part.lines.filter(({ code }) => this.#isShown(code)) }))
      .filter(({ lines }) => lines.length > 0),
  );
  readonly shown = $derived.by(() => this.sections.flatMap(({ lines }) => lines));

  get parts(): Section[] {
    const groups = this.scheme?.table.groups ?? [];
    const own = groups.map(({ code, title = "" }) => ({
      code,
      title,
      lines: this.lines.filter((line) => line.kind === "criterion" && line.group === code),
    }));
    const rest = { code: "+", title: "", lines: this.lines.filter(({ kind }) => kind !== "criterion") };
    return [...own, rest].filter(({ lines }) => lines.length > 0);
  }

  cellOf = (unit: string, code: string): Cell =>
    this.cells.get(unit)?.get(code) ?? {
      kind: "unassigned",
      points: undefined,
      by: 0,
      papers: 0,
      explained: false,
    };

  /** A unit's sheet as whoever looks into it stands to it; read once. */
  appraisalOf(unit: string): Asking<Appraisal> {
    const known = this.#appraisals.get(unit);
    if (known && !known.refusal) return known;
    const states = new Map(this.#read.map(({ unit, state }) => [unit, state]));
    // A sheet is opened by few: what it needs comes with it.
    const asking = new Asking(async () => {
      const { Appraisal } = await import("../appraisal/appraisal.svelte.ts");
      return Appraisal.read(this.place, unit, this.scheme && { scheme: this.scheme, states });
    });
    this.#appraisals.set(unit, asking);
    return asking;
  }

  /** Takes over what was found on a unit's sheet meanwhile. */
  take(unit: string, { draft }: Appraisal) {
    this.#read = this.#read.map((read) => {
      if (read.unit !== unit) return read;
      const lines = Object.fromEntries(
        Object.entries(read.lines).map(([code, entry]) => {
          const { finding: _finding, reason: _reason, ...rest } = entry;
          const found = draft.findingOn(code);
          return [
            code,
            {
              ...rest,
              ...(found && { finding: found.value, ...(found.reason && { reason: found.reason }) }),
            },
          ];
        }),
      );
      return { ...read, lines };
    });
  }

  #isShown(code: string): boolean {
    if (this.show === "all") return true;
    return this.#read.some(({ unit }) => {
      const { kind } = this.cellOf(unit, code);
      return this.show === "differing" ? differing.includes(kind) : kind === "claimed";
    });
  }

  #cellOf(unit: string, code: string, entry: Entry | undefined): Cell {
    const { claim, finding, papers = 0, explained = false } = entry ?? {};
    const more = { papers, explained };
    if (!entry) return { kind: "unassigned", points: undefined, by: 0, ...more };
    if (claim === undefined && finding === undefined)
      return { kind: "blank", points: undefined, by: 0, ...more };
    const claimed = this.#claimed.get(unit)?.get(code) ?? 0;
    const counted = this.#counted.get(unit)?.get(code) ?? 0;
    const kind = kindOf(claim, finding, counted - claimed);
    return {
      kind,
      points: pointsOf(counted),
      by: claim === undefined ? 0 : pointsOf(counted - claimed),
      ...more,
    };
  }

  /** In hundredths; on lines that compare units with everybody's figures. */
  #pointsOf(what: "claim" | "finding") {
    const { scheme, place } = this;
    if (!scheme) return new Map<string, Map<string, number>>();
    const lines = linesOf(scheme.table);
    const units = this.#read.map((read) => {
      const inputs: Record<string, Input> = {};
      for (const [code, { claim, finding }] of Object.entries(read.lines)) {
        const line = lines.get(code);
        const said = line && mayClaim(line) ? claim : undefined;
        const input = what === "claim" ? said : (finding ?? said);
        if (input !== undefined) inputs[code] = input;
      }
      return {
        unit: read.unit,
        claims: inputs,
        counts: inputs,
        notAssigned: notAssignedTo(place.cluster, read.unit),
      };
    });
    return linePointsOf(scheme.table, units, "counts");
  }
}

function kindOf(claim: Input | undefined, finding: Input | undefined, by: number): Kind {
  if (finding === undefined) return "claimed";
  if (claim === undefined) return "found";
  if (isSame(claim, finding)) return "same";
  return by < 0 ? "less" : by > 0 ? "more" : "apart";
}
