import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { local } from "../world.ts";
import { codeOn, heading, isIn, patient } from "./ballot-page.ts";
import { windowFor } from "./browser.ts";
import { browser } from "./house.ts";
import { aHall } from "./vote-hall.ts";

const hall = await aHall(local);

/** Where the keys go now, as a screen reader would say it. */
const here = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (!activeElement?.matches("a, button, input")) return "";
    const label = activeElement.closest("label") ?? (activeElement as HTMLInputElement).labels?.[0];
    return (
      activeElement.getAttribute("aria-label") ??
      label?.textContent ??
      activeElement.textContent ??
      ""
    ).trim();
  });

async function tabTo(page: Page, name: RegExp) {
  for (let n = 0; n < 40 && !name.test(await here(page)); n++) await page.keyboard.press("Tab");
  expect(await here(page)).toMatch(name);
}

test("a delegate comes in, marks a name, votes and looks the ballot up without touching the screen", async () => {
  const { page, complaints } = await windowFor(browser, local.url, { width: 1024, height: 800 });
  await page.goto(hall.scan("cao-bang"));
  await heading(page, "Chưa có cuộc bỏ phiếu nào đang mở.").waitFor(patient);
  await tabTo(page, /^Tôi đã có mặt/);
  await page.keyboard.press("Enter");
  await page.getByText("Đã điểm danh.").first().waitFor();

  await hall.rehearse();
  await hall.open("truong");
  await page.getByRole("button", { name: "Mời chọn một tên" }).waitFor(patient);
  await tabTo(page, /Bắc Kạn/);
  await page.keyboard.press("Space");
  // Within the names the arrows lead on, as in any list of which one is chosen.
  await page.keyboard.press("ArrowDown");
  await page.getByRole("button", { name: "Bỏ phiếu cho Hà Giang" }).waitFor();
  await tabTo(page, /^Bỏ phiếu cho Hà Giang/);
  await page.keyboard.press("Enter");
  await isIn(page);
  const code = await codeOn(page);
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(complaints).toEqual([]);
});
