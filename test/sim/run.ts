import { createHash } from "node:crypto";
import { liveThrough } from "./day.ts";
import type { Level } from "./faults.ts";
import { cluster, council, type Founded, type House, openHouse, year } from "./house.ts";
import { judge, type Verdict } from "./judging.ts";
import { everythingIn } from "./kept.ts";
import { ledgerOf } from "./ledger.ts";
import { auditAll, expectNoBugs, readAsOutsider, searchForCanaries } from "./looking-over.ts";
import { keys, sharesOf } from "./preparing.ts";
import type { Room } from "./room.ts";
import { storyOf } from "./story.ts";

export type Asked = { seed: number; level: Level; voters: number };
export type Report = Asked &
  Verdict & {
    /**
     * Everything ever written to the boxes (refused writes, papers, seal, board and readings too) over the answers they
     * took: one for each ballot, and where minds may change one for each change, which is a write of its own.
     */
    writeUnitsPerBallot: number;
    faults: Record<string, number>;
    /** What a checker found, in words. */
    failed: string[];
    /** SHA-256 of everything that happened, in order: what anybody was told, and every moment that passed. */
    trace: string;
    seconds: number;
  };

/** One whole day under one seed, judged at its end and once more after everything was stopped and started again. */
export async function run(founded: Founded, asked: Asked, witness?: (room: Room) => void): Promise<Report> {
  const began = performance.now();
  const house = await openHouse({ founded, ...asked });
  try {
    const room = await roomIn(house, asked.voters);
    witness?.(room);
    const { ledger, held } = room;
    await livedThrough(room);
    const verdicts = await judged(room, held);
    const first = digest(verdicts);
    await house.restart();
    ledger.expect("nothing has changed after a restart", digest(await judged(room, held)) === first);
    await auditAll(room);
    await readAsOutsider(room, held);
    searchForCanaries(room);
    expectNoBugs(room);
    return {
      ...asked,
      ...sum(verdicts),
      writeUnitsPerBallot: unitsPerBallot(room, held),
      faults: house.faults.seen(),
      failed: Array.from(new Set(ledger.failed)),
      trace: digest([ledger.lines, house.timeline.passed()]),
      seconds: Math.round(performance.now() - began) / 1000,
    };
  } finally {
    await house.stop();
  }
}

/** A day that cannot be lived to its end is judged as far as it went. */
async function livedThrough(room: Room) {
  try {
    await room.house.tell(() => liveThrough(room));
  } catch (error) {
    room.ledger.expect(`the day comes to its end: ${(error as Error).message}`, false);
  }
}

export async function roomIn(house: House, voters: number): Promise<Room> {
  const shares = await sharesOf();
  const ledger = ledgerOf(house.timeline.now);
  for (const share of shares) ledger.secrets.add(Buffer.from(share).toString("base64url"));
  return {
    house,
    ledger,
    story: storyOf(house.luck, voters),
    at: { year, cluster, council, conference: "hoi-nghi" },
    shares,
    held: [],
    reached: new Map(),
    slots: new Map(),
    isToldThin: false,
  };
}

async function judged(room: Room, held: readonly string[]): Promise<Verdict[]> {
  const kept = await everythingIn(room.house);
  return held.map((poll) => judge(room, kept, poll));
}

function unitsPerBallot({ house: { truth }, at: { conference } }: Room, held: readonly string[]): number {
  const units = held.map((poll) => truth.units.get(`${council}#POLL#${conference}#${poll}`) ?? 0);
  const taken = truth.commits.filter(({ poll }) => held.includes(poll));
  const answers = new Set(taken.map(({ poll, delegate, no }) => `${poll} ${delegate} ${no}`)).size;
  return Math.round((1000 * units.reduce((sum, one) => sum + one, 0)) / Math.max(1, answers)) / 1000;
}

const digest = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

function sum(verdicts: readonly Verdict[]): Verdict {
  const total = { acknowledged: 0, counted: 0, voided: 0, lost: 0, duplicated: 0, late: 0, wrongStatus: 0 };
  for (const verdict of verdicts)
    for (const name of Object.keys(total) as (keyof Verdict)[]) total[name] += verdict[name];
  return total;
}

export const warmUp = keys;
