import { decodeJwt } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { password } from "#infra/year/cast.ts";
import {
  type Caller,
  found,
  join,
  langSon,
  local,
  moveTo,
  nobody,
  operator,
  signedIn,
  theCouncil,
} from "../world.ts";
import { holding } from "./asked.ts";

let clerk: Caller;
let teller: Caller;
beforeAll(async () => {
  ({ clerk, teller } = await theCouncil());
});

let people = 0;
/** Somebody new, with a slip they have not used yet. */
async function invited(body: Partial<Parameters<Caller["units"]["savePerson"]>[0]["body"]> = {}) {
  people += 1;
  const person = `nguoi-${people}`;
  await clerk.units.savePerson({ person, body: { name: "Nông Thị Hoa", role: "auditor", ...body } });
  return clerk.units.makeSlip({ person });
}

describe("a council is founded", () => {
  test("with one clerk, who comes in by a slip and finds no year yet", async () => {
    const first = await found("hoi-dong-moi");
    await expect(first.units.readMe({})).resolves.toMatchObject({
      council: { council: "hoi-dong-moi", name: "Hội đồng hoi-dong-moi" },
      person: { person: "thuong-truc", role: "clerk", active: true },
      years: [],
    });
  });

  test("once: its id is taken from then on", async () => {
    const body = {
      council: "vhttdl",
      name: "Hội đồng khác",
      kind: "province",
      clerk: { person: "ai-do", name: "Ai đó" },
    };
    await expect(operator.units.createCouncil({ body })).rejects.toMatchObject({
      code: "council/exists",
      status: 409,
    });
  });

  test("by the operator alone, who reads none of them", async () => {
    const body = {
      council: "cua-rieng",
      name: "Của riêng",
      kind: "union",
      clerk: { person: "toi", name: "Tôi" },
    };
    await expect(clerk.units.createCouncil({ body })).rejects.toMatchObject({ code: "caller/not-allowed" });
    await expect(clerk.units.listCouncils({})).rejects.toMatchObject({ code: "caller/not-allowed" });
    expect(await operator.units.listCouncils({})).toContainEqual({ council: "vhttdl", clerk: "thuong-truc" });
    await expect(operator.units.readMe({})).rejects.toMatchObject({ code: "caller/not-allowed" });
    await expect(operator.units.listPeople({})).rejects.toMatchObject({ code: "caller/not-allowed" });
  });

  test("and says of itself what its clerk writes", async () => {
    const body = { name: "Hội đồng Bộ", kind: "ministry", contact: "Vụ Tổ chức cán bộ, 024 3943 8231" };
    await clerk.units.saveCouncil({ body });
    expect((await teller.units.readMe({})).council).toEqual({ council: "vhttdl", ...body });
    await expect(teller.units.saveCouncil({ body })).rejects.toMatchObject({ code: "caller/not-allowed" });
  });
});

