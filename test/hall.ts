import { api } from "#api";
import { client } from "#lib/client.ts";
import { sliceOf } from "#lib/envelope.ts";
import { codeOf, holdCeremony, type PaperRead, readBox, sealChoice, solveRiddle } from "#seal";
import { aCluster, type Caller, caoBang, haGiang, local, members, year } from "./world.ts";

export type At = { year: number; cluster: string; conference: string };
export type Shares = readonly [Uint8Array, Uint8Array, Uint8Array];

type Body = Parameters<Caller["ballots"]["savePoll"]>[0]["body"];
type Rule = NonNullable<Body["rule"]>;

/** How most clusters vote on a flag. */
export const secretRule = {
  secret: true,
  voter: "unit",
  ownUnit: true,
  quorum: { of: "members", atLeast: "2/3" },
  threshold: { base: "members", moreThan: "1/2" },
  choose: { min: 0, max: 1 },
  seats: 1,
  tie: "second-round",
  publish: "figures",
} as const satisfies Rule;

export const wait = (seconds: number) => local.clock.moveTo(local.clock.now() + seconds * 1000);

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
  papers: readonly PaperRead[] = [],
) {
  const { poll, envelopes } = await teller.ballots.readEnvelopes({ ...at, poll: id });
  const { rule, slot = 0 } = poll;
  if (!rule) throw new Error("A poll without a rule cannot be counted.");
  const slices = [sliceOf(one, slot), sliceOf(other, slot)] as const;
  const reading = await readBox(council, { ...poll, rule }, slices, envelopes, papers);
  return teller.ballots.enterReading({ ...at, poll: id, device, body: reading });
}

type Paper = Parameters<Caller["ballots"]["givePaper"]>[0]["body"];
type Cast = { council: string; clerk: Caller; teller: Caller };
export type Question = {
  rule?: Partial<Rule>;
  candidates?: readonly string[];
  purpose?: Body["for"];
  round?: number;
  /** In seconds; without it the box is open until it is closed by hand. */
  lasts?: number | undefined;
};

/** A conference of a cluster of its own, its keys tried, and whoever is here checked in. */
export async function aDay(
  cast: Cast,
  here: readonly string[] = members,
  settings: Parameters<typeof aCluster>[2] = {},
) {
  const cluster = await aCluster(cast.clerk, "voting", settings);
  const { at, ticketOf } = await aConference(cast.clerk, cluster, members);
  const shares = await rehearsed(cast.teller, at);
  for (const delegate of here) await cast.clerk.ballots.checkIn({ ...at, delegate });
  return { cast, at, shares, ticketOf, watcher: { council: cast.council, conference: at.conference } };
}
export type Day = Awaited<ReturnType<typeof aDay>>;

export const aQuestion = (
  { clerk }: Cast,
  at: At,
  poll: string,
  { rule, candidates = [haGiang, caoBang], purpose = "nomination", round }: Question,
) =>
  clerk.ballots.savePoll({
    ...at,
    poll,
    body: {
      for: purpose,
      ...(purpose === "nomination" && { award: "CO_BT" }),
      ...(round && { round }),
      candidates: [...candidates],
      rule: { ...secretRule, ...rule },
    },
  });

/** A box that is open on this day: phones to vote with, and what the tellers do with it afterwards. */
export async function aBox(day: Day, poll: string, question: Question = {}) {
  const { cast, at, shares, ticketOf } = day;
  const { lasts } = { lasts: 600, ...question };
  const box = { ...at, poll };
  await aQuestion(cast, at, poll, question);
  const closesAt = lasts === undefined ? undefined : new Date(local.clock.now() + lasts * 1000).toISOString();
  const opened = await cast.clerk.ballots.openPoll({
    ...box,
    body: { conference: at.conference, ...(closesAt && { closesAt }) },
  });
  const ticket = (unit: string) => ticketOf.get(unit) ?? "";
  const phone = (unit: string, choose: readonly string[], no = 1) =>
    castSealed(cast.council, opened, ticket(unit), choose, no);
  const read = (device: string, papers: readonly PaperRead[] = [], pair: readonly number[] = [0, 1]) =>
    readOn(cast.teller, cast.council, box, device, pair.map((no) => shares[no]) as never, papers);
  return {
    box,
    opened,
    phone,
    read,
    where: (unit: string) => holderOf(ticket(unit)).ballots.findBallot({ ...day.watcher, poll }),
    /** In an open poll a phone says in clear what its delegate chooses. */
    raise: (unit: string, choose: readonly string[], no = 1) =>
      holderOf(ticket(unit)).ballots.sendBallot({
        ...day.watcher,
        poll,
        body: { choose: [...choose], no },
      }),
    /** A teller enters a paper: that there is one, or in an open poll what it says. */
    enter: (delegate: string, body: Paper, whose = cast.teller) =>
      whose.ballots.givePaper({ ...box, delegate, body }),
    /** What each unit chooses, one after another. */
    async vote(votes: Record<string, readonly string[]>) {
      for (const [unit, choose] of Object.entries(votes)) await (await phone(unit, choose)).send();
    },
    async seal() {
      if (closesAt) local.clock.moveTo(Date.parse(closesAt) + 6_000);
      return cast.teller.ballots.sealPoll(box);
    },
    /** Two devices read the same. */
    async count(papers: readonly PaperRead[] = []) {
      await read("may-1", papers);
      return (await read("may-2", papers, [1, 2])).poll;
    },
  };
}
