import { hundredthsOf } from "./exact.ts";
import { type Line, linesOf, maximumOf, type Table, type Way } from "./scheme.ts";

/** What of a line is another than before. */
export type Part = "code" | "title" | "place" | "points" | "way" | "owner";

export type Change =
  | { what: "total"; was: number | undefined; now: number | undefined }
  | { what: "group"; code: string; was: string | undefined; now: string | undefined }
  | { what: "bands" }
  | { what: "added"; line: Line }
  | { what: "removed"; line: Line }
  | { what: "changed"; line: Line; was: Line; parts: Part[] };

/**
 * What became of a table from one version, or one year, to another, in the order of the newer one; what is gone comes
 * last. A line is the same if it kept code and title, or its title alone, or its code alone: in this order, so that
 * a line put in between does not make all behind it look changed.
 */
export function changesBetween(was: Table, now: Table): Change[] {
  const pairs = pairsOf(Array.from(linesOf(was).values()), Array.from(linesOf(now).values()));
  const changes: Change[] = [];
  if (was.total !== now.total) changes.push({ what: "total", was: was.total, now: now.total });
  changes.push(...groupsBetween(was, now));
  for (const line of linesOf(now).values()) {
    const before = pairs.get(line);
    if (!before) {
      changes.push({ what: "added", line });
      continue;
    }
    const parts = partsBetween(before, line);
    if (parts.length > 0) changes.push({ what: "changed", line, was: before, parts });
  }
  const kept = new Set(pairs.values());
  for (const line of linesOf(was).values()) if (!kept.has(line)) changes.push({ what: "removed", line });
  if (!isSame(was.bands ?? [], now.bands ?? [])) changes.push({ what: "bands" });
  return changes;
}

function pairsOf(was: readonly Line[], now: readonly Line[]): Map<Line, Line> {
  const pairs = new Map<Line, Line>();
  const taken = new Set<Line>();
  const alike = [
    (a: Line, b: Line) => a.code === b.code && nameOf(a) === nameOf(b),
    (a: Line, b: Line) => nameOf(a) !== "" && nameOf(a) === nameOf(b),
    (a: Line, b: Line) => a.code === b.code,
  ];
  for (const isAlike of alike)
    for (const line of now) {
      if (pairs.has(line)) continue;
      const found = was.find((each) => !taken.has(each) && isAlike(each, line));
      if (!found) continue;
      pairs.set(line, found);
      taken.add(found);
    }
  return pairs;
}

const nameOf = ({ title = "" }: Line) => title.toLowerCase();

function groupsBetween(was: Table, now: Table): Change[] {
  const titles = (table: Table) => new Map(table.groups.map(({ code, title = "" }) => [code, title]));
  const [before, after] = [titles(was), titles(now)];
  return [...new Set([...after.keys(), ...before.keys()])]
    .filter((code) => before.get(code) !== after.get(code))
    .map((code) => ({ what: "group", code, was: before.get(code), now: after.get(code) }));
}

function partsBetween(was: Line, now: Line): Part[] {
  const parts: Record<Part, boolean> = {
    code: was.code !== now.code,
    title: (was.title ?? "") !== (now.title ?? ""),
    place: placeOf(was) !== placeOf(now),
    points: mostOf(was) !== mostOf(now),
    way: !isSame(restOf(was), restOf(now)),
    owner: !isSame(ownerOf(was), ownerOf(now)),
  };
  return (Object.keys(parts) as Part[]).filter((part) => parts[part]);
}

const placeOf = (line: Line) =>
  line.kind === "criterion"
    ? `in ${line.group}`
    : line.kind === "bonus" && line.aboveTotal
      ? "above"
      : line.kind;

/** The most a line gives, or what it takes off each time; in hundredths. */
export const mostOf = (line: Line) =>
  line.kind === "deduction" ? hundredthsOf(line.points) : maximumOf(line.way);

/** How points come about, the most of them apart. */
function restOf(line: Line): unknown {
  if (line.kind === "deduction") return "deduction";
  const { way } = line;
  switch (way.way) {
    case "judged":
    case "yes-no":
    case "target-and-leader":
    case "share-of-best":
      return way.way;
    case "ratio":
      return [way.way, way.uncapped ?? false];
    case "per-time":
      return [way.way, way.points];
    case "plus-minus":
      return [way.way, way.plus, way.minus, way.min];
    case "steps":
      return [way.way, way.of, inOrder(way)];
  }
}

const inOrder = ({ steps }: Extract<Way, { way: "steps" }>) =>
  steps.toSorted((a, b) => a.from - b.from).map(({ from, points }) => [from, points]);

const ownerOf = (line: Line) => [
  line.by === "clerk" ? "clerk" : "declared",
  line.kind === "deduction" ? "" : (line.agency ?? ""),
];

/** Plain data, written out. */
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
