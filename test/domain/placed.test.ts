import { expect, test } from "vitest";
import { type Cluster, placed } from "#domain/cluster.ts";
import { refusal } from "./given.ts";

const day = "2026-04-01T00:00:00.000Z";
const a = cluster("cum-1", ["lang-son", "cao-bang", "ha-giang"], {
  head: "lang-son",
  deputies: ["cao-bang"],
});
const b = cluster("cum-2", ["bac-kan"]);
const c = cluster("cum-3", []);

function cluster(id: string, members: string[], more: Partial<Cluster> = {}): Cluster {
  return {
    ...{ year: 2026, cluster: id, kind: "cụm", name: id, members, deputies: [], rules: { partedBy: [] } },
    ...{ moves: [], notAssigned: {} },
    calendar: { running: day, scoring: day, review: day, voting: day, counting: day, closed: day },
    ...more,
  };
}
const membersOf = (places: Record<string, string | null>) =>
  placed([a, b, c], places).map(({ cluster, members }) => [cluster, members]);

test("units leave where they are and join where they are put; who is in none before just joins", () => {
  expect(membersOf({ "ha-giang": "cum-2", "son-la": "cum-2" })).toEqual([
    ["cum-1", ["lang-son", "cao-bang"]],
    ["cum-2", ["bac-kan", "ha-giang", "son-la"]],
  ]);
});

test("what is there already changes nothing", () => {
  expect(membersOf({ "ha-giang": "cum-1", "son-la": null })).toEqual([]);
});

test("who goes leaves the office held there; who stays keeps it", () => {
  const [left] = placed([a, b, c], { "lang-son": "cum-2" });
  expect(left).toMatchObject({ members: ["cao-bang", "ha-giang"], deputies: ["cao-bang"] });
  expect(left).not.toHaveProperty("head");
});

test("the last one may leave, and anybody may come back", () => {
  expect(membersOf({ "bac-kan": null })).toEqual([["cum-2", []]]);
  expect(membersOf({ "bac-kan": "cum-3" })).toEqual([
    ["cum-2", []],
    ["cum-3", ["bac-kan"]],
  ]);
});

test("there is no going where nothing is, and no more than sixty anywhere", () => {
  expect(() => placed([a], { "ha-giang": "cum-9" })).toThrow(
    refusal("cluster/unknown", { cluster: "cum-9" }),
  );
  const many = Object.fromEntries(Array.from({ length: 61 }, (_, no) => [`xa-${no}`, "cum-3"]));
  expect(() => placed([c], many)).toThrow(
    refusal("cluster/too-many-members", { cluster: "cum-3", most: 60 }),
  );
});
