import { beforeAll, describe, expect, test } from "vitest";
import {
  aCluster,
  bacKan,
  type Caller,
  caoBang,
  days,
  haGiang,
  langSon,
  moveTo,
  theCouncil,
} from "../world.ts";

let clerk: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, as } = await theCouncil());
});

type At = { year: number; cluster: string; movement: string };
type Brought = Parameters<Caller["movements"]["contribute"]>[0]["body"];

/** A movement under way in a cluster of its own. */
async function aMovement(): Promise<At> {
  const at = { ...(await aCluster(clerk, "running")), movement: "tu-sach" };
  const body = {
    name: "Tủ sách cho em",
    goal: "Mỗi trường một tủ sách",
    from: "2026-05-19",
    to: "2026-11-20",
  };
  await as(langSon).movements.saveMovement({ ...at, body });
  return at;
}

const books = (unit: string, value: number, more: Partial<Brought> = {}): Brought => ({
  unit,
  metric: "Sách tặng",
  measure: "cuốn",
  value,
  ...more,
});
let contributions = 0;
const bring = (at: At, body: Brought, who = as(body.unit), contribution = `lan-${++contributions}`) =>
  who.movements.contribute({ ...at, contribution, body });
const shown = async (at: At) => {
  const [movement] = await as(bacKan).movements.listMovements(at);
  if (!movement) throw new Error("No movement is shown.");
  return movement;
};

test("a movement is launched by the head and read by every member", async () => {
  const at = await aMovement();
  expect(await shown(at)).toEqual({
    movement: {
      ...at,
      name: "Tủ sách cho em",
      kind: "thematic",
      goal: "Mỗi trường một tủ sách",
      from: "2026-05-19",
      to: "2026-11-20",
    },
    contributions: [],
    totals: [],
    byUnit: {},
  });
  const rename = as(haGiang).movements.saveMovement({ ...at, body: { name: "Khác" } });
  await expect(rename).rejects.toMatchObject({ code: "caller/not-allowed" });
});

test("a movement keeps its kind when the rest of it is written anew", async () => {
  const at = await aMovement();
  await clerk.movements.saveMovement({ ...at, body: { name: "Tủ sách", kind: "regular" } });
  await clerk.movements.saveMovement({ ...at, body: { name: "Tủ sách cho em" } });
  expect((await shown(at)).movement).toMatchObject({ name: "Tủ sách cho em", kind: "regular" });
});

