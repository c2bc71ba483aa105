import type { api } from "#api";
import { type Decision, decisionIdOf, type Recipient } from "#domain/nomination.ts";
import { isCounted } from "#domain/poll.ts";
import { isRevoked } from "#domain/revocation.ts";
import type { Given } from "#lib/route.ts";
import { call } from "../../call.ts";
import { office, type Place } from "../../office.svelte.ts";
import type { State } from "../../words/vi-nominations.ts";
import { randomLetters } from "../conference/letters.ts";

export type Entry = Given<typeof api.nominations.listNominations>[number];
type Poll = Given<typeof api.ballots.listPolls>[number];
export type Answer = Pick<Decision, "outcome" | "to" | "number" | "date" | "reason">;

export const stateOf = ({ nomination, decision }: Entry): State =>
  decision && isRevoked(decision)
    ? "revoked"
    : (decision?.outcome ?? (nomination.withdrawn ? "withdrawn" : "waiting"));

/** Nobody else's id, and short enough that its answer can bear it. */
export const newId = () => `dn-${randomLetters(8)}`;

/** What one cluster proposes, and what the council has answered. */
export class Nominations {
  readonly place: Place;
  entries = $state.raw<readonly Entry[]>([]);
  /** The clerk's choice of those that share a decision. */
  chosen = $state<string[]>([]);
  done = $state(0);
  readonly #polls: readonly Poll[];

  static async read(year: number, cluster: string): Promise<Nominations> {
    const place = await office.enter(year, cluster);
    const [entries, polls] = await Promise.all([
      call.nominations.listNominations(place.at),
      call.ballots.listPolls(place.at),
    ]);
    return new Nominations(place, entries, polls);
  }

  constructor(place: Place, entries: readonly Entry[], polls: readonly Poll[]) {
    this.place = place;
    this.entries = entries;
    this.#polls = polls;
  }

  readonly standing = $derived.by(() => this.entries.filter(({ nomination }) => !nomination.withdrawn));
  readonly waiting = $derived.by(() => this.standing.filter(({ decision }) => !decision));
  readonly awarded = $derived.by(
    () => this.standing.filter(({ decision }) => decision && decision.outcome !== "refused").length,
  );
  /** Those of one award together, in the order in which the first of each was proposed. */
  readonly groups = $derived.by(() =>
    Array.from(Map.groupBy(this.entries, ({ nomination }) => nomination.award)),
  );

  /** Who passed at the conference and is not on the list yet, poll by poll. */
  readonly passed = $derived.by(() =>
    this.#polls.flatMap(({ poll, decision }) => {
      if (poll.for !== "nomination" || !poll.award || !decision || !isCounted(poll)) return [];
      const { award } = poll;
      const units = decision.passed.filter(
        (unit) =>
          !this.standing.some(
            ({ nomination: { award: proposed, recipient } }) =>
              proposed === award && !("person" in recipient) && recipient.unit === unit,
          ),
      );
      return units.length > 0 ? [{ poll: poll.poll, award, units }] : [];
    }),
  );

  choose(nomination: string, isChosen: boolean) {
    const others = this.chosen.filter((each) => each !== nomination);
    this.chosen = isChosen ? [...others, nomination] : others;
  }

  nameOf(recipient: Recipient): string {
    const unit = this.place.nameOf(recipient.unit);
    return "person" in recipient ? `${recipient.person}, ${unit}` : unit;
  }

  async refresh() {
    this.entries = await call.nominations.listNominations(this.place.at);
  }

  /** Named after poll and unit, so that two who press at once make one nomination. */
  async takePassed({ poll, award, units }: { poll: string; award: string; units: readonly string[] }) {
    const taken = new Set(this.entries.map(({ nomination }) => nomination.nomination));
    try {
      for (const unit of units) {
        const name = `${poll}-${unit}`;
        const isFree = !taken.has(name) && `${this.place.at.cluster}-${name}`.length <= 40;
        const body = { award, recipient: { unit }, from: poll };
        await call.nominations.nominate({ ...this.place.at, nomination: isFree ? name : newId(), body });
      }
    } finally {
      await this.refresh();
    }
  }

  async withdraw(nomination: string, reason: string) {
    await call.nominations.withdrawNomination({ ...this.place.at, nomination, body: { reason } });
    await this.refresh();
  }

  /** One after the other: what is recorded stays recorded where one of them is refused. */
  async decide(answer: Answer) {
    const { year, cluster } = this.place.at;
    this.done = 0;
    try {
      for (const { nomination } of this.waiting.filter((each) =>
        this.chosen.includes(each.nomination.nomination),
      )) {
        const { award, recipient, nomination: id } = nomination;
        const body = { cluster, nomination: id, award, recipient, ...answer };
        await call.nominations.decide({ year, decision: decisionIdOf(nomination), body });
        this.done += 1;
      }
      this.chosen = [];
    } finally {
      await this.refresh();
    }
  }
}
