import { holdCeremony, solveRiddle } from "#seal";
import type { Shares } from "../hall.ts";
import { isRefused, sure, until } from "./hands.ts";
import { type Device, sendOnce, voteOn } from "./phone.ts";
import type { Room } from "./room.ts";

export type Ticket = { secret: string; code: string };
export const plan = (polls: readonly string[]) => ({
  title: "Hội nghị tổng kết",
  at: "2027-01-17T01:00:00.000Z",
  agenda: polls.map((poll) => ({ title: `Bỏ phiếu ${poll}`, poll })),
  selfCheckIn: true,
});

/** Making keys takes longer than a run; one set serves all of them. */
let held: Awaited<ReturnType<typeof holdCeremony>> | undefined;
export async function keys(): Promise<NonNullable<typeof held>> {
  held ??= await holdCeremony();
  return held;
}

/** The poll as it is put to the hall. */
export const draftPoll = ({ house, at, story }: Room, poll: string) =>
  house.as.clerk.ballots.savePoll({
    ...at,
    poll,
    body: { for: "nomination", award: "CO_BT", candidates: story.candidates, rule: story.rule },
  });

/** From an empty conference to tickets in everybody's hand, keys tried in all three pairs, and a test vote. */
export async function prepare(room: Room): Promise<Map<string, Ticket>> {
  const { house, at, story } = room;
  const { clerk, chair } = house.as;
  await sure(room, "clerk", "save the conference", () =>
    clerk.ballots.saveConference({ ...at, body: plan([]) }),
  );
  await saveRoll(room);
  const tickets = await makeTickets(room);
  const { published } = await keys();
  const ceremony = await sure(room, "teller-1", "keep the keys", () =>
    house.as["teller-1"].ballots.keepCeremony({ ...at, body: published }),
  );
  const early = await until(room, "chair", "open too early", async () => {
    await draftPoll(room, "som");
    return chair.ballots.openPoll({
      ...at,
      poll: "som",
      body: { conference: at.conference, withoutQuorum: true },
    });
  });
  room.ledger.expect(
    "no poll opens before the rehearsal",
    !story.rule.secret || (isRefused(early) && early.refused === "ceremony/not-rehearsed"),
  );
  if (!isRefused(early))
    await sure(room, "chair", "void what was too early", () =>
      chair.ballots.voidPoll({ ...at, poll: "som", body: { reason: "Quá sớm." } }),
    );
  const pairs = { "1-2": [0, 1], "1-3": [0, 2], "2-3": [1, 2] } as const;
  for (const [pair, [one, other]] of Object.entries(pairs)) {
    const two = [room.shares[one], room.shares[other]] as const;
    const answer = (await house.timeline.working(solveRiddle(ceremony, two))) ?? "";
    await sure(room, "teller-1", `rehearse ${pair}`, () =>
      house.as["teller-1"].ballots.rehearseShares({ ...at, pair, body: { answer } }),
    );
  }
  await sure(room, "clerk", "open the rehearsal", () => clerk.ballots.openRehearsal(at));
  await tryOut(room, tickets);
  return tickets;
}

/** Two hands may save two rolls at once; whoever loses does it again, until the whole roll stands. */
async function saveRoll(room: Room) {
  const { house, at, story } = room;
  const save = (who: "clerk" | "chair", delegates: Room["story"]["delegates"]) =>
    until(room, who, "save the roll", () => house.as[who].ballots.saveRoll({ ...at, body: { delegates } }));
  if (story.twoRolls) {
    const other = story.delegates.map((one) => ({ ...one, delegate: `x-${one.delegate}` }));
    await Promise.all([save("clerk", story.delegates), save("chair", other)]);
  }
  await save("clerk", story.delegates);
}

/** Whose answer was lost holds a ticket nobody knows: all are made again. */
async function makeTickets(room: Room) {
  const { house, at, story, ledger } = room;
  const all = story.delegates.map(({ delegate }) => delegate);
  const { tickets } = await sure(room, "clerk", "make tickets", () =>
    house.as.clerk.ballots.makeTickets({ ...at, body: { delegates: all } }),
  );
  for (const { secret, code } of tickets) ledger.secrets.add(secret).add(code).add(code.replace("-", ""));
  return new Map(tickets.map(({ delegate, secret, code }) => [delegate, { secret, code }]));
}

/** Some try before the day; what they chose is never opened. */
async function tryOut(room: Room, tickets: ReadonlyMap<string, Ticket>) {
  const { house, story, at } = room;
  const poll = `thu-${at.conference}`;
  const triers = story.delegates.filter(({ delegate }) => house.luck.is(0.2, "tries", delegate)).slice(0, 20);
  await Promise.all(
    triers.map(({ delegate }) =>
      voteOn(
        room,
        deviceOf(room, `${delegate} trying`, delegate, tickets.get(delegate)?.secret ?? ""),
        poll,
        {
          choose: [],
        },
      ),
    ),
  );
}

export const deviceOf = (room: Room, name: string, delegate: string, ticket: string): Device => ({
  name,
  delegate,
  caller: room.house.network.as(name, `Ticket ${ticket}`),
  kept: new Map(),
});

/** Somebody with a ticket that was never printed. */
export async function expectStranger(room: Room, poll: string) {
  const stranger = deviceOf(room, "stranger", "nobody", "AAAAAAAAAAAAAAAAAAAAAA");
  const mine = { sent: { choose: [], no: 1 }, kept: "clear ", no: 1 };
  for (let tries = 0; tries < 20; tries++) {
    const state = await sendOnce(room, stranger, poll, mine);
    if (state === "no answer") continue;
    room.ledger.expect("an unknown ticket is refused", state === "ticket/unknown");
    return;
  }
}

export const sharesOf = async (): Promise<Shares> => {
  const [a, b, c] = (await keys()).shares;
  if (!a || !b || !c) throw new Error("Three shares were expected.");
  return [a, b, c];
};
