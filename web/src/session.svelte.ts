import { api } from "#api";
import { client } from "#lib/client.ts";
import { passesAt } from "#lib/passing.ts";
import { Refusal } from "#lib/refusal.ts";
import { ask, isPassing } from "./ask.ts";
import { device } from "./device.ts";

/** What comes of signing in. */
export type Given = { token: string; renewal?: string | undefined; expiresIn: number };
/** Who sits here, and for how long. */
export type Kept = {
  council: string;
  person: string;
  token: string;
  renewal?: string | undefined;
  until: number;
  /** Beyond the window it was begun in, so that the office opens without a network too. */
  stays?: boolean | undefined;
};

const nobody = client(api, ask);
const place = "session";

/** Who sits at this device, for as long as the page is open, or until they sign out where they asked for that; renewed in silence. */
class Session {
  kept = $state.raw(read());
  /** It ended by itself, and whoever was at work is asked to come in again. */
  hasEnded = $state(false);
  #renewing: Promise<void> | undefined;

  /** Whoever operates the installation belongs to no council. */
  async signIn(account: { council: string; person: string; password: string }, stays = false) {
    const { council, ...operator } = account;
    this.#keep({ ...account, stays }, await nobody.units.signIn({ body: council ? account : operator }));
  }

  async firstSignIn(
    account: { council: string; person: string; slip: string; password: string },
    stays = false,
  ) {
    this.#keep({ ...account, stays }, await nobody.units.firstSignIn({ body: account }));
  }

  /** Somebody else sits here, in this window alone: who is signed in on this device stays who they are. */
  take(kept: Kept) {
    this.kept = kept;
    sessionStorage.setItem(place, JSON.stringify(kept));
  }

  async signOut() {
    this.#forget();
    await device.clear("seen");
  }

  /** Whoever signs out in one window has signed out in all that began the same way. */
  watch(): () => void {
    const changed = ({ key, newValue }: StorageEvent) => {
      if (key === place && newValue === null && this.kept?.stays) this.kept = undefined;
    };
    addEventListener("storage", changed);
    return () => removeEventListener("storage", changed);
  }

  /** A token that will hold for one request. */
  async token(): Promise<string> {
    if (this.kept && this.kept.until - Date.now() < 60_000) await this.renew();
    if (!this.kept) throw new Refusal(401, "caller/unknown");
    return this.kept.token;
  }

  /** Many requests may find out at once that the token has ended: one renewal serves them all. */
  renew(): Promise<void> {
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async #renew() {
    const { kept } = this;
    try {
      if (!kept?.renewal) throw new Refusal(401, "caller/unknown");
      const given = await nobody.units.renewSession({ body: { renewal: kept.renewal } });
      this.#keep(kept, { ...given, renewal: given.renewal ?? kept.renewal });
    } catch (error) {
      if (isPassing(error)) throw error;
      // The time to stay signed in is over: what was typed stays on this device, and its owner comes in again.
      this.#forget();
      this.hasEnded = true;
      throw new Refusal(401, "caller/unknown");
    }
  }

  #forget() {
    this.kept = undefined;
    sessionStorage.clear();
    localStorage.removeItem(place);
  }

  #keep(
    { council, person, stays }: Pick<Kept, "council" | "person" | "stays">,
    { token, renewal, expiresIn }: Given,
  ) {
    this.kept = { council, person, token, renewal, until: Date.now() + expiresIn * 1000, stays };
    this.hasEnded = false;
    const text = JSON.stringify(this.kept);
    sessionStorage.setItem(place, text);
    if (stays) localStorage.setItem(place, text);
    // Nobody asks for a demo by its name.
    if (!council || passesAt(council)) return;
    localStorage.setItem("council", council);
    localStorage.setItem("person", person);
  }
}

function read(): Kept | undefined {
  const text = globalThis.sessionStorage?.getItem(place) ?? globalThis.localStorage?.getItem(place);
  return text ? JSON.parse(text) : undefined;
}

export const session = new Session();
