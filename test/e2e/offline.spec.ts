import { readFileSync, writeFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import { expect, test } from "vitest";
import { linesOf } from "#domain/scheme.ts";
import { local } from "../world.ts";
import { expectAccessible, windowFor } from "./browser.ts";
import { cluster, council, makeCouncil, password, type Stage, year } from "./council.ts";
import { browser } from "./house.ts";

const stage = await makeCouncil(local);

const phone = { width: 360, height: 780 };
const sheet = `/${year}/clusters/${cluster}/sheets/bac-kan`;
const at = { year, cluster, unit: "bac-kan" };
const stored = (page: Page) => page.getByText(/^Đã lưu lúc/).waitFor();
const unit = () => stage.of.get("bac-kan") as NonNullable<ReturnType<Stage["of"]["get"]>>;
const claims = async () => (await unit().scoring.readSheet(at)).sheet.lines;

/** The browser has no room for this site, and refuses by itself in the midst of its own work. */
async function fillUp(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: local.url, quotaSize: 1 });
}

/** What the browser says when something is put on the device. */
const refusalOf = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open("another");
    opening.onupgradeneeded = () => opening.result.createObjectStore("room");
    await new Promise((done) => Object.assign(opening, { onsuccess: done, onerror: done }));
    if (opening.error) return opening.error.name;
    const work = opening.result.transaction("room", "readwrite");
    work.objectStore("room").put("x", 1);
    await new Promise((done) => Object.assign(work, { oncomplete: done, onabort: done }));
    return work.error?.name;
  });

/** Signed in to stay, the sheet read once, and the office laid on the device. */
async function atTheSheet(room: "room" | "full" = "room") {
  const opened = await windowFor(browser, local.url, phone);
  const { page } = opened;
  if (room === "full") await fillUp(page);
  await page.goto("/");
  await page.getByLabel("Mã hội đồng").fill(council);
  await page.getByLabel("Tên đăng nhập").fill("bac-kan");
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByLabel("Giữ đăng nhập trên máy này").check();
  await page.keyboard.press("Enter");
  await page.locator(".office h1").waitFor();
  await page.goto(sheet);
  await page.locator(".line.open").waitFor();
  // Where there is no room, no office is laid either.
  if (room === "full") return opened;
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active?.state !== "activated") await new Promise((done) => setTimeout(done, 50));
  });
  return opened;
}

const openCode = (page: Page) => page.locator(".line.open .code").textContent();

/** Fills the open line, however it is scored, and goes on to the next with Enter. */
async function fillAndGoOn(page: Page): Promise<string> {
  const code = (await openCode(page)) ?? "";
  const line = page.locator(".line.open");
  const radio = line.getByRole("radio").first();
  if (await radio.isVisible()) {
    await radio.check();
    await radio.press("Enter");
  } else {
    const fields = await line.locator(".group input").all();
    for (const field of fields) await field.fill("1");
    await fields.at(-1)?.press("Enter");
  }
  await page.waitForFunction((was) => document.querySelector(".line.open .code")?.textContent !== was, code);
  return code;
}

async function again(context: BrowserContext, page: Page, address: string) {
  await page.close();
  const anew = await context.newPage();
  await anew.goto(address);
  await anew.locator(".line.open").waitFor();
  return anew;
}

test("the sheet opens without a network, twenty lines are filled in, and all goes out beside a colleague's", async () => {
  const { page: first, context, complaints } = await atTheSheet();
  await context.setOffline(true);
  let page = await again(context, first, sheet);
  const filled: string[] = [];
  for (let n = 0; n < 20; n++) filled.push(await fillAndGoOn(page));
  await page.getByText("Mất mạng, còn 20 thay đổi chưa gửi").waitFor({ timeout: 10_000 });
  await page.reload();
  await page.getByText("Mất mạng, còn 20 thay đổi chưa gửi").waitFor({ timeout: 10_000 });

  // Every page of the office opens, in each of its languages.
  await page.goto(`/${year}/clusters/${cluster}`);
  await page.getByText("Mất mạng. Trang này là bản đọc lần trước trên máy này.").waitFor();
  await page.locator(".languages summary").first().click();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText("No network. This page is what was last read on this device.").waitFor();
  await page.locator(".languages summary").first().click();
  await page.getByRole("button", { name: "Tiếng Việt" }).click();

  // Meanwhile a colleague of the same unit writes on one of these lines and on one of their own.
  page = await again(context, page, sheet);
  const judged = Array.from(linesOf(stage.table).values())
    .filter((line) => line.kind === "criterion" && line.way.way === "judged" && line.way.max > 3)
    .map(({ code }) => code);
  const same = judged.find((code) => filled.includes(code)) as string;
  const own = judged.find((code) => !filled.includes(code)) as string;
  await unit().scoring.saveClaims({
    ...at,
    body: { changes: { [same]: { now: 2 }, [own]: { now: 3 } } },
  });
  await context.setOffline(false);
  await page.getByText("Có hai giá trị, cần chọn").waitFor({ timeout: 40_000 });
  await page.getByRole("button", { name: "Đến dòng có hai giá trị (1)" }).click();
  await page.getByText("Hai người cùng sửa dòng này").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Lấy phần của người kia" }).click();
  await stored(page);
  const lines = await claims();
  expect(lines[same]?.claim?.value).toBe(2);
  expect(lines[own]?.claim?.value).toBe(3);
  for (const code of filled) expect(lines[code]?.claim, code).toBeDefined();
  expect(complaints).toEqual([]);
});

