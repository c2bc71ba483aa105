/*
 * Keeps the office for when there is no network: exactly the files of one build, all languages and pages. It answers
 * for the addresses of the office alone; the ballot, the big screen, public pages and the API pass it by. A newer one
 * waits until somebody takes it, so that nobody's page changes under their hands.
 */

export {};

declare const version: string;
declare const files: string[];
declare const patterns: string[];

type Waiting = { waitUntil: (work: Promise<unknown>) => void };
type Asked = { request: Request; respondWith: (answer: Promise<Response>) => void };
type Told = Waiting & { data: unknown };
type Itself = { skipWaiting: () => Promise<void>; clients: { claim: () => Promise<void> } };

const itself = globalThis as unknown as Itself;
const pages = patterns.map((pattern) => new RegExp(pattern));
const kept = new Set(files);

const on = <E>(name: string, listen: (event: E) => void) => addEventListener(name, listen as never);

on<Waiting>("install", (event) => {
  event.waitUntil(caches.open(version).then((cache) => cache.addAll(files)));
});

on<Waiting>("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => itself.clients.claim()));
});

on<Told>("message", (event) => {
  if (event.data === "take") event.waitUntil(itself.skipWaiting());
});

on<Asked>("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (pages.some((page) => page.test(pathname))) event.respondWith(held("/", request));
  } else if (kept.has(pathname)) event.respondWith(held(pathname, request));
});

async function held(address: string, request: Request): Promise<Response> {
  const cache = await caches.open(version);
  return (await cache.match(address)) ?? fetch(request);
}

async function forgetOthers() {
  for (const name of await caches.keys())
    if (name.indexOf("office-") === 0 && name !== version) await caches.delete(name);
}
