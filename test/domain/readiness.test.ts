import { expect, test } from "vitest";
import { usualCalendar } from "#domain/calendar.ts";
import type { Cluster } from "#domain/cluster.ts";
import type { Person } from "#domain/person.ts";
import { type Prepared, readinessOf, unitsIn, type Wanted } from "#domain/readiness.ts";
import type { Year } from "#domain/year.ts";

const calendar = usualCalendar(2026, "calendar");
const year: Year = { year: 2026, runs: "calendar", calendar, state: "open" };
const unit = (id: string, more: object = {}) => ({ unit: id, names: [{ name: id, since: 2020 }], ...more });
const person = (of: string, active = true): Person => ({
  ...{ person: `cb-${of}`, name: "Cán bộ", role: "scorer", unit: of, active },
});
const cluster = (id: string, members: string[], more: Partial<Cluster> = {}): Cluster => ({
  ...{ year: 2026, cluster: id, kind: "cụm", name: id, members, deputies: [], calendar },
  ...{ rules: { partedBy: [] }, moves: [], notAssigned: {} },
  ...(members[0] && { head: members[0] }),
  scheme: { scheme: "bang", no: 1 },
  ...more,
});

const whole: Prepared = {
  year,
  units: ["lang-son", "cao-bang", "bac-kan"].map((id) => unit(id)),
  clusters: [cluster("cum-1", ["lang-son", "cao-bang"]), cluster("cum-2", ["bac-kan"])],
  people: ["lang-son", "cao-bang", "bac-kan"].map((id) => person(id)),
  invited: new Set(["cb-lang-son", "cb-cao-bang", "cb-bac-kan"]),
  covenants: new Set(["cum-1", "cum-2"]),
};
const missing = (change: Partial<Prepared>) =>
  Object.fromEntries(
    readinessOf({ ...whole, ...change }).flatMap(({ what, missing }) =>
      missing.length ? [[what, missing]] : [],
    ),
  );

test("a year that has everything misses nothing", () => {
  expect(missing({})).toEqual({});
});

test.for<[string, Partial<Prepared>, Partial<Record<Wanted, string[]>>]>([
  ["no unit", { units: [], clusters: [], people: [] }, { units: [""], clusters: [""] }],
  ["no cluster", { clusters: [] }, { clusters: [""], placed: ["lang-son", "cao-bang", "bac-kan"] }],
  ["a unit in no cluster", { units: [...whole.units, unit("ha-giang")] }, { placed: ["ha-giang"] }],
  [
    "a unit whose people have left",
    { people: [person("lang-son"), person("cao-bang"), person("bac-kan", false)] },
    { people: ["bac-kan"] },
  ],
  [
    "nobody of a unit given a slip",
    { invited: new Set(["cb-lang-son", "cb-cao-bang"]) },
    { access: ["bac-kan"] },
  ],
  [
    "a cluster without head, table and covenant",
    {
      clusters: [
        cluster("cum-1", ["lang-son", "cao-bang", "bac-kan"], {
          head: undefined,
          scheme: undefined,
        } as object),
      ],
      covenants: new Set(),
    },
    { heads: ["cum-1"], schemes: ["cum-1"], covenants: ["cum-1"] },
  ],
  [
    "a unit in two clusters",
    {
      clusters: [...whole.clusters, cluster("cum-3", ["bac-kan"])],
      covenants: new Set(["cum-1", "cum-2", "cum-3"]),
    },
    { once: ["bac-kan"] },
  ],
  [
    "a phase without a day of its own",
    { year: { ...year, calendar: { ...calendar, review: calendar.scoring } } },
    { calendar: ["scoring"] },
  ],
])("a year with %s is told so", ([, change, told]) => {
  expect(missing(change)).toEqual(told);
});

test("a unit of a khối may be a member of the cụm it sits in", () => {
  const clusters = [...whole.clusters, cluster("khoi-1", ["lang-son"], { kind: "khối", within: "cum-1" })];
  expect(missing({ clusters, covenants: new Set(["cum-1", "cum-2", "khoi-1"]) })).toEqual({});
});

test("a cluster without members wants nothing", () => {
  expect(missing({ clusters: [...whole.clusters, cluster("cum-trong", [])] })).toEqual({});
});

test("a unit that went into another takes part until the year it did", () => {
  const merged = unit("bac-kan", { successor: { unit: "thai-nguyen", since: 2026 } });
  expect(unitsIn(2025, [merged])).toEqual(["bac-kan"]);
  expect(unitsIn(2026, [merged])).toEqual([]);
});
