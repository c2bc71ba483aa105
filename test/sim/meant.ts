import type { KeptBallot } from "./kept.ts";
import type { Room } from "./room.ts";

/** What a kept ballot says, as its maker meant it; undefined where it was made to be invalid. */
export function bareChoice(
  { ledger, story }: Room,
  { kept }: KeptBallot,
  nextPaper: () => number,
): readonly string[] | undefined {
  if (kept === "paper" || kept === "letter") return story.choiceOf(`p-${nextPaper()}`, 9);
  if (kept.startsWith("clear ")) return kept.slice(6).split(" ").filter(Boolean);
  const meant = ledger.meant.get(kept);
  if (!meant) ledger.expect("every envelope in the box was sealed by a phone", false);
  return meant?.choose;
}
