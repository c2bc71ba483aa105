/**
 * One measured number beside its bound. `gates`: a count that is the same on every machine, which fails the run when
 * its ratio passes the target; times only show.
 */
export type Line = {
  id: string;
  name: string;
  measured: number;
  unit: string;
  bound: number;
  ratio: number;
  target: number;
  ok: boolean;
  gates: boolean;
};

type Measured = Pick<Line, "id" | "name" | "measured" | "unit" | "bound"> & {
  target?: number;
  gates?: boolean;
};

/** At most the bound times the target. */
export function atMost({ target = 1, gates = true, ...line }: Measured): Line {
  const ratio = line.measured === line.bound ? 1 : rounded(line.measured / line.bound);
  return { ...line, measured: rounded(line.measured), ratio, target, ok: ratio <= target, gates };
}

/** At least the bound times the target. */
export function atLeast({ target = 1, gates = true, ...line }: Measured): Line {
  const ratio = rounded(line.measured / line.bound);
  return { ...line, measured: rounded(line.measured), ratio, target, ok: ratio >= target, gates };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export function percentile(values: readonly number[], part: number): number {
  return (
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
    Number.NaN
  );
}
