import type { Refusal } from "#lib/refusal.ts";
import { directory } from "../directory.svelte.ts";
import type { language as theLanguage } from "../language.svelte.ts";
import { About, type Told } from "./refusals.ts";

/** What a refusal says to people: what happened, what to do next, and whom to call. */
export function toldOf(
  { code, about }: Refusal,
  { words, refusals, format }: typeof theLanguage,
): Told & { contact: string | undefined } {
  const { lost, refused } = words.app;
  const contact = directory.contact;
  if (!refusals) return { ...(code === "network/lost" ? lost : refused), contact };
  const tell = code in refusals ? refusals[code as keyof typeof refusals] : refusals["server/bug"];
  const known = new About(about, {
    format,
    phases: words.phases,
    personOf: (person) => directory.people.get(person),
    nameOf: (unit) => directory.units.get(unit) ?? unit,
  });
  return { ...tell(known), contact };
}
