import type { Input } from "#domain/points.ts";
import { provisionalOf } from "#domain/ranking.ts";
import type { Table } from "#domain/scheme.ts";
import { blanksOf, type Sheet } from "#domain/sheet.ts";

type Inputs = Readonly<Record<string, Input>>;
type Of = { table: Table; notAssigned: ReadonlySet<string> };

/** What inputs come to, in hundredths. Lines that compare units are left out: they have no points until all have given their figures. */
export const totalOf = (inputs: Inputs, { unit, table, notAssigned }: Of & { unit: string }): number =>
  provisionalOf({ unit, claims: inputs, counts: inputs, notAssigned }, table, "counts");

/** The lines that would be missing if a sheet with these inputs were handed in. */
export function blanksIn(inputs: Inputs, sheet: Sheet, { table, notAssigned }: Of): string[] {
  const nobody = { by: "", at: "" };
  const lines = Object.entries(inputs).map(
    ([code, value]) => [code, { claim: { value, ...nobody } }] as const,
  );
  return blanksOf({ ...sheet, lines: Object.fromEntries(lines) }, table, notAssigned);
}