test("two windows with one sheet, without a network: closed both, neither's lines are lost", async () => {
  const { page: left, context } = await atTheSheet();
  const right = await context.newPage();
  await right.goto(sheet);
  await right.locator(".line.open").waitFor();
  await context.setOffline(true);
  const judged = (page: Page, code: string, points: string) =>
    page.goto(`${sheet}#d${code}`).then(() => page.getByRole("textbox", { name: "Điểm" }).fill(points));
  await judged(left, "2.9", "11");
  await judged(right, "3.3", "12");
  await left.getByText("Mất mạng, còn 2 thay đổi chưa gửi").waitFor({ timeout: 15_000 });
  await right.getByText("Mất mạng, còn 2 thay đổi chưa gửi").waitFor({ timeout: 15_000 });
  await left.close();
  const page = await again(context, right, sheet);
  await page.getByText("Mất mạng, còn 2 thay đổi chưa gửi").waitFor({ timeout: 15_000 });
  await context.setOffline(false);
  await stored(page);
  const lines = await claims();
  expect([lines["2.9"]?.claim?.value, lines["3.3"]?.claim?.value]).toEqual([11, 12]);
});

test("on a full device typing and sending go on, and the page says what it holds alone", async () => {
  const { page, context } = await atTheSheet("full");
  await page.goto(`${sheet}#d2.9`);
  const points = page.getByRole("textbox", { name: "Điểm" });
  await points.waitFor();
  expect(await refusalOf(page)).toBe("QuotaExceededError");
  await context.setOffline(true);
  await points.fill("7");
  await page.getByText("Máy hết chỗ lưu: 1 thay đổi chỉ còn trong trang này").waitFor();
  await expectAccessible(page);
  // Whoever would close the page is asked first.
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  await (await asked).dismiss();
  await points.fill("8");
  await context.setOffline(false);
  await stored(page);
  expect((await claims())["2.9"]?.claim?.value).toBe(8);
});

test("a newer version waits, is told in one line, and comes when what is typed has gone out", async () => {
  const { page, context } = await atTheSheet();
  const worker = "dist/web/sw.js";
  const built = readFileSync(worker, "utf8");
  try {
    writeFileSync(worker, built.replace(/office-[0-9a-f]{16}/g, "office-ffffffffffffffff"));
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration("/"))?.update());
    await page.getByText("Có bản mới.").waitFor();
    await expectAccessible(page);
    await page.goto(`${sheet}#d2.9`);
    await page.getByText("Có bản mới.").waitFor();
    await context.setOffline(true);
    await page.getByRole("textbox", { name: "Điểm" }).fill("9");
    await page.getByRole("button", { name: "Tải lại" }).click();
    await page.getByText("Đợi gửi xong 1 thay đổi rồi tải bản mới.").waitFor();
    const arrived = page.waitForEvent("load");
    await context.setOffline(false);
    await arrived;
    await page.locator(".line.open").waitFor();
    expect((await claims())["2.9"]?.claim?.value).toBe(9);
    const versions = await page.evaluate(() => caches.keys());
    expect(versions).toEqual(["office-ffffffffffffffff"]);
    expect(await page.getByText("Có bản mới.").isVisible()).toBe(false);
  } finally {
    writeFileSync(worker, built);
  }
});

test("a page that asks for a part that is gone loads itself anew, once", async () => {
  const context = await browser.newContext({
    baseURL: local.url,
    locale: "vi-VN",
    viewport: phone,
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByLabel("Mã hội đồng").fill(council);
  await page.getByLabel("Tên đăng nhập").fill("bac-kan");
  await page.getByLabel("Mật khẩu").fill(password);
  await page.keyboard.press("Enter");
  await page.locator(".office h1").waitFor();
  let asked = 0;
  const gone = /\/assets\/(RankingPage|MovementsPage)-.*\.js/;
  await context.route(gone, (route) => {
    asked += 1;
    return asked === 1 || route.request().url().includes("Movements")
      ? route.fulfill({ status: 404, body: "Not found" })
      : route.continue();
  });
  await page.getByRole("link", { name: "Xếp hạng" }).click();
  await page.getByText("Xếp hạng chưa công bố.").waitFor();
  expect(asked).toBe(2);

  // What is gone for good is said, and nothing turns in circles.
  await page.getByRole("link", { name: "Phong trào" }).click();
  await page.getByText("Phần này của trang chưa tải được.").waitFor();
  await expectAccessible(page);
  expect(asked).toBe(3);
});

test("the office's worker answers for the office alone: the ballot, the API and other pages pass it by", async () => {
  const { page } = await atTheSheet();
  const answerOf = async (address: string) => (await page.goto(address))?.fromServiceWorker();
  expect(await answerOf(sheet)).toBe(true);
  expect(await answerOf("/")).toBe(true);
  for (const address of ["/vote/", "/screen/", "/api-doc.html", "/api/openapi.json", "/c/vhttdl/2025"])
    expect(await answerOf(address), address).toBe(false);
});
