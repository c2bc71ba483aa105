import { rollOf } from "#domain/conference.ts";
import { digestOf } from "#lib/digest.ts";
import { putRaw, type RawItem } from "../watched-engine.ts";
import { isRefused, until } from "./hands.ts";
import { council, type Founded, openHouse } from "./house.ts";
import { everythingIn } from "./kept.ts";
import { type Step, stepsOf } from "./officers.ts";
import type { Room } from "./room.ts";
import { roomIn } from "./run.ts";
import type { Kill } from "./shaky-engine.ts";

export type Killed = {
  steps: number;
  kills: number;
  exercised: number;
  /** How often a request was held back until somebody else had done their step. */
  races: number;
  differs: string[];
};

/**
 * One quiet day in which every step of the officers is done again and again from the same state, each time ended at
 * another of its requests to the engine, before it or after it; then somebody repeats it. What stands in the end has to
 * be what stands when nothing goes wrong.
 */
export async function killEverywhere(founded: Founded, only?: string): Promise<Killed> {
  const house = await openHouse({ founded, seed: 1, level: "none" });
  const total: Killed = { steps: 0, kills: 0, exercised: 0, races: 0, differs: [] };
  try {
    const room = await roomIn(house, 120);
    for (const step of await stepsOf(room)) {
      if (only !== undefined && only !== step.name) {
        await done(room, step, 0);
        continue;
      }
      for (const pair of step.races ?? []) await race(room, pair, total);
      await killThrough(room, step, total);
    }
    return total;
  } finally {
    await house.stop();
  }
}

async function killThrough(room: Room, step: Step, total: Killed) {
  const { house } = room;
  const { engine } = house;
  const before = await everythingIn(house);
  await forget(room, step);
  engine.arm();
  await done(room, step, 0);
  const steps = engine.steps();
  const whole = await standing(room);
  total.steps += 1;
  if (step.isWaiting) return;
  for (let at = 1; at <= steps; at++)
    for (const when of ["before", "after"] as const satisfies readonly Kill["when"][]) {
      await restore(room, before.raw);
      await forget(room, step);
      engine.arm({ at, when });
      const first = await house.tell(() => until(room, "first", step.name, () => step.once(0), 1));
      total.exercised += Number(engine.hasKilled());
      engine.arm();
      if (isRefused(first) || engine.hasKilled()) await done(room, step, at);
      total.kills += 1;
      const now = await standing(room);
      if (now !== whole) total.differs.push(`${step.name}, killed ${when} request ${at}`);
    }
  await restore(room, before.raw);
  engine.arm();
  await done(room, step, 0);
}

/** Each request of the one step is held back until the other is done; what is fixed has to be what stands. */
async function race(room: Room, [slow, quick]: readonly [Step, Step], total: Killed) {
  const { house } = room;
  const { engine } = house;
  const before = await everythingIn(house);
  for (let at = 1; ; at++) {
    await restore(room, before.raw);
    engine.arm({ at, when: "held" });
    await house.tell(async () => {
      const late = until(room, "late", slow.name, () => slow.once(1), 1);
      await house.timeline.sleep(300, "held");
      if (engine.hasKilled()) await until(room, "meanwhile", quick.name, () => quick.once(0), 1);
      engine.release();
      await late;
    });
    if (!engine.hasKilled()) break;
    total.races += 1;
    const fault = await rollFault(room);
    if (fault) total.differs.push(`${slow.name}, held at request ${at} for ${quick.name}: ${fault}`);
  }
  await restore(room, before.raw);
  engine.arm();
}

/** A box that is open was opened on the very roll that lies there. */
async function rollFault({ house, at }: Room): Promise<string | undefined> {
  const kept = await everythingIn(house);
  const poll = kept.poll(at, "bau-1");
  const lines = kept
    .roll(at.conference)
    .map(([delegate = "", , unit]) => ({ delegate, name: "", ...(unit && { unit }) }));
  const isFixed =
    poll?.state !== "open" ||
    (poll.roll?.digest === digestOf(rollOf(lines)) && poll.meter?.entitled === lines.length);
  return isFixed ? undefined : "the roll is another than the one that was fixed";
}

/** So long that no process knows anything by heart. */
async function forget({ house }: Room, { isAsked }: Step) {
  if (isAsked) await house.tell(() => house.timeline.sleep(40_000, "forgets"));
}

async function done(room: Room, step: Step, hand: number) {
  const answer = await room.house.tell(() => until(room, "again", step.name, () => step.once(hand)));
  if (isRefused(answer)) throw new Error(`${step.name} was refused: ${answer.refused}`);
}

/** As it was before: what has come since is taken away, what has changed is put back. */
async function restore({ house }: Room, was: readonly RawItem[]) {
  const { engine, tableName } = house;
  const now = await everythingIn(house);
  const nameOf = (item: RawItem) => `${item["pk"]?.S}|${item["sk"]?.S}`;
  const old = new Map(was.map((item) => [nameOf(item), JSON.stringify(item)]));
  const gone = now.raw.filter((item) => !old.has(nameOf(item)));
  const same = new Set(now.raw.filter((item) => JSON.stringify(item) === old.get(nameOf(item))).map(nameOf));
  await engine.forget(tableName, gone);
  await putRaw(
    engine.direct(),
    tableName,
    was.filter((item) => !same.has(nameOf(item))),
  );
}

/** All that stands, without who, when, and what chance has made. */
async function standing({ house }: Room): Promise<string> {
  const { raw } = await everythingIn(house);
  const lines = raw
    .filter((item) => !item["pk"]?.S?.includes("#HISTORY#"))
    .map((item) => {
      const isTicket = item["pk"]?.S?.startsWith(`${council}#TICKETS#`);
      const { l: _l, r: _r, t, ...rest } = item;
      const text = isTicket ? t?.S?.replace(/\t.*/g, "") : t?.S;
      return JSON.stringify(plain({ ...rest, ...(text && { t: text }) }));
    });
  return lines.toSorted().join("\n");
}

const passing = new Set(["by", "at", "closesAt", "opened", "counted", "published", "expires", "x"]);
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !passing.has(name))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, plain(inner)]),
  );
}
