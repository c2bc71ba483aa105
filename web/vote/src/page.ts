import { codeOf, sealChoice } from "#envelope";
import { passesAt } from "#lib/passing.ts";
import { type Address, type Place, ticketIn } from "./address.ts";
import type { Device } from "./device.ts";
import { Finding } from "./finding.ts";
import { hallOf, type Question } from "./hall.ts";
import { Holder } from "./holder.ts";
import { type Kept, nameOf } from "./kept.ts";
import { Outbox } from "./outbox.ts";
import { nameOfScene, questionOn, type Scene, sceneOf } from "./scene.ts";
import { warn } from "./strips.ts";
import { drawingOf } from "./views/all.ts";
import type { Here, View } from "./views/view.ts";
import { Watch } from "./watch.ts";
import type { Words } from "./words/vi.ts";

/** Whoever waits for a box to open is told within seconds; whoever is choosing or done need not ask as often. */
const paces: { [name in Scene["scene"]]?: number } = { ballot: 6_000, way: 8_000, outcome: 5_000 };

const byId = (id: string) => document.getElementById(id) as HTMLElement;

/** The one page of a delegate: what is true decides what stands on it. */
export class Page implements Here {
  readonly words: Words;
  readonly isKiosk: boolean;
  readonly outbox: Outbox;
  place: Place | undefined;
  watch: Watch | undefined;
  scene: Scene = { scene: "opening" };
  scan: Here["scan"];
  readonly #device: Device;
  readonly #holder: Holder;
  readonly #finding: Finding;
  /** Told after every look at what is true. */
  readonly #after: (page: Page) => void;
  #changing: string | undefined;
  #view: View | undefined;
  #shown = "";

