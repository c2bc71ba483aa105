import { beforeAll, describe, expect, test } from "vitest";
import {
  aCluster,
  type Caller,
  calendar,
  criteria,
  days,
  haGiang,
  moveTo,
  theCouncil,
  year,
} from "../world.ts";
import { rule } from "./bodies.ts";

let clerk: Caller;
let as: (unit: string) => Caller;
let at: Awaited<ReturnType<typeof aCluster>>;
beforeAll(async () => {
  ({ clerk, as } = await theCouncil());
});

const hands = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám"];

/** The clerk signed in for the day, so that nobody waits at the door while others are through. */
const signedIn = () => clerk.units.readMe({});

/** Everybody at the same instant, each with a word of their own: whose stands, and what the others are told. */
async function allAtOnce(write: (word: string) => Promise<unknown>) {
  await signedIn();
  const ends = await Promise.allSettled(hands.map(write));
  const lost = ends.flatMap((end) =>
    end.status === "rejected" ? [(end.reason as { code: string }).code] : [],
  );
  return { lost, won: hands.filter((_, hand) => ends[hand]?.status === "fulfilled") };
}

const settings = { kind: "cụm" as const, members: [haGiang] };
const poll = { for: "head" as const, candidates: [haGiang] };

/** What many write at once, and how to read the word that stands in the end. */
const things: Record<
  string,
  { phase: keyof typeof days; write: (word: string) => Promise<unknown>; read: () => Promise<unknown> }
> = {
  "council/changed-meanwhile": {
    phase: "covenant",
    write: (name) => clerk.units.saveCouncil({ body: { name, kind: "ministry" } }),
    read: async () => (await clerk.units.readMe({})).council.name,
  },
  "person/changed-meanwhile": {
    phase: "covenant",
    write: (name) => clerk.units.savePerson({ person: "nhieu-tay", body: { name, role: "auditor" } }),
    read: async () => (await clerk.units.listPeople({})).find(({ person }) => person === "nhieu-tay")?.name,
  },
  "unit/changed-meanwhile": {
    phase: "covenant",
    write: (name) => clerk.units.saveUnit({ unit: "nhieu-tay", body: { name, since: year } }),
    read: async () =>
      (await clerk.units.listUnits({})).find(({ unit }) => unit === "nhieu-tay")?.names.at(-1)?.name,
  },
  "cluster/changed-meanwhile": {
    phase: "covenant",
    write: (name) => clerk.units.saveCluster({ year, clusterId: "nhieu-tay", body: { ...settings, name } }),
    read: async () => (await clerk.units.readCluster({ year, cluster: "nhieu-tay" })).name,
  },
  "year/changed-meanwhile": {
    phase: "covenant",
    write: (motto) => clerk.rotation.openYear({ yearNo: 2033, body: { calendar, motto } }),
    read: async () => (await clerk.units.readMe({})).years.find((one) => one.year === 2033)?.motto,
  },
  "scheme/changed-meanwhile": {
    phase: "covenant",
    write: (title) =>
      clerk.scoring.saveScheme({ year, scheme: "nhieu-tay", body: { title, table: criteria } }),
    read: async () => (await clerk.scoring.readScheme({ year, scheme: "nhieu-tay", no: 1 })).title,
  },
  "covenant/changed-meanwhile": {
    phase: "covenant",
    write: (motto) => clerk.rotation.saveCovenant({ ...at, body: { motto, targets: [] } }),
    read: async () => (await clerk.rotation.readCovenant(at)).covenant?.motto,
  },
  "movement/changed-meanwhile": {
    phase: "running",
    write: (name) => clerk.movements.saveMovement({ ...at, movement: "nhieu-tay", body: { name } }),
    read: async () => (await clerk.movements.listMovements(at))[0]?.movement.name,
  },
  "sheet/changed-meanwhile": {
    phase: "scoring",
    write: (reason) => clerk.scoring.returnSheet({ ...at, unit: haGiang, body: { reason } }),
    read: async () => (await clerk.scoring.readSheet({ ...at, unit: haGiang })).sheet.returned?.reason,
  },
  "import/changed-meanwhile": {
    phase: "covenant",
    write: (name) =>
      clerk.units.stageImport({
        import: "nhieu-tay",
        body: { kind: "units", csv: `ma,ten\nxa-nhieu-tay,${name}` },
      }),
    read: async () => {
      await clerk.units.applyImport({ import: "nhieu-tay" });
      const units = await clerk.units.listUnits({});
      return units.find(({ unit }) => unit === "xa-nhieu-tay")?.names[0]?.name;
    },
  },
  "poll/changed-meanwhile": {
    phase: "voting",
    write: (word) =>
      clerk.ballots.savePoll({
        ...at,
        poll: "nhieu-tay",
        body: { ...poll, rule: { ...rule, seats: hands.indexOf(word) + 1 } },
      }),
    read: async () => hands[((await clerk.ballots.listPolls(at))[0]?.poll.rule?.seats ?? 0) - 1],
  },
};

test.for(Object.entries(things))(
  "of many who change one thing at once one wins and the others hear %s",
  async ([code, thing]) => {
    at = await aCluster(clerk, "scoring");
    await as(haGiang).scoring.submitSheet({
      ...at,
      unit: haGiang,
      body: { leaveBlank: ["1.1", "1.2", "1.3", "1.4"] },
    });
    await clerk.ballots.savePoll({ ...at, poll: "nhieu-tay", body: poll });
    moveTo(days[thing.phase]);
    const { lost, won } = await allAtOnce(thing.write);
    expect(new Set(lost)).toEqual(new Set([code]));
    expect(won).toContain(await thing.read());
  },
);

describe("who is named at once by many", () => {
  test("is named by one, and the others are told", async () => {
    at = await aCluster(clerk, "voting");
    await signedIn();
    const ways = ["election", "rotation", "assignment", "founding"] as const;
    const named = await Promise.allSettled(
      ways.map((how) => clerk.rotation.saveSuccession({ ...at, body: { head: haGiang, deputies: [], how } })),
    );
    const codes = named.flatMap((end) => (end.status === "rejected" ? [end.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(["succession/changed-meanwhile"]));
  });
});
