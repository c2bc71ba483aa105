import { standing } from "#domain/movement.ts";
import { language } from "../../language.svelte.ts";
import { office } from "../../office.svelte.ts";
import { dayIn, type Sheet } from "../../spreadsheet/described.ts";
import { movementWords } from "../../words/movements.svelte.ts";
import type { Movements } from "./movements.svelte.ts";

/** Every figure that counts, a line each, as it was entered. */
export function movementsSheet({ place, list }: Movements): Sheet {
  const { excel } = language.words;
  const say = movementWords.current;
  return {
    name: language.words.frame.menu.movements,
    title: say.title(place.year.year),
    under: [place.cluster.name],
    headings: [
      excel.movement,
      say.unit,
      say.metric,
      say.value,
      say.measure,
      excel.atLeast,
      say.lastYear(place.year.year - 1),
      say.date,
      say.source,
      excel.enteredBy,
    ],
    rows: list.flatMap(({ movement, contributions }) =>
      standing(contributions).map((one) => [
        movement.name,
        place.nameOf(one.unit),
        one.metric,
        one.value,
        one.measure,
        one.atLeast ? excel.yes : undefined,
        one.lastYear ?? undefined,
        dayIn(one.date),
        one.source,
        office.personNameOf(one.by),
      ]),
    ),
  };
}
