import { api } from "#api";
import { keyPairs } from "#domain/ceremony.ts";
import type { Local } from "#infra/local/local.ts";
import { client } from "#lib/client.ts";
import { sliceOf } from "#lib/envelope.ts";
import { holdCeremony, readBox, sealChoice, solveRiddle } from "#seal";
import type { Caller, Story } from "./cast.ts";
import type { StoryPoll } from "./file.ts";

type Share = Uint8Array;
type At = { year: number; cluster: string };
/** One conference of the story: who is in the hall, their tickets, and the tellers' shares. */
export type Hall = {
  at: At & { conference: string };
  tickets: ReadonlyMap<string, string>;
  shares: readonly [Share, Share, Share];
  present: Set<string>;
  boxes: number;
};

/** Longer than the lead of a closing by hand and its fence together. */
const untilSettled = 15_000;

/** The API as whoever holds a ticket. */
const holderOf = ({ url }: Local, ticket: string): Caller =>
  client(api, (path, init) =>
    fetch(url + path, { ...init, headers: { ...init.headers, authorization: `Ticket ${ticket}` } }),
  );

/** The hall a poll is held in: the one there is, or a new one where somebody has left it or its keys are used up. */
export async function hallFor(story: Story, halls: Hall[], { absent }: StoryPoll): Promise<Hall> {
  const { members } = story.file.cluster;
  const here = members.map(({ id }) => id).filter((id) => !absent.includes(id));
  const last = halls.at(-1);
  const isLeft = last && Array.from(last.present).some((id) => !here.includes(id));
  const hall = last && !isLeft && last.boxes < keyPairs - 1 ? last : await gather(story, halls.length + 1);
  if (hall !== last) halls.push(hall);
  for (const delegate of here.filter((id) => !hall.present.has(id))) {
    await story.cast.clerk.ballots.checkIn({ ...hall.at, delegate });
    hall.present.add(delegate);
  }
  return hall;
}

/** One delegate for each member, tickets for all, keys made, split and tried in every pair. */
async function gather({ file, cast: { clerk, teller } }: Story, no: number): Promise<Hall> {
  const { year, cluster } = file;
  const at = { year, cluster: cluster.id, conference: `hoi-nghi-${no}` };
  const plan = { title: "Hội nghị tổng kết", at: new Date(Date.now()).toISOString(), agenda: [] };
  await clerk.ballots.saveConference({ ...at, body: plan });
  const delegates = cluster.members.map(({ id, name }) => ({ delegate: id, name, unit: id }));
  await clerk.ballots.saveRoll({ ...at, body: { delegates } });
  const { tickets } = await clerk.ballots.makeTickets({ ...at, body: {} });

  const { published, shares } = await holdCeremony();
  const [one, two, three] = shares;
  if (!one || !two || !three) throw new Error("A ceremony gives three shares.");
  const ceremony = await teller.ballots.keepCeremony({ ...at, body: published });
  const pairs = [
    ["1-2", [one, two]],
    ["1-3", [one, three]],
    ["2-3", [two, three]],
  ] as const;
  for (const [pair, both] of pairs) {
    const answer = (await solveRiddle(ceremony, both)) ?? "";
    await teller.ballots.rehearseShares({ ...at, pair, body: { answer } });
  }
  return {
    at,
    tickets: new Map(tickets.map(({ delegate, secret }) => [delegate, secret])),
    shares: [one, two, three],
    present: new Set(),
    boxes: 0,
  };
}

/** A secret poll from the opening of its box to the announcement: phones and papers, two devices that count. */
export async function holdSealed(story: Story, hall: Hall, { id, rule, votes }: StoryPoll) {
  const { file, local, cast } = story;
  const { clerk, teller } = cast;
  const at = { ...hall.at, poll: id };
  const council = file.council.id;
  const poll = await clerk.ballots.openPoll({
    ...at,
    body: { conference: hall.at.conference, withoutQuorum: true },
  });
  hall.boxes += 1;
  const box = { ...poll, rule };
  for (const { by, choose, on } of votes) {
    if (on === "paper") {
      await teller.ballots.givePaper({ ...at, delegate: by, body: { on } });
      continue;
    }
    const sealed = await sealChoice(council, box, choose);
    const phone = holderOf(local, hall.tickets.get(by) ?? "");
    await phone.ballots.sendBallot({ council, conference: hall.at.conference, poll: id, body: { sealed } });
  }
  await clerk.ballots.closePoll(at);
  local.clock.moveTo(local.clock.now() + untilSettled);
  await teller.ballots.sealPoll(at);

  // A paper bears no name and lies in no order.
  const papers = votes.flatMap(({ on, choose }) => (on === "paper" ? [choose] : [])).toSorted();
  const { envelopes } = await teller.ballots.readEnvelopes(at);
  const [one, two, three] = hall.shares;
  for (const [device, shares] of [
    ["may-1", [one, two]],
    ["may-2", [three, one]],
  ] as const) {
    const slices = shares.map((share) => sliceOf(share, poll.slot ?? 0)) as [Share, Share];
    const reading = await readBox(council, box, slices, envelopes, papers);
    await teller.ballots.enterReading({ ...at, device, body: reading });
  }
  await clerk.ballots.publishPoll({ ...at, body: rule.publish === "figures" ? { as: "figures" } : {} });
}
