import { beforeAll, describe, expect, test } from "vitest";
import { nameIn, type Unit } from "#domain/unit.ts";
import {
  aCluster,
  at,
  bacKan,
  type Caller,
  calendar,
  caoBang,
  days,
  found,
  haGiang,
  langSon,
  members,
  moveTo,
  theCouncil,
  tuyenQuang,
  year,
} from "../world.ts";

let clerk: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, as } = await theCouncil());
});

const save = (clusterId: string, settings: Partial<Parameters<Caller["units"]["saveCluster"]>[0]["body"]>) =>
  clerk.units.saveCluster({ year, clusterId, body: { kind: "khối", name: "Khối", members, ...settings } });

describe("a cluster", () => {
  test("is read by its members as the clerk wrote it, and runs by the council's calendar", async () => {
    const at = await aCluster(clerk, "covenant");
    const cluster = await as(caoBang).units.readCluster(at);
    expect(cluster).toMatchObject({
      ...at,
      members,
      head: langSon,
      deputies: [tuyenQuang],
      calendar,
      moves: [],
    });
    expect(await as(caoBang).units.listClusters({ year })).toContainEqual(cluster);
  });

  test("of kind khối may sit inside a cụm, not inside another khối or nothing", async () => {
    const { cluster: cum } = await aCluster(clerk, "covenant");
    await expect(save("khoi-trong", { within: cum, members: [langSon] })).resolves.toMatchObject({
      within: cum,
    });
    for (const within of ["khoi-trong", "khong-co"])
      await expect(save("khoi-sau", { within })).rejects.toMatchObject({
        code: "cluster/unknown",
        status: 404,
      });
  });

  test.for([
    ["a head that is no member", { members: [langSon], head: caoBang }, "cluster/head-no-member", caoBang],
    [
      "a deputy that is no member",
      { members: [langSon], deputies: [caoBang] },
      "cluster/head-no-member",
      caoBang,
    ],
    ["a member twice", { members: [langSon, caoBang, langSon] }, "cluster/member-twice", langSon],
    ["a deputy who is head as well", { head: langSon, deputies: [langSon] }, "cluster/member-twice", langSon],
    ["a unit nobody knows", { members: [langSon, "khong-co"] }, "unit/unknown", "khong-co"],
  ] as const)("has not %s", async ([, settings, code, unit]) => {
    await expect(save("khoi-sai", settings as object)).rejects.toMatchObject({
      code,
      status: code === "unit/unknown" ? 404 : 422,
      about: { unit },
    });
    await expect(clerk.units.readCluster({ year, cluster: "khoi-sai" })).rejects.toMatchObject({
      code: "cluster/unknown",
    });
  });

  test("has no unit of another council, though it bears the id", async () => {
    const other = await found("hoi-dong-khac");
    await other.rotation.openYear({ yearNo: year, body: { calendar } });
    await other.units.saveUnit({ unit: "so-noi-vu", body: { name: "Sở Nội vụ", since: year } });
    await expect(save("khoi-la", { members: ["so-noi-vu"] })).rejects.toMatchObject({ code: "unit/unknown" });
    const body = { kind: "khối", name: "Khối", members: [langSon] } as const;
    await expect(
      other.units.saveCluster({ year, clusterId: "khoi-la", body: { ...body, members: [langSon] } }),
    ).rejects.toMatchObject({ code: "unit/unknown" });
  });

  test("is scored by no table that is not published", async () => {
    const scheme = { scheme: "khong-co", no: 1 };
    await expect(save("khoi-som", { scheme })).rejects.toMatchObject({
      code: "scheme/not-published",
      about: scheme,
    });
  });

  test("without a table has no sheets yet", async () => {
    await save("khoi-chua-co-bang", {});
    const sheet = { year, cluster: "khoi-chua-co-bang", unit: langSon };
    await expect(clerk.scoring.readSheet(sheet)).rejects.toMatchObject({ code: "scheme/not-published" });
  });

  test("is not there in a year that nobody opened", async () => {
    const body = { kind: "cụm", name: "Cụm", members } as const;
    await expect(clerk.units.saveCluster({ year: 2040, clusterId: "cum-x", body })).rejects.toMatchObject({
      code: "year/unknown",
    });
  });

  test("is for its own members and the council's officers", async () => {
    await save("khoi-hep", { members: [langSon, caoBang] });
    await as(caoBang).units.readCluster({ year, cluster: "khoi-hep" });
    const read = as(haGiang).units.readCluster({ year, cluster: "khoi-hep" });
    await expect(read).rejects.toMatchObject({ code: "caller/not-allowed" });
  });
});

