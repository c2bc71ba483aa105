import type { Page } from "playwright-core";

/** As wide and as high as A4 between its margins, upright or lying. */
export const sheets = { upright: { width: 624, height: 971 }, lying: { width: 1031, height: 680 } } as const;

/** What is wrong with a page once it is printed: something to press on it, something cut off, wider than the sheet, or dark. */
export async function faultsOnPaper(page: Page, sheet: keyof typeof sheets = "upright"): Promise<string[]> {
  const screen = page.viewportSize();
  await page.setViewportSize(sheets[sheet]);
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ media: "print", colorScheme });
    // Some is laid out only while it is printed.
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    faults.push(...(await page.evaluate(faultsSeen)));
  }
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null, colorScheme: "light" });
  if (screen) await page.setViewportSize(screen);
  return [...new Set(faults)];
}

function faultsSeen(): string[] {
  const faults: string[] = [];
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return (
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 1 && height > 1
    );
  };
  const tell = (fault: string, element: Element) =>
    faults.push(`${fault}: ${element.outerHTML.slice(0, 120)}`);
  const pressed = 'button, .button, nav, select, input, textarea, dialog, [role="menu"], [role="tab"]';
  // A heading that folds its part on a screen is that part's name on paper.
  for (const element of document.querySelectorAll(pressed))
    if (isSeen(element) && !element.closest("h2")) tell("to press", element);
  let hasText = false;
  for (const element of document.querySelectorAll("body *:not(svg *)")) {
    if (!isSeen(element)) continue;
    hasText ||= element.childElementCount === 0 && element.textContent?.trim() !== "";
    const { overflowX, position } = getComputedStyle(element);
    if (element.getBoundingClientRect().right > innerWidth + 1) tell("wider than the sheet", element);
    if (element.scrollWidth > element.clientWidth + 1 && ["auto", "scroll", "hidden"].includes(overflowX))
      tell("cut off", element);
    if (position === "fixed" || position === "sticky") tell("over every sheet", element);
  }
  if (!hasText) faults.push("nothing on it");
  const ground = getComputedStyle(document.body).backgroundColor;
  if (ground !== "rgb(255, 255, 255)" && ground !== "rgba(0, 0, 0, 0)") faults.push(`on ${ground}`);
  return faults;
}
