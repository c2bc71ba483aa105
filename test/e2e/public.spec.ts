import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "#infra/local/build.ts";
import { type Local, startLocal } from "#infra/local/local.ts";
import { expectAccessible, launch, signIn, windowFor } from "./browser.ts";
import { cluster, council, makeCouncil, type Stage, year } from "./council.ts";

let local: Local;
let browser: Browser;
let stage: Stage;
const before = year - 1;
const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 900 };
const [board, ofCluster] = [`/c/${council}/${before}`, `/c/${council}/${before}/${cluster}`];

beforeAll(async () => {
  await build();
  local = await startLocal({ quiet: true });
  [browser, stage] = await Promise.all([launch(), makeCouncil(local)]);
  const decided = {
    award: "BK_BT",
    outcome: "awarded",
    number: "412/QĐ-BVHTTDL",
    date: `${year}-03-10`,
  } as const;
  await stage.clerk.nominations.decide({
    year: before,
    decision: "qd-1",
    body: { ...decided, recipient: { unit: "lang-son" } },
  });
  await stage.clerk.movements.saveMovement({
    ...{ year, cluster, movement: "ke-sach" },
    body: {
      ...{ name: "Tặng kệ sách", from: `${year}-03-01`, to: "2026-06-30" },
      goal: "Mỗi xã biên giới có một kệ sách.",
    },
  });
  for (const [unit, value] of [
    ["ha-giang", 641],
    ["cao-bang", 512],
    ["bac-kan", 87],
  ] as const)
    await stage.of.get(unit)?.movements.contribute({
      ...{ year, cluster, movement: "ke-sach", contribution: `sach-${unit}` },
      body: { unit, metric: "Sách tặng thư viện xã", measure: "cuốn", value, lastYear: value - 80 },
    });
  await stage.clerk.nominations.decide({
    year: before,
    decision: "qd-2",
    body: {
      ...decided,
      number: "413/QĐ-BVHTTDL",
      recipient: { person: "Nông Thị Đào", position: "Thủ thư", unit: "cao-bang" },
    },
  });
});
afterAll(async () => {
  await browser?.close();
  await local?.stop();
});

