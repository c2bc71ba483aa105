import { AxeBuilder } from "@axe-core/playwright";
import unpacked from "@sparticuz/chromium";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { council, password } from "./council.ts";

/** A real browser from npm alone; its maker's own arguments would crash it or hide faults. */
export const launch = async (...more: string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: await unpacked.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--headless=shell", ...more],
  });

type Screen = { width: number; height: number };

/** A window of its own for one person; what the page complains about ends up in `complaints`. */
export async function windowFor(browser: Browser, url: string, viewport: Screen) {
  const context = await browser.newContext({
    viewport,
    baseURL: url,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
  });
  return { page, context, complaints };
}

export async function signIn(page: Page, person: string) {
  await page.goto("/");
  await page.getByLabel("Mã hội đồng").fill(council);
  await page.getByLabel("Tên đăng nhập").fill(person);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.keyboard.press("Enter");
  await page.locator(".office h1").waitFor();
}

/** No finding in light nor in dark, and nothing wider than the screen. */
export async function expectAccessible(page: Page) {
  expect(await faultsOn(page)).toEqual([]);
}

/** What a scan finds on a page as it stands, by light and by dark, and how far it is wider than the screen. */
export async function faultsOn(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // Colours on their way from light to dark are neither; what turns for ever is not waited for.
    await page.evaluate(() =>
      Promise.allSettled(
        document
          .getAnimations()
          .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
          .map(({ finished }) => finished),
      ),
    );
    const scan = new AxeBuilder({ page });
    // What is built is the same in both; the colours are not.
    const { violations } = await (colorScheme === "light"
      ? scan
      : scan.withRules("color-contrast")
    ).analyze();
    faults.push(...violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes[0]?.html}`));
  }
  await page.emulateMedia({ colorScheme: "light" });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return wider > 0 ? [...faults, `${wider} px wider than the screen`] : faults;
}
