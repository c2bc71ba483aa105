import { describe, expect, test } from "vitest";
import { type Phase, phases } from "#domain/calendar.ts";
import { type Caller, expectMay, officesOf, type RightName, rights } from "#domain/caller.ts";
import type { Cluster } from "#domain/cluster.ts";
import type { Year } from "#domain/year.ts";
import { refusal } from "./given.ts";

const [langSon, tuyenQuang, haGiang, caoBang] = ["lang-son", "tuyen-quang", "ha-giang", "cao-bang"];
const day = (month: number) => `2026-0${month}-01T00:00:00.000Z`;
const calendar = {
  running: day(2),
  scoring: day(3),
  review: day(4),
  voting: day(5),
  counting: day(6),
  closed: day(7),
};
const now = (phase: Phase) => (phase === "covenant" ? day(1) : calendar[phase]);
const year: Year = { year: 2026, runs: "calendar", calendar, state: "open" };
const cluster: Cluster = {
  year: 2026,
  cluster: "cum-4",
  kind: "cụm",
  name: "Cụm số 4",
  members: [langSon, tuyenQuang, haGiang, caoBang] as string[],
  head: "lang-son",
  deputies: ["tuyen-quang"],
  calendar,
  rules: { partedBy: [] },
  moves: [],
  notAssigned: {},
};

const somebody = (role: Caller["role"], more: Partial<Caller> = {}): Caller => ({
  council: "vhttdl",
  person: "an",
  role,
  ...more,
});
const of = (unit: string | undefined, role: "scorer" | "leader" = "scorer") =>
  somebody(role, { unit: `${unit}` });

/** Who asks, about which unit; the columns below in this order. */
const people: [who: string, caller: Caller, about: string | undefined][] = [
  ["nobody", somebody("nobody"), haGiang],
  ["operator", somebody("operator"), haGiang],
  ["clerk", somebody("clerk"), haGiang],
  ["auditor", somebody("auditor"), haGiang],
  ["member of the council", somebody("member"), haGiang],
  ["teller", somebody("teller"), haGiang],
  ["agency", somebody("agency", { agency: "so-noi-vu" }), haGiang],
  ["scorer of no member", of("bac-kan"), haGiang],
  ["scorer of another member", of(caoBang), haGiang],
  ["scorer of the unit", of(haGiang), haGiang],
  ["leader of the unit", of(haGiang, "leader"), haGiang],
  ["deputy about another", of(tuyenQuang), haGiang],
  ["head about another", of(langSon), haGiang],
  ["leader of the head about another", of(langSon, "leader"), haGiang],
  ["head about its own", of(langSon), langSon],
  ["deputy about its own", of(tuyenQuang), tuyenQuang],
];

/*
 * Every right. Who may: in the order above — nobody, operator | clerk, auditor, council, teller, agency |
 * outsider, other member, scorer, leader | deputy, head, head's leader | head and deputy on their own unit.
 * When: covenant, running, scoring, review, voting, counting, closed.
 */
