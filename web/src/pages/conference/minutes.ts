import type { api } from "#api";
import { percentOf } from "#domain/count.ts";
import type { Given } from "#lib/route.ts";

export type Read = Given<typeof api.ballots.readMinutes>;

/** What the minutes say of a count, row by row; without figures where only who passed is made known. */
export function linesOf({ poll, decision, base, names }: Read) {
  const { tally, rule } = poll;
  const showsFigures = (poll.published?.as ?? rule?.publish) === "figures";
  const passed = new Set(decision?.passed);
  const tied = new Set(decision?.tied);
  return names.map(({ id, name }) => {
    const votes = tally?.votes[id] ?? 0;
    const against =
      tally?.against?.[id] ?? (tally?.valid ?? 0) - votes - (rule?.yesNo ? 0 : (tally?.blank ?? 0));
    return {
      id,
      name,
      outcome: passed.has(id)
        ? ("passed" as const)
        : tied.has(id)
          ? ("tied" as const)
          : ("notPassed" as const),
      ...(showsFigures && { votes, against, percent: percentOf(votes, base) }),
    };
  });
}

/** Yes/no polls counted before no to all was told from blank have one figure for both. */
export const hasBlankApart = ({ rule, tally }: Read["poll"]) => !rule?.yesNo || tally?.against !== undefined;

/** Which ways were used, and how often. */
export function waysOf({ voted }: Pick<Read, "voted">) {
  const count = (on: string) => voted.filter((one) => one.on === on).length;
  return { phone: count("phone"), paper: count("paper"), letter: count("letter") };
}
