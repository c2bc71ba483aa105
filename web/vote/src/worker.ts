/*
 * Keeps the ballot page for when there is no network. It holds exactly the files of one build, and while a conference
 * is on the page stays the one it was, even where a newer worker has come. Requests to the API pass it by.
 */

declare const version: string;
declare const files: string[];

type Waiting = { waitUntil: (work: Promise<unknown>) => void };
type Asked = { request: Request; respondWith: (answer: Promise<Response>) => void };
type Told = Waiting & { data: { isOn: boolean } };

const pins = "vote-pin";
const longestDay = 20 * 60 * 60_000;

const on = <E>(name: string, listen: (event: E) => void) => addEventListener(name, listen as never);

on<Waiting>("install", (event) => {
  event.waitUntil(caches.open(version).then((cache) => cache.addAll(files)));
});

on<Waiting>("activate", (event) => {
  event.waitUntil(forgetOthers());
});

on<Told>("message", (event) => {
  event.waitUntil(event.data.isOn ? pin() : caches.delete(pins).then(forgetOthers));
});

on<Asked>("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(shell(request));
  else if (pathname.indexOf("/assets/") === 0) event.respondWith(asset(request));
});

async function shell(request: Request): Promise<Response> {
  const [held = version, own] = await Promise.all([pinned(), caches.open(version)]);
  const cache = held === version ? own : await caches.open(held);
  return (await cache.match("/vote/")) ?? fetch(request);
}

/** A file whose name says its content: any version's will do. What few need, like another language, is kept when it first comes. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const came = await fetch(request);
  if (came.ok) {
    const copy = came.clone();
    await caches.open(version).then((cache) => cache.put(request, copy));
  }
  return came;
}

async function pin() {
  if ((await pinned()) !== undefined) return;
  const cache = await caches.open(pins);
  await cache.put("/vote/pin", new Response(JSON.stringify({ version, until: Date.now() + longestDay })));
}

async function pinned(): Promise<string | undefined> {
  const kept = await (await caches.open(pins)).match("/vote/pin");
  if (!kept) return undefined;
  const { version: known, until } = (await kept.json()) as { version: string; until: number };
  return Date.now() < until && (await caches.has(known)) ? known : undefined;
}

async function forgetOthers() {
  const held = await pinned();
  for (const name of await caches.keys())
    if (name.indexOf("vote-") === 0 && name !== version && name !== held && name !== pins)
      await caches.delete(name);
}
