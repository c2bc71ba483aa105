import { type Caller, codeOf } from "./network.ts";
import type { Room } from "./room.ts";

type Watcher = { name: string; caller: Caller };
type Day = Awaited<ReturnType<Caller["ballots"]["readDay"]>>;
type Asked = NonNullable<Day["question"]>;
/** A poll as phones know it: from what the hall is shown, and from nothing else. */
export type Question = Omit<Asked, "candidates"> & { candidates: string[]; council: string };

/** Waits until the hall is asked this, and gives up when it no longer is. A phone's own clock is not asked. */
export async function questionFrom(room: Room, device: Watcher, poll: string): Promise<Question | undefined> {
  const { timeline } = room.house;
  for (let tries = 0; tries < 60; tries++) {
    const day = await dayOn(room, device);
    const asked = [day?.question, day?.rehearsal].find((one) => one?.poll === poll);
    if (asked && ["closing", "open"].includes(asked.state))
      return { ...asked, council: room.at.council, candidates: asked.candidates.map(({ id }) => id) };
    if (asked && asked.state !== "ready" && asked.state !== "draft") return undefined;
    await timeline.sleep(1_000, `${device.name} waits`);
  }
  return undefined;
}

async function dayOn({ at }: Room, { caller }: Watcher): Promise<Day | undefined> {
  try {
    const { version } = await caller.ballots.readNow(at);
    return await caller.ballots.readDay({ ...at, version });
  } catch (error) {
    codeOf(error);
    return undefined;
  }
}
