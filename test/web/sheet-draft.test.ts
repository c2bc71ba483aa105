import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pointsOf } from "#domain/exact.ts";
import { SheetDraft } from "../../web/src/pages/sheet/sheet-draft.svelte.ts";
import type { Tabs, Told } from "../../web/src/tabs.ts";
import { at, newDevice, PostOffice, table } from "./post-office.ts";

let office: PostOffice;
let device: ReturnType<typeof newDevice>;
beforeEach(() => {
  vi.useFakeTimers();
  office = new PostOffice();
  device = newDevice();
});
afterEach(() => vi.useRealTimers());

const view = () => ({
  sheet: office.sheet,
  state: "filling" as const,
  seen: 0,
  points: {},
  evidence: office.papers,
  files: [],
  verdicts: {},
  comments: [],
});
const typed = (number: number) => String(number).replace(".", ",");
const opened = (tabs?: Tabs) =>
  new SheetDraft({
    at,
    me: "mai",
    owner: "vhttdl:mai",
    table,
    notAssigned: new Set(),
    view: view(),
    device,
    call: office.call,
    typed,
    ...(tabs && { tabs }),
  });
const paused = () => vi.advanceTimersByTimeAsync(900);
const storedOn = (code: string) => office.sheet.lines[code]?.claim?.value;

test("what is typed is on the device at once, and goes out when the typing pauses, in one message", async () => {
  const draft = opened();
  draft.claims.type("1.1", { value: "3" });
  draft.claims.type("1.1", { value: "38,5" });
  draft.claims.type("1.2", { value: "74.5" });
  await vi.advanceTimersByTimeAsync(100);
  expect(device.kept.size).toBe(1);
  expect(office.received).toEqual([]);
  expect(draft.outbox.state).toBe("here");

  await paused();
  expect(office.received).toEqual([
    { changes: { "1.1": { was: null, now: 38.5 }, "1.2": { was: null, now: 74.5 } } },
  ]);
  expect(draft.outbox.state).toBe("stored");
  expect(device.kept.size).toBe(0);
});

test("the total follows the typing; a line that compares units waits for the others", () => {
  const draft = opened();
  draft.claims.type("1.1", { value: "38,5" });
  draft.claims.type("1.2", { value: "74,5" });
  draft.claims.type("1.3", { result: "29", target: "30" });
  draft.claims.type("1.4", { result: "102" });
  draft.claims.type("1.5", { value: "yes" });
  draft.claims.type("T1", { value: "2" });
  expect(pointsOf(draft.total)).toBe(38.5 + 25 + 29 + 15 + 8);
  expect(draft.filled).toBe(6);
  expect(draft.blanks).toEqual([]);
});

test("the blank lines are named, and the next of them is found from anywhere", () => {
  const draft = opened();
  draft.claims.type("1.1", { value: "38" });
  draft.claims.type("1.3", { result: "29", target: "30" });
  expect(draft.blanks).toEqual(["1.2", "1.4", "1.5"]);
  expect(draft.after("1.3", "blank")).toBe("1.4");
  expect(draft.after("1.5", "blank")).toBe("1.2");
  expect(draft.after("1.1", "next")).toBe("1.2");
  expect(draft.after("T1", "next")).toBeUndefined();
});

test("what is no input of its line stays on the device, is not sent, and holds nothing else up", async () => {
  const draft = opened();
  draft.claims.type("1.1", { value: "385" });
  draft.claims.type("1.3", { result: "29" });
  draft.claims.type("1.2", { value: "74,5" });
  await paused();
  expect(storedOn("1.1")).toBeUndefined();
  expect(storedOn("1.2")).toBe(74.5);
  expect(draft.outbox.state).toBe("here");
  expect(draft.claims.fieldsOn("1.1")).toEqual({ value: "385" });
  expect(draft.claims.enteredOn("1.1")).toMatchObject({ fault: { why: "above", most: 40, meant: 38.5 } });
  expect(draft.claims.enteredOn("1.3")).toMatchObject({ fault: { why: "no-target" } });
});

