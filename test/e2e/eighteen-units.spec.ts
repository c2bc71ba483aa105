import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { linesOf, type Table } from "#domain/scheme.ts";
import { callerOf, password } from "#infra/year/cast.ts";
import { yearFileFrom } from "#infra/year/file.ts";
import { local } from "../world.ts";
import { expectAccessible, signIn, windowFor } from "./browser.ts";
import { council, year } from "./council.ts";
import { browser } from "./house.ts";
import { faultsOnPaper } from "./paper.ts";

const hour = 60 * 60_000;
const at = (hours: number) => new Date(Math.floor(Date.now() / hour) * hour + hours * hour).toISOString();
const calendar = {
  running: at(-24 * 60),
  scoring: at(-24 * 10),
  review: at(3),
  voting: at(24 * 9),
  counting: at(24 * 10),
  closed: at(24 * 60),
};
const places =
  "Bà Rịa – Vũng Tàu,Thừa Thiên Huế,Quảng Ninh,Điện Biên,Lào Cai,Hòa Bình,Ninh Thuận,Bình Thuận,Đắk Lắk,Đắk Nông,Gia Lai,Kon Tum,Lâm Đồng,Sóc Trăng,Trà Vinh,Bạc Liêu,Cà Mau,Bắc Ninh";
const units = new Map(
  places
    .split(",")
    .map((place, no) => [`don-vi-${no + 1}`, `Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh ${place}`]),
);
const [head = ""] = units.keys();
const here = { year, cluster: "cum-18" };

await layEighteen();

/** A council whose one cluster has eighteen units, all in and in the middle of the appraisal. */
async function layEighteen() {
  const operator = callerOf(local, { person: local.operator.name, password: local.operator.password });
  const enter = async (slip: { council: string; person: string; slip: string }) => {
    await callerOf(local).units.firstSignIn({ body: { ...slip, password } });
    return callerOf(local, { council, person: slip.person, password });
  };
  const founding = { council, name: "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", kind: "trung ương" };
  const clerk = await enter(
    await operator.units.createCouncil({
      body: { ...founding, clerk: { person: "thuong-truc", name: "Phạm Thu Hà" } },
    }),
  );
  await clerk.rotation.openYear({ yearNo: year, body: { calendar } });
  const table = yearFileFrom(readFileSync("examples/vhttdl-cum-4-2024.json", "utf8")).scheme as Table;
  await clerk.scoring.saveScheme({ year, scheme: "bang", body: { title: "Bảng tiêu chí", table } });
  await clerk.scoring.publishScheme({ year, scheme: "bang" });
  for (const [unit, name] of units) await clerk.units.saveUnit({ unit, body: { name, since: year } });
  const settings = { kind: "cụm", name: "Cụm thi đua các tỉnh Đông Nam Bộ và Tây Nguyên" } as const;
  const members = [...units.keys()];
  await clerk.units.saveCluster({
    year,
    clusterId: here.cluster,
    body: { ...settings, members, head, deputies: [], scheme: { scheme: "bang", no: 1 }, calendar },
  });
  const judged = Array.from(linesOf(table).values()).filter(
    (line) => line.kind === "criterion" && line.way.way === "judged",
  );
  const leaveBlank = Array.from(linesOf(table).keys());
  for (const [no, unit] of members.entries()) {
    await clerk.units.savePerson({ person: unit, body: { name: "Nguyễn Thị Lan", role: "scorer", unit } });
    const scorer = await enter(await clerk.units.makeSlip({ person: unit }));
    const changes = Object.fromEntries(judged.map(({ code }) => [code, { now: 1 + no / 20 }]));
    await scorer.scoring.saveClaims({ ...here, unit, body: { changes } });
    await scorer.scoring.submitSheet({ ...here, unit, body: { leaveBlank } });
  }
  const reason = "Các đơn vị đã nộp đủ.";
  await clerk.rotation.moveDeadline({ ...here, body: { phase: "review", starts: at(-1), reason } });
}

const below = `/${year}/clusters/${here.cluster}`;

test.for([360, 1280])("a cluster of eighteen long names fits on every page, %i px wide", async (width) => {
  const { page, complaints } = await windowFor(browser, local.url, { width, height: 800 });
  await signIn(page, head);
  for (const path of [
    "",
    "/ranking",
    "/matrix",
    "/appraisals/don-vi-2",
    "/sheets/don-vi-1",
    "/rotation",
    "/movements",
    "/polls",
    "/covenant",
    "/handover",
  ]) {
    await page.goto(`${below}${path}`);
    await page.locator("main h1").waitFor();
    if (width === 360) await expectAccessible(page);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      path,
    ).toBeLessThanOrEqual(0);
  }
  if (width === 1280) {
    await page.goto(`${below}/matrix`);
    await page.getByRole("grid").waitFor();
    expect(await faultsOnPaper(page, "lying")).toEqual([]);
  }
  await page.goto(below);
  // Each name in one line: what all begin with stands above, once.
  await page.getByRole("link", { name: "Bà Rịa – Vũng Tàu", exact: true }).waitFor();
  await page.getByText("18 Ủy ban Mặt trận Tổ quốc Việt Nam.").waitFor();
  expect(complaints).toEqual([]);
});
