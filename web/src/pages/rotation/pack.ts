import type { api } from "#api";
import { isCounted } from "#domain/poll.ts";
import type { Given } from "#lib/route.ts";
import { call } from "../../call.ts";
import { office, type Place } from "../../office.svelte.ts";

type Open = "sheets" | "ranking" | "polls" | "unsigned" | "nominations";
export type Pack = Awaited<ReturnType<typeof packOf>>;

/** Everything the next head takes over, made from what is on record now. What cannot be read yet is left out. */
export async function packOf(year: number, cluster: string) {
  const place = await office.enter(year, cluster);
  const { at } = place;
  const [people, succession, covenant, board, ranking, movements, polls, nominations] = await Promise.all([
    call.units.listNames({}),
    call.rotation.readSuccession(at),
    call.rotation.readCovenant(at),
    call.scoring.readBoard(at),
    call.scoring.readRanking(at).catch(() => undefined),
    call.movements.listMovements(at),
    call.ballots.listPolls(at),
    call.nominations.listNominations(at),
  ]);
  const shown = polls.filter(({ poll }) => poll.for !== "rehearsal" && poll.state !== "void");
  const known = { covenant, board, polls: shown, nominations };
  return {
    place,
    succession,
    covenant,
    scheme: board.scheme,
    standings: ranking?.announced ? ranking.standings : [],
    movements,
    polls: shown,
    nominations,
    peopleOf: (unit: string) => people.filter((each) => each.unit === unit).map(({ name }) => name),
    open: openIn(place, known),
  };
}

type Known = {
  covenant: Given<typeof api.rotation.readCovenant>;
  board: Given<typeof api.scoring.readBoard>;
  polls: Given<typeof api.ballots.listPolls>;
  nominations: Given<typeof api.nominations.listNominations>;
};

/** What is not done yet, each with how many. */
function openIn(place: Place, { covenant, board, polls, nominations }: Known) {
  const open: { what: Open; count: number }[] = [
    { what: "sheets", count: board.units.filter(({ state }) => state !== "final").length },
    { what: "ranking", count: board.announced ? 0 : 1 },
    { what: "polls", count: polls.filter(({ poll }) => !isCounted(poll)).length },
    {
      what: "unsigned",
      count: covenant.covenant ? place.cluster.members.length - covenant.signatures.length : 0,
    },
    { what: "nominations", count: nominations.filter(({ decision }) => !decision).length },
  ];
  return open.filter(({ count }) => count > 0);
}
