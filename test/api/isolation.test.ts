import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { api } from "#api";
import { type RightName, rights } from "#domain/caller.ts";
import { password } from "#infra/year/cast.ts";
import { routesOf } from "#lib/route.ts";
import { fill, namesIn } from "#lib/template.ts";
import { send } from "../files.ts";
import { aConference } from "../hall.ts";
import {
  aCluster,
  bacKan,
  type Caller,
  calendar,
  caoBang,
  days,
  found,
  haGiang,
  join,
  langSon,
  local,
  moveTo,
  nobody,
  theCouncil,
  tuyenQuang,
  year,
} from "../world.ts";
import { ask, kept } from "./asked.ts";
import { bodies, brought, rule } from "./bodies.ts";

/*
 * Two councils in one table: nothing of the ministry's is given to or changed by the people of the province,
 * who hold every role, know every id of the ministry's, and have a cluster of the same name.
 */
const [ministry, province] = ["vhttdl", "lao-cai"];
const roles = ["clerk", "scorer", "leader", "teller", "agency", "member", "auditor"] as const;
type Who = (typeof roles)[number] | "operator" | "delegate" | "nobody";

/** Ids of the ministry's, by the `{name}` they stand for. */
const theirs: Record<string, string | number> = {
  year,
  yearNo: 2031,
  unit: haGiang,
  person: haGiang,
  import: "dot-1",
  no: 1,
  movement: "tu-sach",
  contribution: "lan-1",
  poll: "co-thi-dua",
  nomination: "de-nghi-1",
  decision: "qd-1",
  council: ministry,
  delegate: haGiang,
  pair: "1-2",
  device: "may-1",
  comment: "loi-1",
  version: 1,
  page: "honours",
  published: "2026.html",
  mark: "quyet-dinh-412",
  notice: "thong-bao-1",
  from: "2026-01-01",
  to: "2027-12-31",
};
/** One cluster whose name the province has as well, and one whose name it has not. */
const clusters = { namesake: "", other: "" };

/** Routes that read or make what is one's own council's, under whatever id: their ids, where one is needed. */
const ofOnesOwn: Record<string, object> = {
  readDemo: {},
  openDemo: {},
  throwDemoAway: {},
  readMe: {},
  saveCouncil: {},
  listPeople: {},
  listSlips: {},
  listNames: {},
  savePerson: { person: caoBang },
  listUnits: {},
  saveUnit: { unit: caoBang },
  stageImport: { import: "dot-2" },
  listClusters: {},
  listSchemes: {},
  saveScheme: { scheme: "bang-2" },
  readCouncilRanking: {},
  announceCouncilRanking: {},
  decide: {},
  listProposed: {},
  readRegister: {},
  listPublications: {},
  readPublication: { page: "honours" },
  previewPage: { page: "honours" },
  openYear: { yearNo: year },
  listNotices: {},
  listProgress: {},
  saveNotice: { notice: "thong-bao-2" },
  listRoots: {},
  readAccess: {},
  readCouncilTrail: {},
  readYearTrail: {},
};

const routes = routesOf(api);
const named = routes.map((route) => [`${route.group}.${route.name}`, route] as const);
type Key = { token?: string; ticket?: string };
const keys = new Map<Who, Key>();
/** Whoever knows the address of a conference may watch it; here they have the right conference of the wrong council. */
/** Which councils there are is the operator's to know: ids, and nothing that is in them; a demo of their own. */
const operating = ["listCouncils", "readDemo", "openDemo", "throwDemoAway"];
const isOperating = ({ name }: { name: string }, who: Who) => operating.includes(name) && who === "operator";
const isWatching = ({ may }: { may: string }) => may === "hall/watch";
let theirClerk = "";
let expired = "";
let secrets: string[] = [];
const tokenOf = async (council: string | undefined, person: string, secret = password) =>
  (await nobody.units.signIn({ body: { ...(council && { council }), person, password: secret } })).token;

beforeAll(async () => {
  const { clerk, as } = await theCouncil(ministry);
  clusters.namesake = await aLivedYear(clerk, as);
  clusters.other = await aLivedYear(clerk, as);
  const csv = "ma,ten\nxa-dong-van,Xã Đồng Văn";
  await clerk.units.stageImport({ import: "dot-1", body: { kind: "units", csv } });
  const ticket = await theOthers(clusters.namesake);
  moveTo(days.covenant);
  expired = await tokenOf(ministry, "thuong-truc");
  // A token of the last day asked about is good for the days before it.
  moveTo(days.voting);
  for (const role of roles)
    keys.set(role, { token: await tokenOf(province, role === "clerk" ? "thuong-truc" : role) });
  keys.set("operator", { token: await tokenOf(undefined, local.operator.name, local.operator.password) });
  keys.set("delegate", { ticket });
  keys.set("nobody", {});
  theirClerk = await tokenOf(ministry, "thuong-truc");
  const own = new Set(textsIn(await kept(province)));
  const texts = new Set(textsIn(await kept(ministry)));
  // Two units that nobody of the province ever names.
  secrets = [...Array.from(texts).filter((text) => !own.has(text)), bacKan, tuyenQuang];
});

