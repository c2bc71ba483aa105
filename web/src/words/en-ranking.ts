import type { Row } from "../pages/ranking/ranking.svelte.ts";
import { capital, counted, plural } from "./english.ts";
import type { Format } from "./format.ts";
import type { ranking as viRanking } from "./vi-ranking.ts";

const partName = (code: string, title: string) =>
  code === "+" ? "bonus and deductions" : title || `part ${code}`;

function because(
  { rank, equals, over, under }: Row,
  nameOf: (unit: string) => string,
  format: Format,
): string {
  if (equals.length > 0) return `Equal to ${equals.map(nameOf).join(", ")}, sharing rank ${rank}.`;
  if (under) {
    const worst = under.parts.toSorted((a, b) => a.points - b.points)[0];
    const most =
      worst && worst.points < 0
        ? `, most of it in ${partName(worst.code, worst.title)} (${format.number(worst.points)})`
        : "";
    return `${format.number(Math.abs(under.by))} points behind ${nameOf(under.unit)}${most}.`;
  }
  if (!over) return "";
  const best = over.parts
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 2);
  const thanks = best
    .map(({ code, title, points }) => `${partName(code, title)} (+${format.number(points)})`)
    .join(" and ");
  return `${format.number(over.by)} points ahead of ${nameOf(over.unit)}${thanks ? `, by ${thanks}` : ""}.`;
}

export const ranking: typeof viRanking = {
  title: (year) => `Ranking ${year}`,
  tab: "Ranking",
  councilTab: "Whole council",
  council: {
    title: (year) => `Ranking of the whole council ${year}`,
    sentence: (shown, of) =>
      shown === 0
        ? "The council has announced no ranking yet."
        : shown === of
          ? of === 1
            ? "The only cluster is ranked."
            : `All ${plural(of, "cluster")} are ranked.`
          : `${capital(counted(shown))} of ${plural(of, "cluster")} are ranked.`,
    waiting: (count) => `${capital(plural(count, "cluster"))} announced since, not shown here yet.`,
    gather: "Announce for the whole council",
    gatherAgain: "Gather again from the clusters",
    none: "There is no ranking of the whole council yet.",
    noneHow: "When clusters have announced theirs, the clerk gathers and announces them here.",
    search: "Find a unit or a cluster",
    found: (count) => (count === 0 ? "" : `In ${plural(count, "cluster")}.`),
    nobody: (text) => `Nothing is called “${text}”.`,
    nobodyHow: "Try a part of the name, with or without its marks.",
    tableOf: (cluster) => `Ranking of ${cluster}`,
    more: (count) => `${capital(plural(count, "more cluster", "more clusters"))}`,
  },
  basis: (byRate, total, phase) =>
    `${phase === "scoring" ? "Claimed" : "Appraised"} points${total ? `, of ${total}` : ""}.${byRate ? " Ranked by the rate of assigned points, since some lines are not assigned." : ""}`,
  hidden: "Not announced: for now only the head, the deputies and the standing office can read it.",
  lead: (first, also, worth, second) =>
    also > 0
      ? `${capital(plural(also + 1, "unit"))} lead together with ${worth}.`
      : `${first} leads with ${worth}${second ? `, ${second.by} ahead of ${second.name}` : ""}.`,
  points: (points) => `${points} points`,
  proposed: (award) => `Proposed: ${award}`,
  onLast: (year) => `On ${year}`,
  announcedBy: (name, at) => `Announced by ${name}, ${at}.`,
  dated: (at) =>
    new Date(at).toLocaleDateString("en-GB", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "long" }),
  announce: "Announce the ranking",
  announceTitle: "Announce the ranking to the cluster",
  announceHow: "From now on every unit of the cluster reads points and ranks. It cannot be taken back.",
  notYet: "The ranking is not announced.",
  notYetHow:
    "The cluster head or the standing office announces it when the appraisal is done. A unit's own points are on its sheet.",
  print: "Print on A4",
  places: "Ranks",
  rank: "Rank",
  unit: "Unit",
  total: "Total",
  rate: "Rate",
  shared: "shared",
  because,
  plot: (is, was, year) => `${was === undefined ? "" : `${was} in ${year - 1}, `}${is} in ${year}`,
  moved: (places) => (places === 0 ? "same rank" : places > 0 ? `up ${places}` : `down ${-places}`),
  inherited: (unit, year) => `In ${year} it stood as ${unit}, which has gone into it since.`,
  why: (points) => `Why ${points} points?`,
  bonus: "Bonus, deductions",
  part: (code) => `Part ${code}`,
  claimed: "Claimed",
  appraised: "Appraisal",
  assigned: "Assigned",
  line: (code) => `Line ${code}.`,
  lastYear: (year) => String(year),
  thisYear: (year) => String(year),
  rules: "Rules",
  tieTitle: "Equals share a rank",
  tieHow: (rows, partedBy) => {
    const tie = rows.find(({ equals }) => equals.length > 0);
    const next = tie && rows.find(({ rank }) => rank > tie.rank);
    const skipped =
      tie && next
        ? `${capital(plural(tie.equals.length + 1, "unit"))} are at rank ${tie.rank}, so the next rank is ${next.rank}. `
        : "";
    return `${skipped}${partedBy.length > 0 ? `The cluster parts equals by line ${partedBy.join(", ")}; here these are equal too.` : "The cluster named no line to part equals by."}`;
  },
};
