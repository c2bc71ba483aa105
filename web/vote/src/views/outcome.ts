import { h, icon } from "../element.ts";
import type { Outcome, Question } from "../hall.ts";
import { nameOf } from "../kept.ts";
import { barOf, headOf } from "./parts.ts";
import type { Here, View } from "./view.ts";

/** What came of it, as far as the rule lets it be shown: bars in the order of the ballot, or passed and not passed. */
export function outcomeView(question: Question, here: Here): View {
  const { words } = here;
  const head = headOf(question, here);
  const outcome = here.watch?.day?.outcomes.find(({ poll }) => poll === question.poll);
  const kept =
    here.place &&
    here.delegate &&
    here.outbox.of(nameOf({ ...here.place, delegate: here.delegate.delegate, poll: question.poll }));
  const to = here.place && `/vote/check/#${here.place.council}.${here.place.conference}.${question.poll}`;
  return {
    parts: [
      h(
        "div",
        { class: "face" },
        head.parts,
        outcome && figuresOf(outcome, here),
        kept?.code !== undefined &&
          !here.isKiosk &&
          h(
            "div",
            { class: "code" },
            h("span", { class: "label" }, words.way.code),
            h("b", {}, kept.code),
            h("a", { href: to }, words.outcome.check),
          ),
      ),
    ],
    said: `${here.nameOf(question)}. ${outcome ? resultOf(outcome, here) : words.stamp.published}`,
    tick: head.tick,
  };
}

function resultOf({ decision, candidates }: Outcome, { words }: Here): string {
  const passed = candidates.filter(({ id }) => decision.passed.includes(id)).map(({ name }) => name);
  return passed.length > 0 ? `${words.outcome.passed}: ${passed.join(", ")}.` : words.outcome.notPassed;
}

const percentIn = ({ language }: Here["words"], percent: number) =>
  `${String(percent).replace(".", language === "vi" || language === "lo" ? "," : ".")}\u00a0%`;

function figuresOf(outcome: Outcome, { words }: Here): HTMLElement {
  const { tally, decision, rule, candidates } = outcome;
  const say = words.outcome;
  const hasFigures = Object.keys(decision.percent).length > 0;
  const [over = 0, under = 1] = (rule.threshold.moreThan ?? rule.threshold.atLeast ?? "0/1")
    .split("/")
    .map(Number);
  const rows = candidates.map(({ id, name }) => {
    const isPassed = decision.passed.includes(id);
    const isTied = decision.tied.includes(id);
    const votes = tally?.votes[id] ?? 0;
    const percent = decision.percent[id] ?? 0;
    return h(
      "li",
      { "data-state": isPassed ? "passed" : undefined },
      h("b", {}, name),
      hasFigures && barOf(percent, (100 * over) / under, isPassed),
      h(
        "p",
        { class: "line" },
        hasFigures && h("span", { class: "small quiet" }, say.votes(votes, percentIn(words, percent))),
        h(
          "span",
          { class: "verdict" },
          isPassed && icon("check"),
          isPassed
            ? outcome.for === "nomination"
              ? say.passed
              : say.elected
            : isTied
              ? say.tied
              : say.notPassed,
        ),
      ),
    );
  });
  return h(
    "div",
    { class: "road" },
    h("ul", { class: "results" }, rows),
    tally && !tally.quorum && h("p", {}, say.noQuorum),
    h(
      "p",
      { class: "small quiet" },
      hasFigures && tally ? say.sum(tally.collected, tally.valid, tally.blank) : say.onlyPassed,
    ),
  );
}
