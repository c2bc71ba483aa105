import { plural } from "./english.ts";
import type { profile as viProfile } from "./vi-profile.ts";

export const profile: typeof viProfile = {
  sentence: (years, best, awards) =>
    years === 0
      ? "The unit is in no cluster yet."
      : [
          `In emulation for ${plural(years, "year")}`,
          ...(best === undefined ? [] : [`best rank ${best}`]),
          awards === 0 ? "no award yet" : plural(awards, "award"),
        ]
          .join(", ")
          .concat("."),
  kind: "Record of a unit",
  unknown: "No such unit.",
  years: "Through the years",
  year: "Year",
  cluster: "Cluster",
  office: "Office",
  rank: "Rank",
  rankOf: (rank, of) => `${rank} of ${of}`,
  total: "Total",
  rate: "Rate",
  hidden: "Not announced",
  chart: (points) => `Rate by year: ${points}`,
  chartHow: "The rate of the points assigned, since every year has its own scale.",
  head: () => "Head",
  deputy: () => "Deputy head",
  member: "Member",
  as: (name) => `as ${name}`,
  awards: "Awards",
  noAwards: "The register has no decision for this unit or anybody of it yet.",
  revoked: (number, date) => `Revoked by Decision ${number} of ${date}.`,
  restored: (number, date) => `Restored by Decision ${number} of ${date}.`,
  because: (reason) => `Reason: ${reason}`,
  names: "Names",
  since: (year) => `from ${year}`,
  into: (name, year) => `Went into ${name} from ${year}.`,
  from: (names) => `Continues ${names}.`,
  toRegister: "The register of the whole council",
  toProfile: (name) => `${name} through the years`,
};
