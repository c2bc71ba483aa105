import type { Reading } from "#domain/ballot.ts";
import { sliceOf } from "#lib/envelope.ts";
import { readBox } from "#seal";
import { isRefused, sure, until } from "./hands.ts";
import { council } from "./house.ts";
import type { Caller } from "./network.ts";
import { findOnce } from "./phone.ts";
import { deviceOf } from "./preparing.ts";
import type { Room } from "./room.ts";

/** From the fence to the result; false where the poll came to nothing and is held again. */
export async function counting(room: Room, poll: string): Promise<boolean> {
  const { house, at, ledger } = room;
  const seal = (who: "teller-1" | "clerk") =>
    until(room, who, `seal ${poll}`, () => house.as[who].ballots.sealPoll({ ...at, poll }));
  const [sealed] = await Promise.all([seal("teller-1"), ...(room.story.twoChairs ? [seal("clerk")] : [])]);
  if (isRefused(sealed)) {
    ledger.expect(
      `sealing is refused for equal envelopes alone, not ${sealed.refused}`,
      sealed.refused === "poll/equal-envelopes",
    );
    ledger.say("equal envelopes");
    await sure(room, "chair", `void ${poll}`, () =>
      house.as.chair.ballots.voidPoll({ ...at, poll, body: { reason: "Hai phong bì như nhau." } }),
    );
    await expectShut(room, poll);
    return false;
  }
  if (sealed.state === "sealed" && !(await readTwice(room, poll))) return false;
  await expectUnseen(room, poll);
  const publish = (as?: "passed") =>
    until(room, "chair", `publish ${poll}`, () =>
      house.as.chair.ballots.publishPoll({ ...at, poll, body: { ...(as && { as }) } }),
    );
  const published = await publish();
  if (isRefused(published)) {
    ledger.expect("publishing waits for unanimity alone", published.refused === "poll/unanimous");
    await publish("passed");
  }
  return true;
}

/** What is in the box of a void poll nobody takes out. */
export async function expectShut(room: Room, poll: string) {
  const { house, at, ledger } = room;
  const taken = await until(room, "teller-1", `take the envelopes of void ${poll}`, () =>
    house.as["teller-1"].ballots.readEnvelopes({ ...at, poll }),
  );
  ledger.expect("the envelopes of a void poll stay shut", isRefused(taken));
}

/** Two devices, and a third where they differ; the papers are typed in on each. */
async function readTwice(room: Room, poll: string): Promise<boolean> {
  const { house, story, ledger } = room;
  const [a, b, c] = room.shares;
  const first = await readOn(room, house.as["teller-1"], poll, [a, b]);
  ledger.expect("a reading that does not fit the seal is refused", await isStranger(room, poll, first));
  const said = story.misreads ? misread(room, first) : first;
  const one = await enter(room, "teller-1", poll, "may-1", said);
  ledger.expect("one device alone does not count a poll", one.poll.state === "sealed");
  const second = await readOn(room, house.as["teller-2"], poll, [a, c]);
  const two = await enter(room, "teller-2", poll, "may-2", second);
  if (!story.misreads || said === first) {
    ledger.expect("two devices that agree count the poll", two.poll.state === "counted");
    return two.poll.state === "counted";
  }
  ledger.expect("two devices that differ do not count a poll", two.poll.state === "sealed");
  const third = await readOn(room, house.as["teller-1"], poll, [b, c]);
  const three = await enter(room, "teller-1", poll, "may-3", third);
  return three.poll.state === "counted";
}

