import type { api } from "#api";
import { type PageLanguage, pageLanguages } from "#domain/public-address.ts";
import type { Obstacle, PartName } from "#domain/publication.ts";
import type { Given } from "#lib/route.ts";
import { Asking } from "../../asking.svelte.ts";
import { call } from "../../call.ts";
import { drawn, packed } from "./picture.ts";

type Read = Given<typeof api.publishing.readPublication>;
type Preview = Given<typeof api.publishing.previewPage>;
type Publication = NonNullable<Read["publication"]>;

/** One page for everybody on the clerk's desk: what may stand on it, how it will look, and whether it is out. */
export class Posting {
  readonly at: { year: number; page: string };
  readonly reading = new Asking<Read>();
  readonly preview = new Asking<Preview>();
  readonly doing = new Asking<Publication>();
  chosen = $state<PartName[]>([]);
  totals = $state(false);
  /** What the preview is looked at in; what goes out is in all of them. */
  language = $state<PageLanguage>("vi");
  /** What was out before it was withdrawn here: it can be put back. */
  before = $state.raw<{ parts: PartName[]; totals: boolean }>();
  canvas: HTMLCanvasElement | undefined;

  readonly publication = $derived(this.reading.answer?.publication);
  readonly parts = $derived<{ part: PartName; open?: Obstacle | undefined }[]>(
    this.reading.answer?.parts ?? [],
  );
  readonly isOut = $derived(this.publication?.state === "out");
  readonly outParts = $derived(Object.keys(this.publication?.parts ?? {}) as PartName[]);
  /** Publishing now would change what people read. */
  readonly differs = $derived.by(() => {
    if (!this.isOut || !this.publication) return true;
    const isSameChoice =
      this.chosen.toSorted().join() === this.outParts.toSorted().join() &&
      this.totals === this.publication.totals;
    return !isSameChoice || this.reading.answer?.changed === true;
  });

  constructor(year: number, page: string) {
    this.at = { year, page };
    void this.read();
  }

  async read() {
    await this.reading.ask(() => call.publishing.readPublication(this.at));
    const { publication, parts } = this;
    this.chosen =
      publication && this.outParts.length > 0
        ? this.outParts
        : parts.filter(({ open }) => open === undefined).map(({ part }) => part);
    this.totals = publication?.totals ?? false;
    await this.look();
  }

  choose(part: PartName, isChosen: boolean) {
    const others = this.chosen.filter((each) => each !== part);
    this.chosen = isChosen ? [...others, part] : others;
    return this.look();
  }

  tellTotals(totals: boolean) {
    this.totals = totals;
    return this.look();
  }

  lookIn(language: PageLanguage) {
    this.language = language;
    return this.look();
  }

  async look() {
    if (this.chosen.length === 0) return;
    await this.preview.ask(() =>
      call.publishing.previewPage({ ...this.at, body: { ...this.#body, language: this.language } }),
    );
    await this.#draw(this.language);
  }

  async publish() {
    const { answer } = this.preview;
    if (!answer) return;
    const done = await this.doing.ask(async () => {
      const body = { ...this.#body, digest: answer.digest, pictures: await this.#pictures() };
      return call.publishing.publishPage({ ...this.at, body });
    });
    this.before = undefined;
    if (done || this.doing.refusal?.code === "publication/changed-meanwhile") await this.read();
  }

  async withdraw() {
    const before = { parts: this.outParts, totals: this.totals };
    if (!(await this.doing.ask(() => call.publishing.withdrawPage(this.at)))) return;
    await this.read();
    this.before = before;
  }

  /** Out again with what was out. */
  async putBack() {
    if (!this.before) return;
    this.chosen = this.before.parts;
    this.totals = this.before.totals;
    await this.look();
    await this.publish();
  }

  /** One for each language, drawn one after the other; the one looked at is the last. */
  async #pictures(): Promise<Partial<Record<PageLanguage, string>>> {
    const pictures: Partial<Record<PageLanguage, string>> = {};
    for (const language of [...pageLanguages.filter((one) => one !== this.language), this.language]) {
      await this.#draw(language);
      if (this.canvas) pictures[language] = await packed(this.canvas);
    }
    return pictures;
  }

  async #draw(language: PageLanguage) {
    const card = this.preview.answer?.cards[language];
    if (card && this.canvas) await drawn(this.canvas, card, language);
  }

  get #body() {
    return { parts: this.chosen, totals: this.totals, site: location.origin };
  }
}
