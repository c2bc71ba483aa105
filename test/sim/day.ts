import { askAll, counting } from "./counting.ts";
import { isRefused, sure, until } from "./hands.ts";
import { deviceOf, draftPoll, expectStranger, plan, prepare, type Ticket } from "./preparing.ts";
import type { Room } from "./room.ts";
import { voting } from "./voting.ts";

/** The whole day as the seed tells it. */
export async function liveThrough(room: Room): Promise<void> {
  const { house, at, story, held } = room;
  house.faults.turn(true);
  const tickets = await prepare(room);
  await checkIn(room, tickets, (one) => story.comesEarly(one));
  for (const poll of ["bau-1", "bau-2", "bau-3"]) {
    held.push(poll);
    await put(room, held);
    const opening = open(room, poll);
    const meddling = meddle(room, opening);
    await opening;
    if (poll === "bau-1") {
      await expectStranger(room, poll);
      await checkIn(room, tickets, (one) => !story.comesEarly(one) && story.comesLate(one));
    }
    const { isHeld, voices } = await voting(room, poll, tickets, poll === "bau-1");
    const isCounted = isHeld && (await counting(room, poll));
    await Promise.all([voices, meddling]);
    if (isCounted) break;
  }
  await askAll(room, held, (delegate) => tickets.get(delegate)?.secret ?? "");
  await sure(room, "clerk", "end the conference", () => house.as.clerk.ballots.endConference(at));
  house.faults.turn(false);
}

/** The agenda with this poll as its latest point, and everybody looking at it. */
async function put(room: Room, held: readonly string[]) {
  const { house, at } = room;
  const { clerk, chair } = house.as;
  const poll = held.at(-1) ?? "";
  await sure(room, "clerk", `draft ${poll}`, () => draftPoll(room, poll));
  await sure(room, "clerk", `plan ${poll}`, () => clerk.ballots.saveConference({ ...at, body: plan(held) }));
  await sure(room, "chair", `show ${poll}`, () =>
    chair.ballots.showPoint({ ...at, body: { on: held.length - 1 } }),
  );
  await sure(room, "chair", `prepare ${poll}`, () =>
    chair.ballots.preparePoll({ ...at, poll, body: { conference: at.conference } }),
  );
}

async function open(room: Room, poll: string) {
  const { house, at, story, ledger } = room;
  const { timeline, as } = house;
  const closesAt =
    story.closing === "clock" ? new Date(timeline.now() + story.span + 3_000).toISOString() : undefined;
  const body = { conference: at.conference, ...(closesAt && { closesAt }) };
  const openBy = async (who: "chair" | "clerk") => {
    const opened = await until(room, who, `open ${poll}`, () =>
      as[who].ballots.openPoll({ ...at, poll, body }),
    );
    if (!isRefused(opened)) return opened;
    ledger.expect(
      `opening is refused for a thin hall alone, not ${opened.refused}`,
      opened.refused === "poll/no-quorum",
    );
    room.isToldThin = true;
    return sure(room, who, `open ${poll} without quorum`, () =>
      as[who].ballots.openPoll({ ...at, poll, body: { ...body, withoutQuorum: true } }),
    );
  };
  await Promise.all([openBy("chair"), ...(story.twoChairs ? [openBy("clerk")] : [])]);
}

/** Somebody saves another roll while the box is being opened: it stands before that, or it is refused, and never comes after. */
async function meddle(room: Room, opening: Promise<void>) {
  const { house, at, story, ledger } = room;
  const save = (who: "clerk" | "chair", what: string, delegates: typeof story.delegates) =>
    until(room, who, what, () => house.as[who].ballots.saveRoll({ ...at, body: { delegates } }));
  const withGuest = (delegate: string) => [...story.delegates, { delegate, name: "Khách" }];
  if (story.twoRolls)
    await Promise.all([
      save("clerk", "save another roll", withGuest("khach-1")),
      save("chair", "save another roll", withGuest("khach-2")),
    ]);
  await opening;
  const late = await save("clerk", "save the roll while a box is open", story.delegates);
  ledger.expect(
    "the roll is held fast while a box is open",
    isRefused(late) && late.refused === "roll/held-fast",
  );
}

/** At the door, at the desk, or by opening one's ticket. */
async function checkIn(
  room: Room,
  tickets: ReadonlyMap<string, Ticket>,
  comes: (one: Room["story"]["delegates"][number]) => boolean,
) {
  const { house, at, story } = room;
  await Promise.all(
    story.delegates.filter(comes).map(({ delegate }) => {
      const { secret = "", code = "" } = tickets.get(delegate) ?? {};
      const own = deviceOf(room, `${delegate} arriving`, delegate, secret);
      const ways = {
        desk: () => house.as["teller-1"].ballots.checkIn({ ...at, delegate }),
        scan: () => house.as["teller-2"].ballots.checkInByTicket({ ...at, body: { ticket: code } }),
        own: () => own.caller.ballots.arrive(at),
      };
      const way = house.luck.pick(["desk", "scan", "own"] as const, "arrives", delegate);
      return sure(room, own.name, `arrive by ${way}`, ways[way] as () => Promise<unknown>);
    }),
  );
}
