import type { Reading } from "#domain/ballot.ts";
import { sliceOf } from "#lib/envelope.ts";
import { readBox, sealChoice, solveRiddle } from "#seal";
import { council } from "./house.ts";
import { draftPoll, keys, plan } from "./preparing.ts";
import type { Room } from "./room.ts";

/**
 * One step of the day; `hand` chooses who does it. A waiting one only lets time pass; of one that is asked by a crowd
 * a process knows much by heart.
 */
export type Step = {
  name: string;
  once: (hand: number) => Promise<unknown>;
  isWaiting?: true;
  isAsked?: true;
  /** Two hands in the same moment: one of them is slow, at any of its requests. */
  races?: [slow: Step, quick: Step][];
};

const poll = "bau-1";

/** Every step of an officer from the first plan to the end, in order. */
export async function stepsOf(room: Room): Promise<Step[]> {
  const { house, at, story } = room;
  const { timeline } = house;
  Object.assign(story.rule, { secret: true, voter: "delegate", quorum: null, publish: "figures" });
  Reflect.deleteProperty(story.rule, "mayChange");
  const either = (hand: number) => house.as[hand % 2 === 0 ? "clerk" : "chair"].ballots;
  const teller = (hand: number) => house.as[hand % 2 === 0 ? "teller-1" : "teller-2"].ballots;
  const { published } = await keys();
  const [a, b, c] = room.shares;
  const answer = (await solveRiddle(published, [a, b])) ?? "";
  const all = story.delegates.map(({ delegate }) => delegate);
  const body = { delegates: story.delegates };
  const phones = await phonesOf(room, 3);
  const opening: Step = {
    name: "open",
    once: (h) => either(h).openPoll({ ...at, poll, body: { conference: at.conference } }),
  };
  const guest = { delegate: "khach", name: "Khách" };
  const another: Step = {
    name: "save another roll",
    once: (h) => either(h).saveRoll({ ...at, body: { delegates: [...story.delegates, guest] } }),
  };
  const whole: Step = {
    name: "save the roll and open",
    once: async (h) => {
      await either(h).saveRoll({ ...at, body });
      await opening.once(h);
    },
  };
  let reading: Reading | undefined;

  return [
    { name: "save the conference", once: (h) => either(h).saveConference({ ...at, body: plan([]) }) },
    { name: "save the roll", once: (h) => either(h).saveRoll({ ...at, body }) },
    {
      name: "make tickets",
      once: (h) => phones.take(either(h).makeTickets({ ...at, body: { delegates: all } })),
    },
    { name: "keep the keys", once: (h) => teller(h).keepCeremony({ ...at, body: published }) },
    ...(["1-2", "1-3", "2-3"] as const).map((pair) => ({
      name: `rehearse ${pair}`,
      once: (h: number) => teller(h).rehearseShares({ ...at, pair, body: { answer } }),
    })),
    { name: "open the rehearsal", once: (h) => either(h).openRehearsal(at) },
    { name: "check in", once: (h) => teller(h).checkIn({ ...at, delegate: "d-1" }) },
    { name: "draft the poll", once: () => draftPoll(room, poll) },
    { name: "plan the poll", once: (h) => either(h).saveConference({ ...at, body: plan([poll]) }) },
    { name: "show the poll", once: (h) => either(h).showPoint({ ...at, body: { on: 0 } }) },
    {
      name: "prepare",
      once: (h) => either(h).preparePoll({ ...at, poll, body: { conference: at.conference } }),
    },
    {
      ...opening,
      races: [
        [opening, another],
        [another, opening],
        [another, whole],
      ],
    },
    { name: "let the hall see it", once: () => timeline.sleep(31_000, "sees"), isWaiting: true },
    ...phones.steps,
    {
      name: "give a paper",
      once: (h) => teller(h).givePaper({ ...at, poll, delegate: "d-9", body: { on: "paper" } }),
    },
    { name: "close", once: (h) => either(h).closePoll({ ...at, poll }) },
    { name: "wait for the fence", once: () => timeline.sleep(20_000, "fence"), isWaiting: true },
    { name: "seal", once: (h) => teller(h).sealPoll({ ...at, poll }) },
    {
      name: "read",
      isWaiting: true,
      once: async () => {
        const given = await teller(0).readEnvelopes({ ...at, poll });
        const { rule, slot = 0 } = given.poll;
        if (!rule) throw new Error("A poll without a rule cannot be counted.");
        const papers = [[story.candidates[0] as string]];
        const slices = [sliceOf(a, slot), sliceOf(c, slot)] as const;
        reading = await timeline.working(
          readBox(council, { ...given.poll, rule }, slices, given.envelopes, papers),
        );
      },
    },
    ...["may-1", "may-2"].map((device) => ({
      name: `enter the reading of ${device}`,
      once: () => teller(0).enterReading({ ...at, poll, device, body: reading as Reading }),
    })),
    { name: "publish", once: (h) => either(h).publishPoll({ ...at, poll, body: { as: "figures" } }) },
    { name: "destroy a share", once: (h) => teller(h).destroyShare({ ...at, body: { share: 1 } }) },
    { name: "end the conference", once: (h) => either(h).endConference(at) },
  ];
}

/** Some delegates vote, each as one step, with the same bytes however often it is repeated. */
async function phonesOf({ house, at, story }: Room, count: number) {
  let tickets = new Map<string, string>();
  const sealed = new Map<string, string>();
  const voters = story.delegates.slice(0, count).map(({ delegate }) => delegate);
  return {
    async take(made: ReturnType<typeof house.as.clerk.ballots.makeTickets>) {
      tickets = new Map((await made).tickets.map(({ delegate, secret }) => [delegate, secret]));
    },
    steps: voters.map((delegate, turn) => ({
      name: `${delegate} votes`,
      isAsked: true as const,
      once: async () => {
        const phone = house.network.as(delegate, `Ticket ${tickets.get(delegate)}`).ballots;
        const { question } = await phone.readDay({ ...at, version: turn });
        const choose = [story.candidates[turn % 2] as string];
        const box = { ...question, poll, rule: story.rule, candidates: story.candidates };
        const mine = sealed.get(delegate) ?? (await house.timeline.working(sealChoice(council, box, choose)));
        sealed.set(delegate, mine);
        await phone.sendBallot({ ...at, poll, body: { sealed: mine } });
      },
    })),
  };
}
