import { type Demo, hasPassed, isOver } from "#domain/demo.ts";
import { refuse } from "#domain/refuse.ts";
import { accountsFrom, removeAccount } from "#lib/accounts.ts";
import { randomOf } from "#lib/bytes.ts";
import { dayAfter } from "#lib/day.ts";
import { one } from "#lib/item.ts";
import { create, put, replace } from "#lib/op.ts";
import { passesAt, passingBeginning, passingDays, passingName } from "#lib/passing.ts";
import type { Handlers } from "#lib/serve.ts";
import { tableOf } from "#lib/table.ts";
import { type Hand, untilWritten } from "#lib/write.ts";
import type { api } from "../api.ts";
import { accountOf, type Context, type Found } from "../identity.ts";
import { items } from "../items.ts";
import { newSlip } from "./slips.ts";

type Part = Pick<Handlers<typeof api.units, Context, Found>, "readDemo" | "openDemo" | "throwDemoAway">;

const lost = refuse("council/changed-meanwhile");
const clerk = { person: "thuong-truc", name: "Phạm Thu Hà", role: "clerk" as const, active: true };

/** A council to be played with and thrown away, for a council or for whoever operates them all. */
export const demos: Part = {
  async readDemo({ caller, now, table }) {
    const demo = await table.read(items.demo, { owner: ownerOf(caller) });
    return demo && !isOver(demo, now) ? { demo: told(demo) } : {};
  },

  async openDemo({ caller, now, table }) {
    const owner = ownerOf(caller);
    const by = caller.person;
    const demo = await untilWritten(lost, async () => {
      const was = await table.read(items.demo, { owner });
      if (was && !isOver(was, now)) return was;
      if (was && !was.thrownAt) await shut(was, handOf(by, now));
      const made = { owner, council: freshName(now), by, at: now };
      await table.write(replace(items.demo, was, made, lost));
      return made;
    });
    return { ...(await enter(demo, handOf(by, now))), until: told(demo).until };
  },

  async throwDemoAway({ caller, now, table }) {
    const owner = ownerOf(caller);
    await untilWritten(lost, async () => {
      const was = await table.read(items.demo, { owner });
      if (!was || was.thrownAt) return;
      await shut(was, handOf(caller.person, now));
      await table.write(replace(items.demo, was, { ...was, thrownAt: now }, lost));
    });
    return {};
  },
};

const ownerOf = ({ council, person }: Context["caller"]) => council || person;
const handOf = (by: string, at: string): Hand => ({ by, at, did: "units.openDemo" });
const told = ({ council }: Demo) => ({ council, until: passesAt(council) ?? "" });

/** Ten letters and digits nobody guesses, and the day. */
function freshName(now: string) {
  const letters = "23456789abcdefghjkmnpqrstuvwxyz0";
  const random = Array.from(randomOf(10), (byte) => letters[byte % 32]).join("");
  return passingName(random, dayAfter(now, passingDays));
}

/** The council with its first clerk, made where a killed run has not, and a new slip for them: whoever asks has the right to it. */
async function enter({ council }: Demo, hand: Hand) {
  const table = tableOf(council, hand);
  const [known, person, slip] = await table.readTogether(
    one(items.council, {}),
    one(items.person, clerk),
    one(items.slip, clerk),
  );
  if (!person) await table.write(create(items.person, clerk, lost));
  if (!known) await table.write(create(items.council, { council, name: "Hội đồng thử", kind: "thử" }, lost));
  return newSlip(table, council, clerk.person, { was: slip, now: hand.at });
}

/** First the door, then the accounts: from the one write on nobody is let in, and the rest may be done again. */
async function shut({ council }: Demo, hand: Hand) {
  const table = tableOf(council, { ...hand, did: "units.throwDemoAway" });
  await table.write(put(items.over, { by: hand.by, at: hand.at }));
  for await (const { person } of table.each(items.person, {}))
    await removeAccount(accountOf(council, person));
}

/** What nobody threw away: the name of each account says whether its day has come. What time is short for is left to the next night. */
export async function forgetAccounts(now: string, isLate: () => boolean) {
  for await (const account of accountsFrom(passingBeginning)) {
    if (isLate()) return;
    const [council = ""] = account.split(":");
    if (hasPassed(council, now)) await removeAccount(account);
  }
}
