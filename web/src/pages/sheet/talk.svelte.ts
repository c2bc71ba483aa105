import type { api } from "#api";
import type { Comment } from "#domain/comment.ts";
import type { Client } from "#lib/client.ts";
import { call } from "../../call.ts";
import { type Device, device } from "../../device.ts";
import type { Place } from "../../office.svelte.ts";
import { Outbox } from "../../outbox.svelte.ts";
import { newId } from "./new-id.ts";
import type { SheetView } from "./sheet-draft.svelte.ts";

type Word = { line: string; text: string; at: string };
type Given = {
  at: { year: number; cluster: string; unit: string };
  me: string;
  owner: string;
  device: Device;
  call: Pick<Client<typeof api>["scoring"], "comment">;
  said: readonly Comment[];
  newId: () => string;
};

/** The talk about a unit's sheet, as the one who is signed in takes part in it. */
export function talkOf(place: Place, unit: string, view: SheetView): Talk {
  const { council, person } = place.caller;
  return new Talk({
    at: { ...place.at, unit },
    me: person,
    owner: `${council}:${person}`,
    device,
    call: call.scoring,
    said: view.comments,
    newId,
  });
}

/** What is said about a sheet's lines: one's own words stand there at once, and go out when they can. */
export class Talk {
  readonly outbox: Outbox<Word>;
  #said = $state.raw<readonly Comment[]>([]);
  /** How many words of each line were on this screen before. */
  #seen = $state.raw<Readonly<Record<string, number>>>({});
  readonly #given: Given;

  constructor(given: Given) {
    this.#given = given;
    this.#said = given.said;
    const { at, owner, device } = given;
    this.outbox = new Outbox<Word>({
      device,
      key: [owner, at.year, at.cluster, at.unit, "talk"].join(" "),
      isReady: () => true,
      send: (words) => this.#send(words),
    });
  }

  /** What an earlier visit left unsent, and what it had read. */
  async restore() {
    this.#seen = ((await this.#given.device.read("drafts", this.#seenKey)) ?? {}) as Record<string, number>;
    await this.outbox.restore();
  }

  /** In the order it was said; what is still on its way last. */
  on(line: string): Comment[] {
    const known = new Set(this.#said.map(({ comment }) => comment));
    const own = Object.entries(this.outbox.waiting)
      .filter(([comment, word]) => word.line === line && !known.has(comment))
      .map(([comment, word]) => ({ comment, by: this.#given.me, ...word }));
    return [...this.#said.filter((comment) => comment.line === line), ...own];
  }

  isWaiting = (comment: string): boolean => this.outbox.waiting[comment] !== undefined;

  /** Somebody else has spoken since this line was last open here. */
  isNew(line: string): boolean {
    const said = this.#said.filter((comment) => comment.line === line);
    return said.slice(this.#seen[line] ?? 0).some(({ by }) => by !== this.#given.me);
  }

  see(line: string) {
    const count = this.#said.filter((comment) => comment.line === line).length;
    if (count === (this.#seen[line] ?? 0)) return;
    this.#seen = { ...this.#seen, [line]: count };
    void this.#given.device.write("drafts", this.#seenKey, { ...this.#seen });
  }

  say(line: string, text: string) {
    const at = new Date(Date.now()).toISOString();
    this.outbox.put(this.#given.newId(), { line, text, at });
    void this.outbox.flush();
  }

  get #seenKey() {
    const { owner, at } = this.#given;
    return [owner, at.year, at.cluster, at.unit, "heard"].join(" ");
  }

  async #send(words: Record<string, Word>): Promise<{ left: string[]; at: string }> {
    let at = "";
    // One after the other: that is the order they were said in.
    for (const [comment, { line, text, at: said }] of Object.entries(words)) {
      const { comments } = await this.#given.call.comment({
        ...this.#given.at,
        comment,
        body: { line, text },
      });
      this.#said = comments;
      at = said;
    }
    return { left: [], at };
  }
}
