import { expect, test } from "vitest";
import { addressIn, ticketIn } from "../../web/vote/src/address.ts";
import type { Day, Question } from "../../web/vote/src/hall.ts";
import type { Kept } from "../../web/vote/src/kept.ts";
import { Marks, namesFor } from "../../web/vote/src/marks.ts";
import { type Known, nameOfScene, sceneOf } from "../../web/vote/src/scene.ts";
import { en } from "../../web/vote/src/words/en.ts";
import { vi } from "../../web/vote/src/words/vi.ts";

const rule: Question["rule"] = {
  secret: true,
  voter: "unit",
  ownUnit: true,
  quorum: null,
  threshold: { base: "members", moreThan: "1/2" },
  choose: { min: 0, max: 1 },
  seats: 1,
  tie: "second-round",
  publish: "figures",
};
const candidates = [
  { id: "tuyen-quang", name: "Sở VHTTDL Tuyên Quang" },
  { id: "ha-giang", name: "Sở VHTTDL Hà Giang" },
  { id: "dien-bien", name: "Sở VHTTDL Điện Biên" },
  { id: "cao-bang", name: "Sở VHTTDL Cao Bằng" },
];
const question: Question = {
  poll: "truong",
  for: "head",
  round: 1,
  candidates,
  rule,
  state: "open",
  bound: "b",
};
const noon = Date.parse("2027-01-17T05:00:00.000Z");
const day = { question, agenda: [], outcomes: [], ended: false } as unknown as Day;
const known: Known = {
  ticket: "ve",
  refused: undefined,
  delegate: { delegate: "cao-bang", name: "Sở VHTTDL Cao Bằng", unit: "cao-bang" },
  day,
  kept: undefined,
  changing: undefined,
  now: noon,
};
const kept = { no: 1, state: "in", code: "K7QM-4T2X" } as Kept;
const at = (change: Partial<Question>): Day => ({ ...day, question: { ...question, ...change } });

test.for([
  ["nobody has come in", { ticket: undefined }, "code"],
  ["the ticket is none", { refused: "ticket/unknown" }, "code"],
  ["the day is not known yet", { day: undefined }, "opening"],
  ["nothing is asked", { day: { ...day, question: undefined } }, "waiting"],
  ["the box is about to open", { day: at({ state: "ready" }) }, "soon"],
  ["the box is open", {}, "ballot"],
  [
    "it closes in a moment",
    { day: at({ state: "closing", closesAt: "2027-01-17T05:00:02.000Z" }) },
    "ballot",
  ],
  ["its hour has passed", { day: at({ closesAt: "2027-01-17T05:00:00.000Z" }) }, "closed"],
  ["it is being counted", { day: at({ state: "sealed" }) }, "closed"],
  ["this delegate's ballot is in", { kept }, "way"],
  ["and its box is being counted", { kept, day: at({ state: "sealed" }) }, "way"],
  ["it was published", { kept, day: at({ state: "published" }) }, "outcome"],
  ["it is void", { kept, day: at({ state: "void" }) }, "void"],
  ["a delegate of no unit meets a poll of units", { delegate: { delegate: "a", name: "A" } }, "no-voter"],
  ["the conference is over", { day: { ...day, ended: true } }, "ended"],
] as const)("when %s, the page is that one", ([_, change, scene]) => {
  expect(sceneOf({ ...known, ...change } as Known).scene).toBe(scene);
});

test("what others do, a new hour of closing or a new title never makes another page of an open ballot", () => {
  const before = nameOfScene(sceneOf(known));
  const later = at({
    closesAt: "2027-01-17T06:00:00.000Z",
    meter: { entitled: 5, present: 5, quorum: true },
  });
  expect(nameOfScene(sceneOf({ ...known, day: later, now: noon + 60_000 }))).toBe(before);
});

test("a ballot may be answered anew only where the rule lets it, and while the box is open", () => {
  const changing = "truong";
  const free = at({ rule: { ...rule, mayChange: true } });
  expect(sceneOf({ ...known, kept, changing })).toMatchObject({ scene: "way" });
  expect(sceneOf({ ...known, kept, changing, day: free })).toMatchObject({ scene: "ballot", no: 2 });
  const shut = at({ rule: { ...rule, mayChange: true }, state: "sealed" });
  expect(sceneOf({ ...known, kept, changing, day: shut })).toMatchObject({ scene: "way" });
});

