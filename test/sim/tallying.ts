import { createHash } from "node:crypto";
import { rollOf } from "#domain/conference.ts";
import { digestOf } from "#lib/digest.ts";
import { expectedOf, reachedBy } from "./expected.ts";
import type { Kept, KeptBallot } from "./kept.ts";
import type { Room } from "./room.ts";
import { isPaper } from "./truth.ts";

export const hashOf = (sealed: string) =>
  createHash("sha256").update(Buffer.from(sealed, "base64url")).digest();
const same = (one: unknown, other: unknown) => digestOf(one ?? null) === digestOf(other ?? null);

type Published = NonNullable<ReturnType<Kept["poll"]>>;

/** The published figures, the board and the root, worked out again. */
export function judgeTally(room: Room, kept: Kept, ballots: readonly KeptBallot[], poll: Published) {
  const { ledger, story, at } = room;
  const { expect } = ledger;
  const { tally, seal, meter } = poll;
  const expected = expectedOf(room, ballots);
  const { collected, valid, blank, votes, against } = tally ?? {};
  const isMeant = same({ collected, valid, blank, votes, ...(against && { against }) }, expected);
  expect("the tally is what the phones meant", isMeant);
  if (!isMeant) ledger.say(JSON.stringify({ counted: tally, meant: expected }));

  const roll = kept.roll(at.conference);
  const onRoll = roll.map(([delegate = "", , unit]) => ({ delegate, name: "", ...(unit && { unit }) }));
  expect(
    "the roll is the one that was fixed",
    poll.roll?.digest === digestOf(rollOf(onRoll)) && poll.roll.count === roll.length,
  );
  const voting = onRoll.filter((one) => story.hasVote(one)).map(({ delegate }) => delegate);
  const entitled = story.rule.voter === "unit" ? 7 : voting.length;
  const came = new Set([...kept.present(at.conference), ...ballots.map(({ delegate }) => delegate)]);
  const present = voting.filter((delegate) => came.has(delegate)).length;
  expect("whoever came or voted is present", tally?.present === present && seal?.present === present);
  expect("entitled is the roll", tally?.entitled === entitled && meter?.entitled === entitled);
  const early = story.delegates.filter((one) => story.hasVote(one) && story.comesEarly(one)).length;
  if (poll.poll === "bau-1") {
    expect("the meter is read when the box opens", meter?.present === early);
    expect("a thin hall is told before it opens", meter?.quorum === true || room.isToldThin);
    expect("the quorum is of those entitled", meter?.quorum === hasQuorum(story.rule, early, entitled));
  }
  const envelopes = ballots.filter((one) => ledger.meant.has(one.kept)).map((one) => hashOf(one.kept));
  const short = envelopes.map((hash) => hash.subarray(0, 16)).toSorted(Buffer.compare);
  const board = kept.board(at.conference, poll.poll);
  expect(
    "the board is the sorted hashes of all envelopes",
    Buffer.concat(board).equals(Buffer.concat(short)),
  );
  const isOnce = new Set(short.map((hash) => hash.toString("hex"))).size === short.length;
  expect("no envelope is counted for two", isOnce);
  const root = createHash("sha256").update(Buffer.concat(short)).digest("hex");
  expect("the root is over the sorted hashes", seal?.root === root && seal.envelopes === short.length);
  expect(
    "the paper is in the seal",
    (seal?.papers ?? 0) === ballots.filter(({ kept }) => isPaper(kept)).length,
  );
  expect(
    "what phones said in clear is in the seal",
    (seal?.clear ?? 0) === ballots.filter(({ kept }) => kept.startsWith("clear ")).length,
  );
  if (poll.choices) {
    const total = poll.choices.reduce((sum, { times }) => sum + times, 0);
    const sums = Object.fromEntries(
      story.candidates.map((id) => [
        id,
        poll.choices?.reduce((sum, one) => sum + (one.choose.includes(id) ? one.times : 0), 0),
      ]),
    );
    expect(
      "totals are the sum of the choices",
      total === (valid ?? 0) - (story.rule.yesNo ? (blank ?? 0) : 0) && same(sums, votes),
    );
  }
  room.reached.set(
    poll.poll,
    reachedBy(story.rule, expected, { entitled, present, quorum: meter?.quorum ?? false }),
  );
}

function hasQuorum({ quorum }: Room["story"]["rule"], present: number, entitled: number): boolean {
  const [part, of] = (quorum?.atLeast ?? "0/1").split("/").map(Number) as [number, number];
  return present * of >= part * entitled;
}
