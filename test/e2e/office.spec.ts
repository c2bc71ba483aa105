import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "#infra/local/build.ts";
import { type Local, startLocal } from "#infra/local/local.ts";
import { expectAccessible, launch, signIn, windowFor } from "./browser.ts";
import { cluster, makeCouncil, password, year } from "./council.ts";

let local: Local;
let browser: Browser;

beforeAll(async () => {
  await build();
  local = await startLocal({ quiet: true });
  [browser] = await Promise.all([launch(), makeCouncil(local)]);
});
afterAll(async () => {
  await browser?.close();
  await local?.stop();
});

const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 900 };
const at = `/${year}/clusters/${cluster}`;
const heading = (page: Page) => page.locator(".office h1").first();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");

test("a unit is found by the first letters of its name, a page without its marks, by keyboard alone", async () => {
  const { page, complaints } = await windowFor(browser, local.url, desk);
  await signIn(page, "ha-giang");
  await page.keyboard.press("/");
  const field = page.locator("dialog.search input");
  await field.waitFor();
  expect(await focused(page)).toBe("Tìm đơn vị, cụm, năm, trang");
  await page.keyboard.type("sls");
  const option = page.locator("dialog.search").getByRole("option").first();
  await option.getByText("Lạng Sơn").waitFor();
  expect(await field.getAttribute("aria-activedescendant")).toBe(await option.getAttribute("id"));
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${at}/sheets/lang-son`);
  await heading(page).getByText("Lạng Sơn").waitFor();

  await page.keyboard.press("Control+k");
  await field.waitFor();
  await page.keyboard.type("xep hang");
  await page
    .locator("dialog.search")
    .getByRole("option", { name: /^Xếp hạng/ })
    .waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${at}/ranking`);
  await heading(page).getByText("Xếp hạng").waitFor();

  // What nobody is called is said, and Escape leads back to where one was.
  await page.getByRole("button", { name: "Tìm", exact: true }).focus();
  await page.keyboard.press("Enter");
  await field.waitFor();
  await page.keyboard.type("khong co ai");
  await page.getByText("Không có gì khớp với").waitFor();
  await page.keyboard.press("Escape");
  await field.waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe("Tìm");

  // Where one has been is offered before anything is typed.
  await page.waitForTimeout(1_800);
  await page.goto(at);
  await heading(page).waitFor();
  await page.keyboard.press("/");
  await page.getByText("Mới mở gần đây").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${at}/ranking`);
  expect(complaints).toEqual([]);
});

test("the search is under the thumb's reach on a phone, and finds people where their unit is", async () => {
  const { page, complaints } = await windowFor(browser, local.url, phone);
  await signIn(page, "ha-giang");
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await page.locator("dialog.search input").waitFor();
  await page.keyboard.type("nong van b");
  await page
    .locator("dialog.search")
    .getByRole("option", { name: /Nông Văn Bình/ })
    .waitFor();
  await expectAccessible(page);
  await page
    .locator("dialog.search")
    .getByRole("option", { name: /Nông Văn Bình/ })
    .click();
  await page.waitForURL(`**${at}/sheets/cao-bang`);
  expect(complaints).toEqual([]);
});

test("the rail is folded where it would take the page's room, and unfolds for good by choice", async () => {
  const { page } = await windowFor(browser, local.url, desk);
  await signIn(page, "ha-giang");
  const width = () => page.locator(".rail").evaluate((rail) => rail.getBoundingClientRect().width);
  expect(await width()).toBeLessThan(120);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Mở rộng" }).click();
  await page.waitForFunction(
    () => (document.querySelector(".rail")?.getBoundingClientRect().width ?? 0) > 200,
  );
  await expectAccessible(page);
  await page.reload();
  await heading(page).waitFor();
  expect(await width()).toBeGreaterThan(200);
});

test("a sheet is filled in from the first blank line to handing in without a mouse", async () => {
  const { page, complaints } = await windowFor(browser, local.url, desk);
  await signIn(page, "bac-kan");
  await page.goto(`${at}/sheets/bac-kan`);
  await page.locator(".line.open").waitFor();
  const key = (name: string) => page.keyboard.press(name);
  const codeOpen = () =>
    page
      .locator(".line.open .code")
      .textContent({ timeout: 1_000 })
      .catch(() => undefined);
  // The way from the address bar: past the rail to the open line.
  await page.locator(".skip").focus();
  await key("Enter");
  await page.waitForURL("**#main");
  await page.waitForFunction(() => document.activeElement?.id === "main");
  for (let n = 0; n < 200 && !(await isInOpenField(page)); n++) await key("Tab");
  const done: string[] = [];
  for (let code = await codeOpen(); code; code = await codeOpen()) {
    done.push(code);
    const kind = await page.evaluate(() => (document.activeElement as HTMLInputElement).type);
    if (kind === "radio") await key("Space");
    else {
      const count = await page.locator(".line.open .group input").count();
      for (let field = 0; field < count; field++) {
        if (field > 0) await key("Tab");
        await key("Control+a");
        await page.keyboard.type("1");
      }
    }
    await key("Enter");
    const moved = await page
      .waitForFunction((was) => document.querySelector(".line.open .code")?.textContent !== was, code, {
        timeout: 2_000,
      })
      .catch(() => undefined);
    if (!moved) break;
  }
  expect(done.length).toBeGreaterThan(20);
  await page.getByText(/^Đã lưu lúc/).waitFor();

  const submit = page.getByRole("button", { name: "Nộp phiếu" });
  for (let n = 0; n < 300 && !(await submit.evaluate((button) => button === document.activeElement)); n++)
    await key("Tab");
  expect(await submit.getAttribute("aria-disabled")).toBe("false");
  await key("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Nộp phiếu" }).waitFor();
  for (let n = 0; n < 10; n++) {
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === "Nộp phiếu") break;
    await key("Tab");
  }
  await key("Enter");
  await page.getByText(/^Phiếu đã nộp lúc/).waitFor();
  expect(complaints).toEqual([]);
});

const isInOpenField = (page: Page) =>
  page.evaluate(() => document.activeElement?.matches(".line.open .field input") ?? false);

const pagesOf = {
  "ha-giang": [
    at,
    ...["sheets/ha-giang", "ranking", "movements", "polls", "covenant", "rotation"].map(
      (page) => `${at}/${page}`,
    ),
  ],
  "thuong-truc": [
    ...["/units", "/people", "/council", "/register", "/help", `/${year}`],
    ...["closing", "calendar", "grouping", "schemes", "trail"].map((page) => `/${year}/${page}`),
    ...["appraisals/lang-son", "sheets/lang-son", "matrix", "scheme"].map((page) => `${at}/${page}`),
  ],
};

test.for(Object.entries(pagesOf))(
  "every page of %s stands on the smallest phone in large text and without motion, after a reload and after signing in anew",
  async ([person, addresses]) => {
    const { page, context, complaints } = await windowFor(browser, local.url, phone);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await signIn(page, person);
    await page.getByRole("button", { name: "Cỡ chữ lớn" }).first().click();
    for (const address of addresses) {
      await page.goto(address);
      await heading(page).waitFor();
      const name = await heading(page).textContent();
      await page.waitForLoadState("networkidle");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, address).toBeLessThanOrEqual(0);
      const moving = await page.evaluate(() => document.getAnimations().length);
      expect(moving, address).toBe(0);

      // The session ends here; its owner comes in again, to the same place.
      await page.evaluate(() => sessionStorage.clear());
      await page.reload();
      await page.getByLabel("Mật khẩu").fill(password);
      await page.keyboard.press("Enter");
      await heading(page).waitFor();
      expect(await heading(page).textContent()).toBe(name);
      expect(new URL(page.url()).pathname).toBe(address);
    }
    expect(complaints).toEqual([]);
    await context.close();
  },
);

test("what a page asks first is asked before its scripts have come, once, and anew where that was refused", async () => {
  const { page, complaints } = await windowFor(browser, local.url, phone);
  await signIn(page, "ha-giang");
  await heading(page).waitFor();
  const asked: (string | undefined)[] = [];
  let isAsked = () => {};
  page.on("request", (request) => {
    if (new URL(request.url()).pathname !== "/api/me") return;
    asked.push(request.headers()["authorization"]);
    isAsked();
  });
  // The scripts wait for the question: a page that asked only with them would never stand.
  const open = async () => {
    asked.length = 0;
    const isHeard = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    await page.route("**/assets/entrance-*.js", (route) => isHeard.then(() => route.continue()));
    await page.goto(`${at}/ranking`);
    await heading(page).waitFor();
    await page.unroute("**/assets/entrance-*.js");
    return page.evaluate(() => JSON.parse(sessionStorage["session"]) as { token: string });
  };
  const { token } = await open();
  expect(asked).toEqual([`Bearer ${token}`]);

  // A token that nobody takes any more is renewed.
  await page.evaluate(() => {
    const kept = JSON.parse(sessionStorage["session"]);
    sessionStorage["session"] = JSON.stringify({ ...kept, token: `${kept.token}x` });
  });
  const renewed = await open();
  expect(asked.at(0)).toBe(`Bearer ${token}x`);
  expect(asked.at(-1)).toBe(`Bearer ${renewed.token}`);
  expect(renewed.token).not.toBe(`${token}x`);
  expect(complaints.filter((complaint) => !complaint.includes("401"))).toEqual([]);
});
