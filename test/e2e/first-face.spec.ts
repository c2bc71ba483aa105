import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { local } from "../world.ts";
import { expectAccessible, signIn, windowFor } from "./browser.ts";
import {
  appraise,
  cluster,
  makeCouncil,
  meet,
  moveTo,
  note,
  openUntil,
  password,
  type Stage,
  year,
} from "./council.ts";
import { browser } from "./house.ts";

const stage = await makeCouncil(local);

const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 900 };
const sheet = `/${year}/clusters/${cluster}/sheets/ha-giang`;
const points = (page: Page) => page.getByRole("textbox", { name: "Điểm" });
const storedOn = async (code: string) => {
  const { sheet } = await (
    stage.of.get("ha-giang") as NonNullable<ReturnType<Stage["of"]["get"]>>
  ).scoring.readSheet({
    year,
    cluster,
    unit: "ha-giang",
  });
  return sheet.lines[code]?.claim?.value;
};

test("a stranger is told what was wrong and what to do, and comes in with the right password", async () => {
  const { page, complaints } = await windowFor(browser, local.url, phone);
  await page.goto("/");
  await page.getByLabel("Mã hội đồng").fill("vhttdl");
  await page.getByLabel("Tên đăng nhập").fill("ha-giang");
  await page.getByLabel("Mật khẩu").fill("Sai-mat-khau-1");
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await page.getByRole("alert").getByText("không đúng").waitFor();
  await expectAccessible(page);

  await signIn(page, "ha-giang");
  await page.getByText("Ba trên năm đơn vị đã nộp.").waitFor();
  await page.getByText(note).waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("a session that ends at work keeps what was typed, and goes on where it was", async () => {
  const { page, context } = await windowFor(browser, local.url, phone);
  await signIn(page, "bac-kan");
  await context.route("**/api/**", (route) =>
    route.fulfill({ status: 401, json: { message: "Unauthorized" } }),
  );
  await page.getByRole("link", { name: "Chấm phiếu của đơn vị" }).click({ noWaitAfter: true });
  await page.getByText("Phiên làm việc đã hết.").first().waitFor();
  await expectAccessible(page);
  await context.unroute("**/api/**");
  await page.getByLabel("Mật khẩu").fill(password);
  await page.keyboard.press("Enter");
  await page.locator(".line.open input").first().fill("1");
  await page.getByText("Đã lưu trên máy này").waitFor();

  await context.route("**/api/**", (route) =>
    route.fulfill({ status: 401, json: { message: "Unauthorized" } }),
  );
  await page.getByText("Phiên làm việc đã hết.").first().waitFor();
  await context.unroute("**/api/**");
  await page.getByLabel("Mật khẩu").fill(password);
  await page.keyboard.press("Enter");
  await page.getByText(/^Đã lưu lúc/).waitFor();
});

test("a sheet opens at its first blank line, wherever that stands", async () => {
  const { page } = await windowFor(browser, local.url, phone);
  await signIn(page, "bac-kan");
  await page.goto(sheet.replace("ha-giang", "bac-kan"));
  const open = page.locator(".line.open");
  await open.waitFor();
  const [above, top] = await open.evaluate((line) => [scrollY, line.getBoundingClientRect().top]);
  expect(above).toBeGreaterThan(phone.height);
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(phone.height / 2);
});

test("on a phone what is finished is folded away with its sum, and every way to a line gives it back", async () => {
  const lastOfPart = { "2.9": { now: 10 } };
  await stage.of
    .get("ha-giang")
    ?.scoring.saveClaims({ year, cluster, unit: "ha-giang", body: { changes: lastOfPart } });
  const { page, complaints } = await windowFor(browser, local.url, phone);
  await signIn(page, "ha-giang");
  const part = page.locator("#part2");
  const turn = part.getByRole("button", { name: /^2\./ });
  const first = page.locator("#d2\\.1");
  const arrive = async (address: string) => {
    // Without a stay between, an address that differs behind the # alone reads nothing anew.
    await page.goto("/");
    await page.locator(".office h1").waitFor();
    await page.goto(address);
    await page.locator(".line.open input").first().waitFor();
  };
  await arrive(sheet);
  await part.getByText(/^(\d+) trên \1 dòng đã chấm$/).waitFor();
  expect([await turn.getAttribute("aria-expanded"), await first.isVisible()]).toEqual(["false", false]);
  await expectAccessible(page);

  await turn.press("Enter");
  await first.waitFor();
  await turn.press("Enter");
  await first.waitFor({ state: "hidden" });
  await page.getByRole("link", { name: /^2\./ }).click();
  await first.waitFor();
  await arrive(`${sheet}#d2.9`);
  expect(await first.isVisible()).toBe(true);
  // An open line goes with its part; what is next opens its own.
  await turn.press("Enter");
  await first.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: /^Dòng trống kế tiếp/ }).click();
  await page.locator("#d1\\.3.open").waitFor();

  await page.setViewportSize({ width: 1280, height: 900 });
  await arrive(sheet);
  expect(await first.isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

test("a scorer fills in the sheet on a phone, through a lost network and a reload, and submits it", async () => {
  const { page, context, complaints } = await windowFor(browser, local.url, phone);
  await signIn(page, "ha-giang");
  await page.getByRole("link", { name: "Chấm phiếu của đơn vị" }).click();

  // The first blank line is open. A comma is as good as a point; Enter leads on.
  const rate = page.getByLabel("Tỷ lệ đạt được, %");
  await rate.fill("74,5");
  await page.getByText("nằm ở bậc 70–80 %").waitFor();
  await page.getByText(/^Đã lưu lúc/).waitFor();
  expect(await storedOn("1.3")).toBe(74.5);
  await expectAccessible(page);
  await rate.press("Enter");
  await page.locator(".line.open", { hasText: "1.4" }).waitFor();

  // What cannot be is told on leaving the field, with what may have been meant.
  await page.goto(`${sheet}#d2.9`);
  await points(page).fill("185");
  await page.keyboard.press("Tab");
  await page.getByText("185 lớn hơn điểm tối đa 20.").waitFor();
  await page.getByRole("button", { name: "Ghi 18,5" }).click();
  await page.getByText(/^Đã lưu lúc/).waitFor();
  expect(await storedOn("2.9")).toBe(18.5);

  await page.getByRole("button", { name: "Ghi số văn bản" }).click();
  await page.getByLabel("Số văn bản").fill("312/BC-SVHTTDL");
  await page.getByRole("button", { name: "Ghi minh chứng" }).click();
  await page.getByText("312/BC-SVHTTDL").waitFor();
  await page.getByText(/^Đã lưu lúc/).waitFor();

  // The network goes; typing goes on, also in a page opened anew.
  await context.route("**/api/**", (route) => route.abort());
  await page.goto(`${sheet}#d3.3`);
  await points(page).fill("23,5");
  await page.getByText("Mất mạng, còn 1 thay đổi chưa gửi").waitFor();
  await page.reload();
  await page.getByText("Mất mạng, còn 1 thay đổi chưa gửi").waitFor();
  expect(await points(page).inputValue()).toBe("23,5");
  await expectAccessible(page);
  await context.unroute("**/api/**");
  await page.getByText(/^Đã lưu lúc/).waitFor();
  expect(await storedOn("3.3")).toBe(23.5);

  // Somebody else was quicker: both values stand side by side.
  await page.locator("#d3\\.5 a").click();
  await stage.of.get("ha-giang")?.scoring.saveClaims({
    year,
    cluster,
    unit: "ha-giang",
    body: { changes: { "3.5": { now: 17 } } },
  });
  await points(page).fill("19,5");
  await page.getByText("Hai người cùng sửa dòng này").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Giữ phần của máy này" }).click();
  await page.getByText(/^Đã lưu lúc/).waitFor();
  expect(await storedOn("3.5")).toBe(19.5);

  // What is missing is named; what is left blank is left so by a word of one's own.
  expect(await page.getByRole("button", { name: "Nộp phiếu" }).isVisible()).toBe(false);
  await page.getByRole("button", { name: /^Dòng trống kế tiếp/ }).click();
  expect(await page.locator(".line.open .pts").textContent()).toContain("–");
  await page.getByRole("button", { name: "Để trống và nộp" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/dòng chưa chấm/).waitFor();
  expect(await dialog.getByRole("button", { name: "Nộp phiếu" }).getAttribute("aria-disabled")).toBe("true");
  await expectAccessible(page);
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "Nộp phiếu" }).click();
  await page.getByText(/^Phiếu đã nộp lúc/).waitFor();
  expect(await page.locator("input").count()).toBe(0);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("the head appraises the others' sheets with reasons, never its own, and announces the ranking", async () => {
  await appraise(stage);
  const { page, complaints } = await windowFor(browser, local.url, desk);
  await signIn(page, "lang-son");
  await page.goto(`/${year}/clusters/${cluster}/appraisals/ha-giang`);
  await page.getByText("Lạng Sơn không có ở đây").waitFor();
  expect(await page.getByRole("navigation", { name: "Các đơn vị" }).getByRole("link").count()).toBe(4);

  await page.locator("#d2\\.6 a").click();
  await points(page).fill("17");
  await page.getByText("Dòng 2.6 cần lý do trước khi gửi.").waitFor();
  await expectAccessible(page);
  await page.getByLabel(/Lý do khác tự chấm/).fill("Chưa công khai kết quả tiết kiệm quý III.");
  await page.getByText(/^Đã lưu lúc/).waitFor();
  await page.goto(`/${year}/clusters/${cluster}/appraisals/lang-son`);
  await page.getByText("Đơn vị không thẩm định phiếu của chính mình.", { exact: true }).waitFor();

  // The unit reads the finding and answers.
  const unit = await windowFor(browser, local.url, phone);
  await signIn(unit.page, "ha-giang");
  await unit.page.goto(`${sheet}#d2.6`);
  await unit.page.getByText("Chưa công khai kết quả tiết kiệm quý III.").first().waitFor();
  await unit.page.getByLabel("Giải trình").fill("Đã công khai trên trang của Sở ngày 12/10.");
  await unit.page.getByText(/^Đã lưu lúc/).waitFor();
  await expectAccessible(unit.page);
  await unit.page.goto(`/${year}/clusters/${cluster}/ranking`);
  await unit.page.getByText("Xếp hạng chưa công bố.").waitFor();
  await expectAccessible(unit.page);

  await page.goto(`/${year}/clusters/${cluster}/ranking`);
  await page.getByRole("button", { name: "Công bố xếp hạng" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Công bố xếp hạng" }).click();
  await page.getByText("Chưa công bố").waitFor({ state: "hidden" });
  await page
    .locator(".place")
    .first()
    .getByText(/^Vì sao/)
    .click();
  await expectAccessible(page);
  await unit.page.reload();
  await unit.page.locator(".place").first().waitFor();
  await expectAccessible(unit.page);
  expect([...complaints, ...unit.complaints]).toEqual([]);
});

test("movements, conference and covenant are read, and the last unit signs", async () => {
  await meet(stage);
  await moveTo(stage, "running");
  const { page, complaints } = await windowFor(browser, local.url, phone);
  await signIn(page, "bac-kan");
  await page.goto(`/${year}/clusters/${cluster}/covenant`);
  await page.getByRole("link", { name: "Đọc và ký cho Bắc Kạn" }).click();
  await page.getByText("Không giữ nút được? Gõ tên đơn vị").click();
  await page.getByLabel("Gõ Bắc Kạn").fill("bac kan");
  await page.getByRole("button", { name: "Ký cho Bắc Kạn", exact: true }).click();
  await page.getByText("Cả cụm đã ký đủ.").waitFor();
  await page.getByRole("link", { name: "Về giao ước" }).click();
  await page.getByText("Cả năm đơn vị đã ký.").waitFor();
  const first = page.getByRole("region", { name: "Bắc Kạn đã đạt" }).getByRole("textbox").first();
  await first.fill("82,5");
  await page.getByText(/^Đã lưu lúc/).waitFor();
  await expectAccessible(page);
  await page.reload();
  expect(await first.inputValue()).toBe("82,5");
  await page.goto(`/${year}/clusters/${cluster}/movements`);
  await page.getByText("26,3 %").waitFor();
  await expectAccessible(page);
  await page.goto(`/${year}/clusters/${cluster}/polls`);
  await page.getByText("quá nửa số thành viên").first().waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("the clerk sees every cluster and closes the year, from what is unfinished to the seal", async () => {
  await openUntil(stage, "counting");
  const { page, complaints } = await windowFor(browser, local.url, desk);
  await signIn(page, "thuong-truc");
  await page.getByRole("link", { name: "Cụm thi đua số 4" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Đóng năm" }).first().click();
  await page.getByText("Năm phiếu chưa chốt").waitFor();
  await expectAccessible(page);

  await page.getByRole("button", { name: `Đóng năm ${year}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Không hoàn tác được.").waitFor();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: `Đóng năm ${year}` }).click();
  await page.getByText(/^Đợi \d+ giây/).waitFor();
  await expectAccessible(page);
  await page.getByText("Năm đã đóng và niêm phong.").waitFor({ timeout: 60_000 });
  await page.getByText(/^[0-9a-f]{64}$/).waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});
