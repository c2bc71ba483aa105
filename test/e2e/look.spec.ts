import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "#infra/local/build.ts";
import { type Local, startLocal } from "#infra/local/local.ts";
import { expectAccessible, launch, windowFor } from "./browser.ts";
import { apartFromKept } from "./pictures.ts";

let local: Local;
let browser: Browser;
beforeAll(async () => {
  await build();
  [local, browser] = await Promise.all([startLocal({ quiet: true }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await local?.stop();
});

test.for([390, 1280])("every part looks as it is kept, by light and by dark, %i px wide", async (width) => {
  const { page, complaints } = await windowFor(browser, local.url, { width, height: 900 });
  await page.goto("/parts/");
  await page.getByRole("heading", { name: "Các bộ phận" }).waitFor();
  await page.getByRole("img", { name: "Địa chỉ trang bỏ phiếu" }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await expectAccessible(page);
  // Icons come one by one, and languages: they change no part.
  await page.evaluate(() => {
    document.querySelector("header")?.remove();
    document.querySelector("#icons")?.closest("section")?.remove();
  });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const apart = await apartFromKept(browser, page, `docs/pictures/parts-${width}-${colorScheme}.png`);
    expect(apart).toBeLessThan(0.002);
  }
  expect(complaints).toEqual([]);
});
