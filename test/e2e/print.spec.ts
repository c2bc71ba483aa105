import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "#infra/local/build.ts";
import { type Local, startLocal } from "#infra/local/local.ts";
import { launch, signIn, windowFor } from "./browser.ts";
import { appraise, cluster, council, makeCouncil, meet, type Stage, year } from "./council.ts";
import { faultsOnPaper, sheets } from "./paper.ts";

const desk = { width: 1280, height: 900 };
const before = year - 1;
const at = { year, cluster };
const [below, conference] = [`/${year}/clusters/${cluster}`, "hoi-nghi-tong-ket-nam"];

let local: Local;
let browser: Browser;
let stage: Stage;
let page: Page;
beforeAll(async () => {
  await build();
  local = await startLocal({ quiet: true });
  [browser, stage] = await Promise.all([launch(), makeCouncil(local)]);
  await appraise(stage);
  await stage.clerk.scoring.announceRanking(at);
  await stage.clerk.scoring.announceCouncilRanking({ year: before });
  await meet(stage);
  await Promise.all([nominated(), invited()]);
  ({ page } = await windowFor(browser, local.url, desk));
  await signIn(page, "thuong-truc");
});
afterAll(async () => {
  await browser?.close();
  await local?.stop();
});

/** One proposed, one answered. */
async function nominated() {
  const { nominations } = stage.clerk;
  for (const [nomination, unit] of [
    ["dn-mot-hai-ba", "lang-son"],
    ["dn-bon-nam-sau", "ha-giang"],
  ] as const)
    await nominations.nominate({
      ...{ ...at, nomination },
      body: {
        award: "BK_BT",
        recipient: { unit },
        reasons: "Hoàn thành vượt mức các chỉ tiêu của giao ước.",
      },
    });
  await nominations.decide({
    ...{ year: before, decision: "qd-1" },
    body: {
      ...{ award: "BK_BT", outcome: "awarded", recipient: { unit: "lang-son" } },
      ...{ number: "412/QĐ-BVHTTDL", date: `${year}-03-10` },
    },
  });
}

/** A day with a roll. */
async function invited() {
  const { ballots } = stage.clerk;
  const day = {
    title: "Hội nghị tổng kết công tác thi đua, khen thưởng",
    at: new Date().toISOString(),
    agenda: [],
  };
  await ballots.saveConference({ ...{ ...at, conference }, body: day });
  const delegates = Array.from(stage.of.keys(), (unit) => ({
    delegate: unit,
    name: `Đại biểu ${unit}`,
    unit,
  }));
  await ballots.saveRoll({ ...{ ...at, conference }, body: { delegates } });
}

test.for([
  ["the ranking", `${below}/ranking`, "Lạng Sơn"],
  ["the ranking of the council", `/${before}/ranking`, "Cụm thi đua số 4"],
  ["claims beside findings", `${below}/matrix`, "Lạng Sơn"],
  ["a sheet", `${below}/sheets/ha-giang`, "1. Nhiệm vụ chuyên môn"],
  ["an appraisal", `${below}/appraisals/ha-giang`, "1. Nhiệm vụ chuyên môn"],
  ["the covenant", `${below}/covenant`, "Gia đình đạt danh hiệu Gia đình văn hóa"],
  ["nominations", `${below}/nominations`, "Sở VHTTDL Hà Giang"],
  ["movements", `${below}/movements`, "Thắp sáng nhà văn hóa thôn"],
  ["the rotation", `${below}/rotation`, "Tuyên Quang"],
  ["who appraises whom", `${below}/cross-check`, "Tuyên Quang"],
  ["the handover", `${below}/handover`, "Tuyên Quang"],
  ["the scoring table", `${below}/scheme`, "Khiếu nại, tố cáo giải quyết đúng hạn"],
  ["the register", "/register", "412/QĐ-BVHTTDL"],
  ["what was done", `/${year}/trail`, "Phạm Thu Hà"],
  ["a year that is closed", `/${before}/closing`, "Dấu niêm phong"],
  ["a year that is open", `/${year}/closing`, "Đóng năm"],
] as const)("%s fits on A4 with nothing to press and nothing cut off", async ([, address, text]) => {
  await page.goto(address);
  await page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 15_000 });
  expect(await faultsOnPaper(page, address.endsWith("/matrix") ? "lying" : "upright")).toEqual([]);
});

test("a roll is printed as the list it is, and not as its fields", async () => {
  await page.goto(`${below}/conferences/${conference}/roll`);
  await page.getByLabel("Họ và tên").first().waitFor();
  expect(await faultsOnPaper(page)).toEqual([]);
  const rows = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const cells = Array.from(document.querySelectorAll("tbody tr"), ({ textContent }) => textContent?.trim());
    dispatchEvent(new Event("afterprint"));
    return cells;
  });
  expect(rows).toContain("1Đại biểu lang-sonSở VHTTDL Lạng Sơn");
  expect(rows).toHaveLength(5);
});

test("slips and tickets are printed alone, and nothing of a card lies beyond its edge", async () => {
  const printed = async () => {
    await page.locator(".card svg.qr").last().waitFor();
    expect(await faultsOnPaper(page)).toEqual([]);
    await page.setViewportSize(sheets.upright);
    await page.emulateMedia({ media: "print" });
    const beyond = await page.locator(".card").evaluateAll((cards) =>
      cards.map((card) => {
        const bottoms = Array.from(card.querySelectorAll("*"), (part) => part.getBoundingClientRect().bottom);
        return Math.round(Math.max(...bottoms) - card.getBoundingClientRect().bottom);
      }),
    );
    expect(Math.max(...beyond)).toBeLessThanOrEqual(0);
    await page.emulateMedia({ media: null });
    await page.setViewportSize(desk);
  };
  await page.goto("/people/slips");
  await page.getByLabel("Mọi người").check();
  await page.getByRole("button", { name: /^Cấp \d+ phiếu/ }).click();
  await printed();
  await page.goto(`${below}/conferences/${conference}/tickets`);
  await page.getByRole("button", { name: "Làm thẻ cho 5 đại biểu" }).click();
  await printed();
});

test("pages for everybody fit on A4", async () => {
  for (const [no, posting] of [
    [before, "honours"],
    [before, `cluster-${cluster}`],
    [year, `movement-${cluster}--phong-trao-1`],
  ] as const) {
    const body = { site: local.url, parts: partsOf(posting) };
    const { digest } = await stage.clerk.publishing.previewPage({ year: no, page: posting, body });
    await stage.clerk.publishing.publishPage({ year: no, page: posting, body: { ...body, digest } });
  }
  const reader = await windowFor(browser, local.url, desk);
  for (const language of ["", "/en"])
    for (const address of [
      `/${before}`,
      `/${before}/${cluster}`,
      `/${year}/${cluster}/phong-trao-1`,
      "",
      "/check",
    ]) {
      await reader.page.goto(`/c/${council}${language}${address}`);
      await reader.page.waitForLoadState("load");
      expect(await faultsOnPaper(reader.page), address).toEqual([]);
    }
});

const partsOf = (posting: string) =>
  posting === "honours"
    ? (["leaders", "register"] as const).slice()
    : posting.startsWith("cluster")
      ? (["members", "results"] as const).slice()
      : (["figures", "units"] as const).slice();