describe("a unit", () => {
  const name = (unit: string, name: string, since: number) =>
    clerk.units.saveUnit({ unit, body: { name, since } });
  const bornIn = (unit: Unit, ...years: number[]) => years.map((year) => nameIn(unit, year));

  test("keeps its old name in the years before the new one", async () => {
    await name("so-van-hoa", "Sở Văn hóa", 2020);
    const unit = await name("so-van-hoa", "Sở Văn hóa, Thể thao và Du lịch", 2025);
    expect(bornIn(unit, 2019, 2024, 2025, 2026)).toEqual([
      "Sở Văn hóa",
      "Sở Văn hóa",
      "Sở Văn hóa, Thể thao và Du lịch",
      "Sở Văn hóa, Thể thao và Du lịch",
    ]);
  });

  test("whose name was mistyped bears the right one from the same year on", async () => {
    await name("so-cong-thuong", "Sở Công Thuơng", 2021);
    const { names } = await name("so-cong-thuong", "Sở Công Thương", 2021);
    expect(names).toEqual([{ name: "Sở Công Thương", since: 2021 }]);
  });

  test("that went into another stays with its name, and says where it went", async () => {
    const unit = bacKan;
    const legalBasis = "Nghị quyết 202/2025/QH15";
    await clerk.units.mergeUnit({ unit, body: { successor: caoBang, since: 2027, legalBasis } });
    expect((await as(haGiang).units.listUnits({})).find((one) => one.unit === unit)).toEqual({
      unit,
      names: [{ name: "Sở VHTTDL Bắc Kạn", since: year }],
      successor: { unit: caoBang, since: 2027, legalBasis },
    });
  });

  test("goes into no unit that went into it, nor into itself, nor into one nobody knows", async () => {
    for (const unit of ["a-1", "a-2", "a-3"]) await name(unit, `Đơn vị ${unit}`, 2020);
    const merge = (unit: string, successor: string) =>
      clerk.units.mergeUnit({ unit, body: { successor, since: 2026 } });
    await merge("a-1", "a-2");
    await merge("a-2", "a-3");
    await expect(merge("a-3", "a-1")).rejects.toMatchObject({ code: "unit/successor-circle", status: 422 });
    await expect(merge("a-3", "a-3")).rejects.toMatchObject({ code: "unit/successor-circle" });
    await expect(merge("a-3", "khong-co")).rejects.toMatchObject({ code: "unit/unknown" });
    await expect(merge("khong-co", "a-3")).rejects.toMatchObject({ code: "unit/unknown" });
  });
});