// biome-ignore format: it is read in columns
const table: Record<RightName, [who: string, when: string]> = {
  anybody:               ["xx xxxxx xxxx xxx xx", "xxxxxxx"],
  operate:               [".x ..... .... ... ..", "xxxxxxx"],
  "demo/open":           [".x x.... .... ... ..", "xxxxxxx"],
  "council/read":        [".. xxxxx xxxx xxx xx", "xxxxxxx"],
  "council/run":         [".. x.... .... ... ..", "xxxxxxx"],
  "council/audit":       [".. xx... .... ... ..", "xxxxxxx"],
  "cluster/read":        [".. xxxxx .xxx xxx xx", "xxxxxxx"],
  "cluster/set-up":      [".. x.... .... ... ..", "xxxxxx."],
  "unit/remind":         [".. x.... .... xxx xx", "xxxx..."],
  "notice/write":        [".. x.... .... ... ..", "xxxxxx."],
  "calendar/move":       [".. x.... .... ... ..", "xxxxxx."],
  "covenant/write":      [".. x.... .... xxx xx", "xx....."],
  "covenant/sign":       [".. ..... ..xx ... xx", "xx....."],
  "covenant/reach":      [".. x.... ..xx ... xx", ".xxxxx."],
  "sheet/read":          [".. xxxxx .xxx xxx xx", "xxxxxxx"],
  "sheet/fill":          [".. ..... ..xx ... xx", "..xx..."],
  "sheet/return":        [".. x.... .... ... ..", "..xx..."],
  "sheet/find":          [".. x...x .... xxx ..", "...x..."],
  "cross-check/settle":  [".. x.... .... xxx xx", "xxxx..."],
  "cross-check/recuse":  [".. ..... .... xxx ..", "xxxx..."],
  "sheet/explain":       [".. ..... ..xx ... xx", "...x..."],
  "sheet/finish":        [".. x.... .... ... ..", "...xxx."],
  "evidence/judge":      [".. x.... .... xxx ..", "..xx..."],
  "sheet/comment":       [".. x...x ..xx xxx xx", "..xxxx."],
  "lines/assign":        [".. x.... .... xxx xx", "xxxx..."],
  "ranking/read":        [".. xxxxx .xxx xxx xx", "xxxxxxx"],
  "ranking/announce":    [".. x.... .... xxx xx", "...xxx."],
  "movement/write":      [".. x.... .... xxx xx", "xxxxxx."],
  "movement/contribute": [".. x.... .xxx xxx xx", "xxxxxx."],
  "poll/prepare":        [".. x.... .... xxx xx", "xxxxxx."],
  "poll/run":            [".. x.... .... xxx xx", "....xx."],
  "poll/void":           [".. x.... .... xxx xx", "xxxxxx."],
  "poll/vote":           [".. ..... ..xx ... xx", "....xx."],
  "poll/tell":           [".. x..x. .... ... ..", "....xx."],
  "poll/seal":           [".. x..x. .... xxx xx", "....xx."],
  "conference/prepare":  [".. x.... .... xxx xx", "xxxxxx."],
  "conference/run":      [".. x.... .... xxx xx", "xxxxxx."],
  "conference/receive":  [".. x..x. .... xxx xx", "xxxxxx."],
  "conference/read":     [".. xxxx. .... xxx xx", "xxxxxxx"],
  "ceremony/hold":       [".. x..x. .... ... ..", "xxxxxx."],
  "ballot/cast":         [".. ..... .... ... ..", "xxxxxxx"],
  "hall/watch":          ["xx xxxxx xxxx xxx xx", "xxxxxxx"],
  "nomination/write":    [".. x.... .... xxx xx", "....xx."],
  "nomination/survey":   [".. xxx.. .... ... ..", "xxxxxxx"],
  "decision/write":      [".. x.... .... ... ..", "xxxxxxx"],
  "publication/read":    [".. xx... .... ... ..", "xxxxxxx"],
  "publication/write":   [".. x.... .... ... ..", "xxxxxxx"],
  "public/read":         ["xx xxxxx xxxx xxx xx", "xxxxxxx"],
  "succession/write":    [".. x.... .... xxx xx", "....xx."],
  "succession/recognise":[".. x.... .... ... ..", "xxxxxxx"],
  "handover/write":      [".. x.... .... xxx xx", "xxxxxxx"],
  "handover/receive":    [".. ..... ..xx ... xx", "xxxxxxx"],
};

