import type { Shares } from "../hall.ts";
import type { House } from "./house.ts";
import type { Ledger } from "./ledger.ts";
import type { Story } from "./story.ts";

/** Where the day takes place: the machine, who remembers, what is told, and the address of the conference. */
export type Room = {
  house: House;
  ledger: Ledger;
  story: Story;
  at: { year: number; cluster: string; council: string; conference: string };
  shares: Shares;
  /** The polls that were put to the hall, in order; all but the last came to nothing. */
  held: string[];
  /** Who reaches the threshold of a poll, worked out from outside. */
  reached: Map<string, string[]>;
  /** Which poll was held with which key. */
  slots: Map<number, string>;
  /** The chair was told that the quorum is not reached. */
  isToldThin: boolean;
};
