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
};

export function expectedOf(room: Room, ballots: readonly KeptBallot[]): Expected {
  const { candidates, rule } = room.story;
  let papers = 0;
  const choices = ballots.map((ballot) => bareChoice(room, ballot, () => papers++));
  const valid = choices.filter((choose) => choose !== undefined && isInOrder(rule, choose)) as string[][];
  return {
    collected: ballots.length,
    valid: valid.length,
    blank: valid.filter((choose) => choose.length === 0).length,
    votes: Object.fromEntries(candidates.map((id) => [id, valid.filter((one) => one.includes(id)).length])),
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
