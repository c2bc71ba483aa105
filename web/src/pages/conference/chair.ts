import type { Plan } from "#domain/conference.ts";
import type { Poll } from "#domain/poll.ts";
import { call, callAnybody } from "../../call.ts";
import type { Hall, Seen } from "./hall.svelte.ts";
import { randomLetters } from "./letters.ts";

type Point = Plan["agenda"][number];

/** What the chair does with the day: each a sentence to the server. */
export class Chair {
  readonly #hall: Hall;

  constructor(hall: Hall) {
    this.#hall = hall;
  }

  get #polls() {
    const { year, cluster } = this.#hall.at;
    return { year, cluster };
  }

  show = (on: number) => this.#hall.do(() => call.ballots.showPoint({ ...this.#hall.at, body: { on } }));

  end = () => this.#hall.do(() => call.ballots.endConference(this.#hall.at));

  prepare = (poll: string) =>
    this.#hall.do(() =>
      call.ballots.preparePoll({ ...this.#polls, poll, body: { conference: this.#hall.at.conference } }),
    );

  open = (
    poll: string,
    { minutes, withoutQuorum }: { minutes: number | undefined; withoutQuorum: boolean },
  ) =>
    this.#hall.do(async () => {
      const closesAt =
        minutes === undefined ? undefined : new Date((await this.#clock()) + minutes * 60_000).toISOString();
      return call.ballots.openPoll({
        ...this.#polls,
        poll,
        body: {
          conference: this.#hall.at.conference,
          ...(closesAt && { closesAt }),
          ...(withoutQuorum && { withoutQuorum: true }),
        },
      });
    });

  close = (poll: string) => this.#hall.do(() => call.ballots.closePoll({ ...this.#polls, poll }));

  seal = (poll: string) => call.ballots.sealPoll({ ...this.#polls, poll });

  publish = (poll: string, as: "figures" | "passed" | undefined) =>
    this.#hall.do(() => call.ballots.publishPoll({ ...this.#polls, poll, body: as ? { as } : {} }));

  decide = (poll: string, decided: string[]) =>
    this.#hall.do(() => call.ballots.decidePoll({ ...this.#polls, poll, body: { decided } }));

  voidIt = (poll: string, reason: string) =>
    this.#hall.do(() => call.ballots.voidPoll({ ...this.#polls, poll, body: { reason } }));

  /** The same question anew, in the place of the poll that was made void. */
  holdAgain = (seen: Seen, was: Poll) =>
    this.#hall.do(async () => {
      const poll = await this.#copy(was, { round: was.round, candidates: was.candidates });
      return this.#replan(seen, (points) =>
        points.map((point) => (point.poll === was.poll ? { ...point, poll } : point)),
      );
    });

  /** Among the equals, right after the round that could not part them. */
  secondRound = (seen: Seen, was: Poll, titleOf: (title: string, round: number) => string) =>
    this.#hall.do(async () => {
      const round = was.round + 1;
      const poll = await this.#copy(was, { round, candidates: [] });
      return this.#replan(seen, (points) =>
        points.flatMap((point) =>
          point.poll === was.poll ? [point, { title: titleOf(point.title, round), poll }] : [point],
        ),
      );
    });

  async #copy(was: Poll, { round, candidates }: { round: number; candidates: string[] }): Promise<string> {
    const poll = `phieu-${randomLetters(6)}`;
    await call.ballots.savePoll({
      ...this.#polls,
      poll,
      body: {
        for: was.for as "head",
        ...(was.award && { award: was.award }),
        ...(was.rule && { rule: was.rule }),
        round,
        candidates,
      },
    });
    return poll;
  }

  #replan({ conference }: Seen, change: (points: Point[]) => Point[]) {
    const { title, place, at, help, selfCheckIn, agenda } = conference;
    const body = {
      title,
      at,
      selfCheckIn,
      agenda: change(agenda),
      ...(place && { place }),
      ...(help && { help }),
    };
    return call.ballots.saveConference({ ...this.#hall.at, body });
  }

  /** The server's time: it is the one that closes. */
  async #clock(): Promise<number> {
    const { now } = await callAnybody.ballots.readDay({
      council: this.#hall.council,
      conference: this.#hall.at.conference,
      version: 0,
    });
    return Date.parse(now);
  }
}