const names = Object.keys(table) as RightName[];
const is = (pattern: string, at: number) => pattern.replaceAll(" ", "")[at] === "x";
const outcomeOf = (act: () => void) => {
  try {
    act();
    return "may";
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

test("the table names every right there is and no other", () => {
  expect(names.toSorted()).toEqual(Object.keys(rights).toSorted());
  for (const [who, when] of Object.values(table))
    expect([who.replaceAll(" ", "").length, when.length]).toEqual([people.length, phases.length]);
});

describe.for(names)("%s", (name) => {
  const [who, when] = table[name];
  test.for(people.map((person, at) => [person[0], at] as const))("%s", ([, at]) => {
    const [, caller, unit] = people[at] as (typeof people)[number];
    const outcomes = phases.map((phase) =>
      outcomeOf(() => expectMay(caller, name, { year, cluster, unit }, now(phase))),
    );
    const isAboutOthers = ["sheet/find", "evidence/judge", "cross-check/recuse"].includes(name);
    const isOwnSheet = isAboutOthers && (caller.unit === langSon || caller.unit === tuyenQuang);
    const denied = isOwnSheet ? "office/own-sheet" : "caller/not-allowed";
    const late = (phase: Phase) => (phase === "closed" ? "year/closed" : "phase/not-now");
    expect(outcomes).toEqual(
      phases.map((phase, place) => (!is(who, at) ? denied : is(when, place) ? "may" : late(phase))),
    );
  });
});

test("a right nobody knows is nobody's", () => {
  for (const [, caller, unit] of people)
    for (const name of ["sheet/burn", "", "constructor", "__proto__"])
      expect(
        outcomeOf(() => expectMay(caller, name as RightName, { year, cluster, unit }, now("review"))),
      ).not.toBe("may");
});

test.for(["closing", "closed"] as const)(
  "while a year is %s nothing that has its time may be done, whatever the day",
  (state) => {
    for (const name of names.filter((each) => !is(table[each][1], 6)))
      for (const [at, [, caller, unit]] of people.entries()) {
        const outcomes = phases.map((phase) =>
          outcomeOf(() => expectMay(caller, name, { year: { ...year, state }, cluster, unit }, now(phase))),
        );
        // An open poll stands in the way of closing, so that it may still be declared void.
        const outcome = state === "closing" && name === "poll/void" ? "may" : "year/closed";
        if (is(table[name][0], at)) expect([name, ...new Set(outcomes)]).toEqual([name, outcome]);
      }
  },
);

test("what is asked of a year without a cluster goes on until the year is closed", () => {
  const setUp = (state: Year["state"], phase: Phase) => () =>
    expectMay(somebody("clerk"), "cluster/set-up", { year: { ...year, state } }, now(phase));
  for (const phase of phases) expect(setUp("open", phase)).not.toThrow();
  for (const phase of phases) expect(setUp("closed", phase)).toThrow(refusal("year/closed", { year: 2026 }));
});

test("a deadline that was put off for a cluster holds for that cluster", () => {
  const later = { ...cluster, calendar: { ...calendar, review: day(5) } };
  const fill = (place: Cluster) => () =>
    expectMay(of(haGiang), "sheet/fill", { year, cluster: place, unit: haGiang }, "2026-04-15T00:00:00.000Z");
  expect(fill(cluster)).not.toThrow();
  const find = (place: Cluster) => () =>
    expectMay(of(langSon), "sheet/find", { year, cluster: place, unit: haGiang }, "2026-04-15T00:00:00.000Z");
  expect(find(cluster)).not.toThrow();
  expect(find(later)).toThrow(refusal("phase/not-now", { phase: "scoring", from: day(5) }));
});

test("a cluster that ends its days early is closed with its year, not before", () => {
  const early = { ...cluster, calendar: { ...calendar, closed: calendar.counting } };
  const run = (instant: string) => () =>
    expectMay(somebody("clerk"), "poll/run", { year, cluster: early }, instant);
  expect(run(calendar.counting)).not.toThrow();
  expect(run(calendar.closed)).toThrow(refusal("year/closed"));
});

test("rights follow the office: with another head, the one before is a member like any", () => {
  const next = { ...cluster, head: `${caoBang}`, deputies: [] };
  expect(officesOf(of(langSon), { cluster: next, unit: haGiang })).toEqual(
    new Set(["nobody", "officer", "part"]),
  );
  expect(officesOf(of(caoBang), { cluster: next, unit: haGiang })).toEqual(
    new Set(["nobody", "officer", "part", "head", "other"]),
  );
});

test("without a unit in the address nobody is asked about another's", () => {
  expect(officesOf(of(langSon), { cluster })).toEqual(new Set(["nobody", "officer", "part", "head"]));
  expect(officesOf(of(haGiang), { cluster })).toEqual(new Set(["nobody", "officer", "part"]));
  expect(officesOf(of(langSon), { unit: langSon })).toEqual(new Set(["nobody", "officer"]));
});
