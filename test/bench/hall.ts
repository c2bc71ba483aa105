import { sliceOf } from "#lib/envelope.ts";
import { holdCeremony, readBox, sealChoice, solveRiddle } from "#seal";
import { cluster, council, type Stage } from "./stage.ts";

export const votingDay = Date.parse("2027-01-17T02:00:00Z");
export const candidates = ["so-vhttdl-lang-son", "so-vhttdl-tuyen-quang", "so-vhttdl-ha-giang"];

export const rule = {
  secret: true,
  voter: "delegate",
  ownUnit: true,
  quorum: null,
  threshold: { base: "cast", moreThan: "1/2" },
  choose: { min: 0, max: 1 },
  seats: 1,
  tie: "second-round",
  publish: "figures",
} as const;

export type Hall = Awaited<ReturnType<typeof gatherHall>>;

/** A hall of so many delegates with tickets, its tellers with tried keys, and nobody yet to vote. */
export async function gatherHall(
  stage: Stage,
  id: string,
  voters: number,
  units: readonly string[] = candidates,
) {
  const { clerk } = await council(stage, id, units);
  const { at } = await cluster(clerk, "cum-1", units, { lines: 4 });
  stage.local.clock.moveTo(votingDay);
  const here = { ...at, conference: "hoi-nghi" };
  await clerk.ballots.saveConference({
    ...here,
    body: { title: "Hội nghị", at: new Date(votingDay).toISOString(), agenda: [{ title: "Khai mạc" }] },
  });
  const delegates = Array.from({ length: voters }, (_, n) => ({
    delegate: `db-${n + 1}`,
    name: `Đại biểu ${n + 1}`,
  }));
  await clerk.ballots.saveRoll({ ...here, body: { delegates } });
  const { tickets } = await clerk.ballots.makeTickets({ ...here, body: {} });
  const { published, shares } = await holdCeremony();
  const ceremony = await clerk.ballots.keepCeremony({ ...here, body: published });
  const [one, two, three] = shares as [Uint8Array, Uint8Array, Uint8Array];
  for (const [pair, both] of [
    ["1-2", [one, two]],
    ["1-3", [one, three]],
    ["2-3", [two, three]],
  ] as const)
    await clerk.ballots.rehearseShares({
      ...here,
      pair,
      body: { answer: (await solveRiddle(ceremony, both)) ?? "" },
    });
  return { council: id, clerk, here, candidates: units, tickets, shares: [one, two] as const };
}

/** Opens a box and seals an envelope for each ticket, ready to be sent. */
export async function openBox(
  { council: id, clerk, here, candidates, tickets }: Hall,
  poll: string,
  voters = tickets.length,
) {
  const at = { ...here, poll };
  await clerk.ballots.savePoll({ ...at, body: { for: "head", candidates: [...candidates], rule } });
  const opened = await clerk.ballots.openPoll({ ...at, body: { conference: here.conference } });
  const box = { ...opened, rule };
  const sealed = await Promise.all(
    tickets.slice(0, voters).map(async ({ secret }, n) => ({
      path: `/api/halls/${id}/${here.conference}/polls/${poll}/ballot`,
      ticket: secret,
      body: JSON.stringify({ sealed: await sealChoice(id, box, [candidates[n % 3] as string]) }),
    })),
  );
  return { at, box, sealed };
}

type Opened = Pick<Awaited<ReturnType<typeof openBox>>, "at" | "box">;

/** From the closing to the announcement: what a whole poll costs besides its ballots. */
export async function closeBox({ local }: Stage, hall: Hall, opened: Opened) {
  await hall.clerk.ballots.closePoll(opened.at);
  local.clock.moveTo(local.clock.now() + 15_000);
  await hall.clerk.ballots.sealPoll(opened.at);
  return countBox(hall, opened);
}

export async function countBox({ council: id, clerk, shares: [one, two] }: Hall, { at, box }: Opened) {
  const { envelopes } = await clerk.ballots.readEnvelopes(at);
  const slices = [sliceOf(one, box.slot ?? 0), sliceOf(two, box.slot ?? 0)] as const;
  const reading = await readBox(id, box, slices, envelopes, []);
  for (const device of ["may-1", "may-2"]) await clerk.ballots.enterReading({ ...at, device, body: reading });
  return clerk.ballots.publishPoll({ ...at, body: { as: "figures" } });
}

export const watching = ({ council: id, here }: Hall) => `/api/public/halls/${id}/${here.conference}`;
