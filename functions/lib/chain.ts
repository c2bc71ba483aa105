import { digestOf } from "./digest.ts";

/**
 * One link of a thing's history: what was done, by whom, when, and the digest of the thing as it then was.
 * `was` is the previous link's `h`; `h` is the digest of all the rest, so that no link can be changed,
 * left out or put in without breaking those after it.
 */
export type Link = {
  no: number;
  at: string;
  by: string;
  did: string;
  was: string;
  digest: string;
  h: string;
};

export function link(
  previous: { no: number; h: string } | undefined,
  entry: Omit<Link, "no" | "was" | "h">,
): Link {
  const linked = { no: (previous?.no ?? 0) + 1, was: previous?.h ?? "", ...entry };
  return { ...linked, h: digestOf(linked) };
}

/** What is wrong with a history, or undefined when every link holds and the last one fits the thing as it is kept. */
export function faultIn(links: readonly Link[], kept: unknown): string | undefined {
  let previous: Link | undefined;
  for (const { h, ...entry } of links) {
    if (entry.no !== (previous?.no ?? 0) + 1) return `link ${entry.no} does not follow ${previous?.no ?? 0}`;
    if (entry.was !== (previous?.h ?? "")) return `link ${entry.no} does not continue the one before it`;
    if (digestOf(entry) !== h) return `link ${entry.no} was changed`;
    previous = { ...entry, h };
  }
  if (!previous) return "no history";
  if (previous.digest !== digestOf(kept)) return "the thing was changed outside its history";
  return undefined;
}
