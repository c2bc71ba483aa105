import { storage } from "./storage.svelte.ts";
import { unsent } from "./unsent.svelte.ts";

const anHour = 60 * 60_000;
const aMinute = 60_000;
/** After what whoever opens the page waits for. */
const afterwards = 3_000;

/** Whether a newer version of the office lies on this device. It waits until somebody takes it. */
class Fresh {
  isThere = $state(false);
  isAsked = $state(false);
  #registration: ServiceWorkerRegistration | undefined;
  #askedAt = Date.now();

  /** Has a worker keep the office for when there is no network, and looks for a newer one now and then. */
  watch(): () => void {
    const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    if (!workers) return () => {};
    const timer = setTimeout(() => void this.#keep(workers).catch(() => {}), afterwards);
    const seen = () => {
      if (document.hidden || Date.now() - this.#askedAt < anHour) return;
      this.#askedAt = Date.now();
      void this.#registration?.update().catch(() => {});
    };
    addEventListener("visibilitychange", seen);
    return () => {
      clearTimeout(timer);
      removeEventListener("visibilitychange", seen);
    };
  }

  async #keep(workers: ServiceWorkerContainer) {
    const registration = await workers.register("/sw.js");
    this.#registration = registration;
    const look = () => {
      if (registration.waiting && workers.controller) this.isThere = true;
    };
    look();
    registration.addEventListener("updatefound", () =>
      registration.installing?.addEventListener("statechange", look),
    );
    // Another window has taken it: this one goes on with what it has, and is told.
    workers.addEventListener("controllerchange", () => {
      if (this.isAsked) location.reload();
    });
  }

  /** What is typed goes out first; then the new version comes. */
  ask() {
    this.isAsked = true;
    void unsent.flush();
  }

  take() {
    const waiting = this.#registration?.waiting;
    if (waiting) waiting.postMessage("take");
    else location.reload();
  }
}

export const fresh = new Fresh();

/**
 * A page that was opened before a deployment asks for a part that is gone: it loads itself anew, once, past the worker
 * that would hand it out as it is. Not where nobody answers, nor where what is typed stands in this page alone.
 */
export async function mendStale() {
  const place = "loaded-anew";
  if (storage.isFull && unsent.count > 0) return;
  if (Date.now() - Number(sessionStorage.getItem(place)) < aMinute || !(await isReachable())) return;
  sessionStorage.setItem(place, String(Date.now()));
  const registration = await navigator.serviceWorker?.getRegistration("/");
  await registration?.unregister();
  location.reload();
}

const isReachable = () =>
  fetch("/manifest.webmanifest", { method: "HEAD", cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
