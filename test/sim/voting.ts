import { expectShut } from "./counting.ts";
import { isRefused, sure, until } from "./hands.ts";
import { type Device, findOnce, type Vote, voteOn } from "./phone.ts";
import { deviceOf, type Ticket } from "./preparing.ts";
import type { Room } from "./room.ts";
import type { Delegate } from "./story.ts";

type Voting = { isHeld: boolean; voices: Promise<unknown> };

/** Everybody votes as they do, until the box is closed; some are still on the way then. Not held where the chair gave it up. */
export async function voting(
  room: Room,
  poll: string,
  tickets: Map<string, Ticket>,
  isFirst: boolean,
): Promise<Voting> {
  const { house, at, story } = room;
  const { timeline, luck } = house;
  const all = story.delegates.map((one) => voteAs(room, poll, one, tickets.get(one.delegate)));
  if (isFirst && story.crashes) all.push(crashAfter(room, story.span / 2));
  if (isFirst && story.reissued) all.push(reissue(room, poll, story.reissued, tickets));
  if (isFirst && story.copies) all.push(copy(room, poll, tickets));
  const voices = Promise.all(all);

  if (isFirst && story.isVoided) {
    await timeline.sleep(story.span * 0.6, "chair gives up");
    await sure(room, "chair", `void ${poll}`, () =>
      house.as.chair.ballots.voidPoll({ ...at, poll, body: { reason: "Mất mạng." } }),
    );
    await voices;
    await expectShut(room, poll);
    return { isHeld: false, voices };
  }
  await timeline.sleep(story.span + luck.between(-4_000, 0, "closes"), "chair closes");
  if (story.closing === "hand") {
    const close = (who: "chair" | "clerk") =>
      sure(room, who, `close ${poll}`, () => house.as[who].ballots.closePoll({ ...at, poll }));
    await Promise.all([close("chair"), ...(story.twoChairs ? [close("clerk")] : [])]);
  }
  return { isHeld: true, voices };
}

async function voteAs(room: Room, poll: string, one: Delegate, ticket: Ticket | undefined): Promise<void> {
  const { house, story } = room;
  const { timeline, luck } = house;
  const { delegate } = one;
  const habit = story.habitOf(one);
  if (habit === "absent" || !ticket) return;
  const name = (device: string) => `${delegate} ${device}`;
  const start = () => timeline.sleep(story.opening(habit, `${delegate} ${poll}`), name("starts"));
  const vote = (sealing = 1): Vote => ({ choose: story.choiceOf(delegate, sealing) });
  const phone = deviceOf(room, name("phone"), delegate, ticket.secret);
  const on = (device: Device, what = vote()) => voteOn(room, device, poll, what);
  const isLast = habit === "late" && luck.is(0.6, "last", delegate);
  if (isLast)
    return void (await on(phone, { ...vote(), atLast: luck.between(10, 90, "last moment", delegate) }));
  await start();

  if (habit === "paper") {
    const given = givePapers(room, poll, one);
    await Promise.all([
      given,
      ...(story.triesBoth(one) ? [on(phone, { choose: [...paperIn(room, one)] })] : []),
    ]);
    return;
  }
  if (habit === "spoiled") return void (await on(phone, { choose: [], isSpoiled: true }));
  if (habit === "double tap")
    return void (await Promise.all([on(phone), on({ ...phone, name: name("tap") })]));
  if (habit === "second tab") {
    const tab = { ...phone, name: name("tab") };
    await Promise.all([on(phone), timeline.sleep(700, tab.name).then(() => on(tab))]);
    return;
  }
  if (habit === "second phone" || habit === "third device") {
    const second = deviceOf(room, name("second"), delegate, ticket.secret);
    const third = deviceOf(room, name("third"), delegate, ticket.code.toLowerCase());
    const all = [on(phone), on(second, vote(2)), ...(habit === "third device" ? [on(third, vote(3))] : [])];
    await Promise.all(all);
    return;
  }
  if (habit === "kiosk") return void (await on(deviceOf(room, name("kiosk"), delegate, ticket.code)));
  if (habit === "reload" || habit === "silent") {
    // The page goes away before it hears anything; what was sealed is still on the phone.
    const lost = on({ ...phone, name: name("before") });
    const away = habit === "silent" ? luck.between(5_000, 15_000, "silent", delegate) : 200;
    await timeline.sleep(away, name("away"));
    await Promise.all([lost, on(phone)]);
    return;
  }
  const shown = await on(phone);
  if (habit === "changes mind" && shown === "in" && story.rule.secret)
    for (const no of [2, 3]) await on(phone, { ...vote(no), no });
  if (luck.is(0.3, "looks", delegate)) await findOnce(room, phone, poll);
}

