import type { Way } from "#domain/scheme.ts";

/** The steps of a line from the lowest value up, each with where the next begins and how high its points stand. */
export function stepsUp({ steps }: Extract<Way, { way: "steps" }>, input: number | undefined) {
  const up = steps.toSorted((a, b) => a.from - b.from);
  const least = Math.min(...up.map(({ points }) => points));
  const most = Math.max(...up.map(({ points }) => points), least + 1);
  const here = input === undefined ? -1 : up.findLastIndex(({ from }) => from <= input);
  return up.map(({ from, points }, at) => ({
    from,
    points,
    below: up[at + 1]?.from,
    share: (points - least) / (most - least),
    isHere: at === here,
  }));
}
