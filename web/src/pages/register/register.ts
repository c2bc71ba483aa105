import { awardedBy, type Decision } from "#domain/nomination.ts";
import { folded } from "../conference/roll.svelte.ts";

/** One line of the register, with names as they were in its year. */
export type Line = {
  id: string;
  year: number;
  name: string;
  unit: string;
  /** Whose record through the years tells more. */
  profile: string;
  position: string;
  award: string;
  number: string;
  date: string;
  cluster: string;
};
export type Sort = "date" | "name" | "award";
type Names = {
  unit: (unit: string, year: number) => string;
  award: (code: string) => string;
  cluster: (cluster: string, year: number) => string;
};

export function lineOf(decision: Decision, names: Names): Line {
  const { year, recipient, number = "", date = "", cluster } = decision;
  const unit = names.unit(recipient.unit, year);
  return {
    id: `${year} ${decision.decision}`,
    year,
    name: "person" in recipient ? recipient.person : unit,
    unit: "person" in recipient ? unit : "",
    profile: recipient.unit,
    position: "person" in recipient ? (recipient.position ?? "") : "",
    award: names.award(awardedBy(decision) ?? decision.award),
    number,
    date,
    cluster: cluster ? names.cluster(cluster, year) : "",
  };
}

/** Every word must be somewhere in a line, with or without its marks. */
export function foundIn(lines: readonly Line[], search: string, year: number | undefined): Line[] {
  const words = folded(search).split(" ");
  return lines.filter((line) => {
    const text = folded(
      [line.name, line.unit, line.position, line.award, line.number, line.cluster, String(line.year)].join(
        " ",
      ),
    );
    return (year === undefined || line.year === year) && words.every((word) => text.includes(word));
  });
}

export function sorted(lines: readonly Line[], by: Sort, collate: (a: string, b: string) => number): Line[] {
  const byDate = (a: Line, b: Line) => b.year - a.year || collate(b.date, a.date) || collate(a.name, b.name);
  return lines.toSorted((a, b) => (by === "date" ? 0 : collate(a[by], b[by])) || byDate(a, b));
}