test("without a network everything waits and is counted, and goes when there is one again", async () => {
  const draft = opened();
  office.isReachable = false;
  draft.claims.type("1.1", { value: "38" });
  await paused();
  draft.claims.type("1.2", { value: "81" });
  draft.claims.type("1.5", { value: "no" });
  await paused();
  expect(draft.outbox.state).toBe("offline");
  expect(draft.outbox.count).toBe(3);

  office.isReachable = true;
  await vi.advanceTimersByTimeAsync(31_000);
  expect(draft.outbox.state).toBe("stored");
  expect([storedOn("1.1"), storedOn("1.2"), storedOn("1.5")]).toEqual([38, 81, false]);
});

test("a page closed without a network goes on where it was when it is opened again", async () => {
  office.isReachable = false;
  const before = opened();
  before.claims.type("1.1", { value: "38" });
  before.claims.type("1.3", { result: "29," });
  await paused();
  before.outbox.stop();

  office.isReachable = true;
  const after = opened();
  await after.outbox.restore();
  expect(after.claims.fieldsOn("1.3")).toEqual({ result: "29," });
  await paused();
  expect(storedOn("1.1")).toBe(38);
  expect(after.outbox.count).toBe(1);
});

test("a session that ended loses nothing", async () => {
  const draft = opened();
  office.isSignedIn = false;
  draft.claims.type("1.1", { value: "38" });
  await paused();
  expect(draft.outbox.state).toBe("refused");
  expect(draft.outbox.refusal?.code).toBe("caller/unknown");
  expect(device.kept.size).toBe(1);

  office.isSignedIn = true;
  await draft.outbox.flush();
  expect(storedOn("1.1")).toBe(38);
});

test("typing on while a message is under way is no quarrel with oneself", async () => {
  const draft = opened();
  let letGo = () => {};
  office.held = new Promise((done) => {
    letGo = done;
  });
  draft.claims.type("1.1", { value: "38" });
  await paused();
  draft.claims.type("1.1", { value: "38,5" });
  letGo();
  office.held = undefined;
  await paused();
  expect(storedOn("1.1")).toBe(38.5);
  expect(draft.claims.conflicts).toEqual({});
  expect(draft.outbox.state).toBe("stored");
});

test.for([
  ["mine", 38, 38],
  ["theirs", 36, 36],
] as const)("two on one line see both values, and one is chosen: %s", async ([whose, shown, stored]) => {
  const draft = opened();
  office.write("hung", "1.1", 36 as never);
  draft.claims.type("1.1", { value: "38" });
  draft.claims.type("1.2", { value: "81" });
  await paused();
  expect(draft.claims.conflicts["1.1"]).toMatchObject({ mine: 38, theirs: { value: 36, by: "hung" } });
  expect(storedOn("1.2")).toBe(81);
  expect(storedOn("1.1")).toBe(36);

  draft.claims.keep("1.1", whose);
  await paused();
  expect(draft.inputs["1.1"]).toBe(shown);
  expect(storedOn("1.1")).toBe(stored);
  expect(draft.outbox.state).toBe("stored");
});

test("what somebody else wrote on another line is no quarrel", async () => {
  const draft = opened();
  office.write("hung", "1.2", 70 as never);
  draft.claims.type("1.1", { value: "38" });
  await paused();
  expect(draft.claims.conflicts).toEqual({});
  expect([storedOn("1.1"), storedOn("1.2")]).toEqual([38, 70]);
});

test("a line emptied again is taken back", async () => {
  const draft = opened();
  draft.claims.type("1.1", { value: "38" });
  await paused();
  draft.claims.type("1.1", { value: "" });
  await paused();
  expect(office.received.at(-1)).toEqual({ changes: { "1.1": { was: 38, now: null } } });
  expect(storedOn("1.1")).toBeUndefined();
});

