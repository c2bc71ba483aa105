import type { Reading } from "#domain/ballot.ts";
import type { Ceremony } from "#domain/ceremony.ts";
import { faultIn, type Poll, type Rule } from "#domain/poll.ts";
import { combineSlices, open, seal } from "#lib/envelope.ts";
import { readBox } from "#seal";
import type { call as theCall } from "../../call.ts";
import type { At } from "./hall.svelte.ts";
import { Pieces } from "./keys.svelte.ts";

type Call = Pick<typeof theCall.ballots, "readEnvelopes" | "enterReading">;
/** A paper as the tellers read it out; what cannot be told from it is invalid. */
export type Paper = { choose: readonly string[]; isInvalid: boolean; isBlank?: boolean };
export type Sealed = Poll & { rule: Rule };

/** One device's way through one sealed box: two slices, the papers, the count, and its word to the server. */
export class Count {
  readonly poll: Sealed;
  readonly pieces: Pieces;
  papers = $state.raw<readonly Paper[]>([]);
  /** All papers that came back are typed in, fewer perhaps than were given. */
  isTyped = $state(false);
  opened = $state(0);
  of = $state(0);
  reading = $state.raw<Reading>();
  /** The two slices do not belong to this box. */
  isWrongKey = $state(false);
  sent = $state.raw<{ devices: number; agree: boolean; state: Poll["state"] }>();
  readonly #at: At & { poll: string };
  readonly #council: string;
  readonly #call: Call;

  constructor(
    poll: Sealed,
    ceremony: Ceremony,
    { at, council, call }: { at: At; council: string; call: Call },
  ) {
    this.poll = poll;
    this.#at = { ...at, poll: poll.poll };
    this.#council = council;
    this.#call = call;
    this.pieces = new Pieces(ceremony, poll.slot ?? 0);
    this.of = poll.seal?.envelopes ?? 0;
  }

  get expected(): number {
    return this.poll.seal?.papers ?? 0;
  }

  readonly step = $derived.by((): "slices" | "papers" | "read" | "send" | "sent" => {
    if (this.sent) return "sent";
    if (this.reading) return "send";
    if (this.pieces.slices.size < 2) return "slices";
    return this.expected > 0 && !this.isTyped ? "papers" : "read";
  });

  /** Why a paper is not in order, as the envelopes are judged too. */
  isInRule(choose: readonly string[]): boolean {
    return faultIn(this.poll, choose, undefined) === undefined;
  }

  add(paper: Paper) {
    this.papers = [...this.papers, paper];
  }

  takeBack() {
    this.papers = this.papers.slice(0, -1);
    this.isTyped = false;
  }

  async read() {
    const [one, other] = Array.from(this.pieces.slices.values());
    if (!one || !other) return;
    this.isWrongKey = !(await isKeyOf(this.poll.key ?? "", [one, other]));
    if (this.isWrongKey) {
      this.pieces.forget();
      return;
    }
    const { envelopes } = await this.#call.readEnvelopes(this.#at);
    this.of = envelopes.length;
    const papers = this.papers.map(({ choose, isInvalid, isBlank }) =>
      isInvalid ? unreadable : isBlank ? ("blank" as const) : choose,
    );
    const reading = await readBox(this.#council, this.poll, [one, other], envelopes, papers, (opened) => {
      this.opened = opened;
    });
    this.pieces.forget();
    this.reading = reading;
  }

  async send(device: string) {
    if (!this.reading) return;
    const { poll, devices, agree } = await this.#call.enterReading({
      ...this.#at,
      device,
      body: this.reading,
    });
    this.sent = { devices, agree, state: poll.state };
  }
}

/** No candidate is called so: whatever bears this name is judged invalid. */
const unreadable = ["?"];
const probeBinding = { info: "thi-dua probe 1", aad: "" };

/** Whether two slices give the private key of a box: what is sealed to it here must open here. */
export async function isKeyOf(
  key: string,
  [one, other]: readonly [Uint8Array, Uint8Array],
): Promise<boolean> {
  const probe = crypto.getRandomValues(new Uint8Array(16));
  const sealed = await seal(key, probe, probeBinding);
  const secret = await combineSlices(one, other);
  const opened = await open(secret, sealed, probeBinding);
  secret.fill(0);
  return opened?.every((byte, at) => byte === probe[at]) ?? false;
}