async function readOn(
  room: Room,
  teller: Caller,
  poll: string,
  [one, other]: readonly [Uint8Array, Uint8Array],
): Promise<Reading> {
  const { house, at, ledger } = room;
  const given = await sure(room, "a teller", `take the envelopes of ${poll}`, () =>
    teller.ballots.readEnvelopes({ ...at, poll }),
  );
  const { rule, slot = 0, seal } = given.poll;
  if (!rule) throw new Error("A poll without a rule cannot be counted.");
  const hashes = await house.timeline.working(hashesOf(given.envelopes));
  ledger.expect("envelopes come in the order of their hashes", hashes.join() === hashes.toSorted().join());
  ledger.expect(
    "envelopes come without delegates",
    Object.keys(given).toSorted().join() === "envelopes,poll",
  );
  const papers = Array.from({ length: seal?.papers ?? 0 }, (_, at) => room.story.paperOf(`p-${at}`, 9));
  const slices = [sliceOf(one, slot), sliceOf(other, slot)] as const;
  return house.timeline.working(readBox(council, { ...given.poll, rule }, slices, given.envelopes, papers));
}

const hashesOf = (envelopes: readonly string[]) =>
  Promise.all(
    envelopes.map(async (sealed) =>
      Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(sealed, "base64url"))).toString("hex"),
    ),
  );

const enter = (room: Room, who: "teller-1" | "teller-2", poll: string, device: string, body: Reading) =>
  sure(room, who, `enter the reading of ${device}`, () =>
    room.house.as[who].ballots.enterReading({ ...room.at, poll, device, body }),
  );

/** The same totals, for a box with one more envelope in it. */
async function isStranger(room: Room, poll: string, reading: Reading): Promise<boolean> {
  const wrong = { ...reading, envelopes: reading.envelopes + 1, invalid: reading.invalid + 1 };
  const answer = await until(room, "teller-1", "enter a reading of another box", () =>
    room.house.as["teller-1"].ballots.enterReading({ ...room.at, poll, device: "may-la", body: wrong }),
  );
  return isRefused(answer) && answer.refused === "reading/does-not-add-up";
}

/** One paper read for another name: it still adds up. The very same where there is none to take. */
function misread({ story }: Room, reading: Reading): Reading {
  const { choices, votes } = reading;
  const [from] = choices?.filter(({ choose }) => choose.length === 1) ?? [];
  const to = story.candidates.find((id) => id !== from?.choose[0]);
  if (!choices || !from || !to) return reading;
  const name = from.choose[0] as string;
  const counts = new Map(choices.map(({ choose, times }) => [JSON.stringify(choose), times]));
  const other = JSON.stringify([to]);
  counts.set(JSON.stringify(from.choose), from.times - 1);
  counts.set(other, (counts.get(other) ?? 0) + 1);
  return {
    ...reading,
    votes: { ...votes, [name]: (votes[name] ?? 0) - 1, [to]: (votes[to] ?? 0) + 1 },
    choices: Array.from(counts, ([choose, times]) => ({ choose: JSON.parse(choose) as string[], times }))
      .filter(({ times }) => times > 0)
      .toSorted((a, b) => (JSON.stringify(a.choose) < JSON.stringify(b.choose) ? -1 : 1)),
  };
}

/** Counted, and not shown yet: phones, outsiders and members see nothing of it. */
async function expectUnseen(room: Room, poll: string) {
  const { house, at, ledger } = room;
  const nobody = house.network.as("outsider");
  const record = await sure(room, "outsider", `read the record of ${poll}`, () =>
    nobody.ballots.readRecord({ ...at, poll }),
  );
  ledger.expect("no result is told before it is published", record.result === undefined);
  const day = await sure(room, "outsider", "look at the day", () =>
    nobody.ballots.readDay({ ...at, version: 1 }),
  );
  const isShown = day.outcomes.some((one) => one.poll === poll) || day.question?.state === "counted";
  ledger.expect("the hall sees no figures before they are published", !isShown);
  ledger.expect("the hall keeps the council's name", day.council !== "");
}

/** After the seal everybody asks where their ballot is, on a new phone. */
export async function askAll(room: Room, polls: readonly string[], ticketOf: (delegate: string) => string) {
  for (const poll of polls)
    await Promise.all(
      room.story.delegates.map(async ({ delegate }) => {
        const device = deviceOf(room, `${delegate} asking`, delegate, ticketOf(delegate));
        for (let tries = 0; tries < 30; tries++)
          if ((await findOnce(room, device, poll)) !== "no answer") return;
      }),
    );
}
