import type { Place } from "../address.ts";
import type { Delegate, Question } from "../hall.ts";
import type { Outbox } from "../outbox.ts";
import type { Watch } from "../watch.ts";
import type { Words } from "../words/vi.ts";

/** What stands on the page: its parts, the sentence a screen reader is told, and what moves with the clock. */
export type View = { parts: Node[]; said: string; tick?: () => void };

/** What every view may look at, and what a delegate may do there. */
export type Here = {
  words: Words;
  place: Place | undefined;
  watch: Watch | undefined;
  outbox: Outbox;
  delegate: Delegate | undefined;
  isKiosk: boolean;
  hasArrived: boolean;
  now: () => number;
  /** On a shared tablet with a camera: shows what it sees there, and tells what it read. */
  scan: ((at: HTMLElement, tell: (text: string) => void) => Promise<boolean>) | undefined;
  nameOf: (question: Question) => string;
  enter: (typed: string) => Promise<"lost" | undefined>;
  arrive: () => Promise<boolean>;
  cast: (question: Question, no: number, choose: readonly string[]) => Promise<boolean>;
  change: (poll: string | undefined) => void;
};
