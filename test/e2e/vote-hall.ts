import type { Local } from "#infra/local/local.ts";
import { callerOf, password } from "#infra/year/cast.ts";
import { sliceOf } from "#lib/envelope.ts";
import { holdCeremony, readBox, solveRiddle } from "#seal";

const hour = 60 * 60_000;
const iso = (instant: number) => new Date(instant).toISOString();

const council = "vhttdl";
const at = { year: 2026, cluster: "cum-4", conference: "hn-tong-ket-x7k2" };
const units = {
  "bac-kan": "Sở VHTTDL Bắc Kạn",
  "cao-bang": "Sở VHTTDL Cao Bằng",
  "ha-giang": "Sở VHTTDL Hà Giang",
  "lang-son": "Sở VHTTDL Lạng Sơn",
  "tuyen-quang": "Sở VHTTDL Tuyên Quang",
};
export type Unit = keyof typeof units;

const rule = {
  secret: true,
  voter: "unit",
  ownUnit: false,
  quorum: null,
  threshold: { base: "members", moreThan: "1/2" },
  choose: { min: 0, max: 1 },
  seats: 1,
  tie: "second-round",
  publish: "figures",
} as const;
const candidates: Unit[] = ["tuyen-quang", "ha-giang", "cao-bang", "bac-kan"];
/** What the five vote on, in the order of the day. */
const polls = {
  truong: { title: "Bầu cụm trưởng năm 2027", body: { for: "head", candidates, rule } },
  pho: {
    title: "Bầu hai cụm phó năm 2027",
    body: {
      for: "deputy",
      candidates,
      rule: { ...rule, choose: { min: 0, max: 2 }, seats: 2, mayChange: true },
    },
  },
  co: {
    title: "Đề nghị tặng Cờ thi đua",
    body: {
      for: "nomination",
      award: "CO_BT",
      candidates: ["ha-giang", "tuyen-quang"] as Unit[],
      rule: { ...rule, yesNo: true, choose: { min: 0, max: 2 }, seats: 2, publish: "passed" },
    },
  },
} as const;
export type PollId = keyof typeof polls;

/** A cluster of five on its day: keys made and tried, tickets in every hand, three polls on the agenda. */
export async function aHall(local: Local) {
  const operator = callerOf(local, { person: local.operator.name, password: local.operator.password });
  const enter = async (slip: { council: string; person: string; slip: string }) => {
    await callerOf(local).units.firstSignIn({ body: { ...slip, password } });
    return callerOf(local, { council, person: slip.person, password });
  };
  const clerk = await enter(
    await operator.units.createCouncil({
      body: {
        council,
        name: "Hội đồng VHTTDL",
        kind: "ministry",
        clerk: { person: "thuong-truc", name: "Phạm Thu Hà" },
      },
    }),
  );
  const now = Date.now();
  const days = { running: -60, scoring: -50, review: -20, voting: -1, counting: 5, closed: 30 };
  const calendar = Object.fromEntries(
    Object.entries(days).map(([phase, day]) => [phase, iso(now + day * 24 * hour)]),
  ) as Record<keyof typeof days, string>;
  await clerk.rotation.openYear({ yearNo: at.year, body: { calendar } });
  for (const [unit, name] of Object.entries(units))
    await clerk.units.saveUnit({ unit, body: { name, since: at.year } });
  await clerk.units.savePerson({ person: "kiem-phieu", body: { name: "Tổ kiểm phiếu", role: "teller" } });
  const teller = await enter(await clerk.units.makeSlip({ person: "kiem-phieu" }));
  await clerk.units.saveCluster({
    year: at.year,
    clusterId: at.cluster,
    body: { kind: "cụm", name: "Cụm thi đua số 4", members: Object.keys(units), deputies: [] },
  });

  const plan = {
    title: "Hội nghị tổng kết năm 2026",
    at: iso(now - hour),
    help: "bà Nông Thị Hoa ở bàn kiểm phiếu, 0205 3812 345",
    selfCheckIn: true,
  };
  await clerk.ballots.saveConference({ ...at, body: { ...plan, agenda: [] } });
  for (const [poll, { body }] of Object.entries(polls))
    await clerk.ballots.savePoll({ ...at, poll, body: { ...body, candidates: [...body.candidates] } });
  const agenda = Object.entries(polls).map(([poll, { title }]) => ({ title, poll }));
  await clerk.ballots.saveConference({ ...at, body: { ...plan, agenda } });
  const delegates = Object.entries(units).map(([unit, name]) => ({ delegate: unit, name, unit }));
  await clerk.ballots.saveRoll({ ...at, body: { delegates } });
  const { tickets } = await clerk.ballots.makeTickets({ ...at, body: {} });
  const ticketOf = (unit: Unit) => {
    const found = tickets.find(({ delegate }) => delegate === unit);
    if (!found) throw new Error(`Nobody of ${unit} has a ticket.`);
    return found;
  };

  const { published, shares } = await holdCeremony();
  const [a, b, c] = shares as [Uint8Array, Uint8Array, Uint8Array];
  const ceremony = await teller.ballots.keepCeremony({ ...at, body: published });
  for (const [pair, two] of [
    ["1-2", [a, b]],
    ["1-3", [a, c]],
    ["2-3", [b, c]],
  ] as const) {
    const answer = (await solveRiddle(ceremony, two)) ?? "";
    await teller.ballots.rehearseShares({ ...at, pair, body: { answer } });
  }

  return {
    place: `${council}.${at.conference}`,
    codeOf: (unit: Unit) => ticketOf(unit).code,
    scan: (unit: Unit) => `/vote/#${council}.${at.conference}.${ticketOf(unit).secret}`,
    async open(poll: PollId, seconds?: number) {
      await clerk.ballots.showPoint({ ...at, body: { on: Object.keys(polls).indexOf(poll) } });
      await clerk.ballots.preparePoll({ ...at, poll, body: { conference: at.conference } });
      const closesAt = seconds === undefined ? {} : { closesAt: iso(Date.now() + seconds * 1_000) };
      const { conference } = at;
      await clerk.ballots.openPoll({ ...at, poll, body: { conference, withoutQuorum: true, ...closesAt } });
    },
    rehearse: () => clerk.ballots.openRehearsal(at),
    close: (poll: PollId) => clerk.ballots.closePoll({ ...at, poll }),
    void: (poll: PollId) => clerk.ballots.voidPoll({ ...at, poll, body: { reason: "Mất điện." } }),
    paper: (poll: PollId, delegate: Unit) =>
      teller.ballots.givePaper({ ...at, poll, delegate, body: { on: "paper" } }),
    /** Seals after the fence, opens with two pairs of shares on two devices, and publishes. */
    async count(poll: PollId, papers: readonly Unit[][] = []) {
      await teller.ballots.sealPoll({ ...at, poll });
      for (const [device, [one, other]] of [
        ["may-1", [a, c]],
        ["may-2", [b, c]],
      ] as const) {
        const { poll: box, envelopes } = await teller.ballots.readEnvelopes({ ...at, poll });
        const { rule: said, slot = 0 } = box;
        if (!said) throw new Error("A poll without a rule cannot be counted.");
        const slices = [sliceOf(one, slot), sliceOf(other, slot)] as const;
        const body = await readBox(council, { ...box, rule: said }, slices, envelopes, papers);
        await teller.ballots.enterReading({ ...at, poll, device, body });
      }
      const { tally } = await clerk.ballots.publishPoll({ ...at, poll, body: { as: "figures" } });
      return tally;
    },
    replaceTicket: (delegate: Unit) => clerk.ballots.makeTickets({ ...at, body: { delegates: [delegate] } }),
  };
}
