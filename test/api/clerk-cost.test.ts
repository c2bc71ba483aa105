import { afterAll, beforeAll, expect, test } from "vitest";
import { watchedEngine } from "../watched-engine.ts";
import type { Caller } from "../world.ts";

const engine = await watchedEngine();
process.env["AWS_ENDPOINT_URL_DYNAMODB"] = engine.endpoint;
const { aCluster, bacKan, haGiang, langSon, moveTo, nobody, theCouncil, year } = await import("../world.ts");
afterAll(() => engine.stop());

let clerk: Caller;
beforeAll(async () => {
  ({ clerk } = await theCouncil());
});

/** What was asked of the database while somebody did something; the door's own reading left out. */
async function costOf(work: () => Promise<unknown>) {
  await clerk.units.readMe({});
  engine.take();
  await work();
  const asked = engine.take();
  const sum = (of: "read" | "write") => asked.reduce((total, each) => total + each[of], 0);
  return { asked, read: sum("read"), write: sum("write") };
}

test("reminding four who are late costs four write units, and again that day none", async () => {
  const at = await aCluster(clerk, "scoring", {
    members: [langSon, haGiang, bacKan, "cao-bang"],
    deputies: [],
  });
  expect((await costOf(() => clerk.rotation.remind({ ...at, body: {} }))).write).toBe(4);
  expect((await costOf(() => clerk.rotation.remind({ ...at, body: {} }))).write).toBe(0);
});

test("units of many places are put into one cluster by one write", async () => {
  const a = await aCluster(clerk, "covenant");
  const b = await aCluster(clerk, "covenant", { members: [langSon], deputies: [] });
  const places = { [haGiang]: b.cluster, [bacKan]: b.cluster };
  const { asked } = await costOf(() => clerk.units.placeUnits({ year, body: { places } }));
  expect(asked.filter(({ write }) => write > 0)).toHaveLength(1);
  expect((await clerk.units.readCluster(a)).members).not.toContain(haGiang);
});

test("of what was not touched on the days asked about no history is read", async () => {
  const at = await aCluster(clerk, "covenant");
  for (const motto of ["một", "hai", "ba"])
    await clerk.rotation.saveCovenant({ ...at, body: { motto, targets: [] } });
  const histories = async (days: { from: string; to: string }) => {
    const { asked } = await costOf(() => clerk.rotation.readTrail({ ...at, ...days }));
    return asked.filter(({ partition }) => partition.includes("#HISTORY#")).length;
  };
  moveTo("2026-12-10 08:00");
  expect(await histories({ from: "2026-12-01", to: "2026-12-31" })).toBe(0);
  expect(await histories({ from: "2026-03-01", to: "2026-03-31" })).toBe(1);
});

test("whoever comes in costs one write unit of their own item, and again within ten minutes none", async () => {
  moveTo("2026-12-11 07:50");
  const signIn = () =>
    nobody.units.signIn({ body: { council: "vhttdl", person: haGiang, password: "Thi-dua-ai-quoc-1948" } });
  const first = await costOf(signIn);
  expect(first.asked.filter(({ write }) => write > 0)).toHaveLength(1);
  expect(first.write).toBe(1);
  expect((await costOf(signIn)).write).toBe(0);
});

test("a cluster in which nothing was done goes at four write units, and looking costs a dozen to read", async () => {
  const at = await aCluster(clerk, "covenant");
  const { read, write } = await costOf(() =>
    clerk.units.removeCluster({ year, clusterId: at.cluster, body: {} }),
  );
  expect(write).toBe(4);
  expect(read).toBeLessThanOrEqual(12);
});
