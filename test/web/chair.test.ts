import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Poll, Rule } from "#domain/poll.ts";
import { refuse } from "#domain/refuse.ts";
import { linesOf, waysOf } from "../../web/src/pages/conference/minutes.ts";
import { readinessOf } from "../../web/src/pages/conference/readiness.ts";
import { askedOf, meterOf, Sealing, stepOf } from "../../web/src/pages/conference/run.svelte.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const rule: Rule = {
  secret: true,
  voter: "unit",
  ownUnit: true,
  quorum: { of: "members", atLeast: "2/3" },
  threshold: { base: "members", moreThan: "1/2" },
  choose: { min: 0, max: 1 },
  seats: 1,
  tie: "second-round",
  publish: "figures",
};
const poll = (change: Partial<Poll>): Poll => ({
  year: 2026,
  cluster: "cum-4",
  poll: "co",
  for: "head",
  candidates: ["ha-giang", "cao-bang"],
  round: 1,
  rule,
  state: "draft",
  ...change,
});
const tally = (entitled: number, votes: Record<string, number>, blank = 0) => {
  const valid = Object.values(votes).reduce((sum, one) => sum + one, blank);
  return { entitled, present: valid, issued: valid, collected: valid, valid, blank, votes, quorum: true };
};
const delegates = ["ha-giang", "cao-bang", "bac-kan"].map((unit, at) => ({
  delegate: unit,
  name: unit,
  unit,
  ticket: at > 0,
  present: at > 0,
  tried: false,
}));

test("the chair is at what the point and its poll say", () => {
  const day = (on: number | undefined, found: Poll | undefined, more = {}) => {
    const agenda = [{ title: "Báo cáo" }, { title: "Bầu", poll: "co" }];
    const conference = { agenda, on, ...more } as never;
    return stepOf({ conference, point: agenda[on ?? -1], find: () => found && { poll: found } } as never);
  };
  expect(day(undefined, undefined)).toBe("not-begun");
  expect(day(0, undefined)).toBe("talk");
  expect(day(1, undefined)).toBe("lost");
  expect(day(1, { ...poll({}), rule: undefined })).toBe("no-rule");
  expect(day(1, poll({ state: "sealed" }))).toBe("sealed");
  expect(day(1, poll({}), { ended: { by: "an", at: "" } })).toBe("over");
});

test("the meter counts members, those present of them, and how many it takes", () => {
  expect(meterOf(rule, 5, delegates)).toEqual({ entitled: 5, present: 2, needed: 4, isEnough: false });
  expect(meterOf({ ...rule, voter: "delegate" }, 5, delegates)).toEqual({
    entitled: 3,
    present: 2,
    needed: 2,
    isEnough: true,
  });
  expect(meterOf({ ...rule, quorum: null }, 5, delegates)).toMatchObject({ needed: 0, isEnough: true });
});

test("figures that would tell who chose what are asked for first", () => {
  expect(askedOf({ rule, tally: tally(12, { "ha-giang": 8, "cao-bang": 3 }) })).toEqual({
    isAsked: false,
    first: undefined,
  });
  expect(askedOf({ rule, tally: tally(12, { "ha-giang": 12, "cao-bang": 0 }) })).toEqual({
    isAsked: true,
    first: undefined,
  });
  expect(askedOf({ rule, tally: tally(7, { "ha-giang": 5, "cao-bang": 2 }) })).toEqual({
    isAsked: true,
    first: "passed",
  });
  expect(askedOf({ rule: { ...rule, publish: "passed" }, tally: tally(5, {}) }).isAsked).toBe(false);
});

test("after closing the seal is asked for until ballots under way have had their time", async () => {
  let asked = 0;
  const done = vi.fn();
  const until = new Date(Date.now() + 4_000).toISOString();
  const sealing = new Sealing(async () => {
    asked += 1;
    if (asked < 3) throw refuse("poll/not-settled", { until });
    return poll({ state: "sealed" });
  }, done);
  await vi.advanceTimersByTimeAsync(0);
  expect([sealing.left, sealing.asking.refusal]).toEqual([4, undefined]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect([asked, done.mock.calls.length]).toEqual([3, 1]);
});

test("a clock in the hall that is wrong does not keep anybody waiting", async () => {
  const sealing = new Sealing(
    async () => {
      throw refuse("poll/not-settled", { until: new Date(Date.now() + 3_600_000).toISOString() });
    },
    () => {},
  );
  await vi.advanceTimersByTimeAsync(0);
  expect(sealing.left).toBe(10);
  sealing.stop();
});

test("what is missing before the day is listed in the order it is done", () => {
  const items = readinessOf({
    conference: { agenda: [{ title: "Bầu", poll: "co" }] } as never,
    held: [{ poll: poll({ rule: undefined }) }],
    delegates,
    ceremony: undefined,
  });
  expect(items.map(({ what, isDone }) => [what, isDone])).toEqual([
    ["agenda", true],
    ["rules", false],
    ["roll", true],
    ["tickets", false],
    ["keys", false],
    ["rehearsal", false],
    ["tried", false],
  ]);
  expect(items[1]?.poll).toBe("co");
});

test("the minutes say for, against and per cent; or only who passed", () => {
  const counted = poll({ state: "published", tally: tally(12, { "ha-giang": 7, "cao-bang": 3 }, 1) });
  const minutes = {
    poll: counted,
    decision: { passed: ["ha-giang"], tied: [], percent: {} },
    base: 12,
    names: [
      { id: "ha-giang", name: "Hà Giang" },
      { id: "cao-bang", name: "Cao Bằng" },
    ],
  } as never;
  expect(linesOf(minutes)[0]).toEqual({
    id: "ha-giang",
    name: "Hà Giang",
    outcome: "passed",
    votes: 7,
    against: 3,
    percent: 58.3,
  });
  const quiet = {
    ...(minutes as object),
    poll: { ...counted, published: { by: "an", at: "", as: "passed" } },
  } as never;
  expect(linesOf(quiet)[1]).toEqual({ id: "cao-bang", name: "Cao Bằng", outcome: "notPassed" });
  const voted = ["phone", "phone", "paper", "letter"].map((on) => ({ delegate: on, name: on, on }));
  expect(waysOf({ voted } as never)).toEqual({ phone: 2, paper: 1, letter: 1 });
});
