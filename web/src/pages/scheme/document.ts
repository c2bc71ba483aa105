import type { Table } from "#domain/scheme.ts";
import { pointsFrom, readOf } from "./reading.ts";
import { type Typed, written } from "./typed.ts";

/** Nobody has written anything here: it is left out. */
export const isUntouched = ({ kind, title, points, steps }: Typed) =>
  kind !== "group" && title.trim() === "" && points.trim() === "" && steps.length === 0;

export type TypedBand = { readonly title: string; readonly from: string; readonly floor: string };
export type Document = {
  readonly rows: readonly Typed[];
  readonly total: string;
  readonly bands: readonly TypedBand[];
};

/** The table a document says so far: what cannot be read counts as nothing there, and is told beside its line. */
export function tableFrom({ rows, total, bands }: Document): Table {
  const groups: Table["groups"] = [];
  const table: Table = { groups, bonus: [], deductions: [] };
  for (const typed of rows) {
    if (typed.kind === "group") {
      const title = typed.title.trim();
      groups.push({ code: typed.code.trim(), ...(title !== "" && { title }), criteria: [] });
      continue;
    }
    const { line } = readOf(typed);
    if (!line || isUntouched(typed)) continue;
    if (line.kind === "deduction") {
      const { kind: _kind, ...rest } = line;
      table.deductions.push(rest);
    } else if (line.kind === "bonus") {
      const { kind: _kind, aboveTotal, ...rest } = line;
      table.bonus.push({ ...rest, ...(aboveTotal && { aboveTotal }) });
    } else {
      const { kind: _kind, group: _group, ...rest } = line;
      if (groups.length === 0) groups.push({ code: "I", criteria: [] });
      groups.at(-1)?.criteria.push(rest);
    }
  }
  const printed = pointsFrom(total);
  if (total.trim() !== "" && typeof printed === "number") table.total = printed;
  const told = bands.flatMap((band) => bandFrom(band) ?? []);
  if (told.length > 0) table.bands = told;
  return table;
}

/** A band whose figures are none yet is left out. */
function bandFrom({ title, from, floor }: TypedBand): NonNullable<Table["bands"]>[number] | undefined {
  const least = percentFrom(from);
  const line = percentFrom(floor);
  if (title.trim() === "" || least === undefined) return undefined;
  return {
    title: title.trim(),
    from: least,
    ...(floor.trim() !== "" && line !== undefined && { floor: line }),
  };
}

export function percentFrom(text: string): number | undefined {
  const read = text.trim() === "" ? "no-number" : pointsFrom(text);
  return typeof read === "number" && read <= 100 ? read : undefined;
}

export const totalWritten = (total: number | undefined) => (total === undefined ? "" : written(total));

export const bandsFrom = (table: Table): TypedBand[] =>
  (table.bands ?? []).map(({ title, from, floor }) => ({
    title,
    from: written(from),
    floor: floor === undefined ? "" : written(floor),
  }));

/** What keeps a document from being sent: until it is mended it stays on this device. */
export function isSendable({ rows, total, bands }: Document): boolean {
  const isTotalRead = total.trim() === "" || typeof pointsFrom(total) === "number";
  const areBandsRead = bands.every(
    ({ title, from, floor }) =>
      (title.trim() === "" && from.trim() === "") ||
      (title.trim() !== "" &&
        percentFrom(from) !== undefined &&
        (floor.trim() === "" || percentFrom(floor) !== undefined)),
  );
  return (
    isTotalRead && areBandsRead && rows.every((row) => isUntouched(row) || readOf(row).faults.length === 0)
  );
}
