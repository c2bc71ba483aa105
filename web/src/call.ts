import { api } from "#api";
import { client } from "#lib/client.ts";
import { ask, isPassing } from "./ask.ts";
import type { Begun } from "./begin.ts";
import { device } from "./device.ts";
import { session } from "./session.svelte.ts";

/** The routes anybody may ask, without saying who asks. */
export const callAnybody = client(api, ask);

/** Every route of the API as a function, as whoever is signed in. */
export const call = client(api, async (path, init) => {
  const isRead = init.method === "GET";
  try {
    const response = await askSigned(path, init);
    if (isRead && response.ok) await device.write("seen", keyOf(path), await response.clone().text());
    return response;
  } catch (error) {
    // Nobody answers: what was last read is shown, and the page says that the network is gone.
    const seen = isRead && isPassing(error) ? await device.read("seen", keyOf(path)) : undefined;
    if (seen === undefined) throw error;
    return new Response(seen, { headers: { "content-type": "application/json" } });
  }
});

async function askSigned(path: string, init: RequestInit): Promise<Response> {
  const token = await session.token();
  const response = (await begun(path, token)) ?? (await ask(path, signed(init, token)));
  if (response.status !== 401) return response;
  await session.renew();
  return ask(path, signed(init, await session.token()));
}

/** An answer that was asked for before this script had come, by the same person; nothing but a good one is worth having. */
async function begun(path: string, token: string): Promise<Response | undefined> {
  const known: Begun | undefined = globalThis.begun;
  const asked = known?.token === token ? known.answers.get(path) : undefined;
  known?.answers.delete(path);
  const response = await asked;
  return response?.ok ? response : undefined;
}

const signed = (init: RequestInit, token: string): RequestInit => ({
  ...init,
  headers: { ...init.headers, authorization: `Bearer ${token}` },
});

const keyOf = (path: string) => [session.kept?.council, session.kept?.person, path].join(" ");
