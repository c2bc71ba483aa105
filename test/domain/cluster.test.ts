import { expect, test } from "vitest";
import * as z from "zod/mini";
import { Cluster, expectMember, expectOffices, notAssignedTo, Settings } from "#domain/cluster.ts";
import { printed, Recipient } from "#domain/nomination.ts";
import { fits, refusal } from "./given.ts";

const members = ["lang-son", "tuyen-quang", "ha-giang"];
const settings = {
  kind: "cụm",
  name: "Cụm số 4",
  members,
  head: "lang-son",
  deputies: ["tuyen-quang"],
} as const;

test.for<[string, Partial<Parameters<typeof expectOffices>[0]>, ReturnType<typeof refusal> | undefined]>([
  ["a head and a deputy", {}, undefined],
  ["a head and no deputy", { deputies: [] }, undefined],
  ["neither", { head: undefined, deputies: [] }, undefined],
  [
    "a member twice",
    { members: [...members, "ha-giang"] },
    refusal("cluster/member-twice", { unit: "ha-giang" }),
  ],
  ["a head from outside", { head: "cao-bang" }, refusal("cluster/head-no-member", { unit: "cao-bang" })],
  [
    "a deputy from outside",
    { deputies: ["cao-bang"] },
    refusal("cluster/head-no-member", { unit: "cao-bang" }),
  ],
  [
    "a head who is deputy too",
    { deputies: ["lang-son"] },
    refusal("cluster/member-twice", { unit: "lang-son" }),
  ],
  [
    "a deputy twice",
    { deputies: ["ha-giang", "ha-giang"] },
    refusal("cluster/member-twice", { unit: "ha-giang" }),
  ],
])("a cluster with %s", ([, change, refused]) => {
  const act = () => expectOffices({ ...settings, members, deputies: ["tuyen-quang"], ...change });
  if (refused) expect(act).toThrow(refused);
  else expect(act).not.toThrow();
});

test.for([
  ["three deputies", { deputies: members }],
  ["61 members", { members: Array.from({ length: 61 }, (_, at) => `unit-${at}`) }],
  ["another kind", { kind: "đội" }],
  ["a field nobody knows", { colour: "red" }],
] as const)("no cluster has %s", ([, change]) => {
  expect(fits(Settings, settings)).toBe(true);
  expect(fits(Settings, { ...settings, ...change })).toBe(false);
});

test("whoever is no member is unknown to it", () => {
  expect(() => expectMember({ members }, "ha-giang")).not.toThrow();
  expect(() => expectMember({ members }, "cao-bang")).toThrow(refusal("unit/unknown", { unit: "cao-bang" }));
});

test("lines are not assigned unit by unit; of whom nothing is said, all are", () => {
  const at = "2026-04-01T00:00:00.000Z";
  const calendar = { running: at, scoring: at, review: at, voting: at, counting: at, closed: at };
  const cluster = z.parse(Cluster, {
    ...settings,
    year: 2026,
    cluster: "cum-4",
    calendar,
    notAssigned: { "ha-giang": ["1.1", "1.2"] },
  });
  expect(notAssignedTo(cluster, "ha-giang")).toEqual(new Set(["1.1", "1.2"]));
  expect(notAssignedTo(cluster, "lang-son")).toEqual(new Set());
});

test("a unit is printed by its id, a person by name and unit alone", () => {
  expect(printed({ unit: "lang-son" })).toBe("lang-son");
  const person = {
    person: "Nguyễn Văn An",
    position: "Chuyên viên",
    unit: "lang-son",
    class: "direct worker",
  };
  expect(printed(person)).toEqual({ person: "Nguyễn Văn An", unit: "lang-son" });
});

test("a recipient is a unit, or a person of one", () => {
  expect(fits(Recipient, { person: "Nguyễn Văn An" })).toBe(false);
  expect(fits(Recipient, { unit: "lang-son", position: "…" })).toBe(false);
  expect(z.parse(Recipient, { person: " Nguyễn  Văn An".normalize("NFD"), unit: "lang-son" })).toEqual({
    person: "Nguyễn Văn An",
    unit: "lang-son",
  });
});