describe("a slip", () => {
  test("opens once", async () => {
    const slip = await invited();
    await signedIn(slip);
    await expect(signedIn(slip)).rejects.toMatchObject({ code: "access/slip-wrong", status: 403 });
  });

  test("is the same in small letters and without its hyphens", async () => {
    const { slip, ...whose } = await invited();
    await signedIn({ ...whose, slip: ` ${slip.toLowerCase().replaceAll("-", "")} ` });
  });

  test("is void once there is a new one", async () => {
    const old = await invited();
    const fresh = await clerk.units.makeSlip({ person: old.person });
    await expect(signedIn(old)).rejects.toMatchObject({ code: "access/slip-wrong" });
    await signedIn(fresh);
  });

  test("ten times wrong is worth nothing, and only the clerk's next one opens", async () => {
    const slip = await invited();
    for (let time = 0; time < 10; time++)
      await expect(signedIn({ ...slip, slip: "AAAA-AAAA-AAAA" })).rejects.toMatchObject({
        code: "access/slip-wrong",
      });
    await expect(signedIn(slip)).rejects.toMatchObject({ code: "access/throttled", status: 429 });
    await signedIn(await clerk.units.makeSlip({ person: slip.person }));
  });

  test("of one person opens for no other, and who is unknown gets the same answer", async () => {
    const [one, other] = [await invited(), await invited()];
    for (const whose of [{ person: other.person }, { person: "khong-co" }, { council: "khong-co" }])
      await expect(signedIn({ ...one, ...whose })).rejects.toMatchObject({
        code: "access/slip-wrong",
        about: {},
      });
  });

  test("is made by the clerk, for somebody who is there", async () => {
    await expect(clerk.units.makeSlip({ person: "khong-co" })).rejects.toMatchObject({
      code: "person/unknown",
    });
    await expect(teller.units.makeSlip({ person: "kiem-phieu" })).rejects.toMatchObject({
      code: "caller/not-allowed",
    });
  });

  test("is made for many at a time, and who has come in is told", async () => {
    const [one, other] = [await invited(), await invited()];
    const { slips } = await clerk.units.makeSlips({ body: { people: [one.person, other.person] } });
    expect(slips.map(({ person }) => person)).toEqual([one.person, other.person]);
    await expect(signedIn(one)).rejects.toMatchObject({ code: "access/slip-wrong" });
    await signedIn(slips[0] as typeof one);
    const told = new Map((await clerk.units.listSlips({})).map((slip) => [slip.person, slip]));
    expect(told.get(one.person)?.usedAt).toBeDefined();
    await clerk.units.makeSlip({ person: one.person });
    const again = (await clerk.units.listSlips({})).find(({ person }) => person === one.person);
    expect(again).toMatchObject({ cameAt: told.get(one.person)?.usedAt });
    expect(again).not.toHaveProperty("usedAt");
    expect(told.get(other.person)?.usedAt).toBeUndefined();
    expect(Object.keys(told.get(other.person) ?? {})).toEqual(["person", "madeAt"]);
  });

  test("is made for nobody where one of them is unknown", async () => {
    const one = await invited();
    await expect(clerk.units.makeSlips({ body: { people: [one.person, "khong-co"] } })).rejects.toMatchObject(
      { code: "person/unknown" },
    );
    await signedIn(one);
  });

  test.for(["Ngan-1", "khong-chu-hoa-1", "KHONG-CHU-THUONG-1", "Khong-co-so", "KhongCoKyHieu1"])(
    "is not used up by the weak password %s",
    async (weak) => {
      const slip = await invited();
      await expect(nobody.units.firstSignIn({ body: { ...slip, password: weak } })).rejects.toMatchObject({
        code: "caller/password-weak",
        status: 422,
      });
      await signedIn(slip);
    },
  );
});

