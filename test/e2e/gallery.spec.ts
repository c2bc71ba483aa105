import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "#infra/local/build.ts";
import { type Local, startLocal } from "#infra/local/local.ts";
import { laySample } from "#infra/local/sample.ts";
import { expectAccessible, launch, signIn, windowFor } from "./browser.ts";
import { keepTogether } from "./pictures.ts";

const folder = mkdtempSync(join(tmpdir(), "gallery-"));
let local: Local;
let browser: Browser;
beforeAll(async () => {
  await build();
  await laySample(folder);
  [local, browser] = await Promise.all([startLocal({ dataDir: folder, quiet: true }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await local?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const past = new Date().getFullYear() - (new Date().getMonth() >= 3 ? 1 : 2);
const now = past + 1;
const cluster = `/${now}/clusters/cum-4`;

/** Who looks at what, and what stands there when it is whole. */
const pages = {
  home: ["thuong-truc", "/", "Còn chậm"],
  import: ["thuong-truc", "/import/people", "dòng sai"],
  scheme: ["thuong-truc", `/${now}/new-scheme`, "Liên minh HTX Việt Nam"],
  board: ["tuyen-quang", cluster, "Tiến độ từng đơn vị"],
  sheet: ["ha-giang", `${cluster}/sheets/ha-giang`, "Nhiệm vụ chuyên môn"],
  matrix: ["tuyen-quang", `${cluster}/matrix`, "Bảng đối chiếu"],
  ranking: ["tuyen-quang", `/${past}/clusters/cum-4/ranking`, "đồng hạng"],
  movements: ["tuyen-quang", `${cluster}/movements`, "Thắp sáng nhà văn hóa thôn"],
  covenant: ["tuyen-quang", `${cluster}/covenant`, "Chữ ký"],
  rotation: ["tuyen-quang", `${cluster}/rotation`, "Thứ tự đến lượt"],
} as const;

const pasted = [
  "Họ và tên\tVai trò\tĐơn vị",
  "Lò Thị Mai\tCán bộ chấm điểm\tSở VHTTDL Hà Giang",
  "Nông Văn Tú\tCán bộ chấm điểm\tSở VHTTDL Lạng Sơnn",
  "Hoàng  Thị Lan\tLãnh đạo đơn vị\tSở VHTTDL Bắc Kạn",
  "Vi Văn Hùng\tThủ kho\tSở VHTTDL Cao Bằng",
].join("\n");

async function shot(page: Page, [, path, text]: (typeof pages)[keyof typeof pages]): Promise<Buffer> {
  await page.goto(path);
  if (path.startsWith("/import")) await page.getByLabel("Hoặc dán bảng chép từ Excel, Word").fill(pasted);
  await page.getByText(text).filter({ visible: true }).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  return page.screenshot({ animations: "disabled" });
}

test.for(Object.keys(pages) as (keyof typeof pages)[])(
  "the page %s is whole on a desk and on a phone, by light and by dark",
  async (name) => {
    const shots: Buffer[] = [];
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 390, height: 800 },
    ]) {
      const { page, context, complaints } = await windowFor(browser, local.url, viewport);
      await signIn(page, pages[name][0]);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        shots.push(await shot(page, pages[name]));
      }
      expect(complaints).toEqual([]);
      await context.close();
    }
    await keepTogether(browser, shots, `docs/pictures/${name}.jpg`);
  },
);

test.for([
  ["lo", "ລາວ"],
  ["th", "ไทย"],
  ["en", "English"],
] as const)("the office is read in another language on a phone: %s", async ([language, name]) => {
  const { page, complaints } = await windowFor(browser, local.url, { width: 360, height: 780 });
  await signIn(page, "tuyen-quang");
  await page.locator(".languages summary").first().click();
  await page.getByRole("button", { name }).first().click();
  await page.waitForFunction((language) => document.documentElement.lang === language, language);
  for (const path of [
    cluster,
    `${cluster}/sheets/tuyen-quang`,
    `${cluster}/covenant`,
    `${cluster}/polls`,
    "/help",
  ]) {
    await page.goto(path);
    await page.locator("main h1").waitFor();
    await expectAccessible(page);
    // No sentence of the other language is left; names of units and what people wrote stay as they are.
    expect(await page.locator("main h1").textContent()).not.toMatch(/Giao ước|Hội nghị|Hướng dẫn/);
  }
  expect(complaints).toEqual([]);
});
