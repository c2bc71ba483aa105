import type { Conference, Plan } from "#domain/conference.ts";

type Shows = "nothing" | "covenant" | "next-head" | `poll ${string}`;
/** A point as it is being written: with a name of its own, so that it can be moved about. */
export type DraftPoint = { no: number; title: string; shows: Shows };

const zone = 7 * 60 * 60_000;

/** The instant as Vietnam's clocks tell it, as a field for day and hour takes it, and back. */
export const localOf = (instant: string) => new Date(Date.parse(instant) + zone).toISOString().slice(0, 16);
export const instantOf = (local: string) => new Date(Date.parse(`${local}:00.000Z`) - zone).toISOString();

/** What the chair says of the day, while it is being written. */
export class PlanDraft {
  title = $state("");
  place = $state("");
  at = $state("");
  help = $state("");
  selfCheckIn = $state(false);
  points = $state<DraftPoint[]>([]);
  #last = 0;
  #saved = $state("");

  constructor({ title, place, at, help, selfCheckIn, agenda }: Conference) {
    this.title = title;
    this.place = place ?? "";
    this.at = localOf(at);
    this.help = help ?? "";
    this.selfCheckIn = selfCheckIn;
    this.points = agenda.map(({ title, poll, shows }) =>
      this.#point(title, poll ? `poll ${poll}` : (shows ?? "nothing")),
    );
    this.settle();
  }

  readonly body: Plan = $derived.by(() => ({
    title: this.title,
    at: this.at === "" ? "" : instantOf(this.at),
    selfCheckIn: this.selfCheckIn,
    ...(this.place.trim() && { place: this.place }),
    ...(this.help.trim() && { help: this.help }),
    agenda: this.points.map(({ title, shows }) => ({
      title,
      ...(shows.startsWith("poll ") && { poll: shows.slice(5) }),
      ...((shows === "covenant" || shows === "next-head") && { shows }),
    })),
  }));
  readonly isChanged = $derived(JSON.stringify(this.body) !== this.#saved);
  /** What stands in the way of saving. */
  readonly faults = $derived({
    title: this.title.trim() === "",
    at: this.at === "",
    points: this.points.filter(({ title }) => title.trim() === "").map(({ no }) => no),
  });
  readonly isWhole = $derived(!this.faults.title && !this.faults.at && this.faults.points.length === 0);
  /** Polls that the agenda names. */
  readonly polls = $derived(
    new Set(this.points.flatMap(({ shows }) => (shows.startsWith("poll ") ? [shows.slice(5)] : []))),
  );

  get typed() {
    const { title, place, at, help, selfCheckIn, points } = this;
    return { title, place, at, help, selfCheckIn, points };
  }
  set typed(left: Record<string, unknown>) {
    Object.assign(this, left);
    this.#last = Math.max(0, ...this.points.map(({ no }) => no));
  }

  settle() {
    this.#saved = JSON.stringify(this.body);
  }

  add(title = "", shows: Shows = "nothing"): number {
    this.points.push(this.#point(title, shows));
    return this.#last;
  }

  remove(no: number) {
    this.points = this.points.filter((point) => point.no !== no);
  }

  /** To another place in the order; beyond the ends it stays. */
  move(no: number, to: number) {
    const from = this.points.findIndex((point) => point.no === no);
    const [point] = this.points.slice(from, from + 1);
    if (!point || to < 0 || to >= this.points.length) return;
    this.points = this.points.toSpliced(from, 1).toSpliced(to, 0, point);
  }

  #point(title: string, shows: Shows): DraftPoint {
    this.#last += 1;
    return { no: this.#last, title, shows };
  }
}
