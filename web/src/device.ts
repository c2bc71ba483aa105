import { type DBSchema, type IDBPDatabase, openDB } from "idb";

interface Kept extends DBSchema {
  /** What was typed and is not stored yet, by whose it is and where it belongs. */
  drafts: { key: string; value: Record<string, unknown> };
  /** What was last read of an address, for when the network is gone. */
  seen: { key: string; value: string };
  /** A share of a conference's keys, by whose it is: on this device and nowhere else. */
  shares: { key: string; value: string };
}
type Room = "drafts" | "seen" | "shares";

let opened: Promise<IDBPDatabase<Kept>> | undefined;
const memory = new Map<string, unknown>();

function database() {
  opened ??= openDB<Kept>("thi-dua", 2, {
    upgrade(fresh) {
      for (const room of ["drafts", "seen", "shares"] as const)
        if (!fresh.objectStoreNames.contains(room)) fresh.createObjectStore(room);
    },
  });
  return opened;
}

/** What this device keeps. A browser that forbids storage keeps it as long as the page is open. */
export const device = {
  async read<R extends Room>(room: R, key: string): Promise<Kept[R]["value"] | undefined> {
    try {
      return await (await database()).get(room, key);
    } catch {
      // Storage is forbidden or full: the page itself still remembers.
      return memory.get(`${room} ${key}`) as Kept[R]["value"] | undefined;
    }
  },
  async write<R extends Room>(room: R, key: string, value: Kept[R]["value"]): Promise<void> {
    try {
      await (await database()).put(room, value, key);
    } catch {
      // As above.
      memory.set(`${room} ${key}`, value);
    }
  },
  async remove(room: Room, key: string): Promise<void> {
    memory.delete(`${room} ${key}`);
    try {
      await (await database()).delete(room, key);
    } catch {
      // As above: what was never kept is gone.
    }
  },
  async clear(room: Room): Promise<void> {
    memory.clear();
    try {
      await (await database()).clear(room);
    } catch {
      // As above.
    }
  },
};
export type Device = typeof device;
