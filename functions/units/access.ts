import { cameIn, monthOf, triedWrong } from "#domain/access.ts";
import { refuse } from "#domain/refuse.ts";
import { type AccountFault, renew, setPassword, signIn, type Tokens } from "#lib/accounts.ts";
import { one } from "#lib/item.ts";
import { replace } from "#lib/op.ts";
import type { Handlers } from "#lib/serve.ts";
import { type Table, tableOf } from "#lib/table.ts";
import { untilWritten } from "#lib/write.ts";
import type { api } from "../api.ts";
import { accountOf, type Context, expectLasting, type Found } from "../identity.ts";
import { items } from "../items.ts";
import { claimSlip } from "./slips.ts";

type Part = Pick<Handlers<typeof api.units, Context, Found>, "signIn" | "renewSession" | "firstSignIn">;

/** Coming in: with a slip the first time, with a password after that. What of it is kept stands in the trail. */
export const access: Part = {
  async signIn({ body: { council, person, password }, now }) {
    if (council) await expectLasting(tableOf(council, { by: person, at: now, did: "units.signIn" }), now);
    const given = await signIn(council ? accountOf(council, person) : person, password);
    if (council) await remember(council, { person, at: now }, given);
    return expectTokens(given);
  },

  async renewSession({ body: { renewal } }) {
    return expectTokens(await renew(renewal));
  },

  async firstSignIn({ body: { council, person, slip: typed, password }, now }) {
    const table = tableOf(council, { by: person, at: now, did: "units.firstSignIn" });
    await expectLasting(table, now);
    const slip = await claimSlip(council, person, { typed, now });
    const used = { ...slip, usedAt: now, cameAt: slip.cameAt ?? now };
    await table.write(replace(items.slip, slip, used, refuse("access/slip-wrong")));
    const account = accountOf(council, person);
    const fault = await setPassword(account, password);
    if (fault) {
      // The slip was right and the password was not: it may be tried again.
      const there = await table.read(items.slip, { person });
      await table.write(replace(items.slip, there, slip, refuse("access/slip-wrong")));
      throw faults[fault];
    }
    return expectTokens(await signIn(account, password));
  },
};

const faults: Record<AccountFault, Error> = {
  "wrong-password": refuse("caller/wrong-password"),
  "weak-password": refuse("caller/password-weak"),
  throttled: refuse("access/throttled"),
};

function expectTokens(given: Tokens | AccountFault): Tokens {
  if (typeof given === "string") throw faults[given];
  return given;
}

type Who = { person: string; at: string };
/** Whoever waits at the door waits no longer for the trail than this. */
const patience = { timeout: 1_000, attempts: 1 };
const lost = refuse("access/throttled");

/** Nobody is kept out, nor told anything else, because it could not be kept; what the pool turned away unlooked at is not counted. */
async function remember(council: string, who: Who, given: Tokens | AccountFault) {
  if (given === "throttled") return;
  const table = tableOf(council, { by: who.person, at: who.at, did: "units.signIn" }, { patience });
  const keep = typeof given === "string" ? keepWrong(table, who) : keepCame(table, who);
  await keep.catch((error) => {
    if (process.env["LOG"] !== "off")
      console.error(JSON.stringify({ council, lost: "access", why: String(error) }));
  });
}

/** One item that nobody else's coming touches; a crowd at other names is not in its way. */
function keepCame(table: Table, who: Who) {
  return untilWritten(lost, async () => {
    const was = await table.read(items.access, { month: monthOf(who.at), person: who.person });
    const is = cameIn(was, who);
    if (is !== was) await table.write(replace(items.access, was, is, lost));
  });
}

/**
 * The same work whether or not there is anybody of that name, and once: how long an answer takes tells nothing, and of
 * tries in the same instant one is counted. Of a council there is not, nothing is kept.
 */
async function keepWrong(table: Table, { person, at }: Who) {
  const month = monthOf(at);
  const [there, known, own, nobodys] = await table.readTogether(
    one(items.council, {}),
    one(items.person, { person }),
    one(items.access, { month, person }),
    one(items.access, { month, person: "" }),
  );
  if (!there) return;
  const was = known ? own : nobodys;
  await table.write(replace(items.access, was, triedWrong(was, { person: known ? person : "", at }), lost));
}
