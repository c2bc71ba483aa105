import { Refusal } from "#lib/refusal.ts";
import type { Day, hall, Now, Place } from "./hall.ts";
import { type Slide, slideOf } from "./slide.ts";

type Ask = { ballots: Pick<(typeof hall)["ballots"], "readNow" | "readDay" | "readRecord"> };
type Seen = { day: Day; count: number; of: number };

export const pause = 2_000;
/** One answer that is late is not yet a lost network. */
const grace = 6_000;
/** Answers may be two seconds old; a clock that is further off was set anew. */
const jump = 10_000;

/** The hall, seen every other second: the last thing it showed stays, whatever happens to the network. */
export class Watch {
  seen = $state.raw<Seen>();
  isUnknown = $state(false);
  /** SHA-256 over what lies in the box that is shown, once it is sealed. */
  root = $state.raw<{ poll: string; root: string }>();
  #heard = $state(0);
  #here = $state(Date.now());
  #ahead = $state(0);
  #published: Set<string> | undefined;
  #unrevealed = new Set<string>();
  readonly #ask: Ask;
  readonly #place: Place;

  constructor(ask: Ask, place: Place) {
    this.#ask = ask;
    this.#place = place;
  }

  /** The server's present. */
  get now(): number {
    return this.#here + this.#ahead;
  }

  get slide(): Slide | undefined {
    return this.seen && slideOf(this.seen.day, this.now);
  }

  /** Since when nothing has been heard, on the server's clock; undefined while all is well. */
  get lostSince(): number | undefined {
    return this.seen && this.#here - this.#heard > grace ? this.#heard + this.#ahead : undefined;
  }

  /** Whether a result was published before our eyes and has not been revealed yet. It is, once. */
  takeReveal(poll: string): boolean {
    return this.#unrevealed.delete(poll);
  }

  start(): () => void {
    let isOver = false;
    const tick = setInterval(() => {
      this.#here = Date.now();
    }, 250);
    const goOn = async () => {
      await this.look();
      if (!isOver) setTimeout(goOn, pause);
    };
    void goOn();
    return () => {
      isOver = true;
      clearInterval(tick);
    };
  }

  /** One look: how many now, the day where it has changed, and the seal where a box has one. */
  async look() {
    try {
      await this.#look();
      this.#heard = this.#here = Date.now();
      this.isUnknown = false;
    } catch (error) {
      // Nobody answered, or not us: what was last shown stays, and the screen says since when.
      const isNowhere = error instanceof Refusal && (error.status === 404 || error.status === 400);
      this.isUnknown = isNowhere && !this.seen;
    }
  }

  async #look() {
    const now = await this.#ask.ballots.readNow(this.#place);
    if (this.#isStale(now)) {
      const day = await this.#ask.ballots.readDay({ ...this.#place, version: now.version });
      this.#setClock(day);
      // A count means something else in another version: the two are shown together or not at all.
      if (day.version === now.version) this.#show(day, now);
    } else if (this.seen) this.seen = { ...this.seen, count: now.count, of: now.of };
    await this.#readSeal();
  }

  #isStale({ version, count }: Now): boolean {
    const day = this.seen?.day;
    if (day?.version !== version) return true;
    // Signatures change nothing of the day but who is in it.
    return day.covenant !== undefined && day.covenant.units.filter(({ signed }) => signed).length !== count;
  }

  #show(day: Day, { count, of }: Now) {
    const published = new Set(day.outcomes.map(({ poll }) => poll));
    for (const poll of published)
      if (this.#published && !this.#published.has(poll)) this.#unrevealed.add(poll);
    this.#published = published;
    this.seen = { day, count, of };
  }

  #setClock({ now }: Day) {
    const ahead = Date.parse(now) - Date.now();
    this.#ahead = Math.abs(ahead - this.#ahead) > jump ? ahead : Math.max(ahead, this.#ahead);
  }

  async #readSeal() {
    const { question } = this.seen?.day ?? {};
    const isSealed = question?.state === "sealed" || question?.state === "published";
    if (!question?.rule.secret || !isSealed || this.root?.poll === question.poll) return;
    const { seal } = await this.#ask.ballots.readRecord({ ...this.#place, poll: question.poll });
    if (seal) this.root = { poll: question.poll, root: seal.root };
  }
}
