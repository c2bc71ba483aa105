import type { Day } from "./hall.ts";

let isAsked = false;

/**
 * Once the page stands, a worker keeps it for when there is no network, and keeps this very version until the day has
 * ended. Voting never needs it.
 */
export function keepForLater(day: Day | undefined) {
  const workers = navigator.serviceWorker;
  if (!day || !workers) return;
  if (!isAsked) {
    isAsked = true;
    // After everything the delegate waits for.
    setTimeout(() => workers.register("/vote/sw.js", { scope: "/vote/" }).catch(() => {}), 3_000);
  }
  const isOn = !day.ended && (day.on !== undefined || day.question !== undefined);
  if (isOn !== wasOn) {
    wasOn = isOn;
    workers.ready.then(({ active }) => active?.postMessage({ isOn })).catch(() => {});
  }
}

let wasOn: boolean | undefined;