describe("a person", () => {
  test.for(["scorer", "leader", "agency"] as const)("who is %s has a place", async (role) => {
    const save = clerk.units.savePerson({ person: "khong-noi", body: { name: "Không nơi", role } });
    await expect(save).rejects.toMatchObject({ code: "person/no-unit", status: 422 });
  });

  test("belongs to a unit that is there", async () => {
    const body = { name: "Ở xa", role: "scorer", unit: "khong-co" } as const;
    await expect(clerk.units.savePerson({ person: "o-xa", body })).rejects.toMatchObject({
      code: "unit/unknown",
    });
    await clerk.units.savePerson({ person: "o-xa", body: { ...body, unit: langSon } });
    expect(await clerk.units.listPeople({})).toContainEqual({
      person: "o-xa",
      ...body,
      unit: langSon,
      active: true,
    });
  });

  test("is called by name wherever something was written, and nothing else of them is told", async () => {
    const reader = await join(clerk, "can-bo-doc", { name: "Nông Thị Đọc", role: "scorer", unit: langSon });
    await clerk.units.savePerson({
      person: "chuyen-vien",
      body: { name: "Vi Văn Chấm", role: "agency", agency: "so-noi-vu", active: false },
    });
    const names = await reader.units.listNames({});
    expect(names).toContainEqual({ person: "can-bo-doc", name: "Nông Thị Đọc", unit: langSon });
    expect(names).toContainEqual({ person: "chuyen-vien", name: "Vi Văn Chấm" });
    await expect(operator.units.listNames({})).rejects.toMatchObject({ code: "caller/not-allowed" });
  });

  test("may what the new role may from then on, with the token of before", async () => {
    const { person } = await invited();
    const caller = await signedIn(await clerk.units.makeSlip({ person }));
    await caller.units.listPeople({});
    await clerk.units.savePerson({ person, body: { name: "Nông Thị Hoa", role: "member" } });
    await expect(caller.units.listPeople({})).rejects.toMatchObject({ code: "caller/not-allowed" });
  });

  test("who is deactivated is out at once, and back once active again", async () => {
    const profile = { name: "Lý Văn Páo", role: "auditor" } as const;
    const account = { council: "vhttdl", person: "ly-van-pao", password };
    const auditor = await join(clerk, account.person, profile);
    const { token, renewal = "" } = await nobody.units.signIn({ body: account });
    await auditor.units.listPeople({});

    await clerk.units.savePerson({ person: account.person, body: { ...profile, active: false } });
    await expect(auditor.units.listPeople({})).rejects.toMatchObject({
      code: "caller/deactivated",
      status: 403,
    });
    await expect(nobody.units.signIn({ body: account })).rejects.toMatchObject({ status: 403 });
    await expect(nobody.units.renewSession({ body: { renewal } })).rejects.toMatchObject({ status: 403 });

    await clerk.units.savePerson({ person: account.person, body: { ...profile, active: true } });
    await nobody.units.signIn({ body: account });
    await holding(token).units.listPeople({});
  });

  test("who was deactivated before ever coming in stays out with a slip in hand", async () => {
    const slip = await invited({ active: false });
    const caller = await signedIn(slip);
    await expect(caller.units.readMe({})).rejects.toMatchObject({ code: "caller/deactivated" });
  });

  test("who was clerk and is deactivated runs nothing any more", async () => {
    const profile = { name: "Chuyên viên thứ hai", role: "clerk" } as const;
    const second = await join(clerk, "thuong-truc-2", profile);
    await second.units.saveUnit({ unit: "don-vi-moi", body: { name: "Đơn vị mới", since: 2026 } });
    await clerk.units.savePerson({ person: "thuong-truc-2", body: { ...profile, active: false } });
    const back = second.units.savePerson({ person: "thuong-truc-2", body: { ...profile, active: true } });
    await expect(back).rejects.toMatchObject({ code: "caller/deactivated" });
    await expect(second.units.makeSlip({ person: "thuong-truc-2" })).rejects.toMatchObject({
      code: "caller/deactivated",
    });
  });
});

describe("a session", () => {
  const account = { council: "vhttdl", person: "kiem-phieu", password };

  test("begins with the right password alone; nobody is told whether the name is known", async () => {
    for (const wrong of [{ password: "Sai-mat-khau-1" }, { person: "khong-co" }, { council: "khong-co" }])
      await expect(nobody.units.signIn({ body: { ...account, ...wrong } })).rejects.toMatchObject({
        code: "caller/wrong-password",
        status: 403,
        about: {},
      });
  });

  test("goes on by renewal after its token has ended", async () => {
    moveTo("2026-02-02 08:00");
    const { token, renewal = "", expiresIn } = await nobody.units.signIn({ body: account });
    local.clock.moveTo(Date.now() + (expiresIn + 1) * 1000);
    await expect(holding(token).units.readMe({})).rejects.toMatchObject({ status: 401 });
    const renewed = await nobody.units.renewSession({ body: { renewal } });
    expect(renewed.renewal).toBeUndefined();
    await holding(renewed.token).units.readMe({});
    await expect(nobody.units.renewSession({ body: { renewal: renewed.token } })).rejects.toMatchObject({
      code: "caller/wrong-password",
    });
  });

  test("carries no name of a person, only ids", async () => {
    const { token } = await nobody.units.signIn({ body: account });
    expect(decodeJwt(token)).toMatchObject({ username: "vhttdl:kiem-phieu" });
    expect(JSON.stringify(decodeJwt(token))).not.toMatch(/Tổ kiểm phiếu|Hội đồng|teller/);
  });
});