describe("what units bring", () => {
  test("adds up by unit and for the cluster, each measure by itself", async () => {
    const at = await aMovement();
    await bring(at, books(haGiang, 641));
    await bring(at, books(haGiang, 59));
    await bring(at, books(caoBang, 300));
    await bring(at, { unit: caoBang, metric: "Quyên góp", measure: "triệu đồng", value: 33.8 });
    await bring(at, { unit: haGiang, metric: "Quyên góp", measure: "triệu đồng", value: 0.1 });
    const { totals, byUnit } = await shown(at);
    expect(totals).toMatchObject([
      { metric: "Sách tặng", measure: "cuốn", value: 1000 },
      { metric: "Quyên góp", measure: "triệu đồng", value: 33.9 },
    ]);
    expect(byUnit[haGiang]).toMatchObject([{ value: 700 }, { value: 0.1 }]);
    expect(byUnit[caoBang]).toMatchObject([{ value: 300 }, { value: 33.8 }]);
    expect(Object.keys(byUnit)).toHaveLength(2);
  });

  test("is compared with last year where every part of it is known", async () => {
    const at = await aMovement();
    await bring(at, books(haGiang, 641, { lastYear: 500 }));
    await bring(at, books(caoBang, 300, { lastYear: 300 }));
    expect((await shown(at)).totals).toMatchObject([{ value: 941, changePercent: 17.6 }]);
    await bring(at, books(bacKan, 100));
    const { totals, byUnit } = await shown(at);
    expect(totals).toMatchObject([{ value: 1041, changePercent: null }]);
    expect(byUnit[haGiang]).toMatchObject([{ changePercent: 28.2 }]);
    expect(byUnit[bacKan]).toMatchObject([{ changePercent: null }]);
  });

  test("is a lower bound as soon as one part of it is, and after a year of nothing no percentage", async () => {
    const at = await aMovement();
    await bring(at, books(haGiang, 600, { atLeast: true, lastYear: 0 }));
    await bring(at, books(caoBang, 20, { lastYear: 0 }));
    expect((await shown(at)).totals).toMatchObject([{ value: 620, atLeast: true, changePercent: null }]);
    expect((await shown(at)).byUnit[caoBang]).toMatchObject([{ atLeast: false }]);
  });

  test("stays with who said it and what proves it", async () => {
    const at = await aMovement();
    const body = books(haGiang, 641, { date: "2026-10-10", source: "Báo cáo 215/BC-SVHTTDL" });
    await bring(at, body, clerk, "lan-dau");
    expect((await shown(at)).contributions).toMatchObject([
      { ...body, contribution: "lan-dau", by: "thuong-truc" },
    ]);
  });

  test("is brought for one's own unit alone", async () => {
    const at = await aMovement();
    for (const who of [as(caoBang), as(langSon)])
      await expect(bring(at, books(haGiang, 10), who)).rejects.toMatchObject({
        code: "sheet/not-yours",
        status: 403,
        about: { unit: haGiang },
      });
    expect((await shown(at)).contributions).toEqual([]);
  });

  test("under the same id counts once, and another figure under it is refused", async () => {
    const at = await aMovement();
    await bring(at, books(haGiang, 641), as(haGiang), "lan-1");
    await bring(at, books(haGiang, 641), as(haGiang), "lan-1");
    await expect(bring(at, books(haGiang, 650), as(haGiang), "lan-1")).rejects.toMatchObject({
      code: "movement/contribution-exists",
      status: 409,
    });
    await expect(bring(at, books(caoBang, 641), as(caoBang), "lan-1")).rejects.toMatchObject({
      code: "movement/contribution-exists",
    });
    expect((await shown(at)).totals).toMatchObject([{ value: 641 }]);
  });

  test("belongs to a movement that was launched and a member of the cluster", async () => {
    const at = await aMovement();
    await expect(bring({ ...at, movement: "khong-co" }, books(haGiang, 1))).rejects.toMatchObject({
      code: "movement/unknown",
    });
    await expect(bring(at, books("khong-co", 1), clerk)).rejects.toMatchObject({ code: "unit/unknown" });
  });

  test("is a number of this world, and comes before the year is over", async () => {
    const at = await aMovement();
    for (const value of [-1, 1.23456, 1e30, Number.NaN])
      await expect(bring(at, books(haGiang, value))).rejects.toMatchObject({ code: "request/malformed" });
    moveTo(days.closed);
    await expect(bring(at, books(haGiang, 1))).rejects.toMatchObject({ code: "year/closed" });
  });
});

describe("a contribution entered by mistake", () => {
  const withdraw = (at: At, who: Caller, contribution = "lan-dau", body = { reason: "Nhập nhầm số." }) =>
    who.movements.withdraw({ ...at, contribution, body });

  test("is withdrawn by its unit: it stays to be read, with who did it and why, and counts no more", async () => {
    const at = await aMovement();
    await bring(at, books(haGiang, 6410), as(haGiang), "lan-dau");
    await bring(at, books(haGiang, 641), as(haGiang), "lan-sau");
    await bring(at, books(caoBang, 59));
    await withdraw(at, as(haGiang));
    await withdraw(at, as(haGiang));
    const { totals, byUnit, contributions } = await shown(at);
    expect(totals).toMatchObject([{ value: 700 }]);
    expect(byUnit[haGiang]).toMatchObject([{ value: 641 }]);
    expect(contributions.find(({ contribution }) => contribution === "lan-dau")).toMatchObject({
      value: 6410,
      withdrawn: { reason: "Nhập nhầm số.", by: haGiang },
    });
  });

  test("is gone from the sums of a unit that brought nothing else", async () => {
    const at = await aMovement();
    await bring(at, books(haGiang, 641), as(haGiang), "lan-dau");
    await withdraw(at, clerk);
    expect(await shown(at)).toMatchObject({ totals: [], byUnit: {} });
  });

  test("is withdrawn by nobody else, save the standing office", async () => {
    const at = await aMovement();
    await bring(at, books(haGiang, 641), as(haGiang), "lan-dau");
    for (const unit of [caoBang, langSon])
      await expect(withdraw(at, as(unit))).rejects.toMatchObject({ code: "sheet/not-yours" });
    await expect(withdraw(at, as(haGiang), "khong-co")).rejects.toMatchObject({
      code: "movement/contribution-unknown",
      status: 404,
    });
    moveTo(days.closed);
    await expect(withdraw(at, as(haGiang))).rejects.toMatchObject({ code: "year/closed" });
    expect((await shown(at)).totals).toMatchObject([{ value: 641 }]);
  });
});