describe("a year", () => {
  test("may be open beside another", async () => {
    const next = Object.fromEntries(
      Object.entries(calendar).map(([phase, day]) => [
        phase,
        `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`,
      ]),
    );
    await clerk.rotation.openYear({ yearNo: year + 1, body: { calendar: next as typeof calendar } });
    const { years } = await as(caoBang).units.readMe({});
    expect(years).toMatchObject([
      { year, state: "open" },
      { year: year + 1, state: "open", runs: "calendar" },
    ]);
  });

  test("may follow the school year", async () => {
    const school = {
      running: at("2026-09-05 00:00"),
      scoring: at("2027-05-10 00:00"),
      review: at("2027-05-25 00:00"),
      voting: at("2027-06-10 07:00"),
      counting: at("2027-06-10 17:00"),
      closed: at("2027-06-30 17:00"),
    };
    const body = { runs: "school", name: "Năm học 2026–2027", calendar: school } as const;
    const other = await found("so-giao-duc");
    await expect(other.rotation.openYear({ yearNo: year, body })).resolves.toEqual({
      year,
      ...body,
      saved: { by: "thuong-truc", at: at(days.covenant), times: 1 },
      state: "open",
    });
    expect((await other.units.readMe({})).years).toMatchObject([{ runs: "school", calendar: school }]);
  });

  test("that is open has its days moved with a reason only; who moved which, and why, stays with it", async () => {
    const other = await found("so-giao-thong");
    const open = (change: Partial<Parameters<Caller["rotation"]["openYear"]>[0]["body"]>) =>
      other.rotation.openYear({ yearNo: year, body: { calendar, ...change } });
    await open({});
    moveTo(days.scoring);
    const later = { ...calendar, voting: at("2027-01-24 07:00"), counting: at("2027-01-24 16:00") };
    await expect(open({ calendar: later })).rejects.toMatchObject({
      code: "year/no-reason",
      status: 422,
      about: { phases: ["voting", "counting"] },
    });
    expect(await open({ motto: "Đoàn kết" })).not.toHaveProperty("moves");

    const reason = "Hội nghị lùi một tuần.";
    const by = { reason, by: "thuong-truc", at: at(days.scoring) };
    const { moves } = await open({ calendar: later, reason });
    expect(moves).toEqual([
      { phase: "voting", was: calendar.voting, starts: later.voting, ...by },
      { phase: "counting", was: calendar.counting, starts: later.counting, ...by },
    ]);
    await open({ calendar: later });
    expect((await other.units.readMe({})).years).toMatchObject([{ calendar: later, moves }]);
  });

  test("has no phase that begins before the one ahead of it", async () => {
    const body = { calendar: { ...calendar, review: at("2026-11-01 00:00") } };
    await expect(clerk.rotation.openYear({ yearNo: 2030, body })).rejects.toMatchObject({
      code: "request/malformed",
    });
    expect((await clerk.units.readMe({})).years.map((one) => one.year)).not.toContain(2030);
  });
});

describe("a deadline", () => {
  test("is moved by a decision of the clerk's, with a reason that stays", async () => {
    const cluster = await aCluster(clerk, "scoring");
    const move = {
      phase: "review",
      starts: at("2026-12-27 17:00"),
      reason: "Bão số 13, nhiều đơn vị mất điện.",
    } as const;
    await clerk.rotation.moveDeadline({ ...cluster, body: move });
    const { calendar: moved, moves } = await as(haGiang).units.readCluster(cluster);
    expect(moved).toEqual({ ...calendar, review: move.starts });
    expect(moves).toEqual([{ ...move, was: calendar.review, by: "thuong-truc", at: at(days.scoring) }]);
    expect((await clerk.units.readMe({})).years[0]?.calendar).toEqual(calendar);
  });

  test("is not moved by the head, without a reason, or past the next one", async () => {
    const cluster = await aCluster(clerk, "scoring");
    const body = { phase: "review", starts: at("2026-12-27 17:00"), reason: "Gia hạn." } as const;
    const move = (who: Caller, change = {}) =>
      who.rotation.moveDeadline({ ...cluster, body: { ...body, ...change } });
    await expect(move(as(langSon))).rejects.toMatchObject({ code: "caller/not-allowed" });
    await expect(move(clerk, { reason: " " })).rejects.toMatchObject({ code: "request/malformed" });
    await expect(move(clerk, { starts: at("2027-02-01 00:00") })).rejects.toMatchObject({
      code: "phase/order",
      status: 422,
    });
    expect((await clerk.units.readCluster(cluster)).moves).toEqual([]);
  });

  test("moved for one cluster stands where it was for the others", async () => {
    const [one, other] = [await aCluster(clerk, "scoring"), await aCluster(clerk, "scoring")];
    await clerk.rotation.moveDeadline({
      ...one,
      body: { phase: "review", starts: at("2026-12-27 17:00"), reason: "Gia hạn." },
    });
    moveTo(days.review);
    const phases = await Promise.all(
      [one, other].map(async (at) => (await clerk.scoring.readBoard(at)).phase),
    );
    expect(phases).toEqual(["scoring", "review"]);
  });
});
