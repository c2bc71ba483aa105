import { seal, sealedFor } from "./envelopes.ts";
import { type Caller, codeOf } from "./network.ts";
import { type Question, questionFrom } from "./question.ts";
import type { Room } from "./room.ts";

/** One screen in somebody's hand. What is in `kept` outlives a reload; tabs of one phone share it. */
export type Device = {
  name: string;
  delegate: string;
  caller: Caller;
  kept: Map<string, Kept>;
};
type Kept = { sent: Sent; kept: string; no: number };
type Sent = { sealed: string; no: number } | { choose: string[]; no: number };

export type Vote = {
  choose: string[];
  isSpoiled?: boolean;
  no?: number;
  copied?: string;
  /** So many milliseconds before the end. */
  atLast?: number;
};

/** What does not end the trying: in time there will be another answer. */
const passing = new Set(["no answer", "ballot/ask-again", "ticket/throttled"]);

/**
 * Votes as the page does: waits for the question, seals once, keeps the bytes before they are first sent, and sends
 * those same bytes until there is an answer. Gives what the phone shows in the end.
 */
export async function voteOn(room: Room, device: Device, poll: string, vote: Vote): Promise<string> {
  const { timeline, luck } = room.house;
  const question = await questionFrom(room, device, poll);
  if (!question) return "no question";
  const name = `${poll} ${vote.no ?? 1}`;
  const mine = device.kept.get(name) ?? (await written(room, device, question, vote));
  device.kept.set(name, mine);
  if (vote.atLast !== undefined) await untilLast(room, device, question, vote.atLast);

  for (let attempt = 1; ; attempt++) {
    const state = await sendOnce(room, device, poll, mine);
    const isOver = state === "poll/not-now" ? !(await questionFrom(room, device, poll)) : !passing.has(state);
    if (isOver) return state;
    const pause = Math.min(5_000, 400 * 2 ** Math.min(attempt, 4));
    await timeline.sleep(
      luck.between(pause / 2, pause, "pause", device.name, attempt),
      `${device.name} pause`,
    );
    if (luck.is(0.3, "asks", device.name, attempt)) await findOnce(room, device, poll);
  }
}

/** Waits for the last moment, as soon as the hall is told when that is. */
async function untilLast(room: Room, device: Device, question: Question, before: number) {
  const { timeline } = room.house;
  let seen: Question | undefined = question;
  for (let looks = 0; seen && seen.closesAt === undefined && looks < 90; looks++) {
    await timeline.sleep(1_000, `${device.name} looks`);
    seen = await questionFrom(room, device, question.poll);
  }
  const end = Date.parse(seen?.closesAt ?? "");
  if (end > timeline.now()) await timeline.sleep(end - before - timeline.now(), `${device.name} last`);
}

async function written(room: Room, { delegate }: Device, question: Question, vote: Vote): Promise<Kept> {
  const { choose, isSpoiled = false, no = 1, copied } = vote;
  if (!question.rule.secret) return { sent: { choose, no }, kept: `clear ${inOrder(question, choose)}`, no };
  const { timeline } = room.house;
  const sealed =
    copied ?? (await timeline.working(isSpoiled ? seal.badly(question) : seal.well(question, choose)));
  if (!copied)
    await timeline.working(sealedFor(room.ledger, sealed, delegate, isSpoiled ? undefined : choose));
  return { sent: { sealed, no }, kept: sealed, no };
}

const inOrder = ({ candidates }: Question, choose: readonly string[]) =>
  candidates.filter((id) => choose.includes(id)).join(" ");

/** One sending, and what came of it. */
export async function sendOnce({ house, ledger, at }: Room, device: Device, poll: string, mine: Kept) {
  const { caller, delegate, name: actor } = device;
  const { now } = house.timeline;
  const from = now();
  const about = { actor, delegate, poll, from, asked: "send" as const, sent: mine.kept };
  try {
    const { state, no, code } = await caller.ballots.sendBallot({ ...at, poll, body: mine.sent });
    ledger.tell({ ...about, to: now(), state, no, code });
    return state;
  } catch (error) {
    const code = codeOf(error);
    ledger.tell({ ...about, to: now(), state: code, no: mine.no });
    return code;
  }
}

/** Asks where the ballot is, once. */
export async function findOnce({ house, ledger, at }: Room, device: Device, poll: string): Promise<string> {
  const { caller, delegate, name: actor } = device;
  const { now } = house.timeline;
  const about = { actor, delegate, poll, from: now(), asked: "find" as const };
  try {
    const { state, no, code } = await caller.ballots.findBallot({ ...at, poll });
    ledger.tell({ ...about, to: now(), state, no, code });
    return state;
  } catch (error) {
    const code = codeOf(error);
    ledger.tell({ ...about, to: now(), state: code });
    return code;
  }
}
