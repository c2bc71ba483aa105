import { api } from "#api";
import { type Client, client } from "#lib/client.ts";
import { Refusal } from "#lib/refusal.ts";
import { ask } from "../ask.ts";
import { call, callAnybody } from "../call.ts";
import { device } from "../device.ts";
import { type Given, type Kept, session } from "../session.svelte.ts";
import { clerk } from "./players.ts";
import { freshPassword, type Visit, visiting } from "./visit.svelte.ts";

export type Caller = Client<typeof api>;

/** The API as whoever these tokens are of, beside whoever sits here. */
const callAs = ({ token }: Given): Caller =>
  client(api, (path, init) =>
    ask(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } }),
  );

const signIn = ({ council, password }: Visit, person: string) =>
  callAnybody.units.signIn({ body: { council, person, password } });

/**
 * The demo this window goes into, and its clerk. The password is kept before it is set: whoever was interrupted in
 * between finds that it is none yet, and asks for another slip.
 */
export async function enter(): Promise<{ visit: Visit; tokens: Given; clerk: Caller }> {
  const known = visiting.now;
  const { demo } = await call.units.readDemo({});
  if (known && demo?.council === known.council) {
    const tokens = await signIn(known, clerk).catch(unlessWrong);
    if (tokens) return { visit: known, tokens, clerk: callAs(tokens) };
  }
  const { until, ...slip } = await call.units.openDemo({});
  const visit: Visit = {
    council: slip.council,
    until,
    password: freshPassword(),
    home: session.kept as Kept,
    entered: [],
    isReady: false,
  };
  visiting.keep(visit);
  const tokens = await callAnybody.units.firstSignIn({ body: { ...slip, password: visit.password } });
  return { visit, tokens, clerk: callAs(tokens) };
}

/** Another window has come in with another password meanwhile. */
function unlessWrong(error: unknown): undefined {
  if (error instanceof Refusal && error.code === "caller/wrong-password") return;
  throw error;
}

/** Everybody named, each come in by a slip of their own; those who have already only sign in. */
export async function gather(visit: Visit, clerk: Caller, people: readonly string[]) {
  const fresh = people.filter((person) => !visit.entered.includes(person));
  const { slips } =
    fresh.length > 0 ? await clerk.units.makeSlips({ body: { people: fresh } }) : { slips: [] };
  const { password } = visit;
  const came = slips.map(
    async (slip) =>
      [slip.person, callAs(await callAnybody.units.firstSignIn({ body: { ...slip, password } }))] as const,
  );
  const known = people
    .filter((person) => !fresh.includes(person))
    .map(async (person) => [person, callAs(await signIn(visit, person))] as const);
  const cast = new Map(await Promise.all([...came, ...known]));
  visiting.keep({ ...visit, entered: [...people] });
  return cast;
}

/** This window becomes one of the demo's people. */
export async function play(person: string, address: string) {
  if (visiting.now) visiting.sitAs(person, await signIn(visiting.now, person), address);
}

/** Thrown away by whoever opened it, from within; refused, everything stays as it is. */
export async function throwAway() {
  const { now, isInside } = visiting;
  const inside = session.kept;
  if (isInside && now) session.take(now.home);
  try {
    await call.units.throwDemoAway({});
  } catch (error) {
    if (isInside && inside) session.take(inside);
    throw error;
  }
  visiting.forget();
  // What this device has read of it, too.
  await device.clear("seen");
}
