import type { Place } from "./address.ts";

/**
 * One delegate's ballot in one poll, as this phone knows it. It is kept before it is first sent, and the same bytes
 * are sent until there is an answer. What was chosen is nowhere in it, but where the poll is open.
 */
export type Kept = Place & {
  delegate: string;
  poll: string;
  /** Counts the answers of one delegate, where the rule lets them change their mind. */
  no: number;
  keptAt: number;
  state: "kept" | "in" | "refused";
  /** Until it is in. */
  ticket?: string;
  answer?: { sealed: string } | { choose: string[] };
  code?: string;
  /** Another phone, another tab or an earlier visit put in the one that is there. */
  isElsewhere?: true;
  refusal?: { code: string; about: Record<string, unknown> };
  /** The answer before this one, in the box for as long as this one is not. */
  stands?: { no: number; code?: string };
};

/** Whose ballot in which poll: nobody has two, on whatever phone. */
export type Named = Place & { delegate: string; poll: string };

export const nameOf = ({ council, conference, delegate, poll }: Named) =>
  `ballot/${council}.${conference}.${delegate}.${poll}`;
