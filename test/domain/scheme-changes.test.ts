import { expect, test } from "vitest";
import { changesBetween } from "#domain/scheme-changes.ts";
import { tableOf } from "./given.ts";

const judged = (max: number) => ({ way: "judged" as const, max });
const line = (code: string, title: string, max: number, more: object = {}) => ({
  code,
  title,
  way: judged(max),
  ...more,
});
const grouped = (...criteria: object[]) =>
  tableOf({ total: 30, groups: [{ code: "I", title: "Chuyên môn", criteria }] } as never);

const was = grouped(line("1.1", "Kế hoạch", 10), line("1.2", "Báo cáo", 10), line("1.3", "Cải cách", 10));
const told = (...args: Parameters<typeof changesBetween>) =>
  changesBetween(...args).map((change) =>
    change.what === "changed"
      ? [change.what, change.was.code, change.line.code, ...change.parts]
      : "line" in change
        ? [change.what, change.line.code]
        : [change.what],
  );

test("a table differs from itself in nothing", () => {
  expect(changesBetween(was, structuredClone(was))).toEqual([]);
});

test("a line put in between is added, and those behind it have only another code", () => {
  const now = grouped(
    line("1.1", "Kế hoạch", 10),
    line("1.2", "Chuyển đổi số", 5),
    line("1.3", "Báo cáo", 10),
    line("1.4", "Cải cách", 10),
  );
  expect(told(was, now)).toEqual([
    ["added", "1.2"],
    ["changed", "1.2", "1.3", "code"],
    ["changed", "1.3", "1.4", "code"],
  ]);
});

test("a line of the same code and other words is the same line with another title", () => {
  const now = grouped(
    line("1.1", "Kế hoạch", 10),
    line("1.2", "Báo cáo, thống kê", 12),
    line("1.3", "Cải cách", 10),
  );
  expect(told(was, now)).toEqual([["changed", "1.2", "1.2", "title", "points"]]);
});

test("what is gone comes last", () => {
  expect(told(was, grouped(line("1.2", "Báo cáo", 12)))).toEqual([
    ["changed", "1.2", "1.2", "points"],
    ["removed", "1.1"],
    ["removed", "1.3"],
  ]);
});

test.for([
  ["another way to the same points", { way: { way: "yes-no", points: 10 } }, ["way"]],
  ["another scorer", { by: "clerk" }, ["owner"]],
  ["an agency", { agency: "so-tai-chinh" }, ["owner"]],
  ["no other scorer where the usual one is written out", { by: "declared" }, undefined],
  [
    "steps and points",
    { way: { way: "steps", of: "rate", steps: [{ from: 0, points: 8 }] } },
    ["points", "way"],
  ],
] as const)("a line with %s is told so", ([, more, parts]) => {
  const now = grouped(
    line("1.1", "Kế hoạch", 10, more),
    line("1.2", "Báo cáo", 10),
    line("1.3", "Cải cách", 10),
  );
  expect(told(was, now)).toEqual(parts ? [["changed", "1.1", "1.1", ...parts]] : []);
});

test("steps in another order are the same steps", () => {
  const steps = (...froms: number[]) =>
    grouped({
      code: "1",
      title: "Tỷ lệ",
      way: { way: "steps", of: "rate", steps: froms.map((from) => ({ from, points: from / 10 })) },
    });
  expect(changesBetween(steps(80, 0, 60), steps(0, 60, 80))).toEqual([]);
});

test("total, groups, bands and the place of a line are told as well", () => {
  const before = tableOf({
    total: 10,
    groups: [{ code: "I", title: "Một", criteria: [line("1", "Kế hoạch", 10)] }],
  } as never);
  const after = tableOf({
    total: 20,
    groups: [{ code: "I", title: "Phần một", criteria: [] }],
    bonus: [line("1", "Kế hoạch", 10, { aboveTotal: true })],
    bands: [{ title: "Tốt", from: 80 }],
  } as never);
  expect(told(before, after)).toEqual([["total"], ["group"], ["changed", "1", "1", "place"], ["bands"]]);
});
