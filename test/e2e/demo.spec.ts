import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "#infra/local/build.ts";
import { type Local, startLocal } from "#infra/local/local.ts";
import { callerOf, password } from "#infra/year/cast.ts";
import { expectAccessible, launch, windowFor } from "./browser.ts";

/* A clerk who does not know the product yet tries all of it, and nothing of that is left. */
let local: Local;
let browser: Browser;
const councils = ["tinh-dong", "tinh-nam", "tinh-bac"];
beforeAll(async () => {
  await build();
  local = await startLocal({ quiet: true });
  const operator = callerOf(local, { person: local.operator.name, password: local.operator.password });
  for (const council of councils) {
    const clerk = { person: "chuyen-vien", name: "Đặng Thị Thu" };
    const body = { council, name: "Hội đồng Thi đua - Khen thưởng tỉnh", kind: "tỉnh", clerk };
    await callerOf(local).units.firstSignIn({
      body: { ...(await operator.units.createCouncil({ body })), password },
    });
  }
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await local?.stop();
});

const desk = { width: 1280, height: 900 };
const phone = { width: 360, height: 780 };

async function clerkOf(council: string, screen: typeof desk) {
  const opened = await windowFor(browser, local.url, screen);
  const { page } = opened;
  await page.goto("/");
  await page.getByLabel("Mã hội đồng").fill(council);
  await page.getByLabel("Tên đăng nhập").fill("chuyen-vien");
  await page.getByLabel("Mật khẩu").fill(password);
  await page.keyboard.press("Enter");
  // On the first page, and by searching for it.
  await page.getByRole("link", { name: "Làm thử trong hội đồng thử" }).waitFor();
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await page.locator("dialog.search input").fill("hoi dong thu");
  await page
    .locator("dialog.search")
    .getByRole("option", { name: /^Hội đồng thử/ })
    .click();
  await page.getByRole("heading", { name: "Hội đồng thử" }).waitFor();
  return opened;
}
const band = (page: Page) => page.getByRole("complementary", { name: "Hội đồng thử" });
const play = async (page: Page, part: string, sees: string | RegExp) => {
  await band(page).getByRole("button", { name: part }).click();
  await band(page).getByRole("button", { name: part, pressed: true }).waitFor();
  await page.getByRole("heading", { level: 1, name: sees }).waitFor();
};
const inside = (page: Page) =>
  page.getByText(/^Hội đồng thử\. Mọi thứ ở đây sẽ bị xóa ngày \d\d\/\d\d\/20\d\d\.$/).waitFor();
const sitting = (page: Page): Promise<{ council: string; person: string; token: string }> =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem("session") ?? "{}"));

