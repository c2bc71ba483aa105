import { setTimeout } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { aConference, aDay, aQuestion, castSealed, holderOf } from "../hall.ts";
import {
  aCluster,
  bacKan,
  type Caller,
  haGiang,
  langSon,
  local,
  members,
  nobody,
  theCouncil,
  tuyenQuang,
} from "../world.ts";
import { ask, ends, kept } from "./asked.ts";

const council = "vhttdl";
let clerk: Caller;
let teller: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, teller, as } = await theCouncil(council));
});
const running = () => aCluster(clerk, "running");
const hall = (at: { conference: string }, of = council) => ({ council: of, conference: at.conference });
const unknown = { code: "ticket/unknown", status: 403 };
/** A process looks at a conference anew for a ticket it does not know, but not more often than once a second. */
const aSecond = () => setTimeout(1_050);

test("a ticket opens by its secret and by its code, however the code is typed, and says whose it is", async () => {
  const { at, tickets } = await aConference(clerk, await running(), members);
  expect(tickets.map(({ delegate }) => delegate)).toEqual(members);
  for (const { delegate, secret, code } of tickets) {
    expect(secret).toMatch(/^[\w-]{22}$/);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    const typed = [code, code.toLowerCase(), code.replace("-", ""), code.toLowerCase().replace("-", " ")];
    for (const ticket of [secret, ...typed])
      expect(await holderOf(ticket).ballots.readTicket(hall(at)), ticket).toEqual({
        delegate,
        name: `Đại biểu ${delegate}`,
        unit: delegate,
      });
    const told = await ends(
      holderOf(secret.toLowerCase()).ballots.readTicket(hall(at)),
      holderOf(secret.slice(1)).ballots.readTicket(hall(at)),
      holderOf(`${code.slice(0, 8)}2`.replace(code, "AAAA-AAAA")).ballots.readTicket(hall(at)),
    );
    expect(told).toEqual(Array(3).fill("ticket/unknown"));
  }
  expect(new Set(tickets.flatMap(({ secret, code }) => [secret, code])).size).toBe(10);
});

test("a ticket is told once: nothing that is kept opens anything", async () => {
  const { tickets } = await aConference(clerk, await running(), members);
  const all = JSON.stringify(await kept(council));
  expect(all).toContain(`#TICKETS#`);
  for (const { secret, code } of tickets)
    for (const canary of [secret, code, code.replace("-", ""), code.toLowerCase()])
      expect(all.includes(canary), canary).toBe(false);
});

test("the clerk sees who holds one, and only who has none is given one", async () => {
  const { at } = await aConference(clerk, await running(), members);
  const moi = { delegate: "dai-bieu-moi", name: "Đại biểu mới" };
  const { delegates } = await clerk.ballots.readConference(at);
  const roll = delegates.map(({ delegate, name, unit }) => ({ delegate, name, ...(unit && { unit }) }));
  await clerk.ballots.saveRoll({ ...at, body: { delegates: [...roll, moi] } });
  const holders = async () =>
    (await clerk.ballots.readConference(at)).delegates.filter((one) => one.ticket).map((one) => one.delegate);
  expect(await holders()).toEqual(members);
  const { tickets } = await clerk.ballots.makeTickets({ ...at, body: {} });
  expect(tickets.map(({ delegate }) => delegate)).toEqual(["dai-bieu-moi"]);
  expect(await holders()).toEqual([...members, "dai-bieu-moi"]);
  expect((await clerk.ballots.makeTickets({ ...at, body: {} })).tickets).toEqual([]);
  await expect(
    clerk.ballots.makeTickets({ ...at, body: { delegates: [haGiang, "khach"] } }),
  ).rejects.toMatchObject({ code: "roll/delegate-unknown", about: { delegate: "khach" } });
});

