import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { hasQuorum } from "#domain/count.ts";
import { enoughOf } from "#domain/enough.ts";
import { Refusal } from "#lib/refusal.ts";
import type { Day, Now, Outcome, Question } from "../../web/screen/src/hall.ts";
import { ringOf } from "../../web/screen/src/ring.ts";
import { saidOf } from "../../web/screen/src/share.ts";
import { linesOf, slideOf, verdictOf } from "../../web/screen/src/slide.ts";
import { pause, Watch } from "../../web/screen/src/watch.svelte.ts";

const rule = {
  secret: true,
  voter: "unit",
  ownUnit: true,
  quorum: { of: "members", atLeast: "2/3" },
  threshold: { base: "members", moreThan: "1/2" },
  choose: { min: 0, max: 1 },
  seats: 1,
  tie: "second-round",
  publish: "figures",
} as const;
const candidates = [
  { id: "ha-giang", name: "Sở VHTTDL Hà Giang" },
  { id: "cao-bang", name: "Sở VHTTDL Cao Bằng" },
];
const start = Date.parse("2027-01-17T01:00:00.000Z");
const at = (seconds: number) => new Date(start + 1000 * seconds).toISOString();

const question = (more: Partial<Question> = {}): Question => ({
  poll: "truong",
  for: "head",
  round: 1,
  candidates,
  rule,
  state: "open",
  ...more,
});
const outcome = (more: Partial<Outcome> = {}): Outcome => ({
  ...question({ state: "published" }),
  tally: {
    entitled: 5,
    present: 5,
    issued: 5,
    collected: 5,
    valid: 5,
    blank: 1,
    votes: { "ha-giang": 3, "cao-bang": 1 },
    quorum: true,
  },
  base: 5,
  decision: { passed: ["ha-giang"], tied: [], percent: { "ha-giang": 60, "cao-bang": 20 } },
  ...more,
});
const day = (more: Partial<Day> = {}): Day => ({
  version: 1,
  now: at(0),
  title: "Hội nghị tổng kết",
  council: "Hội đồng",
  cluster: "Cụm thi đua số 4",
  kind: "cụm",
  at: at(600),
  selfCheckIn: false,
  ended: false,
  agenda: [{ title: "Báo cáo" }, { title: "Bầu cụm trưởng", poll: "truong" }],
  entitled: 5,
  outcomes: [],
  ...more,
});

test.for([
  ["gathering", day()],
  ["agenda", day({ on: 0 })],
  ["agenda", day({ on: 1 })],
  ["ready", day({ on: 1, question: question({ state: "ready" }) })],
  ["open", day({ on: 1, question: question() })],
  ["open", day({ on: 1, question: question({ closesAt: at(60) }) })],
  ["closing", day({ on: 1, question: question({ closesAt: at(-1) }) })],
  ["open", day({ on: 1, question: question({ state: "closing", closesAt: at(2) }) })],
  ["closing", day({ on: 1, question: question({ state: "closing", closesAt: at(0) }) })],
  ["sealed", day({ on: 1, question: question({ state: "sealed" }) })],
  ["void", day({ on: 1, question: question({ state: "void" }) })],
  ["result", day({ on: 1, question: question({ state: "published" }), outcomes: [outcome()] })],
  ["next-head", day({ on: 0, next: { deputies: [] } })],
  ["covenant", day({ on: 0, covenant: { units: [] } })],
  ["ended", day({ on: 1, question: question(), ended: true })],
] as const)("the hall sees: %s", ([name, given]) => {
  expect(slideOf(given, start).name).toBe(name);
});

test("a result without figures gives none, and says who passed", () => {
  const { tally } = outcome();
  const passedOnly = outcome({
    tally: tally && { ...tally, votes: {} },
    decision: { passed: ["ha-giang"], tied: [], percent: {} },
  });
  expect(linesOf(passedOnly)).toEqual([
    { ...candidates[0], standing: "passed" },
    { ...candidates[1], standing: "not-passed" },
  ]);
  expect(linesOf(outcome())[1]).toMatchObject({ votes: 1, percent: 20, standing: "not-passed" });
});

test("a tie, nobody, and a hall too empty are said beside the lines", () => {
  const { tally } = outcome();
  expect(verdictOf(outcome())).toBeUndefined();
  expect(verdictOf(outcome({ decision: { passed: [], tied: ["ha-giang", "cao-bang"], percent: {} } }))).toBe(
    "tied",
  );
  const nobody = { passed: [], tied: [], percent: {} };
  expect(verdictOf(outcome({ decision: nobody }))).toBe("nobody");
  expect(verdictOf(outcome({ tally: tally && { ...tally, quorum: false }, decision: nobody }))).toBe(
    "no-quorum",
  );
});

test("the least number that is enough is the one the rule takes for enough", () => {
  for (const share of [{ atLeast: "2/3" }, { moreThan: "1/2" }, { moreThan: "3/4" }, { atLeast: "1/1" }])
    for (let of = 1; of <= 40; of += 1) {
      const quorum = { ...rule, quorum: { of: "members", ...share } } as const;
      const least = enoughOf(share, of);
      const isEnough = (present: number) => hasQuorum(quorum, { present, entitled: of });
      expect([isEnough(least - 1), isEnough(least)]).toEqual([false, true]);
    }
});

test("a share is said in per cent only where that is exact", () => {
  const percent = (number: number) => `${number} %`;
  expect(saidOf({ atLeast: "3/4" }, percent)).toBe("75 %");
  expect(saidOf({ moreThan: "2/3" }, percent)).toBe("2/3");
});

