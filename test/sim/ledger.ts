/** What somebody was told of one delegate's ballot, and between which moments they had asked and heard. */
export type Told = {
  actor: string;
  delegate: string;
  poll: string;
  from: number;
  to: number;
  asked: "send" | "find";
  /** A state as `findBallot` has it, or the code of a refusal. */
  state: string;
  /** What was sent, in the form it is kept in. */
  sent?: string;
  no?: number | undefined;
  code?: string | undefined;
};

/** What is behind an envelope, as the phone that sealed it knows; undefined where it was sealed to be invalid. */
type Meant = { delegate: string; choose: readonly string[] | undefined; code: string };

/** A paper as a teller gave or entered it, and whether it was taken. */
type Given = { poll: string; delegate: string; kept: string; isTaken: boolean; refused?: string };

export type Ledger = ReturnType<typeof ledgerOf>;

/** What the models did, chose and were told; the run is judged by it. */
export function ledgerOf(now: () => number) {
  const told: Told[] = [];
  const meant = new Map<string, Meant>();
  const given: Given[] = [];
  const secrets = new Set<string>();
  const lines: string[] = [];
  const failed: string[] = [];
  return {
    told,
    meant,
    given,
    /** Tickets, codes and shares, which nobody may find anywhere. */
    secrets,
    lines,
    failed,
    tell(one: Told) {
      told.push(one);
      lines.push(`${now()} ${one.actor} ${one.poll} ${one.asked} ${one.state} ${one.no ?? ""}`);
    },
    say: (line: string) => void lines.push(`${now()} ${line}`),
    expect(fact: string, holds: boolean) {
      if (!holds) failed.push(fact);
    },
  };
}