/** A reader's window: in-app browsers of messengers may run no script at all. */
async function readerOn(viewport: typeof phone, javaScriptEnabled: boolean) {
  const context = await browser.newContext({
    viewport,
    baseURL: local.url,
    locale: "vi-VN",
    javaScriptEnabled,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404")) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { page, complaints, context };
}

const widthOver = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test("a clerk looks at the pages, publishes them, and everybody reads them: on a phone without scripts, on a desk, on paper", async () => {
  const clerk = await windowFor(browser, local.url, desk);
  await signIn(clerk.page, "thuong-truc");
  await clerk.page.goto(`/${before}/publishing`);
  await clerk.page.getByText("Chưa có trang nào công bố.").waitFor();
  await expectAccessible(clerk.page);

  await clerk.page.getByRole("link", { name: "Bảng vàng của năm" }).click();
  const preview = clerk.page.frameLocator("iframe");
  await preview.getByRole("heading", { name: "Sổ khen thưởng" }).waitFor();
  expect((await clerk.page.request.get(board)).status()).toBe(404);
  await expectAccessible(clerk.page);
  await clerk.page.getByRole("button", { name: "Công bố trang này" }).click();
  await clerk.page.getByText("Ai cũng đọc được trang này.").waitFor();
  await clerk.page.getByRole("img", { name: "Mã QR mở trang công khai" }).waitFor();
  await expectAccessible(clerk.page);

  await clerk.page.goto(`/${before}/publishing/cluster-${cluster}`);
  await clerk.page.getByText("Trang này chưa công bố.").waitFor();
  await clerk.page.getByRole("button", { name: "Công bố trang này" }).click();
  await clerk.page.getByText("Người đọc đang thấy đúng bản này.").waitFor();
  // Points are a decision of their own.
  await clerk.page.getByLabel("Hội đồng cho công bố cả điểm").check();
  await preview.getByRole("columnheader", { name: "Điểm" }).waitFor();
  expect(await (await clerk.page.request.get(ofCluster)).text()).not.toContain(">Điểm</th>");
  await clerk.page.getByRole("button", { name: "Công bố bản mới" }).click();
  await clerk.page.getByText("Người đọc đang thấy đúng bản này.").waitFor();
  expect(clerk.complaints).toEqual([]);

  const plain = await readerOn(phone, false);
  const found = await plain.page.goto(`/c/${council}`);
  expect(found?.status()).toBe(200);
  await plain.page.getByRole("link", { name: `Bảng vàng thi đua năm ${before}` }).click();
  await plain.page.getByRole("heading", { name: "Dẫn đầu các cụm" }).waitFor();
  await plain.page.getByText("Nông Thị Đào").waitFor();
  expect(await plain.page.getByRole("searchbox").isVisible()).toBe(false);
  await plain.page.goto(ofCluster);
  await plain.page.getByRole("heading", { name: "Xếp hạng" }).waitFor();
  const shared = await plain.page.locator('meta[property="og:image"]').getAttribute("content");
  const picture = await clerk.page.request.get(String(shared));
  expect([picture.status(), picture.headers()["content-type"]]).toEqual([200, "image/png"]);

  const reader = await readerOn(desk, true);
  for (const address of [`/c/${council}`, board, ofCluster, `/c/${council}/check`]) {
    for (const viewport of [phone, desk]) {
      await reader.page.setViewportSize(viewport);
      await reader.page.goto(address);
      await expectAccessible(reader.page);
    }
  }
  await reader.page.goto(board);
  await reader.page.getByRole("searchbox").fill("nong thi dao");
  await reader.page.getByText("1 dòng khớp").waitFor();
  expect(await reader.page.getByText("Sở VHTTDL Lạng Sơn").first().isVisible()).toBe(false);

  await reader.page.emulateMedia({ media: "print" });
  await reader.page.getByText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").waitFor();
  expect(await reader.page.getByRole("searchbox").isVisible()).toBe(false);
  expect(await reader.page.locator(".qr").count()).toBe(2);
  await reader.page.setViewportSize({ width: 640, height: 900 });
  expect(await widthOver(reader.page)).toBeLessThanOrEqual(0);
  expect(reader.complaints).toEqual([]);
});

test("a reader whose messenger runs no script goes from language to language on a phone, and every page has all four", async () => {
  const { page, complaints } = await readerOn(phone, false);
  await page.goto(ofCluster);
  for (const [name, language, heading] of [
    ["English", "en", "Ranking"],
    ["ລາວ", "lo", "ອັນດັບ"],
    ["ไทย", "th", "อันดับ"],
    ["Tiếng Việt", "vi", "Xếp hạng"],
  ] as const) {
    await page.getByRole("link", { name, exact: true }).click();
    await page.getByRole("heading", { name: heading, exact: true }).waitFor();
    // A heading may stand before the look has come.
    await page.waitForLoadState("load");
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await widthOver(page)).toBeLessThanOrEqual(0);
    // A unit is called in every language what it is called.
    await page.getByText("Sở VHTTDL Lạng Sơn").first().waitFor();
  }
  await page.getByRole("link", { name: "English", exact: true }).click();
  await page.getByRole("link", { name: "Check a certificate" }).click();
  await page.getByRole("link", { name: `Honour board ${before}` }).click();
  await page.getByText("Certificate of Merit").first().waitFor();
  await page.getByText(`10 March ${year}`).first().waitFor();

  const reader = await readerOn(phone, true);
  const ends = [`/${before}`, `/${before}/${cluster}`, "/check", ""];
  for (const language of ["en", "lo", "th"])
    for (const [place, end] of ends.entries()) {
      await reader.page.setViewportSize(place % 2 === 0 ? phone : desk);
      await reader.page.goto(`/c/${council}/${language}${end}`);
      await expectAccessible(reader.page);
    }
  await reader.page.goto(`/c/${council}/en/check`);
  await reader.page.getByLabel("Decision number or code").fill("413 qd bvhttdl");
  await reader.page.getByRole("button", { name: "Check", exact: true }).click();
  await reader.page.getByText("In the register of awards").waitFor();
  await reader.page.getByText("Certificate of Merit").waitFor();
  await reader.page.getByText(`10 March ${year}`).waitFor();
  expect([...complaints, ...reader.complaints]).toEqual([]);
});

test("a clerk lets out one movement by itself, having looked at it in another language", async () => {
  const clerk = await windowFor(browser, local.url, desk);
  await signIn(clerk.page, "thuong-truc");
  await clerk.page.goto(`/${year}/publishing/cluster-${cluster}`);
  await clerk.page.getByRole("link", { name: "Phong trào “Tặng kệ sách”" }).click();
  await clerk.page.getByRole("heading", { level: 1, name: "Phong trào “Tặng kệ sách”" }).waitFor();
  const preview = clerk.page.frameLocator("iframe");
  await preview.getByText("Sách tặng thư viện xã: 1.240 cuốn, kết quả của 3 đơn vị.").waitFor();
  await clerk.page.getByLabel("Xem bằng").selectOption("en");
  await preview.getByText("Sách tặng thư viện xã: 1,240 cuốn from 3 units.").waitFor();
  await clerk.page.getByRole("button", { name: "Công bố trang này" }).click();
  await clerk.page.getByText("Người đọc đang thấy đúng bản này.").waitFor();
  await expectAccessible(clerk.page);
  await clerk.page.getByRole("link", { name: "Về danh sách trang công khai" }).click();
  await clerk.page.getByRole("link", { name: `Phong trào “Tặng kệ sách”, năm ${year}` }).waitFor();

  // The office leads there, and so does the cluster's page once it is out.
  await clerk.page.goto(`/${year}/clusters/${cluster}/movements`);
  const own = `/c/${council}/${year}/${cluster}/ke-sach`;
  const fromOffice = clerk.page.getByRole("link", { name: "Mở trang công khai: Tặng kệ sách" });
  expect(await fromOffice.getAttribute("href")).toBe(own);
  await clerk.page.goto(`/${year}/publishing/cluster-${cluster}`);
  await clerk.page.getByRole("button", { name: "Công bố trang này" }).click();
  await clerk.page.getByText("Người đọc đang thấy đúng bản này.").waitFor();

  const reader = await readerOn(phone, false);
  await reader.page.goto(`/c/${council}/${year}/${cluster}`);
  await reader.page.getByRole("link", { name: "Xem trang riêng của phong trào" }).click();
  await reader.page.getByText("24 %").waitFor();
  await reader.page.getByText("Mỗi xã biên giới có một kệ sách.").waitFor();
  const pictures = new Set<string | null>();
  for (const language of ["", "/en", "/lo", "/th"]) {
    await reader.page.goto(`/c/${council}${language}/${year}/${cluster}/ke-sach`);
    const named = await reader.page.locator('meta[property="og:image"]').getAttribute("content");
    pictures.add((await clerk.page.request.get(String(named))).ok() ? named : null);
  }
  // Each language has drawn its own.
  expect([pictures.size, pictures.has(null)]).toEqual([4, false]);
  await reader.page.goto(`/c/${council}`);
  await reader.page.getByRole("link", { name: `Phong trào “Tặng kệ sách”, năm ${year}` }).click();
  await reader.page.getByText("24 %").waitFor();
  await reader.page.getByText("Sở VHTTDL Hà Giang").waitFor();
  expect((await reader.page.goto("/robots.txt"))?.status()).toBe(200);
  const looker = await readerOn(phone, true);
  for (const viewport of [phone, desk]) {
    await looker.page.setViewportSize(viewport);
    await looker.page.goto(`/c/${council}/lo/${year}/${cluster}/ke-sach`);
    await expectAccessible(looker.page);
  }
  expect([...clerk.complaints, ...reader.complaints, ...looker.complaints]).toEqual([]);
});

test("whoever holds a paper asks the register by its number or by the code beside a line", async () => {
  const reader = await readerOn(phone, true);
  await reader.page.goto(`/c/${council}/check`);
  await reader.page.getByLabel("Số quyết định hoặc mã tra").fill("413 qd bvhttdl");
  await reader.page.getByRole("button", { name: "Tra", exact: true }).click();
  await reader.page.getByText("Có trong sổ khen thưởng").waitFor();
  await reader.page.getByText("Nông Thị Đào, Thủ thư, Sở VHTTDL Cao Bằng").waitFor();
  await expectAccessible(reader.page);
  const code = String(await reader.page.locator('[data-of="code"]').textContent());
  await reader.page.getByLabel("Số quyết định hoặc mã tra").fill("9999/QĐ-KHONG");
  await reader.page.keyboard.press("Enter");
  await reader.page.getByText("Không có trong sổ khen thưởng đã công bố").waitFor();

  // As scanned from paper: the code is in the address.
  const scanned = await readerOn(phone, true);
  await scanned.page.goto(`/c/${council}/check#${code}`);
  await scanned.page.getByText("Nông Thị Đào, Thủ thư, Sở VHTTDL Cao Bằng").waitFor();
  expect([...reader.complaints, ...scanned.complaints]).toEqual([]);

  const plain = await readerOn(phone, false);
  await plain.page.goto(`/c/${council}/check`);
  await plain.page.getByText("Máy này không chạy được phần tra nhanh").waitFor();
  await plain.page.getByRole("link", { name: `Bảng vàng thi đua năm ${before}` }).click();
  await plain.page.getByText(code).waitFor();
});

test("a clerk enters that an award was revoked; register, record and, once published anew, everybody are told by which decision", async () => {
  const clerk = await windowFor(browser, local.url, phone);
  await signIn(clerk.page, "thuong-truc");
  await clerk.page.goto("/register");
  await clerk.page.getByRole("button", { name: /^Ghi thu hồi: Nông Thị Đào/ }).click();
  await clerk.page.getByLabel("Số quyết định thu hồi").fill("77/QĐ-BVHTTDL");
  await clerk.page.getByLabel("Ngày quyết định", { exact: true }).fill(`${year}-06-02`);
  await clerk.page.getByLabel("Lý do").fill("Kê khai thành tích không đúng.");
  await expectAccessible(clerk.page);
  await clerk.page.getByRole("button", { name: "Ghi quyết định thu hồi" }).click();
  const told = `Đã thu hồi theo Quyết định số 77/QĐ-BVHTTDL ngày 02/06/${year}.`;
  await clerk.page.getByText(told).waitFor();
  await clerk.page.getByText("Một lần đã bị thu hồi.").waitFor();
  await clerk.page.getByText(`Bảng vàng năm ${before} đang công khai vẫn nêu khen thưởng này`).waitFor();
  await clerk.page.setViewportSize(desk);
  await expectAccessible(clerk.page);

  const officer = await windowFor(browser, local.url, phone);
  await signIn(officer.page, "cao-bang");
  await officer.page.goto("/profiles/cao-bang");
  await officer.page.getByText(told).waitFor();
  await expectAccessible(officer.page);

  await clerk.page.getByRole("link", { name: "Xem và công bố bản mới" }).click();
  await clerk.page.getByText("chưa nói đến một lần thu hồi").waitFor();
  await clerk.page.getByRole("button", { name: "Công bố bản mới" }).click();
  await clerk.page.getByText("Người đọc đang thấy đúng bản này.").waitFor();

  const plain = await readerOn(phone, false);
  await plain.page.goto(board);
  await plain.page.getByText(told).waitFor();
  const reader = await readerOn(phone, true);
  await reader.page.goto(`/c/${council}/en/check#413-qd-bvhttdl`);
  const revoked = reader.page.getByText("This award was revoked");
  // What was asked a few seconds ago is remembered for ten.
  await expect
    .poll(
      async () => {
        await reader.page.reload();
        await reader.page.getByText("In the register of awards").or(revoked).waitFor();
        return revoked.isVisible();
      },
      { timeout: 20_000, interval: 1_000 },
    )
    .toBe(true);
  await reader.page.getByText(`Revoked by Decision 77/QĐ-BVHTTDL of 2 June ${year}.`).waitFor();
  await expectAccessible(reader.page);
  expect([...clerk.complaints, ...officer.complaints, ...reader.complaints]).toEqual([]);
});

test("a page that is withdrawn is gone for everybody and says so; the clerk may put it back", async () => {
  const clerk = await windowFor(browser, local.url, phone);
  await signIn(clerk.page, "thuong-truc");
  await clerk.page.goto(`/${before}/publishing/cluster-${cluster}`);
  await clerk.page.getByText("Người đọc đang thấy đúng bản này.").waitFor();
  await expectAccessible(clerk.page);
  await clerk.page.getByRole("button", { name: "Gỡ trang" }).click();
  await clerk.page.getByText("Trang đã gỡ, không ai đọc được nữa.").waitFor();

  const reader = await readerOn(phone, false);
  const gone = await reader.page.goto(ofCluster);
  expect(gone?.status()).toBe(404);
  await reader.page.getByRole("heading", { name: "Trang này hiện không công bố" }).waitFor();
  await reader.page.getByRole("link", { name: "Mời xem các trang đang công bố." }).click();
  await reader.page.getByRole("link", { name: `Bảng vàng thi đua năm ${before}` }).waitFor();
  expect(await reader.page.getByText(`năm ${before}`).count()).toBe(2);

  await clerk.page.getByRole("button", { name: "Công bố lại như cũ" }).click();
  await clerk.page.getByText("Ai cũng đọc được trang này.").waitFor();
  expect((await reader.page.goto(ofCluster))?.status()).toBe(200);
  await reader.page.getByRole("columnheader", { name: "Điểm" }).waitFor();
  expect(clerk.complaints).toEqual([]);
});
