import type { movements as viMovements } from "./vi-movements.ts";

export const movements: typeof viMovements = {
  title: (year) => `Movements ${year}`,
  up: "up",
  down: "down",
  moreThan: "more than",
  since: (year) => `on ${year}`,
  noChange: "Last year's figures are not complete.",
  noContribution: "No contribution on record.",
  none: "No movement this year.",
  noneHow: "The cluster head or the standing office launches one; units record what they bring.",
};
