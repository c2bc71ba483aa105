import type { State } from "#domain/sheet.ts";
import type { IconName } from "../../parts/Sprite.svelte";

/** Nobody has touched it for so long: whoever looks at the board asks why. */
const stoppedAfter = 4 * 24 * 60 * 60_000;

type Shown = { state: "stored" | "here" | "stuck"; icon: IconName; says: State | "stopped" };

/** Where a sheet stands, in one mark and one word. */
export function savedOf(state: State, at: string | undefined, now: number): Shown {
  if (state === "submitted" || state === "final") return { state: "stored", icon: "check", says: state };
  if (state === "returned") return { state: "stuck", icon: "care", says: state };
  if (state === "filling" && at && now - Date.parse(at) > stoppedAfter)
    return { state: "stuck", icon: "wait", says: "stopped" };
  return { state: "here", icon: state === "blank" ? "same" : "edit", says: state };
}
