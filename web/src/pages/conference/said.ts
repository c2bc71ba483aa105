import type { Rule } from "#domain/poll.ts";
import type { Place } from "../../office.svelte.ts";

type Said = { choose?: readonly string[] | undefined; blank?: true | undefined };
type Words = { blank: string; noToAll: string };

/** What an answer in clear says, in words: the names, no to all, or nothing. */
export function saidOn(
  { choose = [], blank }: Said,
  { yesNo }: Rule,
  place: Pick<Place, "shortNameOf">,
  say: Words,
): string {
  if (choose.length > 0) return choose.map((unit) => place.shortNameOf(unit)).join(", ");
  return yesNo && !blank ? say.noToAll : say.blank;
}
