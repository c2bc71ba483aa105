import type { PaperRead } from "#seal";
import type { KeptBallot } from "./kept.ts";
import type { Room } from "./room.ts";
import { isPaper } from "./truth.ts";

/** What a kept ballot says, as its maker meant it; undefined where it was made to be invalid. */
export function bareChoice(
  { ledger, story }: Room,
  { kept }: KeptBallot,
  nextPaper: () => number,
): PaperRead | undefined {
  if (kept === "paper" || kept === "letter") return story.paperOf(`p-${nextPaper()}`, 9);
  if (isPaper(kept)) {
    const [, ...said] = kept.split(" ");
    return said[0] === "(blank)" ? "blank" : said.filter(Boolean);
  }
  if (kept.startsWith("clear ")) return kept.slice(6).split(" ").filter(Boolean);
  const meant = ledger.meant.get(kept);
  if (!meant) ledger.expect("every envelope in the box was sealed by a phone", false);
  return meant?.choose;
}
