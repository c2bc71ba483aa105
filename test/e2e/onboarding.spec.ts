import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "#infra/local/build.ts";
import { type Local, startLocal } from "#infra/local/local.ts";
import { callerOf, password } from "#infra/year/cast.ts";
import { expectAccessible, launch, windowFor } from "./browser.ts";

let local: Local;
let browser: Browser;
beforeAll(async () => {
  await build();
  local = await startLocal({ quiet: true });
  const operator = callerOf(local, { person: local.operator.name, password: local.operator.password });
  const slip = await operator.units.createCouncil({
    body: {
      council: "tinh-dong",
      name: "Hội đồng Thi đua - Khen thưởng tỉnh Đông",
      kind: "tỉnh",
      clerk: { person: "thuong-truc", name: "Phạm Thu Hà" },
    },
  });
  await callerOf(local).units.firstSignIn({ body: { ...slip, password } });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await local?.stop();
});

const desk = { width: 1280, height: 900 };
const phone = { width: 360, height: 780 };

/** The clerk at a desk or on a phone, at an address. */
async function clerkAt(address: string, screen = desk) {
  const opened = await windowFor(browser, local.url, screen);
  const { page } = opened;
  await page.goto("/");
  await page.getByLabel("Mã hội đồng").fill("tinh-dong");
  await page.getByLabel("Tên đăng nhập").fill("thuong-truc");
  await page.getByLabel("Mật khẩu").fill(password);
  await page.keyboard.press("Enter");
  await page.locator(".office h1").waitFor();
  await page.goto(address);
  await page.locator(".office h1").waitFor();
  return opened;
}

async function addUnit(page: Page, name: string) {
  await page.getByRole("button", { name: "Thêm đơn vị" }).click();
  await page.getByLabel("Tên đơn vị").fill(name);
  await page.getByLabel("Mang tên này từ năm").fill("2020");
  await page.getByRole("button", { name: "Lưu đơn vị" }).click();
  await page.getByRole("link", { name }).waitFor();
}

