import { api } from "#api";
import { client } from "#lib/client.ts";
import { sliceOf } from "#lib/envelope.ts";
import { codeOf, holdCeremony, readBox, sealChoice, solveRiddle } from "#seal";
import { type Caller, local, year } from "./world.ts";

export type At = { year: number; cluster: string; conference: string };
export type Shares = readonly [Uint8Array, Uint8Array, Uint8Array];

/** The API as whoever holds a ticket. */
export const holderOf = (ticket: string): Caller =>
  client(api, (path, init) =>
    fetch(local.url + path, { ...init, headers: { ...init.headers, authorization: `Ticket ${ticket}` } }),
  );

/** A conference of a cluster with one delegate of each of these units, each with a ticket. */
export async function aConference(
  clerk: Caller,
  { cluster }: { cluster: string },
  units: readonly string[],
  conference = `hn-${cluster}`,
) {
  const at: At = { year, cluster, conference };
  await clerk.ballots.saveConference({
    ...at,
    body: { title: "Hội nghị tổng kết", at: "2027-01-17T01:00:00.000Z", agenda: [] },
  });
  const delegates = units.map((unit) => ({ delegate: unit, name: `Đại biểu ${unit}`, unit }));
  await clerk.ballots.saveRoll({ ...at, body: { delegates } });
  const { tickets } = await clerk.ballots.makeTickets({ ...at, body: {} });
  return { at, ticketOf: new Map(tickets.map(({ delegate, secret }) => [delegate, secret])), tickets };
}

/** Keys made, split and tried in all three pairs. */
export async function rehearsed(teller: Caller, at: At): Promise<Shares> {
  const { published, shares } = await holdCeremony();
  const [a, b, c] = shares;
  if (!a || !b || !c) throw new Error("Three shares were expected.");
  const ceremony = await teller.ballots.keepCeremony({ ...at, body: published });
  for (const [pair, two] of [
    ["1-2", [a, b]],
    ["1-3", [a, c]],
    ["2-3", [b, c]],
  ] as const) {
    const answer = (await solveRiddle(ceremony, two)) ?? "";
    await teller.ballots.rehearseShares({ ...at, pair, body: { answer } });
  }
  return [a, b, c];
}

type Poll = Awaited<ReturnType<Caller["ballots"]["openPoll"]>>;

/** One delegate's phone: seals, sends, and knows the code. */
export async function castSealed(
  council: string,
  poll: Poll,
  ticket: string,
  choose: readonly string[],
  no = 1,
) {
  const sealed = await sealChoice(council, poll, choose);
  const send = () =>
    holderOf(ticket).ballots.sendBallot({
      council,
      conference: String(poll.conference),
      poll: poll.poll,
      body: { sealed, no },
    });
  return { sealed, code: await codeOf(sealed), send };
}

/** One device of the tellers: opens the box with two shares, adds the papers, and says what it read. */
export async function readOn(
  teller: Caller,
  council: string,
  { poll: id, ...at }: At & { poll: string },
  device: string,
  [one, other]: readonly [Uint8Array, Uint8Array],
  papers: readonly (readonly string[])[] = [],
) {
  const { poll, envelopes } = await teller.ballots.readEnvelopes({ ...at, poll: id });
  const { rule, slot = 0 } = poll;
  if (!rule) throw new Error("A poll without a rule cannot be counted.");
  const slices = [sliceOf(one, slot), sliceOf(other, slot)] as const;
  const reading = await readBox(council, { ...poll, rule }, slices, envelopes, papers);
  return teller.ballots.enterReading({ ...at, poll: id, device, body: reading });
}
