import type { api } from "#api";
import { isCounted, type Poll } from "#domain/poll.ts";
import type { Given } from "#lib/route.ts";
import { Asking } from "../../asking.svelte.ts";
import { call, callAnybody } from "../../call.ts";
import { office, type Place } from "../../office.svelte.ts";

type Read = Given<typeof api.ballots.readConference>;
export type Shown = Given<typeof api.ballots.listPolls>[number];
export type Present = Read["delegates"][number];
export type Turnout = Given<typeof api.ballots.readNow>;
export type At = { year: number; cluster: string; conference: string };

/** How often it is asked whether anything has changed; the edge gives everybody the same answer for as long. */
const every = 2_000;
/** How old the list of those present may become while people come in. */
const longestOld = 8_000;

/** One conference as the office knows it: its day, its roll, its keys and its polls. */
export class Hall {
  readonly at: At;
  readonly reading = new Asking<Seen>();
  /** What was asked for last: the page shows its refusal beside the button. */
  readonly doing = new Asking<unknown>();
  turnout = $state.raw<Turnout>();
  #readAt = 0;

  constructor(at: At) {
    this.at = at;
    void this.read();
  }

  get council(): string {
    return office.me?.council.council ?? "";
  }

  read = () =>
    this.reading.ask(async () => {
      this.#readAt = performance.now();
      const { conference, ...within } = this.at;
      const [place, found, polls] = await Promise.all([
        office.enter(within.year, within.cluster),
        call.ballots.readConference(this.at),
        call.ballots.listPolls(within),
      ]);
      return new Seen(
        place,
        found,
        polls.filter(({ poll }) => isOf(poll, conference)),
      );
    });

  /** Does it, and reads anew whatever came of it. Tells whether it was done. */
  async do(question: () => Promise<unknown>): Promise<boolean> {
    const isDone = await this.doing.ask(question);
    await this.read();
    return isDone;
  }

  /** Follows the hall until told to stop: the count every other second, all of it whenever something has changed. */
  watch(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async () => {
      const was = this.turnout;
      try {
        this.turnout = await callAnybody.ballots.readNow({
          council: this.council,
          conference: this.at.conference,
        });
        if (was && this.#isNews(was, this.turnout)) await this.read();
      } catch {
        // Nobody answered, or somebody else is at work: the next look will tell.
      }
      if (!isOver) timer = setTimeout(() => void look(), every);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }

  /** Every step of the day is; that somebody came in is now and then, while it is people who are counted. */
  #isNews(was: Turnout, is: Turnout): boolean {
    if (was.version !== is.version) return true;
    const seen = this.reading.answer;
    const isVoting = ["open", "closing"].includes(seen?.find(seen.point?.poll)?.poll.state ?? "");
    return !isVoting && is.count !== seen?.present && performance.now() - this.#readAt > longestOld;
  }
}

/** Polls of this conference, and those of its cluster that are not held anywhere yet. */
const isOf = (poll: Poll, conference: string) =>
  poll.for !== "rehearsal" &&
  (poll.conference === conference || (poll.conference === undefined && !isCounted(poll)));

/** What was read of a conference, and what follows from it. */
export class Seen {
  readonly place: Place;
  readonly conference: Read["conference"];
  readonly ceremony: Read["ceremony"];
  readonly delegates: readonly Present[];
  readonly polls: readonly Shown[];

  constructor(place: Place, { conference, ceremony, delegates }: Read, polls: readonly Shown[]) {
    this.place = place;
    this.conference = conference;
    this.ceremony = ceremony;
    this.delegates = delegates;
    this.polls = polls;
  }

  get present(): number {
    return this.delegates.filter(({ present }) => present).length;
  }

  get points() {
    return this.conference.agenda;
  }

  /** The point the hall is at. */
  get point() {
    return this.points[this.conference.on ?? -1];
  }

  find(poll: string | undefined): Shown | undefined {
    return this.polls.find((one) => one.poll.poll === poll);
  }

  titleOf(poll: string): string {
    return this.points.find((point) => point.poll === poll)?.title ?? poll;
  }

  /** The polls of the agenda, in its order. */
  get held(): readonly Shown[] {
    return this.points.flatMap(({ poll }) => this.find(poll) ?? []);
  }

  /** How many have a vote in a poll of this rule. */
  votersOf({ voter }: { voter: "unit" | "delegate" }): number {
    return voter === "unit" ? this.place.cluster.members.length : this.delegates.length;
  }
}
