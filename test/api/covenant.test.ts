import { beforeAll, describe, expect, test } from "vitest";
import {
  aCluster,
  bacKan,
  type Caller,
  calendar,
  caoBang,
  days,
  haGiang,
  join,
  langSon,
  members,
  moveTo,
  theCouncil,
  tuyenQuang,
  year,
} from "../world.ts";

let clerk: Caller;
let as: (unit: string) => Caller;
let leader: Caller;
beforeAll(async () => {
  ({ clerk, as } = await theCouncil());
  leader = await join(clerk, "lanh-dao-ha-giang", { name: "Lãnh đạo Sở", role: "leader", unit: haGiang });
});

const text = {
  motto: "Đoàn kết, sáng tạo, về đích sớm",
  text: "Các đơn vị thành viên cam kết hoàn thành các chỉ tiêu sau.",
  targets: [
    { text: "Thôn, bản đạt chuẩn văn hóa", measure: "%", value: 85 },
    { text: "Không có đơn thư vượt cấp kéo dài" },
  ],
};
type At = Awaited<ReturnType<typeof aCluster>>;
const write = (at: At, change = {}, who = clerk) =>
  who.rotation.saveCovenant({ ...at, body: { ...text, ...change } });
const sign = (at: At, digest: string, unit: string, who = as(unit)) =>
  who.rotation.signCovenant({ ...at, digest, unit });
const signers = async (at: At) =>
  (await clerk.rotation.readCovenant(at)).signatures.map(({ unit, by }) => [unit, by]);

/** A cluster whose covenant waits to be signed. */
async function aCovenant() {
  const at = await aCluster(clerk, "covenant");
  return { ...(await write(at)), at };
}

describe("the text of a covenant", () => {
  test("is known by a digest of its own, the same for the same text", async () => {
    const { at, digest } = await aCovenant();
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect((await write(at)).digest).toBe(digest);
    expect((await write(at, { targets: [] })).digest).not.toBe(digest);
    expect((await write(at)).digest).toBe(digest);
    expect((await as(bacKan).rotation.readCovenant(at)).covenant).toMatchObject({
      ...at,
      ...text,
      digest,
      by: "thuong-truc",
    });
  });

  test("is written by the head or the clerk, not by a member or after the work is under way", async () => {
    const at = await aCluster(clerk, "covenant");
    await write(at, {}, as(langSon));
    await expect(write(at, {}, as(haGiang))).rejects.toMatchObject({ code: "caller/not-allowed" });
    moveTo(days.scoring);
    await expect(write(at, { motto: "Muộn" })).rejects.toMatchObject({ code: "phase/not-now" });
  });

  test("is not written over by whoever began from an older one", async () => {
    const at = await aCluster(clerk, "covenant");
    const { digest } = await write(at, { was: null }, as(langSon));
    await expect(write(at, { motto: "Của chuyên viên", was: null })).rejects.toMatchObject({
      code: "covenant/changed-meanwhile",
      about: { digest },
    });
    const { digest: next } = await write(at, { motto: "Của chuyên viên", was: digest });
    await expect(write(at, { motto: "Của cụm trưởng", was: digest }, as(langSon))).rejects.toMatchObject({
      code: "covenant/changed-meanwhile",
      about: { digest: next },
    });
  });

  test("may promise another figure for each unit", async () => {
    const at = await aCluster(clerk, "covenant");
    const targets = [{ text: "Thôn, bản", measure: "%", value: 85, byUnit: { [haGiang]: 92.5 } }];
    await write(at, { targets });
    expect((await as(haGiang).rotation.readCovenant(at)).covenant?.targets).toEqual(targets);
  });

  test("changes after a signature only knowingly: who signed signs anew, and is named until then", async () => {
    const { at, digest } = await aCovenant();
    await sign(at, digest, caoBang);
    await sign(at, digest, haGiang);
    const { digest: next } = await write(at, { motto: "Bản sửa", anew: true });
    expect(await signers(at)).toEqual([]);
    const fallen = async () =>
      (await as(bacKan).rotation.readCovenant(at)).fallen.map((one) => [one.unit, one.digest]);
    expect((await fallen()).toSorted()).toEqual([
      [caoBang, digest],
      [haGiang, digest],
    ]);
    await sign(at, next, haGiang);
    expect(await fallen()).toEqual([[caoBang, digest]]);
    expect(await signers(at)).toEqual([[haGiang, haGiang]]);
  });

  test("does not change once somebody has signed it", async () => {
    const { at, digest } = await aCovenant();
    await sign(at, digest, caoBang);
    await expect(write(at, { motto: "Khác" })).rejects.toMatchObject({
      code: "covenant/signed-by-some",
      status: 409,
      about: { unit: caoBang },
    });
    await write(at);
    expect((await clerk.rotation.readCovenant(at)).covenant).toMatchObject({ digest, motto: text.motto });
  });
});

