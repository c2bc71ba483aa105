import type { demo as vi } from "./vi-demo.ts";

export const demo: typeof vi = {
  parts: {
    clerk: "Standing office",
    head: "Head of the cluster",
    officer: "Scoring officer",
    teller: "Tellers",
  },
  laying: {
    open: "Opening the demo council",
    people: "Inviting five units",
    year: "Opening the year, its cluster and its table",
    covenant: "Signing the covenant",
    movement: "Entering what movements brought",
    sheets: "Scoring and handing in sheets",
    review: "Appraising a few lines",
    conference: "Preparing the conference",
  },
  title: "Demo council",
  none: "No demo council is open.",
  open: (day) => `A demo council is open; it is forgotten on ${day}.`,
  what: "A real cluster of five units in the middle of appraisal, with its conference ahead. Play any part and press any button: nothing reaches your real council, and after seven days everything is forgotten.",
  do: "Open a demo council",
  enter: "Go into the demo",
  link: "Try things out in a demo council",
  under: (done, of) => `Step ${done + 1} of ${of}`,
  stay: "This takes some ten seconds. If the page is closed meanwhile, it goes on next time.",
  band: (day) => `Demo council. Everything here is forgotten on ${day}.`,
  play: "Play",
  home: "Back to my own council",
  homeOperator: "Back to operating",
  throw: "Throw the demo away",
  throwTitle: "Throw this demo away?",
  throwHow: (day) =>
    `From now on nobody comes in, whoever has a page open included. What was written is forgotten on ${day}. Your real council stays as it is.`,
  throwDo: "Throw the demo away",
  keep: "Keep it",
};
