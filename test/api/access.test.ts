import { beforeAll, describe, expect, test } from "vitest";
import { deedsOfAccess } from "#domain/access.ts";
import { password } from "#infra/year/cast.ts";
import {
  at,
  type Caller,
  caoBang,
  haGiang,
  join,
  langSon,
  members,
  moveTo,
  nobody,
  theCouncil,
} from "../world.ts";

let clerk: Caller;
let auditor: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, as } = await theCouncil());
  auditor = await join(clerk, "thanh-tra", { name: "Thanh tra", role: "auditor" });
});

const council = "vhttdl";
const signIn = (person: string, word = password, where = council) =>
  nobody.units.signIn({ body: { council: where, person, password: word } });
const wrong = { code: "caller/wrong-password" };

/** What the trail tells of coming in, from one day to another. */
const came = async (from: string, to: string) =>
  (await auditor.rotation.readAccess({ from, to })).flatMap(deedsOfAccess);

describe("coming in", () => {
  test("is in the trail with the minute, once in ten minutes, and by days of Vietnam", async () => {
    moveTo("2026-05-01 06:30");
    await signIn(haGiang);
    moveTo("2026-05-02 08:03");
    await signIn(haGiang);
    await signIn(haGiang);
    moveTo("2026-05-02 08:21");
    await signIn(haGiang);
    const told = async (from: string, to: string) =>
      (await came(from, to)).filter(({ by }) => by === haGiang).map((deed) => deed.at);
    expect(await told("2026-05-01", "2026-05-01")).toEqual([at("2026-05-01 06:30")]);
    expect(await told("2026-05-02", "2026-05-02")).toEqual([at("2026-05-02 08:03"), at("2026-05-02 08:21")]);
    expect(await told("2026-01-01", "2026-12-31")).toHaveLength(3);
    expect(await told("2026-05-03", "2026-12-31")).toEqual([]);
  });

  test("of everybody at once keeps nobody out and nobody's coming is lost", async () => {
    moveTo("2026-06-30 16:55");
    await Promise.all([...members, ...members].map((person) => signIn(person)));
    const all = await came("2026-06-30", "2026-06-30");
    expect(
      members.filter((unit) => all.some(({ by, did }) => by === unit && did === "units.signIn")),
    ).toEqual(members);
  });

  test("with a wrong password is counted for whose name it was tried in, and nothing of the password is kept", async () => {
    moveTo("2026-07-01 09:10");
    for (const word of ["Sai-lan-mot-1", "Sai-lan-hai-2"])
      await expect(signIn(caoBang, word)).rejects.toMatchObject(wrong);
    const answer = await auditor.rotation.readAccess({ from: "2026-07-01", to: "2026-07-01" });
    expect(answer.flatMap(deedsOfAccess).filter(({ did }) => did === "access.wrong")).toEqual([
      {
        at: at("2026-07-01 09:00"),
        by: "",
        did: "access.wrong",
        times: 2,
        kind: "access",
        key: { person: caoBang },
      },
    ]);
    expect(JSON.stringify(answer)).not.toContain("Sai-lan");
  });

  test("in a name nobody bears makes no record of that name, and of a council there is not none at all", async () => {
    moveTo("2026-07-02 09:00");
    for (const name of ["quan-tri", "admin", "root"])
      await expect(signIn(name, "Khong-co-1")).rejects.toMatchObject(wrong);
    await expect(signIn(haGiang, "Khong-co-1", "khong-co")).rejects.toMatchObject(wrong);
    const all = await came("2026-07-02", "2026-07-02");
    expect(all.filter(({ did }) => did === "access.wrong")).toMatchObject([
      { did: "access.wrong", times: 3, key: { person: "" } },
    ]);
  });

  test("is read by the clerk and the auditor and nobody else", async () => {
    const days = { from: "2026-01-01", to: "2026-12-31" };
    await clerk.rotation.readAccess(days);
    await expect(as(langSon).rotation.readAccess(days)).rejects.toMatchObject({ code: "caller/not-allowed" });
  });
});

test("a slip stands in the trail from its making to its use, with every try", async () => {
  moveTo("2026-08-03 08:00");
  await clerk.units.savePerson({ person: "moi-den", body: { name: "Lý Thị Mới", role: "member" } });
  const slip = await clerk.units.makeSlip({ person: "moi-den" });
  moveTo("2026-08-04 08:00");
  await expect(
    nobody.units.firstSignIn({ body: { ...slip, slip: "AAAA-AAAA-AAAA", password } }),
  ).rejects.toMatchObject({ code: "access/slip-wrong" });
  await expect(nobody.units.firstSignIn({ body: { ...slip, password: "yeu" } })).rejects.toMatchObject({
    code: "caller/password-weak",
  });
  moveTo("2026-08-05 08:00");
  await nobody.units.firstSignIn({ body: { ...slip, password } });
  const deeds = await auditor.rotation.readCouncilTrail({ from: "2026-08-03", to: "2026-08-05" });
  const ofSlip = deeds.filter(({ kind, key }) => kind === "slip" && key["person"] === "moi-den").toReversed();
  expect(ofSlip.map(({ did, by, no }) => [did, by, no])).toEqual([
    ["units.makeSlip", "thuong-truc", 1],
    ["units.trySlip", "", 2],
    ["units.trySlip", "", 3],
    ["units.firstSignIn", "moi-den", 4],
    ["units.firstSignIn", "moi-den", 5],
    ["units.trySlip", "", 6],
    ["units.firstSignIn", "moi-den", 7],
  ]);
  expect(JSON.stringify(deeds)).not.toContain(slip.slip);
});