test("a new ticket opens and the old one does not any more; the others stay good", async () => {
  const { at, ticketOf, tickets } = await aConference(clerk, await running(), members);
  const old = tickets.find(({ delegate }) => delegate === haGiang);
  const read = (ticket = "") => holderOf(ticket).ballots.readTicket(hall(at));
  expect(await read(old?.secret)).toMatchObject({ delegate: haGiang });
  const { tickets: made } = await clerk.ballots.makeTickets({
    ...at,
    body: { delegates: [haGiang, haGiang] },
  });
  expect(made).toHaveLength(1);
  await aSecond();
  expect(await read(made[0]?.code)).toMatchObject({ delegate: haGiang });
  expect(await ends(read(old?.secret), read(old?.code))).toEqual(Array(2).fill("ticket/unknown"));
  expect(await read(ticketOf.get(langSon))).toMatchObject({ delegate: langSon });
});

test("whoever is taken off the roll has no ticket any more", async () => {
  const { at, ticketOf } = await aConference(clerk, await running(), members);
  const left = members.filter((unit) => unit !== bacKan);
  const delegates = left.map((unit) => ({ delegate: unit, name: "Khác", unit }));
  await clerk.ballots.saveRoll({ ...at, body: { delegates } });
  const read = (unit: string) => holderOf(ticketOf.get(unit) ?? "").ballots.readTicket(hall(at));
  expect(await read(haGiang)).toMatchObject({ delegate: haGiang, name: "Khác" });
  await expect(read(bacKan)).rejects.toMatchObject(unknown);
});

test("who was on an earlier roll that a process still knows has no vote in a box that opened with another", async () => {
  const cast = { council, clerk, teller };
  const { at, ticketOf } = await aDay(cast);
  const ticket = ticketOf.get(bacKan) ?? "";
  expect(await holderOf(ticket).ballots.readTicket(hall(at))).toMatchObject({ delegate: bacKan });
  const left = members.filter((unit) => unit !== bacKan);
  await clerk.ballots.saveRoll({
    ...at,
    body: { delegates: left.map((unit) => ({ delegate: unit, name: "Đại biểu", unit })) },
  });
  await aQuestion(cast, at, "co", {});
  const opened = await clerk.ballots.openPoll({
    ...at,
    poll: "co",
    body: { conference: at.conference },
  });
  const phone = await castSealed(council, opened, ticket, [haGiang]);
  await expect(phone.send()).rejects.toMatchObject({ code: "poll/not-present" });
  const box = (await kept(council)).filter(({ pk }) => pk === `${council}#POLL#${at.conference}#co`);
  expect(box).toEqual([]);
  expect(await nobody.ballots.readNow(hall(at))).toMatchObject({ count: 4, of: 4 });
});

test("a ticket is good for its conference and its council, and is no officer's token", async () => {
  const [one, other] = [
    await aConference(clerk, await running(), members),
    await aConference(clerk, await running(), members),
  ];
  const { clerk: theirs } = await theCouncil("lao-cai");
  const namesake = await aConference(theirs, await aCluster(theirs, "running"), members, one.at.conference);
  const read = (ticket: string | undefined, at: object) =>
    holderOf(ticket ?? "").ballots.readTicket(at as ReturnType<typeof hall>);
  const [mine, next, far] = [one, other, namesake].map(({ ticketOf }) => ticketOf.get(haGiang));
  expect(
    await ends(
      read(mine, hall(one.at)),
      read(next, hall(other.at)),
      read(far, hall(namesake.at, "lao-cai")),
      read(mine, hall(other.at)),
      read(next, hall(one.at)),
      read(far, hall(one.at)),
      read(mine, hall(one.at, "lao-cai")),
      read(mine, hall({ conference: "khong-co" })),
      read(mine, hall(one.at, "khong-co")),
    ),
  ).toEqual([
    ...Array(3).fill("done"),
    ...Array(4).fill("ticket/unknown"),
    ...Array(2).fill("conference/unknown"),
  ]);
  await expect(holderOf(mine ?? "").units.readMe({})).rejects.toMatchObject({ status: 401 });
  const path = `/api/halls/${council}/${one.at.conference}/ticket`;
  expect(await ask("GET", path, { token: mine })).toMatchObject({ status: 403, code: "ticket/unknown" });
  expect(await ask("GET", path)).toMatchObject({ status: 403, code: "ticket/unknown" });
});