test("the clerk says whom to call, and every refusal says it too", async () => {
  const { page, complaints } = await clerkAt("/council");
  await page.getByText("Chưa ghi cần giúp thì gọi ai.").waitFor();
  await page.getByLabel("Cần giúp thì gọi ai").fill("Phòng Thi đua - Khen thưởng, 0205 3812 345");
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByText("Đã lưu.").waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("units are written one by one, renamed, and go into one another with their history", async () => {
  const { page, complaints } = await clerkAt("/units");
  await page.getByText("Chưa có đơn vị nào.").waitFor();
  await expectAccessible(page);
  for (const name of ["Sở Nội vụ", "Sở Tài chính", "Sở Kế hoạch và Đầu tư"]) await addUnit(page, name);
  await page.getByText("Ba đơn vị, ba đơn vị chưa có người chấm.").waitFor();
  await page.getByLabel("Tìm").fill("ke hoach");
  await expect.poll(() => page.locator(".rows > li").count()).toBe(1);

  await page.getByRole("link", { name: "Sở Kế hoạch và Đầu tư" }).click();
  await page.getByLabel("Tên mới").fill("Sở Kế hoạch");
  await page.getByLabel("Từ năm").first().fill("2024");
  await page.getByRole("button", { name: "Đổi tên" }).click();
  await page.getByText("Sở Kế hoạch, tên dùng từ năm 2024.").waitFor();
  await page.getByLabel("Đơn vị nhận").fill("Sở Tài chánh");
  await page.getByText("Chưa có đơn vị tên này.").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Dùng “Sở Tài chính”" }).click();
  await page.getByLabel("Từ năm").last().fill("2025");
  await page.getByLabel("Căn cứ").fill("Nghị quyết số 18/NQ-HĐND");
  await page.getByRole("button", { name: "Ghi sáp nhập" }).click();
  await page.getByText("Sở Kế hoạch đã vào Sở Tài chính từ năm 2025.").waitFor();
  await page.getByText("Sở Kế hoạch và Đầu tư").waitFor();
  expect(complaints).toEqual([]);
});

test("somebody is added, changed, stopped and taken back", async () => {
  const { page, complaints } = await clerkAt("/people");
  await page.getByRole("button", { name: "Thêm người" }).click();
  await page.getByLabel("Họ và tên").fill("Lò Thị Mai");
  expect(await page.getByLabel("Tên đăng nhập").inputValue()).toBe("lo-thi-mai");
  await page
    .getByRole("textbox", { name: "Đơn vị" })
    .or(page.getByRole("combobox", { name: "Đơn vị" }))
    .first()
    .fill("Sở Nội vụ");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await page.getByText("Hai người, một người chưa vào lần nào.").waitFor();
  await page.getByRole("button", { name: "Ngừng dùng Lò Thị Mai" }).click();
  await page.getByText("Lò Thị Mai đã ngừng dùng, không vào được nữa.").waitFor();
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await page.getByRole("button", { name: "Ngừng dùng Lò Thị Mai" }).waitFor();
  expect(complaints).toEqual([]);
});

test("slips are made, printed ten to a page, and the code on one opens the first sign-in with all but the password", async () => {
  const { page, complaints } = await clerkAt("/people/slips");
  await page.getByText("Một người chưa có phiếu.").waitFor();
  await page.getByRole("button", { name: "Cấp 1 phiếu" }).click();
  const card = page.locator(".card");
  await card.getByText("lo-thi-mai").waitFor();
  const code = (await card.locator(".typed").textContent()) ?? "";
  expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  await card.locator("svg.qr").waitFor();
  await expectAccessible(page);

  const asked: string[] = [];
  const mai = await windowFor(browser, local.url, phone);
  mai.page.on("request", (request) => asked.push(request.url()));
  await mai.page.goto(`/#slip.tinh-dong.lo-thi-mai.${code}`);
  await mai.page.getByRole("heading", { name: "Đăng nhập lần đầu" }).waitFor();
  expect(await mai.page.getByLabel("Tên đăng nhập").inputValue()).toBe("lo-thi-mai");
  expect(await mai.page.getByLabel("Mã trên phiếu cấp").inputValue()).toBe(code);
  expect(mai.page.url()).not.toContain(code);
  expect(asked.join(" ")).not.toContain(code);
  await expectAccessible(mai.page);
  await mai.page.getByLabel("Mật khẩu mới", { exact: true }).fill(password);
  await mai.page.getByLabel("Nhập lại mật khẩu mới").fill(password);
  await mai.page.getByRole("button", { name: "Đặt mật khẩu và vào" }).click();
  await mai.page.locator(".office h1").waitFor();

  await page.goto("/people");
  await page.getByText("Hai người, ai cũng đã vào.").waitFor();
  await page.getByRole("button", { name: "Cấp phiếu mới Lò Thị Mai" }).click();
  await page.locator(".card").getByText("lo-thi-mai").waitFor();
  expect([...complaints, ...mai.complaints]).toEqual([]);
});

test("on a phone nothing is wider than the screen, and whoever is no clerk is told so", async () => {
  const { page, complaints } = await clerkAt("/units", phone);
  for (const address of ["/units", "/units/so-noi-vu", "/people", "/people/slips", "/council"]) {
    await page.goto(address);
    await page.locator(".lede").waitFor();
    await expectAccessible(page);
  }
  expect(complaints).toEqual([]);

  const mai = await windowFor(browser, local.url, phone);
  await mai.page.goto("/");
  await mai.page.getByLabel("Mã hội đồng").fill("tinh-dong");
  await mai.page.getByLabel("Tên đăng nhập").fill("lo-thi-mai");
  await mai.page.getByLabel("Mật khẩu").fill(password);
  await mai.page.keyboard.press("Enter");
  await mai.page.locator(".office h1").waitFor();
  await mai.page.goto("/people");
  await mai.page.getByText("Việc này không thuộc phần của tài khoản này.").waitFor();
  await mai.page.getByText("0205 3812 345").waitFor();
});
