import { beforeAll, describe, expect, test } from "vitest";
import { password } from "#infra/year/cast.ts";
import {
  aCluster,
  type Caller,
  criteria,
  days,
  haGiang,
  langSon,
  members,
  moveTo,
  nobody,
  theCouncil,
  year,
} from "../world.ts";
import { ask, kept, type Sent } from "./asked.ts";

let clerk: Caller;
let tokens: Record<"clerk" | "scorer", string>;
let cluster: string;
beforeAll(async () => {
  ({ clerk } = await theCouncil());
  ({ cluster } = await aCluster(clerk, "running"));
  const movement = { year, cluster, movement: "tu-sach" };
  await clerk.movements.saveMovement({ ...movement, body: { name: "Tủ sách cho em" } });
  moveTo(days.scoring);
  const tokenOf = async (person: string) =>
    (await nobody.units.signIn({ body: { council: "vhttdl", person, password } })).token;
  tokens = { clerk: await tokenOf("thuong-truc"), scorer: await tokenOf(haGiang) };
});

const inCluster = () => `/api/years/${year}/clusters/${cluster}`;
type Write = { who: "clerk" | "scorer"; day: keyof typeof days; at: () => string; good: object };

/** A sample of what can be written, each with a body that is taken. */
const writes = {
  "a unit": {
    who: "clerk",
    day: "running",
    at: () => "/api/units/so-moi",
    good: { name: "Sở mới", since: year },
  },
  "a person": {
    who: "clerk",
    day: "running",
    at: () => "/api/people/nguoi-moi",
    good: { name: "Người mới", role: "auditor" },
  },
  "a cluster": {
    who: "clerk",
    day: "running",
    at: () => `/api/years/${year}/clusters/cum-moi`,
    good: { kind: "cụm", name: "Cụm mới", members, rules: { partedBy: [] } },
  },
  "a table": {
    who: "clerk",
    day: "running",
    at: () => `/api/years/${year}/schemes/bang-moi`,
    good: { title: "Bảng mới", table: criteria },
  },
  "a covenant": {
    who: "clerk",
    day: "running",
    at: () => `${inCluster()}/covenant`,
    good: { motto: "Đoàn kết", targets: [{ text: "Thôn văn hóa", value: 85 }] },
  },
  "a contribution": {
    who: "scorer",
    day: "running",
    at: () => `${inCluster()}/movements/tu-sach/contributions/lan-1`,
    good: { unit: haGiang, metric: "Sách", measure: "cuốn", value: 641 },
  },
  "a sheet's claims": {
    who: "scorer",
    day: "scoring",
    at: () => `${inCluster()}/sheets/${haGiang}/claims`,
    good: { changes: { "1.1": { now: 9 } } },
  },
  "a poll": {
    who: "clerk",
    day: "running",
    at: () => `${inCluster()}/polls/cum-truong`,
    good: {
      for: "head",
      candidates: [haGiang, langSon],
      rule: {
        secret: true,
        voter: "unit",
        ownUnit: true,
        quorum: { of: "members", atLeast: "2/3" },
        threshold: { base: "present", moreThan: "1/2" },
        choose: { min: 0, max: 1 },
        seats: 1,
        tie: "chair",
        publish: "figures",
      },
    },
  },
} as const satisfies Record<string, Write>;
type Name = keyof typeof writes;

function put(name: Name, sent: Sent) {
  const { who, day, at } = writes[name];
  moveTo(days[day]);
  return ask("PUT", at(), { token: tokens[who], ...sent });
}

/** Asked, refused with this code, and everything that is kept is as it was. */
async function expectRefused(name: Name, sent: Sent, status: number, code: string) {
  const before = await kept("vhttdl");
  const answer = await put(name, sent);
  expect({ status: answer.status, code: answer.code }, answer.text).toEqual({ status, code });
  expect(await kept("vhttdl")).toEqual(before);
  return answer;
}

const names = Object.keys(writes) as Name[];
const text = (name: Name, more: object = {}) => JSON.stringify({ ...writes[name].good, ...more });

describe.for(names)("%s", (name) => {
  test.for([
    ["no body", undefined],
    ["an empty body", ""],
    ["half a body", text(name).slice(0, -2)],
    ["a body that is no JSON", "name=Sở&since=2026"],
    ["a list", `[${text(name)}]`],
    ["nothing", "null"],
    ["a number", "1e30"],
    ["an object without anything in it", "{}"],
    ["a field nobody knows", text(name, { isAdmin: true })],
    ["a field of the language itself", text(name).replace("{", '{"__proto__":{"role":"clerk"},')],
    ["a byte that is no text", `${text(name)}\u0000`],
  ] as const)("is not made from %s", async ([, body]) => {
    await expectRefused(name, { body }, 400, "request/malformed");
  });

  test("is not made from two megabytes", async () => {
    await expectRefused(
      name,
      { body: text(name, { note: "x".repeat(2_000_000) }) },
      413,
      "request/too-large",
    );
  });

  test("is not made from a form or a file", async () => {
    for (const type of [
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/octet-stream",
    ])
      await expectRefused(name, { type, body: "name=So&since=2026" }, 400, "request/malformed");
  });
});