const [report, decision] = [{ number: "12/BC" }, { number: "7/QĐ" }];

test("papers changed on while they are under way are no quarrel with oneself", async () => {
  const draft = opened();
  let letGo = () => {};
  office.held = new Promise((done) => {
    letGo = done;
  });
  draft.papers.set("1.1", [report]);
  await paused();
  draft.papers.set("1.1", [report, decision]);
  letGo();
  office.held = undefined;
  await paused();
  expect(office.papers).toEqual({ "1.1": [report, decision] });
  expect(draft.papers.conflicts).toEqual({});
  expect(draft.outbox.state).toBe("stored");
});

test.for([
  ["mine", [report]],
  ["theirs", [decision]],
] as const)("two on one line's papers see both, and one is chosen: %s", async ([whose, stored]) => {
  const draft = opened();
  office.papers = { "1.1": [decision] };
  draft.papers.set("1.1", [report]);
  draft.papers.set("1.2", [report]);
  await paused();
  expect(draft.papers.conflicts).toEqual({ "1.1": [decision] });
  expect(draft.papers.on("1.1")).toEqual([report]);
  expect(office.papers).toEqual({ "1.1": [decision], "1.2": [report] });

  draft.papers.keep("1.1", whose);
  await paused();
  expect(draft.papers.on("1.1")).toEqual(stored);
  expect(office.papers["1.1"]).toEqual(stored);
  expect(draft.outbox.state).toBe("stored");
});

/** Two windows of one device: what one tells, the other hears. */
function twoWindows(): [Tabs, Tabs] {
  const hearing = [new Set<(told: Told) => void>(), new Set<(told: Told) => void>()];
  const tabsOf = (here: number): Tabs => ({
    tell: (told) => {
      for (const hear of hearing[1 - here] ?? []) hear(structuredClone(told));
    },
    listen: (hear) => {
      hearing[here]?.add(hear);
      return () => void hearing[here]?.delete(hear);
    },
  });
  return [tabsOf(0), tabsOf(1)];
}

test("two windows with one sheet: what is typed in one stands in the other, and neither loses the other's", async () => {
  const [one, other] = twoWindows();
  const [left, right] = [opened(one), opened(other)];
  await Promise.all([left.outbox.restore(), right.outbox.restore()]);
  office.isReachable = false;
  left.claims.type("1.1", { value: "30" });
  right.claims.type("1.2", { value: "81" });
  await paused();
  expect(left.claims.fieldsOn("1.2")).toEqual({ value: "81" });
  expect(right.claims.fieldsOn("1.1")).toEqual({ value: "30" });
  const [kept] = device.kept.values();
  expect(Object.keys(kept as object).sort()).toEqual(["claim 1.1", "claim 1.2"]);

  // One of them is closed; what was typed in it goes out from the other.
  left.outbox.stop();
  office.isReachable = true;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([storedOn("1.1"), storedOn("1.2")]).toEqual([30, 81]);
  expect(device.kept.size).toBe(0);
});

test("what one window has stored is what the other goes on from: nobody collides with oneself", async () => {
  const [one, other] = twoWindows();
  const [left, right] = [opened(one), opened(other)];
  await Promise.all([left.outbox.restore(), right.outbox.restore()]);
  left.claims.type("1.1", { value: "30" });
  await paused();
  expect(office.received).toHaveLength(1);
  expect(right.outbox.state).toBe("stored");
  expect(right.claims.fieldsOn("1.1")).toEqual({ value: "30" });

  right.claims.type("1.1", { value: "31" });
  await paused();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(storedOn("1.1")).toBe(31);
  expect([left.claims.conflicts, right.claims.conflicts]).toEqual([{}, {}]);
  expect(left.claims.fieldsOn("1.1")).toEqual({ value: "31" });
  expect(office.received).toHaveLength(2);
});
