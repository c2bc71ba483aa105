import { capital, counted, plural } from "./english.ts";
import type { nominations as viNominations, register as viRegister } from "./vi-nominations.ts";

export const nominations: typeof viNominations = {
  title: (year) => `Nominations ${year}`,
  sentence: (proposed, waiting, awarded) => {
    if (proposed === 0) return "No nominations yet.";
    if (waiting === proposed)
      return `${capital(plural(proposed, "nomination"))}, waiting for the council's answer.`;
    const refused = proposed - waiting - awarded;
    const parts = [
      ...(awarded > 0 ? [`${counted(awarded)} awarded`] : []),
      ...(refused > 0 ? [`${counted(refused)} not awarded`] : []),
      ...(waiting > 0 ? [`${counted(waiting)} waiting`] : []),
    ];
    return `${capital(plural(proposed, "nomination"))}: ${parts.join(", ")}.`;
  },
  notYet: "Proposed is not awarded. Only a decision by whoever has the power puts it into the register.",
  noneHow: (at) =>
    `The cluster head, a deputy or the standing office makes them, from a poll or by hand, from ${at}.`,
  make: "Nominate",
  print: "Print the submission on A4",
  toRegister: "See the register",
  list: "Nominations",
  counts: (count, of, percent) => `${plural(count, "collective")} of ${plural(of, "member")}, ${percent}`,
  countsHow:
    "Quotas follow the council's guidance of each year. The figure is for comparison and bars nothing.",
  people: (count) => plural(count, "person", "persons"),
  states: {
    waiting: "Waiting",
    awarded: "Awarded",
    refused: "Not awarded",
    changed: "Another award",
    withdrawn: "Withdrawn",
  },
  answered: (number, date) => [number, date].filter(Boolean).join(", "),
  changedTo: (award) => `Awarded: ${award}.`,
  byPoll: "From a poll",
  byHand: "By hand",
  by: (name, at) => `${name}, ${at}`,
  checks: (warnings) =>
    warnings === 0
      ? "Held against the standards"
      : `Held against the standards: ${counted(warnings)} to look at`,
  checksHow: "It advises; the council decides.",
  results: { met: "Met", "not met": "To look at", "cannot tell": "The record cannot tell" },
  figure: {
    rank: (is) => `rank ${is} in the cluster`,
    years: (is, of) => `${is} of ${of} years in a row in the register`,
  },
  basis: (text) => `Basis: ${text}`,
  withdraw: "Withdraw",
  withdrawHow: "A withdrawn nomination stays on record with its reason.",
  reason: "Reason",
  withdrawn: (reason) => `Withdrawn: ${reason}`,
  cancel: "Keep it",
  fromPolls: {
    title: "Passed at the conference, not nominated yet",
    take: (count) => (count === 1 ? "Make this nomination" : `Make these ${count} nominations`),
    of: (award, units) => `${award}: ${units}`,
  },
  deciding: {
    title: "Record a decision",
    how: "Choose the nominations that share one decision in the list above, then record it once.",
    chosen: (count) => (count === 0 ? "None chosen." : `${capital(plural(count, "nomination"))} chosen.`),
    choose: (name) => `Choose the nomination of ${name}`,
    all: "Choose all that wait",
    outcome: "Answer",
    outcomes: { awarded: "Awarded as proposed", changed: "Another award", refused: "Not awarded" },
    to: "Awarded",
    number: "Decision number",
    date: "Date",
    reason: "Reason",
    save: (count) => (count <= 1 ? "Record the decision" : `Record it for ${count} nominations`),
    saved: (done, of) => `${done} of ${of} recorded.`,
  },
  nominating: {
    title: "Nominate",
    sentence: "Choose the award, then the collective or person.",
    kind: "For",
    kinds: { unit: "A collective", person: "A person" },
    search: "Find an award",
    searchHow: "Marks are not needed, for example: co thi dua, bang khen.",
    found: (count) => plural(count, "award"),
    unit: "Unit",
    person: "Full name",
    position: "Position",
    class: "Class of recipient",
    classHow: "For the statistics, for example: leader, official, direct worker.",
    reasons: "Merits, reasons",
    save: "Record the nomination",
    noAward: "No award chosen yet.",
    levels: {
      president: "State President",
      nasc: "Standing Committee of the National Assembly",
      government: "Government",
      pm: "Prime Minister",
      ministry_province: "Ministry, sector, province",
      armed_forces: "Armed forces",
      organisation: "Organisation",
      unit: "Head of a unit",
      commune: "Commune",
    },
    back: "Back to the list",
    refused: "Nominations cannot be made now.",
  },
};

export const register: typeof viRegister = {
  title: "Register of awards",
  sentence: (count, years) =>
    count === 0
      ? "The register is empty."
      : `${capital(plural(count, "award"))} in ${plural(years, "year")}.`,
  how: "It holds only what was decided. Proposed is not awarded.",
  noneHow: "The council clerk records decisions on the nominations page of each cluster.",
  search: "Find a unit, a person, an award, a decision number",
  searchHow: "With or without marks.",
  year: "Year",
  allYears: "All years",
  sort: "Sort by",
  sorts: { date: "Date of decision, newest first", name: "Name", award: "Award" },
  found: (count) => (count === 0 ? "Nothing found. Try fewer words." : plural(count, "award")),
  recipient: "Collective, person",
  unit: "Unit",
  position: "Position",
  award: "Award",
  number: "Decision number",
  date: "Date",
  cluster: "Cluster",
  print: "Print on A4",
};
