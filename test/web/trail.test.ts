import { expect, test } from "vitest";
import type { Deed } from "#domain/trail.ts";
import { runsOf } from "../../web/src/pages/clerk/runs.ts";

const deed = (did: string, by: string, minute: string): Deed => ({
  ...{ did, by, kind: "unit", key: {} },
  at: `2026-01-01T08:${minute}:00.000Z`,
});

test("many alike by one hand within a minute are one line, and few are not", () => {
  const many = Array.from({ length: 5 }, () => deed("units.saveUnit", "ha", "10"));
  const few = Array.from({ length: 3 }, () => deed("units.saveUnit", "lan", "10"));
  expect(runsOf([...many, ...few]).map((run) => run.length)).toEqual([5, 1, 1, 1]);
});

test("another hand, another deed or another minute is another line", () => {
  const all = ["10", "10", "11", "11"].map((minute) => deed("units.saveUnit", "ha", minute));
  expect(runsOf(all)).toHaveLength(4);
  expect(runsOf(all).flat()).toEqual(all);
});