/** Something of every kind, in a cluster of the ministry's. */
async function aLivedYear(clerk: Caller, as: (unit: string) => Caller) {
  const at = await aCluster(clerk, "covenant");
  theirs["scheme"] ??= (await clerk.units.readCluster(at)).scheme?.scheme ?? "";
  const covenant = {
    motto: "Đoàn kết về đích sớm",
    targets: [{ text: "Thôn đạt chuẩn văn hóa", value: 85 }],
  };
  const { digest } = await clerk.rotation.saveCovenant({ ...at, body: covenant });
  theirs["digest"] = digest;
  await as(haGiang).rotation.signCovenant({ ...at, digest, unit: haGiang });
  const movement = { ...at, movement: "tu-sach" };
  await clerk.movements.saveMovement({ ...movement, body: { name: "Tủ sách cho em" } });
  await as(haGiang).movements.contribute({
    ...movement,
    contribution: "lan-1",
    body: { ...brought, metric: "Sách tặng bản xa" },
  });
  await clerk.rotation.saveNotice({
    year,
    notice: "thong-bao-1",
    body: { title: "Họp khối văn xã tại Ba Bể" },
  });
  moveTo(days.scoring);
  await clerk.rotation.remind({ ...at, body: { units: [bacKan] } });
  const sheet = { ...at, unit: haGiang };
  await as(haGiang).scoring.saveEvidence({
    ...sheet,
    body: { changes: { "1.1": { now: [{ number: "Công văn 12/SVHTTDL" }] } } },
  });
  await as(haGiang).scoring.comment({
    ...sheet,
    comment: "loi-1",
    body: { line: "1.1", text: "Ảnh chụp hôm khai mạc" },
  });
  const added = await send(as(haGiang), sheet, {}, local.url);
  theirs["file"] ??= added.file;
  await as(haGiang).scoring.submitSheet({ ...sheet, body: { leaveBlank: ["1.1", "1.2", "1.3", "1.4"] } });
  moveTo(days.voting);
  const poll = { ...at, poll: "co-thi-dua" };
  await clerk.ballots.savePoll({
    ...poll,
    body: { for: "nomination", award: "CO_BT", candidates: [haGiang], rule },
  });
  await clerk.ballots.openPoll({ ...poll, body: { absent: [] } });
  await as(langSon).ballots.castBallot({ ...poll, unit: langSon, body: { choose: [haGiang] } });
  const hall = await aConference(clerk, at, [haGiang, bacKan]);
  theirs["conference"] ??= hall.at.conference;
  const proposed = { award: "CO_BT", recipient: { unit: haGiang }, reasons: "Dẫn đầu phong trào thư viện" };
  await clerk.nominations.nominate({ ...at, nomination: "de-nghi-1", body: proposed });
  await clerk.rotation.saveSuccession({ ...at, body: { head: haGiang, deputies: [], how: "rotation" } });
  const decided = {
    award: "CO_BT",
    recipient: { unit: haGiang },
    outcome: "awarded",
    number: "Quyết định 412",
  } as const;
  await clerk.nominations.decide({ year, decision: "qd-1", body: decided });
  return at.cluster;
}

/** The province: one unit, which leads the cluster of the same name, and somebody in every role. */
async function theOthers(cluster: string) {
  const clerk = await found(province);
  const unit = "so-noi-vu";
  moveTo(days.covenant);
  await clerk.rotation.openYear({ yearNo: year, body: { calendar } });
  await clerk.units.saveUnit({ unit, body: { name: "Nội vụ", since: year } });
  for (const role of roles.slice(1))
    await join(clerk, role, { name: "Người", role, unit, agency: "so-tai-chinh" });
  await clerk.units.saveCluster({
    year,
    clusterId: cluster,
    body: { kind: "cụm", name: "Cụm", members: [unit], head: unit },
  });
  const { ticketOf } = await aConference(clerk, { cluster }, [unit], "hoi-nghi-tinh");
  return ticketOf.get(unit) ?? "";
}

/** Everything a person could read in what is kept: names, reasons, numbers of papers. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value.split(/[\t\n]/).filter((text) => text.includes(" "));
  return value && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}

type Asked = (typeof routes)[number];
const bodyOf = ({ group, name }: Asked) => {
  const body = (bodies as Record<string, Record<string, object | null>>)[group]?.[name];
  return body === null ? {} : { body: JSON.stringify(body) };
};
const addressOf = (route: Asked, ids: object = {}) => {
  const of = isWatching(route) ? { council: province } : {};
  const known = { cluster: clusters.other, clusterId: clusters.other, ...theirs, ...of, ...ids };
  return fill(route.path, known, encodeURIComponent);
};
/** A day on which the route's right could be used at all. */
const dayFor = ({ may }: Asked) => {
  const { phases } = rights[may as RightName] as { phases?: readonly (keyof typeof days)[] };
  return days[phases?.[0] ?? "voting"];
};

