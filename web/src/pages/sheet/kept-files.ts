import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { FileType } from "#domain/file.ts";

/** A file on its way: kept on this device until it is evidence. */
export type KeptFile = {
  id: string;
  line: string;
  type: FileType;
  title?: string;
  blob: Blob;
  /** The name it was sent under, once its bytes have gone. */
  file?: string;
};

interface Kept extends DBSchema {
  files: { key: string; value: KeptFile };
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;
const database = () => {
  opened ??= openDB<Kept>("thi-dua-files", 1, { upgrade: (fresh) => void fresh.createObjectStore("files") });
  return opened;
};

/** Files that wait on this device, by whose they are and where they belong. */
export const keptFiles = {
  async left(owner: string): Promise<KeptFile[]> {
    try {
      const range = IDBKeyRange.bound(`${owner} `, `${owner} \uffff`);
      return await (await database()).getAll("files", range);
    } catch {
      // Storage is forbidden: nothing was kept.
      return [];
    }
  },
  /** Whether it still waits; another window of this device may have sent it. */
  async has(owner: string, id: string): Promise<boolean> {
    try {
      return (await (await database()).count("files", `${owner} ${id}`)) > 0;
    } catch {
      // What cannot be known is taken to wait: sent twice is better than not at all.
      return true;
    }
  },
  /** Tells whether it is kept: a device may be full, or forbid it. */
  async keep(owner: string, file: KeptFile): Promise<boolean> {
    try {
      await (await database()).put("files", file, `${owner} ${file.id}`);
      return true;
    } catch {
      // The page itself still holds it, and says that it has to stay open.
      return false;
    }
  },
  async forget(owner: string, id: string): Promise<void> {
    try {
      await (await database()).delete("files", `${owner} ${id}`);
    } catch {
      // What was never kept is gone.
    }
  },
};
export type KeptFiles = typeof keptFiles;

/** Of several windows one at a time sends a file; the others are told that they do not. */
export async function alone(id: string, work: () => Promise<void>): Promise<boolean> {
  // Without a certificate a browser has no locks; there two windows may send the same.
  if (!("locks" in navigator)) {
    await work();
    return true;
  }
  return navigator.locks.request(`thi-dua file ${id}`, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}
