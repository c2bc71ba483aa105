import type { Input } from "#domain/points.ts";
import { type Entry, type Finder, findingOf } from "#domain/sheet.ts";

/** One thing said about a line, by the unit or by those who appraise it. */
export type Said = { by: string; at: string } & (
  | { of: "claim"; value: Input }
  | { of: "finding"; finder: Finder; value: Input; reason: string | undefined; counts: boolean }
  | { of: "explanation"; text: string }
);

/** Everything said about a line, in the order it was said; of the findings the one that counts is marked. */
export function threadOf(entry: Entry | undefined): Said[] {
  const { claim, explanation } = entry ?? {};
  const counting = findingOf(entry);
  const found = (finder: Finder): Said[] => {
    const finding = entry?.[finder];
    if (!finding) return [];
    const { value, reason, by, at } = finding;
    return [{ of: "finding", finder, value, reason, by, at, counts: finding === counting }];
  };
  // Of what was said in the same second, the standing office has the last word.
  const said: Said[] = [
    ...(claim ? [{ of: "claim" as const, ...claim }] : []),
    ...found("cluster"),
    ...found("agency"),
    ...(explanation ? [{ of: "explanation" as const, ...explanation }] : []),
    ...found("office"),
  ];
  return said.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
