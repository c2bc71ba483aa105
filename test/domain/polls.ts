import type { Poll, Rule, Share } from "#domain/poll.ts";

type Change = Partial<Omit<Rule, "choose">> & { choose?: Partial<Rule["choose"]> };

/** A rule as it is spoken: `> 1/2 of members`, `≥ 2/3 of cast`. */
export function ruleOf(spoken: string, { choose, ...change }: Change = {}): Rule {
  const [sign, share, , base] = spoken.split(" ") as [string, string, string, Rule["threshold"]["base"]];
  return {
    secret: true,
    voter: "unit",
    ownUnit: true,
    quorum: null,
    threshold: { base, ...shareOf(`${sign} ${share}`) },
    seats: 1,
    tie: "second-round",
    publish: "figures",
    ...change,
    choose: { min: 0, max: 1, ...choose },
  };
}

export function shareOf(spoken: string): Share {
  const [sign, share = ""] = spoken.split(" ");
  return sign === ">" ? { moreThan: share } : { atLeast: share };
}

/** Papers as they are read out: a letter a name, `.` a blank one, `-` no to every name, `a a ab .` four papers. */
export const papersOf = (read: string) =>
  read
    .split(" ")
    .filter(Boolean)
    .map((paper) =>
      paper === "." ? { choose: [], blank: true as const } : { choose: Array.from(paper.replace("-", "")) },
    );

export function pollOf(poll: string, change: Partial<Poll> = {}): Poll {
  return {
    year: 2026,
    cluster: "cum-4",
    poll,
    for: "nomination",
    award: "CO_BT",
    candidates: ["a", "b", "c", "d"],
    round: 1,
    state: "counted",
    ...change,
  };
}
