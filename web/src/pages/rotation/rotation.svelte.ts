import type { api } from "#api";
import { heirOf, nameIn } from "#domain/unit.ts";
import type { Given } from "#lib/route.ts";
import { call } from "../../call.ts";
import { office, type Place } from "../../office.svelte.ts";

type Read = Given<typeof api.rotation.readSuccession>;
export type Mark = { office: "head" | "deputy"; isProposed: boolean; as: string | undefined };

/** Who has held office in a cluster, who is due, and who comes next, as one person sees it. */
export class Rotation {
  readonly place: Place;
  there = $state.raw<Read>({ elected: { head: null, deputies: [] }, terms: [], due: [] });

  static async read(year: number, cluster: string): Promise<Rotation> {
    const rotation = new Rotation(await office.enter(year, cluster));
    await rotation.refresh();
    return rotation;
  }

  constructor(place: Place) {
    this.place = place;
  }

  async refresh() {
    this.there = await call.rotation.readSuccession(this.place.at);
  }

  get next(): number {
    return this.place.year.year + 1;
  }

  /** Who is due after those in office now: whoever leads this year has just had the turn. */
  readonly due = $derived.by(() => this.there.due.filter((unit) => unit !== this.place.cluster.head));
  /** Every year there is an office holder of, and the next where somebody is proposed. */
  readonly years = $derived.by(() => {
    const known = this.there.terms
      .filter(({ head, deputies }) => head || deputies.length > 0)
      .map(({ year }) => year);
    const isProposed = this.there.succession?.head && !known.includes(this.next);
    return isProposed ? [...known, this.next] : known;
  });

  /** What a member, or a unit that went into it, was in a year. */
  markOf(unit: string, year: number): Mark | undefined {
    const { succession, terms } = this.there;
    const isProposed = year === this.next && !terms.some((term) => term.year === year && term.head);
    const holders = isProposed ? succession : terms.find((term) => term.year === year);
    if (!holders) return undefined;
    const isIts = (holder: string) => heirOf(holder, office.units) === unit;
    const was = [holders.head ?? [], ...holders.deputies].flat().find(isIts);
    if (was === undefined) return undefined;
    const known = office.units.get(was);
    const isRecognised = succession?.recognised?.yes === true;
    const as = was === unit || !known ? undefined : nameIn(known, year);
    return { office: holders.head === was ? "head" : "deputy", isProposed: isProposed && !isRecognised, as };
  }

  /** The last year before this one in which a member was head. */
  lastHeaded(unit: string): number | undefined {
    return this.there.terms
      .filter(({ year, head }) => year <= this.place.year.year && head && heirOf(head, office.units) === unit)
      .at(-1)?.year;
  }
}
