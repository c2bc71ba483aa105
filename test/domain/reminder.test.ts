import { expect, test } from "vitest";
import { phases } from "#domain/calendar.ts";
import { shownTo } from "#domain/notice.ts";
import { owedBy } from "#domain/reminder.ts";

const owes = (
  phase: (typeof phases)[number],
  standing: Partial<Parameters<typeof owedBy>[0]>,
  hasCovenant = true,
) => owedBy({ state: "blank", signed: false, ...standing }, { phase, hasCovenant });

test("a signature is owed until scoring begins, and only where there is something to sign", () => {
  expect(phases.filter((phase) => owes(phase, {}) === "signature")).toEqual(["covenant", "running"]);
  expect(owes("covenant", { signed: true })).toBeUndefined();
  expect(owes("covenant", {}, false)).toBeUndefined();
});

test("a sheet is owed while scoring lasts, and after it only where it was returned", () => {
  for (const state of ["blank", "filling", "returned"] as const)
    expect(owes("scoring", { state })).toBe("sheet");
  for (const state of ["submitted", "final"] as const) expect(owes("scoring", { state })).toBeUndefined();
  expect(owes("review", { state: "returned" })).toBe("sheet");
  expect(owes("review", { state: "filling" })).toBeUndefined();
  expect(owes("voting", { state: "returned" })).toBeUndefined();
});

test("a unit is shown what stands for all or for its cluster, whoever serves the council everything, newest first", () => {
  const notice = (id: string, more: object = {}) => ({
    ...{ year: 2026, notice: id, title: id, by: "ha", at: `2026-01-0${id}T00:00:00.000Z` },
    ...more,
  });
  const all = [
    notice("1"),
    notice("2", { cluster: "cum-1" }),
    notice("3", { cluster: "cum-2" }),
    notice("4", { withdrawn: { by: "ha", at: "2026-01-05T00:00:00.000Z" } }),
  ];
  const clusters = [
    { cluster: "cum-1", members: ["lang-son"] },
    { cluster: "cum-2", members: ["cao-bang"] },
  ];
  const ids = (unit?: string) => shownTo(unit, all, clusters).map(({ notice }) => notice);
  expect(ids("lang-son")).toEqual(["2", "1"]);
  expect(ids("bac-kan")).toEqual(["1"]);
  expect(ids()).toEqual(["4", "3", "2", "1"]);
});