test.for([
  ["a unit", { name: "Sở 🎉" }, "body.name"],
  ["a unit", { name: "S".repeat(5000) }, "body.name"],
  ["a unit", { name: "Sở \u202eộN\u202c" }, "body.name"],
  ["a unit", { name: "Sở\u200b mới" }, "body.name"],
  ["a unit", { name: "Sở\u0000" }, "body.name"],
  ["a unit", { name: "Sở\nmới" }, "body.name"],
  ["a unit", { name: "   " }, "body.name"],
  ["a unit", { name: null }, "body.name"],
  ["a unit", { name: ["Sở"] }, "body.name"],
  ["a unit", { since: Number.NaN }, "body.since"],
  ["a unit", { since: 1e30 }, "body.since"],
  ["a unit", { since: 2026.5 }, "body.since"],
  ["a unit", { since: "2026" }, "body.since"],
  ["a person", { name: "Nguyễn 👩‍🏫" }, "body.name"],
  ["a person", { role: "operator" }, "body.role"],
  ["a person", { unit: "Hà Giang" }, "body.unit"],
  ["a person", { active: "yes" }, "body.active"],
  ["a cluster", { members: Array.from({ length: 61 }, (_, at) => `don-vi-${at}`) }, "body.members"],
  ["a cluster", { deputies: [haGiang, langSon, "cao-bang"] }, "body.deputies"],
  ["a cluster", { rules: { partedBy: ["1.1#2"] } }, "body.rules.partedBy.0"],
  ["a cluster", { name: "Cụm \u2067ngược\u2069" }, "body.name"],
  [
    "a table",
    { table: { groups: [{ code: "I", criteria: [{ code: "1", way: { way: "formula", is: "x+1" } }] }] } },
    "body.table.groups.0.criteria.0.way.way",
  ],
  ["a table", { table: { groups: [], total: 1e30 } }, "body.table.total"],
  ["a table", { table: { groups: [], total: 10.005 } }, "body.table.total"],
  ["a table", { title: "Bảng 🏆" }, "body.title"],
  ["a covenant", { motto: "Đoàn\u200fkết" }, "body.motto"],
  ["a covenant", { text: "x".repeat(10_001) }, "body.text"],
  ["a covenant", { targets: [{ text: "Thôn", value: 1.23456 }] }, "body.targets.0.value"],
  ["a contribution", { value: Number.NaN }, "body.value"],
  ["a contribution", { value: 1e30 }, "body.value"],
  ["a contribution", { value: -1 }, "body.value"],
  ["a contribution", { date: "2026-02-30" }, "body.date"],
  ["a sheet's claims", { changes: { "1.1": { now: Number.NaN, is: 1 } } }, "body.changes.1.1"],
  ["a sheet's claims", { changes: { "1.3": { now: { result: 1e30 } } } }, "body.changes.1.3.now.result"],
  ["a sheet's claims", { changes: { "1|1": { now: 1 } } }, "body.changes.1|1"],
  [
    "a poll",
    { rule: { ...writes["a poll"].good.rule, threshold: { base: "present", moreThan: "3/2" } } },
    "body.rule.threshold.moreThan",
  ],
  [
    "a poll",
    { rule: { ...writes["a poll"].good.rule, threshold: { base: "present", moreThan: "1/0" } } },
    "body.rule.threshold.moreThan",
  ],
  [
    "a poll",
    {
      rule: {
        ...writes["a poll"].good.rule,
        threshold: { base: "present", moreThan: "1/2", atLeast: "1/2" },
      },
    },
    "body.rule.threshold",
  ],
  [
    "a poll",
    { rule: { ...writes["a poll"].good.rule, quorum: { of: "members", atLeast: "-1/2" } } },
    "body.rule.quorum.atLeast",
  ],
  ["a poll", { rule: { ...writes["a poll"].good.rule, choose: { min: 2, max: 1 } } }, "body.rule.choose"],
  ["a poll", { rule: { ...writes["a poll"].good.rule, seats: 1e30 } }, "body.rule.seats"],
  ["a poll", { round: 0 }, "body.round"],
] as const)("%s is not made with %j", async ([name, change, at]) => {
  const { about } = await expectRefused(name, { body: text(name, change) }, 400, "request/malformed");
  expect((about as { issues: { at: string }[] }).issues.map((issue) => issue.at)).toContain(at);
});

test("a number too large for its line is refused by the line", async () => {
  const body = JSON.stringify({ changes: { "1.1": { now: 1e30 }, "1.2": { now: 50 } } });
  await expectRefused("a sheet's claims", { body }, 422, "sheet/bad-input");
});

test("what is wrong with a body is said without saying the body again", async () => {
  const { text: said } = await put("a person", {
    body: text("a person", { name: "Bí mật 🎉", note: "Số tài khoản" }),
  });
  expect(said).toContain("note");
  expect(said).not.toMatch(/Bí mật|Số tài khoản/);
});

test("the same name typed on another keyboard is the same name", async () => {
  const typed = `  ${"Sở Văn hóa,  Thể thao Hà Giang".normalize("NFD")} `;
  const { names: kept } = await clerk.units.saveUnit({ unit: "so-nfd", body: { name: typed, since: year } });
  expect(kept).toEqual([{ name: "Sở Văn hóa, Thể thao Hà Giang".normalize("NFC"), since: year }]);
  expect((await clerk.units.listUnits({})).find(({ unit }) => unit === "so-nfd")?.names).toEqual(kept);
});

test.for(names)(
  "%s is made from its own good body, so that the faults above are what was refused",
  async (name) => {
    const { status, text: said } = await put(name, { body: text(name) });
    expect(status, said).toBe(200);
  },
);
