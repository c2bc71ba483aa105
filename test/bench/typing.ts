import type { Page } from "playwright-core";
import { password } from "#infra/year/cast.ts";
import { atMost, type Line, percentile } from "./line.ts";
import { slowDown, type Visit, withBrowser } from "./phone.ts";
import { council, type Stage, scoringDay, year } from "./stage.ts";

const lines = 40;
const long = 148;
const ways = [
  { way: "judged", max: 25 },
  {
    way: "steps",
    of: "rate",
    steps: [
      { from: 80, points: 25 },
      { from: 60, points: 15 },
      { from: 0, points: 5 },
    ],
  },
  { way: "ratio", max: 25 },
  { way: "per-time", points: 2, limit: 20 },
  { way: "plus-minus", plus: 2, minus: 1, max: 10, min: -10 },
] as const;

/** W7: how long a phone four times slower takes from a key to the next picture, while a sheet is filled in, and while its table is written. */
export async function typing(stage: Stage): Promise<Line[]> {
  const { clerk } = await council(stage, "w7", ["truong"]);
  await aCluster(clerk);
  await saveScheme(clerk, "dai", long);
  stage.local.clock.moveTo(scoringDay);
  return withBrowser(stage, async ({ window }) => [
    await typed(`a sheet of ${lines} lines`, await window(), {
      person: "truong",
      address: `/${year}/clusters/w7/sheets/truong`,
      first: ".line.open input",
      fill: fillAll,
    }),
    await typed(`the editor of a table of ${long} lines`, await window(), {
      person: "thuong-truc",
      address: `/${year}/schemes/dai/draft`,
      first: ".line input.points",
      fill: writePoints,
    }),
  ]);
}

type Opened = Awaited<ReturnType<Visit["window"]>>;
type Hand = { person: string; address: string; first: string; fill: (page: Page) => Promise<number> };

async function typed(where: string, opened: Opened, { person, address, first, fill }: Hand): Promise<Line> {
  const { page } = opened;
  await page.addInitScript(() => {
    // Pressing and letting go of a key are one interaction; the longest of its events is how long it took.
    const times = new Map<number, number>();
    Object.assign(window, { times });
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[])
        if (interactionId) times.set(interactionId, Math.max(duration, times.get(interactionId) ?? 0));
    }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  await page.clock.setFixedTime(scoringDay);
  await page.goto("/");
  await page.getByLabel("Mã hội đồng").fill("w7");
  await page.getByLabel("Tên đăng nhập").fill(person);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.keyboard.press("Enter");
  await page.locator(".office h1").waitFor();
  await page.goto(address);
  await page.locator(first).first().waitFor();
  await slowDown(opened, false);
  await page.evaluate(() => Reflect.get(window, "times").clear());
  const keys = await fill(page);
  const slow: number[] = await page.evaluate(() => [...Reflect.get(window, "times").values()]);
  // What was quicker than a picture is not told, and counts as that.
  const times = [...slow, ...Array.from({ length: Math.max(0, keys - slow.length) }, () => 16)];
  return atMost({
    id: "W7",
    name: `a key in ${where} to the next picture, p95 of ${keys}`,
    measured: percentile(times, 0.95),
    unit: "ms",
    bound: 100,
    gates: false,
  });
}

/** Every line by hand: three keys a field, Enter to go on. Gives how many keys that took. */
async function fillAll(page: Page): Promise<number> {
  let keys = 0;
  for (let line = 0; line < lines; line++) {
    const fields = page.locator(".line.open .group input");
    const count = await fields.count();
    for (let field = 0; field < count; field++) {
      await fields.nth(field).focus();
      for (const key of line % 5 === 0 ? "8,5" : "12") {
        await press(page, key);
        keys += 1;
      }
    }
    await press(page, "Enter");
    keys += 1;
  }
  return keys;
}

/** The points of every fourth line anew. */
async function writePoints(page: Page): Promise<number> {
  const fields = page.locator(".line input.points");
  const count = await fields.count();
  let keys = 0;
  for (let field = 0; field < count; field += 4) {
    await fields.nth(field).focus();
    for (const key of ["End", "Backspace", "Backspace", ..."12,5"]) {
      await press(page, key);
      keys += 1;
    }
  }
  return keys;
}

/** As fast as a hand goes; what is drawn meanwhile is waited for. */
async function press(page: Page, key: string) {
  await page.keyboard.press(key);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))));
}

type Clerk = Awaited<ReturnType<typeof council>>["clerk"];

function saveScheme(clerk: Clerk, scheme: string, count: number) {
  const groups = Array.from({ length: 4 }, (_, part) => ({
    code: String(part + 1),
    title: `Phần ${part + 1}`,
    criteria: Array.from({ length: count / 4 }, (_, at) => ({
      code: `${part + 1}.${at + 1}`,
      title: `Tiêu chí ${at + 1} của phần ${part + 1}, thực hiện theo kế hoạch`,
      way: ways[(part * 10 + at) % ways.length] as (typeof ways)[number],
    })),
  }));
  const body = { title: "Bảng tiêu chí", table: { groups: groups as never } };
  return clerk.scoring.saveScheme({ year, scheme, body });
}

async function aCluster(clerk: Clerk) {
  await saveScheme(clerk, "w7", lines);
  await clerk.scoring.publishScheme({ year, scheme: "w7" });
  await clerk.units.saveCluster({
    year,
    clusterId: "w7",
    body: {
      kind: "cụm",
      name: "Cụm w7",
      members: ["truong"],
      head: "truong",
      scheme: { scheme: "w7", no: 1 },
    },
  });
}
