import { Asking } from "../asking.svelte.ts";
import { enter, gather } from "./cast.ts";
import { clerk, players } from "./players.ts";
import { visiting } from "./visit.svelte.ts";

export const stretches = [
  "open",
  "people",
  "year",
  "covenant",
  "movement",
  "sheets",
  "review",
  "conference",
] as const;
type Stretch = (typeof stretches)[number];

/**
 * Fills a demo through the API as everybody else uses it, as the people concerned. Whoever is interrupted begins anew:
 * each stretch leaves what is there already.
 */
export class Laying {
  readonly asking = new Asking<true>();
  now = $state<Stretch>("open");
  readonly done = $derived(stretches.indexOf(this.now));

  lay() {
    return this.asking.ask(async () => {
      this.now = "open";
      const came = await enter();
      const { everybody, invite, chapters, isLaid } = await import("./story.ts");
      const isThere = await isLaid(came);
      this.now = "people";
      if (!isThere) await invite(came.clerk, came.visit);
      const of = await gather(came.visit, came.clerk, everybody);
      if (!isThere)
        for (const [name, live] of chapters) {
          this.now = name;
          await live({ ...came, of });
        }
      if (visiting.now) visiting.keep({ ...visiting.now, isReady: true });
      const [first] = players;
      if (first) visiting.sitAs(clerk, came.tokens, first.placeIn(came.visit));
      return true;
    });
  }
}
