const steps = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500];

/** A scale for values that lie close together: whole steps around them, printed, so that nobody takes it for one from 0. */
export function scaleOf(values: readonly number[]) {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const step = steps.find((each) => (most - least) / each <= 4) ?? 1000;
  const from = Math.floor(least / step) * step;
  const to = Math.max(Math.ceil(most / step) * step, from + step);
  const count = Math.round((to - from) / step) + 1;
  return {
    ticks: Array.from({ length: count }, (_, at) => from + at * step),
    /** In per cent of the scale's width. */
    at: (value: number) => (100 * (value - from)) / (to - from),
  };
}