describe("a covenant is signed", () => {
  test("by each member once, each by its own hand", async () => {
    const { at, digest } = await aCovenant();
    for (const unit of members) await sign(at, digest, unit);
    expect((await signers(at)).toSorted()).toEqual(members.map((unit) => [unit, unit]).toSorted());
  });

  test("twice by the same hand with the same answer, by another of the same unit not again", async () => {
    const { at, digest } = await aCovenant();
    await sign(at, digest, haGiang);
    await sign(at, digest, haGiang);
    await expect(sign(at, digest, haGiang, leader)).rejects.toMatchObject({
      code: "covenant/already-signed",
      status: 409,
      about: { unit: haGiang },
    });
    expect(await signers(at)).toEqual([[haGiang, haGiang]]);
  });

  test("for no other unit, not even by the head or the clerk", async () => {
    const { at, digest } = await aCovenant();
    for (const who of [as(langSon), as(tuyenQuang), clerk])
      await expect(sign(at, digest, haGiang, who)).rejects.toMatchObject({ code: "caller/not-allowed" });
    expect(await signers(at)).toEqual([]);
  });

  test("as it stands: the text of yesterday takes no signature", async () => {
    const { at, digest } = await aCovenant();
    const { digest: now } = await write(at, { motto: "Bản cuối" });
    await expect(sign(at, digest, haGiang)).rejects.toMatchObject({
      code: "covenant/changed-meanwhile",
      about: { digest: now },
    });
    await sign(at, now, haGiang);
  });

  test("only where there is one, and while there is time", async () => {
    const { at, digest } = await aCovenant();
    const bare = await aCluster(clerk, "running");
    await expect(sign(bare, digest, haGiang)).rejects.toMatchObject({
      code: "covenant/unknown",
      status: 404,
    });
    moveTo(days.scoring);
    await expect(sign(at, digest, haGiang)).rejects.toMatchObject({
      code: "phase/not-now",
      about: { phase: "scoring" },
    });
  });

  test("for next year while this year is still open", async () => {
    const { at } = await aCovenant();
    moveTo(days.voting);
    const later = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
    const next = Object.fromEntries(Object.entries(calendar).map(([phase, day]) => [phase, later(day)]));
    await clerk.rotation.openYear({ yearNo: year + 1, body: { calendar: next as typeof calendar } });
    const body = { kind: "cụm", name: "Cụm thi đua", members, head: haGiang } as const;
    await clerk.units.saveCluster({ year: year + 1, clusterId: at.cluster, body });
    const following = { ...at, year: year + 1 };

    const { digest } = await write(following, { motto: "Năm sau" }, as(haGiang));
    await sign(following, digest, caoBang);
    expect(await signers(following)).toEqual([[caoBang, caoBang]]);
    expect(await signers(at)).toEqual([]);
    await expect(sign(at, digest, caoBang)).rejects.toMatchObject({ code: "phase/not-now" });
  });
});

describe("what was reached", () => {
  const reach = (at: At, unit: string, values: (number | null)[], who = as(unit)) =>
    who.rotation.saveReached({ ...at, unit, body: { values } });

  test("stands beside the targets, unit by unit, and is corrected by its unit or the clerk", async () => {
    const { at } = await aCovenant();
    moveTo(days.running);
    await reach(at, haGiang, [84.5, null]);
    await reach(at, caoBang, [91, 1]);
    await reach(at, caoBang, [90, 1], clerk);
    const { reached, covenant } = await as(bacKan).rotation.readCovenant(at);
    expect(covenant?.targets).toHaveLength(2);
    expect(reached.map(({ unit, values, by }) => [unit, values, by])).toEqual([
      [caoBang, [90, 1], "thuong-truc"],
      [haGiang, [84.5, null], haGiang],
    ]);
  });

  test("is said by nobody else, of nobody else, and not before the work has begun", async () => {
    const { at } = await aCovenant();
    await expect(reach(at, haGiang, [1, 1])).rejects.toMatchObject({
      code: "phase/not-now",
      about: { phase: "covenant" },
    });
    moveTo(days.running);
    await expect(reach(at, haGiang, [1, 1], as(langSon))).rejects.toMatchObject({
      code: "caller/not-allowed",
    });
    await expect(reach(at, "khong-co", [1, 1], clerk)).rejects.toMatchObject({ code: "unit/unknown" });
    expect((await clerk.rotation.readCovenant(at)).reached).toEqual([]);
  });
});
