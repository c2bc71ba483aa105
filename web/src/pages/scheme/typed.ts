import type { Table, Way } from "#domain/scheme.ts";

export type Kind = "group" | "criterion" | "bonus" | "deduction";
export type WayName = Way["way"];

/** One line of the document as it stands in its fields: nothing typed is lost, also where it says nothing yet. */
export type Typed = {
  readonly id: number;
  readonly kind: Kind;
  readonly code: string;
  readonly title: string;
  readonly way: WayName;
  /** The most a line gives, or what each time of a deduction takes off. */
  readonly points: string;
  /** What one time gives. */
  readonly each: string;
  readonly minus: string;
  readonly least: string;
  readonly of: "rate" | "count";
  readonly steps: readonly { readonly from: string; readonly points: string }[];
  readonly uncapped: boolean;
  readonly by: "" | "clerk";
  readonly agency: string;
  readonly aboveTotal: boolean;
};

const nothing = {
  code: "",
  title: "",
  way: "judged",
  points: "",
  each: "",
  minus: "",
  least: "0",
  of: "rate",
  steps: [],
  uncapped: false,
  by: "",
  agency: "",
  aboveTotal: false,
} as const;

export const blank = (id: number, kind: Kind, given: Partial<Typed> = {}): Typed => ({
  ...nothing,
  ...given,
  id,
  kind,
});

export const written = (number: number) => String(number).replace(".", ",");
/** Nothing was written where no points stand. */
const pointsWritten = (number: number) => (number === 0 ? "" : written(number));

/** A table as its document, numbered from `from` on. */
export function typedFrom(table: Table, from = 1): Typed[] {
  let id = from - 1;
  const next = (kind: Kind, given: Partial<Typed>) => {
    id += 1;
    return blank(id, kind, given);
  };
  const named = ({ code, title = "" }: { code: string; title?: string | undefined }) => ({ code, title });
  return [
    ...table.groups.flatMap((group) => [
      next("group", named(group)),
      ...group.criteria.map((line) =>
        next("criterion", { ...named(line), ...ownerIn(line), ...wayIn(line.way) }),
      ),
    ]),
    ...table.bonus.map((line) =>
      next("bonus", {
        ...named(line),
        ...ownerIn(line),
        ...wayIn(line.way),
        aboveTotal: line.aboveTotal ?? false,
      }),
    ),
    ...table.deductions.map((line) =>
      next("deduction", {
        ...named(line),
        points: pointsWritten(line.points),
        by: line.by === "clerk" ? "clerk" : "",
      }),
    ),
  ];
}

const ownerIn = ({ by, agency = "" }: { by?: string | undefined; agency?: string | undefined }) => ({
  by: by === "clerk" ? ("clerk" as const) : ("" as const),
  agency,
});

function wayIn(way: Way): Partial<Typed> {
  switch (way.way) {
    case "steps":
      return {
        way: way.way,
        of: way.of,
        steps: way.steps.map(({ from, points }) => ({ from: written(from), points: written(points) })),
      };
    case "yes-no":
      return { way: way.way, points: pointsWritten(way.points) };
    case "per-time":
      return { way: way.way, each: pointsWritten(way.points), points: pointsWritten(way.limit) };
    case "plus-minus":
      return {
        way: way.way,
        each: pointsWritten(way.plus),
        minus: pointsWritten(way.minus),
        least: written(way.min),
        points: written(way.max),
      };
    case "ratio":
      return { way: way.way, points: pointsWritten(way.max), uncapped: way.uncapped ?? false };
    default:
      return { way: way.way, points: pointsWritten(way.max) };
  }
}