  constructor(words: Words, device: Device, isKiosk: boolean, after: (page: Page) => void) {
    this.words = words;
    this.isKiosk = isKiosk;
    this.#device = device;
    this.#after = after;
    this.outbox = new Outbox(device, post, () => this.show());
    this.#finding = new Finding(this.outbox);
    this.#holder = new Holder(device, (known) => {
      if (known) this.outbox.carryOn(known.ticket, { ...known, delegate: known.delegate.delegate });
      this.show();
    });
    this.#listen();
  }

  get delegate() {
    return this.#holder.delegate;
  }

  get hasArrived(): boolean {
    return this.#device.read(`arrived/${this.place?.conference}.${this.delegate?.delegate}`) === true;
  }

  now = () => this.watch?.now() ?? Date.now();

  nameOf = (question: Question): string => {
    const { words, watch } = this;
    if (question.for === "rehearsal") return words.stamp.rehearsal;
    const title = watch?.day?.agenda.find(({ poll }) => poll === question.poll)?.title ?? words.title;
    return question.round > 1 ? `${title}, ${words.round(question.round)}` : title;
  };

  /** From a scanned ticket, a poster in the hall, or what this phone knows from before. */
  open(address: Address | undefined) {
    const { last } = this.#holder;
    const isThere = (at: Place) => last?.council === at.council && last.conference === at.conference;
    const ticket = this.isKiosk ? undefined : address?.rest;
    const mayGoOn =
      last && (!address || isThere(address)) && (ticket === undefined || ticket === last.ticket);
    if (mayGoOn && (!this.isKiosk || this.outbox.unsent().length > 0)) {
      this.#look(last);
      this.#holder.take(last);
    } else if (address) {
      const { council, conference } = address;
      this.#look({ council, conference });
      if (ticket !== undefined) this.#holder.take({ council, conference, ticket });
    }
    this.outbox.resume();
    this.show();
  }

  /** What somebody typed: comes in, or says why not. */
  async enter(typed: string): Promise<"lost" | undefined> {
    const { rest = "", council, conference } = ticketIn(typed);
    const place = council !== undefined && conference !== undefined ? { council, conference } : this.place;
    if (!place) return undefined;
    const came = await this.#holder.enter(place, rest);
    if (this.#holder.ticket !== undefined) this.#look(place);
    this.show();
    return came;
  }

  leave() {
    this.#holder.leave();
  }

  async arrive(): Promise<boolean> {
    if (!this.place) return false;
    try {
      await hallOf(this.#holder.ticket).arrive(this.place);
      this.#device.write(`arrived/${this.place.conference}.${this.delegate?.delegate}`, true);
      return true;
    } catch {
      // The button stays, and the page says that it did not come through.
      return false;
    }
  }

  change(poll: string | undefined) {
    this.#changing = poll;
    this.show(true);
  }

  /** Sealed, kept, and only then sent. */
  async cast(question: Question, no: number, choose: readonly string[]): Promise<boolean> {
    const { place, delegate } = this;
    const { ticket } = this.#holder;
    if (!place || !delegate || ticket === undefined) return false;
    const { poll, rule, key, bound } = question;
    const about = { ...place, delegate: delegate.delegate, poll };
    const before = this.outbox.of(nameOf(about));
    const candidates = question.candidates.map(({ id }) => id);
    try {
      const answer = rule.secret
        ? { sealed: await sealChoice(place.council, { poll, candidates, key, bound }, choose) }
        : { choose: [...choose] };
      const code = "sealed" in answer ? await codeOf(answer.sealed) : undefined;
      const mine: Kept = { ...about, no, keptAt: Date.now(), state: "kept", ticket, answer };
      this.outbox.keep({
        ...mine,
        ...(code !== undefined && { code }),
        ...(before?.state === "in" && { stands: standing(before) }),
      });
    } catch {
      // A key that is none, or cryptography that fails: the page sends to the tellers.
      return false;
    }
    this.#changing = undefined;
    this.show(true);
    return true;
  }

  /** Looks at what is true, and draws anew only where it is another page than before. */
  show(isOwnDoing = false) {
    const { ticket, delegate, refused } = this.#holder;
    const { place, watch } = this;
    const day = watch?.day;
    const question = questionOn(day);
    const asked = place && delegate && ticket ? { ...place, ticket, delegate: delegate.delegate } : undefined;
    const kept = question && asked && this.outbox.of(nameOf({ ...asked, poll: question.poll }));
    const now = this.now();
    this.scene = sceneOf({ ticket, refused, delegate, day, kept, changing: this.#changing, now });
    if (asked && question && watch?.isFresh) this.#finding.look(this.scene, question, asked, now);
    const name = `${delegate?.delegate ?? ""} ${nameOfScene(this.scene)}`;
    if (name === this.#shown) this.#view?.tick?.();
    else this.#draw(name, isOwnDoing);
    const older = this.outbox.unsent().filter(({ poll }) => poll !== question?.poll).length;
    warn([
      passesAt(place?.council ?? "") !== undefined && this.words.demo,
      watch?.isLost && day && this.scene.scene !== "way" && this.words.offline,
      !this.#device.isLasting && this.scene.scene === "ballot" && this.words.notLasting,
      older > 0 && this.words.older(older),
    ]);
    this.#after(this);
  }

  #draw(name: string, isOwnDoing: boolean) {
    const isFirst = this.#shown === "";
    const main = byId("main");
    // Nothing better to say yet than what the page came with.
    if (isFirst && this.scene.scene === "opening" && this.words.language === "vi") return;
    const hadFocus = main.contains(document.activeElement);
    this.#shown = name;
    this.#view = drawingOf(this.scene, this);
    main.textContent = "";
    main.append(...this.#view.parts);
    document.body.dataset["scene"] = this.scene.scene;
    document.title = `${this.#view.said.split(/[.:]/)[0]} – ${this.words.title}`;
    byId("who").textContent = this.delegate?.name ?? "";
    byId("said").textContent = this.#view.said;
    if (!isFirst) scrollTo(0, 0);
    if (isOwnDoing || hadFocus) main.querySelector<HTMLElement>("[tabindex='-1']")?.focus();
  }

  #look(place: Place) {
    if (this.place?.council === place.council && this.place.conference === place.conference) return;
    this.watch?.stop();
    this.place = { council: place.council, conference: place.conference };
    const pace = () => paces[this.scene.scene] ?? 3_000;
    this.watch = new Watch(this.place, this.#device, () => this.show(), pace);
    this.watch.start();
  }

  #listen() {
    const hurry = () => {
      this.watch?.hurry();
      this.outbox.hurry();
    };
    setInterval(() => this.show(), 1_000);
    // Another tab of this phone has kept or sent something.
    addEventListener("storage", () => {
      this.outbox.resume();
      this.show();
    });
    addEventListener("online", hurry);
    addEventListener("pageshow", (event) => event.persisted && hurry());
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) return;
      this.#finding.again();
      hurry();
    });
  }
}

const post = {
  send: ({ answer, no, ticket, council, conference, poll }: Kept, patience: number) => {
    if (!answer) throw new Error("There is nothing to send.");
    const body = "sealed" in answer ? { ...answer, no } : { ...answer, no };
    return hallOf(ticket, patience).sendBallot({ council, conference, poll, body });
  },
  find: ({ council, conference, poll, ticket }: Kept) =>
    hallOf(ticket).findBallot({ council, conference, poll }),
};

const standing = ({ no, code }: Kept) => ({ no, ...(code !== undefined && { code }) });
