import type { Page } from "playwright-core";
import { password } from "#infra/year/cast.ts";
import { gatherHall, type Hall, openBox } from "./hall.ts";
import { atMost, type Line, median } from "./line.ts";
import { slowDown, type Visit, withBrowser } from "./phone.ts";
import type { Stage } from "./stage.ts";

const voters = 12;

/** W1, W3: what a phone loads from the scan of a ticket until a name can be marked. */
export async function loadingToVote(stage: Stage): Promise<Line[]> {
  const hall = await gatherHall(stage, "w1", voters);
  await hallAtAnOpenBox(hall);
  return withBrowser(stage, async ({ window, take }) => {
    const { page } = await window();
    await page.goto(scan(hall));
    await aBallot(page);
    const { asked, bytes } = take();
    const scripts = asked.filter(({ isScript }) => isScript);
    return [
      atMost({
        id: "W1",
        name: "scripts before a delegate can vote",
        measured: scripts.reduce((sum, { body }) => sum + body, 0),
        unit: "bytes",
        bound: 30 * 1024,
      }),
      atMost({
        id: "W3",
        name: "requests of a first visit before voting",
        measured: asked.length,
        unit: "requests",
        bound: 5,
      }),
      atMost({
        id: "W3",
        name: "the same, with headers and encryption",
        measured: bytes,
        unit: "bytes",
        bound: 70 * 1024,
      }),
    ];
  });
}

/** W2: when the largest text of a first visit stands, on a slow phone; what comes later would show as later. */
export async function standingFirst(stage: Stage): Promise<Line[]> {
  const hall = await gatherHall(stage, "w2", voters);
  await hallAtAnOpenBox(hall);
  return withBrowser(stage, async ({ window }) => {
    const visits = async (path: string, stands: (page: Page) => Promise<void>, kept: Kept = {}) => {
      const times: number[] = [];
      for (let visit = 0; visit < 5; visit++) {
        const opened = await window();
        await slowDown(opened);
        await opened.page.addInitScript((kept) => {
          for (const [name, value] of Object.entries(kept)) localStorage.setItem(name, value);
          new PerformanceObserver((list) => {
            for (const { startTime } of list.getEntries()) Object.assign(window, { largestAt: startTime });
          }).observe({ type: "largest-contentful-paint", buffered: true });
        }, kept);
        await opened.page.goto(path);
        await stands(opened.page);
        await opened.page.waitForTimeout(500);
        times.push(await opened.page.evaluate(() => Number(Reflect.get(window, "largestAt"))));
        await opened.context.close();
      }
      return { measured: median(times), unit: "ms", gates: false };
    };
    const ballot = await visits(scan(hall), aBallot);
    const entrance = await visits("/", (page) => page.getByLabel("Mật khẩu").waitFor());
    const home = await visits(
      "/",
      (page) => page.locator(".office h1").waitFor(),
      await staysSignedIn(window),
    );
    return [
      atMost({ id: "W2", name: "largest paint of a first visit, the ballot", bound: 800, ...ballot }),
      atMost({ id: "W2", name: "the same, where officers sign in", bound: 1_200, ...entrance }),
      atMost({ id: "W2", name: "the same, the home behind it, signed in", bound: 1_200, ...home }),
    ];
  });
}

/** What a browser keeps of somebody who stays signed in, and nothing else of the office. */
type Kept = Record<string, string>;
async function staysSignedIn(window: Visit["window"]): Promise<Kept> {
  const { page, context } = await window();
  await page.goto("/");
  await page.getByLabel("Mã hội đồng").fill("w2");
  await page.getByLabel("Tên đăng nhập").fill("thuong-truc");
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByLabel("Giữ đăng nhập trên máy này").check();
  await page.keyboard.press("Enter");
  await page.locator(".office h1").waitFor();
  const kept = await page.evaluate(() => ({ ...localStorage }) as Kept);
  await context.close();
  return kept;
}

/** W4: the page a second time on a slow phone without a network, until a name can be marked. */
export async function standingWithoutNetwork(stage: Stage): Promise<Line[]> {
  const hall = await gatherHall(stage, "w4", voters);
  await hallAtAnOpenBox(hall);
  return withBrowser(stage, async ({ window, take }) => {
    const times: number[] = [];
    let requests = 0;
    for (let visit = 0; visit < 5; visit++) {
      const { page, context } = await window();
      await page.goto(scan(hall, visit));
      await aBallot(page);
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.close();
      await context.setOffline(true);
      take();
      const again = await context.newPage();
      await slowDown({ page: again, context }, false);
      again.on("requestfailed", () => {
        requests += 1;
      });
      await again.addInitScript(() => {
        const isThere = () => document.querySelector("main .name") !== null;
        const watched = new MutationObserver(() => {
          if (!isThere()) return;
          watched.disconnect();
          Object.assign(window, { standsAt: performance.now() });
        });
        watched.observe(document, { childList: true, subtree: true });
      });
      await again.goto("/vote/");
      await aBallot(again);
      times.push(await again.evaluate(() => Number(Reflect.get(window, "standsAt"))));
      requests += take().asked.length;
      await context.close();
    }
    return [
      atMost({
        id: "W4",
        name: "requests of five second visits without a network",
        measured: requests,
        unit: "requests",
        bound: 0,
      }),
      atMost({
        id: "W4",
        name: "a second visit without a network, to the ballot",
        measured: median(times),
        unit: "ms",
        bound: 300,
        gates: false,
      }),
    ];
  });
}

export const scan = ({ council, here, tickets }: Hall, no = 0) =>
  `/vote/#${council}.${here.conference}.${tickets[no]?.secret}`;
const aBallot = (page: Page) => page.getByRole("button", { name: "Mời chọn một tên" }).waitFor();

/** One box, and the hall is at it. */
export async function hallAtAnOpenBox(hall: Hall) {
  const { clerk, here } = hall;
  await openBox(hall, "truong", 0);
  await clerk.ballots.saveConference({
    ...here,
    body: {
      title: "Hội nghị",
      at: "2027-01-17T02:00:00.000Z",
      agenda: [{ title: "Bầu cụm trưởng", poll: "truong" }],
    },
  });
  await clerk.ballots.showPoint({ ...here, body: { on: 0 } });
}
