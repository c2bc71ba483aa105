import type { BrowserContext, Page } from "playwright-core";

/** What a delegate does on the ballot page, by what stands there. */
export const patient = { timeout: 20_000 };
export const phoneSize = { width: 360, height: 780 };

export const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name });
export const isIn = (page: Page) => heading(page, "Phiếu của đại biểu đã vào hòm.").waitFor(patient);
export const mark = (page: Page, name: string) => page.locator(".name", { hasText: name }).click();
export const cast = (page: Page, name: string) => page.getByRole("button", { name }).click();
export const codeOn = async (page: Page) => ((await page.locator(".code b").textContent()) ?? "").trim();
export const lose = (context: BrowserContext) => context.route("**/api/**", (route) => route.abort());
