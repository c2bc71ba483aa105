import { plural } from "./english.ts";
import type { search as vietnamese } from "./vi-search.ts";

export const search: typeof vietnamese = {
  open: "Find",
  title: "Find units, clusters, years, pages",
  how: "Type a name with or without marks, or first letters: sls is Sở … Lạng Sơn.",
  found: (count) => (count === 0 ? "Nothing found." : `${plural(count, "result")}.`),
  none: (typed) => `Nothing answers to “${typed}”.`,
  noneHow: "Try a part of the name, or the first letters of its words.",
  recent: "Opened lately",
  close: "Close",
  kinds: {
    page: "Page",
    unit: "Unit",
    person: "Person",
    cluster: "Cluster",
    year: "Year",
  },
  inCluster: (cluster, year) => `${cluster}, ${year}`,
  notIn: (year) => `In no cluster in ${year}`,
};
