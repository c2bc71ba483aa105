import type { Delegate, Question } from "./hall.ts";

type Choose = Pick<Question["rule"], "choose" | "yesNo" | "ownUnit">;

/** Who stands on this delegate's ballot: in the order of the alphabet, and not the own unit where the rule says so. */
export function namesFor(
  { candidates, rule }: Pick<Question, "candidates"> & { rule: Choose },
  { unit }: Pick<Delegate, "unit">,
) {
  const { compare } = new Intl.Collator("vi", { numeric: true });
  const offered = candidates.filter(({ id }) => rule.ownUnit || id !== unit);
  return {
    offered: offered.sort((a, b) => compare(a.name, b.name)),
    isOwnLeftOut: offered.length < candidates.length,
  };
}

/** What was marked on a ballot that is not sent yet. It lives in this page alone and is never written down. */
export class Marks {
  readonly #rule: Choose;
  readonly #offered: readonly string[];
  readonly #answers = new Map<string, boolean>();
  isBlank = false;

  constructor(rule: Choose, offered: readonly string[]) {
    this.#rule = rule;
    this.#offered = offered;
  }

  get chosen(): string[] {
    return this.#offered.filter((id) => this.#answers.get(id));
  }

  /** A blank ballot is one that chooses nobody; answering no to all is said by answering. */
  get mayBeBlank(): boolean {
    return this.#rule.choose.min === 0 && !this.#rule.yesNo;
  }

  get most(): number {
    return Math.min(this.#rule.choose.max, this.#offered.length);
  }

  answerTo = (id: string) => this.#answers.get(id);

  mark(id: string, yes: boolean) {
    this.isBlank = false;
    if (yes && this.#rule.choose.max === 1 && !this.#rule.yesNo) this.#answers.clear();
    if (yes || this.#rule.yesNo) this.#answers.set(id, yes);
    else this.#answers.delete(id);
  }

  leaveBlank(yes: boolean) {
    this.isBlank = yes;
    if (yes) this.#answers.clear();
  }

  /** No more may be marked. With one to choose, another mark simply moves. */
  get isFull(): boolean {
    return this.chosen.length >= this.most && (this.#rule.choose.max > 1 || this.#rule.yesNo === true);
  }

  /** How many are still missing, or too many; nothing where it can be sent. */
  get missing(): { few: number } | { many: number } | { answers: number } | undefined {
    const count = this.chosen.length;
    if (this.isBlank) return undefined;
    const open = this.#rule.yesNo ? this.#offered.filter((id) => !this.#answers.has(id)).length : 0;
    if (open > 0) return { answers: open };
    if (count > this.#rule.choose.max) return { many: count - this.#rule.choose.max };
    const least = Math.max(this.#rule.choose.min, this.#rule.yesNo ? 0 : 1);
    return count < least ? { few: least - count } : undefined;
  }
}
