import type { Page } from "playwright-core";
import { fill } from "#lib/template.ts";
import { officeAddresses } from "../../web/offline.ts";
import { faultsOn, launch, windowFor } from "../e2e/browser.ts";
import { appraise, cluster, council, password, year } from "../e2e/council.ts";
import { closeBox, gatherHall, type Hall, openBox } from "./hall.ts";
import { publishLastYear } from "./lighthouse.ts";
import { atMost, type Line } from "./line.ts";
import type { Stage } from "./stage.ts";
import { hallAtAnOpenBox, scan } from "./web.ts";

const phone = { width: 360, height: 780 };

/** W9: every page there is, as somebody sees it who may work there, by light and by dark, on the narrowest phone. */
export async function scanned(stage: Stage): Promise<Line[]> {
  const hall = await gatherHall(stage, "w9", 12);
  await closeBox(stage, hall, await openBox(hall, "da-kiem", 0));
  await hallAtAnOpenBox(hall);
  stage.local.clock.release();
  await appraise(await publishLastYear(stage));
  const [inHall, inYear] = [addressesOf(hall), addressesOf()];
  const visits: Visit[] = [
    { as: "nobody", pages: forEverybody(hall) },
    {
      as: { council: "", person: stage.local.operator.name, password: stage.local.operator.password },
      pages: ["/operate"],
    },
    { as: { council: "w9", person: "thuong-truc", password }, pages: inHall },
    { as: { council, person: "thuong-truc", password }, pages: inYear },
    {
      as: { council, person: "ha-giang", password },
      pages: inYear.filter((page) => page.includes(`/${cluster}/`)),
    },
  ];
  const browser = await launch();
  try {
    const found: string[] = [];
    for (const { as, pages } of visits) {
      const { page, context, complaints } = await windowFor(browser, stage.local.url, phone);
      if (as !== "nobody") await enter(page, as);
      for (const address of pages) {
        await page.goto(address);
        await page.locator("h1").first().waitFor();
        // What is read after the heading stands; some pages never stop asking.
        await page.waitForTimeout(500);
        found.push(...(await faultsOn(page)).map((fault) => `${address}: ${fault}`));
      }
      found.push(...complaints);
      await context.close();
    }
    for (const fault of found) console.error(`W9    ${fault}`);
    const count = visits.reduce((sum, { pages }) => sum + pages.length, 0);
    const name = `faults a scan finds on ${count} pages, by light and by dark`;
    return [atMost({ id: "W9", name, measured: found.length, unit: "faults", bound: 0 })];
  } finally {
    await browser.close();
  }
}

type Visit = { as: "nobody" | { council: string; person: string; password: string }; pages: string[] };

/** Every address of the office: those of a conference where one is held, the others in the middle of a year. */
function addressesOf(hall?: Hall): string[] {
  const values: Record<string, string> = {
    year: String(year),
    no: "1",
    kind: "people",
    unit: "lang-son",
    posting: `cluster-${cluster}`,
    poll: "da-kiem",
    cluster,
    scheme: "bang-tieu-chi",
    ...(hall && { ...hall.here, year: String(hall.here.year) }),
  };
  return officeAddresses()
    .filter((template) => template.includes("{conference}") === (hall !== undefined))
    .map((template) => fill(template, values as never, encodeURIComponent));
}

const forEverybody = (hall: Hall) => [
  "/",
  scan(hall),
  `/screen/#${hall.council}.${hall.here.conference}`,
  "/parts/",
  "/api-doc.html",
  `/c/${council}/${year - 1}/${cluster}`,
];

async function enter(page: Page, { council, person, password }: Exclude<Visit["as"], "nobody">) {
  await page.goto(council === "" ? "/operate" : "/");
  if (council !== "") await page.getByLabel("Mã hội đồng").fill(council);
  await page.getByLabel("Tên đăng nhập").fill(person);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.keyboard.press("Enter");
  await page.locator(council === "" ? "h1" : ".office h1").waitFor();
}