test.for([
  ["at a desk", "tinh-dong", desk],
  ["on a phone", "tinh-nam", phone],
] as const)(
  "a clerk opens a demo %s, appraises as the head, goes on as an officer, looks in as a teller, goes home and throws it away",
  { timeout: 120_000 },
  async ([where, council, screen]) => {
    const { page, complaints } = await clerkOf(council, screen);
    await page.getByText("Chưa mở hội đồng thử nào.").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Mở hội đồng thử" }).click();
    await page.getByText(/^Bước \d trên 8/).waitFor();
    await inside(page);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByText("Đây là hội đồng thử").waitFor();
    await expectAccessible(page);

    await play(page, "Cụm trưởng", /Cao Bằng/);
    await page.locator("#d2\\.6 a").click();
    await page.getByRole("textbox", { name: "Điểm" }).fill("17");
    await page.getByLabel(/Lý do khác tự chấm/).fill("Chưa công khai kết quả tiết kiệm quý III.");
    await page.getByText(/^Đã lưu lúc/).waitFor();
    await expectAccessible(page);

    await play(page, "Cán bộ chấm điểm", /Hà Giang/);
    await page.getByText("Còn nhiều dòng chưa tự chấm.").first().waitFor();
    await expectAccessible(page);
    await play(page, "Tổ kiểm phiếu", "Tổng quan");
    await expectAccessible(page);
    await play(page, "Chuyên viên thường trực", /^Năm thi đua/);
    // The ways out stand where they are seen, and nothing of a demo goes out.
    for (const way of ["Về hội đồng của mình", "Bỏ hội đồng thử"])
      expect(
        await band(page)
          .getByRole("button", { name: way })
          .evaluate((button) => button.getBoundingClientRect().right <= innerWidth),
      ).toBe(true);
    const [, here] = new URL(page.url()).pathname.split("/");
    await page.goto(`/${here}/publishing/honours`);
    await page.getByText("Đây là hội đồng thử: xem trước được").waitFor();
    await expectAccessible(page);
    expect(await page.getByRole("button", { name: "Công bố trang này" }).count()).toBe(0);
    const { token, person, ...demo } = await sitting(page);
    expect(person).toBe("thuong-truc");
    // Nor is its hall taken for a real one, by whoever looks at the big screen or holds a ballot.
    const held = await fetch(`${local.url}/api/years/${here}/clusters/cum-4/conferences`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const [{ conference }] = (await held.json()) as [{ conference: string }];
    const hall = await windowFor(browser, local.url, screen);
    await hall.page.goto(`/screen/#${demo.council}.${conference}`);
    await hall.page.getByText("Hội đồng thử", { exact: true }).waitFor();
    await hall.page.goto(`/vote/#${demo.council}.${conference}`);
    await hall.page.getByText("Hội đồng thử: phiếu ở đây chỉ để làm thử, không tính cho ai.").waitFor();
    await expectAccessible(hall.page);

    await band(page).getByRole("button", { name: "Về hội đồng của mình" }).click();
    await page.getByText(/^Hội đồng thử đang mở, tự xóa ngày/).waitFor();
    expect(await sitting(page)).toMatchObject({ council, person: "chuyen-vien" });
    await expectAccessible(page);
    await page.getByRole("button", { name: "Vào hội đồng thử" }).click();
    await inside(page);
    await band(page).getByRole("button", { name: "Bỏ hội đồng thử" }).click();
    await page.getByText("Bỏ hội đồng thử này?").waitFor();
    await expectAccessible(page);
    await page.getByRole("dialog").getByRole("button", { name: "Bỏ hội đồng thử" }).click();
    await page.getByText("Chưa mở hội đồng thử nào.").waitFor();
    const answer = await fetch(`${local.url}/api/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(await answer.json(), where).toMatchObject({ code: "demo/over" });
    expect(demo.council).toMatch(/^thu-/);
    const outside = await fetch(`${local.url}/c/${demo.council}`);
    expect(await outside.text()).toContain("Đây là hội đồng thử");
    expect(complaints).toEqual([]);
  },
);

test("a page that is closed while a demo is laid goes on where it was; another window finds it whole", {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = await clerkOf("tinh-bac", desk);
  await page.route("**/signatures/*", (route) => route.abort());
  await page.getByRole("button", { name: "Mở hội đồng thử" }).click();
  await page.getByRole("alert").waitFor();
  await page.unroute("**/signatures/*");
  // The first sheet that is handed in: the page is gone before anybody hears of it.
  let isCut = false;
  await page.route("**/submission", async (route) => {
    if (isCut) return route.continue();
    isCut = true;
    await page.reload().catch(() => {});
  });
  await page.reload();
  await inside(page);

  const other = await clerkOf("tinh-bac", phone);
  await other.page.getByRole("button", { name: "Vào hội đồng thử" }).click();
  await inside(other.page);
  expect((await sitting(other.page)).council).toBe((await sitting(page)).council);
  // Whoever is still inside when it goes is told so, and has a way out.
  await band(other.page).getByRole("button", { name: "Bỏ hội đồng thử" }).click();
  await other.page.getByRole("dialog").getByRole("button", { name: "Bỏ hội đồng thử" }).click();
  await other.page.getByText("Chưa mở hội đồng thử nào.").waitFor();
  await page.reload();
  await page.getByText("Hội đồng thử này đã bỏ hoặc đã hết ngày.").waitFor();
  await expectAccessible(page);
  await band(page).getByRole("button", { name: "Về hội đồng của mình" }).click();
  await page.getByText("Chưa mở hội đồng thử nào.").waitFor();
  expect([...complaints, ...other.complaints]).toEqual([]);
});

test("the operator, who reads no council, may try one too", { timeout: 120_000 }, async () => {
  const { page, complaints } = await windowFor(browser, local.url, desk);
  await page.goto("/operate");
  await page.getByLabel("Tên đăng nhập").fill(local.operator.name);
  await page.getByLabel("Mật khẩu").fill(local.operator.password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Hội đồng thử" }).waitFor();
  await page.getByRole("button", { name: "Mở hội đồng thử" }).click();
  await inside(page);
  await band(page).getByRole("button", { name: "Về trang vận hành" }).click();
  await page.getByText(/^Hội đồng thử đang mở, tự xóa ngày/).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bỏ hội đồng thử" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Bỏ hội đồng thử" }).click();
  await page.getByText("Chưa mở hội đồng thử nào.").waitFor();
  expect(complaints).toEqual([]);
});
