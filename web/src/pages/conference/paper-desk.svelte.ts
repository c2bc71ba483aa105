import type { api } from "#api";
import { faultIn, type Poll, type Rule } from "#domain/poll.ts";
import { Refusal } from "#lib/refusal.ts";
import type { Given, Sent } from "#lib/route.ts";
import { Asking } from "../../asking.svelte.ts";
import { call as theCall } from "../../call.ts";
import type { At, Present, Seen } from "./hall.svelte.ts";
import { folded } from "./roll.svelte.ts";

type Call = Pick<typeof theCall.ballots, "givePaper" | "listPapers">;
type Body = Sent<typeof api.ballots.givePaper>["body"];
export type Paper = Given<typeof api.ballots.listPapers>[number];
export type Question = Poll & { rule: Rule };

/** As many are listed at once; whoever is further down is found by name. */
const most = 30;
/** Right after closing nobody can know yet; it is asked again until somebody can. */
const pause = 1_500;

/** The tellers' desk for papers: who has one, and in an open poll what each of them says. */
export class PaperDesk {
  sought = $state("");
  readonly reading = new Asking<readonly Paper[]>();
  readonly giving = new Asking<unknown>();
  /** Whose paper lies on the desk, and what is marked on it. */
  holder = $state.raw<Present>();
  choose = $state<string[]>([]);
  on = $state<Paper["on"]>("paper");
  last = $state.raw<Paper>();
  readonly #at: At & { poll: string };
  readonly #call: Call;

  constructor(at: At & { poll: string }, call: Call = theCall.ballots) {
    this.#at = at;
    this.#call = call;
  }

  look = () => this.reading.ask(() => this.#call.listPapers(this.#at));

  get papers(): readonly Paper[] {
    return this.reading.answer ?? [];
  }

  paperOf = (delegate: string) => this.papers.find((one) => one.delegate === delegate);

  foundIn({ delegates, place }: Pick<Seen, "delegates" | "place">): Present[] {
    const sought = folded(this.sought);
    return delegates
      .filter(({ name, unit = "" }) => folded(`${name} ${place.nameOf(unit)}`).includes(sought))
      .slice(0, most);
  }

  take(holder: Present) {
    this.holder = holder;
    this.choose = [];
    this.on = "paper";
    this.last = undefined;
    this.giving.refusal = undefined;
  }

  leave() {
    this.holder = undefined;
    this.giving.refusal = undefined;
  }

  /** The names on this delegate's paper; their own is not among them where the rule says so. */
  offered({ candidates, rule }: Question): string[] {
    return candidates.filter((id) => rule.ownUnit || id !== this.holder?.unit);
  }

  /** Why what is marked cannot be entered. */
  fault(poll: Question) {
    return faultIn(poll, this.choose, this.holder?.unit);
  }

  /** In an open poll: what the paper on the desk says. It is for good. */
  async enter({ candidates }: Question, blank: boolean): Promise<boolean> {
    const { holder, on } = this;
    if (!holder) return false;
    const choose = blank ? [] : candidates.filter((id) => this.choose.includes(id));
    const said = { choose, ...(blank && { blank: true as const }) };
    const isIn = await this.#give(holder, { on, ...said });
    if (isIn) {
      this.holder = undefined;
      this.sought = "";
    }
    return isIn;
  }

  /** In a secret poll: that there is one. */
  hand = (holder: Present, on: Paper["on"]) => this.#give(holder, { on });

  async #give({ delegate, name, unit }: Present, body: Body): Promise<boolean> {
    this.last = undefined;
    const isIn = await this.giving.ask(() => this.#told({ ...this.#at, delegate, body }));
    if (isIn) {
      const { choose, ...rest } = body;
      this.last = { delegate, name, ...(unit && { unit }), ...rest, ...(choose && { choose }) } as Paper;
    }
    await this.look();
    return isIn;
  }

  async #told(asked: Parameters<Call["givePaper"]>[0]): Promise<unknown> {
    for (;;) {
      try {
        return await this.#call.givePaper(asked);
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "ballot/ask-again") throw error;
        await new Promise((done) => setTimeout(done, pause));
      }
    }
  }
}
