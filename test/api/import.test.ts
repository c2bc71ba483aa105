import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { watchedEngine } from "../watched-engine.ts";
import type { Caller } from "../world.ts";

const engine = await watchedEngine();
process.env["AWS_ENDPOINT_URL_DYNAMODB"] = engine.endpoint;
process.env["AWS_MAX_ATTEMPTS"] = "1";
const { members, signedIn, theCouncil } = await import("../world.ts");
afterAll(() => engine.stop());

let clerk: Caller;
beforeAll(async () => {
  ({ clerk } = await theCouncil());
});

const stage = (id: string, csv: string, kind: "units" | "people" = "units", only?: "try") =>
  clerk.units.stageImport({ import: id, body: { kind, csv, ...(only && { only }) } });

async function applied(id: string) {
  for (let again = 0; again < 20; again++)
    if ((await clerk.units.applyImport({ import: id })).state === "current") return;
  throw new Error("The import never became current.");
}

const communes = (count: number, prefix = "xa") =>
  ["Mã;Tên", ...Array.from({ length: count }, (_, at) => `${prefix}-${at + 1};Xã số ${at + 1}`)].join("\r\n");

const unitsSeen = async () => (await clerk.units.listUnits({})).map(({ unit }) => unit);

describe("a table of units", () => {
  test("is told every fault by row, with the likely repair, and writes nothing", async () => {
    const decomposed = "Xã Đông".normalize("NFD");
    const { faults, import: staged } = await stage(
      "loi",
      [
        "Mã,Tên",
        "xa-1,Xã Một",
        "xa-1,Xã Một nữa",
        "Xã Hai,Xã Hai",
        `xa-3,${decomposed}`,
        "xa-4, Xã  Bốn ",
        "xa-5,",
      ].join("\n"),
    );
    expect(staged).toBeUndefined();
    expect(faults.map(({ row, column, fault, mend }) => [row, column, fault, mend])).toEqual([
      [3, "id", "duplicate", "xa-1-2"],
      [4, "id", "bad-code", "xa-hai"],
      [5, "name", "not-composed", "Xã Đông"],
      [6, "name", "stray-spaces", "Xã Bốn"],
      [7, "name", "missing", undefined],
    ]);
    expect(await unitsSeen()).toEqual(members.toSorted());
  });

  test("may be tried without being kept", async () => {
    expect(await stage("thu", communes(3), "units", "try")).toEqual({ count: 3, kept: 0, faults: [] });
    await expect(clerk.units.applyImport({ import: "thu" })).rejects.toMatchObject({
      code: "import/unknown",
    });
  });

  test("comes in all at once: nothing is seen before the last write", async () => {
    await stage("xa", `\uFEFF${communes(1200)}`);
    expect(await unitsSeen()).toHaveLength(members.length);
    await applied("xa");
    expect(await unitsSeen()).toHaveLength(members.length + 1200);
  });

  test("is gone on with after a kill, or undone and brought in anew", async () => {
    const before = await unitsSeen();
    await stage("phuong", communes(60, "phuong"));
    engine.arm({ at: 40, when: "after" });
    await expect(clerk.units.applyImport({ import: "phuong" })).rejects.toMatchObject({ code: "server/bug" });
    engine.arm();
    expect(vi.mocked(console.error)).toHaveBeenCalledOnce();
    vi.mocked(console.error).mockClear();
    expect(await unitsSeen()).toEqual(before);
    await clerk.units.undoImport({ import: "phuong" });
    await stage("phuong-2", communes(60, "phuong"));
    await applied("phuong-2");
    expect(await unitsSeen()).toHaveLength(before.length + 60);
  });

  test("is undone after it came in, as long as nothing rests on it", async () => {
    const before = await unitsSeen();
    await stage("to", communes(3, "to"));
    await applied("to");
    expect(await unitsSeen()).toHaveLength(before.length + 3);
    await clerk.units.undoImport({ import: "to" });
    expect(await unitsSeen()).toEqual(before);

    await stage("to-2", communes(3, "to"));
    await applied("to-2");
    await clerk.units.savePerson({
      person: "cua-to",
      body: { name: "Của Tổ", role: "scorer", unit: "to-2" },
    });
    await expect(clerk.units.undoImport({ import: "to-2" })).rejects.toMatchObject({
      code: "import/in-use",
      about: { count: 1, first: "to-2" },
    });
    expect(await unitsSeen()).toHaveLength(before.length + 3);
  });

  test("leaves those there already under the same name as they are, and says whose code another name would take", async () => {
    const csv = ["Mã,Tên", "ha-giang,sở vhttdl hà giang", "lang-son,Sở VHTTDL Lạng Giang"].join("\n");
    expect(await stage("co-roi", csv)).toMatchObject({
      kept: 1,
      faults: [{ row: 3, column: "id", fault: "taken", mend: "lang-son-2" }],
    });
  });

  test("that is none is refused", async () => {
    await expect(stage("hong", '"Mã,Tên\nxa"x,"')).rejects.toMatchObject({ code: "import/no-table" });
    const { faults } = await stage("thieu", "Cột,Khác\n1,2");
    expect(faults.map(({ fault, column }) => [fault, column])).toEqual([
      ["column-missing", "id"],
      ["column-missing", "name"],
    ]);
  });
});

describe("a table of people", () => {
  test("names unknown units and roles, and brings in who can then sign in with a slip", async () => {
    const head = "Tên đăng nhập,Họ tên,Vai trò,Đơn vị";
    const { faults } = await stage(
      "nguoi-loi",
      [head, "an,An,Chấm điểm,xa-la", "binh,Bình,Vua,", "chi,Chi,scorer,"].join("\n"),
      "people",
    );
    expect(faults.map(({ row, column, fault }) => [row, column, fault])).toEqual([
      [2, "unit", "unknown-unit"],
      [3, "role", "unknown-role"],
      [4, "unit", "missing"],
    ]);
    await stage("nguoi", [head, "an,Nguyễn Văn An,Chấm điểm,ha-giang"].join("\n"), "people");
    await expect(clerk.units.makeSlip({ person: "an" })).rejects.toMatchObject({ code: "person/unknown" });
    await applied("nguoi");
    const an = await signedIn(await clerk.units.makeSlip({ person: "an" }));
    expect((await an.units.readMe({})).person).toMatchObject({ role: "scorer", unit: "ha-giang" });
    await expect(clerk.units.undoImport({ import: "nguoi" })).rejects.toMatchObject({
      code: "import/in-use",
      about: { first: "an" },
    });
  });

  test("finds a unit by its name, however it is written, and is undone before anybody came in", async () => {
    const head = "Họ và tên cán bộ,Tên đăng nhập,Vai trò,Đơn vị công tác,Ghi chú";
    await stage(
      "theo-ten",
      [head, "Lò Thị Mai,mai,Cán bộ chấm điểm,sở vhttdl CAO BẰNG,mới"].join("\n"),
      "people",
    );
    await applied("theo-ten");
    const people = await clerk.units.listPeople({});
    expect(people.find(({ person }) => person === "mai")).toMatchObject({ role: "scorer", unit: "cao-bang" });
    await clerk.units.makeSlip({ person: "mai" });
    await clerk.units.undoImport({ import: "theo-ten" });
    expect((await clerk.units.listPeople({})).map(({ person }) => person)).not.toContain("mai");
  });
});
