import { beforeAll, describe, expect, test, vi } from "vitest";
import { png } from "../picture.ts";
import {
  bacKan,
  type Caller,
  calendar,
  caoBang,
  days,
  haGiang,
  local,
  moveTo,
  nobody,
  theCouncil,
  tuyenQuang,
  year,
} from "../world.ts";
import { ends } from "./asked.ts";

const site = "https://thi-dua.example";
let clerk: Caller;
let as: (unit: string) => Caller;
let teller: Caller;
beforeAll(async () => {
  ({ clerk, as, teller } = await theCouncil());
  moveTo(days.counting);
});

/** The same days a year before. */
const yearBefore = Object.fromEntries(
  Object.entries(calendar).map(([phase, at]) => [phase, at.replace(/^\d+/, (no) => String(Number(no) - 1))]),
);
type Later = Parameters<Caller["nominations"]["revoke"]>[0]["body"];
const award = (decision: string, unit: string = haGiang, change: object = {}) =>
  clerk.nominations.decide({
    ...{ year, decision },
    body: {
      ...{ award: "BK_BT", recipient: { unit }, outcome: "awarded" },
      ...{ number: `${decision}/QĐ-BVHTTDL`, date: "2027-01-10", ...change },
    },
  });
const enter = (decision: string, change: Partial<Later> = {}, who = clerk) =>
  who.nominations.revoke({
    ...{ year, decision },
    body: {
      ...{ does: "revoked", number: "77/QĐ-BVHTTDL", date: "2027-01-15" },
      ...{ reason: "Kê khai thành tích không đúng.", ...change },
    },
  });
const restore = { does: "restored", number: "90/QĐ-BVHTTDL", date: "2027-01-19" } as const;
const inRegister = async (decision: string) =>
  (await as(bacKan).nominations.readRegister({ year })).find((one) => one.decision === decision);

describe("an award", () => {
  test("is revoked by a later decision with number, date and reason; the first stays as it was written", async () => {
    const first = await award("thu-hoi");
    await enter("thu-hoi");
    expect(await inRegister("thu-hoi")).toMatchObject({
      ...first,
      revocations: [
        {
          ...{ no: 1, does: "revoked", number: "77/QĐ-BVHTTDL", date: "2027-01-15", by: "thuong-truc" },
          reason: "Kê khai thành tích không đúng.",
        },
      ],
    });
  });

  test("is revoked once; the same paper entered again is the same entry", async () => {
    await award("mot-lan");
    const first = await enter("mot-lan");
    await expect(enter("mot-lan")).resolves.toEqual(first);
    await expect(enter("mot-lan", { number: "78/QĐ" })).rejects.toMatchObject({
      code: "decision/revoked",
      status: 409,
    });
    expect((await inRegister("mot-lan"))?.revocations).toHaveLength(1);
  });

  test("is given again after that, and may be revoked anew; nothing of it is lost", async () => {
    await award("khoi-phuc");
    await expect(enter("khoi-phuc", restore)).rejects.toMatchObject({ code: "decision/in-force" });
    await enter("khoi-phuc");
    await enter("khoi-phuc", restore);
    await expect(enter("khoi-phuc", { ...restore, number: "91/QĐ" })).rejects.toMatchObject({
      code: "decision/in-force",
    });
    await enter("khoi-phuc", { number: "99/QĐ" });
    expect((await inRegister("khoi-phuc"))?.revocations?.map(({ does, no }) => [no, does])).toEqual([
      [1, "revoked"],
      [2, "restored"],
      [3, "revoked"],
    ]);
  });

  test("two clerks revoke in the same moment is revoked by one of them", async () => {
    await award("cung-luc");
    const heard = await ends(
      enter("cung-luc", { number: "1/QĐ" }),
      enter("cung-luc", { number: "2/QĐ" }),
      enter("cung-luc", { number: "3/QĐ" }),
    );
    expect(heard.toSorted()).toEqual(["decision/revoked", "decision/revoked", "done"]);
    expect((await inRegister("cung-luc"))?.revocations).toHaveLength(1);
  });

  test("nobody was given is not revoked", async () => {
    await award("tu-choi", caoBang, { outcome: "refused" });
    for (const decision of ["tu-choi", "khong-co"])
      await expect(enter(decision)).rejects.toMatchObject({ code: "decision/unknown", status: 404 });
  });

  test("is revoked by the council's clerk alone, never without number, date and reason", async () => {
    await award("ai-duoc");
    for (const who of [as(haGiang), teller])
      await expect(enter("ai-duoc", {}, who)).rejects.toMatchObject({ code: "caller/not-allowed" });
    for (const without of [{ number: "" }, { date: "hôm qua" }, { reason: " " }])
      await expect(enter("ai-duoc", without)).rejects.toMatchObject({ code: "request/malformed" });
  });

  test("that was revoked counts no more towards one that asks for a run of years", async () => {
    const standing = async () => {
      const shown = await clerk.nominations.listNominations({ year, cluster: "cum-lien-tuc" });
      return shown[0]?.checks.find(({ figure }) => figure?.what === "years")?.figure?.is;
    };
    moveTo("2026-02-02 08:00");
    await clerk.rotation.openYear({ yearNo: year - 1, body: { calendar: yearBefore as typeof calendar } });
    await clerk.units.saveCluster({
      ...{ year, clusterId: "cum-lien-tuc" },
      body: { kind: "cụm", name: "Cụm liên tục", members: [haGiang, tuyenQuang], head: haGiang },
    });
    await clerk.nominations.decide({
      ...{ year: year - 1, decision: "nam-truoc" },
      body: {
        ...{ award: "CSTDCS", recipient: { person: "Vàng Thị Mai", unit: haGiang }, outcome: "awarded" },
        ...{ number: "5/QĐ", date: "2026-01-10" },
      },
    });
    moveTo(days.voting);
    await clerk.nominations.nominate({
      ...{ year, cluster: "cum-lien-tuc", nomination: "dn-1" },
      body: { award: "CSTD_BT", recipient: { person: "Vàng Thị Mai", unit: haGiang } },
    });
    expect(await standing()).toBe(1);
    await clerk.nominations.revoke({
      ...{ year: year - 1, decision: "nam-truoc" },
      body: { does: "revoked", number: "77/QĐ", date: "2026-12-15", reason: "Kê khai sai." },
    });
    expect(await standing()).not.toBe(1);
  });
});