test("the ring has a segment a unit up to twelve, is smooth above, and marks the quorum where it stands", () => {
  const five = ringOf({ count: 4, of: 5, need: 4 });
  expect(five.segments.map(({ isOn }) => isOn)).toEqual([true, true, true, true, false]);
  expect(five.tick).toBe("M34.38 78.68L7.75 70.03");
  expect(ringOf({ count: 1834, of: 2000 })).toMatchObject({ segments: [], part: 0.917, tick: undefined });
  expect(ringOf({ count: 0, of: 0 })).toMatchObject({ segments: [], part: 0 });
});

/** A hall that answers what it is told to, or not at all. */
class Hall {
  now: Now = { version: 1, count: 3, of: 5 };
  day = day();
  isGone: Error | undefined;
  asked: string[] = [];
  readonly ballots = {
    readNow: () => this.#answer("now", this.now),
    readDay: () => this.#answer("day", this.day),
    readRecord: () =>
      this.#answer("record", {
        council: "vhttdl",
        fixed: {},
        bound: "",
        state: "sealed" as const,
        hashes: "",
        seal: { envelopes: 4, papers: 1, present: 5, root: "b0".repeat(32), at: at(0) },
      }),
  };

  async #answer<T>(what: string, answer: T): Promise<T> {
    if (this.isGone) throw this.isGone;
    this.asked.push(what);
    return answer;
  }
}

let hall: Hall;
let watch: Watch;
beforeEach(() => {
  vi.useFakeTimers({ now: start });
  hall = new Hall();
  watch = new Watch(hall, { council: "vhttdl", conference: "hn" });
});
afterEach(() => vi.useRealTimers());

test("the day is read again when it has changed, and only then", async () => {
  await watch.look();
  hall.now = { ...hall.now, count: 4 };
  await watch.look();
  expect(watch.seen).toMatchObject({ count: 4, of: 5 });
  expect(hall.asked).toEqual(["now", "day", "now"]);
  hall.now = { ...hall.now, version: 2 };
  hall.day = day({ version: 2, on: 0 });
  await watch.look();
  expect(watch.slide).toEqual({ name: "agenda", on: 0 });
});

test("a count is never shown with a day it does not belong to", async () => {
  await watch.look();
  // The box was opened between the two answers: five present are not five ballots.
  hall.now = { version: 2, count: 5, of: 5 };
  hall.day = day({ version: 3, on: 1, question: question() });
  await watch.look();
  expect(watch.seen).toMatchObject({ day: { version: 1 }, count: 3 });
  hall.now = { version: 3, count: 0, of: 5 };
  await watch.look();
  expect(watch.seen).toMatchObject({ day: { version: 3 }, count: 0 });
});

test("signatures arrive name by name", async () => {
  const units = candidates.map((unit) => ({ ...unit, signed: false }));
  hall.now = { version: 1, count: 0, of: 2 };
  hall.day = day({ on: 0, covenant: { units } });
  await watch.look();
  hall.now = { version: 1, count: 1, of: 2 };
  hall.day = day({ on: 0, covenant: { units: units.map((unit, no) => ({ ...unit, signed: no === 0 })) } });
  await watch.look();
  expect(watch.seen?.day.covenant?.units[0]?.signed).toBe(true);
  await watch.look();
  expect(hall.asked).toEqual(["now", "day", "now", "day", "now"]);
});

test("without network the last slide stays, and the screen says since when", async () => {
  await watch.look();
  const stop = watch.start();
  hall.isGone = new TypeError("Failed to fetch");
  await vi.advanceTimersByTimeAsync(4 * pause);
  expect(watch.slide?.name).toBe("gathering");
  expect(watch.lostSince).toBeLessThanOrEqual(start + pause);
  hall.isGone = undefined;
  await vi.advanceTimersByTimeAsync(pause);
  expect(watch.lostSince).toBeUndefined();
  stop();
});

test("a link that leads nowhere is told as such, but never takes a day off the screen", async () => {
  hall.isGone = new Refusal(404, "conference/unknown");
  await watch.look();
  expect(watch.isUnknown).toBe(true);
  hall.isGone = undefined;
  await watch.look();
  hall.isGone = new Refusal(404, "conference/unknown");
  await watch.look();
  expect([watch.isUnknown, watch.slide?.name]).toEqual([false, "gathering"]);
});

test("a result is revealed once: where the hall looked on, not to a screen that comes later", async () => {
  const published = {
    on: 1,
    question: question({ state: "published" }),
    outcomes: [outcome()],
  };
  hall.day = day(published);
  await watch.look();
  expect(watch.takeReveal("truong")).toBe(false);

  const early = new Watch(hall, { council: "vhttdl", conference: "hn" });
  hall.day = day({ on: 1, question: question({ state: "sealed" }) });
  await early.look();
  expect(early.root).toEqual({ poll: "truong", root: "b0".repeat(32) });
  hall.now = { ...hall.now, version: 2 };
  hall.day = day({ version: 2, ...published });
  await early.look();
  expect([early.takeReveal("truong"), early.takeReveal("truong")]).toEqual([true, false]);
});

test("hours are the server's, whatever the laptop's clock says", async () => {
  hall.day = day({ now: at(3600), on: 1, question: question({ closesAt: at(1800) }) });
  await watch.look();
  expect(watch.now).toBe(start + 3600 * 1000);
  expect(watch.slide?.name).toBe("closing");
});
