import { awardedBy, printed } from "#domain/nomination.ts";
import type { Story } from "./cast.ts";

/** What came of the year, read back through the API in the shape the year file promises. */
export async function outcomeOf({ file, cast: { clerk } }: Story) {
  const { year } = file;
  const here = { year, cluster: file.cluster.id };
  const [ranking, matrix, movements, polls, nominations, register, next, closing] = await Promise.all([
    clerk.scoring.readRanking(here),
    clerk.scoring.readMatrix(here),
    clerk.movements.listMovements(here),
    clerk.ballots.listPolls(here),
    clerk.nominations.listNominations(here),
    clerk.nominations.readRegister({ year }),
    clerk.units.readCluster({ ...here, year: year + 1 }),
    clerk.closing.readClosing({ yearNo: year }),
  ]);
  const byId = new Map(polls.map((entry) => [entry.poll.poll, entry]));
  return {
    standings: ranking.standings,
    lines: Object.fromEntries(
      matrix.units.map(({ unit, lines }) => [
        unit,
        Object.fromEntries(Object.entries(lines).map(([code, { points }]) => [code, points])),
      ]),
    ),
    movements: movements.map(({ movement, totals }) => ({
      name: movement.name,
      totals: totals.map(({ metric, measure, value, changePercent }) => ({
        metric,
        measure,
        value,
        changePercent,
      })),
    })),
    polls: file.polls.map(({ id }) => pollOutcome(byId.get(id))),
    proposals: nominations.map(({ nomination, checks }) => ({
      award: nomination.award,
      recipient: printed(nomination.recipient),
      warnings: checks.filter(({ result }) => result !== "met"),
    })),
    register: register.map((decision) => ({
      award: awardedBy(decision) ?? decision.award,
      recipient: printed(decision.recipient),
      number: decision.number,
    })),
    nextYear: { year: year + 1, head: next.head ?? null, deputies: next.deputies },
    closed: { seal: closing.seal },
  };
}
export type Outcome = Awaited<ReturnType<typeof outcomeOf>>;

type Shown = Awaited<ReturnType<Story["cast"]["clerk"]["ballots"]["listPolls"]>>[number];

function pollOutcome(shown: Shown | undefined) {
  const tally = shown?.poll.tally;
  if (!shown || !tally) throw new Error("A poll of the story was not counted.");
  const { poll, decision } = shown;
  const isOpen = poll.rule?.publish === "figures";
  const { entitled, present, issued, collected, valid, blank, votes, quorum } = tally;
  return {
    id: poll.poll,
    entitled,
    present,
    issued,
    collected,
    valid,
    blank: isOpen ? blank : null,
    candidates: poll.candidates.map((id) => ({
      id,
      for: isOpen ? (votes[id] ?? 0) : null,
      percent: isOpen ? (decision?.percent[id] ?? 0) : null,
    })),
    quorum,
    passed: decision?.passed ?? [],
    tied: decision?.tied ?? [],
  };
}
