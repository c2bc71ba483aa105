import type { Rule } from "#domain/poll.ts";
import type { KeptBallot } from "./kept.ts";
import { bareChoice } from "./meant.ts";
import type { Room } from "./room.ts";

/*
 * What ought to come of a box, worked out again from what the phones meant, with other arithmetic than that of the
 * rules under test.
 */
export type Expected = {
  collected: number;
  valid: number;
  blank: number;
  votes: Record<string, number>;
  against?: Record<string, number>;
};

export function expectedOf(room: Room, ballots: readonly KeptBallot[]): Expected {
  const { candidates, rule } = room.story;
  let papers = 0;
  const choices = ballots.map((ballot) => bareChoice(room, ballot, () => papers++));
  const isValid = (one: (typeof choices)[number]) =>
    one !== undefined && isInOrder(rule, one === "blank" ? [] : one);
  const valid = choices.filter(isValid) as (readonly string[] | "blank")[];
  const said = valid.filter((one) => one !== "blank");
  const blank = rule.yesNo
    ? valid.length - said.length
    : valid.filter((one) => one === "blank" || one.length === 0).length;
  const named = (id: string) => said.filter((one) => one.includes(id)).length;
  return {
    collected: ballots.length,
    valid: valid.length,
    blank,
    votes: Object.fromEntries(candidates.map((id) => [id, named(id)])),
    ...(rule.yesNo && {
      against: Object.fromEntries(candidates.map((id) => [id, said.length - named(id)])),
    }),
  };
}

const isInOrder = ({ choose: { min, max } }: Rule, choose: readonly string[]) =>
  choose.length >= min && choose.length <= max;

/** Who reaches the threshold, by whole numbers; undefined where a tie leaves it open. */
export function reachedBy(
  rule: Rule,
  { valid, votes }: Expected,
  { entitled, present, quorum }: { entitled: number; present: number; quorum: boolean },
): string[] {
  const { base, moreThan, atLeast } = rule.threshold;
  const whole = { members: entitled, present, cast: valid }[base];
  const [part, of] = (moreThan ?? atLeast ?? "1/2").split("/").map(Number) as [number, number];
  if (!quorum || whole === 0) return [];
  return Object.keys(votes).filter((id) => {
    const difference = (votes[id] ?? 0) * of - part * whole;
    return moreThan ? difference > 0 : difference >= 0;
  });
}
