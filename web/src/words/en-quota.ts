import type { quota as quotaVi } from "./vi-quota.ts";

const clusters = (count: number) => (count === 1 ? "one cluster" : `${count} clusters`);

export const quota: typeof quotaVi = {
  title: (year) => `Quotas of ${year}`,
  name: "Quotas",
  sentence: (count, own) => {
    if (count === 0 && own === 0) return "No quota is set for this year.";
    const all =
      count === 0
        ? "The council has set no quota for all"
        : `Every cluster follows ${count === 1 ? "one quota" : `${count} quotas`} of the council`;
    return `${all}${own === 0 ? "" : `; ${clusters(own)} ${own === 1 ? "has its" : "have their"} own`}.`;
  },
  how: "A quota is there to compare with: whoever is over it is told so and why, and no nomination is stopped.",
  most: {
    number: (figure) => `at most ${figure} a cluster`,
    units: (figure) => `at most ${figure}% of the members`,
    remaining: (figure) => `at most ${figure}% of the units that remain`,
    clusters: (figure) => `at most ${figure}% of the units that lead a cluster, over the whole council`,
  },
  may: {
    number: (may) => `at most ${may}`,
    units: (may, figure, of) => `at most ${may}, ${figure}% of ${of} members`,
    remaining: (may, figure, of) => `at most ${may}, ${figure}% of ${of} that remain`,
    clusters: (may, figure, of) => `at most ${may} over the whole council, ${figure}% of ${of} clusters`,
  },
  proposed: (count) => (count === 0 ? "None proposed" : `${count} proposed`),
  over: (count) => `${count} over`,
  within: "Within the quota",
  full: "Full",
  overTitle: (count) =>
    count === 1 ? "One award is over its quota." : `${count} awards are over their quota.`,
  basis: (text, from, to) => `Ground: ${text}, from ${from}${to ? ` to ${to}` : ""}.`,
  show: "See the year's quotas",
  set: "Set the year's quotas",
  award: "Title or form",
  whole: "Quotas of the whole council",
  wholeNone: "No cluster is over its quota.",
  wholeOver: (count) => `${count === 1 ? "One cluster is" : `${count} clusters are`} over a quota`,
  inside: {
    title: "Within the quota, by rank alone",
    how: "Who is proposed is for the cluster's conference to decide.",
    who: (names) => `By rank: ${names}.`,
    border: (names) =>
      `Sharing the rank at the border: ${names}. Rank cannot part who is in from who is out.`,
    nobody: "Nobody by rank.",
  },
  seats: (may) => `The year's quota: ${may}.`,
  take: (count) => `Take ${count}`,
  edit: {
    title: "Set quotas",
    for: "For",
    all: "Every cluster",
    own: (cluster) => `${cluster} (its own)`,
    like: (cluster) => `${cluster} follows the quotas for all.`,
    differ: "Set quotas of its own for this cluster",
    follow: "Drop its own, follow the council",
    none: "No quota yet. Choose one of the usual forms and change it, or add line by line.",
    forms: {
      halves: "One Government flag, one provincial flag, certificates for 50% of the rest",
      fifth: "One flag, certificates for 20% of the rest",
      number: "Three flags a cluster",
    },
    before: (year) => `Copy from ${year}`,
    share: (no) => `Quota ${no}`,
    order: "Write them in the order of award: what remains is without those above.",
    measured: "Measured by",
    kinds: {
      number: "Number of units a cluster",
      units: "% of members",
      remaining: "% of units that remain",
      clusters: "% of all clusters",
    },
    figure: { number: "At most", percent: "At most, %" },
    basis: "Ground",
    basisHow: "Number of the guidance, article.",
    from: "In force from",
    to: "Until, if any",
    add: "Add a quota",
    remove: (no) => `Remove quota ${no}`,
    up: (no) => `Move quota ${no} up`,
    save: "Save quotas",
    saved: "Quotas saved.",
    notWhole: "Every line needs a figure, a ground and a first day.",
    closed: "The year is closed; its quotas change no more.",
  },
};
