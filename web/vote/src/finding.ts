import type { Place } from "./address.ts";
import { hallOf, type Question } from "./hall.ts";
import type { Outbox } from "./outbox.ts";
import { isTaking, type Scene } from "./scene.ts";

type Asked = Place & { delegate: string; ticket: string };

/**
 * Where this phone knows nothing of a ballot, another may have sent it. That is asked when the page comes upon a box
 * already open or shut, not by a hall full of phones that see it open.
 */
export class Finding {
  readonly #outbox: Outbox;
  readonly #asked = new Set<string>();
  readonly #seenOpening = new Set<string>();

  constructor(outbox: Outbox) {
    this.#outbox = outbox;
  }

  /** Time has passed unseen: what was asked before may be otherwise. */
  again() {
    this.#asked.clear();
  }

  look(scene: Scene, question: Question, { delegate, ticket, ...place }: Asked, now: number) {
    const takes = isTaking(question, now);
    if (question.state === "ready") this.#seenOpening.add(question.poll);
    const mayBeOtherwise =
      scene.scene === "ballot" ||
      scene.scene === "closed" ||
      (scene.scene === "way" && scene.kept.state === "in" && question.rule.mayChange && takes);
    const name = `${delegate} ${question.poll} ${takes}`;
    if (!mayBeOtherwise || this.#asked.has(name) || (takes && this.#seenOpening.has(question.poll))) return;
    this.#asked.add(name);
    const about = { ...place, delegate, poll: question.poll };
    const ask = async () => {
      try {
        const found = await hallOf(ticket).findBallot(about);
        if (found.state === "unsettled") this.#asked.delete(name);
        else this.#outbox.learn(about, found);
      } catch {
        // Asked again when the page is looked at anew; sending tells the truth in any case.
      }
    };
    // After what somebody waits for, and not all at once.
    setTimeout(() => void ask(), 600 + 1_400 * Math.random());
  }
}
