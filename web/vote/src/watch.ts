import type { Place } from "./address.ts";
import type { Device } from "./device.ts";
import { type Day, hallOf } from "./hall.ts";

/**
 * The day as the hall sees it. How many and whether anything changed is asked every other second, which the edge
 * answers; the day itself is read only when it changed.
 */
export class Watch {
  day: Day | undefined;
  /** Ballots in the box, or people in the hall while no box is open. */
  count: { count: number; of: number } | undefined;
  /** Nobody has answered lately. */
  isLost = false;
  /** A fresh day has come since this page was opened. */
  isFresh = false;
  readonly place: Place;
  readonly #device: Device;
  readonly #tell: () => void;
  readonly #pace: () => number;
  #lead: number | undefined;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  #isOver = false;

  /** `pace`: how many milliseconds may pass before it is asked again, while somebody is looking. */
  constructor(place: Place, device: Device, tell: () => void, pace: () => number) {
    this.#pace = pace;
    this.place = place;
    this.#device = device;
    this.#tell = tell;
    this.day = device.read<Day>(this.#name);
  }

  /** The server's time, as well as this phone can know it. */
  now = () => Date.now() + (this.#lead ?? 0);

  start() {
    // A phone that knows it has no network waits for it; one that is wrong about it asks a little later.
    if (this.day && navigator.onLine === false) {
      this.isLost = true;
      this.#rest(10_000);
    } else void this.#ask();
  }

  stop() {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  hurry() {
    if (!this.#isAsking && !this.#isOver) void this.#ask();
  }

  get #name() {
    return `day/${this.place.council}.${this.place.conference}`;
  }

  async #ask() {
    clearTimeout(this.#timer);
    this.#isAsking = true;
    try {
      await this.#look();
      this.isLost = false;
      this.#failures = 0;
    } catch {
      // Nobody answered, or not in our form: the last that was read stays, and it is asked again.
      this.#failures += 1;
      this.isLost = this.#failures > 1 || this.day === undefined;
    }
    this.#isAsking = false;
    if (this.#isOver) return;
    this.#tell();
    // Nobody looks at a hidden page: it asks again when it is seen.
    if (!document.hidden) this.#rest(this.#pause());
  }

  #rest(pause: number) {
    this.#timer = setTimeout(() => void this.#ask(), pause * (0.8 + 0.4 * Math.random()));
  }

  #pause(): number {
    if (this.day?.ended) return 60_000;
    return this.#failures > 0 ? Math.min(1_000 * 2 ** this.#failures, 10_000) : this.#pace();
  }

  async #look() {
    const hall = hallOf();
    if (!this.isFresh)
      return this.#take(await hall.readDay({ ...this.place, version: this.day?.version ?? 0 }));
    const { version, count, of } = await hall.readNow(this.place);
    this.count = { count, of };
    if (version !== this.day?.version) this.#take(await hall.readDay({ ...this.place, version }));
  }

  #take(day: Day) {
    if (!Array.isArray(day.agenda)) throw new Error("This is no day.");
    // An answer kept somewhere on the way is late by a moment; the least late one tells the time best.
    this.#lead = Math.max(this.#lead ?? Number.NEGATIVE_INFINITY, Date.parse(day.now) - Date.now());
    // A copy older than what was seen is not taken, unless this phone has it from another day.
    if (this.isFresh && this.day && day.version < this.day.version) return;
    this.day = day;
    this.isFresh = true;
    this.#device.write(this.#name, day);
  }
}
