import { createSubscriber } from "svelte/reactivity";
import { type Delegate, votersOf } from "#domain/conference.ts";
import { hasQuorum, isUnanimous } from "#domain/count.ts";
import { enoughOf } from "#domain/enough.ts";
import type { Poll, Rule } from "#domain/poll.ts";
import { Asking } from "../../asking.svelte.ts";
import type { Present, Seen } from "./hall.svelte.ts";

/** Up to so many votes a figure may tell who chose what. */
export const smallGroup = 7;
export const isSmall = (voters: number) => voters <= smallGroup;

export type Step = "not-begun" | "over" | "talk" | "lost" | "no-rule" | Poll["state"];

/** What the chair is at. */
export function stepOf(seen: Pick<Seen, "conference" | "point" | "find">): Step {
  const { conference, point } = seen;
  if (conference.ended) return "over";
  if (!point) return "not-begun";
  if (point.poll === undefined) return "talk";
  const poll = seen.find(point.poll)?.poll;
  if (!poll) return "lost";
  return poll.rule ? poll.state : "no-rule";
}

/** Who is entitled, who is there, and how many it takes. */
export function meterOf(rule: Rule, members: number, delegates: readonly Present[]) {
  const voters = votersOf(rule.voter, delegates as readonly Delegate[]);
  const entitled = rule.voter === "unit" ? members : voters.size;
  const present = delegates.filter((one) => one.present && voters.has(one.delegate)).length;
  const needed = rule.quorum ? enoughOf(rule.quorum, entitled) : 0;
  return { entitled, present, needed, isEnough: hasQuorum(rule, { present, entitled }) };
}

/** Whether the chair is asked before figures are shown, and what is chosen beforehand. */
export function askedOf({ rule, tally }: Pick<Poll, "rule" | "tally">): {
  isAsked: boolean;
  first: "passed" | undefined;
} {
  if (rule?.publish !== "figures" || !tally) return { isAsked: false, first: undefined };
  const small = isSmall(tally.entitled);
  return { isAsked: small || isUnanimous(tally), first: small ? "passed" : undefined };
}

/** The present to the second, while somebody looks. */
class Seconds {
  #subscribe = createSubscriber((update) => {
    const timer = setInterval(update, 500);
    return () => clearInterval(timer);
  });
  get current(): number {
    this.#subscribe();
    return Date.now();
  }
}
export const seconds = new Seconds();

/** Clocks in a hall differ: nobody waits longer than this for the fence, but asks again. */
const longestWait = 10;

/** After closing: asks for the seal until the last ballot that may be under way has had its time. */
export class Sealing {
  /** Seconds until it is asked again. */
  left = $state(0);
  readonly asking = new Asking<Poll>();
  readonly #seal: () => Promise<Poll>;
  readonly #done: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(seal: () => Promise<Poll>, done: () => void) {
    this.#seal = seal;
    this.#done = done;
    void this.attempt();
  }

  async attempt() {
    clearTimeout(this.#timer);
    const isSealed = await this.asking.ask(this.#seal);
    const { refusal } = this.asking;
    if (isSealed || !refusal) return this.#done();
    if (refusal.code !== "poll/not-settled") {
      // Somebody else may have sealed it: then the next reading shows it.
      if (refusal.code === "poll/changed-meanwhile") this.#done();
      return;
    }
    this.asking.refusal = undefined;
    const wait = Math.ceil((Date.parse(String(refusal.about["until"])) - Date.now()) / 1000);
    this.#countDown(Math.min(Math.max(wait, 1), longestWait));
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #countDown(left: number) {
    this.left = left;
    this.#timer = setTimeout(() => (left > 1 ? this.#countDown(left - 1) : void this.attempt()), 1000);
  }
}
