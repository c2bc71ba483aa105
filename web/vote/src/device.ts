/** What this phone keeps. Where a browser keeps nothing, it stays in memory for as long as the page is open. */
export class Device {
  readonly #storage: Storage | undefined;
  readonly #memory = new Map<string, string>();
  /** False where closing the page loses what it holds. */
  isLasting: boolean;

  constructor(storage: () => Storage) {
    this.#storage = openOf(storage);
    this.isLasting = this.#storage !== undefined;
  }

  read<T>(name: string): T | undefined {
    try {
      const text = this.#memory.get(name) ?? this.#storage?.getItem(room + name);
      return text ? (JSON.parse(text) as T) : undefined;
    } catch {
      // Half written, or by somebody else: as good as not there.
      return undefined;
    }
  }

  write(name: string, value: unknown) {
    const text = JSON.stringify(value);
    try {
      if (!this.#storage) throw new Error("no storage");
      this.#storage.setItem(room + name, text);
      this.#memory.delete(name);
    } catch {
      // Full, or not allowed: the page goes on, and says that it should stay open.
      this.#memory.set(name, text);
      this.isLasting = false;
    }
  }

  remove(name: string) {
    this.#memory.delete(name);
    this.#storage?.removeItem(room + name);
  }

  names(beginning: string): string[] {
    const stored = Object.keys(this.#storage ?? {})
      .filter((name) => name.indexOf(room + beginning) === 0)
      .map((name) => name.slice(room.length));
    const held = Array.from(this.#memory.keys()).filter((name) => name.indexOf(beginning) === 0);
    return Array.from(new Set([...stored, ...held]));
  }

  /** Forgets everything of whoever was here. */
  wipe() {
    for (const name of this.names("")) this.remove(name);
  }
}

const room = "vote/";

function openOf(storage: () => Storage): Storage | undefined {
  try {
    const opened = storage();
    opened.setItem(`${room}probe`, "");
    opened.removeItem(`${room}probe`);
    return opened;
  } catch {
    // Some in-app browsers have it and refuse it.
    return undefined;
  }
}
