import type { Phase } from "#domain/calendar.ts";
import { isCounted } from "#domain/poll.ts";
import { call } from "../../call.ts";
import { office } from "../../office.svelte.ts";

export type Ready = {
  cluster: string;
  name: string;
  phase: Phase;
  /** What is still open, each with how many. */
  open: { what: "not-submitted" | "not-final" | "not-announced" | "polls-open"; count: number }[];
};

const atOnce = 6;

/** What is unfinished in each cluster. It advises: closing takes things as they are. */
export async function readinessOf(year: number): Promise<Ready[]> {
  const clusters = (await office.clustersIn(year)).filter(({ members }) => members.length > 0);
  const all: Ready[] = [];
  for (let from = 0; from < clusters.length; from += atOnce)
    all.push(
      ...(await Promise.all(
        clusters.slice(from, from + atOnce).map(({ cluster, name }) => readyOf(year, cluster, name)),
      )),
    );
  return all;
}

async function readyOf(year: number, cluster: string, name: string): Promise<Ready> {
  const at = { year, cluster };
  const [board, polls] = await Promise.all([call.scoring.readBoard(at), call.ballots.listPolls(at)]);
  const count = (what: (state: string) => boolean) => board.units.filter(({ state }) => what(state)).length;
  const open = [
    {
      what: "not-submitted" as const,
      count: count((state) => state === "blank" || state === "filling" || state === "returned"),
    },
    { what: "not-final" as const, count: count((state) => state === "submitted" || state === "review") },
    { what: "not-announced" as const, count: board.announced ? 0 : 1 },
    {
      what: "polls-open" as const,
      count: polls.filter(({ poll }) => !isCounted(poll) && poll.state !== "void" && poll.for !== "rehearsal")
        .length,
    },
  ];
  return { cluster, name, phase: board.phase, open: open.filter(({ count }) => count > 0) };
}
