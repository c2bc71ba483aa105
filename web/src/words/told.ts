import type { Refusal } from "#lib/refusal.ts";
import { directory } from "../directory.svelte.ts";
import type { language as theLanguage } from "../language.svelte.ts";
import { About, type Told } from "./refusals.ts";

/** What a refusal says to people: what happened, what to do next, and whom to call. */
export function toldOf(
  { code, about }: Refusal,
  { words, format }: typeof theLanguage,
): Told & { contact: string | undefined } {
  const { refusals } = words;
  const tell = code in refusals ? refusals[code as keyof typeof refusals] : refusals["server/bug"];
  const known = new About(about, {
    format,
    phases: words.phases,
    personOf: (person) => directory.people.get(person),
    nameOf: (unit) => directory.units.get(unit) ?? unit,
  });
  return { ...tell(known), contact: directory.contact };
}