test("every route has its place in this test", () => {
  const known = Object.entries(bodies).flatMap(([group, of]) =>
    Object.keys(of).map((name) => `${group}.${name}`),
  );
  expect(known.toSorted()).toEqual(named.map(([name]) => name).toSorted());
  expect(secrets.length).toBeGreaterThan(15);
});

test.for(named)("%s gives and changes nothing of another council, whoever asks", async ([, route]) => {
  // How often a wrong password was tried is counted where it was tried.
  const isCounted = ({ pk }: { pk: string }) => route.name === "signIn" && pk.includes("#ACCESS#");
  const left = async () => (await kept(ministry)).filter((stored) => !isCounted(stored as { pk: string }));
  const before = await left();
  const own = ofOnesOwn[route.name];
  moveTo(dayFor(route));
  const tries = Object.values(clusters).flatMap((cluster) =>
    Array.from(keys, ([who, key]) => ({ cluster, who, key })),
  );
  for (const { cluster, who, key } of tries) {
    const address = addressOf(route, { cluster, clusterId: cluster, ...own });
    const { status, text } = await ask(route.method, address, { ...key, ...bodyOf(route) });
    const said = `${who} in ${cluster}: ${status} ${text}`;
    expect(
      secrets.filter((secret) => text.includes(secret)),
      said,
    ).toEqual([]);
    expect(status === 401, said).toBe(!key.token && route.by === "token");
    const mayBeTaken =
      own !== undefined || (cluster === clusters.namesake && route.path.includes("{cluster}"));
    const isStranger = who === "operator" || who === "delegate" || who === "nobody";
    if (!isWatching(route) && !isOperating(route, who) && (!mayBeTaken || isStranger))
      expect(status, said).toBeGreaterThanOrEqual(400);
    expect(status, said).toBeLessThan(500);
  }
  expect(await left()).toEqual(before);
});

describe("without a good token", () => {
  const guarded = named.filter(([, { by }]) => by === "token");
  const part = (token: string, index: number) => token.split(".")[index] ?? "";
  const packed = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

  /** Tokens that look like the clerk's and are not. */
  let bad: Record<string, string | undefined>;
  beforeAll(async () => {
    const header = decodeProtectedHeader(theirClerk);
    const claims = decodeJwt(theirClerk);
    const { privateKey, publicKey } = await generateKeyPair("RS256");
    const { alg: _, ...rest } = header;
    const other = keys.get("clerk")?.token ?? "";
    bad = {
      "that is missing": undefined,
      "of no shape": "abc",
      "of nothing": "",
      "that has expired": expired,
      "signed by another key": await new SignJWT(claims)
        .setProtectedHeader({ ...rest, alg: "RS256" })
        .sign(privateKey),
      "that brings its own key": await new SignJWT(claims)
        .setProtectedHeader({ alg: "RS256", jwk: await exportJWK(publicKey) })
        .sign(privateKey),
      "signed with a password": await new SignJWT(claims)
        .setProtectedHeader({ ...rest, alg: "HS256" })
        .sign(Buffer.from("mật khẩu dùng chung của mọi người")),
      "signed by nobody": `${packed({ ...rest, alg: "none" })}.${part(theirClerk, 1)}.`,
      "of one council with the name of another": `${part(other, 0)}.${packed({ ...decodeJwt(other), username: claims["username"] })}.${part(other, 2)}`,
    };
  });

  test.for(guarded)("%s is closed", async ([, route]) => {
    const before = await kept(ministry);
    moveTo(days.voting);
    for (const [kind, token] of Object.entries(bad)) {
      const { status, text } = await ask(route.method, addressOf(route), { token, ...bodyOf(route) });
      expect(status, `a token ${kind}: ${text}`).toBe(401);
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
    expect(await kept(ministry)).toEqual(before);
  });
});

describe("an id that is none", () => {
  const ids = {
    "climbing up": "../../council",
    "climbing up in disguise": "..%2f..%2fcouncil",
    "with the mark of our keys": "ha-giang#CLUSTER",
    "with nothing at its end": "ha-giang\u0000",
    "from another alphabet": "hà-giang",
    "with a mark nobody sees": "ha-giang\u200b",
    "of the language itself": "__proto__",
    "a template of ours": "{unit}",
    "of 5,000 characters": "a".repeat(5000),
    blank: " ",
  };

  test.for(named.filter(([, { path }]) => path.includes("{")))("leads nowhere in %s", async ([, route]) => {
    const before = await kept(ministry);
    moveTo(dayFor(route));
    const tries = namesIn(route.path).flatMap((name) =>
      Object.entries(ids).map(([kind, id]) => [name, kind, id] as const),
    );
    const answers = await Promise.all(
      tries.map(async ([name, kind, id]) => {
        const { status } = await ask(route.method, addressOf(route, { [name]: id }), {
          token: theirClerk,
          ...bodyOf(route),
        });
        return `${name} ${kind}: ${status}`;
      }),
    );
    expect(answers.filter((answer) => !/: 4\d\d$/.test(answer))).toEqual([]);
    expect(await kept(ministry)).toEqual(before);
  });
});