test("delegates check themselves in where the chair allows it, and at the desk by ticket everywhere", async () => {
  const { at, ticketOf, tickets } = await aConference(clerk, await running(), members);
  const plan = { title: "Hội nghị", at: "2027-01-17T01:00:00.000Z", agenda: [] };
  const arrive = (unit: string) => holderOf(ticketOf.get(unit) ?? "").ballots.arrive(hall(at));
  await expect(arrive(haGiang)).rejects.toMatchObject({ code: "caller/not-allowed" });
  const code = tickets.find(({ delegate }) => delegate === tuyenQuang)?.code.toLowerCase() ?? "";
  for (const ticket of [ticketOf.get(langSon) ?? "", code])
    await teller.ballots.checkInByTicket({ ...at, body: { ticket } });
  await expect(
    teller.ballots.checkInByTicket({ ...at, body: { ticket: "khong-phai" } }),
  ).rejects.toMatchObject(unknown);
  await expect(as(bacKan).ballots.checkInByTicket({ ...at, body: { ticket: code } })).rejects.toMatchObject({
    code: "caller/not-allowed",
  });

  const allowed = await aConference(clerk, await running(), members);
  await clerk.ballots.saveConference({ ...allowed.at, body: { ...plan, selfCheckIn: true } });
  const self = holderOf(allowed.ticketOf.get(haGiang) ?? "");
  expect(await self.ballots.arrive(hall(allowed.at))).toEqual({});
  expect(await self.ballots.arrive(hall(allowed.at))).toEqual({});
  const here = async (where: typeof at) =>
    (await clerk.ballots.readConference(where)).delegates.filter((one) => one.present).map((d) => d.delegate);
  expect(await here(at)).toEqual([langSon, tuyenQuang]);
  expect(await here(allowed.at)).toEqual([haGiang]);
  const presence = (await kept(council)).filter(({ pk }) => pk === `${council}#PRESENT#${at.conference}`);
  expect(presence.map((item) => Object.keys(item).toSorted())).toEqual(
    Array(2).fill(["conference", "delegate", "pk", "r", "sk"]),
  );
});

test("of two who print tickets at once one is told", async () => {
  const { at } = await aConference(clerk, await running(), []);
  const delegates = members.map((unit) => ({ delegate: unit, name: "Đại biểu", unit }));
  await clerk.ballots.saveRoll({ ...at, body: { delegates } });
  const printed = await Promise.allSettled(
    [1, 2, 3].map(() => clerk.ballots.makeTickets({ ...at, body: {} })),
  );
  const lost = printed.flatMap((end) => (end.status === "rejected" ? [end.reason.code] : []));
  expect(lost.filter((code) => code !== "conference/changed-meanwhile")).toEqual([]);
  const made = printed.flatMap((end) => (end.status === "fulfilled" ? end.value.tickets : []));
  expect(made.length).toBe(5);
  await aSecond();
  const read = made.map(({ secret }) => holderOf(secret).ballots.readTicket(hall(at)));
  expect(await ends(...read)).toEqual(Array(5).fill("done"));
});

// Last, for the minute after it unknown tickets are not looked at.
test("whoever tries tickets out is held off, and nobody who holds a good one notices", async () => {
  const { at, ticketOf } = await aConference(clerk, await running(), members);
  const good = () => holderOf(ticketOf.get(haGiang) ?? "").ballots.readTicket(hall(at));
  expect(await good()).toMatchObject({ delegate: haGiang });
  const tries = Array.from({ length: 110 }, (_, no) =>
    holderOf(`AAAA-${String(2000 + no)}`).ballots.readTicket(hall(at)),
  );
  const told = await ends(...tries);
  expect(new Set(told)).toEqual(new Set(["ticket/unknown", "ticket/throttled"]));
  expect(told.filter((code) => code === "ticket/unknown").length).toBeLessThanOrEqual(100);
  expect(await ends(...Array.from({ length: 20 }, good))).toEqual(Array(20).fill("done"));
  const response = await fetch(`${local.url}/api/halls/${council}/${at.conference}/ticket`, {
    headers: { authorization: "Ticket AAAA-9999" },
  });
  expect(response.status).toBe(429);
});
