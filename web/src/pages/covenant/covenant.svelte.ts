import type { api } from "#api";
import type { Given } from "#lib/route.ts";
import { call } from "../../call.ts";
import { device } from "../../device.ts";
import { language } from "../../language.svelte.ts";
import { office, type Place } from "../../office.svelte.ts";
import { ReachedDraft } from "./reached-draft.svelte.ts";

type There = Given<typeof api.rotation.readCovenant>;

/** How often the list of signatures is looked at anew while somebody looks at it. */
const every = 4_000;

/** The first letters of a digest, as people compare them: `3F2A-91C0`. */
export const shortCode = (digest: string) => `${digest.slice(0, 4)}-${digest.slice(4, 8)}`.toUpperCase();

/** A cluster's covenant as one person sees it, with who has signed as it is now. */
export class CovenantSeen {
  readonly place: Place;
  there = $state.raw<There>({ signatures: [], fallen: [], reached: [] });
  draft = $state.raw<ReachedDraft>();

  static async read(year: number, cluster: string): Promise<CovenantSeen> {
    const place = await office.enter(year, cluster);
    const seen = new CovenantSeen(place);
    await seen.refresh();
    return seen;
  }

  constructor(place: Place) {
    this.place = place;
  }

  readonly signed = $derived.by(() => new Map(this.there.signatures.map((each) => [each.unit, each])));
  readonly fallen = $derived.by(() => new Map(this.there.fallen.map((each) => [each.unit, each])));
  readonly isOpen = $derived.by(() => ["covenant", "running"].includes(this.place.phase()));

  async refresh() {
    const was = this.there.covenant?.digest;
    const there = await call.rotation.readCovenant(this.place.at);
    if (there.covenant?.digest !== was) {
      this.draft = this.#reachedOn(there);
      await this.draft?.outbox.restore();
    }
    this.there = there;
  }

  /** As long as a signature may still come; a page nobody looks at asks nothing. */
  watch(): () => void {
    const timer = setInterval(() => {
      const isAwaited = this.isOpen && this.signed.size < this.place.cluster.members.length;
      if (isAwaited && document.visibilityState === "visible") void this.refresh().catch(() => undefined);
    }, every);
    return () => clearInterval(timer);
  }

  /** One's own unit's figures, as long as they may be entered. */
  #reachedOn({ covenant, reached }: There) {
    const { at, caller, ownUnit: unit } = this.place;
    if (!covenant?.targets.length || !unit || !this.place.may("covenant/reach", unit)) return undefined;
    return new ReachedDraft({
      at: { ...at, unit },
      owner: `${caller.council}:${caller.person}`,
      digest: covenant.digest,
      count: covenant.targets.length,
      values: reached.find((each) => each.unit === unit)?.values ?? [],
      device,
      call: call.rotation,
      typed: (number) => language.format.typed(number),
    });
  }
}