describe("what everybody reads", () => {
  const read = async (path: string) => (await fetch(local.url + path)).text();
  async function publish() {
    const body = { site, parts: ["register"] as const };
    const { digest } = await clerk.publishing.previewPage({
      year,
      page: "honours",
      body: { ...body, parts: ["register"] },
    });
    await clerk.publishing.publishPage({
      ...{ year, page: "honours" },
      body: { site, parts: ["register"], digest, pictures: { vi: png() } },
    });
  }
  const onDesk = () => clerk.publishing.readPublication({ year, page: "honours" });
  const check = async (mark: string) => {
    // What a process remembers of the registers is read anew after that.
    local.clock.moveTo(Date.now() + 60_000);
    return (await nobody.publishing.checkAward({ council: "vhttdl", mark })).found[0];
  };

  test("tells of a revoked award by which decision, once published anew; until then the clerk is told", async () => {
    moveTo("2027-01-25 08:00");
    await award("cong-khai", tuyenQuang);
    await publish();
    await expect(onDesk()).resolves.toMatchObject({ changed: false, revoked: 0 });
    expect(await check("cong-khai-qd-bvhttdl")).not.toHaveProperty("revoked");

    local.clock.moveTo(Date.now() + 60_000);
    await enter("cong-khai", { number: "812/QĐ-BVHTTDL" });
    await expect(onDesk()).resolves.toMatchObject({ changed: true, revoked: 1 });
    expect(await read(`/c/vhttdl/${year}`)).not.toContain("812/QĐ-BVHTTDL");
    // Whoever holds the paper is told at once: the register itself is asked.
    await toldSoon({ revoked: { number: "812/QĐ-BVHTTDL", date: "2027-01-15" } });

    await publish();
    await expect(onDesk()).resolves.toMatchObject({ changed: false, revoked: 0 });
    const page = await read(`/c/vhttdl/${year}`);
    expect(page).toContain("Đã thu hồi theo Quyết định số 812/QĐ-BVHTTDL ngày 15/01/2027.");
    expect(page).toContain("<s>Bằng khen của Bộ, ban, ngành, tỉnh</s>");
    expect(page).not.toContain("Kê khai thành tích không đúng");
    expect(await read(`/c/vhttdl/en/${year}`)).toContain(
      "Revoked by Decision 812/QĐ-BVHTTDL of 15 January 2027.",
    );

    local.clock.moveTo(Date.now() + 60_000);
    await enter("cong-khai", restore);
    await publish();
    const again = await read(`/c/vhttdl/${year}`);
    expect(again).toContain("Đã khôi phục theo Quyết định số 90/QĐ-BVHTTDL ngày 19/01/2027.");
    expect(again).not.toContain("812/QĐ-BVHTTDL");
    await toldSoon({ restored: { number: restore.number, date: restore.date } });
  });

  /** The edge may give an answer for two seconds more. */
  const toldSoon = (said: object) =>
    vi.waitFor(async () => expect(await check("cong-khai-qd-bvhttdl")).toMatchObject(said), {
      timeout: 8_000,
      interval: 500,
    });
});

describe("a year that is closed", () => {
  test("takes revocations still, and its seal stays; one before the closing is under the seal", async () => {
    const sealOf = async (council: string, revokes: boolean) => {
      ({ clerk, as, teller } = await theCouncil(council));
      moveTo(days.counting);
      await award("truoc", haGiang);
      if (revokes) await enter("truoc");
      moveTo(days.closed);
      await local.runSchedules("Closing");
      const { seal, state } = await clerk.closing.readClosing({ yearNo: year });
      expect(state).toBe("closed");
      return seal;
    };
    const plain = await sealOf("khong-thu-hoi", false);
    await enter("truoc");
    await enter("truoc", restore);
    expect((await inRegister("truoc"))?.revocations).toHaveLength(2);
    expect((await clerk.closing.readClosing({ yearNo: year })).seal).toBe(plain);
    expect(await sealOf("co-thu-hoi", true)).not.toBe(plain);
    expect(await sealOf("khong-thu-hoi-nua", false)).toBe(plain);
  });
});
