import { Refusal } from "#lib/refusal.ts";

/** A line that somebody else was quicker on: what was sent, and what stands there. */
export type Collided<Sent, There> = { line: string; yours: Sent } & There;

/** The lines a refusal says collided, or undefined where it says something else. */
export function collidedIn<Sent, There>(error: unknown): Collided<Sent, There>[] | undefined {
  if (!(error instanceof Refusal) || error.code !== "sheet/line-changed") return undefined;
  return error.about["lines"] as Collided<Sent, There>[];
}