/** What the delegate wrote; a phone that is tried beside it says the same. */
function paperIn({ story }: Room, { delegate }: Delegate): readonly string[] {
  const said = story.paperOf(delegate, 5);
  return said === "blank" ? [] : said;
}

/** In a secret poll that there is a paper; in an open one what it says, by one teller or by two who have it before them. */
async function givePapers(room: Room, poll: string, one: Delegate) {
  const { house, at, story, ledger } = room;
  const { delegate } = one;
  const { secret, written } = story.rule;
  const on = written && house.luck.is(0.5, "letter", delegate) ? "letter" : "paper";
  const give = async (who: "teller-1" | "teller-2", said: readonly string[] | "blank") => {
    const choose = said === "blank" ? [] : story.candidates.filter((id) => said.includes(id));
    const isBlank = said === "blank" && story.rule.yesNo;
    const clear = secret ? {} : { choose, ...(isBlank && { blank: true as const }) };
    const kept = secret ? on : `${on} ${isBlank ? "(blank)" : choose.join(" ")}`;
    const answer = await until(room, who, `give ${delegate} a ${on}`, () =>
      house.as[who].ballots.givePaper({ ...at, poll, delegate, body: { on, ...clear } }),
    );
    const refused = isRefused(answer) ? { refused: answer.refused } : {};
    ledger.given.push({ poll, delegate, kept, isTaken: !isRefused(answer), ...refused });
  };
  const other = story.readsOtherwise(one) ? story.paperOf(delegate, 6) : story.paperOf(delegate, 5);
  await Promise.all([
    give("teller-1", story.paperOf(delegate, 5)),
    ...(story.twoTellers(one) ? [give("teller-2", other)] : []),
  ]);
}

async function crashAfter({ house, ledger }: Room, ms: number) {
  await house.timeline.sleep(ms, "crash");
  ledger.say("everything stops and is started again");
  await house.crash();
}

/** A new ticket for one delegate while the box is open: the old one dies within half a minute and makes no second ballot. */
async function reissue(room: Room, poll: string, delegate: string, tickets: Map<string, Ticket>) {
  const { house, at, story, ledger } = room;
  const { timeline } = house;
  await timeline.sleep(story.span / 3, "re-issues");
  const made = await sure(room, "clerk", "re-issue a ticket", () =>
    house.as.clerk.ballots.makeTickets({ ...at, body: { delegates: [delegate] } }),
  );
  const done = timeline.now();
  const [fresh] = made.tickets;
  if (!fresh) return;
  ledger.secrets.add(fresh.secret).add(fresh.code);
  const vote = { choose: story.choiceOf(delegate, 7) };
  await voteOn(room, deviceOf(room, `${delegate} new ticket`, delegate, fresh.secret), poll, vote);
  await timeline.sleep(Math.max(0, done + 36_000 - timeline.now()), "old ticket waits");
  const old = deviceOf(room, `${delegate} old ticket`, delegate, tickets.get(delegate)?.secret ?? "");
  const answer = await until(room, old.name, "use the old ticket", () => old.caller.ballots.readTicket(at));
  ledger.expect("a cancelled ticket dies within half a minute", "refused" in answer);
  tickets.set(delegate, fresh);
}

/** Takes the sealed bytes of somebody else and sends them as one's own. */
async function copy(room: Room, poll: string, tickets: Map<string, Ticket>) {
  const { house, story, ledger } = room;
  const { from, by } = story.copies ?? { from: "", by: "" };
  const find = () =>
    ledger.told.find((one) => one.delegate === from && one.poll === poll && one.state === "in" && one.sent);
  for (let tries = 0; tries < 90 && !find(); tries++) await house.timeline.sleep(500, "copies");
  const copied = find()?.sent;
  if (copied === undefined) return;
  const device = deviceOf(room, `${by} copying`, by, tickets.get(by)?.secret ?? "");
  await voteOn(room, device, poll, { choose: [], copied });
}
