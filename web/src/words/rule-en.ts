import type { Rule, Share } from "#domain/poll.ts";
import { counted, plural } from "./english.ts";
import type { Format } from "./format.ts";

const known: Record<string, string> = { "1/2": "half", "2/3": "two thirds", "3/4": "three quarters" };

const percentOf = (fraction: string) => {
  const [part = 0, whole = 1] = fraction.split("/").map(Number);
  return Math.round((100_000 * part) / whole) / 1000;
};
const shareOf = ({ moreThan, atLeast }: Share, format: Format) => {
  const fraction = moreThan ?? atLeast ?? "0/1";
  return `${moreThan === undefined ? "at least" : "more than"} ${known[fraction] ?? format.percent(percentOf(fraction))}`;
};

const bases = {
  unit: { members: "of the members", present: "of the units present", cast: "of the valid ballots" },
  delegate: {
    members: "of the delegates",
    present: "of the delegates present",
    cast: "of the valid ballots",
  },
};
const ties = {
  "second-round": "equals are voted on again",
  "higher-total": "equals go by rank",
  chair: "the chair decides between equals",
  lot: "the lot decides between equals",
};
const choice = ({ choose: { min, max }, yesNo }: Rule) =>
  yesNo
    ? "yes or no to each name"
    : min === max
      ? `exactly ${plural(max, "name")}`
      : min === 0
        ? `at most ${plural(max, "name")}`
        : `${counted(min)} to ${plural(max, "name")}`;

/** The whole rule as one sentence. */
export function sentenceEn(rule: Rule, format: Format): string {
  const { secret, voter, ownUnit, quorum, threshold, seats, tie, publish, written, mayChange } = rule;
  return `${[
    `${secret ? "Secret ballot" : "Open vote"}, one for each ${voter}, ${choice(rule)}, ${plural(seats, "seat")}`,
    `${shareOf(threshold, format)} ${bases[voter][threshold.base]} passes`,
    ties[tie],
    ...(quorum ? [`held when ${shareOf(quorum, format)} ${bases[voter].members} are present`] : []),
    ...(ownUnit ? [] : ["not for one's own unit"]),
    ...(written ? ["absent members may write"] : []),
    ...(mayChange ? ["one may change one's mind until it closes"] : []),
    publish === "figures" ? "figures are shown" : "only passed or not passed is shown",
  ].join("; ")}.`;
}
