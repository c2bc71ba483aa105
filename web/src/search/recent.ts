import { session } from "../session.svelte.ts";

/** Where somebody was last on this device, the latest first. */
export type Visited = { address: string; name: string };

const most = 6;

export function recentIn(text: string | null): Visited[] {
  try {
    return text ? JSON.parse(text) : [];
  } catch {
    // Written by an earlier version, or by hand: nothing is lost with it.
    return [];
  }
}

export const visited = (recent: readonly Visited[], place: Visited): Visited[] =>
  [place, ...recent.filter(({ address }) => address !== place.address)].slice(0, most);

const place = () => `recent ${session.kept?.council} ${session.kept?.person}`;

export const recent = () => recentIn(localStorage.getItem(place()));

/** Remembers a page under the name it gave itself. */
export function remember(address: string, name: string) {
  if (name === "" || !session.kept) return;
  localStorage.setItem(place(), JSON.stringify(visited(recent(), { address, name })));
}