test("names stand in the order of the Vietnamese alphabet, without the own unit where the rule says so", () => {
  const own = { unit: "cao-bang" };
  const all = namesFor({ candidates, rule }, own);
  expect(all.offered.map(({ id }) => id)).toEqual(["cao-bang", "dien-bien", "ha-giang", "tuyen-quang"]);
  const others = namesFor({ candidates, rule: { ...rule, ownUnit: false } }, own);
  expect(others).toMatchObject({ isOwnLeftOut: true });
  expect(others.offered.map(({ id }) => id)).not.toContain("cao-bang");
});

test("with one to choose a mark moves, and a blank ballot takes it away", () => {
  const marks = new Marks(rule, ["a", "b"]);
  expect(marks.missing).toEqual({ few: 1 });
  marks.mark("a", true);
  marks.mark("b", true);
  expect([marks.chosen, marks.missing]).toEqual([["b"], undefined]);
  marks.leaveBlank(true);
  expect([marks.chosen, marks.isBlank, marks.missing]).toEqual([[], true, undefined]);
});

test("of several no more are marked than may be, and not fewer sent than must", () => {
  const marks = new Marks({ ...rule, choose: { min: 2, max: 2 } }, ["a", "b", "c"]);
  expect(marks.mayBeBlank).toBe(false);
  marks.mark("a", true);
  expect([marks.isFull, marks.missing]).toEqual([false, { few: 1 }]);
  marks.mark("c", true);
  expect([marks.isFull, marks.chosen, marks.missing]).toEqual([true, ["a", "c"], undefined]);
});

test("with yes and no every name is answered, and no to all is an answer", () => {
  const marks = new Marks({ ...rule, yesNo: true, choose: { min: 0, max: 2 } }, ["a", "b"]);
  marks.mark("a", false);
  expect(marks.missing).toEqual({ answers: 1 });
  marks.mark("b", false);
  expect([marks.chosen, marks.missing, marks.mayBeBlank]).toEqual([[], undefined, false]);
});

test("a ticket's address is read, and nothing else is taken for one", () => {
  expect(addressIn("#vhttdl.hn-x7k2.5hT_-aZ09")).toEqual({
    council: "vhttdl",
    conference: "hn-x7k2",
    rest: "5hT_-aZ09",
  });
  expect(addressIn("#vhttdl.hn-x7k2")).toEqual({ council: "vhttdl", conference: "hn-x7k2" });
  for (const other of ["", "#", "#main", "#a.b.c.d", "#A.b.c", "#a/b"])
    expect(addressIn(other)).toBeUndefined();
});

test("a code is the same however it is typed, and a scanner may type a whole address", () => {
  for (const typed of ["k7qm4t2x", " K7QM 4T2X ", "k7qm–4t2x"])
    expect(ticketIn(typed)).toEqual({ rest: "K7QM-4T2X" });
  expect(ticketIn("https://thidua.vn/vote/#vhttdl.hn.bi-mat")).toEqual({
    council: "vhttdl",
    conference: "hn",
    rest: "bi-mat",
  });
});

const counts = { enough: 3, of: 5, isRehearsal: false, isAward: false };
test.for([
  [rule, "quá nửa số đơn vị của cụm, tức từ 3 trên 5 phiếu."],
  [{ ...rule, voter: "delegate" }, "quá nửa số đại biểu được triệu tập, tức từ 3 trên 5 phiếu."],
  [
    { ...rule, threshold: { base: "present", atLeast: "2/3" } },
    "từ hai phần ba trở lên số đơn vị có mặt; nay có mặt 5, tức từ 3 phiếu.",
  ],
  [
    { ...rule, threshold: { base: "cast", moreThan: "3/5" } },
    "quá 3/5 số phiếu hợp lệ; nếu cả 5 phiếu hợp lệ, tức từ 3 phiếu.",
  ],
] as const)("the rule is one sentence with the count worked out", ([said, sentence]) => {
  const parts = vi.rule(said as Question["rule"], counts);
  expect(parts.join("")).toMatch(
    /^Bỏ phiếu kín, mỗi (đơn vị|đại biểu) một phiếu, chọn một tên; trúng cử khi được /,
  );
  expect(parts.join("").endsWith(sentence)).toBe(true);
  expect(en.rule(said as Question["rule"], counts).join("")).toMatch(/^Secret ballot, .*3/);
});
