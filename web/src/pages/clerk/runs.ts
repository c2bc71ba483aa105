import type { Deed } from "#domain/trail.ts";

/** So many alike in a row are told as one. */
const fewest = 4;
type Run = [Deed, ...Deed[]];

/** Deeds in their order, many alike by one hand within a minute as one run, all others alone. */
export function runsOf(deeds: readonly Deed[]): Run[] {
  const runs: Run[] = [];
  for (const deed of deeds) {
    const last = runs.at(-1);
    if (last && alikeOf(last[0]) === alikeOf(deed)) last.push(deed);
    else runs.push([deed]);
  }
  return runs.flatMap((run) => (run.length >= fewest ? [run] : run.map((deed): Run => [deed])));
}

/** Whoever came in one after the other, with nothing done between, is one line of a day. */
const alikeOf = ({ by, did, kind, at }: Deed) =>
  kind === "access"
    ? [did, at.slice(0, "2026-01-01".length)].join(" ")
    : [by, did, at.slice(0, "2026-01-01T00:00".length)].join(" ");
