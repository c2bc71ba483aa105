import { passesAt, passingDays } from "#lib/passing.ts";
import { type Given, type Kept, session } from "../session.svelte.ts";

/** The demo this window can go into: nobody has to know a password, and no other window is told one. */
export type Visit = {
  council: string;
  until: string;
  password: string;
  /** Whoever opened it, to go back to. */
  home: Kept;
  /** People who have come in with this password. */
  entered: readonly string[];
  /** Everything is laid. */
  isReady: boolean;
};

const place = "demo";
const day = 24 * 60 * 60_000;

class Visiting {
  now = $state.raw<Visit | undefined>(JSON.parse(sessionStorage.getItem(place) ?? "null") ?? undefined);

  /** Signed in to that demo, whoever they are playing. */
  get isInside(): boolean {
    return passesAt(session.kept?.council ?? "") !== undefined;
  }

  keep(visit: Visit) {
    this.now = visit;
    sessionStorage.setItem(place, JSON.stringify(visit));
  }

  forget() {
    this.now = undefined;
    sessionStorage.removeItem(place);
  }

  /** From here on this window is theirs; the page is read anew, so that nothing of who sat here before is left on it. */
  sitAs(person: string, { token, renewal, expiresIn }: Given, address: string) {
    const until = Date.now() + expiresIn * 1000;
    session.take({ council: this.now?.council ?? "", person, token, renewal, until });
    location.assign(address);
  }

  goHome() {
    const { home } = this.now ?? {};
    if (!home) return;
    session.take(home);
    location.assign(home.council === "" ? "/operate" : "/demo");
  }
}

export const visiting = new Visiting();

/** Ten characters of each kind the pool asks for, 80 bits: for a council of a week. */
export function freshPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return `Thu-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** The days of a demo are counted from the one on which it was opened, whenever it is laid. */
export function dayIn({ until }: Pick<Visit, "until">, days: number, hour = "10:00"): string {
  const opened = Date.parse(until) - passingDays * day;
  const inVietnam = new Date(opened + days * day + 7 * 60 * 60_000).toISOString();
  return `${inVietnam.slice(0, 10)}T${hour}:00.000Z`;
}
export const yearIn = (visit: Pick<Visit, "until">) => Number(dayIn(visit, 0).slice(0, 4));
