import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { storage } from "./storage.svelte.ts";

type Draft = Record<string, unknown>;

interface Kept extends DBSchema {
  /** What was typed and is not stored yet, by whose it is and where it belongs. */
  drafts: { key: string; value: Draft };
  /** What was last read of an address, for when the network is gone. */
  seen: { key: string; value: string };
  /** A share of a conference's keys, by whose it is: on this device and nowhere else. */
  shares: { key: string; value: string };
}
type Room = "drafts" | "seen" | "shares";

const version = 2;
let opened: Promise<IDBPDatabase<Kept>> | undefined;
const memory = new Map<string, unknown>();

function database() {
  opened ??= openDB<Kept>("thi-dua", version, {
    upgrade(fresh) {
      for (const room of ["drafts", "seen", "shares"] as const)
        if (!fresh.objectStoreNames.contains(room)) fresh.createObjectStore(room);
    },
  });
  return opened;
}

/** What this device keeps. A browser that forbids storage, or has none left, keeps it as long as the page is open. */
export const device = {
  async read<R extends Room>(room: R, key: string): Promise<Kept[R]["value"] | undefined> {
    // What the device did not take is newer than what it holds.
    const here = memory.get(`${room} ${key}`) as Kept[R]["value"] | undefined;
    if (here !== undefined) return here;
    try {
      return await (await database()).get(room, key);
    } catch {
      // Storage is forbidden: there is nothing.
      return undefined;
    }
  },
  async write<R extends Room>(room: R, key: string, value: Kept[R]["value"]): Promise<void> {
    const isTaken = await taken(room, async (kept) => void (await kept.put(room, value, key)));
    if (isTaken) memory.delete(`${room} ${key}`);
    else memory.set(`${room} ${key}`, value);
  },
  /** Changes parts of a draft in one step and leaves the others, which may be another page's, as they are. */
  async amend(key: string, put: Draft, drop: readonly string[]): Promise<void> {
    const here = memory.get(`drafts ${key}`) as Draft | undefined;
    const isTaken = await taken("drafts", async (kept) => {
      const work = kept.transaction("drafts", "readwrite");
      const next = amended(here ?? (await work.store.get(key)) ?? {}, put, drop);
      await Promise.all([next ? work.store.put(next, key) : work.store.delete(key), work.done]);
    });
    if (isTaken) memory.delete(`drafts ${key}`);
    else
      memory.set(`drafts ${key}`, amended(here ?? (await this.read("drafts", key)) ?? {}, put, drop) ?? {});
  },
  async remove(room: Room, key: string): Promise<void> {
    memory.delete(`${room} ${key}`);
    try {
      await (await database()).delete(room, key);
    } catch {
      // What was never kept is gone.
    }
  },
  async clear(room: Room): Promise<void> {
    for (const name of [...memory.keys()]) if (name.startsWith(`${room} `)) memory.delete(name);
    try {
      await (await database()).clear(room);
    } catch {
      // As above.
    }
  },
};
export type Device = typeof device;

/** What is left of a draft, or undefined when nothing is. */
export function amended(was: Draft, put: Draft, drop: readonly string[]): Draft | undefined {
  const next = { ...was, ...put };
  for (const name of drop) delete next[name];
  return Object.keys(next).length > 0 ? next : undefined;
}

/** Tells whether the device took it. What was typed comes before what can be read again: that makes room for it. */
async function taken(room: Room, work: (kept: IDBPDatabase<Kept>) => Promise<void>): Promise<boolean> {
  try {
    await work(await database());
    if (room !== "seen") storage.isFull = false;
    return true;
  } catch {
    if (room === "seen") return false;
  }
  try {
    const kept = await database();
    await kept.clear("seen");
    await work(kept);
    storage.isFull = false;
    return true;
  } catch {
    storage.isFull = true;
    return false;
  }
}
