import { addressOf } from "../router.svelte.ts";
import { dayIn, type Visit, yearIn } from "./visit.svelte.ts";

export const cluster = "cum-4";
export const clerk = "thuong-truc";
/** Named after the demo: whoever has its id may watch. */
export const conferenceIn = ({ council }: Pick<Visit, "council">) => `hoi-nghi-${council.slice(4, 14)}`;

type Part = "clerk" | "head" | "officer" | "teller";
type Player = { part: Part; person: string; placeIn: (visit: Visit) => string };

/** Parts one may play with one tap, each with the place where there is something to do. */
export const players: readonly Player[] = [
  { part: "clerk", person: clerk, placeIn: (visit) => addressOf("clusters", { year: yearIn(visit) }) },
  {
    part: "head",
    person: "lang-son",
    placeIn: (visit) => addressOf("appraisal", { year: yearIn(visit), cluster, unit: "cao-bang" }),
  },
  {
    part: "officer",
    person: "ha-giang",
    placeIn: (visit) => addressOf("sheet", { year: yearIn(visit), cluster, unit: "ha-giang" }),
  },
  {
    part: "teller",
    person: "kiem-phieu",
    placeIn: (visit) =>
      addressOf("conference", { year: yearIn(visit), cluster, conference: conferenceIn(visit) }),
  },
];

/** In the middle of the year's work: self-scoring ended yesterday, the conference is at the end of the week. */
export function calendarIn(visit: Visit) {
  return {
    running: dayIn(visit, -200),
    scoring: dayIn(visit, -14),
    review: dayIn(visit, -1),
    voting: dayIn(visit, 6, "00:30"),
    counting: dayIn(visit, 6, "09:00"),
    closed: dayIn(visit, 80),
  };
}
/** Before that, while the covenant is signed and the sheets are filled in. */
export const calendarBefore = (visit: Visit) => ({
  ...calendarIn(visit),
  scoring: dayIn(visit, 20),
  review: dayIn(visit, 21),
  voting: dayIn(visit, 22),
  counting: dayIn(visit, 23),
});
